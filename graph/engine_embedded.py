"""The embedded engine: kglite behind the store protocol. Its file is a projection; the records stay the truth."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from errors import InputError
from graph import guard
from graph.engine_frames import edge_frames, file_frames, graph_of, node_frames
from graph.engine_rows import key
from graph.records import Edge, Node
from graph.store import ROW_LIMIT, TIMEOUT_SECONDS, Rows


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
        self._graph = graph_of(node_frames(self._nodes.values()), edge_frames(self._edges.values()))
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
            try:
                self._graph.save(str(self._path))
            except kglite.KgError as error:
                raise InputError("cannot write the graph", file=self._path, value=error) from error
        self._nodes, self._edges, self._writing = {}, {}, False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writing = self._writing and error is None
        self.close()


def write_graph(folder: Path) -> None:
    """The `graph.kgl` of a build folder, from its parquet files: as loading their records (each edge once), faster."""
    graph_of(file_frames(folder / "nodes"), file_frames(folder / "edges")).save(str(folder / "graph.kgl"))


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
