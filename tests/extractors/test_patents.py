"""Patent numbers in running text: sentences of our own with the forms of real documents."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.document import Document, Mention
from extractors.patents import extract, refusals

SHARED = Path(__file__).parents[2] / "../shared"


def mentions(text: str, kind: str = "text") -> list[Mention]:
    found = extract(Document("d", text, kind), {})
    assert all(text[mention.start : mention.end] == mention.quote for mention in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    return found


FOUND = [
    ("专利号为ZL 2016 8 0087887.X的发明", ["ZL 2016 8 0087887.X"], ["CN201680087887.X"]),
    ("（申请号：201680087887X）", ["201680087887X"], ["CN201680087887.X"]),
    (
        "专利号：201680087887.X，公开号：109996757A。",
        ["201680087887.X", "109996757A"],
        ["CN201680087887.X", "CN109996757A"],
    ),
    ("见ＣＮ１０９９９６７５７Ａ号", ["ＣＮ１０９９９６７５７Ａ"], ["CN109996757A"]),
    ("公开了 CN 1099\n96757 A 的装置", ["CN 1099\n96757 A"], ["CN109996757A"]),
    ("CN109996757A、CN209062664U和CN 305246987 S", ["CN109996757A", "CN209062664U", "CN 305246987 S"], None),
    ("(10)申请公布号 CN 109996757 A (43)申请公布日 2019.07.09", ["CN 109996757 A"], ["CN109996757A"]),
    ("(21)申请号 201680087887.X (22)申请日 2016.12.01", ["201680087887.X"], ["CN201680087887.X"]),
    ("专利CN109996757的权利要求", ["CN109996757"], ["CN109996757"]),
    ("美国专利7292636和美国专利US 7,310,372 B2", ["7292636", "US 7,310,372 B2"], ["US7292636", "US7310372B2"]),
    (
        "see U.S. Patent Nos. 7,292,636, 7,310,372 and 6,115,503 for details",
        ["7,292,636", "7,310,372", "6,115,503"],
        ["US7292636", "US7310372", "US6115503"],
    ),
    ("US 2007/0047500 A1; EP 1 848 154 B1; WO 2006/075628", None, ["US20070047500A1", "EP1848154B1", "WO2006075628"]),
    ("the application PCT/CN2014/071234, published as WO2014123456A1", None, ["PCT/CN2014/071234", "WO2014123456A1"]),
    ("特開2007-60162号公報及びJP 4480727 B2", ["特開2007-60162", "JP 4480727 B2"], ["JP2007060162A", "JP4480727B2"]),
    ("优先权：美国临时申请号62/518,910", ["62/518,910"], ["US62/518910"]),
    ("申请号为“201680087887.X”的申请", ["201680087887.X"], None),
    ("重复步骤4CN109996757A说明书2/4页", ["CN109996757A"], None),
    ("US7292636公开了一种机翼", ["US7292636"], None),
    ("GB2516530B是英国专利", ["GB2516530B"], ["GB2516530B"]),
    ("the patents US 7,292,636, 99,123,456 and others", ["US 7,292,636"], None),
    ("DE 10 2004 005 544 B4", ["DE 10 2004 005 544 B4"], ["DE102004005544B4"]),
    ("https://patents.google.com/patent/CN109996757A/zh", ["CN109996757A"], ["CN109996757A"]),
    ("the patent AU 2016/219013 A1 describes", ["AU 2016/219013 A1"], ["AU2016219013A1"]),
    ("the patent US 7,292,636 A device comprising a part", ["US 7,292,636"], ["US7292636"]),
]


@pytest.mark.parametrize(("text", "quotes", "ids"), FOUND)
def test_found(text: str, quotes: list[str] | None, ids: list[str] | None) -> None:
    found = mentions(text)
    assert quotes is None or [mention.quote for mention in found] == quotes
    assert ids is None or [mention.id for mention in found] == ids


NOT_PATENTS = [
    "请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。",
    "Attention is drawn to the possibility that some of the elements may be the subject of patent rights.",
    "符合GB 2516-1990和GB/T 20001.1—2020的规定，不涉及专利。",
    "专利电话：010-62081234，手机13912345678，传真 86 10 62081234",
    "ISBN 978-7-5066-1234-5，统一刊号CN11-1234/G4，ISSN 1000-1234",
    "统一社会信用代码91500000MA5U123456，专利代理机构代码11227",
    "字符集GB2312与GB18030，内存16 GB，带宽GB/s",
    "专利数量为US 5000000美元的企业共201610123456家",
    "订单号201680087887，合同编号2016101234566",
    "有效专利超过2016100件，发明专利 12345678 项",
    "the patent offices of DE 2019 and IN 1999, US 1,000,000 dollars",
    "IT 2000000 A NO 1234567 B",
    "专利号：ZL201680087887.1（校验位错误）",
    "专利号：ZL2016XXXXXXX.X",
    "序号4CN109996757，ABCN109996757A",
    "型号CN-123456，批号US20160001，序列号EP123",
    "DB50/T 867-2018 与 T/CIS 11003 及 KR 2019年",
]


@pytest.mark.parametrize("text", NOT_PATENTS)
def test_not_found(text: str) -> None:
    assert mentions(text) == []


def test_properties() -> None:
    (mention,) = mentions("CN 109996757 A")
    assert (mention.type, mention.extractor, mention.confidence) == ("patent", "patents", 0.99)
    assert mention.properties == {"kind_of": "publication", "office": "CN", "kind": "A", "role": "cited"}


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("[1] 张某. 一种机翼: 中国, 201680087887.X[P]. 2018-08-10.", "policy", "reference"),
        ("[2] LI M. A wing: CN109996757A[P]. 2019-07-09.", "text", "reference"),
        ("［3］ 王某．一种粒子：CN109996757A［P］．2019-07-09．", "text", "reference"),
        ("声明符合本文件时，可能涉及专利，专利持有人某公司已声明，专利号ZL201680087887.X。", "standard", "declared"),
        ("A patent holder declared US 7,292,636 B2 as an essential patent.", "standard", "declared"),
        ("请注意本文件的某些内容可能涉及专利。GB2516530B除外。", "standard", "cited"),
        ("专利持有人的专利号ZL201680087887.X。", "policy", "cited"),
    ],
)
def test_roles(text: str, kind: str, role: str) -> None:
    assert [mention.properties["role"] for mention in mentions(text, kind)] == [role]


def test_refusals_name_the_reason() -> None:
    text = "专利号：ZL201680087887.1；专利号ZL2016XXXXXXX.X；申请号：201680087887.X；电话010-62081234"
    found = [(text[start:end], reason) for start, end, reason in refusals(Document("d", text))]
    assert [quote for quote, _ in found] == ["ZL201680087887.1", "ZL2016XXXXXXX.X"]
    assert "check digit 1 is wrong" in found[0][1]
    assert "masked" in found[1][1]


HOSTILE = (
    "CN 1 ",
    "CNCN",
    "CN 1 2 3 4 5 6 7 8 ",
    "专利号：",
    "1234567890 ",
    "US ,.,.",
    "PCT/",
    "ZL2016X",
    "7,292,636, ",
)


@pytest.mark.parametrize("text", [piece * 5_000 for piece in HOSTILE], ids=HOSTILE)
def test_time_is_linear_in_hostile_texts(text: str) -> None:
    start = time.process_time()
    mentions(text)
    assert time.process_time() - start < 2


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not at hand")
def test_real_policies_cite_no_patents() -> None:
    paths = sorted(SHARED.glob("data/policies/*/*.txt")) + sorted(SHARED.glob("seed/*.txt"))
    found = {path.name: mentions(path.read_text(encoding="utf-8")) for path in paths}
    assert {name: quotes for name, quotes in found.items() if quotes} == {}


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not at hand")
def test_real_patents_name_numbers_and_tables_of_standards_none() -> None:
    text = (SHARED / "data/patents/kppatent_zh_696.json").read_text(encoding="utf-8")
    found = mentions(text)
    headers = re.findall(r"(?<![A-Za-z0-9])CN1\d{8}[AB](?![A-Za-z0-9])", text)
    assert sum(mention.quote.startswith("CN1") for mention in found) >= len(headers) > 700
    others = [mention.quote for mention in found if not mention.quote.startswith("CN1")]
    assert 40 < len(others) < 80, others
    assert mentions((SHARED / "data/identifiers/pubid_dev_sample.tsv").read_text(encoding="utf-8")) == []
    assert mentions((SHARED / "data/standards/nmpa_standards.json").read_text(encoding="utf-8")) == []


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not at hand")
def test_three_million_characters_a_second() -> None:
    text = next(SHARED.glob("seed/*.txt")).read_text(encoding="utf-8") * 100
    start = time.process_time()
    extract(Document("d", text), {})
    assert len(text) / (time.process_time() - start) > 3_000_000
