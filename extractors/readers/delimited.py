"""Comma, semicolon or tab separated values: cells are data, whatever they begin with."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from extractors.readers.encoding import decode
from extractors.readers.grid import table_from
from extractors.readers.source import Source
from extractors.readers.table import Table

DELIMITERS = (",", ";", "\t")
LOOKED_AT = 20


def read_csv(source: Source) -> Table:
    """The table; the delimiter is the one that splits most of the first rows into the same number of cells.

    Raises: InputError in no known encoding, without header, or with a row that does not fit under it.
    """
    text = decode(source)
    delimiter = "\t" if source.suffix == ".tsv" else sniffed(text)
    return table_from(source, _rows(source, text, delimiter))


def sniffed(text: str) -> str:
    """The delimiter of `text`: most rows of one length above 1, then most cells; a comma when nothing splits."""
    return max(DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> tuple[int, int]:
    try:
        lengths = [len(row) for row in islice(_reader(text, delimiter), LOOKED_AT) if row]
    except csv.Error:
        return 0, 0
    most = max(lengths, key=lengths.count, default=1)
    return (lengths.count(most), most) if most > 1 else (0, max(lengths, default=0))


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _rows(source: Source, text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as error:
        raise source.refuse(f"is no table: {error}", place=f"line {reader.line_num}") from None
