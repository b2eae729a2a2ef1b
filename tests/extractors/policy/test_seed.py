"""The user's document: ten targets, three cited documents, 22 items under eight blocks, no number of a document."""

from collections import Counter
from pathlib import Path

import pytest

from extractors.document import Document
from extractors.policy import citations, metadata, structure, targets

SHARED = Path(__file__).parents[3] / ".." / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the user's document is not in the repository")


@pytest.fixture(scope="module")
def seed():
    (file,) = (SHARED / "seed").glob("*.txt")
    return Document(id="seed", text=file.read_text(encoding="utf-8"), kind="policy")


@pytest.fixture(scope="module")
def found(seed):
    found = {"metadata": metadata.extract(seed, {})}
    for name, extractor in (("structure", structure), ("citations", citations), ("targets", targets)):
        found[name] = extractor.extract(seed, found)
    return found


def test_title_is_joined_and_a_draft(found):
    (own,) = found["metadata"]
    assert own.properties["title"] == "重庆市贯彻落实《国家标准化发展纲要》实施方案"
    assert (own.properties["status"], own.properties["region"]) == ("draft", "50")
    assert own.properties["document_number"] is None


def test_items_whose_numbers_have_holes(found):
    tasks = [item for item in found["structure"] if item.properties["path"].startswith("二/")]
    blocks = [item for item in tasks if item.properties["kind"] == "block"]
    items = [item for item in tasks if item.properties["kind"] == "item"]
    assert len(blocks) == 8
    assert [item.properties["ordinal"] for item in items] == list(range(1, 23))
    assert [item.properties["ordinal"] for item in items if item.properties["number"] is None] == [2, 4, 6, 7, 10, 22]


def test_three_documents(found):
    cited = found["citations"]
    assert Counter(mention.id for mention in cited) == {
        "国家标准化发展纲要": 3,
        "重庆市标准化条例": 1,
        "重庆市地方标准管理办法": 1,
    }
    assert [mention.properties["bare"] for mention in cited].count(True) == 1
    assert all(mention.properties["document_number"] is None for mention in cited)
    assert cited[0].properties["relation"] == "implements"


def test_ten_targets(found):
    keys = ("value", "unit", "comparator", "year", "level")
    assert [tuple(target.properties[key] for key in keys) for target in found["targets"]] == [
        (50, "%", "ge", 2025, None),
        (18, "个月", "le", 2025, "local"),
        (10, "项", "ge", 2025, "international"),
        (500, "项", "ge", 2025, "national;sector"),
        (500, "项", "ge", 2025, "local"),
        (10000, "项", "ge", 2025, "enterprise"),
        (300, "项", "ge", 2025, "group"),
        (50, "个", "ge", 2025, None),
        (10, "个", "ge", 2025, None),
        (5, "项", "eq", 2025, None),
    ]
