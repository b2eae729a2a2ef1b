"""IPC: all sections, classes and subclasses, and the main groups that a shipped patent has."""

from reading import tsv

_LEVELS = ("section", "class", "subclass")


def tables(shared):
    """Chinese titles of 2026.01 where there are any, English and older Chinese ones of 2020; notes cut off."""
    used = _used(shared)
    older = {row["ipc"]: row for row in tsv(shared / "data/classification/Jingyou-design__cr_zl_v2__ipc_zh_en_to_main_group.tsv.gz")}
    newer = {row["code"]: row for row in tsv(shared / "data/classification/ipc_zh_2026.01.tsv.gz")}
    codes = [code for code in sorted({*older, *newer}) if _level(code, older, newer) in _LEVELS or code in used]
    yield "classes.csv.gz", ("code", "parent", "title_zh", "title_en"), [_row(code, older, newer) for code in codes]


def _used(shared):
    rows = tsv(shared / "data/patents/counts/Foristkirito__CNIPASpider__cn_patents_201907.tsv.gz")
    return {code.partition("/")[0] + "/00" for row in rows for code in row["ipc"].split(";") if "/" in code}


def _level(code, older, newer):
    return newer[code]["level"] if code in newer else older[code]["level"]


def _row(code, older, newer):
    above = {1: "", 3: code[:1], 4: code[:3]}.get(len(code), code[:4])
    chinese = newer.get(code, {}).get("title_short") or older.get(code, {}).get("name_zh", "")
    english = older.get(code, {}).get("name_en_2020", "")
    return code, above, chinese.partition("（")[0].strip(), english.partition("(")[0].strip(" ;")
