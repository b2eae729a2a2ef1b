"""A difference between engines is found, whatever it is."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

import cli
from graph import parity, questions
from graph.engine_embedded import EmbeddedStore
from graph.engine_neo4j import Neo4jStore
from graph.neo4j_ledger import Version
from graph.store import Rows
from tests.conftest import _empty
from tests.graph import tiny

CASES = Path(__file__).with_name("questions")
ROWS = Rows(("a", "b"), ((1, "x"), (None, {"l": [0.1 + 0.2, True]})))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (Rows(("a", "b"), ((1, "x"), (None, {"l": [0.3, True]}))), ""),
        (Rows(("a", "c"), ROWS.rows), "columns: a, b ≠ a, c"),
        (Rows(("a", "b"), ROWS.rows[:1]), "rows: 2 ≠ 1"),
        (Rows(("a", "b"), ROWS.rows[::-1]), "row 1, a: '1' (int) ≠ 'None' (NoneType)"),
        (Rows(("a", "b"), ((1.0, "x"), ROWS.rows[1])), "row 1, a: '1' (int) ≠ '1.0' (float)"),
        (Rows(("a", "b"), ((True, "x"), ROWS.rows[1])), "row 1, a: '1' (int) ≠ 'True' (bool)"),
        (Rows(("a", "b"), (ROWS.rows[0], (None, {"l": [0.3]}))), "row 2, b: "),
        (Rows(("a", "b"), (ROWS.rows[0], (None, {"m": [0.3, True]}))), "row 2, b: "),
    ],
)
def test_between(other: Rows, said: str) -> None:
    found = parity.between(ROWS, other)
    assert found == said or (said and found.startswith(said))


@pytest.fixture
def build(tmp_path: Path, neo4j_environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build with one question's tiny graph, and the same in Neo4j."""
    nodes, edges, _ = tiny.read(CASES / "policy_gaps.yaml")
    with EmbeddedStore.create(tmp_path / "graph.kgl") as embedded:
        embedded.load(nodes, edges)
    (tmp_path / "manifest.json").write_text(json.dumps({"data_version": "1"}), encoding="utf-8")
    _empty(neo4j_environment)
    with Neo4jStore.from_environment(neo4j_environment) as server:
        server.replace(nodes, edges, Version("1", "f"))
    for name, value in neo4j_environment.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def test_command(build: Path, capsys: pytest.CaptureFixture[str], neo4j_environment: Mapping[str, str]) -> None:
    assert cli.main(["check", "--parity", "--build", str(build)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(questions.load())
    nodes, _, _ = tiny.read(CASES / "policy_gaps.yaml")
    with Neo4jStore.from_environment(neo4j_environment) as server:
        server.replace(nodes, [], Version("1", "g"))
    assert cli.main(["check", "--parity", "--build", str(build)]) == 1
    assert "policy_gaps: row" in capsys.readouterr().out or "policy_gaps: rows" in capsys.readouterr().out
    with Neo4jStore.from_environment(neo4j_environment) as server:
        server.replace(nodes, [], Version("2", "g"))
    assert cli.main(["check", "--parity", "--build", str(build)]) == 1
    assert "Neo4j holds another build '2' (allowed: 1: run `normatlas load`)" in capsys.readouterr().err
