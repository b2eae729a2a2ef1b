"""Fixtures: the stores of both engines; the Neo4j one starts a real server."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import neo4j
import pytest

from graph import neo4j_server
from graph.engine_embedded import EmbeddedStore
from graph.engine_neo4j import Neo4jStore
from graph.store import Store


@pytest.fixture(scope="session")
def neo4j_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """The environment of a server for this session. Not there: a failure where CI is set, else a skip."""
    if reason := neo4j_server.available():
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with neo4j_server.running(tmp_path_factory.mktemp("neo4j") / "home") as environment:
        yield environment


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine in turn."""
    if request.param == "embedded":
        with EmbeddedStore.create(tmp_path / "graph.kgl") as embedded:
            yield embedded
        return
    environment = request.getfixturevalue("neo4j_environment")
    _empty(environment)
    with Neo4jStore.from_environment(environment) as server:
        yield server


def _empty(environment: Mapping[str, str]) -> None:
    user = (environment["NEO4J_USER"], environment["NEO4J_PASSWORD"])
    with neo4j.GraphDatabase.driver(environment["NEO4J_URI"], auth=user) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
