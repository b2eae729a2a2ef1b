"""Publications of a dated catalogue: what each is, in which classes, and when it was superseded, as far as dated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph import sources
from graph.sources import Row

# Stages of a published document (ISO's harmonized stage codes): published, under review, withdrawn.
_PUBLISHED = ("60.60", "90.", "95.")
KINDS = ("first", "revision", "supplement")


@dataclass(frozen=True, slots=True)
class Publication:
    """A published document: its year, kind (one of KINDS), ICS classes and committee.

    `superseded` is the year the first document that replaces it was published; None when none has. A withdrawal
    without successor carries no date in the catalogue, so that document stays in the stock.
    """

    number: str
    year: int
    kind: str
    classes: tuple[str, ...]
    committee: str
    superseded: int | None = None


def load(data: Path) -> tuple[Publication, ...]:
    """The publications of ISO's catalogue in `data/sources/iso`."""
    source = sources.load_one(data / "sources" / "iso" / "source.yaml")
    return tuple(read(sources.table((source,), "iso/editions.csv.gz")))


def read(rows: Iterable[Row]) -> Iterator[Publication]:
    """Published documents with a date and a class; drafts and stale records are left out."""
    kept = [row for row in rows if row["published"] and row["stage"].startswith(_PUBLISHED) and not row["recorded_as"]]
    years = {row["number"]: int(row["published"][:4]) for row in kept}
    superseded = _superseded(kept, years)
    for row in kept:
        if row["ics"]:
            yield replace(_publication(row, years), superseded=superseded.get(row["number"]))


def _publication(row: Row, years: dict[str, int]) -> Publication:
    number, year = row["number"], years[row["number"]]
    classes = tuple(dict.fromkeys(row["ics"].split(";")))
    return Publication(number, year, _kind(row, years), classes, row["committee"])


def _kind(row: Row, years: dict[str, int]) -> str:
    """A first edition replaces no published document; the draft it grew from is no predecessor."""
    if _supplement(row["number"]):
        return "supplement"
    year = years[row["number"]]
    replaces = any(other in years and years[other] <= year for other in _split(row, "replaces"))
    return "revision" if replaces or row["edition"] != "1" else "first"


def _superseded(kept: Iterable[Row], years: dict[str, int]) -> dict[str, int]:
    """Year of the earliest successor by number; a supplement does not supersede what it amends."""
    ends: dict[str, int] = {}
    for row in kept:
        pairs = [(other, row["number"]) for other in _split(row, "replaces")]
        pairs += [(row["number"], other) for other in _split(row, "replaced_by") if not _supplement(other)]
        for old, new in pairs:
            if old in years and new in years:
                end = max(years[old], years[new])
                ends[old] = min(ends.get(old, end), end)
    return ends


def _split(row: Row, column: str) -> list[str]:
    return [number for number in row[column].split(";") if number]


def _supplement(number: str) -> bool:
    """Amendments, corrigenda and extensions are written behind the dated number: ISO 1:2000/Amd 1:2005."""
    return "/" in number.partition(":")[2]
