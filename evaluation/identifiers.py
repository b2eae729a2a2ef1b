"""Single identifiers: the sample of other people's fixtures, and malformed ones of ours."""

import csv
from collections.abc import Iterator
from pathlib import Path

from evaluation.labels import TESTS, Result
from evaluation.score import Score
from extractors.designation.identifier import NotADesignation
from extractors.designation.parse import parse

SAMPLE = Path("data") / "identifiers" / "pubid_dev_sample.tsv"
MALFORMED = TESTS / "extractors" / "designation" / "malformed_international.tsv"


def evaluate(shared: Path) -> Iterator[Result]:
    """Read back (canonical as written), pairs (canonical as given), malformed refused.

    `found` are the lines that were read, `right` those rendered as expected, `labelled` all lines.
    """
    singles, pairs = sample(shared / SAMPLE, pairs=False), sample(shared / SAMPLE, pairs=True)
    yield Result("identifiers", "all", rendered(singles))
    yield Result("identifier pairs", "all", rendered(pairs))
    yield Result("malformed refused", "all", refused(malformed()))


def sample(file: Path, *, pairs: bool) -> Iterator[tuple[str, str]]:
    """(written, canonical) of each line; lines without a canonical writing, comments and Chinese fixtures are left out.

    A line that starts with two marks has lost what was written.
    """
    for line in file.read_text("utf-8").splitlines()[1:]:
        path, written = line.split("\t")
        if written.startswith(("#", "!!")) or "/gb/" in path:
            continue
        raw, _, canonical = written.strip("!").partition("!")
        if written.startswith("!") == pairs and (canonical or not pairs):
            yield raw, canonical.strip() or raw


def malformed() -> list[str]:
    """Texts that must be refused."""
    with MALFORMED.open(encoding="utf-8") as lines:
        return [row["written"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def rendered(lines: Iterator[tuple[str, str]]) -> Score:
    """How many are read, and how many of those are rendered as expected."""
    read = [(read_as(written), expected) for written, expected in lines]
    found = [pair for pair in read if pair[0] is not None]
    return Score(sum(given == expected for given, expected in found), len(found), len(read))


def refused(texts: list[str]) -> Score:
    """How many are refused."""
    count = sum(read_as(text) is None for text in texts)
    return Score(count, len(texts), len(texts))


def read_as(text: str) -> str | None:
    """The canonical writing; None when the text is refused."""
    try:
        return parse(text).canonical
    except NotADesignation:
        return None
