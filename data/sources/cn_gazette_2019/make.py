"""Patents of the Chinese gazette of one week in July 2019."""

from reading import tsv

_COLUMNS = ["number", "kind", "published", "filed", "title_zh", "applicant", "ipc"]


def tables(shared):
    """Designs keep their kind and have no IPC class (theirs is the Locarno classification)."""
    rows = tsv(shared / "data/patents/counts/Foristkirito__CNIPASpider__cn_patents_201907.tsv.gz")
    yield "patents.csv.gz", _COLUMNS, (_row(row) for row in rows)


def _row(row):
    groups = dict.fromkeys(code.partition("/")[0] + "/00" for code in row["ipc"].split(";") if "/" in code)
    applicants = ";".join(part.strip() for part in row["applicant_zh"].split(";") if part.strip())
    title = " ".join(row["title_zh"].split())
    return (
        row["publication_no"],
        row["kind"],
        row["publication_date"],
        row["filing_date"],
        title,
        applicants,
        ";".join(groups),
    )
