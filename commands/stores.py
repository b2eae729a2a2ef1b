"""The engine a command asks: the embedded graph of the build, or a Neo4j server."""

import argparse
import os

from commands.places import built
from graph.engine_embedded import EmbeddedStore
from graph.engine_neo4j import Neo4jStore
from graph.store import Store


def add_engine(parser: argparse.ArgumentParser) -> None:
    """Declares --engine."""
    parser.add_argument(
        "--engine", choices=("embedded", "neo4j"), default="embedded",
        help="neo4j takes NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE from the environment",
    )  # fmt: skip


def opened(options: argparse.Namespace) -> Store:
    """The store of `--engine`, open for reading; a context manager."""
    if options.engine == "neo4j":
        return Neo4jStore.from_environment(os.environ)
    return EmbeddedStore.open(built(options.build) / "graph.kgl")
