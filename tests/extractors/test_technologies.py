"""Technologies in titles and running text: (text, what is found) in full view."""

import re
import time
from pathlib import Path

import pytest

from extractors.document import Document
from extractors.technologies import Linker, extract
from ontology.vocabulary import Concept, load

TITLES = {
    "电动汽车用锂离子动力蓄电池安全要求": ["new-energy-vehicles", "traction-batteries"],
    "信息技术 云计算 服务交付要求": ["cloud-computing"],
    "高标准农田建设规范": ["high-standard-farmland"],
    "检测报警仪通用要求": [],
    "互换电路的物理连接": [],
    "西兰花栽培技术规程": [],
    "山梨酸的测定": [],
    "集成电路卡 第1部分": ["smart-cards"],
    "樱桃谷鸭饲养规程": [],
    "温室气体 产品碳足迹": ["greenhouse-gas-accounting", "greenhouse-gas-accounting"],
    "人工智能医疗器械 质量要求和评价": ["ai-medical-devices"],
    "Electrically propelled road vehicles - Test procedures": ["new-energy-vehicles"],
    "Identification cards - Integrated circuit cards": ["smart-cards", "smart-cards"],
    "Information technology - Cloud computing - Vocabulary": ["cloud-computing"],
    "Low-carbon steel wire": [],
    "Steering gear": [],
    "Wind turbines": ["wind-power"],
    "windturbines": [],
    "Software libraries": ["software", "culture"],
    "RFID tags": ["rfid"],
    "rfid tags": [],
    "５Ｇ专网技术要求": ["mobile-communications"],
}
# Sentences of our own in the forms of plans.
SENTENCES = {
    "健全集成电路标准体系，涵盖芯片、软件、整机。": ["集成电路", "芯片", "软件", "整机"],
    "芯片价格下降。": [],
    "加强电池标准研发，服务新能源汽车。": ["电池", "新能源汽车"],
    "光伏电池与电池包装。": ["光伏电池", "电池", "包装"],
    "研制大气、水、土壤污染防治标准。": ["大气", "、水、", "土壤污染防治"],
    "推进农业和服务业发展。": ["农业", "服务业"],
    "采用新工艺、新材料。": [],
    "推动无人驾驶航空器和机器人产业。": ["无人驾驶航空器", "机器人"],
}


@pytest.fixture(scope="module")
def titles() -> Linker:
    return Linker(load(), aggregates=False)


@pytest.mark.parametrize("title", TITLES)
def test_titles(title: str, titles: Linker) -> None:
    assert [uid for _, _, uid, _ in titles.find(title)] == ["tech:" + slug for slug in TITLES[title]]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences(sentence: str) -> None:
    mentions = extract(Document("doc:own", sentence), {})
    assert [mention.quote for mention in mentions] == SENTENCES[sentence]
    assert all(mention.extractor == "technologies" and mention.type == "technology" for mention in mentions)


def test_an_ambiguous_label_goes_to_the_concept_with_the_nearest_cue() -> None:
    text = "锂资源丰富的地区，应当研究太阳能电池；汽车企业研究电池。"
    found = [(mention.id, mention.quote) for mention in extract(Document("doc:own", text), {})]
    assert found[-1] == ("tech:traction-batteries", "电池")
    assert ("tech:photovoltaics", "太阳能电池") in found


def test_broad_concepts_are_read_in_documents_not_in_titles(titles: Linker) -> None:
    assert titles.find("农业 新材料") == []
    assert [uid for _, _, uid, _ in Linker(load()).find("农业 新材料")] == [
        "tech:agriculture-rural",
        "tech:new-materials",
    ]


def test_language_filter(titles: Linker) -> None:
    text = "云计算 cloud computing"
    assert [label for *_, label in titles.find(text, "zh")] == ["云计算"]
    assert [label.lower() for *_, label in titles.find(text, "en")] == ["cloud computing"]


def test_offsets_are_those_of_the_text_as_read(titles: Linker) -> None:
    for text in ("𠮷 İ区块链", "Ｂ区块链与 IPv6", "\ud800区块链"):
        for start, end, _, label in titles.find(text):
            assert text[start:end].casefold() == label.casefold()
        assert titles.find(text)


def test_words_broken_by_pdf_are_found_with_their_own_span() -> None:
    text = "推 动 新 能\n源 汽 车 标准，\n发展区块链。"
    mentions = extract(Document("doc:own", text, media_type="application/pdf"), {})
    assert [(mention.id, mention.quote) for mention in mentions] == [
        ("tech:new-energy-vehicles", "新 能\n源 汽 车"),
        ("tech:blockchain", "区块链"),
    ]
    assert all(text[mention.start : mention.end] == mention.quote for mention in mentions)


def test_nothing_in_nothing(titles: Linker) -> None:
    assert titles.find("") == []
    assert Linker(()).find("云计算") == []
    assert extract(Document("doc:own", "无关。"), {}) == []


def test_exclusion_bars_only_its_own_concept() -> None:
    def concept(slug: str, zh: str, **more: tuple[str, ...]) -> Concept:
        parts = {"alt_zh": (), "alt_en": (), "hidden": (), "exclusions": (), "broader": (), "mappings": ()} | more
        return Concept(uid=f"tech:{slug}", zh=zh, en=slug, kind="technology", aggregate=False, source="x", **parts)

    linker = Linker((concept("field", "农田", exclusions=("高标准农田",)), concept("standard", "标准")))
    assert [uid for _, _, uid, _ in linker.find("高标准农田与农田")] == ["tech:standard", "tech:field"]


def test_speed(titles: Linker) -> None:
    """Linear; floors are far below what is measured (17 M/s and 5 M/s on one slow core), for loaded machines."""
    blank, dense = (
        "这一段话里没有什么词，只拿来计时。" * 40_000,
        "电动汽车传导充电系统，风力发电机组，及其余文字若干。" * 8_000,
    )
    assert _rate(titles, blank) > 3e6
    assert _rate(titles, dense) > 0.2e6


def _rate(linker: Linker, text: str) -> float:
    start = time.process_time()
    linker.find(text)
    return len(text) / (time.process_time() - start)


DIGEST = Path(__file__).parents[2] / "data" / "policies" / "chongqing-standardization-plan.md"
SEED = Path(__file__).parents[3] / "shared" / "seed"


def test_the_shipped_plan_names_the_technologies_of_its_blocks() -> None:
    found = {mention.id for mention in extract(Document("doc:plan", DIGEST.read_text(encoding="utf-8")), {})}
    asked = "integrated-circuits quantum-information straddle-monorail manganese-residue high-standard-farmland"
    asked += " government-services elderly-care multimodal-transport traction-batteries drive-motors zero-waste-city"
    assert {"tech:" + slug for slug in asked.split()} <= found
    assert len(found) >= 190


@pytest.mark.skipif(not SEED.exists(), reason="the original is not shipped")
def test_the_digest_is_in_our_own_words() -> None:
    """No clause shares 16 characters with the original, the title apart."""
    original = "".join(next(SEED.glob("*.txt")).read_text(encoding="utf-8").split())
    body = DIGEST.read_text(encoding="utf-8").split("---", 2)[2].replace("《国家标准化发展纲要》实施方案", "")
    clauses = ["".join(clause.split()) for clause in re.split("[。；\n]", body)]
    runs = [clause[at : at + 16] for clause in clauses for at in range(len(clause) - 15)]
    assert [run for run in runs if run in original] == []


@pytest.mark.skipif(not SEED.exists(), reason="the original is not shipped")
def test_the_digest_names_what_the_original_names() -> None:
    original = extract(Document("doc:seed", next(SEED.glob("*.txt")).read_text(encoding="utf-8")), {})
    digest = extract(Document("doc:plan", DIGEST.read_text(encoding="utf-8")), {})
    missing = {mention.id for mention in original} - {mention.id for mention in digest}
    assert len(missing) <= 8
