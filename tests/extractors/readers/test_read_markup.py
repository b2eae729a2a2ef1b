"""HTML and XML: the reader's text, titles and kinds; entities stay off."""

import time
from pathlib import Path

import pytest

from errors import InputError
from extractors.readers import read

PAGE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="{charset}"><title>山城标准化  行动方案</title>
<style>p {{ color: red }}</style></head><body><nav><a href="/">首页</a></nav><header>网站头</header>
<main><header><h1>山城标准化行动方案</h1></header><p>一、总体
要求&nbsp;如下：<br>第一行</p><script>var secret = "<p>脚本</p>"</script>
<table><tr><th>指标</th><th>2030年</th></tr><tr><td>标准</td><td>6<sup>2</sup>项</td></tr></table>
<ul><li>氢能</li><li>储能 <b>技术</b></li></ul><pre>a  b
c</pre><!-- 注释 --></main><footer>页脚</footer></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("nonsense", "utf-8")])
def test_a_page_without_its_surroundings(tmp_path: Path, charset: str, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset=charset).encode(encoding))
    document = read(path)
    assert document.text == (
        "山城标准化行动方案\n一、总体要求 如下：\n第一行\n指标\t2030年\n标准\t62项\n氢能\n储能 技术\na  b\nc\n"
    )
    assert (document.title, document.lang) == ("山城标准化 行动方案", "zh")


def test_a_page_of_scripts_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><script>x</script><nav>menu</nav></body></html>")
    with pytest.raises(InputError, match="has no text"):
        read(tmp_path / "a.html")


STS = """<?xml version="1.0" encoding="UTF-8"?>
<standard xml:lang="en"><front><std-meta>
<title-wrap><intro>Hydrogen</intro><full>Hydrogen — Vocabulary</full></title-wrap>
</std-meta></front><body><sec>
<title>Scope</title><p>See <std><std-ref>QQ/T 1-2020</std-ref></std>, <xref>clause 3</xref>.
</p></sec></body></standard>"""
ST36 = """<cn-patent-document lang="zh"><bibliographic-data><publication-reference><document-id><country>CN</country>
<doc-number>109996757</doc-number><kind>A</kind>
<date>20190709</date></document-id></publication-reference>
<invention-title>一种装置</invention-title></bibliographic-data>
<abstract><p>一种装置，包括壳体。</p></abstract></cn-patent-document>"""


def test_a_standard_in_xml(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(STS, encoding="utf-8")
    document = read(tmp_path / "a.xml")
    assert (document.kind, document.lang, document.title) == ("standard", "en", "Hydrogen — Vocabulary")
    assert "Scope\nSee QQ/T 1-2020, clause 3." in document.text


def test_a_patent_in_xml(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(ST36, encoding="utf-8")
    document = read(tmp_path / "a.xml")
    assert (document.kind, document.title) == ("patent", "一种装置")
    assert document.text == "CN 109996757A\n20190709\n一种装置\n一种装置，包括壳体。\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "declares XML entities"),
        ('<!DOCTYPE a [<!ENTITY x "1234567890">]><a>&x;&x;</a>', "declares XML entities"),
        ("<a>" * 5000 + "</a>" * 5000, "is not well-formed XML"),
        ("<a><b></a>", "is not well-formed XML"),
        ("words", "is not well-formed XML"),
        ("<a><b/></a>", "has no text"),
    ],
)
def test_hostile_xml(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "a.xml").write_text(text)
    with pytest.raises(InputError, match=problem):
        read(tmp_path / "a.xml")


def test_entities_of_an_outer_dtd_are_html_s_or_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a>x&mdash;y&other;z<!-- c -->w</a>')
    assert read(tmp_path / "a.xml").text == "x—yzw\n"


def test_white_space_takes_linear_time(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<pre>a{' ' * 300_000}b{chr(9) * 300_000}c</pre>")
    start = time.process_time()
    assert read(tmp_path / "a.html").text.startswith("a")
    assert time.process_time() - start < 2


def test_html_nested_deeply_is_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div>" * 20000 + "words")
    try:
        assert read(tmp_path / "a.html").text == "words\n"
    except InputError as error:
        assert "a.html" in str(error)
