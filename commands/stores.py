"""The engine a command asks: the embedded graph of the build, or a Neo4j server."""

import argparse
import os

from commands.places import built
from errors import InputError
from graph import store
from graph.store import Store


def add_engine(parser: argparse.ArgumentParser) -> None:
    """Declares --engine."""
    parser.add_argument(
        "--engine", choices=("embedded", "neo4j"), default="embedded",
        help="neo4j takes NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE from the environment",
    )  # fmt: skip


def opened(options: argparse.Namespace) -> Store:
    """The store of `--engine`, open for reading; a context manager."""
    if options.engine == "embedded":
        return store.open(built(options.build))
    if not (address := os.environ.get("NEO4J_URI")):
        raise InputError("not set", file="NEO4J_URI", allowed="bolt://host:7687 or neo4j+s://host")
    return store.open(address)
