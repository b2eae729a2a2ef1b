"""The register of medical-device standards."""

import json

_COLUMNS = ("number", "title_zh", "published", "implemented", "status", "domain", "subdomain")
_NAMES = ("number", "title_zh", "approval_date", "effective_date", "status_zh", "l1", "l2")


def tables(shared):
    """Number, title, dates, status and domain of every entry, in the register's order."""
    entries = json.loads((shared / "data/standards/nmpa_standards.json").read_text(encoding="utf-8"))
    yield "standards.csv.gz", _COLUMNS, ([entry[name].strip() for name in _NAMES] for entry in entries)
