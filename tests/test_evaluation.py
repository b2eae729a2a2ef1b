"""No figure of the evaluation sinks below its stored floor; what it prints says where the labels came from."""

import json
from pathlib import Path

import pytest

from evaluation import patents, suite, table
from evaluation.labels import SHARED, TESTS, Result, json_lines
from evaluation.score import Score, score

EVERY_LABEL_FILE = sorted(TESTS.glob("extractors/**/labels*.jsonl"))


@pytest.mark.skipif(not (SHARED / "data").exists(), reason="the labelled texts are not in the repository")
def test_no_figure_is_below_its_floor() -> None:
    results, missing = suite.run(SHARED)
    assert suite.below(results) == []
    assert missing == []
    assert set(suite.floors()) <= {f"{result.name}/{result.half}" for result in results}


def test_without_the_texts_the_parts_that_need_them_are_named(tmp_path: Path) -> None:
    results, missing = suite.run(tmp_path)
    assert {result.name for result in results} == {"patents"}
    assert suite.below(results) == []
    told = list(table.lines(results, missing))
    assert next(line for line in told if "designations" in line).startswith("not run")
    assert json.loads(table.as_json(results, missing))["not_run"] == missing


def test_a_sunk_figure_is_named() -> None:
    (line,) = suite.below([Result("patents", "dev", Score(right=1, found=1, labelled=100))])
    assert line.startswith("patents dev: recall 0.0100 is below its floor")


def test_score_counts_multiplicity() -> None:
    found = score(["a", "a", "b"], ["a", "b", "c"])
    assert (found.right, found.found, found.labelled) == (2, 3, 3)
    assert found.precision == found.recall == pytest.approx(found.f1)


def test_labelled_patent_numbers_stand_apart() -> None:
    rows = list(json_lines(patents.FILE))
    assert sum(len(row["mentions"]) for row in rows) >= 100
    assert all(0 <= start < end <= len(row["text"]) for row in rows for start, end, _ in row["mentions"])


@pytest.mark.parametrize("file", EVERY_LABEL_FILE, ids=lambda file: file.stem)
def test_labels_hold_places_and_facts_not_sentences(file: Path) -> None:
    quotes = [row.get("quote", "") for row in json_lines(file)]
    assert all(len(quote) <= 60 for quote in quotes)
