"""One node per thing, edges whose ends exist, and every contradiction told."""

from graph.records import Edge, Evidence, Node
from graph.resolve import Correction, Decision, resolve

ROW = Evidence("doc:table", "GB/T 7-2001", "table", 1.0, row=1)


def edition(designation: str, **facts: object) -> Node:
    return Node("Edition", f"ed:{designation}", {"title": designation, "sources": "a", **facts})


def test_two_sources_of_one_edition_are_one_node_and_fill_each_other_in():
    first, second = edition("GB/T 7-2001", title_zh="甲"), edition("GB/T 7-2001", published="2001-02-03", sources="b")
    resolved = resolve([first, second], [], [], [])
    assert resolved.nodes["ed:GB/T 7-2001"].properties["title_zh"] == "甲"
    assert resolved.nodes["ed:GB/T 7-2001"].properties["published"] == "2001-02-03"
    assert resolved.issues == []


def test_a_contradiction_is_an_issue_and_the_earlier_source_wins():
    resolved = resolve(
        [edition("GB/T 7-2001", published="2001-02-03"), edition("GB/T 7-2001", published="2001-02-04", sources="b")],
        [],
        [],
        [],
    )
    assert resolved.nodes["ed:GB/T 7-2001"].properties["published"] == "2001-02-03"
    assert [(issue.kind, issue.document, issue.value) for issue in resolved.issues] == [
        ("contradiction", "b", "2001-02-04")
    ]


def test_a_reference_to_an_unlisted_dated_standard_makes_edition_work_and_their_edge():
    edge = Edge("REFERENCES", "ed:GB/T 7-2001", "ed:GB/T 9.2-1999", ROW, {"dated": True})
    resolved = resolve([edition("GB/T 7-2001")], [edge], [], [])
    assert resolved.nodes["ed:GB/T 9.2-1999"].properties["listed"] is False
    assert resolved.nodes["std:GB/T 9.2"].label == "Standard"
    assert {(e.type, e.source, e.target) for e in resolved.edges} == {
        ("REFERENCES", "ed:GB/T 7-2001", "ed:GB/T 9.2-1999"),
        ("EDITION_OF", "ed:GB/T 9.2-1999", "std:GB/T 9.2"),
    }


def test_an_end_that_must_be_listed_and_is_not_becomes_an_issue():
    edge = Edge("CLASSIFIED_AS", "ed:GB/T 7-2001", "ics:99.999", ROW)
    resolved = resolve([edition("GB/T 7-2001")], [edge], [], [])
    assert resolved.edges == []
    assert [issue.value for issue in resolved.issues] == ["ics:99.999"]


def test_people_decide_what_is_the_same_and_what_is_right():
    nodes = [
        Node("Organization", "org:甲院", {"title": "甲院"}),
        Node("Organization", "org:甲研究院", {"title": "甲研究院"}),
    ]
    edges = [Edge("ISSUED_BY", "ed:GB/T 7-2001", "org:甲院", ROW)]
    decisions = [Decision("org:甲研究院", "org:甲院", same=True)]
    corrections = [Correction("ed:GB/T 7-2001", "title", "改正")]
    resolved = resolve([*nodes, edition("GB/T 7-2001")], edges, decisions, corrections)
    assert "org:甲院" not in resolved.nodes
    assert resolved.edges[0].target == "org:甲研究院"
    assert resolved.nodes["ed:GB/T 7-2001"].properties["title"] == "改正"
