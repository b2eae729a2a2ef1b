"""Column names people's exports have, and what they are taken for."""

import csv
import gzip
from pathlib import Path

import pytest

from errors import InputError
from extractors.readers import Table
from extractors.readers.columns import fold, recognise

SHARED = Path(__file__).parents[3] / "../shared/data"

CASES = [
    (
        "申请号|公开（公告）号|标题|摘要|申请人|发明人|IPC|申请日|公开日|法律状态|被引用公开号",
        "patents",
        "application number title_zh abstract applicant inventor ipc filed published legal_status",
        ("被引用公开号",),
    ),
    ("公开(公告)号|专利名称|申请（专利权）人|备注", "patents", "number title_zh applicant", ("备注",)),
    (
        "标准号|标准名称|状态|发布日期|实施日期|ICS|CCS|归口单位|代替标准",
        "standards",
        "number title_zh status published implemented ics ccs committee replaces",
        (),
    ),
    ("序号|标准编号|中文标准名称|标准状态|国际标准分类号（ICS）", "standards", "number title_zh status ics", ("序号",)),
    ("Standard No.|Title|Implementation date|Status", "standards", "number title_en implemented status", ()),
    ("Publication Number|Title|Abstract|Assignee|CPC", "patents", "number title_en abstract applicant cpc", ()),
    ("number|title_zh|filed|ipc", "patents", "number title_zh filed ipc", ()),
    (
        "IPRD_REFERENCE|COMP_LEGAL_NAME|Standard|TGPP_NUMBER|PATT_APPLICATION_NUMBER|PUBL_NUMBER|Something",
        "declarations",
        "declaration declarant standard tgpp application publications",
        ("Something",),
    ),
    ("专利号|专利持有人|标准号|声明日期", "declarations", "publications declarant standard declared", ()),
    ("标准号|标准名称|标准名称 ", "standards", "number title_zh", ("标准名称 ",)),
]


@pytest.mark.parametrize(("columns", "kind", "fields", "unknown"), CASES)
def test_kinds(columns: str, kind: str, fields: str, unknown: tuple[str, ...]) -> None:
    found = recognise(Table(tuple(columns.split("|")), (), "t.csv"))
    assert (found.kind, set(found.mapping), found.unknown) == (kind, set(fields.split()), unknown)


def test_fields_are_read_by_name() -> None:
    table = Table(("标准号", "状态"), (("QQ/T 1-2020", "现行"),), "t.csv")
    found = recognise(table)
    record = next(table.records())
    assert [found.field(record, name) for name in ("number", "status", "ics")] == ["QQ/T 1-2020", "现行", ""]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (
            "标题|摘要|申请人",
            r"t\.csv: table of patents lacks a column for number or application; it has '标题, 摘要, 申请人'",
        ),
        ("标准名称|发布日期|实施日期", r"table of standards lacks a column for number; .* \(allowed: 标准号, "),
        ("a|b", r"table has no column we know 'a, b' \(allowed: standards with 标准号,"),
    ],
)
def test_a_table_that_lacks_a_column_names_it(columns: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        recognise(Table(tuple(columns.split("|")), (), "t.csv"))


@pytest.mark.parametrize(
    ("written", "folded"),
    [("公开（公告）号", "公开公告号"), ("ＩＰＣ 分类号:", "ipc分类号"), ("PUBL_NUMBER", "publnumber")],
)
def test_names_are_compared_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not at hand")
@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("standards/cn_standards.tsv.gz", "standards"),
        ("patents/counts/*drones__lens*.tsv.gz", "patents"),
        ("patents/counts/*nuclear*.tsv.gz", "patents"),
        ("patents/counts/*CNIPASpider__*.tsv.gz", "patents"),
        ("patents/sep/*docomo*.tsv.gz", "declarations"),
    ],
)
def test_real_exports(pattern: str, kind: str) -> None:
    with gzip.open(next(SHARED.glob(pattern)), "rt", encoding="utf-8") as stream:
        columns = tuple(next(csv.reader(stream, delimiter="\t")))
    assert recognise(Table(columns, (), pattern)).kind == kind
