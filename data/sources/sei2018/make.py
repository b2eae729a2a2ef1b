"""战略性新兴产业分类（2018）: its tree, the GB/T 4754 classes of each leaf, and the key products."""

from reading import tsv


def tables(shared):
    """Classes are keyed by their path, because the transcription has no codes; `partial` is 1 for a starred class."""
    rows = list(tsv(shared / "data/classification/swifthu__industrial_classifi__sei2018_by_gbt4754.tsv.gz"))
    yield "classes.csv.gz", ("code", "parent", "title_zh"), _tree(rows)
    yield "products.csv.gz", ("code", "gbt4754", "partial", "products"), (_row(row) for row in rows)
    yield "mappings.csv.gz", ("code", "target", "match"), sorted({_mapping(row) for row in rows})


def _path(row):
    return "/".join(part.strip() for part in row["sei_path"].split(">"))


def _tree(rows):
    paths = {"/".join(_path(row).split("/")[: depth + 1]) for row in rows for depth in range(_path(row).count("/") + 1)}
    return [(path, path.rpartition("/")[0], path.rpartition("/")[2]) for path in sorted(paths)]


def _row(row):
    products = ";".join(part.strip() for part in row["key_products"].split("|") if part.strip())
    return _path(row), row["gbt4754_code"], "1" if row["partial"] else "0", products


def _mapping(row):
    """A starred GB/T 4754 class belongs to the industry only in part: it is the broader of the two."""
    return _path(row), row["gbt4754_code"], "broad" if row["partial"] else "narrow"
