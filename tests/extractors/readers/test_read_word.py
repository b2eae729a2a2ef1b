"""Word: paragraphs, tables and list labels in document order; hostile packages."""

from pathlib import Path

import pytest
from docx import Document as new_document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reader_files import repacked, zipped

from errors import InputError
from extractors.readers import read


def level(depth: int, number_format: str, text: str, suffix: str = "nothing") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/><w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEVELS = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "japaneseCounting", "（%2）")
    + level(2, "decimal", "%3.", "tab")
)
LEGAL = level(0, "chineseCounting", "第%1章", "space") + level(1, "decimal", "%1.%2", "tab").replace(
    "<w:suff", "<w:isLgl/><w:suff"
)


def numbered(document, levels: str, number: int) -> None:
    numbering = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def item(document, text: str, number: int, depth: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    properties.append(parse_xml(xml))


def plan(path: Path) -> Path:
    document = new_document()
    document.core_properties.title = "属性里的标题"
    document.add_heading("山城标准化行动方案", 0)
    numbered(document, LEVELS, 90)
    item(document, "总体要求", 90, 0)
    item(document, "指导思想。", 90, 1)
    item(document, "发展目标。", 90, 1)
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("指标", "2030年", "国家标准", "60项"), strict=True
    ):
        cell.text = text
    item(document, "主要任务", 90, 0)
    item(document, "健全体系。", 90, 1)
    item(document, "研制氢能标准", 90, 2)
    item(document, "研制储能标准", 90, 2)
    document.add_paragraph("甲\t乙\n丙")
    document.save(path)
    return path


def test_labels_tables_and_order(tmp_path: Path) -> None:
    document = read(plan(tmp_path / "plan.docx"))
    assert document.text == (
        "山城标准化行动方案\n一、总体要求\n（一）指导思想。\n（二）发展目标。\n指标\t2030年\n国家标准\t60项\n"
        "二、主要任务\n（一）健全体系。\n1. 研制氢能标准\n2. 研制储能标准\n甲\t乙\n丙\n"
    )
    assert (document.title, document.kind, document.lang) == ("山城标准化行动方案", "policy", "zh")


def test_a_level_written_in_digits_throughout(tmp_path: Path) -> None:
    document = new_document()
    numbered(document, LEGAL, 91)
    for text, depth in (("总则", 0), ("范围", 1), ("术语", 1), ("试验", 0), ("设备", 1)):
        item(document, text, 91, depth)
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").text == "第一章总则\n1.1 范围\n1.2 术语\n第二章试验\n2.1 设备\n"


def test_a_label_that_comes_from_the_style(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph("first", "List Number")
    document.add_paragraph("second", "List Number")
    document.add_paragraph("point", "List Bullet")
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").text == "1. first\n2. second\npoint\n"


BODY = f"<w:document {nsdecls('w')}><w:body>%s</w:body></w:document>"
CHANGED = (
    "<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
    "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    '<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:p><w:r><w:t>一次</w:t></w:r></w:p></mc:Choice>'
    "<mc:Fallback><w:p><w:r><w:t>一次</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="999"/></w:numPr></w:pPr><w:r><w:t>坏编号</w:t></w:r></w:p>'
)


def test_changes_controls_text_boxes_and_broken_numbering(tmp_path: Path) -> None:
    path = repacked(plan(tmp_path / "a.docx"), {"word/document.xml": (BODY % CHANGED).encode()})
    assert read(path).text == "保留新增链接\n控件\n一次\n\n文本框\n坏编号\n"


BOMB = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w>&b;</w>'
OUTSIDE = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"word/document.xml": b"<w:document"}, r"word/document\.xml: is not well-formed XML"),
        ({"word/document.xml": BOMB}, "declares XML entities"),
        ({"word/document.xml": OUTSIDE}, "declares XML entities"),
        ({"word/document.xml": b"<a/>"}, "is no Word document"),
        ({"word/document.xml": (BODY % "<w:p/>").encode()}, "has no text"),
        ({"_rels/.rels": b"<Relationships/>"}, "is no Word document"),
        ({"../../evil.xml": b"<a/>"}, r"member outside the archive '\.\./\.\./evil\.xml'"),
        ({"/etc/evil": b"<a/>"}, "member outside the archive"),
        ({"C:\\evil": b"<a/>"}, "member outside the archive"),
        ({"word/media/zeros.bin": bytes(64 << 20)}, "expands too far"),
    ],
)
def test_hostile_packages(tmp_path: Path, changes: dict[str, bytes], problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read(repacked(plan(tmp_path / "a.docx"), changes))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04 cut off", "is a broken docx file"),
        (b"words in a text file", "is a broken docx file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "is an encrypted or pre-2007 Office file"),
    ],
)
def test_no_package(tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(InputError, match=problem):
        read(tmp_path / "a.docx")


def test_a_member_damaged_inside(tmp_path: Path) -> None:
    path = plan(tmp_path / "a.docx")
    data = bytearray(path.read_bytes())
    place = data.index(b"word/document.xml") + 60
    data[place : place + 40] = bytes(40)
    path.write_bytes(bytes(data))
    with pytest.raises(InputError, match=r"word/document\.xml: has a broken part"):
        read(path)


def test_another_package_named_docx(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lacks a part '_rels/\.rels'"):
        read(zipped(tmp_path / "a.docx", {"a.txt": "words"}))
