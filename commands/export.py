"""normatlas export: the graph, a question's result or a neighbourhood in another program's format."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from commands.ask import given
from commands.places import add_build, built
from errors import InputError
from graph import questions, store
from graph.export import EXPORTERS, FILES, FOLDERS, export
from graph.export.selection import around, cut, named
from graph.export.writing import write_pieces

EXAMPLE = "normatlas export --to ttl --around 'std:GB/T 1.1' --hops 2 --out drafting.ttl"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--to", required=True, choices=EXPORTERS, help="the format")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--question", metavar="QUESTION", help="only the nodes that a ready question gives")
    what.add_argument("--around", metavar="UID", help="only a node and its neighbourhood")
    parser.add_argument("--param", action="append", default=[], metavar="K=V", help="a parameter of the question")
    parser.add_argument("--hops", type=int, default=1, metavar="N", help="how far the neighbourhood goes (default: 1)")
    parser.add_argument(
        "--out", type=Path, metavar="PATH",
        help=f"file to write (default: stdout); for {' and '.join(FOLDERS)} a folder",
    )  # fmt: skip
    add_build(parser)


def run(options: argparse.Namespace) -> None:
    """Writes the export; what was at --out stays when it fails."""
    if options.to in FOLDERS and options.out is None:
        raise InputError("not set", file="--out", allowed=f"a folder: {options.to} is several files")
    with selected(options, built(options.build)) as folder:
        if options.out is None:
            write_pieces(sys.stdout, FILES[options.to](folder))
            return
        export(folder, options.to, options.out)
    print(f"normatlas: {options.out}", file=sys.stderr)
    if options.to == "neo4j-admin":
        print((options.out / "README.md").read_text(encoding="utf-8"))


@contextmanager
def selected(options: argparse.Namespace, folder: Path) -> Iterator[Path]:
    """The build, or a folder with what --question or --around picks of it, there as long as the block lasts."""
    uids = picked(options, folder)
    if uids is None:
        yield folder
        return
    with TemporaryDirectory(prefix="normatlas-") as part:
        cut(folder, uids, Path(part))
        yield Path(part)


def picked(options: argparse.Namespace, folder: Path) -> frozenset[str] | None:
    """The uids of the nodes to export, None for all."""
    if options.around is not None:
        if options.hops < 0:
            raise InputError("not a distance", file="--hops", value=options.hops, allowed="0 or more")
        return around(folder, options.around, options.hops)
    if options.question is None:
        return None
    known = questions.load()
    if (question := known.get(options.question)) is None:
        raise InputError("no such question", file="--question", value=options.question, allowed=", ".join(known))
    with store.open(folder) as graph:
        return named(folder, graph.query(question.cypher, question.arguments(given(options.param, question))))
