"""PDF and OFD: text order, running heads off, broken lines joined, and what has no text."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reader_files import assembled, ofd, pdf_bytes, repacked, zipped

from errors import InputError
from extractors.readers import read

PLAN = [
    [
        "山城标准化行动方案",
        "一、总体要求",
        "围绕数字化转型和高质量发展的要求，全面推动新一代数",
        "字孪生与智 能制造标准建设。",
        "- 1 -",
    ],
    ["山城标准化行动方案", "二、主要任务", "（一）健全体系。研制储能电站、氢能装备和工业互联", "网标准。", "- 2 -"],
    ["山城标准化行动方案", "The committee will stand-", "ardize interfaces.", "- 3 -"],
]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_pages_become_paragraphs(tmp_path: Path) -> None:
    document = read(written(tmp_path / "plan.pdf", pdf_bytes(PLAN)))
    assert document.text == (
        "一、总体要求\n围绕数字化转型和高质量发展的要求，全面推动新一代数字孪生与智能制造标准建设。\n"
        "二、主要任务\n（一）健全体系。研制储能电站、氢能装备和工业互联网标准。\n"
        "The committee will standardize interfaces.\n"
    )
    assert [document.text[start:][:5] for start in document.pages] == ["一、总体要", "二、主要任", "The c"]
    assert document.media_type == "application/pdf"


def test_a_line_on_few_pages_is_no_running_head(tmp_path: Path) -> None:
    document = read(written(tmp_path / "two.pdf", pdf_bytes([["标题", "甲。"], ["标题", "乙。"]])))
    assert document.text == "标题\n甲。\n标题\n乙。\n"


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    pages = [["围绕数字化转型和高质量发展的要求，全面推动新一代数", "- 1 -"], ["字孪生标准达到135", "项。", "- 2 -"]]
    document = read(written(tmp_path / "a.pdf", pdf_bytes(pages)))
    assert document.text == "围绕数字化转型和高质量发展的要求，全面推动新一代数字孪生标准达到135\n项。\n"
    assert [document.text[start] for start in document.pages] == ["围", "字"]


def test_numbers_of_a_table_are_no_page_numbers(tmp_path: Path) -> None:
    pages = [["面积", "15172.5", "12"], ["103655.0", "40"], ["201.5", "7"], ["99.5", "23"]]
    document = read(written(tmp_path / "a.pdf", pdf_bytes(pages)))
    assert document.text.split() == ["面积", "15172.5", "12", "103655.0", "40", "201.5", "7", "99.5", "23"]


def test_english_lines_run_on_with_a_space(tmp_path: Path) -> None:
    lines = ["The committee develops standards for machine", "learning and for energy storage systems, and", "Reports."]
    document = read(written(tmp_path / "a.pdf", pdf_bytes([lines])))
    assert document.text == f"{lines[0]} {lines[1]}\n{lines[2]}\n"


def test_a_blank_page_has_its_start_too(tmp_path: Path) -> None:
    document = read(written(tmp_path / "blank.pdf", pdf_bytes([["甲。"], [], ["乙。"]])))
    assert (document.text, document.pages) == ("甲。\n乙。\n", (0, 3, 3))


def encrypted(password: str, owner: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_bytes(PLAN))))
    writer.encrypt(password, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_password_for_changes_alone_does_not_hinder(tmp_path: Path) -> None:
    assert "数字孪生" in read(written(tmp_path / "locked.pdf", encrypted("", "owner"))).text


AES = (
    "<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O (o) /U (u) /OE (o) /UE (u) /Perms (p) /EncryptMetadata true >>"
)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (encrypted("secret", "owner"), "is encrypted .*allowed: a file without password"),
        (pdf_bytes([[], []]), "has no text layer: its pages are images '2 pages'"),
        (pdf_bytes(PLAN)[:300], "is a damaged PDF|no text layer"),
        (b"%PDF-1.7\nnothing", "is a damaged PDF"),
        (b"GIF89a" + bytes(50), "is no PDF"),
        (
            assembled(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
            "PDF|text layer",
        ),
        (assembled(["<< /Type /Catalog >>"]), "is a damaged PDF|has no text layer"),
    ],
)
def test_unusable(tmp_path: Path, data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as error:
        read(written(tmp_path / "bad.pdf", data))
    assert "bad.pdf" in str(error.value)


def test_ofd_pieces_of_a_line_are_joined(tmp_path: Path) -> None:
    pages = [[(20, "山城"), (20, "标准化 方案"), (30, "一、总体要求")], [(20, "第二页。")]]
    document = read(ofd(tmp_path / "notice.ofd", pages))
    assert document.text == "山城标准化方案\n一、总体要求\n第二页。\n"
    assert (document.title, document.pages) == ("试验公文", (0, 15))


def test_ofd_without_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no text layer"):
        read(ofd(tmp_path / "scan.ofd", [[]]))


def test_ofd_that_points_out_of_itself(tmp_path: Path) -> None:
    path = ofd(tmp_path / "out.ofd", [[(20, "正文")]])
    entry = b'<ofd:OFD xmlns:ofd="x"><ofd:DocRoot>../../etc/passwd</ofd:DocRoot></ofd:OFD>'
    with pytest.raises(InputError, match="lacks a part"):
        read(repacked(path, {"OFD.xml": entry}))


def test_ofd_without_entry(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lacks a part 'OFD\.xml'"):
        read(zipped(tmp_path / "no.ofd", {"a.xml": "<a/>"}))
