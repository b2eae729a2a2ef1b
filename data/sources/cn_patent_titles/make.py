"""Chinese publications with title and IPC subclasses."""

from reading import tsv


def tables(shared):
    """Publication number, title, IPC subclasses."""
    rows = tsv(shared / "data/patents/cn_patents_titles.tsv")
    cells = (
        [row["publication_number"], row["title_zh"].strip(), row["ipc_subclasses"].replace("|", ";")] for row in rows
    )
    yield "patents.csv.gz", ("number", "title_zh", "ipc"), cells
