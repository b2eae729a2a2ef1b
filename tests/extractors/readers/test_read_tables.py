"""Tables: delimiters, sheets, headers, and cells that are data whatever they look like."""

import datetime
from pathlib import Path

import openpyxl
import pytest
from reader_files import repacked, zipped

from errors import InputError
from extractors.readers import Table, read, read_table

HEADER = ("申请号", "标题", "申请日")
ROW = ("CN201680087887.X", "振翅机翼，及其\n装置", "2016-12-01")


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("a.csv", '申请号,标题,申请日\r\nCN201680087887.X,"振翅机翼，及其\n装置",2016-12-01\r\n', "utf-8-sig"),
        ("a.csv", '申请号;标题;申请日\nCN201680087887.X;"振翅机翼，及其\n装置";2016-12-01\n', "gb18030"),
        ("a.csv", '申请号\t标题\t申请日\nCN201680087887.X\t"振翅机翼，及其\n装置"\t2016-12-01\n', "utf-16"),
        ("a.tsv", '申请号\t标题\t申请日\n\nCN201680087887.X\t"振翅机翼，及其\n装置"\t2016-12-01\n', "utf-8"),
        ("a.csv", '专利清单\n申请号,标题,申请日\nCN201680087887.X,"振翅机翼，及其\n装置",2016-12-01\n', "utf-8"),
    ],
)
def test_delimiters_and_encodings(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    (tmp_path / name).write_bytes(text.encode(encoding))
    table = read_table(tmp_path / name)
    assert (table.columns, table.rows) == (HEADER, (ROW,))
    assert list(table.records()) == [dict(zip(HEADER, ROW, strict=True))]


def sheet(path: Path, rows: list[list[object]], name: str = "清单") -> Path:
    book = openpyxl.Workbook()
    book.active.title = "空表"
    page = book.create_sheet(name)
    for row in rows:
        page.append(row)
    book.save(path)
    return path


def test_a_sheet(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["专利清单", None, None, None],
        [],
        ["申请号", "标题", "申请日", "件数"],
        ["CN201680087887.X", "=1+1", datetime.datetime(2016, 12, 1), 3.0],
        [2016101234566, "-", datetime.datetime(2016, 12, 1, 8, 30), 0.5],
        [None, None, None, None],
        [True, " 空白 ", None, None],
    ]
    table = read_table(sheet(tmp_path / "a.xlsx", rows))
    assert table.columns == ("申请号", "标题", "申请日", "件数")
    assert table.first_row == 4
    assert table.rows == (
        ("CN201680087887.X", "", "2016-12-01", "3"),
        ("2016101234566", "-", "2016-12-01 08:30:00", "0.5"),
        ("TRUE", "空白", "", ""),
    )


def test_a_table_as_a_document(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["公开号", "标题"], ["CN109996757A", "纳米粒子"]])
    assert read(path).text == "公开号\t标题\nCN109996757A\t纳米粒子"


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "@SUM(A1)", "+1", "-2+3"])
def test_formulas_are_data(tmp_path: Path, cell: str) -> None:
    (tmp_path / "a.csv").write_text(f'number,title\nX,"{cell}"\n')
    assert read_table(tmp_path / "a.csv").rows == (("X", cell),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "2016-12-01,CN201680087887.X\n2016-12-02,CN109996757A\n",
            "table has no header, its first row is data '2016-12-01'",
        ),
        ("1,2,3\n4,5,6\n", "table has no header, its first row is data '1'"),
        ("申请号,标题,申请号\n1,2,3\n", "row 1: table names a column twice '申请号'"),
        ("申请号,标题\n1,2\n3,4,5\n", "row 3: row has more cells than the header '5'"),
        ('申请号,标题\n1,"' + "x" * 200_000 + '"\n', "line 2: is no table: field larger"),
        ("\n" * 30 + "1,2\n", "table has no header"),
        ("5\n", "table has no header"),
        ("a,b\n1,\x00\n", "is not a text"),
    ],
)
def test_tables_that_are_none(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "bad.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        read_table(tmp_path / "bad.csv")


def test_one_column_and_ragged_ends(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("标准号\nQQ/T 1-2020\n", encoding="utf-8")
    assert read_table(tmp_path / "a.csv") == Table(("标准号",), (("QQ/T 1-2020",),), str(tmp_path / "a.csv"))
    (tmp_path / "b.csv").write_text("标准号,,名称,,\nQQ/T 1-2020,x\n", encoding="utf-8")
    assert read_table(tmp_path / "b.csv").columns == ("标准号", "column 2", "名称")
    assert read_table(tmp_path / "b.csv").rows == (("QQ/T 1-2020", "x", ""),)


def test_a_long_cell_takes_linear_time(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("标准号,x" + "1" * 100_000 + "\nQQ/T 1-2020,y\n", encoding="utf-8")
    assert len(read_table(tmp_path / "a.csv").columns) == 2


def test_a_sheet_that_lies_about_its_size(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["公开号", "标题"], ["CN109996757A", "纳米粒子"]])
    cell = '<c t="inlineStr"><is><t>%s</t></is></c>'
    cells = f'<row r="1">{cell % "公开号"}{cell % "标题"}</row>'
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    lying = f'<worksheet {space}><dimension ref="A1:XFD1048576"/><sheetData>{cells}</sheetData></worksheet>'
    assert read_table(repacked(path, {"xl/worksheets/sheet2.xml": lying.encode()})).columns == ("公开号", "标题")


def test_an_empty_workbook(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no cells in any sheet"):
        read_table(sheet(tmp_path / "a.xlsx", []))


@pytest.mark.parametrize(
    "changes",
    [
        {"xl/workbook.xml": b"<workbook"},
        {"xl/worksheets/sheet2.xml": b"<worksheet><sheetData><row><c"},
        {"[Content_Types].xml": b""},
    ],
)
def test_broken_workbooks(tmp_path: Path, changes: dict[str, bytes]) -> None:
    path = sheet(tmp_path / "a.xlsx", [["公开号", "标题"], ["CN109996757A", "纳米粒子"]])
    with pytest.raises(InputError, match="is a broken xlsx file"):
        read_table(repacked(path, changes))


def test_a_zip_bomb_as_workbook(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["公开号", "标题"]])
    with pytest.raises(InputError, match="expands too far"):
        read_table(repacked(path, {"xl/sharedStrings.xml": b" " * (40 << 20)}))


def test_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a broken xlsx file"):
        read_table(zipped(tmp_path / "a.xlsx", {"a.txt": "words"}))
