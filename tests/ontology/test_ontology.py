"""The ontology: bilingual, complete, fresh; and what only records, not shapes, can get wrong."""

import re
import time
from dataclasses import replace

import pytest

from errors import InputError
from graph.records import Edge, Evidence, Node
from ontology import check, generate, schema, turtle
from ontology.names import camel, snake, upper_snake

SCHEMA = schema.load()
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_parsed_form_is_fresh_and_equal() -> None:
    assert turtle.read(schema.FOLDER) == SCHEMA


def test_generated_files_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 0, capsys.readouterr().err


def test_every_term_is_said_in_both_languages() -> None:
    terms = [*SCHEMA.classes.values(), *SCHEMA.relations.values(), *SCHEMA.terms.values()]
    terms += [term for vocabulary in SCHEMA.vocabularies.values() for term in vocabulary.values()]
    for term in terms:
        assert HAN.search(term.label_zh) or term.label_zh.isascii(), term
        assert HAN.search(term.comment_zh), term
        assert term.label_en.isascii(), term
        assert term.comment_en.endswith("."), term


@pytest.mark.parametrize(
    ("vocabulary", "owner", "name"),
    [
        ("tiers", "Standard", "tier"),
        ("tiers", "Edition", "tier"),
        ("statuses", "Edition", "status"),
        ("asks", "CALLS_FOR", "ask"),
        ("modalities", "CALLS_FOR", "modality"),
    ],
)
def test_shapes_allow_exactly_the_vocabulary(vocabulary: str, owner: str, name: str) -> None:
    assert SCHEMA.properties(owner)[name].enum == tuple(SCHEMA.vocabularies[vocabulary])


@pytest.mark.parametrize(("owner", "name"), [("Target", "level"), ("CALLS_FOR", "tier")])
def test_several_tiers_may_be_joined(owner: str, name: str) -> None:
    pattern = re.compile(SCHEMA.properties(owner)[name].pattern or "")
    assert all(pattern.search(tier) for tier in SCHEMA.vocabularies["tiers"])
    assert pattern.search(";".join(SCHEMA.vocabularies["tiers"]))
    assert not pattern.search("national;provincial")


def test_counts() -> None:
    assert (len(SCHEMA.classes), len(SCHEMA.relations)) == (15, 31)
    assert all(item.alignments for item in SCHEMA.classes.values())


def test_names() -> None:
    assert [snake("validFrom"), upper_snake("normativelyReferences")] == ["valid_from", "NORMATIVELY_REFERENCES"]
    for name in (*SCHEMA.terms, *SCHEMA.relations):
        assert name in (snake(camel(name)), upper_snake(camel(name)))


STANDARD = Node("Standard", "std:GB/T 1", {"title": "t", "designation": "GB/T 1", "body": "GB/T", "tier": "national"})
OTHER = Node("Standard", "std:GB/T 2", {"title": "t", "designation": "GB/T 2", "body": "GB/T", "tier": "national"})
DOCUMENT = Node("Document", "doc:a", {"title": "a", "media_type": "text/plain"})
EDGE = Edge("REPLACES", "std:GB/T 1", "std:GB/T 2", Evidence("doc:a", "GB/T 2", "test", row=1))


@pytest.mark.parametrize(
    ("nodes", "edges", "problem"),
    [
        ([Node("Standart", "std:x", {"title": "t"})], [], "std:x:label: unknown class 'Standart'"),
        ([STANDARD, STANDARD], [], "uid given twice"),
        ([STANDARD, DOCUMENT], [EDGE], "relation between the wrong nodes 'Standard → no node'"),
        ([STANDARD, OTHER], [EDGE], "evidence in an unknown document 'doc:a'"),
        ([STANDARD, OTHER, DOCUMENT], [replace(EDGE, type="REPLACED")], "unknown relation 'REPLACED'"),
        ([Node("Standard", "std:x", {**STANDARD.properties, "nature": None})], [], "nature: value not allowed 'None'"),
    ],
)
def test_faults_between_records(nodes: list[Node], edges: list[Edge], problem: str) -> None:
    with pytest.raises(InputError) as caught:
        check.check(nodes, edges)
    assert problem in str(caught.value)


def test_loading_and_checking_are_fast() -> None:
    """A sixth of the speed measured (300,000 records a second), so that a busy machine does not fail it."""
    nodes = [DOCUMENT] + [Node("Standard", f"std:GB/T {n}", STANDARD.properties) for n in range(50_000)]
    started = time.perf_counter()
    check.check(nodes, ())
    assert time.perf_counter() - started < 1.0
