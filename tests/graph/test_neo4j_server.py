"""The server's folder: one server in it, nothing left behind."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from errors import InputError
from graph import neo4j_server
from graph.engine_neo4j import Neo4jStore


def test_folder_in_use_is_refused(tmp_path: Path) -> None:
    (tmp_path / "server.env").touch()
    with pytest.raises(InputError, match="a server is running here"):
        neo4j_server.start(tmp_path)


def test_stopping_nothing_is_allowed(tmp_path: Path) -> None:
    neo4j_server.stop(tmp_path / "home")


def test_only_its_own_process_is_ended(tmp_path: Path) -> None:
    """A process id in a stale file may be another program's by now: that one goes on, the folder goes."""
    home = tmp_path / "home"
    home.mkdir()
    with subprocess.Popen(["sleep", "60"]) as other:
        (home / "server.env").write_text(f"NEO4J_PID={other.pid}\n", encoding="utf-8")
        neo4j_server.stop(home)
        assert other.poll() is None
        other.terminate()
    assert not home.exists()


def test_it_listens_on_loopback_with_a_password_of_its_own(neo4j_environment: Mapping[str, str]) -> None:
    assert neo4j_environment["NEO4J_URI"].startswith("bolt://127.0.0.1:")
    for password in ("neo4j", ""):
        with pytest.raises(InputError, match="NEO4J_PASSWORD"):
            Neo4jStore.from_environment({**neo4j_environment, "NEO4J_PASSWORD": password})
    with Neo4jStore.from_environment(neo4j_environment) as store:
        assert store.query("RETURN 1 AS one").rows == ((1,),)
