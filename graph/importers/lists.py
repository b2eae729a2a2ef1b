"""Classifications, mappings between them, committees, regions; and tables of counts, which make no records."""

from collections.abc import Iterator

from graph.records import Edge, Evidence, Issue, Node
from graph.sources import Row, Source, TableFile, rows

Record = Node | Edge | Issue


def classes(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """A Classification node a row, and the class above it; the option `scheme` names the classification."""
    scheme = table.options["scheme"]
    for row in rows(table):
        code = row["code"]
        titles = {name: row.get(name) for name in ("title_zh", "title_en") if row.get(name)}
        title = row.get("title_zh") or row.get("title_en") or code
        yield Node("Classification", f"{scheme}:{code}", {"title": title, **titles, "scheme": scheme, "code": code})
        if above := row.get("parent"):
            yield Edge("BROADER", f"{scheme}:{code}", f"{scheme}:{above}", _evidence(source, row, above))


def mappings(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """MAPPED_TO edges between the schemes of the options `scheme` and `target_scheme`."""
    scheme, target_scheme = table.options["scheme"], table.options["target_scheme"]
    for row in rows(table):
        evidence = _evidence(source, row, f"{row['code']} {row['target']}")
        ends = f"{scheme}:{row['code']}", f"{target_scheme}:{row['target']}"
        yield Edge("MAPPED_TO", *ends, evidence, {"match": row["match"]})


def committees(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """ISO's committees by reference and title."""
    for row in rows(table):
        uid = f"tc:{row['reference']}"
        facts = {"title": row["title_en"], "title_en": row["title_en"], "reference": row["reference"]}
        yield Node("Committee", uid, facts)


def regions(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """Provinces and cities."""
    for row in rows(table):
        facts = {"title": row["title_zh"], "title_zh": row["title_zh"], "code": row["code"], "level": row["level"]}
        yield Node("Region", f"region:{row['code']}", facts)


def counts(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """Reads a table that only measures use, so that its rows are checked; it makes no records."""
    for _ in rows(table):
        pass
    return
    yield


def _evidence(source: Source, row: Row, quote: str) -> Evidence:
    return Evidence(source.document, quote, "table", source.confidence, row=row.number)
