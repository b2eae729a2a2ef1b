"""The relations of a node as a list, and the evidence of the selected one."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app_pages import address, ontime, tables
from app_pages.markup import escaped
from app_pages.neighbours import Link, Neighbourhood
from app_pages.passage import Passage, markup, passage
from app_pages.picture import title_of
from app_pages.view import View


def show(view: View, found: Neighbourhood, day: str) -> None:
    """List and evidence, side by side where there is room."""
    if not found.links:
        return
    words = view.words
    st.subheader(words("statements"), anchor=False)
    st.caption(words("statements_hint"))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        chosen = pick(view, found, day)
    with right:
        evidence(view, chosen)


def pick(view: View, found: Neighbourhood, day: str) -> Link:
    """The selected relation: by a click, else the one the address names, else the first."""
    data = pd.DataFrame([row(view, found, link, day) for link in found.links])
    keys = [link.key for link in found.links]
    named = address.given("edge")
    start = keys.index(named) if named in keys else first_quoted(found.links)
    event = st.dataframe(
        data, hide_index=True, height=tables.height(len(data)), key=f"statements-{found.centre}",
        on_select="rerun", selection_mode="single-row", selection_default=tables.selected(start),
    )  # fmt: skip
    clicked = tables.picked(event, keys) or keys[start]
    st.query_params["edge"] = clicked
    return found.links[keys.index(clicked)]


def first_quoted(links: Sequence[Link]) -> int:
    """The first relation that rests on a running text, else the first."""
    return next((place for place, link in enumerate(links) if link.facts.get("start") is not None), 0)


def row(view: View, found: Neighbourhood, link: Link, day: str) -> dict[str, object]:
    words, outgoing = view.words, link.source == found.centre
    other = found.nodes[link.target if outgoing else link.source]
    title = words.either(other.facts, "title")
    name = title_of(other, words)
    shown = name if name == title else f"{name} {title}"
    return {
        words("relation"): words.relation(link.relation),
        words("direction"): words("outgoing" if outgoing else "incoming"),
        words("status"): words.value("status", ontime.status_on(other.facts, day, view.build.as_of)),
        words("other_end"): shown,
        words("confidence"): link.facts.get("probability", link.facts.get("confidence")),
    }


def evidence(view: View, link: Link) -> None:
    """The words a relation rests on, in context, and where they stand."""
    words = view.words
    st.markdown(f"**{words('evidence')}**")
    found = passage(link, view.build.folder)
    if found is None:
        st.caption(words("evidence_no_text"))
    elif not found.found:
        st.caption(words("evidence_moved"))
    st.html(markup(found or Passage("", str(link.facts.get("quote") or ""), "", found=True)))
    st.html(f'<p class="source">{"<br>".join(escaped(line) for line in source_lines(view, link))}</p>')


def source_lines(view: View, link: Link) -> Sequence[str]:
    """Document, place, extractor and confidence."""
    words, facts = view.words, link.facts
    lines = [f"{words('evidence_document')}: {document_title(view, str(facts.get('document') or ''))}"]
    if facts.get("start") is not None and facts.get("end") is not None:
        lines.append(words("evidence_place", start=facts["start"], end=facts["end"]))
    if facts.get("row") is not None:
        lines.append(words("evidence_row", row=facts["row"]))
    confidence = facts.get("confidence")
    share = "" if confidence is None else f" · {words('confidence')} {float(confidence):.2f}"
    lines.append(f"{words('evidence_extractor')}: {facts.get('extractor', '')}{share}")
    return lines


DOCUMENT = """
MATCH (d:Document {uid: $uid})
RETURN d.title AS title, d.title_zh AS title_zh, d.title_en AS title_en
ORDER BY title
"""


def document_title(view: View, uid: str) -> str:
    found = view.graph.query(DOCUMENT, {"uid": uid})
    return view.words.either(dict(zip(found.columns, found.rows[0], strict=True)), "title") if found.rows else uid
