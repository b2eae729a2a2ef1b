"""新三样 (electric vehicles, lithium batteries, photovoltaics): branches with IPC patterns and keywords, 2024."""

from reading import tsv

_COLUMNS = ("code", "title_zh", "ipc", "ipc_excluded", "keywords", "keywords_excluded")


def tables(shared):
    """Rules as in the official table, commas made semicolons."""
    rows = tsv(shared / "data/classification/cnipa_xinsanyang_2024_tech_ipc.tsv")
    names = ("branch_no", "branch_name", "ipc_patterns", "ipc_exclusions", "keywords", "keyword_exclusions")
    yield "rules.csv.gz", _COLUMNS, ([(row[name] or "").replace(",", ";") for name in names] for row in rows)
