"""A build into a real Neo4j: the same records however often and wherever it was broken off; others' records stay."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import neo4j
import pytest

from errors import InputError
from graph import neo4j_batches, neo4j_ledger
from graph.engine_neo4j import Neo4jStore
from graph.neo4j_ledger import Version
from graph.neo4j_load import Tally
from graph.records import Edge, Evidence, Node
from tests.conftest import _empty

NODES = [
    Node("Document", "doc:a", {"title": "a", "media_type": "text/plain"}),
    *(Node("Standard", f"std:{n}", {"title": f"标准{n}", "designation": str(n)}) for n in range(7)),
    *(Node("Technology", f"tech:{n}", {"title": f"t{n}"}) for n in range(3)),
]
EDGES = [
    Edge("COVERS", f"std:{n}", f"tech:{n % 3}", Evidence("doc:a", "q", "x", row=row), {"probability": 0.5})
    for n in range(7)
    for row in (1, 2)
]
GRAPH = (
    "MATCH (n) WHERE NOT n:NormatlasLoad AND NOT n:NormatlasPage OPTIONAL MATCH (n)-[r]->(m) "
    "RETURN labels(n) AS l, properties(n) AS p, type(r) AS t, properties(r) AS f, m.uid AS m ORDER BY p.uid, m, f.row"
)


class Killed(Exception):
    """The client ended."""


@pytest.fixture
def ask(neo4j_environment: Mapping[str, str]) -> Iterator[Any]:
    """Runs any Cypher on an emptied server."""
    _empty(neo4j_environment)
    user = (neo4j_environment["NEO4J_USER"], neo4j_environment["NEO4J_PASSWORD"])
    with neo4j.GraphDatabase.driver(
        neo4j_environment["NEO4J_URI"], auth=user, notifications_min_severity="OFF"
    ) as driver:
        yield lambda query, **values: driver.execute_query(query, values).records


@pytest.fixture
def server(neo4j_environment: Mapping[str, str], ask: Any) -> Iterator[Neo4jStore]:
    with Neo4jStore.from_environment(neo4j_environment) as store:
        yield store


def test_replacing_is_idempotent_and_counts_what_it_did(server: Neo4jStore, ask: Any) -> None:
    assert server.replace(NODES, [*EDGES, *EDGES]) == Tally(created=len(NODES) + len(EDGES))
    before = ask(GRAPH)
    assert server.replace(NODES, EDGES) == Tally(same=len(NODES) + len(EDGES))
    assert ask(GRAPH) == before
    server.load(NODES, EDGES)
    assert ask(GRAPH) == before


def test_only_what_changed_is_written_and_what_vanished_is_removed(server: Neo4jStore, ask: Any) -> None:
    server.replace(NODES, EDGES)
    changed = Node("Technology", "tech:0", {"title": "new"})
    nodes = [node for node in NODES if node.uid not in ("tech:0", "std:6")] + [changed]
    edges = [edge for edge in EDGES if edge.source != "std:6"]
    assert server.replace(nodes, edges) == Tally(changed=1, same=len(nodes) + len(edges) - 1, removed=3)
    kept = ask(GRAPH)
    ask("MATCH (n) DETACH DELETE n")
    server.replace(nodes, edges)
    assert ask(GRAPH) == kept


def test_a_node_whose_label_changed_keeps_its_relations(server: Neo4jStore, ask: Any) -> None:
    server.replace(NODES, EDGES)
    nodes = [Node("Patent", node.uid, {"title": "p"}) if node.uid == "std:1" else node for node in NODES]
    server.replace(nodes, EDGES)
    assert [list(record) for record in ask("MATCH (n {uid: 'std:1'})-[r]->() RETURN labels(n), count(r)")] == [
        [["Patent"], 2]
    ]


def test_records_of_others_stay(server: Neo4jStore, ask: Any) -> None:
    ask("CREATE (:Standard {uid: 'std:theirs'})-[:COVERS {row: 1}]->(:Note {uid: 'note'})")
    server.replace(NODES, EDGES)
    ask("MATCH (n:Note), (s:Standard {uid: 'std:6'}) CREATE (n)-[:ABOUT]->(s)")
    left = [node for node in NODES if node.label == "Document"]
    assert server.replace(left, []) == Tally(same=1, removed=len(NODES) + len(EDGES) - 2, kept=1)
    found = ask("MATCH (n) WHERE n.uid IS NOT NULL RETURN n.uid AS uid ORDER BY uid")
    assert [record["uid"] for record in found] == ["doc:a", "note", "std:6", "std:theirs"]
    assert ask("MATCH ()-[r]->() RETURN count(r) AS c")[0]["c"] == 2


@pytest.mark.parametrize("moment", range(0, len(NODES) + len(EDGES), 3))
def test_a_killed_load_goes_on(server: Neo4jStore, ask: Any, moment: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_batches, "BATCH", 2)
    nodes, edges = (ended(records, moment - before) for records, before in ((NODES, 0), (EDGES, len(NODES))))
    with pytest.raises(Killed):
        server.replace(nodes, edges, Version("1", "f"))
    assert server.holds() == ""
    tally = server.replace(NODES, EDGES, Version("1", "f"))
    assert (tally.created + tally.same, tally.changed, tally.removed) == (len(NODES) + len(EDGES), 0, 0)
    resumed = ask(GRAPH)
    ask("MATCH (n) DETACH DELETE n")
    server.load(NODES, EDGES)
    assert ask(GRAPH) == resumed


def ended(records: list[Any], after: int) -> Iterator[Any]:
    """The records until the client ends."""
    for position, record in enumerate(records):
        if position == after:
            raise Killed
        yield record


def test_the_marker_says_which_version_is_there(server: Neo4jStore, ask: Any, tmp_path: Path) -> None:
    server.replace(NODES, EDGES, Version("2026-08", "f"))
    assert server.holds() == "2026-08"
    assert server.replace(ended(NODES, 0), EDGES, Version("2026-08", "f")) == Tally()
    ask("MATCH (n:Standard {uid: 'std:1'}) DETACH DELETE n")
    assert server.replace(NODES, EDGES, Version("2026-08", "f")).changed > 0
    assert ask("MATCH (n:Standard) RETURN count(n) AS c")[0]["c"] == 7
    (tmp_path / "manifest.json").write_text('{"data_version": "7"}', encoding="utf-8")
    assert neo4j_ledger.version(tmp_path).data_version == "7"


def test_two_loads_do_not_mix(server: Neo4jStore, neo4j_environment: Mapping[str, str]) -> None:
    def interrupted() -> Iterator[Node]:
        yield from NODES[:5]
        with Neo4jStore.from_environment(neo4j_environment) as other:
            other.replace(NODES, EDGES)
        yield from NODES[5:]

    with pytest.raises(InputError, match="another load has begun"):
        server.replace(interrupted(), EDGES)
    assert server.replace(NODES, EDGES) == Tally(same=len(NODES) + len(EDGES))
