"""Designations in real policies, laws and guidance against labels made by reading them.

`labels.jsonl`: one document a line, its half and its mentions [start, end, quote, id]. The texts are not in the
repository; without them the tests are skipped. Labels began as the finder's own output, read line by line and completed
by going through every run of letters and digits it had left out, with its surroundings. Rules were written looking at
both halves. `labels_blind.jsonl` was read from the texts before the finder's output was looked at. Precision and recall
are in `tests/test_evaluation.py`.
"""

from pathlib import Path

import pytest

from evaluation.designations import FILES, FOLDER, scored
from evaluation.labels import SHARED, json_lines

LABELS = [row for name in FILES for row in json_lines(FOLDER / name)]

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the labelled texts are not in the repository")


def test_nothing_is_found_where_nothing_is_labelled():
    assert sum(scored(row, SHARED).found for row in LABELS if not row["mentions"]) == 0


@pytest.mark.parametrize("row", LABELS, ids=lambda row: Path(row["file"]).stem[:24])
def test_labels_stand_in_the_texts(row):
    text = (SHARED / row["file"]).read_text("utf-8")
    assert all(text[start:end] == quote for start, end, quote, _ in row["mentions"])
