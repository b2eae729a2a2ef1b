"""The ISO catalogue: every edition, amendment and draft; and first editions counted by ICS class and year."""

import re
from collections import Counter

from reading import international, pick, relations, tsv

_COLUMNS = [
    "number",
    "title_en",
    "edition",
    "published",
    "stage",
    "doctype",
    "ics",
    "committee",
    "replaces",
    "replaced_by",
    "recorded_as",
]
_SUPPLEMENT = re.compile(r"/(?:Amd|Cor|Add|Suppl)[^:]*:(\d{4})$")
_DATED = re.compile(r":\d{4}")
_PUBLISHED = ("60.60", "90.", "95.")


def tables(shared):
    """Editions in the catalogue's order; the two upstream tables have the same keys and are joined."""
    rows = _joined(shared)
    dated = {row["id"] for row in rows}
    for row in rows:
        row |= {"published": _published(row), "recorded_as": _twin(row, dated)}
    names = (
        "id",
        "title_en",
        "edition",
        "published",
        "status",
        "doctype",
        "ics",
        "committee",
        "obsoletes",
        "updates",
        "recorded_as",
    )
    yield "editions.csv.gz", _COLUMNS, pick(rows, *names)
    yield "first_editions.csv.gz", ("ics", "year", "first_editions"), _first_editions(rows)


def _joined(shared):
    editions = {row["id"]: row["edition"] for row in tsv(shared / "data/standards/iso_editions.tsv.gz")}
    rows = list(international(shared, "iso"))
    for row in rows:
        row["edition"] = editions[row["id"]]
        row["committee"] = row["committee"].partition(" | ")[0]
        row["obsoletes"], row["updates"] = relations(row, "obsoletes"), relations(row, "updates")
    return rows


def _published(row):
    """Upstream dates an amendment as the document amended: where its own year differs, that is kept instead."""
    supplement = _SUPPLEMENT.search(row["id"])
    if supplement and row["published"][:4] != supplement.group(1):
        return supplement.group(1)
    return row["published"]


def _twin(row, dated):
    """For a stale record of a document under publication: the number of its dated record."""
    twin = f"{row['id']}:{row['published'][:4]}"
    return twin if not _DATED.search(row["id"]) and twin in dated else ""


def _first_editions(rows):
    """First editions: published (stage 60.60, 90.*, 95.*), edition 1, replacing nothing, not an amendment.

    A document with several ICS classes counts once in each.
    """
    counts = Counter(
        (code, row["published"][:4])
        for row in rows
        if row["edition"] == "1"
        and not row["obsoletes"]
        and row["published"]
        and row["status"].startswith(_PUBLISHED)
        and not _SUPPLEMENT.search(row["id"])
        for code in filter(None, row["ics"].split(";"))
    )
    return [[code, year, str(count)] for (code, year), count in sorted(counts.items())]
