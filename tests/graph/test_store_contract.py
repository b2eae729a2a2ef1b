"""What a store promises, asked of both engines."""

from pathlib import Path

import pytest

from errors import InputError
from graph import store as stores
from graph.engine_embedded import EmbeddedStore
from graph.records import Edge, Evidence, Node
from graph.store import Rows, Store

NODES = [
    Node("Document", "doc:a", {"title": "a", "media_type": "text/plain"}),
    Node("Standard", "std:A 1", {"title": "甲", "designation": "A 1"}),
    Node("Edition", "ed:A 1-2020", {"title": " 空格 ", "year": 2020, "published": "2020-03", "sources": "null"}),
    Node("Edition", "ed:A 1-2021", {"title": "2021", "listed": False}),
    Node("Provision", "prov:p#1", {"title": "P", "path": "1", "level": 2}),
    Node("Policy", "pol:p", {"title": "p", "level": "省"}),
    Node("Target", "target:p#1", {"title": "T", "value": 10}),
]
EDGES = [
    Edge("CITES", "prov:p#1", "std:A 1", Evidence("doc:a", " A 1\n", "x", 1, 0, 3)),
    Edge("CITES", "prov:p#1", "std:A 1", Evidence("doc:a", " A 1\n", "x", 1, 5, 8), {"dated": False}),
    Edge("CITES", "prov:p#1", "ed:A 1-2020", Evidence("doc:a", "q", "x", 1, row=1)),
    Edge("CITES", "prov:p#1", "ed:A 1-2020", Evidence("doc:a", "q", "x", 0.5, row=2), {"dated": True}),
    Edge("CITES", "prov:p#1", "ed:A 1-2020", Evidence("doc:a", "q", "x", 0.5, row=2), {"dated": True}),
    Edge("EDITION_OF", "ed:A 1-2020", "std:A 1", Evidence("doc:a", "q", "x", row=2)),
]
CITES = (
    "MATCH (a)-[r:CITES]->(b) RETURN b.uid AS b, r.row AS row, CASE WHEN r.row IS NULL THEN r.`start` END AS s, "
    "r.dated AS dated, r.confidence AS c, r.quote AS q ORDER BY b, row, s"
)


def test_edges_are_kept_apart_by_place_and_loading_twice_changes_nothing(store: Store) -> None:
    for _ in range(2):
        store.load(iter(NODES), iter(EDGES))
        assert store.query(CITES).rows == (
            ("ed:A 1-2020", 1, None, None, 1.0, "q"),
            ("ed:A 1-2020", 2, None, True, 0.5, "q"),
            ("std:A 1", None, 0, None, 1.0, " A 1\n"),
            ("std:A 1", None, 5, False, 1.0, " A 1\n"),
        )
        assert store.query("MATCH (n) RETURN count(n) AS c").rows == ((len(NODES),),)


def test_types_and_missing_values_survive(store: Store) -> None:
    store.load(NODES, EDGES)
    found = store.query(
        "MATCH (n:Edition) RETURN n.title AS t, n.year AS y, n.published AS p, n.sources AS s, n.listed AS l ORDER BY t"
    )
    assert found.columns == ("t", "y", "p", "s", "l")
    assert found.rows == ((" 空格 ", 2020, "2020-03", "null", None), ("2021", None, None, None, False))
    value = store.query("MATCH (n:Target) RETURN n.value AS v").rows[0][0]
    assert (value, type(value)) == (10.0, float)
    assert store.query("MATCH (n) WHERE n.level IS NOT NULL RETURN n.level AS l ORDER BY n.uid").rows == (("省",), (2,))


def test_nodes_relationships_and_paths_are_plain_values(store: Store) -> None:
    store.load(NODES, EDGES)
    work = {"label": "Standard", "designation": "A 1", "title": "甲", "uid": "std:A 1"}
    relation = {"type": "EDITION_OF", "confidence": 1.0, "document": "doc:a", "extractor": "x", "quote": "q", "row": 2}
    found = store.query("MATCH p = (a:Edition)-[r:EDITION_OF]->(b) RETURN b, r, [b.uid] AS l, {x: b} AS m, p").rows[0]
    assert found[:4] == (work, relation, ["std:A 1"], {"x": work})
    assert (found[4]["nodes"][1], found[4]["relationships"]) == (work, [relation])


def test_a_changed_record_replaces_the_old_one(store: Store) -> None:
    store.load(NODES, EDGES)
    store.load([Node("Target", "target:p#1", {"title": "T2", "unit": "项"})], ())
    assert store.query("MATCH (n:Target) RETURN n.title AS t, n.unit AS u, n.value AS v").rows == (("T2", "项", None),)


def test_labels_that_nobody_loaded_are_empty(store: Store) -> None:
    store.load(NODES, EDGES)
    assert store.query("MATCH (n:PatentFamily)<-[:MEMBER_OF]-(p:Patent) RETURN p.uid AS p").rows == ()


def test_parameters(store: Store) -> None:
    store.load(NODES, EDGES)
    query = "MATCH (n:Edition) WHERE n.uid IN $uids AND ($year = 0 OR n.year = $year) RETURN n.uid AS uid ORDER BY uid"
    assert store.query(query, {"uids": ["ed:A 1-2020", "x'"], "year": 2020}) == Rows(("uid",), (("ed:A 1-2020",),))


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("MATCH (n) DETACH DELETE n", "clause not allowed 'DETACH'"),
        ("MATCH (n) RETURN n.uid AS uid ORDER", "query not understood"),
        ("MATCH (n) WHERE n.uid = $missing RETURN n", "query not understood"),
    ],
)
def test_refused_queries(store: Store, query: str, problem: str) -> None:
    store.load(NODES, EDGES)
    with pytest.raises(InputError, match="query") as caught:
        store.query(query)
    assert problem in str(caught.value)


def test_too_many_rows(store: Store) -> None:
    store.load(NODES, EDGES)
    with pytest.raises(InputError, match="too many rows"):
        store.query("UNWIND range(0, 100000) AS x RETURN x")


def test_relation_to_nowhere(store: Store) -> None:
    lost = Edge("EDITION_OF", "ed:A 1-2020", "std:nowhere", Evidence("doc:a", "q", "x", row=2))
    with pytest.raises(InputError, match="relation to a node that is not loaded 'std:nowhere'"):
        store.load(NODES, [lost])


def test_embedded_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    with EmbeddedStore.create(path) as made:
        made.load(NODES, EDGES)
        before = made.query(CITES)
    for place in (tmp_path, path):
        with stores.open(place) as opened:
            assert opened.query(CITES) == before
            with pytest.raises(InputError, match="open for reading"):
                opened.load(NODES, EDGES)


def test_nothing_is_written_when_loading_fails(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    with pytest.raises(InputError), EmbeddedStore.create(path) as made:
        made.load(NODES, [Edge("CITES", "prov:p#1", "std:B", Evidence("doc:a", "q", "x", row=1))])
    assert not path.exists()
    with pytest.raises(InputError, match="no graph here"):
        stores.open(tmp_path)


def test_server_that_does_not_answer() -> None:
    with pytest.raises(InputError, match="NEO4J_PASSWORD"):
        stores.open("bolt://127.0.0.1:1")
