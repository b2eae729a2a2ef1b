"""What holds for every text: quotes are the text at their offsets, and time grows with length only."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document
from extractors.policy import citations, demands, metadata, organizations, regions, structure, targets

EXTRACTORS = (metadata, structure, citations, targets, demands, organizations, regions)
FORMS = """第一章 第二条 一、 （一） 1. 3. —— 《水表办法》 《 》 〈 〔2031〕5号 国发 到2031年 ， 。 ： 达到５０％
１０项以上 翻两番 标准 制定 鼓励企业 应当 和 、 等 “ ” 推 动 Article (a)
Regulation (EU)2016/425 2030 附件1 目录 专栏1 𠀀 Ⅰ"""
PIECES = st.sampled_from(
    [*FORMS.split(), "\n", "\n\n", " ", "\u3000", "\r\n", "\x00", "Regulation (EU) 2016/425", "推 动"]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)
LANGUAGES = st.sampled_from(["zh", "en"])
HOSTILE = [
    piece * (40_000 // len(piece))
    for piece in (
        "《",
        "（",
        "第一",
        "1.",
        "标准、",
        "一",
        "9",
        "国",
        "到2031年",
        "——",
        "令第",
        "Article 1 ",
        "(a)\n",
        "Regulation (EU) ",
    )
]


def mentions(document):
    found = {}
    for extractor in EXTRACTORS:
        found[extractor.NAME] = extractor.extract(document, found)
    return [mention for group in found.values() for mention in group]


@settings(max_examples=300, deadline=None)
@given(TEXTS, LANGUAGES)
def test_quotes_are_the_text(text, lang):
    document = Document(id="any", text=text, kind="policy", lang=lang)
    for mention in mentions(document):
        assert text[mention.start : mention.end] == mention.quote
        assert mention.quote and 0 < mention.confidence <= 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("text", HOSTILE, ids=[text[:3] for text in HOSTILE])
def test_hostile_text_takes_no_longer_than_its_length(text, lang):
    started = time.process_time()
    mentions(Document(id="hostile", text=text, kind="policy", lang=lang))
    assert time.process_time() - started < 3


def test_asks_and_modalities_are_those_of_the_vocabularies():
    patterns = Path(__file__).parents[3] / "extractors" / "patterns" / "policy" / "demands.yaml"
    table = yaml.safe_load(patterns.read_text(encoding="utf-8"))
    vocabulary = (Path(__file__).parents[3] / "ontology" / "vocabularies" / "asks.ttl").read_text(encoding="utf-8")
    used = {ask for key in ("standards", "technology", "fallback", "absorbs") for ask in table[key]}
    assert all(f'"{ask}"' in vocabulary for ask in used)
