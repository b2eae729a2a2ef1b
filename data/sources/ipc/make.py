"""IPC down to main groups: Chinese titles of 2026.01, English and older Chinese ones of 2020."""

from reading import tsv

_LEVELS = ("section", "class", "subclass", "main_group")


def tables(shared):
    """Code, the code above it, titles up to their first note; deleted groups of 2020 stay, patents still carry them."""
    folder = shared / "data/classification"
    older = {row["ipc"]: row for row in tsv(folder / "Jingyou-design__cr_zl_v2__ipc_zh_en_to_main_group.tsv.gz")}
    newer = {row["code"]: row for row in tsv(folder / "ipc_zh_2026.01.tsv.gz") if row["level"] in _LEVELS}
    rows = [_row(code, older, newer) for code in sorted({*older, *newer})]
    yield "classes.csv.gz", ("code", "parent", "title_zh", "title_en"), rows


def _row(code, older, newer):
    above = {1: "", 3: code[:1], 4: code[:3]}.get(len(code), code[:4])
    chinese = newer.get(code, {}).get("title_short") or older.get(code, {}).get("name_zh", "")
    english = older.get(code, {}).get("name_en_2020", "")
    return code, above, chinese.partition("（")[0].strip(), english.partition("(")[0].strip(" ;")
