"""Which table a user gives (standards, patents, declarations), told by its columns: `patterns/readers/columns.yaml`."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from errors import InputError
from extractors.readers.limits import pattern_file
from extractors.readers.table import Table

UNSAID = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class TableKind:
    """What a table holds.

    `kind` is standards, patents or declarations; `mapping` gives the column of each field that was recognised;
    `unknown` the columns that mean nothing to us, to be shown.
    """

    kind: str
    mapping: Mapping[str, str]
    unknown: tuple[str, ...]

    def field(self, record: Mapping[str, str], name: str) -> str:
        """A field of one of the table's records, "" when the table has no such column."""
        return record[self.mapping[name]] if name in self.mapping else ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The column names of one kind of table: folded name → field; field groups it needs; fields only this kind has."""

    fields: Mapping[str, str]
    needed: tuple[tuple[str, ...], ...]
    signal: frozenset[str]
    names: Mapping[str, Sequence[str]]


def recognise(table: Table) -> TableKind:
    """Tell a table's kind from its columns; of two columns for one field the first counts, the other is unknown.

    Raises:
        InputError: the table lacks a column that its kind needs; the message names the missing and the accepted ones.
    """
    kinds = _vocabularies()
    mappings = {kind: _mapped(table.columns, vocabulary) for kind, vocabulary in kinds.items()}
    complete = [kind for kind in kinds if not _missing(mappings[kind], kinds[kind])]
    best = max(complete or kinds, key=lambda kind: _fit(mappings[kind], kinds[kind]))
    if missing := _missing(mappings[best], kinds[best]):
        raise _lacking(table, best, kinds[best], missing[0], bool(mappings[best]))
    mapping = mappings[best]
    taken = set(mapping.values())
    unknown = tuple(column for column in table.columns if column not in taken)
    return TableKind(best, MappingProxyType(mapping), unknown)


def fold(name: str) -> str:
    """A column name as compared: half width, lower case, letters and digits only."""
    return UNSAID.sub("", unicodedata.normalize("NFKC", name).casefold())


def _mapped(columns: Sequence[str], vocabulary: Vocabulary) -> dict[str, str]:
    mapping: dict[str, str] = {}
    for column in columns:
        if field := vocabulary.fields.get(fold(column)):
            mapping.setdefault(field, column)
    return mapping


def _fit(mapping: Mapping[str, str], vocabulary: Vocabulary) -> tuple[int, int]:
    """How well a table fits a kind: columns that only this kind has, then all it understands."""
    return len(vocabulary.signal.intersection(mapping)), len(mapping)


def _missing(mapping: Mapping[str, str], vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    return [group for group in vocabulary.needed if not any(field in mapping for field in group)]


def _lacking(table: Table, kind: str, vocabulary: Vocabulary, group: Sequence[str], is_close: bool) -> InputError:
    shown = ", ".join(table.columns)
    if is_close:
        problem = f"table of {kind} lacks a column for {' or '.join(group)}; it has"
        return InputError(problem, file=table.file, value=shown, allowed=_accepted(vocabulary, group))
    kinds = (f"{name} with {_accepted(words, words.needed[0])}" for name, words in _vocabularies().items())
    return InputError("table has no column we know", file=table.file, value=shown, allowed="; ".join(kinds))


def _accepted(vocabulary: Vocabulary, group: Sequence[str]) -> str:
    return ", ".join(name for field in group for name in vocabulary.names[field][:3])


@cache
def _vocabularies() -> Mapping[str, Vocabulary]:
    return {
        kind: Vocabulary(
            fields={fold(str(name)): field for field, names in raw["fields"].items() for name in names},
            needed=tuple(map(tuple, raw["needed"])),
            signal=frozenset(raw["signal"]),
            names={field: tuple(map(str, names)) for field, names in raw["fields"].items()},
        )
        for kind, raw in pattern_file("columns.yaml").items()
    }
