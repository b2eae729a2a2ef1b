"""Relations between standards as tables write them: references, replacements, adoptions."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from extractors.designation.identifier import Designation
from graph.importers.catalogue import Catalogue, Record, target
from graph.records import Edge, Issue
from graph.sources import Row, Source, TableFile, rows

_WORDS = Path(__file__).with_name("adoption_words.tsv")
_SEVERAL = re.compile(r"[、，;；]")
_PARTLY = "部分"
_ALL_PARTS = re.compile(r"[(（]?(?:所有|全部)部分[)）]?")
_LEFTOVER = " ()（）,，"


def cn_relations(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """References, replacements and adoptions; what names no standard is an Issue."""
    catalogue = Catalogue(source, table, as_of, "cn")
    degrees = degree_words()
    for row in rows(table):
        own = catalogue.parsed(row["from"], row)
        if isinstance(own, Issue):
            yield own
        elif row["relation"] == "adopts":
            yield from adoption(catalogue, row, own, row["to"], degrees)
        else:
            yield _related(catalogue, row, own)


def adoptions(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """A hand-made list of adoptions: number, degree, adopted."""
    catalogue = Catalogue(source, table, as_of, "cn")
    for row in rows(table):
        own = catalogue.parsed(row["number"], row)
        if isinstance(own, Issue):
            yield own
        else:
            yield _adopted(catalogue, row, own, row["adopted"], row["degree"])


def adoption(
    catalogue: Catalogue, row: Row, own: Designation, written: str, degrees: Mapping[str, str]
) -> Iterator[Record]:
    """The adoptions a cell names, such as "ISO 3755:1991、ISO 4990:2003 修改采用": one each, the degree common."""
    rest, degree = written, ""
    for word, meant in degrees.items():
        if word in rest:
            rest, degree = rest.replace(word, ""), degree or meant
    for one in _SEVERAL.split(rest):
        yield _adopted(catalogue, row, own, one.strip(_LEFTOVER), degree)


def degree_words() -> dict[str, str]:
    """Words for the degree of adoption, the longer ones first, as `adoption_words.tsv` lists them."""
    with _WORDS.open(encoding="utf-8", newline="") as lines:
        return {row["word"]: row["degree"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def _adopted(catalogue: Catalogue, row: Row, own: Designation, written: str, degree: str) -> Record:
    """An edition cannot adopt one that is younger: such a pair is a contradiction, not an edge."""
    other = catalogue.parsed(written, row)
    if isinstance(other, Issue):
        return other
    if own.year and other.year and other.year > own.year:
        message = f"{own.identity} cannot adopt an edition of {other.year}; no adoption recorded"
        return catalogue.issue("contradiction", row, written, message)
    properties = {"degree": degree} if degree else {}
    return Edge("ADOPTS", f"ed:{own.identity}", target(other), catalogue.evidence(row, written), properties)


def _related(catalogue: Catalogue, row: Row, own: Designation) -> Record:
    written = row["to"]
    partial = _PARTLY in written and not _ALL_PARTS.search(written)
    other = catalogue.parsed(written.split(_PARTLY)[0].strip(_LEFTOVER) if partial else written, row)
    if isinstance(other, Issue):
        return other
    uid, named, evidence = f"ed:{own.identity}", target(other), catalogue.evidence(row, written)
    if row["relation"] == "replaces":
        return Edge("REPLACES", uid, named, evidence, {"partial": True} if partial else {})
    if row["relation"] == "replaced_by":
        return Edge("REPLACES", named, uid, evidence)
    facts: dict[str, bool] = {"dated": named.startswith("ed:")}
    if _ALL_PARTS.search(written):
        facts["all_parts"] = True
    return Edge("REFERENCES", uid, named, evidence, facts)
