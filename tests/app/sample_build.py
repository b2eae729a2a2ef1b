"""A small build for the tests of the app: the sample plan of the report tests, with a graph and a text around it."""

import json
from collections.abc import Iterator
from pathlib import Path

from graph.engine_embedded import EmbeddedStore
from graph.folder import write_issues, write_json, write_records
from graph.records import Edge, Evidence, Issue, Node
from ontology import schema

GAPS = json.loads((Path(__file__).parents[1] / "reports" / "plan.json").read_text(encoding="utf-8"))
TEXT = "样例方案\n\n二、主要任务\n3. 夯实基础。推进区块链等领域的标准研制。在量子信息等前沿方向，组织开展标准预研。\n"
ASKED = "推进区块链等领域的标准研制。"
AS_OF = GAPS["as_of"]


def table(quote: str, row: int) -> Evidence:
    return Evidence("doc:cn_standards", quote, "importer", 1.0, None, None, row)


def words(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence("doc:sample", quote, "demands", 0.9, start, start + len(quote))


def standard(number: str, year: int, title: str, valid_from: str) -> tuple[Node, ...]:
    """A standard and its edition."""
    dated = f"{number}-{year}"
    work = {"title": title, "title_zh": title, "designation": number, "tier": "national", "body": "GB/T"}
    dates = {"published": f"{year}-01-01", "valid_from": valid_from, "status": "in_force"}
    edition = {**work, "designation": dated, "year": year, **dates}
    return Node("Standard", f"std:{number}", work), Node("Edition", f"ed:{dated}", edition)


def nodes() -> Iterator[Node]:
    yield from standard("GB/T 43572", 2023, "区块链和分布式记账技术 术语", "2024-04-01")
    yield from standard("GB/T 99998", 2023, "虚构标准 <b>仅供</b> 测试", "2023-12-01")
    for row in GAPS["rows"]:
        names = {"title": row["title_zh"], "title_zh": row["title_zh"], "title_en": row["title_en"]}
        yield Node("Technology", row["technology"], {**names, "kind": row["kind"], "aggregate": False})
    policy = {"title": "样例方案", "title_zh": "样例方案", "title_en": "Sample plan", "status": "draft"}
    yield Node("Policy", "pol:sample", policy)
    for path in ("2/3", "2/4", "2/5", "2/9"):
        yield Node(
            "Provision", f"prov:sample#{path}", {"title": f"夯实基础 {path}", "path": path, "level": 2, "order": 3}
        )
    for name, title in (("sample", "样例方案"), ("cn_standards", "中国标准样本")):
        yield Node("Document", f"doc:{name}", {"title": title, "media_type": "text/plain", "lang": "zh"})
    for number, target in enumerate(GAPS["targets"], start=1):
        facts = {name: value for name, value in target.items() if value is not None and name != "quote"}
        yield Node(
            "Target", f"target:sample#{number}", {"title": target["subject"], **facts, "value": float(target["value"])}
        )


def edges() -> Iterator[Edge]:
    for row, (work, dated) in enumerate((("GB/T 43572", 2023), ("GB/T 99998", 2023)), start=1):
        edition = f"ed:{work}-{dated}"
        yield Edge("EDITION_OF", edition, f"std:{work}", table(work, row))
        covers = {"probability": 0.97 if row == 1 else 0.62, "method": "title"}
        yield Edge("COVERS", edition, "tech:blockchain", table("区块链", row), covers)
    yield Edge(
        "CALLS_FOR", "prov:sample#2/4", "tech:blockchain", words(ASKED), {"ask": "develop", "modality": "direct"}
    )
    yield Edge("PART_OF", "prov:sample#2/4", "pol:sample", words(ASKED))
    for number in (1, 2):
        yield Edge("SETS", "prov:sample#2/3", f"target:sample#{number}", words("夯实基础"))


def write(folder: Path) -> Path:
    """The build, written to `folder`."""
    folder.mkdir(parents=True)
    write_records(folder, nodes(), edges(), schema.load().datatypes)
    write_issues(
        folder / "issues.jsonl", [Issue("unreadable", "doc:cn_standards", "row 3", "GB/T ?", "not a designation")]
    )
    (folder / "texts").mkdir()
    (folder / "texts" / "sample.txt").write_text(TEXT, encoding="utf-8", newline="")
    with EmbeddedStore.create(folder / "graph.kgl") as store:
        store.load(nodes(), edges())
    write_json(folder / "gaps.json", GAPS)
    counts = {"nodes": {"Standard": 2, "Edition": 2, "Technology": 4}, "edges": {"COVERS": 2, "CALLS_FOR": 1}}
    sources = {"sources": {"cn_standards": AS_OF}, "issues": 1, "added": []}
    write_json(folder / "manifest.json", {"as_of": AS_OF, "data_version": GAPS["data_version"], **counts, **sources})
    return folder
