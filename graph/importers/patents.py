"""Patent tables: publications with title and IPC classes, and declarations of potentially essential patents."""

import re
from collections.abc import Iterable, Iterator

from extractors.designation.identifier import NotADesignation
from extractors.designation.parse import parse
from extractors.patent_number import NotAPatentNumber, PatentNumber
from extractors.patent_number import parse as parse_number
from graph.records import Edge, Evidence, Issue, Node, Value
from graph.sources import Row, Source, TableFile, rows

Record = Node | Edge | Issue
_IPC = re.compile(r"([A-H]\d\d[A-Z])(?: {0,3}(\d{1,4})/\d{2,6})?")
_NAMES = ("published", "filed", "applicant")


def patents(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """A Patent node a row with its IPC classes; the applicants stay a property to keep the graph small."""
    return patent_records(source, table.path.name, rows(table))


def sep_declarations(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """A SepDeclaration a row with the standards it names and the publications it declares."""
    return declaration_records(source, table.path.name, rows(table))


def patent_records(source: Source, file: str, table: Iterable[Row]) -> Iterator[Record]:
    """Records of rows with the fields number (or application), title_zh, title_en, ipc, applicant, filed, published."""
    for row in table:
        number = _identified(source, file, row)
        if isinstance(number, Issue):
            yield number
            continue
        uid = f"pat:{number.canonical}"
        facts = _facts(number)
        facts |= {name: row.get(name) for name in ("title_zh", "title_en", *_NAMES)}
        facts["title"] = row.get("title_zh") or row.get("title_en") or number.canonical
        yield Node("Patent", uid, {name: value for name, value in facts.items() if value})
        for code, written in main_groups(row.get("ipc")).items():
            yield Edge("CLASSIFIED_AS", uid, f"ipc:{code}", _evidence(source, row, written))


def main_groups(cell: str) -> dict[str, str]:
    """IPC main groups of a cell (subclasses where it names no group) as first written: {"H04L9/00": "H04L 9/32"}."""
    groups: dict[str, str] = {}
    for found in _IPC.finditer(cell):
        subclass, group = found.groups()
        groups.setdefault(f"{subclass}{group}/00" if group else subclass, found.group(0))
    return groups


def declaration_records(source: Source, file: str, table: Iterable[Row]) -> Iterator[Record]:
    """Records of rows with the fields of ETSI's export: declaration, declarant, standard, publications …"""
    for row in table:
        uid = f"sep:{row.get('declaration') or source.id}/{row.number}"
        written = [part.strip() for part in row.get("publications").split("|") if part.strip()]
        facts: dict[str, Value] = {
            "title": f"{row.get('declaration')} {row.get('declarant')}".strip() or uid,
            "declarant": row.get("declarant"),
            "declared": row.get("declared"),
            "standard_as_written": row.get("standard"),
            "publication": ";".join(written),
        }
        yield Node("SepDeclaration", uid, {name: value for name, value in facts.items() if value})
        yield from _standards(source, file, row, uid)
        for publication in written:
            number = _number(source, file, row, publication, "publication")
            yield from [number] if isinstance(number, Issue) else _declared(source, row, uid, publication, number)


def _declared(source: Source, row: Row, uid: str, written: str, number: PatentNumber) -> Iterator[Record]:
    patent = f"pat:{number.canonical}"
    yield Node("Patent", patent, {"title": number.canonical, **_facts(number)})
    yield Edge("DECLARES", uid, patent, _evidence(source, row, written))


def _standards(source: Source, file: str, row: Row, uid: str) -> Iterator[Record]:
    """One cell may name a deliverable and the specification it publishes: the works of both, whatever the version."""
    for written in filter(None, row.get("standard").split(" -- ")):
        name = written.partition(" version ")[0].partition(" (")[0].strip()
        try:
            work = parse(f"ETSI {name}" if name.startswith(("TS ", "TR ")) else name).undated
        except NotADesignation as error:
            yield _issue(source, file, row, "designation", written, error.reason)
        else:
            yield Edge("DECLARED_ESSENTIAL_TO", uid, f"std:{work}", _evidence(source, row, written))


def _identified(source: Source, file: str, row: Row) -> PatentNumber | Issue:
    """The publication number; of an application that has none its own number."""
    if written := row.get("number"):
        return _number(source, file, row, written, "publication")
    return _number(source, file, row, row.get("application"), "application")


def _number(source: Source, file: str, row: Row, written: str, form: str) -> PatentNumber | Issue:
    try:
        return parse_number(written, form=form)
    except NotAPatentNumber as error:
        return _issue(source, file, row, "patent_number", written, error.reason)


def _facts(number: PatentNumber) -> dict[str, Value]:
    facts = {"publication_number": number.canonical, "office": number.office, "kind": number.kind or ""}
    return {name: value for name, value in facts.items() if value}


def _evidence(source: Source, row: Row, quote: str) -> Evidence:
    return Evidence(source.document, quote, "table", source.confidence, row=row.number)


def _issue(source: Source, file: str, row: Row, kind: str, value: str, message: str) -> Issue:
    return Issue(kind, source.document, f"{file} row {row.number}", value, message)
