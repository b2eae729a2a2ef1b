"""Neo4j behind the store protocol. Loading merges by uid, so it can be repeated; questions run in read sessions."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from errors import InputError
from graph import guard
from graph.engine_rows import PLACE, distinct, edge_row, node_row
from graph.records import Edge, Node
from graph.store import ROW_LIMIT, TIMEOUT_SECONDS, Rows
from ontology import schema

BATCH = 5_000
CONSTRAINTS = Path(schema.__file__).with_name("constraints.cypher")
TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
Item = TypeVar("Item")


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
        statements = CONSTRAINTS.read_text(encoding="utf-8").split(";\n")
        late = [statement for statement in statements if "FULLTEXT" in statement]
        with self._driver.session(database=self._database) as session:
            _apply(session, [statement for statement in statements if statement.strip() and statement not in late])
            for label, batch in _batches(nodes, lambda node: node.label):
                labels.update((node.uid, node.label) for node in batch)
                session.execute_write(_merge_nodes, label, batch)
            for ends, rows in _batches(distinct(edges), lambda edge: _ends(edge, labels)):
                session.execute_write(_merge_edges, ends, rows)
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


def _batches(items: Iterable[Item], group: Callable[[Item], Any]) -> Iterator[tuple[Any, list[Item]]]:
    """Items by group, at most BATCH at a time, in order of arrival within a group."""
    waiting: dict[Any, list[Item]] = defaultdict(list)
    for item in items:
        batch = waiting[name := group(item)]
        batch.append(item)
        if len(batch) == BATCH:
            yield name, waiting.pop(name)
    yield from waiting.items()


def _ends(edge: Edge, labels: Mapping[str, str]) -> tuple[str, str, str, tuple[str, ...]]:
    """Type, labels of the ends, and the parts of the place that are given: MERGE takes no null in a pattern."""
    for uid in (edge.source, edge.target):
        if uid not in labels:
            raise InputError("relation to a node that is not loaded", file=edge.type, place=edge.source, value=uid)
    given = tuple(name for name in PLACE if getattr(edge.evidence, name) is not None)
    return edge.type, labels[edge.source], labels[edge.target], given


def _merge_nodes(transaction: neo4j.ManagedTransaction, label: str, nodes: list[Node]) -> None:
    types = schema.load().datatypes(label)
    query = f"UNWIND $rows AS row MERGE (n:{label} {{uid: row.uid}}) SET n = row"
    transaction.run(query, rows=[node_row(node, types) for node in nodes]).consume()


def _merge_edges(
    transaction: neo4j.ManagedTransaction, ends: tuple[str, str, str, tuple[str, ...]], edges: list[Edge]
) -> None:
    type, source, target, given = ends
    types = schema.load().datatypes(type)
    place = ", ".join(f"`{name}`: row.facts.`{name}`" for name in given)
    query = (
        f"UNWIND $rows AS row MATCH (a:{source} {{uid: row.source}}) MATCH (b:{target} {{uid: row.target}}) "
        f"MERGE (a)-[r:{type} {{{place}}}]->(b) SET r = row.facts"
    )
    rows = [{"source": edge.source, "target": edge.target, "facts": edge_row(edge, types)} for edge in edges]
    transaction.run(query, rows=rows).consume()


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
