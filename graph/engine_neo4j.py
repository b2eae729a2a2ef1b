"""Neo4j behind the store protocol. Loading merges by uid, so it can be repeated; questions run in read sessions."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from errors import InputError
from graph import guard, neo4j_load
from graph import neo4j_ledger as ledger
from graph.engine_rows import distinct
from graph.neo4j_batches import batches, edge_rows, ends, node_rows, write_edges, write_nodes
from graph.neo4j_ledger import Version
from graph.records import Edge, Node
from graph.store import ROW_LIMIT, TIMEOUT_SECONDS, Rows
from ontology import schema

CONSTRAINTS = Path(schema.__file__).with_name("constraints.cypher")
TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"


class Neo4jStore:
    """A graph on a Neo4j server (5.26 or later), Community Edition included."""

    def __init__(self, driver: neo4j.Driver, database: str):
        self._driver = driver
        self._database = database

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Connects with NEO4J_URI, NEO4J_USER (neo4j), NEO4J_PASSWORD and NEO4J_DATABASE (neo4j).

        Raises:
            InputError: an address or password is missing or wrong, or the server does not answer.
        """
        for name in ("NEO4J_URI", "NEO4J_PASSWORD"):
            if not environment.get(name):
                raise InputError(
                    "not set", file="environment", place=name, allowed="the address and password of a server"
                )
        uri = environment["NEO4J_URI"]
        user = (environment.get("NEO4J_USER", "neo4j"), environment["NEO4J_PASSWORD"])
        try:
            driver = neo4j.GraphDatabase.driver(uri, auth=user, notifications_min_severity="OFF")
            driver.verify_connectivity()
        except AuthError as error:
            raise InputError("user or password refused", file=uri, allowed="NEO4J_USER, NEO4J_PASSWORD") from error
        except (DriverError, Neo4jError, ValueError) as error:
            raise InputError("server does not answer", file=uri, value=error) from error
        return cls(driver, environment.get("NEO4J_DATABASE", "neo4j"))

    def load(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Constraints, nodes and edges in batches, then the full-text index, slow to keep while loading; see Store."""
        labels: dict[str, str] = {}
        with self._indexed() as session:
            for label, batch in batches(nodes, lambda node: node.label):
                labels.update((node.uid, label) for node in batch)
                session.execute_write(write_nodes, label, node_rows(label, batch), known_new=False)
            for group, members in batches(distinct(edges), lambda edge: ends(edge, labels)):
                session.execute_write(write_edges, group, edge_rows(group, members), known_new=False)

    def replace(self, nodes: Iterable[Node], edges: Iterable[Edge], version: Version | None = None) -> neo4j_load.Tally:
        """Makes the database hold these records and no others of an earlier `replace`; what is the same is skipped.

        A marker node (:NormatlasLoad) says which version the database holds. When it holds that fingerprint whole
        already, nothing is read. A run that was ended midway is continued by the next one.

        Raises:
            InputError: an edge to a node that is not among `nodes`, another load at work, or the server stops.
        """
        version = version or Version()
        try:
            with self._driver.session(database=self._database) as session:
                if neo4j_load.holds(session, version):
                    return neo4j_load.Tally()
            with self._indexed() as session:
                load = neo4j_load.begin(session, uuid4().hex)
                neo4j_load.load_edges(load, edges, neo4j_load.load_nodes(load, nodes))
                neo4j_load.remove(load)
                return neo4j_load.finish(load, version)
        except (DriverError, Neo4jError) as error:
            value = str(error).splitlines()[0]
            raise InputError(
                "load broken off", file="Neo4j", value=value, allowed="run it again: it goes on"
            ) from error

    def holds(self) -> str:
        """The data version of the last complete `replace`, empty when there is none."""
        with self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
            marker = ledger.marker(session)
        return marker.version.data_version if marker is not None else ""

    @contextmanager
    def _indexed(self) -> Iterator[neo4j.Session]:
        """A session to write in: keys are there before, the full-text index after."""
        statements = [text for text in CONSTRAINTS.read_text(encoding="utf-8").split(";\n") if text.strip()]
        late = [statement for statement in statements if "FULLTEXT" in statement]
        with self._driver.session(database=self._database) as session:
            _apply(session, [statement for statement in statements if statement not in late])
            yield session
            _apply(session, late)

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Answers a reading query; see Store."""
        guard.check(cypher)
        query = neo4j.Query(cypher, timeout=TIMEOUT_SECONDS)
        try:
            with self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
                result = session.run(query, dict(parameters or {}))
                columns, found = tuple(result.keys()), result.fetch(ROW_LIMIT + 1)
        except Neo4jError as error:
            if str(error.code).startswith(TIMED_OUT):
                raise InputError("query took too long", file="query", allowed=f"{TIMEOUT_SECONDS} s") from error
            value = str(error.message).splitlines()[0]
            raise InputError("query not understood", file="query", value=value) from error
        except DriverError as error:
            raise InputError("server does not answer", file="query", value=error) from error
        if len(found) > ROW_LIMIT:
            raise InputError("too many rows", file="query", allowed=f"{ROW_LIMIT}, use LIMIT")
        return Rows(columns, tuple(tuple(_plain(value) for value in record.values()) for record in found))

    def close(self) -> None:
        """Closes the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _apply(session: neo4j.Session, statements: Iterable[str]) -> None:
    for statement in statements:
        session.run(neo4j.Query(statement)).consume()
    session.run("CALL db.awaitIndexes(300)").consume()


def _plain(value: Any) -> Any:
    """Nodes, relationships and paths as the dicts that both engines give."""
    if isinstance(value, neo4j.graph.Node):
        return {"label": next(iter(value.labels), ""), **dict(sorted(value.items()))}
    if isinstance(value, neo4j.graph.Relationship):
        return {"type": value.type, **dict(sorted(value.items()))}
    if isinstance(value, neo4j.graph.Path):
        return {
            "nodes": [_plain(node) for node in value.nodes],
            "relationships": [_plain(r) for r in value.relationships],
        }
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value
