"""Sources of facts: each a folder with `source.yaml` and tables. Wrong structure is an InputError, never a guess."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from errors import InputError
from graph.scope import Scope, declared
from graph.tables import Column, Row, TableFile, check_header, is_date, rows

__all__ = ["Column", "Row", "Scope", "Source", "TableFile", "declared", "load", "load_one", "rows", "table"]

_ABOUT = ("id", "title", "publisher", "licence", "licence_note", "retrieved", "origin", "precedence", "confidence")
_SOURCE = frozenset({*_ABOUT, "files", "scope"})
_FILE = frozenset({"path", "importer", "minimum_rows", "fields", "options"})
_COLUMN = frozenset({"zh", "en", "type"})
_SCOPE = frozenset({"tiers", "bodies", "field", "codes", "first", "last", "complete", "note"})
_OPTIONAL = frozenset({"options", "type", "bodies", "codes", "first"})
_TYPES = ("text", "date", "integer")
# The tiers of ontology/vocabularies/tiers.ttl, as contract between scopes and standards.
_TIERS = ("national", "sector", "local", "group", "enterprise", "international", "regional", "foreign")


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something, under which licence, how complete, and how much it is trusted.

    `precedence` orders sources that contradict each other, the lowest first: 5 a classification
    or list of names, 10 a register or the publisher's own
    list, 20 an official notice, 30 a crawl or merged list, 40 a list made by hand, 50 a user's table. `confidence` is
    the share of its statements that proved right where they could be checked (1 for a publisher's own list).
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
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError("cannot be read", file=path, value=error) from error
    entry = _keys(raw, _SOURCE, path, "source")
    if entry["id"] != path.parent.name:
        raise InputError("id differs from folder", file=path, place="id", value=entry["id"], allowed=path.parent.name)
    source = Source(
        **{name: str(entry[name]) for name in ("id", "publisher", "licence", "licence_note", "retrieved")},
        title_zh=_pair(entry["title"], path, "title")[0],
        title_en=_pair(entry["title"], path, "title")[1],
        origin=_texts(entry["origin"], path, "origin"),
        precedence=_integer(entry["precedence"], path, "precedence"),
        confidence=_share(entry["confidence"], path, "confidence"),
        files=tuple(_file(one, path, f"files[{n}]") for n, one in enumerate(_list(entry["files"], path, "files"))),
        scope=tuple(_scope(one, path, n) for n, one in enumerate(_list(entry["scope"], path, "scope"))),
    )
    _dated(source.retrieved, path, "retrieved")
    for one in source.files:
        check_header(one)
    return source


def table(sources: tuple[Source, ...], name: str) -> Iterator[Row]:
    """The rows of a table by "source/file name", such as "iso/first_editions.csv.gz": for measures that read counts."""
    wanted, _, file = name.partition("/")
    for source in sources:
        for one in source.files:
            if (source.id, one.path.name) == (wanted, file):
                return rows(one)
    raise InputError("no such table", value=name)


def _file(raw: Any, path: Path, place: str) -> TableFile:
    entry = _keys(raw, _FILE, path, place)
    name = str(entry["path"])
    if Path(name).name != name:
        raise InputError("must be a file name", file=path, place=f"{place}.path", value=name)
    columns = tuple(_column(key, value, path, f"{place}.fields.{key}") for key, value in entry["fields"].items())
    minimum = _integer(entry["minimum_rows"], path, f"{place}.minimum_rows")
    importer = None if entry["importer"] is None else str(entry["importer"])
    return TableFile(path.parent / name, importer, columns, minimum, entry.get("options", {}))


def _column(name: str, raw: Any, path: Path, place: str) -> Column:
    entry = _keys(raw, _COLUMN, path, place)
    kind = entry.get("type", "text")
    if kind not in _TYPES:
        raise InputError("unknown type", file=path, place=place, value=kind, allowed=", ".join(_TYPES))
    return Column(name, str(entry["zh"]), str(entry["en"]), kind)


def _scope(raw: Any, path: Path, number: int) -> Scope:
    place = f"scope[{number}]"
    entry = _keys(raw, _SCOPE, path, place)
    zh, en = _pair(entry["note"], path, f"{place}.note")
    tiers = _texts(entry["tiers"], path, f"{place}.tiers")
    if unknown := set(tiers) - set(_TIERS):
        allowed = ", ".join(_TIERS)
        raise InputError("unknown tier", file=path, place=f"{place}.tiers", value=min(unknown), allowed=allowed)
    if not isinstance(entry["complete"], bool):
        raise InputError("not true or false", file=path, place=f"{place}.complete", value=entry["complete"])
    first, last = str(entry.get("first", "")), str(entry["last"])
    for name, value in (("first", first), ("last", last)):
        _dated(value, path, f"{place}.{name}")
    bodies = _texts(entry.get("bodies", []), path, f"{place}.bodies")
    codes = _texts(entry.get("codes", []), path, f"{place}.codes")
    return Scope(path.parent.name, tiers, str(entry["field"]), last, entry["complete"], zh, en, first, bodies, codes)


def _keys(raw: Any, known: frozenset[str], path: Path, place: str) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise InputError("not a mapping", file=path, place=place, value=raw)
    if unknown := sorted(str(key) for key in set(raw) - known):
        raise InputError("unknown key", file=path, place=place, value=unknown[0], allowed=", ".join(sorted(known)))
    if missing := sorted(known - _OPTIONAL - set(raw)):
        raise InputError("missing key", file=path, place=place, value=missing[0])
    return raw


def _pair(raw: Any, path: Path, place: str) -> tuple[str, str]:
    entry = _keys(raw, frozenset({"zh", "en"}), path, place)
    return str(entry["zh"]), str(entry["en"])


def _list(raw: Any, path: Path, place: str) -> list[Any]:
    if not isinstance(raw, list):
        raise InputError("not a list", file=path, place=place, value=raw)
    return raw


def _texts(raw: Any, path: Path, place: str) -> tuple[str, ...]:
    return tuple(str(item) for item in _list(raw, path, place))


def _integer(raw: Any, path: Path, place: str) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 0:
        raise InputError("not a whole number", file=path, place=place, value=raw)
    return raw


def _share(raw: Any, path: Path, place: str) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 < raw <= 1:
        raise InputError("not a share", file=path, place=place, value=raw, allowed="above 0, at most 1")
    return float(raw)


def _dated(value: str, path: Path, place: str) -> None:
    if value and not is_date(value):
        raise InputError("not a date", file=path, place=place, value=value, allowed="YYYY[-MM[-DD]]")
