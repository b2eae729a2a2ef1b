"""3GPP specifications: the latest version of each."""

from reading import international, pick

_COLUMNS = ["number", "title_en", "published", "stage", "doctype", "committee"]


def tables(shared):
    """One row a specification (the upstream list has only the latest version)."""
    names = ("id", "title_en", "published", "status", "doctype", "committee")
    yield "specifications.csv.gz", _COLUMNS, pick(international(shared, "3gpp"), *names)
