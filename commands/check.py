"""normatlas check: data, vocabulary, ontology, questions and the build, each against what it declares."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import ontology.check
import ontology.schema
import ontology.vocabulary
from commands.places import BUILD, DATA, built
from errors import InputError
from graph import parity, questions, sources, store
from graph.engine_neo4j import Neo4jStore
from graph.folder import read_edges, read_nodes

EXAMPLE = "normatlas check --parity"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR")
    parser.add_argument("--build", type=Path, default=BUILD, metavar="DIR")
    parser.add_argument(
        "--parity", action="store_true",
        help="instead: ask every question of the build and of Neo4j (NEO4J_URI, …) and compare the answers",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Runs every check; an InputError names the record. With --parity 1 when an answer differs."""
    if options.parity:
        return compare(built(options.build))
    steps: dict[str, Callable[[], object]] = {
        "ontology": ontology.schema.load,
        "vocabulary": ontology.vocabulary.load,
        "questions": questions.load,
        "sources": lambda: sources.load(options.data),
    }
    if (options.build / "manifest.json").is_file():
        steps["build"] = lambda: ontology.check.check(read_nodes(options.build), read_edges(options.build))
    for name, step in steps.items():
        step()
        print(f"{name}: ok", file=sys.stderr)
    return 0


def compare(folder: Path) -> int:
    """Prints for each question whether both engines answer alike; gives the exit code."""
    version = json.loads((folder / "manifest.json").read_text(encoding="utf-8")).get("data_version")
    differing = 0
    with store.open(folder) as embedded, Neo4jStore.from_environment(os.environ) as server:
        if (held := server.holds()) and held != version:
            raise InputError("Neo4j holds another build", value=held, allowed=f"{version}: run `normatlas load`")
        known = questions.load()
        for name, question in known.items():
            found = parity.difference(question, embedded, server)
            differing += bool(found)
            print(f"{name}: {found or 'same'}", flush=True)
    print(f"normatlas: {len(known) - differing} of {len(known)} questions answered alike", file=sys.stderr)
    return 1 if differing else 0
