"""Invented sentences in realistic forms: what stands in them, with its canonical writing."""

import json
from pathlib import Path

import pytest

from extractors import designations
from extractors.document import Document

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases_text.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_designations_in_a_sentence(case):
    found = designations.extract(Document("case", case["text"]), {})
    assert [[m.quote, m.id] for m in found] == case["found"]


def properties(text: str) -> list[dict]:
    return [dict(m.properties) for m in designations.extract(Document("case", text), {})]


def test_dated_and_undated():
    dated, undated = properties("见GB/T 1.1-2020和GB/T 1.1。")
    assert (dated["dated"], dated["year"]) == (True, 2020)
    assert (undated["dated"], undated["year"]) == (False, None)


def test_sections():
    front = "1 范围\n适用于GB 3095。\n2 规范性引用文件\nGB 3838\n3 术语和定义\n见GB/T 191。\n"
    back = "参考文献\n[1]GB/T 7714\n附录A\nGB 2760\n"
    assert [p["section"] for p in properties(front + back)] == ["body", "normative", "body", "bibliography", "body"]


@pytest.mark.parametrize(
    "text", ["GB/T 20001（所有部分）", "GB 9706系列标准", "YY/T 0681《包装试验方法》系列标准", "ISO 10993 (all parts)"]
)
def test_all_parts(text):
    assert properties(text)[0]["all_parts"]


def test_a_single_part_is_not_all_parts():
    assert not properties("GB/T 20001.1")[0]["all_parts"]


@pytest.mark.parametrize(
    ("text", "adoption"),
    [
        ("YY 0671.1—2009（ISO 17510—1:2002,MOD）", {"degree": "MOD", "of": "ISO 17510-1:2002"}),
        ("YY/T 0316-2008（IDT ISO 14971 :2007）", {"degree": "IDT", "of": "ISO 14971:2007"}),
        ("GB/T 19001—2016 idt ISO 9001:2015", {"degree": "IDT", "of": "ISO 9001:2015"}),
        ("GB/T 21415—2008/ISO 17511：2003", {"degree": None, "of": "ISO 17511:2003"}),
        ("GB/T 18883等同采用ISO 16000", {"degree": "IDT", "of": "ISO 16000"}),
        ("符合GB/T 19634（或ISO 15197）", None),
        ("EN 55032/EN 55035", None),
    ],
)
def test_adoption(text, adoption):
    assert properties(text)[0].get("adoption") == adoption


def test_both_ends_of_a_range_know_it():
    first, last = properties("按GB/T 223.1～223.82测定")
    assert first["range"] == last["range"] == {"from": "GB/T 223.1", "to": "GB/T 223.82"}


def test_parts_named_in_words():
    (named,) = properties("GB/T 20001 第1部分至第3部分")
    assert named["range"] == {"from": "GB/T 20001.1", "to": "GB/T 20001.3"}


def test_sections_of_a_standard_in_english():
    front = "2 Normative references\nISO 3166-1, Codes\nISO 8601\n3 Terms and definitions\nISO 9000\n"
    back = "Bibliography\n[1] ISO 704\n"
    assert [p["section"] for p in properties(front + back)] == ["normative", "normative", "body", "bibliography"]


def test_the_table_of_contents_is_no_section():
    assert [p["section"] for p in properties("2 规范性引用文件……3\n前言\nGB 3095")] == ["body"]
