"""Targets and demands of policies, over the labelled stretches of real documents."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.labels import TESTS, Result, Row, json_lines
from evaluation.score import score
from extractors.document import Document, Mention
from extractors.registry import extract

FOLDER = TESTS / "extractors" / "policy"
HALVES = ("dev", "test")
Fact = tuple[object, ...]
Found = Mapping[str, Mapping[str, Sequence[Mention]]]


def evaluate(shared: Path) -> Iterator[Result]:
    """Targets (place of the figure, value, unit), then demands (place, ask, modality), by half."""
    labels = {name: list(json_lines(FOLDER / f"labels_{name}.jsonl")) for name in ("targets", "demands")}
    files = {row["file"] for rows in labels.values() for row in rows}
    found = {file: extract(document(shared, file)) for file in sorted(files)}
    for name, keys in (("targets", targets), ("demands", demands)):
        for half in HALVES:
            rows = [row for row in labels[name] if row["split"] == half]
            yield Result(name, half, score(*map(set, keys(rows, found))))


def document(shared: Path, file: str) -> Document:
    """A labelled document; files are named from the folder of policies."""
    text = (shared / "data" / "policies" / file).read_text("utf-8")
    return Document(file, text, kind="policy")


def targets(rows: Sequence[Row], found: Found) -> tuple[list[Fact], list[Fact]]:
    """Found and labelled; found ones outside the stretch that the labels of a file span are not judged."""
    given: list[Fact] = [
        (file, *(m.properties[key] for key in ("value_start", "value_end", "value", "unit")))
        for file, (first, last) in stretches(rows).items()
        for m in found[file]["targets"]
        if first <= m.properties["value_start"] <= last
    ]
    return given, [(row["file"], row["start"], row["end"], row["value"], row["unit"]) for row in rows]


def demands(rows: Sequence[Row], found: Found) -> tuple[list[Fact], list[Fact]]:
    """Found and labelled; a file's demands of the kinds that are labelled are labelled completely."""
    about = {row["about"] for row in rows}
    given: list[Fact] = [
        (file, m.start, m.properties["ask"], m.properties["modality"])
        for file in sorted({row["file"] for row in rows})
        for m in found[file]["demands"]
        if m.properties["about"] in about
    ]
    return given, [(row["file"], row["start"], row["ask"], row["modality"]) for row in rows]


def stretches(rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """For each file, where its first label starts and its last one ends."""
    spans: dict[str, tuple[int, int]] = {}
    for row in rows:
        first, last = spans.get(row["file"], (row["start"], row["end"]))
        spans[row["file"]] = (min(first, row["start"]), max(last, row["end"]))
    return spans
