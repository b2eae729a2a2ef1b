"""Work spread over processes: the same records and results, in order; an error is the user's one line."""

import operator
from pathlib import Path

import pytest

from errors import InputError
from graph.engine_embedded import EmbeddedStore, write_graph
from graph.folder import write_records
from graph.packing import apart, packed, unpacked
from graph.processes import InPlace, in_order, processes
from graph.records import Edge, Evidence, Issue, Node
from graph.tables import TableFile, check_header
from ontology import schema
from tests.app import sample_build

RECORDS = [
    Node("Standard", "std:GB/T 1", {"title": "GB/T 1", "listed": False}),
    Issue("status", "doc:x", "row 2", "?", "unknown"),
    Edge("EDITION_OF", "ed:GB/T 1-2020", "std:GB/T 1", Evidence("doc:x", "GB/T 1-2020", "table", 1.0, row=3)),
    Edge("CITES", "doc:y", "std:GB/T 1", Evidence("doc:y", "GB/T 1", "designations", 0.9, 4, 10), {"section": "body"}),
    Node("Edition", "ed:GB/T 1-2020", {"title": "GB/T 1-2020", "year": 2020}),
]


def test_records_unpack_as_they_were_packed():
    assert unpacked(packed(RECORDS)) == apart(RECORDS)


@pytest.mark.parametrize("worthwhile", [False, True])
def test_results_come_in_the_order_of_the_items_and_errors_whole(worthwhile):
    missing = TableFile(Path("no-such.csv.gz"), "classes", (), 0)
    with processes(worthwhile=worthwhile) as pool:
        assert list(in_order(pool, operator.neg, [1, 3, 2], float)) == [-1, -3, -2]
        with pytest.raises(InputError, match=r"no-such\.csv\.gz: table cannot be read"):
            list(in_order(pool, check_header, [missing], lambda _: 1.0))


def test_small_work_is_done_in_place():
    with processes(worthwhile=False) as pool:
        assert isinstance(pool, InPlace)


def test_the_file_of_a_build_is_as_loading_its_records(tmp_path):
    nodes, edges = list(sample_build.nodes()), list(sample_build.edges())
    write_records(tmp_path, nodes, edges, schema.load().datatypes)
    write_graph(tmp_path)
    with EmbeddedStore.create(tmp_path / "records.kgl") as store:
        store.load(nodes, edges)
    asked = ("MATCH (n) RETURN n ORDER BY n.uid", "MATCH (a)-[r]->(b) RETURN a.uid, r, b.uid ORDER BY a.uid, b.uid")
    with EmbeddedStore.open(tmp_path / "graph.kgl") as made, EmbeddedStore.open(tmp_path / "records.kgl") as loaded:
        for query in asked:
            found = sorted(map(repr, made.query(query).rows))
            assert found
            assert found == sorted(map(repr, loaded.query(query).rows))
