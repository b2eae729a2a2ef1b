"""A user's own table (`build --add`): standards, patents or declarations, told by its column names."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from errors import InputError
from extractors.designation.identifier import Designation
from extractors.readers import read_table
from extractors.readers.columns import recognise
from graph import sources
from graph.importers.catalogue import Catalogue, Listed, Record, codes, target
from graph.importers.chinese import administered
from graph.importers.patents import declaration_records, patent_records
from graph.importers.relations import adoption, degree_words
from graph.records import Edge, Issue
from graph.sources import Row, Source, TableFile
from graph.tables import is_date

_NOT_SLUG = re.compile(r"[^\w-]+")
_DATE = re.compile(
    r"(\d{4})年?|(\d{4})[-/.年](\d{1,2})月?|(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d\d)(\d\d)"
)
_SEVERAL = re.compile(r"[;；、,，\n]")
_DATES = ("published", "implemented", "withdrawn", "filed", "declared", "reflected")
IMPORTER = "user_table"


def user_source(path: Path) -> Source:
    """The source a user's table is; its id is made of the file's name and contents.

    Raises:
        InputError: the file cannot be read, or a `<table>.source.yaml` beside it is wrong.
    """
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise InputError("table cannot be read", file=path, value=error.strerror or error) from error
    return sources.user_source(path, f"{_NOT_SLUG.sub('-', path.stem).strip('-') or 'table'}-{digest[:8]}", IMPORTER)


def user_table(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """Records of a table whose columns are recognised; a date that is none becomes an Issue and an empty cell."""
    read = read_table(table.path)
    kind = recognise(read)
    rows: list[Row] = []
    for number, cells in enumerate(read.rows, 1):
        record = dict(zip(read.columns, cells, strict=True))
        fields = {name: kind.field(record, name).strip() for name in kind.mapping}
        for name in sorted(fields.keys() & set(_DATES)):
            if (written := fields[name]) and not (found := as_date(written)):
                place = f"{table.path.name} row {number}"
                yield Issue("date", source.document, place, written, f"{name} is not a date; left out")
            fields[name] = found if written else ""
        rows.append(Row(number, fields))
    yield from _KINDS[kind.kind](source, table, as_of, rows)


def as_date(text: str) -> str:
    """2024-01-05, 2024/1/5, 2024.01.05, 2024年1月5日, 20240105, 2024-01-05 00:00:00 → ISO; "" when it is no date."""
    found = _DATE.fullmatch(text.replace("T", " ").partition(" ")[0])
    if not found:
        return ""
    parts = [part for part in found.groups() if part]
    date = "-".join(part.rjust(2, "0") for part in parts)
    return date if is_date(date) else ""


def _standards(source: Source, table: TableFile, as_of: str, rows: list[Row]) -> Iterator[Record]:
    catalogue = Catalogue(source, table, as_of, "cn")
    degrees = degree_words()
    for row in rows:
        yield from catalogue.edition(row, _listed(row))
        own = catalogue.parsed(row["number"], row)
        if isinstance(own, Issue):
            continue
        yield from administered(catalogue, row)
        yield from _replacements(catalogue, row, own)
        if row.get("adopts"):
            yield from adoption(catalogue, row, own, f"{row['adopts']} {row.get('adoption_degree')}", degrees)
        yield from _references(catalogue, row, own)
    yield from catalogue.works()


def _listed(row: Row) -> Listed:
    return Listed(
        number=row["number"],
        title_zh=row.get("title_zh"),
        title_en=row.get("title_en"),
        published=row.get("published"),
        valid_from=row.get("implemented"),
        valid_to=row.get("withdrawn"),
        word=row.get("status"),
        classes=(*codes("ics", row.get("ics")), *codes("ccs", row.get("ccs"))),
    )


def _replacements(catalogue: Catalogue, row: Row, own: Designation) -> Iterator[Record]:
    uid = f"ed:{own.identity}"
    for name in ("replaces", "replaced_by"):
        for written, other in _named(catalogue, row, name):
            if isinstance(other, Issue):
                yield other
            else:
                ends = (uid, target(other)) if name == "replaces" else (target(other), uid)
                yield Edge("REPLACES", *ends, catalogue.evidence(row, written))


def _references(catalogue: Catalogue, row: Row, own: Designation) -> Iterator[Record]:
    for written, other in _named(catalogue, row, "references"):
        if isinstance(other, Issue):
            yield other
        else:
            dated = {"dated": target(other).startswith("ed:")}
            evidence = catalogue.evidence(row, written)
            yield Edge("REFERENCES", f"ed:{own.identity}", target(other), evidence, dated)


def _named(catalogue: Catalogue, row: Row, field: str) -> Iterator[tuple[str, Designation | Issue]]:
    """The standards a cell names, each as written and as understood."""
    for written in filter(None, map(str.strip, _SEVERAL.split(row.get(field)))):
        yield written, catalogue.parsed(written, row)


def _patents(source: Source, table: TableFile, as_of: str, rows: list[Row]) -> Iterator[Record]:
    return patent_records(source, table.path.name, rows)


def _declarations(source: Source, table: TableFile, as_of: str, rows: list[Row]) -> Iterator[Record]:
    return declaration_records(source, table.path.name, rows)


_KINDS: dict[str, Callable[[Source, TableFile, str, list[Row]], Iterator[Record]]] = {
    "standards": _standards,
    "patents": _patents,
    "declarations": _declarations,
}
