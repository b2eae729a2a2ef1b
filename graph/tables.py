"""Tables of a source: declared columns, read row by row, each cell checked against its declared type."""

import csv
import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TextIO

from errors import InputError

_PARTIAL_MONTH = 7
_YEAR = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, what it means, and the type of its cells (text, date or integer)."""

    name: str
    zh: str
    en: str
    type: str = "text"


@dataclass(frozen=True, slots=True)
class TableFile:
    """One gzipped CSV of a source; `importer` names what makes records of it."""

    path: Path
    importer: str
    columns: tuple[Column, ...]
    minimum_rows: int
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """A data row: its 1-based number (the header not counted) and its cells by column name."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells[name]

    def get(self, name: str) -> str:
        """The cell of a column that not every table has; empty when there is none."""
        return self.cells.get(name, "")


def check_header(table: TableFile) -> None:
    """Raises InputError when the file is missing, unreadable, or its columns are not the declared ones."""
    with opened(table.path) as lines:
        found = next(csv.reader(lines), [])
    declared = [column.name for column in table.columns]
    if found != declared:
        wrong = ", ".join(sorted(set(found) ^ set(declared)) or found)
        raise InputError("columns differ", file=table.path, place=1, value=wrong, allowed=", ".join(declared))


def rows(table: TableFile) -> Iterator[Row]:
    """The rows of a table, streaming.

    Raises:
        InputError: wrong number of cells, a bad date or integer (with its line), or fewer rows than declared.
    """
    path, names = table.path, [column.name for column in table.columns]
    typed = [(place, column) for place, column in enumerate(table.columns) if column.type != "text"]
    seen: set[str] = set()
    number = 0
    with opened(path) as lines:
        reader = csv.reader(lines)
        next(reader, None)
        for number, cells in enumerate(reader, 1):
            if len(cells) != len(names):
                allowed = f"{len(names)} cells"
                raise InputError(
                    "wrong number of cells", file=path, place=number + 1, value=len(cells), allowed=allowed
                )
            for place, column in typed:
                if (cell := cells[place]) and cell not in seen:
                    _check(cell, column, path, number + 1)
                    seen.add(cell)
            yield Row(number, dict(zip(names, cells, strict=True)))
    if number < table.minimum_rows:
        raise InputError("fewer rows than declared", file=path, value=number, allowed=f"at least {table.minimum_rows}")


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """The text of a CSV, gzipped or not; a file that cannot be read is one InputError."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8", newline="") as lines:
            yield lines
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise InputError("table cannot be read", file=path, value=error) from error


def _check(cell: str, column: Column, path: Path, line: int) -> None:
    if column.type == "integer" and not (cell.isascii() and cell.isdigit()):
        raise InputError(f"{column.name} is not an integer", file=path, place=line, value=cell)
    if column.type == "date" and not is_date(cell):
        raise InputError(f"{column.name} is not a date", file=path, place=line, value=cell, allowed="YYYY[-MM[-DD]]")


def is_date(text: str) -> bool:
    """Whether a text is a date as precise as its source gives it: YYYY, YYYY-MM or YYYY-MM-DD."""
    whole = text + {_YEAR: "-01-01", _PARTIAL_MONTH: "-01"}.get(len(text), "")
    try:
        return date.fromisoformat(whole).isoformat() == whole
    except ValueError:
        return False
