"""normatlas evaluate: precision, recall and F1 of the extractors over the labelled cases."""

import argparse
import sys
from pathlib import Path

from evaluation import suite, table
from evaluation.labels import SHARED

EXAMPLE = "normatlas evaluate --format table"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="where the labelled texts are")
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(options: argparse.Namespace) -> int:
    """Prints the figures; exit code 1 when one has sunk below its floor."""
    results, missing = suite.run(options.shared)
    if options.format == "json":
        print(table.as_json(results, missing))
    else:
        print("\n".join(table.lines(results, missing)))
    sunk = suite.below(results)
    for line in sunk:
        print(f"normatlas: {line}", file=sys.stderr)
    return 1 if sunk else 0
