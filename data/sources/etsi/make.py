"""ETSI deliverables: the latest version of each."""

import re

from reading import international, pick

_COLUMNS = ["number", "title_en", "published", "doctype", "committee"]
_VERSION = re.compile(r"(?P<work>ETSI .+?) (?:V(?P<version>[\d.]+)|ed\.(?P<edition>\d+))")


def tables(shared):
    """One row a deliverable, in the order of the catalogue."""
    latest = {}
    for row in international(shared, "etsi"):
        found = _VERSION.match(row["id"])
        version = tuple(int(part) for part in (found["version"] or found["edition"]).split(".") if part)
        if found["work"] not in latest or version > latest[found["work"]][0]:
            latest[found["work"]] = version, row
    rows = (row for _, row in latest.values())
    yield "deliverables.csv.gz", _COLUMNS, pick(rows, "id", "title_en", "published", "doctype", "committee")
