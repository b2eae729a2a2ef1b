"""Overview: what was asked for, what was found, and what the graph holds."""

import pandas as pd
import streamlit as st

from app_pages import address, gap_frame, tables
from app_pages.markup import escaped, figures, plain
from app_pages.view import View
from gaps.reports import tables as report_tables
from gaps.reports import with_targets
from gaps.reports.plan import SCOPES, Plan, read

TOP = 10


def show(view: View) -> None:
    """The page."""
    address.publish()
    st.title(view.words("overview_title"), anchor=False)
    table = view.build.gap_table()
    if table is None:
        st.info(view.words("no_gaps"))
    else:
        gaps(view, read(with_targets(table, view.build.folder)))
    contents(view)


def gaps(view: View, plan: Plan) -> None:
    words, report = view.words, view.words.report
    policy = plain(words.either(plan.header.get("policy") or {}, "title"))
    st.markdown(words("overview_lead", policy=policy, asked=len(plan.rows)))
    for key in ("scope", "scope_international"):
        found = [(words.scope(scope), str(plan.count(scope, key))) for scope in SCOPES]
        st.html(f'<p class="eyebrow">{escaped(words.report.label("column", key))}</p>' + figures(found))
    st.caption(words("overview_unknown"))
    st.subheader(words("top_gaps"), anchor=False)
    gap_frame.show(plan.rows[:TOP], words, "top")
    st.page_link(view_page("gaps"), label=words("open_gaps"), icon=":material/arrow_forward:")
    targets = report_tables.targets("", plan, report)
    if targets.rows:
        st.subheader(words("targets"), anchor=False)
        tables.show(targets, "targets")
    st.subheader(words("scopes"), anchor=False)
    tables.show(report_tables.sources("", plan, report), "sources")
    st.subheader(words("limits"), anchor=False)
    st.html("<ul>" + "".join(f"<li>{escaped(item)}</li>" for item in plan.words("limits", words.lang)) + "</ul>")


def contents(view: View) -> None:
    """How many nodes, relations and entries not understood."""
    words, manifest = view.words, view.build.manifest
    nodes, edges = manifest.get("nodes", {}), manifest.get("edges", {})
    st.subheader(words("contents"), anchor=False)
    totals = [(words("nodes"), sum(nodes.values())), (words("edges"), sum(edges.values()))]
    totals.append((words("issues"), int(manifest.get("issues", 0))))
    st.html(figures([(name, f"{count:,}") for name, count in totals]))
    left, right = st.columns(2)
    with left:
        counted(
            words("kind_of_node"), words("count"), {words.node_class(name): n for name, n in nodes.items()}, "nodes"
        )
    with right:
        counted(words("relation"), words("count"), {words.relation(name): n for name, n in edges.items()}, "edges")


def counted(name: str, count: str, counts: dict[str, int], key: str) -> None:
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    data = pd.DataFrame(rows, columns=pd.Index([name, count]))
    config = {count: st.column_config.NumberColumn(format="localized")}
    st.dataframe(data, hide_index=True, height=tables.height(len(data)), column_config=config, key=key)


def view_page(name: str) -> st.Page:
    """The page object that navigation made for `name`."""
    page: st.Page = st.session_state["pages"][name]
    return page
