"""Where data and builds are: beside the code, or where --data and --build say."""

import argparse
import json
from pathlib import Path
from typing import Any

from errors import InputError

DATA = Path(__file__).resolve().parents[1] / "data"
BUILD = DATA / "build" / "current"


def add_build(parser: argparse.ArgumentParser) -> None:
    """Declares --build."""
    parser.add_argument(
        "--build", type=Path, default=BUILD, metavar="DIR", help="the build to read (default: data/build/current)"
    )


def built(folder: Path) -> Path:
    """The folder, when it holds a build."""
    if not (folder / "manifest.json").is_file():
        raise InputError("no build here", file=folder, allowed="run `normatlas build` (or `make demo`) first")
    return folder


def gap_table(folder: Path, policy: str | None) -> dict[str, Any]:
    """The gap table of a policy, of the build's main one when None.

    A policy is named by its uid, its slug (the digest at the end may be left out) or a part of its title.
    """
    built(folder)
    if policy is None:
        return _read(folder / "gaps.json")
    tables = {path.stem: _read(path) for path in sorted((folder / "gaps").glob("*.json"))}
    wanted = policy.removeprefix("pol:")
    exact = [table for slug, table in tables.items() if wanted in (slug, slug.rpartition("-")[0])]
    found = exact or [t for t in tables.values() if wanted in t["policy"]["title_zh"] + t["policy"]["title_en"]]
    if len(found) != 1:
        raise InputError(
            "no such policy" if not found else "several policies fit",
            file="--policy",
            value=policy,
            allowed=", ".join(tables),
        )
    return found[0]


def _read(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table
