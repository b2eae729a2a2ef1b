"""Texts and what the policy extractors find in them: `cases.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors import technologies
from extractors.document import Document, Mention
from extractors.policy import citations, demands, metadata, organizations, regions, structure, targets

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


def cases(extractor: str) -> Any:
    return pytest.mark.parametrize("case", CASES[extractor], ids=[case["name"] for case in CASES[extractor]])


def read(case: dict[str, Any]) -> Document:
    return Document(id="case", text=case["text"], kind="policy", lang=case.get("lang", "zh"))


def values(mentions: list[Mention], key: str) -> list[Any]:
    return [mention.properties[key] for mention in mentions]


@cases("structure")
def test_structure(case):
    found = structure.extract(read(case), {})
    for key, name in (("paths", "path"), ("numbers", "number"), ("headings", "heading")):
        assert values(found, name) == case.get(key, values(found, name))
    assert [mention.quote for mention in found] == case.get("quotes", [mention.quote for mention in found])


@cases("metadata")
def test_metadata(case):
    (found,) = metadata.extract(read(case), {})
    assert {key: found.properties[key] for key in case["expect"]} == case["expect"]


@cases("citations")
def test_citations(case):
    found = citations.extract(read(case), {"metadata": [], "designations": []})
    relations = [[mention.id, mention.properties["relation"]] for mention in found]
    assert relations == [[name, relation] for name, relation, _ in case["found"]]
    if "numbers" in case:
        assert values(found, "document_number") == case["numbers"]
    for mention, (_, _, clause) in zip(found, case["found"], strict=True):
        assert clause is None or mention.properties["clause"] == clause


@cases("targets")
def test_targets(case):
    found = targets.extract(read(case), {})
    keys = ("value", "unit", "comparator", "year", "level")
    assert [[mention.properties[key] for key in keys] for mention in found] == case["found"]


@cases("demands")
def test_demands(case):
    document = read(case)
    found = demands.extract(document, {"technologies": technologies.extract(document, {})})
    assert [[mention.properties["ask"], mention.properties["modality"]] for mention in found] == case["found"]
    for key, name in (("subjects", "subjects"), ("actors", "actor"), ("tiers", "tier"), ("programmes", "programme")):
        assert values(found, name) == case.get(key, values(found, name))
    assert [mention.quote for mention in found] == case.get("quotes", [mention.quote for mention in found])


@cases("organizations")
def test_organizations(case):
    assert [mention.quote for mention in organizations.extract(read(case), {})] == case["found"]


@cases("regions")
def test_regions(case):
    assert [mention.id for mention in regions.extract(read(case), {})] == case["found"]
