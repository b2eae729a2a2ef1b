"""One technology of the gap table: the finding and why, provisions in their words, standards, patents."""

import pandas as pd
import streamlit as st

from app_pages import tables
from app_pages.markup import badge, escaped, plain
from app_pages.passage import quoted
from app_pages.view import View
from gaps.reports import tables as report_tables
from gaps.reports.page import finding
from gaps.reports.plan import Plan, Row
from gaps.reports.words import kind_label

PATENTS = 20
PATENT_QUERY = """
MATCH (p:Patent)-[c:COVERS]->(t:Technology {uid: $uid})
RETURN p.publication_number AS number, p.title AS title, p.published AS published, c.probability AS probability
ORDER BY probability DESC, number
LIMIT $most
"""


def show(view: View, plan: Plan, row: Row) -> None:
    """The detail of a row."""
    words, data = view.words, row.data
    st.divider()
    st.subheader(plain(f"{data['rank']}. {row.title(words.lang)}"), anchor=False)
    other = row.title("en" if words.lang == "zh" else "zh")
    abroad = str(data["scope_international"])
    badges = [
        badge(row.scope, f"{words('scope')} {words.scope(row.scope)}"),
        badge(abroad, f"{words('scope_international')} {words.scope(abroad)}"),
    ]
    st.html(f'<p class="eyebrow">{escaped(other)}</p><p>{"".join(badges)}</p>')
    st.markdown(plain(finding(row, plan, words.report)))
    why(view, row)
    provisions(view, row)
    standards(view, row)
    patents(view, row)
    target = {"uid": str(data["technology"]), "lang": words.lang}
    page = st.session_state["pages"]["explore"]
    st.page_link(page, label=words("open_in_graph"), icon=":material/hub:", query_params=target)


def why(view: View, row: Row) -> None:
    words = view.words
    st.markdown(f"**{words('why')}**")
    st.markdown(plain(row.words("reason", words.lang)))
    for kind in row.kinds:
        text = f"{kind_label(kind, row, words.report)}: {words.report.label('kind_text', kind)}"
        st.markdown(f"- {plain(text)}")
    if settle := row.words("settle", words.lang):
        st.markdown(f"**{words('settle')}**")
        st.markdown(plain(settle))


def provisions(view: View, row: Row) -> None:
    words = view.words
    st.markdown(f"**{words('provisions')}**")
    for item in row.data["provisions"]:
        st.html(quoted(str(item.get("quote") or "")))
        asked = [words.value("ask", item.get("ask") or ""), words.value("modality", item.get("modality") or "")]
        parts = (str(item.get("path") or ""), str(item.get("heading") or ""), *asked)
        st.html(f'<p class="source">{escaped(" · ".join(part for part in parts if part))}</p>')


def standards(view: View, row: Row) -> None:
    words = view.words
    st.markdown(f"**{words('standards')}**")
    tables.show(report_tables.tier_counts(row, words.report), f"tiers-{row.data['technology']}")
    if items := row.data.get("standards", ()):
        tables.show(report_tables.considered(items, words.report), f"standards-{row.data['technology']}")
    else:
        st.caption(words("standards_none"))


def patents(view: View, row: Row) -> None:
    words = view.words
    st.markdown(f"**{words('patents')}**")
    found = view.graph.query(PATENT_QUERY, {"uid": row.data["technology"], "most": PATENTS}).rows
    if not found:
        st.caption(words("patents_none"))
        return
    st.caption(words("patents_more", count=row.data["patents"], shown=len(found)))
    names = [words(name) for name in ("number", "title", "date", "probability")]
    data = pd.DataFrame([list(item) for item in found], columns=pd.Index(names))
    config = {
        names[3]: st.column_config.NumberColumn(format="%.2f"),
        names[1]: st.column_config.TextColumn(width="large"),
    }
    st.dataframe(
        data, hide_index=True, height=tables.height(len(data)), column_config=config, placeholder="–",
        key=f"patents-{row.data['technology']}",
    )  # fmt: skip
