"""Plain text and Markdown: any accepted encoding, and the text is the decoded file."""

import codecs
from pathlib import Path

import pytest

from errors import InputError
from extractors.readers import read

TEXT = "关于印发《山城标准化行动方案》的通知\r\n　　各有关单位：\r\n一、总体要求\n\n2030年前形成标准体系。\t完"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("gb18030", b""),
        ("gbk", b""),
    ],
)
def test_text_is_the_decoded_file_without_its_mark(tmp_path: Path, encoding: str, mark: bytes) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    document = read(path)
    assert document.text == TEXT
    assert (document.kind, document.lang, document.media_type) == ("policy", "zh", "text/plain")


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "has no text"),
        ("latin.txt", "Größe und Maß, à côté de l'été, señor".encode("latin-1"), "unknown encoding"),
        ("big5.txt", "標準化發展綱要與實施方案，並請各單位遵照辦理".encode("big5"), "unknown encoding"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "unknown encoding"),
        ("nul.txt", b"abc\x00def", "is not a text"),
        ("half.txt", codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "is not utf-16-le"),
        ("cut.txt", "标准".encode("gb18030") * 9 + b"\xb1", "unknown encoding"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=problem) as error:
        read(path)
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_front_matter_is_honoured_and_stays_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "Digest of the Plan.md"
    text = "---\nkind: policy\ntitle: 山城行动方案（摘编）\nlang: zh\n---\n\n# One\nWords.\n"
    path.write_text(text, encoding="utf-8", newline="")
    document = read(path)
    assert (document.text, document.kind, document.title, document.lang) == (
        text,
        "policy",
        "山城行动方案（摘编）",
        "zh",
    )
    assert document.id.startswith("digest-of-the-plan-")
    assert document.id == f"digest-of-the-plan-{document.sha256[:8]}"


@pytest.mark.parametrize(
    ("text", "title"),
    [("---\n一条横线，不是元数据\n", None), ("---\n- 一\n---\n正文\n", None), ("# 标题\n---\nkind: x\n---\n", None)],
)
def test_a_rule_is_no_front_matter(tmp_path: Path, text: str, title: str | None) -> None:
    path = tmp_path / "rule.md"
    path.write_text(text, encoding="utf-8")
    assert read(path).title is title


@pytest.mark.parametrize(
    ("front", "problem"), [("kind: novel", "unknown kind"), ("title: [unclosed", "front matter is not YAML")]
)
def test_a_wrong_front_matter_is_refused(tmp_path: Path, front: str, problem: str) -> None:
    path = tmp_path / "wrong.md"
    path.write_text(f"---\n{front}\n---\ntext\n", encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        read(path)


def test_a_chinese_file_name_still_gives_an_identifier(tmp_path: Path) -> None:
    path = tmp_path / "实施方案.txt"
    path.write_text("The words of a plan.", encoding="utf-8")
    assert read(path).id.startswith("document-")
    assert read(path, kind="standard").kind == "standard"
