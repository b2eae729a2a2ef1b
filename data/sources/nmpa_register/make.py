"""The register of medical-device standards."""

import json
import re

_COLUMNS = ("number", "title_zh", "published", "implemented", "status", "domain", "subdomain")
_NAMES = ("number", "title_zh", "approval_date", "effective_date", "status_zh", "l1", "l2")
_TOGETHER = re.compile(r"与(.+)同步实施")


def tables(shared):
    """Number, title, dates, status and domain of every entry, in the register's order.

    "与 X 同步实施" (takes effect together with X) is replaced by the date the register gives for X.
    """
    entries = json.loads((shared / "data/standards/nmpa_standards.json").read_text(encoding="utf-8"))
    days = {entry["number"].replace(" ", ""): entry["effective_date"] for entry in entries}
    for entry in entries:
        if together := _TOGETHER.fullmatch(entry["effective_date"]):
            entry["effective_date"] = days[together.group(1).replace(" ", "")]
    yield "standards.csv.gz", _COLUMNS, ([entry[name].strip() for name in _NAMES] for entry in entries)
