"""Records in batches of one kind, and the Cypher that writes a batch."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import neo4j

from errors import InputError
from graph.engine_rows import PLACE, edge_row, node_row
from graph.records import Edge, Node
from ontology import schema

BATCH = 10_000
Item = TypeVar("Item")


class Ends(NamedTuple):
    """What the edges of a batch share; `given` are the parts of the place that are there: MERGE takes no null."""

    type: str
    source: str
    target: str
    given: tuple[str, ...]


def batches(items: Iterable[Item], group: Callable[[Item], Any]) -> Iterator[tuple[Any, list[Item]]]:
    """Items by group, at most BATCH at a time, in order of arrival within a group."""
    waiting: dict[Any, list[Item]] = defaultdict(list)
    for item in items:
        batch = waiting[name := group(item)]
        batch.append(item)
        if len(batch) == BATCH:
            yield name, waiting.pop(name)
    yield from waiting.items()


def ends(edge: Edge, labels: Mapping[str, str]) -> Ends:
    """The group of an edge. InputError when one of its ends is not among `labels`."""
    for uid in (edge.source, edge.target):
        if uid not in labels:
            raise InputError("relation to a node that is not loaded", file=edge.type, place=edge.source, value=uid)
    given = tuple(name for name in PLACE if getattr(edge.evidence, name) is not None)
    return Ends(edge.type, labels[edge.source], labels[edge.target], given)


def node_rows(label: str, nodes: Iterable[Node]) -> list[dict[str, Any]]:
    """What `write_nodes` takes."""
    types = schema.load().datatypes(label)
    return [node_row(node, types) for node in nodes]


def edge_rows(group: Ends, edges: Iterable[Edge]) -> list[list[Any]]:
    """What `write_edges` takes: source, target, evidence and properties."""
    types = schema.load().datatypes(group.type)
    return [[edge.source, edge.target, edge_row(edge, types)] for edge in edges]


def write_nodes(transaction: neo4j.ManagedTransaction, label: str, rows: Sequence[Any], *, known_new: bool) -> None:
    """Merges by uid, which has a key; creates where nothing of that uid can be there."""
    find = f"CREATE (n:{label})" if known_new else f"MERGE (n:{label} {{uid: row.uid}})"
    transaction.run(f"UNWIND $rows AS row {find} SET n = row", rows=rows).consume()


def write_edges(transaction: neo4j.ManagedTransaction, group: Ends, rows: Sequence[Any], *, known_new: bool) -> None:
    """Merges by ends and place; creates where nothing of that place can be there."""
    place = ", ".join(f"`{name}`: row[2].`{name}`" for name in group.given)
    find = f"CREATE (a)-[r:{group.type}]->(b)" if known_new else f"MERGE (a)-[r:{group.type} {{{place}}}]->(b)"
    query = (
        f"UNWIND $rows AS row MATCH (a:{group.source} {{uid: row[0]}}) MATCH (b:{group.target} {{uid: row[1]}}) "
        f"{find} SET r = row[2]"
    )
    transaction.run(query, rows=rows).consume()
