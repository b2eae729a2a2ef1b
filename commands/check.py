"""normatlas check: data, vocabulary, ontology, questions and the build, each against what it declares."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import ontology.check
import ontology.schema
import ontology.vocabulary
from commands.places import BUILD, DATA
from graph import questions, sources
from graph.folder import read_edges, read_nodes

EXAMPLE = "normatlas check"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR")
    parser.add_argument("--build", type=Path, default=BUILD, metavar="DIR")


def run(options: argparse.Namespace) -> None:
    """Runs every check; an InputError names the record."""
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
