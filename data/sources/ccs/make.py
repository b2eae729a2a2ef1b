"""CCS (中国标准文献分类法): sections, groups and classes with Chinese and English titles."""

from reading import comma


def tables(shared):
    """Code, the code above it, titles; the three levels one after the other."""
    yield "classes.csv.gz", ("code", "parent", "title_zh", "title_en"), list(_rows(shared / "data/classification"))


def _rows(folder):
    for level in (1, 2, 3):
        for row in comma(folder / f"full_cat-level{level}.csv"):
            yield row[0].strip(), row[3].strip() if level > 1 else "", row[1].strip(), row[2].strip()
