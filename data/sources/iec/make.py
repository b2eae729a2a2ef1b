"""IEC publications."""

import re

from reading import international, pick

_COLUMNS = ["number", "title_en", "published", "stage", "doctype", "ics", "committee"]
# Products made of documents that are listed on their own: consolidated, redline, commented, extended, series, database.
_PRODUCT = re.compile(r" (?:CSV|RLV|CMV|EXV|SER|SUP|DB)$|FRAG")


def tables(shared):
    """Publications in the catalogue's order, without commercial editions and draft fragments."""
    rows = [row for row in international(shared, "iec") if not _PRODUCT.search(row["id"])]
    for row in rows:
        row["committee"] = row["committee"].partition(" | ")[2]
    names = ("id", "title_en", "published", "status", "doctype", "ics", "committee")
    yield "publications.csv.gz", _COLUMNS, pick(rows, *names)
