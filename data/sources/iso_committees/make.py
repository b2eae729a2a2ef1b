"""ISO's technical committees and subcommittees."""

import json

_COLUMNS = ("reference", "title_en", "status", "secretariat", "created", "parent")


def tables(shared):
    """Reference, title, status, secretariat's acronym, creation date and the committee above; no scope text."""
    lines = (shared / "data/classification/iso_technical_committees.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    references = {entry["id"]: entry["reference"] for entry in entries}
    yield "committees.csv.gz", _COLUMNS, [_row(entry, references) for entry in entries]


def _row(entry, references):
    title = " ".join(entry["title"]["en"].split())
    parent = references.get(entry["parentId"], "")
    return (
        entry["reference"],
        title,
        entry["status"],
        entry["secretariat"]["acronym"],
        entry["creationDate"] or "",
        parent,
    )
