"""Kind and language from a text's beginning."""

from pathlib import Path

import pytest

from extractors.readers import guess, read

SHARED = Path(__file__).parents[3] / "../shared"

TEXTS = {
    "policy": "山城市人民政府关于印发标准化行动方案的通知\n山府发〔2030〕7号\n一、总体要求\n各有关单位要贯彻执行。",
    "standard": "ICS 27.180\nCCS F 19\n储能电站技术要求\n前言\n本文件按照规则起草。\n2 规范性引用文件\n3 术语和定义",
    "patent": "(10)申请公布号 CN 109996757 A\n(54)发明名称 装置\n(57)摘要\n本发明涉及一种装置，其特征在于包括壳体。",
    "text": "今天的天气很好，我们去公园散步。",
}


@pytest.mark.parametrize(("kind", "text"), TEXTS.items())
def test_kinds(kind: str, text: str) -> None:
    assert guess.kind(text) == kind


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("标准化 standardization", "zh"),
        ("The plan (行动方案) asks for a large number of new national standards by 2030.", "en"),
        ("GB/T ISO IEC YYY：医用电气设备第一部分", "zh"),
        ("12345 ①②", "en"),
    ],
)
def test_languages(text: str, lang: str) -> None:
    assert guess.language(text) == lang


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not at hand")
def test_real_policies() -> None:
    documents = [
        read(path) for path in sorted(SHARED.glob("data/policies/*/*.txt")) + sorted(SHARED.glob("seed/*.txt"))
    ]
    wrong = [document.path for document in documents if document.kind != "policy"]
    assert len(wrong) <= len(documents) // 50, wrong
    assert {document.lang for document in documents if "en_eu" in document.path} == {"en"}
    assert {document.lang for document in documents if "en_eu" not in document.path} == {"zh"}


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not at hand")
def test_real_patents() -> None:
    documents = [read(path) for path in sorted(SHARED.glob("data/patents/cnipa_xml/*.XML"))]
    assert {(document.kind, document.lang) for document in documents} == {("patent", "zh")}
    assert all(document.title for document in documents)
