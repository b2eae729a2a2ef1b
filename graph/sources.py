"""Sources of facts: each a folder with `source.yaml` and tables. Wrong structure is an InputError, never a guess."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from errors import InputError
from graph import strict_yaml as strict
from graph.scope import Scope, declared
from graph.tables import Column, Row, TableFile, check_header, rows

__all__ = ["Column", "Row", "Scope", "Source", "TableFile", "declared", "load", "load_one", "rows", "scopes", "table"]

_ABOUT = frozenset({"title", "publisher", "licence", "retrieved", "scope"})
_SOURCE = frozenset({*_ABOUT, "id", "licence_note", "origin", "precedence", "confidence", "files"})
_FILE = frozenset({"path", "importer", "minimum_rows", "fields"})
_SCOPE = frozenset({"tiers", "field", "last", "complete", "note"})
_TYPES = ("text", "date", "integer")
# The tiers of ontology/vocabularies/tiers.ttl.
_TIERS = ("national", "sector", "local", "group", "enterprise", "international", "regional", "foreign")
# What a user's own table is taken for until a `<table>.source.yaml` beside it says more.
_USER_PRECEDENCE = 50


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something, under which licence, how complete, and how much it is trusted.

    `precedence` orders sources that contradict each other, the lowest first: 5 a classification or list of names,
    10 a register or the publisher's own list, 20 an official notice, 30 a crawl or merged list, 40 a list made by
    hand, 50 a user's table. `confidence` is the share of its statements that proved right where they could be checked
    (1 for a publisher's own list).
    """

    id: str
    title_zh: str
    title_en: str
    publisher: str
    licence: str
    licence_note: str
    retrieved: str
    origin: tuple[str, ...]
    precedence: int
    confidence: float
    files: tuple[TableFile, ...]
    scope: tuple[Scope, ...]

    @property
    def document(self) -> str:
        """The uid of the Document node every statement of this source rests on."""
        return f"doc:{self.id}"


def load(root: Path) -> tuple[Source, ...]:
    """The sources in `root/sources`, most trusted first: each folder with a `source.yaml`; table headers are checked.

    Raises:
        InputError: an unknown or missing key, a wrong value, a missing table or column.
    """
    found = [load_one(path) for path in sorted(root.glob("sources/*/source.yaml"))]
    if not found:
        raise InputError("no source.yaml in any subfolder", file=root / "sources")
    return tuple(sorted(found, key=lambda source: (source.precedence, source.id)))


def load_one(path: Path) -> Source:
    """One `source.yaml`; its id must be the name of its folder."""
    entry = strict.keys(strict.read(path), path, "source", _SOURCE)
    if entry["id"] != path.parent.name:
        raise InputError("id differs from folder", file=path, place="id", value=entry["id"], allowed=path.parent.name)
    title_zh, title_en = strict.pair(entry["title"], path, "title")
    source = Source(
        **{name: str(entry[name]) for name in ("id", "publisher", "licence", "licence_note")},
        title_zh=title_zh,
        title_en=title_en,
        retrieved=strict.dated(entry["retrieved"], path, "retrieved"),
        origin=strict.texts(entry["origin"], path, "origin"),
        precedence=strict.integer(entry["precedence"], path, "precedence"),
        confidence=strict.share(entry["confidence"], path, "confidence"),
        files=tuple(_file(one, path, n) for n, one in enumerate(strict.items(entry["files"], path, "files"))),
        scope=scopes(entry["scope"], path, path.parent.name),
    )
    for one in source.files:
        check_header(one)
    return source


def user_source(path: Path, id: str, importer: str) -> Source:
    """The source a user's own table is: a sample, unless `<table>.source.yaml` beside it declares more.

    The sidecar has the keys title {zh, en}, publisher, licence, retrieved and scope, as in `source.yaml`.
    """
    files = (TableFile(path, importer, (), 0),)
    sidecar = path.with_suffix(".source.yaml")
    if not sidecar.exists():
        note = "用户自己的表，未声明完整。", "A user's own table, not declared complete."
        scope = Scope(id, (), "*", "", False, *note)
        return Source(id, path.name, path.name, "", "", "", "", (), _USER_PRECEDENCE, 1.0, files, (scope,))
    entry = strict.keys(strict.read(sidecar), sidecar, "source", _ABOUT)
    titles = strict.pair(entry["title"], sidecar, "title")
    about = str(entry["publisher"]), str(entry["licence"]), ""
    retrieved = strict.dated(entry["retrieved"], sidecar, "retrieved")
    scope_of = scopes(entry["scope"], sidecar, id)
    return Source(id, *titles, *about, retrieved, (), _USER_PRECEDENCE, 1.0, files, scope_of)


def scopes(raw: Any, path: Path, source: str) -> tuple[Scope, ...]:
    """The entries of a `scope` list, strictly."""
    return tuple(_scope(one, path, f"scope[{n}]", source) for n, one in enumerate(strict.items(raw, path, "scope")))


def table(sources: tuple[Source, ...], name: str) -> Iterator[Row]:
    """The rows of a table by "source/file name", such as "iso/first_editions.csv.gz": for measures that read counts."""
    wanted, _, file = name.partition("/")
    for source in sources:
        for one in source.files:
            if (source.id, one.path.name) == (wanted, file):
                return rows(one)
    raise InputError("no such table", value=name)


def _file(raw: Any, path: Path, number: int) -> TableFile:
    place = f"files[{number}]"
    entry = strict.keys(raw, path, place, _FILE, frozenset({"options"}))
    name = str(entry["path"])
    if Path(name).name != name:
        raise InputError("must be a file name", file=path, place=f"{place}.path", value=name)
    columns = tuple(_column(key, value, path, f"{place}.fields.{key}") for key, value in entry["fields"].items())
    minimum = strict.integer(entry["minimum_rows"], path, f"{place}.minimum_rows")
    return TableFile(path.parent / name, str(entry["importer"]), columns, minimum, entry.get("options", {}))


def _column(name: str, raw: Any, path: Path, place: str) -> Column:
    entry = strict.keys(raw, path, place, frozenset({"zh", "en"}), frozenset({"type"}))
    kind = entry.get("type", "text")
    if kind not in _TYPES:
        raise InputError("unknown type", file=path, place=place, value=kind, allowed=", ".join(_TYPES))
    return Column(name, str(entry["zh"]), str(entry["en"]), kind)


def _scope(raw: Any, path: Path, place: str, source: str) -> Scope:
    entry = strict.keys(raw, path, place, _SCOPE, frozenset({"bodies", "codes", "first"}))
    note_zh, note_en = strict.pair(entry["note"], path, f"{place}.note")
    tiers = strict.texts(entry["tiers"], path, f"{place}.tiers")
    if unknown := set(tiers) - set(_TIERS):
        allowed = ", ".join(_TIERS)
        raise InputError("unknown tier", file=path, place=f"{place}.tiers", value=min(unknown), allowed=allowed)
    if not isinstance(entry["complete"], bool):
        raise InputError("not true or false", file=path, place=f"{place}.complete", value=entry["complete"])
    return Scope(
        source=source,
        tiers=tiers,
        field=str(entry["field"]),
        last=strict.dated(entry["last"], path, f"{place}.last"),
        complete=entry["complete"],
        note_zh=note_zh,
        note_en=note_en,
        first=strict.dated(entry.get("first", ""), path, f"{place}.first"),
        bodies=strict.texts(entry.get("bodies", []), path, f"{place}.bodies"),
        codes=strict.texts(entry.get("codes", []), path, f"{place}.codes"),
    )
