"""Excel workbooks (.xlsx): the values of the first sheet that has any; formulas are never evaluated."""

import datetime
import io
from collections.abc import Iterator

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from extractors.readers.archive import BROKEN, open_archive
from extractors.readers.grid import table_from
from extractors.readers.source import Source
from extractors.readers.table import Table

# What openpyxl lets through when a workbook's parts are not what they should be.
DAMAGED = (
    *BROKEN, InvalidFileException, etree.XMLSyntaxError, SyntaxError, KeyError, TypeError, IndexError, AttributeError,
    MemoryError,
)  # fmt: skip


def read_xlsx(source: Source) -> Table:
    """The first sheet with cells as a table.

    Raises: InputError when it is broken, encrypted, empty, without header, or too large.
    """
    open_archive(source).close()
    try:
        book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False)
    except DAMAGED as error:
        raise source.refuse(f"is a broken xlsx file: {error}") from None
    try:
        for sheet in book.worksheets:
            rows = _rows(source, sheet)
            if (first := next(rows, None)) is not None:
                return table_from(source, _chain(first, rows), place=sheet.title)
    finally:
        book.close()
    raise source.refuse("has no cells in any sheet")


def _chain(first: list[str], rest: Iterator[list[str]]) -> Iterator[list[str]]:
    yield first
    yield from rest


def _rows(source: Source, sheet: object) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # what a sheet says of its size need not be true
    try:
        yield from (list(map(written, row)) for row in sheet.iter_rows(values_only=True))  # type: ignore[attr-defined]
    except DAMAGED as error:
        raise source.refuse(f"is a broken xlsx file: {error}") from None


def written(value: object) -> str:
    """A cell as text: dates in ISO form (a time only when it is not midnight), whole numbers without ".0"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value).strip()
