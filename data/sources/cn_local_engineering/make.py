"""Local engineering-construction standards: number, title, status, successor."""

import re
import runpy
from pathlib import Path

from reading import tsv

_COLUMNS = ("region", "number", "title_zh", "status", "replaced_by", "replaced_on")
_REGIONS = Path(__file__).parents[1] / "cn_regions" / "make.py"


def tables(shared):
    """Provinces become their code (construction prefixes such as DBJ/T 15 number them otherwise)."""
    _, _, regions = next(runpy.run_path(str(_REGIONS))["tables"](shared))
    codes = {name: code for code, level, name in regions if level == "province"}
    rows = tsv(shared / "data/standards/local_engineering_standards_transcribed.tsv")
    yield "standards.csv.gz", _COLUMNS, [_row(row, codes) for row in rows]


def _row(row, codes):
    """A date is kept when the note starts with one."""
    day = re.match(r"\d{4}-\d\d-\d\d", row["date_or_note"] or "")
    successor = row["replaced_by"] or ""
    return codes[row["province"]], row["number"], row["title"], row["status"], successor, day.group(0) if day else ""
