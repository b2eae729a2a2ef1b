"""Designations in real policies, laws and guidance against labels made by reading them.

`labels.jsonl`: one document a line, its half and its mentions [start, end, quote, id]. The texts are not in the
repository; without them the tests are skipped. Labels began as the finder's own output, read line by line and completed
by going through every run of letters and digits it had left out, with its surroundings. Rules were written looking at both halves, so the floors guard against
regressions; they are not an estimate for texts nobody has seen.
"""

import json
from pathlib import Path

import pytest
from designation_score import Score, score

from extractors import designations
from extractors.designation import parse
from extractors.designation.identifier import NotADesignation
from extractors.document import Document

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / ".." / "shared"
LABELS = [json.loads(line) for line in (HERE / "labels.jsonl").read_text("utf-8").splitlines()]

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the labelled texts are not in the repository")


def text_of(row: dict) -> str:
    return (SHARED / row["file"]).read_text("utf-8")


def canonical(name: str) -> str:
    """The label in today's canonical writing; a label that no parser reads stays as it is and counts as a miss."""
    try:
        return parse.parse(name).canonical
    except NotADesignation:
        return name


def scored(row: dict) -> Score:
    document = Document(row["file"], text_of(row))
    found = [(m.start, m.end, m.id) for m in designations.extract(document, {})]
    return score(found, [(start, end, canonical(name)) for start, end, _, name in row["mentions"]])


@pytest.mark.parametrize("half", ["dev", "test"])
def test_precision_and_recall(half):
    total = sum((scored(row) for row in LABELS if row["half"] == half), Score())
    assert total.precision >= 0.99
    assert total.recall >= 0.98


def test_nothing_is_found_where_nothing_is_labelled():
    assert sum(scored(row).found for row in LABELS if not row["mentions"]) == 0


@pytest.mark.parametrize("row", LABELS, ids=lambda row: Path(row["file"]).stem[:24])
def test_labels_stand_in_the_texts(row):
    text = text_of(row)
    assert all(text[start:end] == quote for start, end, quote, _ in row["mentions"])
