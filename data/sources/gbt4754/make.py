"""GB/T 4754-2017, the classification of economic activities."""

from reading import comma


def tables(shared):
    """Code, the code above it, title."""
    rows = comma(shared / "data/classification/gbt4754_2017.csv")
    yield "classes.csv.gz", ("code", "parent", "title_zh"), ([row[0], row[2], row[1]] for row in rows)
