"""Rows of cells as a table: where its header is, whether every row fits under it."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from extractors.readers.limits import limits
from extractors.readers.source import Source
from extractors.readers.table import Table

# A cell of data: number, date, percentage. A row that has one is no header.
DATUM = re.compile(r"(?=\D*\d)[-+\d.,/:\s年月日%]+")


def table_from(source: Source, rows: Iterator[list[str]], place: str = "") -> Table:
    """The table in `rows`; a title above the header (a single cell) is passed over, empty rows are left out.

    Raises:
        InputError: no header, a column named twice, cells beyond the header, too many rows or columns.
    """
    numbered = enumerate((list(map(str.strip, row)) for row in rows), 1)
    top = list(islice(numbered, limits().header_rows))
    header_row, columns = _header(source, top, place)
    body: list[tuple[str, ...]] = []
    first = 0
    for number, row in chain(top[header_row:], numbered):
        if any(row):
            first = first or number
            body.append(_fitted(source, row, len(columns), f"{place} row {number}".strip()))
        if len(body) > limits().table_rows:
            raise source.refuse("table has too many rows", place=place, allowed=f"at most {limits().table_rows}")
    return Table(columns, tuple(body), source.label, first or header_row + 1)


def _header(source: Source, top: list[tuple[int, list[str]]], place: str) -> tuple[int, tuple[str, ...]]:
    """The first row with two names; in a table of one column the first row with one."""
    for least in (2, 1):
        for number, row in top:
            if sum(map(bool, row)) >= least:
                return number, _columns(source, row, f"{place} row {number}".strip())
    raise source.refuse("table has no header", place=place, allowed=f"column names in the first {len(top)} rows")


def _columns(source: Source, row: list[str], place: str) -> tuple[str, ...]:
    while row and not row[-1]:
        row.pop()
    if datum := next((cell for cell in row if DATUM.fullmatch(cell)), None):
        raise source.refuse(
            "table has no header, its first row is data", place=place, value=datum, allowed="column names"
        )
    if len(row) > limits().table_columns:
        raise source.refuse("table has too many columns", value=len(row), allowed=f"at most {limits().table_columns}")
    names = [cell or f"column {position}" for position, cell in enumerate(row, 1)]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise source.refuse("table names a column twice", place=place, value=twice)
    return tuple(names)


def _fitted(source: Source, row: list[str], width: int, place: str) -> tuple[str, ...]:
    if extra := next((cell for cell in row[width:] if cell), None):
        raise source.refuse("row has more cells than the header", place=place, value=extra, allowed=f"{width} cells")
    return tuple(row[:width] + [""] * (width - len(row)))
