"""What every engine does: take records in, answer Cypher. Two engines keep this protocol and one contract test."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from graph.records import Edge, Node

TIMEOUT_SECONDS = 60
ROW_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer. Values are str, int, float, bool, None, or lists and dicts of them, the same from every engine."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Store(Protocol):
    """A graph that can be filled and asked; a context manager."""

    def load(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Adds records. Ends of edges must be among the nodes. Loading the same records again changes nothing."""

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Answers a reading query.

        Raises:
            InputError: the query would write or reach outside the graph, is not understood by the engine, runs longer
                than TIMEOUT_SECONDS or gives more than ROW_LIMIT rows.
        """

    def close(self) -> None:
        """Writes what was loaded and releases the engine; closing twice is allowed."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open(place: str | Path) -> Store:
    """The store at a build folder, a `.kgl` file, or a Neo4j address (credentials from NEO4J_USER and so on).

    Raises:
        InputError: nothing there, or the server does not answer.
    """
    from graph.engine_embedded import EmbeddedStore  # engines are imported when one is opened: either may be absent
    from graph.engine_neo4j import Neo4jStore

    if "://" in str(place):
        return Neo4jStore.from_environment({**os.environ, "NEO4J_URI": str(place)})
    path = Path(place)
    return EmbeddedStore.open(path / "graph.kgl" if path.is_dir() else path)
