"""Status as of a date: dates and replacements first, a source's word last."""

import pytest

from graph.records import Edge, Evidence, Node
from graph.status import meaning, meanings, reached, status, superseded

# valid_from, valid_to, what the source's word means, dates of full replacements, as of → status
CASES = [
    ("2023-11-01", "", "in_force", (), "2026-08-15", "in_force"),
    ("2026-08-01", "", "upcoming", (), "2026-08-15", "in_force"),  # 即将实施, but its day has come
    ("2026-09-01", "", "in_force", (), "2026-08-15", "upcoming"),  # 现行, but its day has not
    ("", "", "upcoming", (), "2026-08-15", "upcoming"),
    ("2026-08-15", "", "upcoming", (), "2026-08-15", "in_force"),
    ("2008-09-01", "", "in_force", ("2026-08-01",), "2026-08-15", "superseded"),
    ("2008-09-01", "", "in_force", ("2026-09-01",), "2026-08-15", "in_force"),  # the new edition is not in force yet
    ("2008-09-01", "", "withdrawn", ("2016",), "2026-08-15", "superseded"),
    ("2008-09-01", "2024-01-01", "in_force", (), "2026-08-15", "withdrawn"),
    ("2008-09-01", "2027-01-01", "in_force", (), "2026-08-15", "in_force"),
    ("2008-09-01", "", "withdrawn", (), "2026-08-15", "withdrawn"),
    ("2008-09-01", "2024-01-01", "superseded", (), "2026-08-15", "superseded"),
    ("", "", "draft", (), "2026-08-15", "draft"),
    ("2026-09-01", "", "withdrawn", (), "2026-08-15", "withdrawn"),  # withdrawn before it took effect
    ("1990-01-01", "", "", (), "2026-08-15", "unknown"),  # a date alone does not say that it still holds
    ("", "", "", (), "2026-08-15", "unknown"),
    ("2026", "", "upcoming", (), "2026-08-15", "in_force"),
    ("2026-08", "", "in_force", (), "2026-08-15", "in_force"),
]


@pytest.mark.parametrize(("valid_from", "valid_to", "word", "replaced", "as_of", "expected"), CASES)
def test_status(valid_from, valid_to, word, replaced, as_of, expected):
    assert status(valid_from, valid_to, word, replaced, as_of) == expected


@pytest.mark.parametrize(
    ("day", "as_of", "expected"),
    [
        ("2026-08-15", "2026-08-15", True),
        ("2026-08-16", "2026-08-15", False),
        ("2026-08", "2026-08-15", True),
        ("2026-09", "2026-08-15", False),
        ("2026-08-20", "2026-08", True),
    ],
)
def test_dates_are_compared_as_precisely_as_the_less_precise_one(day, as_of, expected):
    assert reached(day, as_of) is expected


@pytest.mark.parametrize(
    ("family", "word", "expected"),
    [
        ("cn", "现行", "in_force"),
        ("cn", "即将实施", "upcoming"),
        ("cn", "有更新版", "superseded"),
        ("iso", "60.60", "in_force"),
        ("iso", "60.00", "upcoming"),
        ("iso", "90.92", "in_force"),
        ("iso", "95.99", "withdrawn"),
        ("iso", "95.20", "in_force"),
        ("iso", "40.98", "withdrawn"),
        ("iso", "40.20", "draft"),
        ("iec", "REVISED", "superseded"),
        ("3gpp", "", "in_force"),
        ("cn", "不详", None),
    ],
)
def test_words(family, word, expected):
    assert meaning(word, meanings(family)) == expected


def _edition(uid: str, **facts: object) -> Node:
    return Node("Edition", uid, {"title": uid, "designation": uid[3:], **facts})


def _replaces(new: str, old: str, **facts: object) -> Edge:
    return Edge("REPLACES", new, old, Evidence("doc:t", "x", "table", row=1), facts)


def test_a_replacement_in_force_supersedes_whatever_the_source_still_says():
    nodes = [
        _edition("ed:A 1-2025", valid_from="2025-08-01", status="in_force"),
        _edition("ed:A 1-2006", status="in_force"),
        _edition("ed:A 2-2027", valid_from="2027-01-01", status="upcoming"),
        _edition("ed:A 2-2006", status="in_force"),
        _edition("ed:A 3", status="draft"),
        _edition("ed:A 3-2006", status="in_force"),
        _edition("ed:A 4-2020", published="2020", status="in_force"),
        _edition("ed:A 4-2006", status="in_force"),
    ]
    edges = [
        _replaces("ed:A 1-2025", "ed:A 1-2006"),
        _replaces("ed:A 2-2027", "ed:A 2-2006"),
        _replaces("ed:A 3", "ed:A 3-2006"),
        _replaces("ed:A 4-2020", "ed:A 4-2006", partial=True),
    ]
    marked = superseded({node.uid: node for node in nodes}, edges, "2026-08-15")
    assert {uid: node.properties["status"] for uid, node in marked.items() if uid.endswith("2006")} == {
        "ed:A 1-2006": "superseded",
        "ed:A 2-2006": "in_force",
        "ed:A 3-2006": "in_force",
        "ed:A 4-2006": "in_force",
    }
