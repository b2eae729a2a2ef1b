"""CSV: one file a label and a relation, columns as the ontology names them, every text in quotes."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.engine_rows import edge_row, node_row
from graph.folder import read_edges, read_nodes
from graph.records import Edge, Node
from ontology import schema

Files = Iterator[tuple[str, Iterator[str]]]


def files(folder: Path) -> Files:
    """`nodes/<Label>.csv` and `edges/<TYPE>.csv`, first line the names of the columns."""
    for label, nodes in groupby(read_nodes(folder), lambda node: node.label):
        yield f"nodes/{label}.csv", _with_heading(node_columns(label), node_lines(label, nodes))
    for type, edges in groupby(read_edges(folder), lambda edge: edge.type):
        yield f"edges/{type}.csv", _with_heading(edge_columns(type), edge_lines(type, edges))


def node_columns(label: str) -> tuple[str, ...]:
    """uid, then the other properties a label may have."""
    return ("uid", *(name for name in schema.load().datatypes(label) if name != "uid"))


def edge_columns(type: str) -> tuple[str, ...]:
    """The ends, then evidence and own properties a relation may have."""
    return ("source", "target", *schema.load().datatypes(type))


def node_lines(label: str, nodes: Iterable[Node]) -> Iterator[str]:
    """A line for each node, in the order of `node_columns`."""
    types, columns = schema.load().datatypes(label), node_columns(label)
    return (line(node_row(node, types), columns) for node in nodes)


def edge_lines(type: str, edges: Iterable[Edge]) -> Iterator[str]:
    """A line for each edge, in the order of `edge_columns`."""
    types, columns = schema.load().datatypes(type), edge_columns(type)
    for edge in edges:
        yield line({"source": edge.source, "target": edge.target, **edge_row(edge, types)}, columns)


def line(row: Mapping[str, Any], columns: Iterable[str]) -> str:
    """RFC 4180; a missing value is nothing at all, an empty text is a pair of quotes."""
    return ",".join([_cell(row.get(name)) for name in columns]) + "\n"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with_heading(columns: Iterable[str], lines: Iterator[str]) -> Iterator[str]:
    yield ",".join(columns) + "\n"
    yield from lines
