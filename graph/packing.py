"""Records as columns of plain values: how they travel between processes, at a third of the cost of objects."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from graph.records import Edge, Evidence, Issue, Node

Columns = list[list[Any]]
Packed = tuple[Columns, Columns, Columns, list[Issue]]
Records = tuple[list[Node], list[Edge], list[Issue]]
_NODE = ("label", "uid", "properties")
_EDGE = ("type", "source", "target")
_EVIDENCE = ("document", "quote", "extractor", "confidence", "start", "end", "row")


def apart(records: Iterable[Node | Edge | Issue]) -> Records:
    """Nodes, edges and issues, each in their order."""
    nodes, edges, issues = [], [], []
    for record in records:
        if isinstance(record, Node):
            nodes.append(record)
        elif isinstance(record, Edge):
            edges.append(record)
        else:
            issues.append(record)
    return nodes, edges, issues


def packed(records: Iterable[Node | Edge | Issue]) -> Packed:
    """Columns of the nodes, of the edges, of the edges' evidence; issues are few and stay as they are."""
    nodes, edges, issues = apart(records)
    evidence = [edge.evidence for edge in edges]
    edge_columns = [*_columns(edges, _EDGE), [edge.properties or None for edge in edges]]
    return _columns(nodes, _NODE), edge_columns, _columns(evidence, _EVIDENCE), issues


def unpacked(columns: Packed) -> Records:
    """The records again."""
    nodes, (*ends, properties), evidence, issues = columns
    own = [given or {} for given in properties]
    return list(map(Node, *nodes)), list(map(Edge, *ends, map(Evidence, *evidence), own)), issues


def _columns(records: list[Any], fields: tuple[str, ...]) -> Columns:
    return [list(map(attrgetter(field), records)) for field in fields]
