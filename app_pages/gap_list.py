"""Gaps: the gap table with filters, one technology in detail, and the reports to take away."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import streamlit as st

from app_pages import address, gap_detail, gap_frame, tables
from app_pages.markup import plain
from app_pages.view import View
from gaps.reports import WRITERS, render, with_targets
from gaps.reports.plan import SCOPES, Plan, Row, read

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "csv": "text/csv",
    "md": "text/markdown",
}


def show(view: View) -> None:
    """The page."""
    words = view.words
    st.title(words("gaps_title"), anchor=False)
    if view.build.gap_table() is None:
        st.info(words("no_gaps"))
        return
    table = policy_table(view)
    plan = read(table)
    policy = plain(words.either(table.get("policy") or {}, "title"))
    st.markdown(words("gaps_lead", policy=policy, asked=len(plan.rows), as_of=plan.as_of))
    rows = filtered(view, plan)
    chosen = listed(view, plan, rows)
    export(view, table)
    if chosen is not None:
        gap_detail.show(view, plan, chosen)
    state = st.session_state
    filters = {name: state.get(name, []) for name in FILTERS}
    address.publish(policy=state.get("policy", ""), technology=chosen.data["technology"] if chosen else "", **filters)


def policy_table(view: View) -> Mapping[str, Any]:
    """The table of the chosen policy; the choice shows only when there are several."""
    policies = list(view.build.gaps)
    if len(policies) > 1:
        address.choose("policy", policies, policies[0])
        titles = {uid: view.words.either(table["policy"], "title") for uid, table in view.build.gaps.items()}
        st.selectbox(view.words("policy"), policies, key="policy", format_func=lambda uid: titles[uid])
    return view.build.gaps[st.session_state.get("policy", policies[0])]


FILTERS = ("scope", "scope_international", "kind", "field")


def filtered(view: View, plan: Plan) -> tuple[Row, ...]:
    """The rows that pass every filter; an empty filter passes all."""
    words = view.words
    fields = {
        str(row.data.get("field") or row.words("field", "en")): row.words("field", words.lang) for row in plan.rows
    }
    options: dict[str, tuple[Sequence[str], Any]] = {
        "scope": (SCOPES, words.scope),
        "scope_international": (SCOPES, words.scope),
        "kind": (
            sorted({kind for row in plan.rows for kind in row.kinds}),
            lambda kind: words.report.label("kind", kind),
        ),
        "field": (sorted(fields), lambda field: fields[field]),
    }
    for column, (name, (values, label)) in zip(st.columns(len(options)), options.items(), strict=True):
        address.choose_all(name, values)
        column.multiselect(words(name), values, key=name, format_func=label, placeholder=words("any"))
    wanted = {name: st.session_state[name] for name in options}
    return tuple(row for row in plan.rows if passes(row, wanted))


def passes(row: Row, wanted: Mapping[str, Sequence[str]]) -> bool:
    own = {
        "scope": {row.scope},
        "scope_international": {str(row.data["scope_international"])},
        "kind": set(row.kinds),
        "field": {str(row.data.get("field") or row.words("field", "en"))},
    }
    return all(not values or own[name] & set(values) for name, values in wanted.items())


def listed(view: View, plan: Plan, rows: Sequence[Row]) -> Row | None:
    """The table; gives the selected row, else the one the address names, else the first."""
    words = view.words
    st.caption(words("rows_shown", shown=len(rows), total=len(plan.rows)))
    if not rows:
        return None
    uids = [str(row.data["technology"]) for row in rows]
    named = address.given("technology")
    start = uids.index(named) if named in uids else 0
    key = f"gaps-{hash_of(uids)}"
    options = {"on_select": "rerun", "selection_mode": "single-row", "selection_default": tables.selected(start)}
    chosen = tables.picked(gap_frame.show(rows, words, key, **options), uids)
    return rows[uids.index(chosen)] if chosen else rows[start]


def hash_of(uids: Sequence[str]) -> str:
    """Other rows, another table: a selection must not carry over to them."""
    return sha256("\n".join(uids).encode()).hexdigest()[:12]


def export(view: View, table: Mapping[str, Any]) -> None:
    """Report files, made when asked for."""
    words = view.words
    name = str((table.get("policy") or {}).get("uid", "normatlas")).removeprefix("pol:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{words('export')}**", width="content")
        for to in WRITERS:
            st.download_button(
                to.upper(),
                file(view, table, to),
                f"{name}.{words.lang}.{to}",
                MEDIA[to],
                key=f"export-{to}",
                on_click="ignore",
            )


def file(view: View, table: Mapping[str, Any], to: str) -> Any:
    """Makes the file when its button is pressed, not before."""
    folder, lang = view.build.folder, view.words.lang
    return lambda: render(with_targets(table, folder), to, lang)
