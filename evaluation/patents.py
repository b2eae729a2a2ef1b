"""Patent numbers in sentences of our own that carry real numbers: span and canonical number must agree."""

from collections.abc import Iterator
from pathlib import Path

from evaluation.labels import TESTS, Result, Row, json_lines
from evaluation.score import Score, score
from extractors import patents
from extractors.document import Document

FILE = TESTS / "extractors" / "labels_patents.jsonl"


def evaluate(shared: Path) -> Iterator[Result]:
    """One result for each half; the labels hold their own texts, `shared` is not read."""
    rows = list(json_lines(FILE))
    for half in ("dev", "test"):
        yield Result("patents", half, sum((scored(row) for row in rows if row["half"] == half), Score()))


def scored(row: Row) -> Score:
    """The score of one text: `mentions` are [start, end, id]."""
    found = patents.extract(Document("case", row["text"], row.get("kind", "text")), {})
    return score([(m.start, m.end, m.id) for m in found], [tuple(label) for label in row["mentions"]])
