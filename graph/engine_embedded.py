"""The embedded engine: kglite behind the store protocol. Its file is a projection; the records stay the truth."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite
import pandas as pd

from errors import InputError
from graph import guard
from graph.engine_rows import EVIDENCE, edge_row, key
from graph.records import Edge, Node
from graph.store import ROW_LIMIT, TIMEOUT_SECONDS, Rows
from ontology import schema
from ontology.terms import Datatype

# pandas' nullable types: a missing whole number stays missing and the others stay whole
_COLUMNS: Mapping[str, Any] = {"str": object, "date": object, "int": "Int64", "float": "Float64", "bool": "boolean"}
_TYPES = {"str": "string", "date": "string", "int": "integer", "float": "float", "bool": "boolean"}


class EmbeddedStore:
    """A graph in memory, read from or written to one `.kgl` file.

    Records given to `load` are kept until `close`, which writes the file; the graph is built anew from all of them,
    because kglite merges parallel edges when a relationship type is extended.

    One difference to Neo4j remains: `r.start` or `r.end` of a relation without that property is the node at that end,
    not null. Ask for them only `WHERE r.row IS NULL`, as the questions do.
    """

    def __init__(self, graph: Any, path: Path, *, writing: bool):
        kglite.set_query_warning_policy("silent")  # an empty label is no news: names are checked against the ontology
        self._path = path
        self._writing = writing
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[Any, ...], Edge] = {}
        self._frozen = graph.freeze()
        self._graph = graph

    @classmethod
    def create(cls, path: Path) -> Self:
        """An empty store that writes `path` when closed."""
        return cls(kglite.KnowledgeGraph(), path, writing=True)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in `path`, for reading. InputError when there is none or it cannot be read."""
        try:
            graph = kglite.load(str(path))
        except kglite.KgError as error:
            raise InputError("no graph here", file=path, value=error, allowed="the graph.kgl of a build") from error
        return cls(graph, path, writing=False)

    def load(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Adds records; see Store. A store opened for reading refuses."""
        if not self._writing:
            raise InputError("graph is open for reading", file=self._path)
        self._nodes.update((node.uid, node) for node in nodes)
        for edge in edges:
            self._edges.setdefault(key(edge), edge)
        self._graph = kglite.KnowledgeGraph()
        _add_nodes(self._graph, self._nodes.values())
        _add_edges(self._graph, self._edges.values(), self._nodes)
        self._frozen = self._graph.freeze()

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Answers a reading query; see Store. May be called from several threads."""
        guard.check(cypher)
        try:
            found = self._frozen.cypher(
                cypher, params=dict(parameters or {}), timeout_ms=TIMEOUT_SECONDS * 1000, row_limit=ROW_LIMIT + 1
            )
        except kglite.CypherTimeoutError as error:
            raise InputError("query took too long", file="query", allowed=f"{TIMEOUT_SECONDS} s") from error
        except (kglite.KgError, ValueError, TypeError) as error:
            raise InputError("query not understood", file="query", value=str(error).splitlines()[0]) from error
        if len(found) > ROW_LIMIT:
            raise InputError("too many rows", file="query", allowed=f"{ROW_LIMIT}, use LIMIT")
        columns = tuple(found.columns)
        return Rows(columns, tuple(tuple(_plain(row[name]) for name in columns) for row in found))

    def close(self) -> None:
        """Writes the file if anything was loaded."""
        if self._writing and self._nodes:
            self._graph.save(str(self._path))
        self._nodes, self._edges, self._writing = {}, {}, False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writing = self._writing and error is None
        self.close()


def _add_nodes(graph: Any, nodes: Iterable[Node]) -> None:
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(node)
    for label, members in by_label.items():
        given = frozenset().union(*(node.properties for node in members))
        types = {name: kind for name, kind in schema.load().datatypes(label).items() if name in given}
        values = {name: [node.properties.get(name) for node in members] for name in types}
        frame, kinds = _frame({"uid": [node.uid for node in members], **values}, {"uid": "str", **types})
        graph.add_nodes(frame, label, "uid", "title", column_types=kinds)


def _add_edges(graph: Any, edges: Iterable[Edge], nodes: Mapping[str, Node]) -> None:
    """One call for each (type, source label, target label): the engine takes no mixed ends.

    From the second call of a type and source label on, kglite merges rows with the same ends. The repeated ones are
    created by a query.
    """
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.type, _label(edge.source, edge, nodes), _label(edge.target, edge, nodes)].append(edge)
    begun: set[tuple[str, str]] = set()
    for (type, source, target), members in groups.items():
        first, repeated = (members, []) if (type, source) not in begun else _split(members)
        begun.add((type, source))
        frame, kinds = _edge_frame(first, schema.load().datatypes(type))
        graph.add_relationships(frame, type, source, "source", target, "target", column_types=kinds)
        if repeated:
            _create(graph, type, source, target, repeated)


def _edge_frame(edges: list[Edge], types: Mapping[str, Datatype]) -> tuple[pd.DataFrame, dict[str, str]]:
    ends = {"source": [edge.source for edge in edges], "target": [edge.target for edge in edges]}
    values = {name: [getattr(edge.evidence, name) for edge in edges] for name in EVIDENCE}
    own = frozenset().union(*(edge.properties for edge in edges))
    values |= {name: [edge.properties.get(name) for edge in edges] for name in types if name in own}
    frame, kinds = _frame(values, types)
    return frame.assign(**ends), kinds


def _split(edges: list[Edge]) -> tuple[list[Edge], list[Edge]]:
    """The first edge of each pair of ends, and the others."""
    first: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        first.setdefault((edge.source, edge.target), edge)
    kept = set(map(id, first.values()))
    return list(first.values()), [edge for edge in edges if id(edge) not in kept]


def _create(graph: Any, type: str, source: str, target: str, edges: list[Edge]) -> None:
    types = schema.load().datatypes(type)
    rows = [{"source": edge.source, "target": edge.target, **edge_row(edge, types)} for edge in edges]
    names = sorted({name for row in rows for name in row})
    settings = ", ".join(f"r.`{name}` = row.`{name}`" for name in names if name not in ("source", "target"))
    graph.cypher(
        f"UNWIND $rows AS row MATCH (a:{source} {{uid: row.source}}), (b:{target} {{uid: row.target}}) "
        f"CREATE (a)-[r:{type}]->(b) SET {settings}",
        params={"rows": [{name: row.get(name) for name in names} for row in rows]},
    )


def _label(uid: str, edge: Edge, nodes: Mapping[str, Node]) -> str:
    if uid not in nodes:
        raise InputError("relation to a node that is not loaded", file=edge.type, place=edge.source, value=uid)
    return nodes[uid].label


def _frame(columns: Mapping[str, list[Any]], types: Mapping[str, Datatype]) -> tuple[pd.DataFrame, dict[str, str]]:
    """A frame without columns that are empty throughout, and kglite's types of its columns."""
    filled = {name: values for name, values in columns.items() if any(value is not None for value in values)}
    arrays = {name: pd.array(values, dtype=_COLUMNS[types[name]]) for name, values in filled.items()}
    return pd.DataFrame(arrays), {name: _TYPES[types[name]] for name in filled}


def _plain(value: Any) -> Any:
    """kglite's nodes and relationships as the dicts that both engines give."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"id", "labels", "properties"}:
        return {"label": value["labels"][0], **_own(value["properties"])}
    if value.keys() == {"id", "start", "end", "type", "properties"}:
        return {"type": value["type"], **dict(sorted(value["properties"].items()))}
    return {name: _plain(item) for name, item in value.items()}


def _own(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Without `id` and `type`, which kglite adds."""
    return {name: value for name, value in sorted(properties.items()) if name not in ("id", "type")}
