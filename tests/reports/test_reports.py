"""Reports are opened again with the libraries that read them, and looked through."""

import csv
import json
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openpyxl import load_workbook

from errors import InputError
from gaps.reports import WRITERS, render, write

PLAN = json.loads((Path(__file__).parent / "plan.json").read_text(encoding="utf-8"))
HOSTILE = PLAN["rows"][3]["provisions"][1]["quote"]
LANGUAGES = ("zh", "en")


def with_title(title: str) -> dict:
    """The sample with its first technology renamed."""
    first = {**PLAN["rows"][0], "title_zh": title, "title_en": title}
    return {**PLAN, "rows": [first, *PLAN["rows"][1:]]}


class Tags(HTMLParser):
    """Collects start tags with their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def parsed(page: bytes) -> Tags:
    tags = Tags()
    tags.feed(page.decode())
    return tags


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("to", WRITERS)
def test_same_input_gives_same_bytes(to, lang):
    assert render(PLAN, to, lang) == render(json.loads(json.dumps(PLAN)), to, lang)


@pytest.mark.parametrize("to", ["docx", "xlsx"])
def test_no_clock_in_archives(to):
    with zipfile.ZipFile(BytesIO(render(PLAN, to, "zh"))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        stamps = re.findall(rb"<dcterms:\w+[^>]*>([^<]*)<", archive.read("docProps/core.xml"))
    assert set(stamps) == {b"2026-09-30T00:00:00Z"}


@pytest.mark.parametrize(
    ("lang", "sheets"),
    [
        ("zh", "概览/全部技术/采标缺口/成果转化候选/专利缺口/政策缺口/条文/所计标准/指标/数据来源/局限"),
        ("en", "Overview/All technologies/adoption gap/conversion candidate/patent gap/policy gap/"
               "Provisions/Standards counted/Targets/Sources/Limits"),
    ],
)  # fmt: skip
def test_workbook_sheets(lang, sheets):
    book = load_workbook(BytesIO(render(PLAN, "xlsx", lang)))
    assert book.sheetnames == sheets.split("/")
    for sheet in book:
        assert sheet.freeze_panes in ("A2", "C2")
        assert sheet.auto_filter.ref == sheet.dimensions


def test_workbook_figures_are_figures_in_rank_order():
    sheet = load_workbook(BytesIO(render(PLAN, "xlsx", "en")))["All technologies"]
    head = [cell.value for cell in sheet[1]]
    ratio = head.index("Ratio")
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [1, 2, 3, 4]
    assert [row[ratio].value for row in sheet.iter_rows(min_row=2)] == [0.21, 0.36, None, 1.12]
    assert sheet.cell(2, ratio + 1).number_format == "0.00"
    assert [row[head.index("Domestic finding")].value for row in sheet.iter_rows(min_row=2)] == [
        "gap", "unknown", "unknown", "covered",
    ]  # fmt: skip


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="])
def test_no_cell_is_a_formula(start):
    gaps = with_title(f"{start}1+1")
    for row in load_workbook(BytesIO(render(gaps, "xlsx", "en")))["All technologies"].iter_rows():
        assert all(cell.data_type != "f" for cell in row)
        assert not any(str(cell.value).startswith(("=", "+", "@")) for cell in row)
    for row in csv.reader(StringIO(render(gaps, "csv", "en").decode("utf-8-sig"))):
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row)


def test_csv_holds_every_row_and_measure():
    rows = list(csv.DictReader(StringIO(render(PLAN, "csv", "en").decode("utf-8-sig"))))
    assert [row["Identifier"] for row in rows] == [
        "tech:in-vitro-diagnostics", "tech:quantum-information", "tech:straddle-monorail", "tech:blockchain",
    ]  # fmt: skip
    assert rows[0]["International"] == "1"
    assert rows[2]["Kinds of gap"] == "policy gap (not settled), conversion candidate (not settled)"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_fetches_nothing_and_escapes_everything(lang):
    page = render(PLAN, "html", lang)
    found = parsed(page)
    assert {tag for tag, _ in found.tags}.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form"})
    assert all(not name.startswith("on") for _, attributes in found.tags for name in attributes)
    assert all(attributes.get("href", "#").startswith("#") for _, attributes in found.tags)
    assert b"url(" not in page and b"@import" not in page
    assert HOSTILE in "".join(found.words)


@pytest.mark.parametrize(
    "title", ['"><img src=x onerror=alert(1)>', "</style><script>x</script>", "a\x00b\x0bc\ud800d"]
)
@pytest.mark.parametrize("to", WRITERS)
def test_hostile_titles_stay_text(to, title):
    data = render(with_title(title), to, "zh")
    if to in ("html", "md"):
        assert b"<img" not in data and b"<script" not in data


def test_chart_has_a_line_per_ratio_with_its_words():
    words = "".join(parsed(render(PLAN, "html", "en")).words)
    assert "0.21 gap" in words and "1.12 covered" in words and "0.36 unknown" in words


def test_document_is_set_with_real_styles():
    document = Document(BytesIO(render(PLAN, "docx", "zh")))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == [
        "摘要",
        "方法",
        "缺口总表",
        "主要缺口逐项说明",
        "规划指标",
        "数据未覆盖的范围",
        "数据来源与许可",
    ]
    pages = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 2"]
    assert pages == ["1. 体外诊断", "2. 量子信息", "3. 跨座式单轨交通", "4. 区块链"]
    faces = {
        name: document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Body Text", "Heading 1", "Quote")
    }
    assert faces == {"Body Text": "宋体", "Heading 1": "黑体", "Quote": "宋体"}


def test_document_has_one_landscape_section_repeated_heads_and_page_numbers():
    document = Document(BytesIO(render(PLAN, "docx", "en")))
    turns = [section.orientation for section in document.sections]
    assert turns == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    tables = document.tables[1:]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in tables)
    fields = [item.text.strip() for item in document.sections[0].footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_document_quotes_the_provisions():
    document = Document(BytesIO(render(PLAN, "docx", "en")))
    quotes = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Quote"]
    assert "完善体外诊断器械标准体系。" in quotes


def test_summary_counts_scopes_and_names_the_complete_source():
    text = render(PLAN, "md", "en").decode()
    assert "asks for standards on 4 technologies" in text and "1 are gaps" in text
    assert "Register of medical device standards: national and sector standards" in text


def test_nothing_complete_claims_nothing():
    sources = [{**source, "scope": "sample"} for source in PLAN["sources"]]
    assert "claims no gap at all" in render({**PLAN, "sources": sources}, "md", "en").decode()


def test_empty_table_is_still_a_report():
    for to in WRITERS:
        assert render({**PLAN, "rows": [], "sources": [], "limits_zh": [], "targets": []}, to, "zh")


def test_old_report_stays_when_the_new_one_cannot_be_written(tmp_path):
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write(PLAN, target, "csv", "zh")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_place_under_a_file_is_refused():
    with pytest.raises(InputError, match="cannot be written"):
        write(PLAN, Path("/dev/full/report.csv"), "csv", "zh")


@pytest.mark.parametrize(
    ("gaps", "to", "lang", "said"),
    [
        (PLAN, "pptx", "zh", "unknown kind of report"),
        (PLAN, "csv", "fr", "no report in this language"),
        ({"rows": []}, "csv", "zh", "key missing"),
        ({**PLAN, "rows": [{**PLAN["rows"][0], "scope": "maybe"}]}, "csv", "zh", "unknown scope"),
    ],
)
def test_refusals(gaps, to, lang, said):
    with pytest.raises(InputError, match=said):
        render(gaps, to, lang)


def test_write_makes_the_folder_and_returns_the_path(tmp_path):
    path = write(PLAN, tmp_path / "new" / "report.html", "html", "en")
    assert path.read_bytes().startswith(b"<!DOCTYPE html>")
    assert [other.name for other in path.parent.iterdir()] == ["report.html"]
