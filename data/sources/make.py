"""Makes the fact tables of every source again: python data/sources/make.py --shared DIR [--out DIR] [--only NAME].

Each source folder has a `make.py` with `tables(shared) -> iterator of (file name, column names, rows)`. Rows are
written in the order given, as gzipped CSV without a time stamp, so that two runs give the same bytes.
"""

import argparse
import csv
import gzip
import io
import runpy
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).parent


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Writes one table; returns how many rows it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = -1
    with (
        path.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="") as text,
    ):
        writer = csv.writer(text, lineterminator="\n")
        for count, row in enumerate((columns, *rows)):
            if len(row) != len(columns):
                raise ValueError(f"{path}: row {count} has {len(row)} cells, not {len(columns)}: {row}")
            writer.writerow(row)
    return count


def make(shared: Path, out: Path, only: str | None = None) -> None:
    """Makes all tables (or those of the source `only`) in `out/<source>/`."""
    for script in sorted(HERE.glob("*/make.py")):
        name = script.parent.name
        if only in (None, name):
            for file, columns, rows in runpy.run_path(str(script))["tables"](shared):
                count = write(out / name / file, columns, rows)
                print(f"{name}/{file}: {count} rows, {(out / name / file).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with the working material")
    parser.add_argument("--out", type=Path, default=HERE, help="where the source folders are (default: here)")
    parser.add_argument("--only", help="one source")
    arguments = parser.parse_args()
    make(arguments.shared, arguments.out, arguments.only)
