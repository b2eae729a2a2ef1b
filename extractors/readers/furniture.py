"""What stands on every page and is no text: running heads and page numbers, among the first and last lines of pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.readers.reflow_rules import rules

DIGITS = re.compile(r"\d+")
LETTER = re.compile(r"[^\W\d_]")


def without_furniture(pages: Sequence[list[str]]) -> list[list[str]]:
    """The lines of each page without running heads (the same line, digits apart, on many pages) and page numbers.

    A lone number is a page number when it counts along with the pages; a number of a table that happens to stand
    at the edge of a page stays.
    """
    edges = [list(_edge(lines)) for lines in pages]
    heads = Counter(
        key for page, edge in zip(pages, edges, strict=True) for key in {_key(page[place]) for place in edge}
    )
    counted = Counter(
        offset
        for number, (page, edge) in enumerate(zip(pages, edges, strict=True))
        for offset in {_offset(page[place], number) for place in edge} - {None}
    )
    least = max(rules().repeated_pages, rules().repeated_share * len(pages))
    repeated = {key for key, count in heads.items() if count >= least and LETTER.search(key)}
    offsets = {offset for offset, count in counted.items() if offset == 1 or count >= least}
    return [
        _without(
            page, {place for place in edge if _key(page[place]) in repeated or _offset(page[place], number) in offsets}
        )
        for number, (page, edge) in enumerate(zip(pages, edges, strict=True))
    ]


def _edge(lines: list[str]) -> Iterator[int]:
    """Places of the first and last lines that are not blank."""
    places, edge = [place for place, line in enumerate(lines) if line], rules().edge_lines
    yield from sorted({*places[:edge], *places[-edge:]})


def _key(line: str) -> str:
    return DIGITS.sub("#", line)


def _offset(line: str, page: int) -> int | None:
    """How far a page number is ahead of the page's place, None when the line is no page number."""
    found = rules().page_number.fullmatch(line)
    return int(found["number"]) - page if found else None


def _without(lines: list[str], places: set[int]) -> list[str]:
    return [line for place, line in enumerate(lines) if place not in places]
