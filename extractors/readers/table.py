"""A table as read: column names and rows of text."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under named columns; every row has as many cells as there are columns.

    Cells are text as written: dates of a spreadsheet are ISO strings, empty cells "", formulas never evaluated.
    `first_row` is the row of the file the first data row stands in, counted from 1.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str
    first_row: int = 2

    def records(self) -> Iterator[dict[str, str]]:
        """Each row as column name → cell."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def text(self) -> str:
        """Header and rows, cells joined with tabs, rows with newlines."""
        return "\n".join("\t".join(row) for row in (self.columns, *self.rows))
