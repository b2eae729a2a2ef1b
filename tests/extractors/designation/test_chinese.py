"""Chinese designations of every tier: what each writing says, and what is refused and why."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from extractors.designation import chinese
from extractors.designation.identifier import Designation, NotADesignation

HERE = Path(__file__).parent
STANDARDS = HERE.parents[2] / ".." / "shared" / "data" / "standards"
CASES = [json.loads(line) for line in (HERE / "cases_chinese.jsonl").read_text("utf-8").splitlines()]


def said(designation: Designation, key: str) -> object:
    if key == "relation":
        return [designation.relation.designation, designation.relation.degree] if designation.relation else None
    value = getattr(designation, key)
    return [list(pair) for pair in value] if key == "extra" else value


@pytest.mark.parametrize("case", [c for c in CASES if "canonical" in c], ids=lambda c: c["text"])
def test_reads(case):
    designation = chinese.parse(case["text"])
    assert {key: said(designation, key) for key in case if key != "text"} == {
        k: v for k, v in case.items() if k != "text"
    }


@pytest.mark.parametrize("case", [c for c in CASES if "refused" in c], ids=lambda c: c["text"])
def test_refuses(case):
    with pytest.raises(NotADesignation) as refusal:
        chinese.parse(case["text"])
    assert refusal.value.reason == case["refused"]


def test_a_very_long_text_is_refused():
    with pytest.raises(NotADesignation, match="too long"):
        chinese.parse("GB/T 1" + ".1" * 100_000)


def numbers() -> list[str]:
    with gzip.open(STANDARDS / "cn_standards.tsv.gz", "rt", encoding="utf-8") as file:
        return [row["number"] for row in csv.DictReader(file, delimiter="\t")]


def same_up_to_spaces(number: str) -> bool:
    try:
        return chinese.parse(number).canonical.replace(" ", "") == number.replace(" ", "")
    except NotADesignation:
        return False


@pytest.mark.skipif(not STANDARDS.exists(), reason="the table of 68,546 numbers is not in the repository")
def test_reads_the_numbers_of_all_tiers():
    written = numbers()
    read = sum(map(same_up_to_spaces, written))
    assert read >= 0.9995 * len(written)


@pytest.mark.parametrize("case", [c for c in CASES if "canonical" in c], ids=lambda c: c["text"])
def test_the_canonical_writing_reads_as_itself(case):
    canonical = chinese.parse(case["text"]).canonical
    assert chinese.parse(canonical).canonical == canonical
