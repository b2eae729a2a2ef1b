"""Designations of international, regional and foreign bodies: what is written, what it means, what is refused."""

import csv
import gzip
import time
from collections import Counter
from pathlib import Path

import pytest

from evaluation.identifiers import sample
from extractors.designation import parse as entry
from extractors.designation.identifier import NotADesignation, same_work
from extractors.designation.international import knows, parse
from extractors.designation.international.bodies import prefixes
from extractors.designation.international.grammar import load

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "../shared/data"
SAMPLE = SHARED / "identifiers" / "pubid_dev_sample.tsv"
FACTS = SHARED / "standards" / "international_facts.tsv.gz"


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows("cases_international.tsv"), ids=lambda row: row["written"])
def test_written_is_read(row: dict[str, str]) -> None:
    found = parse(row["written"])
    read = {
        "written": row["written"],
        "canonical": found.canonical,
        "identity": found.distinct,
        "undated": found.undated,
        "body": found.body,
        "number": found.number,
        "part": found.part or "",
        "year": str(found.year or ""),
        "supplement": found.supplement or "",
        "stage": found.stage or "",
        "tier": found.tier,
        "adopted": found.relation.designation if found.relation else "",
    }
    assert read == row


@pytest.mark.parametrize("row", rows("cases_international.tsv"), ids=lambda row: row["canonical"])
def test_identity_is_stable(row: dict[str, str]) -> None:
    identity = row["identity"] or row["canonical"]
    again = parse(identity)
    assert (again.identity, again.undated) == (identity, row["undated"])


@pytest.mark.parametrize("row", rows("malformed_international.tsv"), ids=lambda row: row["written"])
def test_malformed_is_refused_with_its_reason(row: dict[str, str]) -> None:
    with pytest.raises(NotADesignation) as refused:
        parse(row["written"])
    assert refused.value.reason == row["reason"]


@pytest.mark.parametrize(("written", "tier"), [("HB 5469-1991", "sector"), ("HB 10204:2002", "foreign")])
def test_a_shared_prefix_is_told_apart(written: str, tier: str) -> None:
    assert entry.parse(written).tier == tier


def test_editions_and_languages_are_one_work() -> None:
    assert same_work(parse("ISO 9001:2015(E)"), parse("ISO 9001"))
    assert not same_work(parse("ISO 10993-1"), parse("ISO 10993-2"))


def test_all_parts_are_marked() -> None:
    assert parse("ISO 10993（所有部分）").get("all_parts") == "true"


def test_every_prefix_leads_to_a_grammar() -> None:
    assert all(load(prefix.grammar) for prefix in prefixes().values())


def test_chinese_prefixes_are_left_alone() -> None:
    assert not any(map(knows, ("GB/T 1.1-2020", "T/CIS 11003", "YY/T 0316-2016", "Q/ABC 1", "DB50/T 867-2018")))


@pytest.mark.parametrize("unit", ["1", "A", "-1", "/1", ".1", " 1", "/Amd 1", " and ", "(", "+A1:2012", ", "])
def test_no_text_is_slow(unit: str) -> None:
    started = time.perf_counter()
    for prefix in prefixes():
        with pytest.raises(NotADesignation):
            parse(f"{prefix} 1{unit * 400}"[:999] + "!")
    assert time.perf_counter() - started < 2


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of identifiers is not here")
@pytest.mark.parametrize(("pairs", "least"), [(True, 0.985), (False, 0.998)])
def test_shared_sample(pairs: bool, least: float) -> None:
    lines = tuple(sample(SAMPLE, pairs=pairs))
    refusals = sum(refused(written) for written, _ in lines)
    same = sum(parse(written).canonical == canonical for written, canonical in lines if not refused(written))
    assert refusals / len(lines) < 0.005
    assert same / len(lines) >= least


@pytest.mark.skipif(not FACTS.exists(), reason="the table of international standards is not here")
def test_catalogue_designations_are_read() -> None:
    read: Counter[str] = Counter()
    every: Counter[str] = Counter()
    with gzip.open(FACTS, "rt", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            if number % 10 == 0 and row["sdo"] != "iho":  # IHO's are written without IHO there
                every[row["sdo"]] += 1
                read[row["sdo"]] += not refused(row["id"])
    assert {sdo: read[sdo] / every[sdo] for sdo in every if read[sdo] / every[sdo] < 0.97} == {}


def refused(text: str) -> bool:
    try:
        parse(text)
    except NotADesignation:
        return True
    return False
