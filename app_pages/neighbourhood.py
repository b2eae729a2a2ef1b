"""The picture on the explore page: which nodes it shows, and what a click on one does."""

from collections.abc import Mapping
from itertools import groupby

import streamlit as st

from app_pages import address
from app_pages.layout import positions
from app_pages.markup import plain
from app_pages.neighbours import Link, Neighbourhood, Node, around
from app_pages.picture import PICK, chart, title_of
from app_pages.view import View

MOST = 36
"""Nodes a picture of this size holds with legible titles."""
OPENED = 6
EXPANDED = 10


def draw(view: View, found: Neighbourhood) -> None:
    """The picture with its buttons."""
    words = view.words
    st.subheader(words("neighbourhood"), anchor=False)
    if not found.links:
        st.caption(words("neighbours_none"))
        return
    opened = st.query_params.get_all("open")[:OPENED]
    nodes, links = extended(view, drawn(found), found, opened)
    st.caption(
        words("neighbours_shown", shown=len(nodes) - 1, total=sum(found.totals.values())) + " · " + words("graph_hint")
    )
    places = positions(list(nodes), links, found.centre)
    picture = chart(list(nodes.values()), links, places, found.centre, words)
    key = f"picture-{found.centre}-{'-'.join(opened)}"
    event = st.altair_chart(picture, key=key, on_select="rerun", selection_mode=PICK)
    picked = event.selection.get(PICK) if event else None
    if picked and picked[0].get("uid") in nodes:
        buttons(view, nodes[picked[0]["uid"]], opened)


def drawn(found: Neighbourhood) -> tuple[Link, ...]:
    """At most MOST relations, taken from each kind in turn, so that no kind crowds out another."""
    kinds = [list(group) for _, group in groupby(sorted(found.links, key=kind), key=kind)]
    turns = ((place, number, link) for number, links in enumerate(kinds) for place, link in enumerate(links))
    return tuple(link for _, _, link in sorted(turns, key=lambda turn: turn[:2])[:MOST])


def kind(link: Link) -> str:
    return link.relation


def extended(
    view: View, links: tuple[Link, ...], found: Neighbourhood, opened: list[str]
) -> tuple[Mapping[str, Node], list[Link]]:
    """The drawn nodes and relations, with the neighbours of the opened nodes added."""
    nodes = {uid: found.nodes[uid] for link in links for uid in (link.source, link.target)}
    nodes[found.centre] = found.nodes[found.centre]
    joined = {link.key: link for link in links}
    for uid in opened:
        if uid in nodes and (more := around(view.graph, uid, nodes[uid].label)):
            added = drawn(more)[:EXPANDED]
            nodes |= {end: more.nodes[end] for link in added for end in (link.source, link.target) if end not in nodes}
            joined |= {link.key: link for link in added}
    return nodes, list(joined.values())


def buttons(view: View, node: Node, opened: list[str]) -> None:
    """What can be done with the clicked node."""
    words = view.words
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{words('picked')}: **{plain(title_of(node, words))}**", width="content")
        st.button(words("centre"), key="centre", on_click=address.centre_on, args=(node.uid,))
        if node.uid in opened:
            st.button(words("collapse"), key="collapse", on_click=close, args=(node.uid,))
        else:
            st.button(words("expand"), key="expand", on_click=expand, args=(node.uid,))


def expand(uid: str) -> None:
    st.query_params["open"] = [*st.query_params.get_all("open"), uid][-OPENED:]


def close(uid: str) -> None:
    st.query_params["open"] = [other for other in st.query_params.get_all("open") if other != uid]
