"""The gap table as the app shows it: the findings first, then the figures they rest on."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from app_pages import tables
from app_pages.words import Words
from gaps.reports.plan import TIERS, Row
from gaps.reports.tables import provisions_count
from gaps.reports.words import interval, kind_labels


def frame(rows: Sequence[Row], words: Words) -> pd.DataFrame:
    """One line a technology; columns headed in the language of the page."""
    return pd.DataFrame([line(row, words) for row in rows])


def line(row: Row, words: Words) -> Mapping[str, object]:
    data = row.data
    values: dict[str, object] = {
        "rank": data["rank"],
        "title": row.title(words.lang),
        "scope": words.scope(row.scope),
        "scope_international": words.scope(str(data["scope_international"])),
        "ratio": data["ratio"],
        "interval": interval(row, words.report),
    }
    counts = {words.report.label("tier_short", tier): data["in_force"].get(tier, 0) for tier in TIERS}
    rest = {
        "patents": data["patents"],
        "n_provisions": provisions_count(row),
        "kinds": kind_labels(row, words.report),
        "field": row.words("field", words.lang),
    }
    return {**headed(values, words), **counts, **headed(rest, words)}


def headed(values: Mapping[str, object], words: Words) -> dict[str, object]:
    return {words.report.label("column", name): value for name, value in values.items()}


def show(rows: Sequence[Row], words: Words, key: str, **options: Any) -> Any:
    """The table on the page; gives the selection event when `on_select` is among the options."""
    ratio = words.report.label("column", "ratio")
    config = {ratio: st.column_config.NumberColumn(format="%.2f", help=words("ratio_help"))}
    return st.dataframe(
        frame(rows, words), hide_index=True, height=tables.height(len(rows)), key=key, column_config=config,
        placeholder="–", **options,
    )  # fmt: skip
