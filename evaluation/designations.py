"""Designations in running text: span and canonical writing must agree."""

from collections.abc import Iterator
from pathlib import Path

from evaluation.labels import TESTS, Result, Row, json_lines
from evaluation.score import Score, score
from extractors import designations
from extractors.designation import parse
from extractors.designation.identifier import NotADesignation
from extractors.document import Document

FOLDER = TESTS / "extractors" / "designation"
FILES = {"labels.jsonl": ("dev", "test"), "labels_blind.jsonl": ("blind",)}


def evaluate(shared: Path) -> Iterator[Result]:
    """One result for each half."""
    for name, halves in FILES.items():
        rows = list(json_lines(FOLDER / name))
        for half in halves:
            scores = (scored(row, shared) for row in rows if row["half"] == half)
            yield Result("designations", half, sum(scores, Score()))


def scored(row: Row, shared: Path) -> Score:
    """The score of one document: `mentions` are [start, end, quote, id]."""
    document = Document(row["file"], (shared / row["file"]).read_text("utf-8"))
    found = [(m.start, m.end, m.id) for m in designations.extract(document, {})]
    return score(found, [(start, end, canonical(name)) for start, end, _, name in row["mentions"]])


def canonical(name: str) -> str:
    """The label in today's canonical writing; a label that no parser reads stays as it is and counts as a miss."""
    try:
        return parse.parse(name).canonical
    except NotADesignation:
        return name
