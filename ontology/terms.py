"""The ontology as frozen data: what the Turtle files say, in the names the graph uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Datatype = Literal["str", "int", "float", "bool", "date"]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the ontology or of a vocabulary, in both languages. `id` is the value or name the graph uses."""

    id: str
    iri: str
    label_zh: str
    label_en: str
    comment_zh: str
    comment_en: str


@dataclass(frozen=True, slots=True)
class Property:
    """One property as one class or relation may have it.

    `many`: several items joined with ";" in one value. `enum` and `pattern` restrict strings; `minimum`, `above`
    (exclusive) and `maximum` restrict numbers; `less_than` names the property whose value must be larger.
    """

    name: str
    datatype: Datatype
    required: bool
    label_zh: str
    label_en: str
    many: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    min_length: int = 0
    minimum: float | None = None
    above: float | None = None
    maximum: float | None = None
    less_than: str | None = None


@dataclass(frozen=True, slots=True)
class NodeClass:
    """A node label with its properties by snake_case name (`uid` and `title` included) and its alignments."""

    name: str
    iri: str
    label_zh: str
    label_en: str
    comment_zh: str
    comment_en: str
    properties: Mapping[str, Property]
    alignments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship type with its own properties (evidence apart) and the (source, target) labels it may join."""

    type: str
    iri: str
    label_zh: str
    label_en: str
    comment_zh: str
    comment_en: str
    pairs: tuple[tuple[str, str], ...]
    properties: Mapping[str, Property]
    alignments: tuple[tuple[str, str], ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(source for source, _ in self.pairs))

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(target for _, target in self.pairs))


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole ontology.

    `evidence` holds the properties every relation has beside its own, `evidence_places` the groups of them of which
    one must be complete (a span or a row). `vocabularies` maps tiers, statuses, asks, modalities to terms by id.
    `terms` maps every property name to its term.
    """

    classes: Mapping[str, NodeClass]
    relations: Mapping[str, Relation]
    evidence: Mapping[str, Property]
    evidence_places: tuple[tuple[str, ...], ...]
    vocabularies: Mapping[str, Mapping[str, Term]]
    terms: Mapping[str, Term]

    def properties(self, owner: str) -> Mapping[str, Property]:
        """The properties of a node label, or those of a relationship type with its evidence."""
        if owner in self.classes:
            return self.classes[owner].properties
        return {**self.evidence, **self.relations[owner].properties}

    def datatypes(self, owner: str) -> dict[str, Datatype]:
        """Property name → datatype of a label or a type; one name may differ between owners (`level`)."""
        return {name: item.datatype for name, item in self.properties(owner).items()}
