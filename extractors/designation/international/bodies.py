"""Which body a text belongs to, by the word it starts with."""

import csv
import re
from dataclasses import dataclass
from functools import cache

from extractors.designation.international.fold import PATTERNS, fold

_HEAD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+|\d")


@dataclass(frozen=True, slots=True)
class Prefix:
    """A line of `bodies.tsv`.

    `glued`: the word may run into what follows it (ASTMD792). `shared`: Chinese designations start with it too.
    """

    head: str
    grammar: str
    glued: bool
    shared: bool


@cache
def prefixes() -> dict[str, Prefix]:
    """Every prefix, by its casefolded form."""
    with (PATTERNS / "bodies.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("//")), delimiter="\t")
        return {row["head"].casefold(): _prefix(row) for row in rows}


def _prefix(row: dict[str, str]) -> Prefix:
    marks = (row["marks"] or "").split()
    return Prefix(row["head"], row["grammar"], "glued" in marks, "shared" in marks)


def prefix_of(text: str) -> Prefix | None:
    """The prefix that folded `text` starts with, None when it is no known one."""
    head = _HEAD.match(text)
    if head is None:
        return None
    known = prefixes().get(head[0].casefold())
    return known or _prefix_of_letters(text)


def _prefix_of_letters(text: str) -> Prefix | None:
    letters = _LETTERS.match(text)
    word = letters[0].casefold() if letters else ""
    return prefixes().get(word) or _glued(word)


def _glued(word: str) -> Prefix | None:
    for length in range(len(word) - 1, 1, -1):
        prefix = prefixes().get(word[:length])
        if prefix is not None and prefix.glued:
            return prefix
    return None


def knows(text: str) -> bool:
    """Whether `text` starts with a prefix of `bodies.tsv`."""
    return prefix_of(fold(text)) is not None


def shares(text: str) -> bool:
    """Whether the prefix `text` starts with is also one of Chinese designations (HB)."""
    prefix = prefix_of(fold(text))
    return prefix is not None and prefix.shared
