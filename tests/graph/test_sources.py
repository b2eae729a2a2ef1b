"""Sources: strict `source.yaml`, strict tables, declared scope; and the sources we ship."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from errors import InputError
from graph.differences import differ
from graph.importers import IMPORTERS
from graph.scope import Scope, declared
from graph.sources import load, rows, table

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
SHARED = ROOT / "../shared"
MEGABYTES = 25
# Licences that a source may have without a word on what "not stated" means.
OPEN = ("CC BY 4.0", "ODC-By 1.0", "MIT", "Apache-2.0")

YAML = """\
id: tiny
title: {zh: 小表, en: Tiny}
publisher: Someone
licence: MIT
licence_note: MIT.
retrieved: "2026-08"
origin: [someone/tiny]
precedence: 30
confidence: 1
files:
  - path: standards.csv.gz
    importer: cn_standards
    minimum_rows: 2
    fields:
      number: {zh: 编号, en: number}
      published: {zh: 发布日期, en: publication date, type: date}
      count: {zh: 数, en: count, type: integer}
scope:
  - tiers: [national]
    field: "*"
    last: "2026-08"
    complete: false
    note: {zh: 抽样, en: a sample}
"""
TABLE = "number,published,count\nGB/T 1.1-2020,2020-03-31,1\nGB/T 1.2-2020,2020-11,\n"


def write(root: Path, yaml: str = YAML, content: str = TABLE) -> Path:
    folder = root / "sources" / "tiny"
    folder.mkdir(parents=True)
    (folder / "source.yaml").write_text(yaml, encoding="utf-8")
    (folder / "standards.csv.gz").write_bytes(gzip.compress(content.encode()))
    return root


def read_all(root: Path) -> list[dict[str, str]]:
    return [dict(row.cells) for source in load(root) for file in source.files for row in rows(file)]


def test_a_source_is_a_folder_with_a_yaml_file_and_tables(tmp_path):
    (source,) = load(write(tmp_path))
    assert (source.id, source.title_zh, source.precedence, source.document) == ("tiny", "小表", 30, "doc:tiny")
    assert read_all(tmp_path)[1] == {"number": "GB/T 1.2-2020", "published": "2020-11", "count": ""}
    assert [row.number for row in table((source,), "tiny/standards.csv.gz")] == [1, 2]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("publisher:", "publishr:", "source: unknown key 'publishr'"),
        ("licence: MIT\n", "", "source: missing key 'licence'"),
        ("id: tiny", "id: other", "id: id differs from folder 'other' (allowed: tiny)"),
        ("tiers: [national]", "tiers: [nation]", "scope[0].tiers: unknown tier 'nation'"),
        ("complete: false", "complete: maybe", "scope[0].complete: not true or false 'maybe'"),
        ('last: "2026-08"', 'last: "2026-13"', "scope[0].last: not a date '2026-13'"),
        ("type: date", "type: day", "files[0].fields.published: unknown type 'day'"),
        ("path: standards.csv.gz", "path: ../standards.csv.gz", "files[0].path: must be a file name"),
        ("path: standards.csv.gz", "path: nothing.csv.gz", "nothing.csv.gz: table cannot be read"),
        ("minimum_rows: 2", "minimum_rows: 3", "standards.csv.gz: fewer rows than declared '2' (allowed: at least 3)"),
        ("      count:", "      number_of:", "standards.csv.gz:1: columns differ 'count, number_of'"),
        ("confidence: 1", "confidence: 2", "confidence: not a share '2'"),
        ("scope:\n", "scope: all\nx:\n", "source: unknown key 'x'"),
        ("id: tiny", "id: [", "cannot be read"),
    ],
)
def test_wrong_structure_names_file_place_and_value(tmp_path, old, new, said):
    with pytest.raises(InputError) as error:
        read_all(write(tmp_path, yaml=YAML.replace(old, new, 1)))
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (TABLE.replace("2020-03-31", "2020-02-30"), ":2: published is not a date '2020-02-30'"),
        (TABLE.replace("2020-11", "10.11.2020"), ":3: published is not a date '10.11.2020'"),
        (TABLE.replace(",1\n", ",one\n"), ":2: count is not an integer 'one'"),
        (TABLE.replace("2020-11,", "2020-11"), ":3: wrong number of cells '2' (allowed: 3 cells)"),
        ("", ":1: columns differ"),
    ],
)
def test_wrong_cells_name_their_line(tmp_path, content, said):
    with pytest.raises(InputError) as error:
        read_all(write(tmp_path, content=content))
    assert said in str(error.value)


def test_a_damaged_archive_is_one_line(tmp_path):
    file = write(tmp_path) / "sources" / "tiny" / "standards.csv.gz"
    file.write_bytes(file.read_bytes()[:-12])
    with pytest.raises(InputError, match="table cannot be read"):
        read_all(tmp_path)


def test_an_empty_folder_is_no_data(tmp_path):
    with pytest.raises(InputError, match=r"no source.yaml"):
        load(tmp_path)


REGISTER = Scope(
    "register",
    ("national",),
    "medical-equipment",
    "2026-08-15",
    True,
    "",
    "",
    first="2026-08-15",
    codes=("ics:11.040", "ccs:C4"),
)
CATALOGUE = Scope("iso", ("international",), "*", "2025-06", True, "", "", bodies=("ISO",))
SAMPLE = Scope("sample", ("national", "sector"), "*", "2026-08-18", False, "", "")


@pytest.mark.parametrize(
    ("tier", "field", "date", "expected"),
    [
        ("national", "medical-equipment", "2026-08-15", ["register"]),
        ("national", "medical-equipment", "", ["register"]),
        ("national", "medical-equipment", "2026-08-16", []),  # a register of one day says nothing of the next
        ("national", "medical-equipment", "2020-01-01", []),
        ("national", "ics:11.040.30", "", ["register"]),
        ("national", "ics:11.0401", "", []),
        ("national", "ccs:C44", "", ["register"]),
        ("national", "ics:35.240", "", []),  # a sample declares nothing
        ("sector", "medical-equipment", "", []),
        ("international", "ics:35.240", "2025-05-31", ["iso"]),
        ("international", "ics:35.240", "2025-07-01", []),
    ],
)
def test_absence_is_a_fact_only_inside_a_declared_scope(tier, field, date, expected):
    assert [scope.source for scope in declared((REGISTER, CATALOGUE, SAMPLE), tier, field, date)] == expected


@pytest.mark.parametrize(
    ("name", "one", "other", "expected"),
    [
        ("published", "2008-12", "2008-12-20", False),
        ("published", "2008-12", "2008-11-20", True),
        ("title_en", "Pascal — Part 1: Use", "PASCAL - Part 1: use", False),
        ("title_zh", "医疗器械　辐射灭菌", "医疗器械 辐射灭菌", False),
        ("title_zh", "心血管植入物", "心血管植入器械", True),
    ],
)
def test_less_precise_or_otherwise_punctuated_is_no_contradiction(name, one, other, expected):
    assert differ(name, one, other) is expected


def test_shipped_sources_are_valid_small_and_complete():
    """Every table is read wholly: columns, dates, minimum counts."""
    found = load(DATA)
    for source in found:
        for file in source.files:
            assert file.importer in IMPORTERS
            assert sum(1 for _ in rows(file)) == file.minimum_rows > 0
    paths = [path for path in (DATA / "sources").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert sum(path.stat().st_size for path in paths) <= MEGABYTES * 1_000_000
    tables = {file.path for source in found for file in source.files}
    assert {path for path in paths if path.suffix == ".gz"} == tables


def test_shipped_sources_say_who_when_and_under_which_licence():
    for source in load(DATA):
        assert source.title_zh and source.title_en and source.publisher and source.origin and source.retrieved
        assert source.licence in (*OPEN, "not stated")
        assert source.licence_note
        assert source.scope


def test_only_three_bodies_of_standards_are_declared_complete():
    complete = [
        (scope.source, scope.tiers, scope.bodies) for source in load(DATA) for scope in source.scope if scope.complete
    ]
    assert complete == [
        ("iso", ("international",), ("ISO",)),
        ("nmpa_register", ("national",), ("GB", "GB/T", "GB/Z")),
        ("nmpa_register", ("sector",), ("YY", "YY/T")),
        ("iec", ("international",), ("IEC",)),
    ]


@pytest.mark.skipif(not SHARED.exists(), reason="the working material is not on this machine")
def test_making_the_tables_again_gives_the_same_bytes(tmp_path):
    script = DATA / "sources" / "make.py"
    subprocess.run([sys.executable, script, "--shared", SHARED, "--out", tmp_path], check=True, capture_output=True)
    shipped = sorted(path.relative_to(DATA / "sources") for path in (DATA / "sources").glob("*/*.gz"))
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.glob("*/*.gz")) == shipped
    different = [path for path in shipped if (tmp_path / path).read_bytes() != (DATA / "sources" / path).read_bytes()]
    assert different == []
