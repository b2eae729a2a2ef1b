"""The technology vocabulary as records: concepts, what is broader, and the classes they are mapped to."""

from collections.abc import Iterator, Sequence

from graph.records import Edge, Evidence, Node
from ontology.vocabulary import Concept

_DOCUMENT = "doc:technologies"


def concept_records(concepts: Sequence[Concept]) -> Iterator[Node | Edge]:
    """A Technology node a concept, with BROADER and MAPPED_TO edges; the vocabulary file is their document."""
    yield Node("Document", _DOCUMENT, {"title": "technologies.ttl", "media_type": "text/turtle"})
    for concept in concepts:
        facts = {"title": concept.zh, "title_zh": concept.zh, "title_en": concept.en, "kind": concept.kind}
        yield Node("Technology", concept.uid, {**facts, "aggregate": concept.aggregate})
        for row, parent in enumerate(concept.broader, 1):
            yield Edge("BROADER", concept.uid, parent, _evidence(f"skos:broader {parent}", row))
        for row, mapping in enumerate(concept.mappings, 1):
            quote = f"skos:{mapping.match}Match {mapping.scheme}/{mapping.code}"
            target = f"{mapping.scheme}:{mapping.code}"
            yield Edge("MAPPED_TO", concept.uid, target, _evidence(quote, row), {"match": mapping.match})


def _evidence(quote: str, row: int) -> Evidence:
    return Evidence(_DOCUMENT, quote, "vocabulary", 1.0, row=row)
