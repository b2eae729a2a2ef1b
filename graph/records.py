"""Records: the only thing between documents and engines. Frozen, ordered, engine-free."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Node:
    """A node of one class of the ontology; `properties` holds no nulls and always a `title`."""

    label: str
    uid: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a statement rests on.

    `document` is the uid of a Document node. For a running text `start`/`end` are code point offsets
    into it; for a table `row` is the 1-based data row and `quote` the cell's text.
    """

    document: str
    quote: str
    extractor: str
    confidence: float = 1.0
    start: int | None = None
    end: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation of the ontology between two nodes, with the evidence it rests on (never empty)."""

    type: str
    source: str
    target: str
    evidence: Evidence
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that was not understood, contradicted or refused; shown, never dropped."""

    kind: str
    document: str
    place: str
    value: str
    message: str
