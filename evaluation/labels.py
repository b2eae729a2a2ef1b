"""Labelled cases: where they are and how they are read."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.score import Score

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
SHARED = ROOT.parent / "shared"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """The score of one extractor over one half of its labels (`dev`, `test`, `blind` or `all`)."""

    name: str
    half: str
    score: Score


def json_lines(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def csv_rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file with a header."""
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
