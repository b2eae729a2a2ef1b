"""IPC down to main groups and the subgroups technologies are mapped to; Chinese titles of 2026.01, English of 2020."""

import re
from pathlib import Path

from reading import tsv

_VOCABULARY = Path(__file__).parents[3] / "ontology" / "vocabularies" / "technologies.ttl"
_MAPPED = re.compile(r"\bipc/([A-H]\d\d[A-Z]\d+/\d+)")

_LEVELS = ("section", "class", "subclass", "main_group")


def tables(shared):
    """Code, the code above it, titles up to their first note; deleted groups of 2020 stay, patents still carry them."""
    folder = shared / "data/classification"
    older = {row["ipc"]: row for row in tsv(folder / "Jingyou-design__cr_zl_v2__ipc_zh_en_to_main_group.tsv.gz")}
    mapped = set(_MAPPED.findall(_VOCABULARY.read_text(encoding="utf-8")))
    all_codes = tsv(folder / "ipc_zh_2026.01.tsv.gz")
    newer = {row["code"]: row for row in all_codes if row["level"] in _LEVELS or row["code"] in mapped}
    rows = [_row(code, older, newer) for code in sorted({*older, *newer})]
    yield "classes.csv.gz", ("code", "parent", "title_zh", "title_en"), rows


def _row(code, older, newer):
    group, _, subgroup = code.partition("/")
    above = {1: "", 3: code[:1], 4: code[:3]}.get(len(code), code[:4] if subgroup in ("", "00") else f"{group}/00")
    chinese = newer.get(code, {}).get("title_short") or older.get(code, {}).get("name_zh", "")
    english = older.get(code, {}).get("name_en_2020", "")
    return code, above, chinese.partition("（")[0].strip(), english.partition("(")[0].strip(" ;")
