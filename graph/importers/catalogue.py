"""Rows of a catalogue of standards as records: editions, their undated works, classes, supplements, replacements."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractors.designation.identifier import Adopted, Designation, NotADesignation
from extractors.designation.parse import parse
from graph.records import Edge, Evidence, Issue, Node, Value
from graph.sources import Row, Source, TableFile
from graph.status import meaning, meanings, status

Record = Node | Edge | Issue

_NATURES = {"T": "recommended", "Z": "guide"}
_SHARED = ("title", "title_zh", "title_en", "body", "tier")
_BINDING = ("national", "sector", "local")
_REGION = re.compile(r"DBJ?(\d{4}|\d\d)(?!\d)")
_DIGITS = re.compile(r"\d{4}")
# Supplements that change a document (amendments, corrigenda, errata, 修改单), not those that stand beside it.
_AMENDING = re.compile(r"AMD|DAM|\bCOR|DCOR|\bERR|\bADD|\bISH|XG\d|^/[AC]\d", re.IGNORECASE)
_SPLIT = re.compile(r"[;,；，、\s]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a row says of one edition; empty strings where it says nothing."""

    number: str
    title_zh: str = ""
    title_en: str = ""
    published: str = ""
    valid_from: str = ""
    valid_to: str = ""
    word: str = ""
    doctype: str = ""
    origins: int | None = None
    classes: tuple[tuple[str, str], ...] = ()
    region: str = ""


class Catalogue:
    """The editions of one table, read row by row; `works()` gives the undated works once all rows are read."""

    def __init__(self, source: Source, table: TableFile, as_of: str, family: str):
        self.source, self.as_of = source, as_of
        self._file, self._words = table.path.name, meanings(family)
        self._works: dict[str, tuple[str, Designation, Mapping[str, Value], str]] = {}
        self._regions: set[str] = set()
        self._known: dict[str, Designation | NotADesignation] = {}

    def edition(self, row: Row, listed: Listed) -> Iterator[Record]:
        """The Edition and its edges; an Issue instead when the number is not understood."""
        parsed = self.parsed(listed.number, row)
        if isinstance(parsed, Issue):
            yield parsed
            return
        meant = meaning(listed.word, self._words) if listed.word or "" in self._words else ""
        if meant is None:
            yield self.issue("status", row, listed.word, "unknown status word; the status is taken from dates alone")
        uid = f"ed:{parsed.identity}"
        facts = self._facts(parsed, listed, meant or "")
        yield Node("Edition", uid, facts)
        evidence = self.evidence(row, listed.number)
        code = listed.region or region(parsed.body)
        if code and parsed.undated not in self._works:
            yield from self._applies(parsed, code, evidence)
        self._remember(parsed, facts, code)
        yield Edge("EDITION_OF", uid, f"std:{parsed.undated}", evidence)
        for scheme, code in listed.classes:
            yield Edge("CLASSIFIED_AS", uid, f"{scheme}:{code}", self.evidence(row, code))
        if parsed.supplement:
            yield from self._amends(row, parsed, evidence)
        if parsed.relation:
            yield from self._adopts(row, parsed, parsed.relation, evidence)

    def parsed(self, number: str, row: Row) -> Designation | Issue:
        """The designation, or the Issue that says why it is none."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = _parse(number)
        return self.issue("designation", row, number, known.reason) if isinstance(known, NotADesignation) else known

    def evidence(self, row: Row, quote: str) -> Evidence:
        """The words of a cell in a row of this table."""
        return Evidence(self.source.document, quote, "table", self.source.confidence, row=row.number)

    def issue(self, kind: str, row: Row, value: str, message: str) -> Issue:
        """Something about a row that must be shown."""
        return Issue(kind, self.source.document, f"{self._file} row {row.number}", value, message)

    def works(self) -> Iterator[Node]:
        """The Standard nodes, titled as their newest edition."""
        for _, parsed, edition, code in self._works.values():
            facts = {name: edition[name] for name in _SHARED if name in edition}
            more = {"designation": parsed.undated, "nature": nature(parsed), "region": code}
            yield Node(
                "Standard", f"std:{parsed.undated}", facts | {name: value for name, value in more.items() if value}
            )

    def _amends(self, row: Row, parsed: Designation, evidence: Evidence) -> Iterator[Record]:
        """The edge from an amendment, corrigendum or 修改单 to what it changes, dated when the number says so."""
        supplement = parsed.supplement or ""
        if _AMENDING.search(supplement):
            changed = self.parsed(parsed.identity.partition(supplement.strip())[0].rstrip(" /"), row)
            yield (
                changed
                if isinstance(changed, Issue)
                else Edge("AMENDS", f"ed:{parsed.identity}", target(changed), evidence)
            )

    def _adopts(self, row: Row, parsed: Designation, adopted: Adopted, evidence: Evidence) -> Iterator[Record]:
        """The adoption a double number states."""
        other = self.parsed(adopted.designation, row)
        degree = {"degree": adopted.degree} if adopted.degree else {}
        yield (
            other
            if isinstance(other, Issue)
            else Edge("ADOPTS", f"ed:{parsed.identity}", target(other), evidence, degree)
        )

    def _facts(self, parsed: Designation, listed: Listed, meant: str) -> dict[str, Value]:
        published = "" if meant == "draft" else listed.published
        valid_from = "" if meant == "draft" else listed.valid_from
        facts: dict[str, Value] = {
            "title": listed.title_zh or listed.title_en or parsed.identity,
            "title_zh": listed.title_zh,
            "title_en": listed.title_en,
            "designation": parsed.canonical,
            "body": parsed.body,
            "tier": parsed.tier,
            "year": year(parsed),
            "published": published,
            "valid_from": valid_from,
            "valid_to": listed.valid_to,
            "source_status": listed.word,
            "status": status(valid_from, listed.valid_to, meant, (), self.as_of),
            "n_origins": listed.origins,
            "sources": self.source.id,
            "doctype": listed.doctype,
        }
        return {name: value for name, value in facts.items() if value not in ("", None)}

    def _applies(self, parsed: Designation, code: str, evidence: Evidence) -> Iterator[Record]:
        """Where a local standard applies; a region without a name in any source is titled with its code."""
        if code not in self._regions:
            self._regions.add(code)
            level = "province" if code.endswith("0000") else "city"
            yield Node("Region", f"region:{code}", {"title": code, "code": code, "level": level})
        yield Edge("APPLIES_IN", f"std:{parsed.undated}", f"region:{code}", evidence)

    def _remember(self, parsed: Designation, edition: Mapping[str, Value], code: str) -> None:
        age = f"{edition.get('year', '')}{edition.get('published', '')}"
        known = self._works.get(parsed.undated)
        if known is None or age >= known[0]:
            self._works[parsed.undated] = age, parsed, edition, code


def target(parsed: Designation) -> str:
    """The uid a designation stands for: the edition when it has a year or version, else the work."""
    return f"std:{parsed.undated}" if parsed.identity == parsed.undated else f"ed:{parsed.identity}"


def _parse(number: str) -> Designation | NotADesignation:
    try:
        return parse(number)
    except NotADesignation as error:
        return error


def year(parsed: Designation) -> int | None:
    """The year of the edition; of a supplement its own, not that of what it changes."""
    own = _DIGITS.findall(parsed.supplement or "")
    return int(own[-1]) if own else parsed.year


def nature(parsed: Designation) -> str:
    """mandatory, recommended or guide, from the prefix of Chinese standards; empty for metrology (JJ…) and others."""
    stem, _, suffix = parsed.body.partition("/")
    if parsed.tier not in _BINDING or stem.startswith("JJ"):
        return ""
    return _NATURES.get(suffix[:1], "mandatory")


def region(body: str) -> str:
    """The six-digit region code a local prefix carries (DB50 → 500000, DB6106 → 610600); empty for others."""
    found = _REGION.match(body)
    return found.group(1).ljust(6, "0") if found else ""


def codes(scheme: str, cell: str) -> tuple[tuple[str, str], ...]:
    """The classes of a cell that joins several with semicolons or other separators."""
    if not cell:
        return ()
    if _SPLIT.search(cell) is None:
        return ((scheme, cell),)
    return tuple((scheme, code) for code in dict.fromkeys(_SPLIT.split(cell)) if code)
