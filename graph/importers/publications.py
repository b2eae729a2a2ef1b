"""International catalogues (ISO, IEC, ITU, ETSI, 3GPP, IEEE): one row an edition, supplement or draft."""

import re
from collections.abc import Iterator

from extractors.designation.identifier import Designation
from graph.importers.catalogue import Catalogue, Listed, Record, codes, target
from graph.records import Edge, Issue, Node
from graph.sources import Row, Source, TableFile, rows

_COMMITTEE = re.compile(r"(?:ISO|IEC|TC|SC|PC|CIS|JTC|SyC)\b")


def publications(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """Records of a catalogue; the option `family` says whose status words it uses.

    A row that `recorded_as` names another row (a stale record of the same document) is left out.
    Replacements that name a draft are left out: they say that a project became this edition.
    """
    catalogue = Catalogue(source, table, as_of, table.options["family"])
    seen: set[tuple[str, str]] = set()
    for row in rows(table):
        if row.get("recorded_as"):
            continue
        yield from catalogue.edition(row, _listed(row))
        parsed = catalogue.parsed(row["number"], row)
        if isinstance(parsed, Designation):
            yield from _replacements(catalogue, row, parsed, seen)
            yield from _committee(catalogue, row, parsed, seen)
    yield from catalogue.works()


def _listed(row: Row) -> Listed:
    return Listed(
        number=row["number"],
        title_en=row["title_en"],
        published=row["published"],
        valid_from=row["published"],
        word=row.get("stage"),
        doctype=row.get("doctype"),
        classes=codes("ics", row.get("ics")),
    )


def _replacements(
    catalogue: Catalogue, row: Row, parsed: Designation, seen: set[tuple[str, str]]
) -> Iterator[Edge | Issue]:
    own = f"ed:{parsed.identity}"
    for name in ("replaces", "replaced_by"):
        for written in filter(None, row.get(name).split(";")):
            other = catalogue.parsed(written, row)
            if isinstance(other, Issue):
                yield other
            elif other.stage is None and other.year is not None and other.supplement == parsed.supplement:
                pair = (own, target(other)) if name == "replaces" else (target(other), own)
                if pair not in seen and pair[0] != pair[1]:
                    seen.add(pair)
                    yield Edge("REPLACES", *pair, catalogue.evidence(row, written))


def _committee(catalogue: Catalogue, row: Row, parsed: Designation, seen: set[tuple[str, str]]) -> Iterator[Record]:
    """The committee of a work, once; only one with a reference: ISO's as printed, IEC's with the body in front."""
    written = row.get("committee")
    if not _COMMITTEE.match(written):
        return
    reference = written if written.startswith(("ISO", "IEC")) else f"IEC/{written}"
    work, committee = f"std:{parsed.undated}", f"tc:{reference}"
    if (work, committee) not in seen:
        seen.add((work, committee))
        if ("", committee) not in seen:
            seen.add(("", committee))
            yield Node("Committee", committee, {"title": reference, "reference": reference})
        yield Edge("ADMINISTERED_BY", work, committee, catalogue.evidence(row, written))
