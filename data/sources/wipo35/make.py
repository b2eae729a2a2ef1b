"""WIPO's 35 technology fields and the IPC rules that define them."""

import re

from reading import comma


def tables(shared):
    """Fields with their sector; rules as IPC prefixes: a subclass ("H04N") or a main group ("H04N21/00")."""
    rows = list(comma(shared / "data/classification/wipo_ipc_technology_35.csv"))
    fields = dict.fromkeys((row[0], row[1], row[4]) for row in rows)
    yield "fields.csv.gz", ("code", "sector_en", "title_en"), fields
    yield "rules.csv.gz", ("code", "target", "match"), [(_ipc(row[7]), row[0], "broad") for row in rows]


def _ipc(pattern):
    code = re.sub(r"\s+", "", pattern).rstrip("%")
    return code + "00" if code.endswith("/") else code
