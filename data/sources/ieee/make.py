"""IEEE standards without drafts and redlines."""

import re

from reading import international, pick, relations

_COLUMNS = ["number", "title_en", "published", "stage", "ics", "replaced_by"]
_YEAR = re.compile(r"-(\d{4})(?!.*\d{4})")


def tables(shared):
    """The upstream date is often that of the web page: it is kept when its year is the designation's or the next."""
    rows = [row for row in international(shared, "ieee") if row["status"] != "draft" and not _redline(row)]
    for row in rows:
        row |= {"published": _published(row), "replaced_by": relations(row, "obsoletedBy")}
    yield "standards.csv.gz", _COLUMNS, pick(rows, "id", "title_en", "published", "status", "ics", "replaced_by")


def _redline(row):
    return row["doctype"] != "standard" or row["title_en"].endswith("Redline")


def _published(row):
    year = _YEAR.search(row["id"])
    if year and not 0 <= int(row["published"][:4]) - int(year.group(1)) <= 1:
        return year.group(1)
    return row["published"]
