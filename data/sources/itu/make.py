"""ITU-T and ITU-R recommendations with their amendments, and ITU-R reports and handbooks."""

from reading import international, pick

_COLUMNS = ["number", "title_en", "published", "stage", "doctype", "committee"]
_LEFT_OUT = ("question", "resolution")


def tables(shared):
    """Both upstream lists, each number once (the list with all of ITU is read first)."""
    rows = {}
    for body in ("itu", "itu-r"):
        for row in international(shared, body):
            if row["doctype"] not in _LEFT_OUT:
                rows.setdefault(row["id"], row)
    names = ("id", "title_en", "published", "status", "doctype", "committee")
    yield "recommendations.csv.gz", _COLUMNS, pick(rows.values(), *names)
