"""Readers of the working material in `--shared DIR`; used only by the `make.py` scripts."""

import csv
import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

Row = dict[str, str]


def tsv(path: Path) -> Iterator[Row]:
    """Rows of a tab-separated table, plain or gzipped, without quoting."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def comma(path: Path) -> Iterator[list[str]]:
    """Rows of a comma-separated table as lists, header left out, byte order mark dropped."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from rows


def pick(rows: Iterable[Row], *names: str) -> Iterator[list[str]]:
    """The named cells of each row, in the order of the names, spaces around them dropped."""
    for row in rows:
        yield [" ".join(row[name].split()) for name in names]


def international(shared: Path, *bodies: str) -> Iterator[Row]:
    """Rows of the international catalogue of the given bodies (its `sdo` column)."""
    for row in tsv(shared / "data/standards/international_facts.tsv.gz"):
        if row["sdo"] in bodies:
            yield row


def relations(row: Row, name: str) -> str:
    """The targets of one relation in `replaces_or_amends`, joined with ";"."""
    pairs = (part.partition("=") for part in row["replaces_or_amends"].split(";"))
    return ";".join(dict.fromkeys(target for kind, _, target in pairs if kind == name))
