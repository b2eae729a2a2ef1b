"""Explore: search, a node, its neighbourhood as a picture, its relations, and the words each rests on."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from app_pages import address, ontime, statement_list
from app_pages.markup import escaped, plain
from app_pages.neighbourhood import draw
from app_pages.neighbours import Neighbourhood, Node, around
from app_pages.picture import title_of
from app_pages.search import FIRST, Hit
from app_pages.view import View
from ontology import schema

SHOWN = 12
NAMED_APART = ("title", "title_zh", "title_en")


def show(view: View) -> None:
    """The page."""
    uid = address.given("uid")
    st.title(view.words.page("explore"), anchor=False)
    search_box(view, expanded=not uid)
    if uid:
        centre(view, uid)
    else:
        suggestions(view)
    state = st.session_state
    chosen = {"uid": uid, "edge": address.given("edge"), "open": st.query_params.get_all("open") if uid else []}
    day = state["on"].isoformat() if "on" in state and state["on"].isoformat() != view.build.as_of else ""
    address.publish(
        q=state.get("q", ""), label=state.get("label", []), relation=state.get("relation", []), on=day, **chosen
    )


def search_box(view: View, *, expanded: bool) -> None:
    """The words and classes searched for, and what was found."""
    words = view.words
    address.seed("q", address.given("q"))
    address.choose_all("label", sorted(schema.load().classes))
    left, right = st.columns([3, 2])
    text = left.text_input(words("search"), key="q", placeholder=words("search_hint"))
    labels = right.multiselect(
        words("classes"), class_names(), key="label", format_func=words.node_class, placeholder=words("all_classes")
    )
    if text.strip():
        found, total = view.index.find(text, labels)
        results(view, text, found[:SHOWN], total, expanded=expanded)


def class_names() -> list[str]:
    classes = schema.load().classes
    return [*(name for name in FIRST if name in classes), *sorted(set(classes) - set(FIRST) - {"Evidence"})]


def results(view: View, text: str, found: Sequence[Hit], total: int, *, expanded: bool) -> None:
    words = view.words
    if not total:
        st.info(words("nothing_found", text=plain(text)))
        return
    heading = words("results", count=total) if total <= SHOWN else words("results_more", count=total, shown=SHOWN)
    with st.expander(heading, expanded=expanded or st.session_state.get("searched") != text):
        for number, hit in enumerate(found):
            label = f"{plain(hit.shown(words.lang))} :gray[{plain(words.node_class(hit.label))}]"
            st.button(label, key=f"hit-{number}", type="tertiary", on_click=go, args=(hit.uid, text))


def go(uid: str, searched: str) -> None:
    """Shows a hit; its list of results is folded away until the words change."""
    address.centre_on(uid)
    st.session_state["searched"] = searched


def suggestions(view: View) -> None:
    """Technologies to begin with."""
    st.caption(view.words("start_hint"))
    table = view.build.gap_table() or {"rows": []}
    with st.container(horizontal=True):
        for row in table["rows"][:SHOWN]:
            label = plain(view.words.either(row, "title"))
            st.button(label, key=f"start-{row['technology']}", on_click=address.centre_on, args=(row["technology"],))


def centre(view: View, uid: str) -> None:
    """Everything about one node."""
    label = view.index.label_of(uid)
    found = around(view.graph, uid, label) if label else None
    if found is None:
        st.warning(view.words("not_in_graph", uid=plain(uid)))
        return
    above, (left, right) = st.container(), st.columns([1, 3])
    with left:
        day = on_day(view)
    with above:
        head(view, found.nodes[uid], day)
    with right:
        found = filtered(view, ontime.on(found, day))
    draw(view, found)
    statement_list.show(view, found, day)


def on_day(view: View) -> str:
    built = date.fromisoformat(view.build.as_of)
    address.seed("on", day_given(built))
    words = view.words
    earliest, latest = date(1950, 1, 1), date(built.year + 5, 12, 31)
    st.date_input(words("on_date"), key="on", min_value=earliest, max_value=latest, help=words("on_date_help"))
    chosen: date = st.session_state["on"] or built
    return chosen.isoformat()


def day_given(otherwise: date) -> date:
    try:
        return date.fromisoformat(address.given("on"))
    except ValueError:
        return otherwise


def head(view: View, node: Node, day: str) -> None:
    """Class, title, status and properties of the centre."""
    words = view.words
    status = ontime.status_on(node.facts, day, view.build.as_of)
    above = " · ".join(
        part for part in (words.node_class(node.label), status and words.value("status", status)) if part
    )
    name, title = title_of(node, words), words.either(node.facts, "title")
    title = title if name in title else f"{name} {title}"
    st.html(f'<p class="eyebrow">{escaped(above)}</p><p class="node-title">{escaped(title)}</p>')
    with st.expander(words("properties")):
        facts = {name: value for name, value in node.facts.items() if name not in NAMED_APART[:1]}
        names = [words.label(schema.load().terms[name]) for name in facts]
        values = [words.value(name, value) for name, value in facts.items()]
        st.dataframe(
            {words("property"): names, words("value"): values},
            hide_index=True,
            column_config={words("value"): {"width": "large"}},
        )


def filtered(view: View, found: Neighbourhood) -> Neighbourhood:
    """The neighbourhood with the chosen relations only; all when none is chosen."""
    words, totals = view.words, found.totals
    address.choose_all("relation", sorted(totals))
    chosen = st.multiselect(
        words("relations"), sorted(totals), key="relation", placeholder=words("all_relations"),
        format_func=lambda name: f"{words.relation(name)} ({totals[name]:,})",
    )  # fmt: skip
    if not chosen:
        return found
    links = tuple(link for link in found.links if link.relation in chosen)
    return Neighbourhood(found.centre, found.nodes, links, {name: totals[name] for name in chosen})
