"""normatlas build: the graph, its gap tables and the embedded engine's file, from data/ and the user's own files."""

import argparse
import gc
import sys
from pathlib import Path

from commands import gaps as gaps_command
from commands.places import BUILD, DATA
from errors import InputError
from extractors.readers import TABLES, read_all, read_table
from extractors.readers.columns import recognise
from gaps.build import write_tables
from graph.pipeline import Build, build

EXAMPLE = "normatlas build --add plan.docx catalogue.xlsx"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--add", nargs="+", type=Path, default=[], metavar="FILE", help="your own files")
    parser.add_argument(
        "--as-of", metavar="DATE", help="the date statuses are derived for (default: that of the newest source)"
    )
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR")
    parser.add_argument("--build", type=Path, default=BUILD, metavar="DIR", help="where the build goes")


def run(options: argparse.Namespace) -> int:
    """Builds; a file of --add that cannot be read is one line, and the build goes on with the others if any can."""
    readable, refused = apart(options.add)
    for error in refused:
        print(f"normatlas: {error}", file=sys.stderr)
    if refused and not readable:
        return 1
    gc.disable()  # millions of records that all live to the end: collecting only walks them, a third of the time
    made = build(options.data, options.build, readable, options.as_of, finish=write_tables)
    tell(made, options.build)
    if made.added:
        gaps_command.show_top(options.build, 10)
    return 0


def apart(paths: list[Path]) -> tuple[list[Path], list[InputError]]:
    """Files that can be read and what is wrong with the others."""
    readable, refused = [], []
    for path in paths:
        try:
            _tried(path)
            readable.append(path)
        except InputError as error:
            refused.append(error)
    return readable, refused


def _tried(path: Path) -> None:
    """Reads a file to the end: a table must have columns that are understood."""
    if path.suffix.lower() in TABLES:
        recognise(read_table(path))
        return
    for _ in read_all(path):
        pass


def tell(made: Build, folder: Path) -> None:
    """What was built, on stderr."""
    counts = f"{len(made.resolved.nodes):,} nodes, {len(made.resolved.edges):,} edges"
    print(f"normatlas: {counts}, as of {made.as_of}, data version {made.data_version}", file=sys.stderr)
    print(
        f"normatlas: {len(made.resolved.issues):,} passages not understood or contradicted: {folder / 'issues.jsonl'}",
        file=sys.stderr,
    )
