"""The user's own document, fed as a user would: what it asks for, and what it does not contain."""

import json
import subprocess
import sys
from collections import Counter

import pytest

from extractors.readers import read
from extractors.registry import extract
from extractors.tokens import annotate
from tests.places import SEED

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the user's document is not here")

TARGETS = [
    (50.0, "%", "ge"), (18.0, "个月", "le"), (10.0, "项", "ge"), (500.0, "项", "ge"), (500.0, "项", "ge"),
    (10000.0, "项", "ge"), (300.0, "项", "ge"), (50.0, "个", "ge"), (10.0, "个", "ge"), (5.0, "项", "eq"),
]  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return extract(read(SEED))


def test_ten_targets_of_2025(found):
    targets = [mention.properties for mention in found["targets"] if mention.type == "target"]
    assert [(t["value"], t["unit"], t["comparator"]) for t in targets] == TARGETS
    assert {t["year"] for t in targets} == {2025}


def test_one_figure_for_two_levels(found):
    (joint,) = [m for m in found["targets"] if "行业标准500项" in m.quote]
    assert joint.properties["level"] == "national;sector"


def test_no_standard_no_patent_and_no_document_number(found):
    assert found["designations"] == []
    assert found["patents"] == []
    assert not any(mention.properties.get("document_number") for mention in [*found["metadata"], *found["citations"]])


def test_three_cited_documents_one_of_them_once_without_marks(found):
    cited = Counter(mention.id for mention in found["citations"])
    assert set(cited) == {"国家标准化发展纲要", "重庆市标准化条例", "重庆市地方标准管理办法"}
    assert [m.quote for m in found["citations"] if "《" not in m.quote] == ["国家标准化发展纲要"]


def test_twenty_two_items_under_eight_blocks_although_numbers_have_holes(found):
    paths = [m.id for m in found["structure"] if m.id.startswith("二/")]
    depths = Counter(path.count("/") for path in paths)
    assert (depths[1], depths[2]) == (8, 22)


def test_every_mention_keeps_its_words_and_spacy_carries_it():
    document = read(SEED)
    doc = annotate(document)
    assert doc.text == document.text
    for name, mentions in doc._.found.items():
        assert len(doc.spans[name]) == len(mentions)
        for mention, span in zip(mentions, doc.spans[name], strict=True):
            assert document.text[mention.start : mention.end] == mention.quote
            assert mention.quote in span.text


def test_extract_prints_what_was_found():
    command = [sys.executable, "-m", "cli", "extract", str(SEED), "--format", "jsonl", "--type", "target"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    text = SEED.read_text(encoding="utf-8")
    for line in lines:
        mention = json.loads(line)
        assert text[mention["start"] : mention["end"]] == mention["quote"]
    assert len(lines) == 10
