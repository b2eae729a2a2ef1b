"""Records as the rows an engine stores: evidence beside an edge's own properties, values of the declared types."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.records import Edge, Node

PLACE = ("document", "row", "start", "end", "quote")
EVIDENCE = (*PLACE, "extractor", "confidence")


def key(edge: Edge) -> tuple[Any, ...]:
    """What makes an edge one and not two: type, ends, and where its words stand."""
    place = edge.evidence
    return (edge.type, edge.source, edge.target, place.document, place.row, place.start, place.end, place.quote)


def distinct(edges: Iterable[Edge]) -> Iterator[Edge]:
    """The edges in order, the first of each key."""
    seen: set[tuple[Any, ...]] = set()
    for edge in edges:
        if (mark := key(edge)) not in seen:
            seen.add(mark)
            yield edge


def node_row(node: Node, types: Mapping[str, str]) -> dict[str, Any]:
    """`uid` and the properties of a node, nulls left out."""
    return {"uid": node.uid, **typed(node.properties, types)}


def edge_row(edge: Edge, types: Mapping[str, str]) -> dict[str, Any]:
    """The evidence and the own properties of an edge, nulls left out."""
    evidence = {name: getattr(edge.evidence, name) for name in EVIDENCE}
    return typed({**evidence, **edge.properties}, types)


def typed(values: Mapping[str, Any], types: Mapping[str, str]) -> dict[str, Any]:
    """Values without nulls; a whole number where the ontology asks for a float becomes one."""
    return {
        name: float(value) if types.get(name) == "float" and isinstance(value, int) else value
        for name, value in values.items()
        if value is not None
    }
