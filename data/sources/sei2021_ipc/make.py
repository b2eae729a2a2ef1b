"""战略性新兴产业 2021: branches and their IPC rules as published by the patent office."""

from reading import tsv

_RULES = ("code", "rule", "ipc", "ipc_excluded", "needs_keyword")


def tables(shared):
    """Branches with their sector above them, then the rules; keyword hints are left out."""
    branches = list(tsv(shared / "data/classification/sei_2021_codes.tsv"))
    sectors = {row["sei_code"].partition(".")[0]: row["sector_name"] for row in branches}
    rows = [(code, "", name) for code, name in sectors.items()]
    rows += [(row["sei_code"], row["sei_code"].partition(".")[0], row["sei_name"]) for row in branches]
    yield "classes.csv.gz", ("code", "parent", "title_zh"), rows
    rules = tsv(shared / "data/classification/vvangpc__pr-re__sei_ipc_cnipa2021_transcribed.tsv.gz")
    names = ("sei_code", "rule_no", "ipc_include", "ipc_exclude", "needs_keyword")
    yield "rules.csv.gz", _RULES, ([row[name].strip() for name in names] for row in rules)
