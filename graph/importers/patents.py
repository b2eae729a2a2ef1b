"""Patent tables: publications with title and IPC classes, and declarations of potentially essential patents."""

from collections.abc import Iterator

from extractors.designation.identifier import NotADesignation
from extractors.designation.parse import parse
from extractors.patent_number import NotAPatentNumber, PatentNumber
from extractors.patent_number import parse as parse_number
from graph.importers.catalogue import codes
from graph.records import Edge, Evidence, Issue, Node, Value
from graph.sources import Row, Source, TableFile, rows

Record = Node | Edge | Issue


def patents(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """A Patent node a row with its IPC classes; the applicants stay a property to keep the graph small."""
    for row in rows(table):
        number = _number(source, table, row, row["number"])
        if isinstance(number, Issue):
            yield number
            continue
        uid = f"pat:{number.canonical}"
        facts: dict[str, Value] = {
            "title": row.get("title_zh") or number.canonical,
            "title_zh": row.get("title_zh"),
            "publication_number": number.canonical,
            "kind": number.kind or "",
            "office": number.office,
            **{name: row.get(name) for name in ("published", "filed", "applicant")},
        }
        yield Node("Patent", uid, {name: value for name, value in facts.items() if value})
        for scheme, code in codes("ipc", row.get("ipc")):
            evidence = Evidence(source.document, code, "table", source.confidence, row=row.number)
            yield Edge("CLASSIFIED_AS", uid, f"{scheme}:{code}", evidence)


def sep_declarations(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """A SepDeclaration a row with the standards it names and the publications it declares."""
    for row in rows(table):
        uid = f"sep:{row['declaration']}/{row.number}"
        facts: dict[str, Value] = {
            "title": f"{row['declaration']} {row['declarant']}",
            "declarant": row["declarant"],
            "declared": row["declared"],
            "standard_as_written": row["standard"],
            "publication": ";".join(_publications(row)),
        }
        yield Node("SepDeclaration", uid, {name: value for name, value in facts.items() if value})
        yield from _standards(source, table, row, uid)
        for written in _publications(row):
            number = _number(source, table, row, written)
            if isinstance(number, Issue):
                yield number
            else:
                yield from _declared(source, row, uid, written, number)


def _publications(row: Row) -> list[str]:
    return [part.strip() for part in row["publications"].split("|") if part.strip()]


def _declared(source: Source, row: Row, uid: str, written: str, number: PatentNumber) -> Iterator[Record]:
    patent = f"pat:{number.canonical}"
    facts: dict[str, Value] = {"title": number.canonical, "publication_number": number.canonical}
    facts |= {"office": number.office, "kind": number.kind or ""}
    yield Node("Patent", patent, {name: value for name, value in facts.items() if value})
    yield Edge("DECLARES", uid, patent, Evidence(source.document, written, "table", source.confidence, row=row.number))


def _standards(source: Source, table: TableFile, row: Row, uid: str) -> Iterator[Record]:
    """One cell may name a deliverable and the specification it publishes: the works of both, whatever the version."""
    for written in row["standard"].split(" -- "):
        name = written.partition(" version ")[0].partition(" (")[0].strip()
        full = name if name.startswith("3GPP") else f"ETSI {name}"
        try:
            work = parse(full).undated
        except NotADesignation as error:
            yield _issue(source, table, row, "designation", written, error.reason)
            continue
        evidence = Evidence(source.document, written, "table", source.confidence, row=row.number)
        yield Edge("DECLARED_ESSENTIAL_TO", uid, f"std:{work}", evidence)


def _number(source: Source, table: TableFile, row: Row, written: str) -> PatentNumber | Issue:
    try:
        return parse_number(written, form="publication")
    except NotAPatentNumber as error:
        return _issue(source, table, row, "patent_number", written, error.reason)


def _issue(source: Source, table: TableFile, row: Row, kind: str, value: str, message: str) -> Issue:
    return Issue(kind, source.document, f"{table.path.name} row {row.number}", value, message)
