"""Local engineering-construction standards: number, title, status, successor."""

import re

from reading import tsv

_COLUMNS = ("region", "number", "title_zh", "status", "replaced_by", "replaced_on")


def tables(shared):
    """Dates are kept when the note starts with one; `�` in the file's first header stands for its own name."""
    rows = tsv(shared / "data/standards/local_engineering_standards_transcribed.tsv")
    yield "standards.csv.gz", _COLUMNS, (list(_row(list(row.values()))) for row in rows)


def _row(cells):
    province, number, title, status, successor, note = cells[:6]
    day = re.match(r"\d{4}-\d\d-\d\d", note or "")
    return province, number, title, status, successor or "", day.group(0) if day else ""
