"""A build is there whole or not at all."""

import pytest

from errors import InputError
from graph.folder import read_edges, read_nodes, swapped_in, write_records
from graph.records import Edge, Evidence, Node

NODES = [
    Node("Standard", "std:GB/T 1", {"title": "GB/T 1", "title_zh": "甲"}),
    Node("Standard", "std:GB/T 2", {"title": "GB/T 2", "listed": False}),
    Node("Edition", "ed:GB/T 1-2020", {"title": "GB/T 1-2020", "year": 2020}),
]
EDGES = [
    Edge("EDITION_OF", "ed:GB/T 1-2020", "std:GB/T 1", Evidence("doc:x", "GB/T 1-2020", "table", 1.0, row=3)),
    Edge("CITES", "doc:y", "std:GB/T 1", Evidence("doc:y", "GB/T 1", "designations", 0.9, 4, 10), {"section": "body"}),
]
TYPES = {"title": "str", "title_zh": "str", "listed": "bool", "year": "int", "section": "str"}


def test_records_come_back_as_they_were_written(tmp_path):
    write_records(tmp_path, NODES, EDGES, lambda _: TYPES)
    assert sorted(read_nodes(tmp_path), key=lambda node: node.uid) == sorted(NODES, key=lambda node: node.uid)
    assert sorted(read_edges(tmp_path), key=lambda edge: edge.type) == sorted(EDGES, key=lambda edge: edge.type)


def test_the_last_good_build_stays_when_the_next_one_fails(tmp_path):
    target = tmp_path / "current"
    with swapped_in(target) as folder:
        (folder / "manifest.json").write_text("good")
    with pytest.raises(RuntimeError), swapped_in(target) as folder:
        (folder / "manifest.json").write_text("half")
        raise RuntimeError
    assert (target / "manifest.json").read_text() == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["current"]


def test_interrupting_leaves_nothing_behind(tmp_path):
    with pytest.raises(KeyboardInterrupt), swapped_in(tmp_path / "current") as folder:
        (folder / "part").write_text("half")
        raise KeyboardInterrupt
    assert not any(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(InputError, match="cannot write the build"), swapped_in(tmp_path / "file" / "current"):
        pass
