"""From a small data folder to a gap table: two sources, one policy in our own words, everything real."""

import gzip
import json
import shutil
from pathlib import Path

import pytest
import yaml

from errors import InputError
from gaps.build import write_tables
from graph.folder import read_edges, read_nodes
from graph.pipeline import build
from tests.places import DATA

POLICY = """---
title: 某市医疗器械标准化行动方案
title_en: A city's action plan for medical-device standards
kind: policy
---
某市医疗器械标准化行动方案

一、主要任务

（一）加强标准研制

1. 推进器械标准。研制内窥镜标准，加强脑机接口标准攻关。到2027年，新发布地方标准30项以上。
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    for source in ("nmpa_register", "ics"):
        shutil.copytree(DATA / "sources" / source, folder / "sources" / source)
    without(folder / "sources" / "nmpa_register", "脑机")
    shutil.copytree(DATA / "vocabulary", folder / "vocabulary")
    (folder / "policies").mkdir()
    (folder / "policies" / "plan.md").write_text(POLICY, encoding="utf-8")
    return folder


def without(source: Path, word: str) -> None:
    """The register as it would be had nobody written standards for a subject."""
    table = source / "standards.csv.gz"
    lines = gzip.decompress(table.read_bytes()).decode("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if word not in line]
    assert len(kept) < len(lines)
    table.write_bytes(gzip.compress("".join(kept).encode("utf-8")))
    declaration = source / "source.yaml"
    entry = yaml.safe_load(declaration.read_text(encoding="utf-8"))
    entry["files"][0]["minimum_rows"] = len(kept) - 1
    declaration.write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8")


def made(data: Path, name: str = "current", **options) -> Path:
    target = data.parent / name
    build(data, target, finish=write_tables, **options)
    return target


def row(target: Path, title: str) -> dict:
    rows = json.loads((target / "gaps.json").read_text(encoding="utf-8"))["rows"]
    return next(row for row in rows if row["title_zh"] == title)


def test_a_policy_becomes_provisions_asks_and_targets_with_their_words(data):
    target = made(data)
    text = next((target / "texts").glob("*.txt")).read_text(encoding="utf-8")
    asks = list(read_edges(target, ["CALLS_FOR"]))
    assert {(edge.target, edge.properties["ask"]) for edge in asks} >= {
        ("tech:endoscopes", "develop"),
        ("tech:brain-computer-interface", "research"),
    }
    for edge in [*asks, *read_edges(target, ["SETS", "PART_OF", "MENTIONS"])]:
        assert text[edge.evidence.start : edge.evidence.end] == edge.evidence.quote
    (goal,) = read_nodes(target, ["Target"])
    assert (goal.properties["value"], goal.properties["unit"], goal.properties["year"]) == (30.0, "项", 2027)


def test_a_gap_is_claimed_inside_the_declared_scope_and_unknown_without_it(data):
    inside = made(data)
    assert row(inside, "内窥镜")["scope"] == "covered"
    assert row(inside, "内窥镜")["in_force"]["sector"] > 10
    assert row(inside, "脑机接口")["scope"] == "gap"
    assert "policy_gap" in row(inside, "脑机接口")["claimed"]
    declaration = data / "sources" / "nmpa_register" / "source.yaml"
    source = yaml.safe_load(declaration.read_text(encoding="utf-8"))
    for scope in source["scope"]:
        scope["complete"] = False
    declaration.write_text(yaml.safe_dump(source, allow_unicode=True, sort_keys=False), encoding="utf-8")
    outside = made(data, "outside")
    assert row(outside, "内窥镜")["scope"] == "covered"
    assert row(outside, "脑机接口")["scope"] == "unknown"
    assert row(outside, "脑机接口")["claimed"] == []
    assert "normatlas build --add" in row(outside, "脑机接口")["settle_zh"]


def test_a_catalogue_of_ones_own_turns_unknown_into_covered(data, tmp_path):
    table = tmp_path / "目录.csv"
    table.write_text(
        "标准号,标准名称,状态,发布日期,实施日期\nDB99/T 1-2024,脑机接口设备安全要求,现行,2024-01-05,2024-03-01\n",
        encoding="utf-8",
    )
    target = made(data, added=[table])
    assert row(target, "脑机接口")["scope"] == "covered"
    assert row(target, "脑机接口")["in_force"]["local"] == 1


def test_two_builds_of_the_same_input_are_the_same_to_the_byte(data):
    first, second = made(data, "first"), made(data, "second")
    names = [path.relative_to(first) for path in sorted(first.rglob("*")) if path.is_file() and path.suffix != ".kgl"]
    assert len(names) > 15
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_a_record_against_the_shapes_stops_the_build_and_the_last_one_stays(data):
    target = made(data)
    before = (target / "manifest.json").read_bytes()
    wrong = {"uid": "tech:endoscopes", "property": "kind", "value": "gadget"}
    signed = {"reason": "r", "by": "b", "date": "2026-01-01"}
    (data / "corrections.yaml").write_text(yaml.safe_dump([{**wrong, **signed}]), encoding="utf-8")
    with pytest.raises(InputError, match=r"tech:endoscopes.*gadget"):
        made(data)
    assert (target / "manifest.json").read_bytes() == before
