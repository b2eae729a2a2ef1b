"""Tables of the app as data frames with headed, sized columns."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from gaps.reports.blocks import Table

ROW_HEIGHT, LEAST, MOST = 35, 1, 14


def frame(table: Table) -> pd.DataFrame:
    """A report's table as a data frame with one column per heading, in order."""
    columns = [column.title for column in table.columns]
    return pd.DataFrame([list(row) for row in table.rows], columns=pd.Index(columns))


def height(rows: int) -> int:
    """Enough for the rows, up to a screenful."""
    return ROW_HEIGHT * (min(max(rows, LEAST), MOST) + 1) + 3


def show(table: Table, key: str) -> None:
    """A table to read."""
    data = frame(table)
    st.dataframe(
        data, hide_index=True, height=height(len(data)), column_config=formats(table), key=key, placeholder="–"
    )


def formats(table: Table) -> dict[str, Any]:
    """Ratios with two digits; texts wide where they are long."""
    made: dict[str, Any] = {}
    for column in table.columns:
        if column.kind == "ratio":
            made[column.title] = st.column_config.NumberColumn(format="%.2f")
        elif column.kind == "text" and column.weight >= 3:
            made[column.title] = st.column_config.TextColumn(width="large")
    return made


def selected(row: int) -> Any:
    """The state of a data frame in which this row is selected."""
    return {"selection": {"rows": [row]}}


def picked(event: Any, values: Sequence[str]) -> str:
    """The value of the row selected in a data frame; "" when there is none."""
    rows = list(event.selection.rows) if event else []
    return values[rows[0]] if rows and rows[0] < len(values) else ""
