"""What Chinese designations may look like: prefixes and number forms, read once from the pattern files."""

import csv
import json
import re
from dataclasses import dataclass
from functools import cache

from extractors.designation.normal import PATTERNS


@dataclass(frozen=True, slots=True)
class Prefix:
    """A row of `cn_prefixes.tsv`.

    `alone`: "yes" when an undated number after the bare prefix is a designation without any cue in the text around it,
    "dated" when it takes a year or a cue, "never" when the prefix takes /T or /Z.
    `numbering`: the form of its numbers (plain, lettered, dashed).
    """

    letters: str
    tier: str
    alone: str
    numbering: str


@dataclass(frozen=True, slots=True)
class Form:
    """A row of `cn_forms.jsonl` that reads body, number and year at once.

    `starts` is what the text must begin with; `spaced` forms put one space between body and number, whatever was read.
    """

    starts: str
    tier: str
    pattern: re.Pattern[str]
    spaced: bool


@cache
def prefixes() -> dict[str, Prefix]:
    """Every national and sector prefix without its /T or /Z."""
    with (PATTERNS / "cn_prefixes.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {r["prefix"]: Prefix(r["prefix"], r["tier"], r["alone"], r["numbering"]) for r in rows}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with (PATTERNS / "cn_forms.jsonl").open(encoding="utf-8") as file:
        return tuple(json.loads(line) for line in file)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Patterns of numbers after a prefix of `cn_prefixes.tsv`, of the prefix itself, and of what is a gene."""
    return {row["form"]: re.compile(row["pattern"], re.ASCII) for row in _rows() if "starts" not in row}


@cache
def whole_forms() -> tuple[Form, ...]:
    """Forms whose body is not a fixed prefix (group, enterprise, local), longest start first."""
    rows = sorted((row for row in _rows() if "starts" in row), key=lambda row: -len(row["starts"]))
    return tuple(Form(r["starts"], r["tier"], re.compile(r["pattern"], re.ASCII), r["join"] == "space") for r in rows)
