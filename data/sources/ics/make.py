"""ICS, edition 7: codes with English and French titles."""

from reading import comma


def tables(shared):
    """Code, the code above it, title."""
    rows = comma(shared / "data/classification/ics_iso_opendata_en_fr.csv")
    cells = ([row[0], row[0].rpartition(".")[0], " ".join(row[1].split())] for row in rows)
    yield "classes.csv.gz", ("code", "parent", "title_en"), cells
