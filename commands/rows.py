"""Rows to stdout: a table for reading, JSON, or CSV."""

import argparse
import csv
import json
import sys
from collections.abc import Mapping, Sequence
from unicodedata import east_asian_width

FORMATS = ("table", "json", "csv")


def add_format(parser: argparse.ArgumentParser) -> None:
    """Declares --format."""
    parser.add_argument("--format", choices=FORMATS, default="table", help="how rows are printed (default: table)")


def show(
    columns: Sequence[str], rows: Sequence[Sequence[object]], how: str, headings: Mapping[str, str] | None = None
) -> None:
    """Prints rows; headings replace column names in the table only."""
    if how == "json":
        print(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1))
    elif how == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_harmless(value) for value in row] for row in rows)
    else:
        headings = headings or {}
        _table([headings.get(column, column) for column in columns], rows)


def _harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula is quoted with an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" and value else value


def _table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    lines = [list(headings)] + [
        ["" if value is None else str(value).replace("\n", " ") for value in row] for row in rows
    ]
    widths = [min(max(_width(line[i]) for line in lines), 48) for i in range(len(headings))]
    for number, line in enumerate(lines):
        print("  ".join(_fitted(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))


def _width(text: str) -> int:
    """Columns a terminal needs: two for a wide character."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _fitted(text: str, width: int) -> str:
    if _width(text) > width:
        while _width(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - _width(text))
