"""normatlas report: a gap report as files to send on."""

import argparse
from pathlib import Path

from commands.places import add_build, gap_table
from errors import InputError
from gaps.reports import WRITERS, with_targets, write

EXAMPLE = "normatlas report chongqing-standardization-plan --to xlsx,html,docx --lang zh"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "plan", nargs="?", metavar="PLAN", help="uid, slug or part of a title (default: the main policy)"
    )
    parser.add_argument("--to", default="html", metavar="FORMATS", help=f"comma-separated: {', '.join(WRITERS)}")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder to write to (default: reports/ in the build)")
    add_build(parser)


def run(options: argparse.Namespace) -> None:
    """Writes one file a format and prints their paths."""
    formats = [part.strip() for part in options.to.split(",") if part.strip()]
    if unknown := [part for part in formats if part not in WRITERS]:
        raise InputError("unknown report format", file="--to", value=", ".join(unknown), allowed=", ".join(WRITERS))
    table = with_targets(gap_table(options.build, options.plan), options.build)
    folder = options.out or options.build / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    slug = table["policy"]["uid"].removeprefix("pol:")
    for part in formats:
        print(write(table, folder / f"{slug}.{options.lang}.{part}", part, options.lang))
