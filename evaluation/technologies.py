"""Technologies that titles of standards and patents name, against pairs judged by hand."""

import csv
import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path

from evaluation.labels import ROOT, Result, csv_rows
from evaluation.score import Score
from extractors.technologies import Linker
from ontology import vocabulary

VOCABULARY = ROOT / "data" / "vocabulary"
CODED = ("ics", "ics_broad", "ccs", "ccs_broad", "nmpa", "ipc", "ipc_broad")


def evaluate(shared: Path) -> Iterator[Result]:
    """Links by title, made anew from today's vocabulary, then the share of right ones among judged links by class.

    The judged pairs are links the system made: recall is over the right pairs among them, not over all there are.
    """
    linker = Linker(vocabulary.load(), aggregates=False)
    standards = list(csv_rows(VOCABULARY / "cover_labels.csv"))
    patents = list(csv_rows(VOCABULARY / "cover_labels_patents.csv"))
    yield Result("technologies by title", "all", titled(standards, standard_titles(shared), linker))
    yield Result("technologies by patent title", "all", titled(patents, patent_titles(shared), linker))
    yield from (judged(method, [*standards, *patents]) for method in CODED)


def titled(rows: list[dict[str, str]], titles: Mapping[str, str], linker: Linker) -> Score:
    """The score of the linker over the judged pairs of documents whose title is at hand."""
    pairs = [(row, titles[key]) for row in rows if (key := next(iter(row.values()))) in titles]
    linked = [(row, row["technology"] in {uid for _, _, uid, _ in linker.find(title)}) for row, title in pairs]
    right = sum(found and row["covers"] == "1" for row, found in linked)
    return Score(right, sum(found for _, found in linked), sum(row["covers"] == "1" for row, _ in linked))


def judged(method: str, rows: list[dict[str, str]]) -> Result:
    """The share of right pairs among those a method gave; nothing is run again."""
    mine = [row for row in rows if row["method"] == method]
    right = sum(row["covers"] == "1" for row in mine)
    return Result(f"technologies by {method} (judged)", "all", Score(right, len(mine)))


def standard_titles(shared: Path) -> dict[str, str]:
    """Designation → Chinese title, from the catalogue."""
    rows = tab_separated(shared / "data" / "standards" / "cn_standards.tsv.gz")
    return {row["number"]: row["title_zh"] for row in rows}


def patent_titles(shared: Path) -> dict[str, str]:
    """Publication number → Chinese title, from the gazette of a week and the list of titles."""
    folder = shared / "data" / "patents"
    week = tab_separated(folder / "counts" / "Foristkirito__CNIPASpider__cn_patents_201907.tsv.gz")
    return {row["publication_no"]: row["title_zh"] for row in week} | {
        row["publication_number"]: row["title_zh"] for row in tab_separated(folder / "cn_patents_titles.tsv")
    }


def tab_separated(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a table, packed or not."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
