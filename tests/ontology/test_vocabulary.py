"""The technology vocabulary: what the file must be, and what a broken one says."""

import csv
import gzip
import time
from pathlib import Path

import pytest

from errors import InputError
from ontology import vocabulary
from ontology.vocabulary import Concept, Mapping, load, narrower

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "data" / "sources"
HEAD = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix na: <https://w3id.org/normatlas#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tech: <https://w3id.org/normatlas/tech/> .
"""
SOUND = """
tech:a a skos:Concept ; skos:prefLabel "甲"@zh, "A"@en ; na:kind "technology" ; dcterms:source "x" .
tech:b a skos:Concept ; skos:prefLabel "乙"@zh, "B"@en ; na:kind "industry" ; na:aggregate true ; dcterms:source "x" ;
    skos:altLabel "乙类"@zh, "B kind"@en ; skos:hiddenLabel "乙二"@zh ; na:exclusion "乙类外"@zh ;
    na:ambiguousLabel "类"@zh ; na:cue "乙"@zh ; skos:broader tech:a ;
    skos:exactMatch <https://w3id.org/normatlas/ipc/H04L9/00> ;
    skos:broadMatch <https://w3id.org/normatlas/sei2018/新材料产业> .
"""
BROKEN = {
    "exactly one prefLabel@en": 'tech:c a skos:Concept ; skos:prefLabel "丙"@zh ; na:kind "service" ;'
    ' dcterms:source "x" .',
    "unknown kind": 'tech:c a skos:Concept ; skos:prefLabel "丙"@zh, "C"@en ; na:kind "thing" ; dcterms:source "x" .',
    "unknown skos:broader": 'tech:c a skos:Concept ; skos:prefLabel "丙"@zh, "C"@en ; na:kind "service" ;'
    ' dcterms:source "x" ; skos:broader tech:nowhere .',
    "runs in a circle": "tech:a skos:broader tech:b .",
    "label also of tech:a": 'tech:c a skos:Concept ; skos:prefLabel "丙"@zh, "a"@en ; na:kind "service" ;'
    ' dcterms:source "x" .',
    "need each other": 'tech:a na:ambiguousLabel "天"@zh .',
    "mapping to an unknown scheme": "tech:a skos:exactMatch <https://w3id.org/normatlas/nace/26> .",
    "exactly one source": 'tech:c a skos:Concept ; skos:prefLabel "丙"@zh, "C"@en ; na:kind "service" .',
    "ambiguous label is a plain label of tech:a": 'tech:b na:ambiguousLabel "甲"@zh .',
    "is not Turtle": "tech:c a a a",
}


def test_reads_every_part_of_a_concept(tmp_path: Path) -> None:
    file = tmp_path / "sound.ttl"
    file.write_text(HEAD + SOUND, encoding="utf-8")
    assert load(file)[1] == Concept(
        uid="tech:b",
        zh="乙",
        en="B",
        alt_zh=("乙类",),
        alt_en=("B kind",),
        hidden=("乙二",),
        exclusions=("乙类外",),
        broader=("tech:a",),
        kind="industry",
        aggregate=True,
        mappings=(Mapping("ipc", "H04L9/00", "exact"), Mapping("sei2018", "新材料产业", "broad")),
        source="x",
        ambiguous=("类",),
        cues=("乙",),
    )


@pytest.mark.parametrize("problem", BROKEN)
def test_a_broken_file_is_named(problem: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text(HEAD + SOUND + BROKEN[problem], encoding="utf-8")
    with pytest.raises(InputError, match=problem) as caught:
        load(file)
    assert caught.value.file == file


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "none.ttl")


def test_is_large_enough_and_bilingual() -> None:
    concepts = load()
    assert len(concepts) >= 250
    assert [concept.uid for concept in concepts] == sorted(concept.uid for concept in concepts)
    assert all(any("\u4e00" <= char <= "\u9fff" for char in concept.zh) for concept in concepts)
    assert all(concept.en.isascii() for concept in concepts)


def test_broad_concepts_have_something_to_gather() -> None:
    below = narrower(load())
    assert [concept.uid for concept in load() if concept.aggregate and len(below.get(concept.uid, ())) < 2] == []


def test_no_single_character_or_bare_english_trap_is_a_label() -> None:
    traps = {"水", "云", "系统", "整机", "电池", "电机", "芯片", "cloud", "chip", "system", "network", "platform"}
    labels = {label.casefold() for concept in load() for label in concept.labels()}
    assert labels & traps == set()
    assert {label for label in labels if len(label) == 1} <= {"桃", "梨", "柚"}


def test_loads_within_a_second() -> None:
    load.cache_clear()
    start = time.process_time()
    load()
    assert time.process_time() - start < 2  # measured: 0.4 s of CPU


def codes(scheme: str) -> set[str]:
    with gzip.open(SOURCES / scheme / "classes.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        return {row["code"] for row in csv.DictReader(lines)}


@pytest.mark.parametrize("scheme", ["ics", "ccs", "gbt4754", "sei2018"])
def test_every_mapped_class_exists(scheme: str) -> None:
    mapped = {mapping.code for concept in load() for mapping in concept.mappings if mapping.scheme == scheme}
    assert mapped
    assert mapped - codes(scheme) == set()


def test_every_mapped_domain_of_the_medical_device_register_exists() -> None:
    with gzip.open(SOURCES / "nmpa_register" / "standards.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    known = {row["domain"] for row in rows} | {f"{row['domain']}/{row['subdomain']}" for row in rows}
    mapped = {mapping.code for concept in load() for mapping in concept.mappings if mapping.scheme == "nmpa"}
    assert mapped - known == set()
    covered = [row for row in rows if {row["domain"], f"{row['domain']}/{row['subdomain']}"} & mapped]
    assert len(covered) / len(rows) > 0.97


SHARED = ROOT.parent / "shared" / "data" / "classification"


@pytest.mark.skipif(not SHARED.exists(), reason="the full IPC is not shipped")
def test_every_mapped_ipc_code_exists() -> None:
    known = set()
    for name in ("ipc_zh_2026.01.tsv.gz", "Jingyou-design__cr_zl_v2__ipc_zh_en_to_main_group.tsv.gz"):
        with gzip.open(SHARED / name, "rt", encoding="utf-8") as lines:
            known |= {line.split("\t", 1)[0] for line in lines}
    mapped = {mapping.code for concept in load() for mapping in concept.mappings if mapping.scheme == "ipc"}
    assert mapped - known == set()


def test_the_file_is_in_its_stable_order() -> None:
    heads = [line for line in vocabulary.FILE.read_text(encoding="utf-8").splitlines() if line.startswith("tech:")]
    assert heads == sorted(heads)


@pytest.mark.parametrize("name", ["cover_labels.csv", "cover_labels_patents.csv"])
def test_judged_pairs_name_concepts(name: str) -> None:
    known = {concept.uid for concept in load()}
    with (ROOT / "data" / "vocabulary" / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) >= 150
    assert {row["technology"] for row in rows} <= known
    assert {row["covers"] for row in rows} == {"0", "1"}
