"""The lines of a folded text that carry text, without the table of contents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from extractors.policy import patterns

LINE = re.compile(r"\S[^\n]*")
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks at its ends."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1)  # the extractors of one text follow each other
def lines(text: str) -> tuple[Line, ...]:
    """The lines that are not blank, less the table of contents."""
    return tuple(without_contents(list(split(text))))


def split(text: str) -> Iterator[Line]:
    """Every line that is not blank, trimmed."""
    for found in LINE.finditer(text):
        start, inside = found.start(), found[0].rstrip()
        yield Line(start, start + len(inside), inside)


def followed(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line with the next one; an empty line follows the last."""
    return zip_longest(lines, lines[1:], fillvalue=Line(0, 0, ""))


def without_contents(all_lines: list[Line]) -> Iterator[Line]:
    """Leave out the table of contents: the lines after its heading until the first entry comes again."""
    skip = contents_end(all_lines)
    for index, line in enumerate(all_lines):
        if not skip[0] <= index < skip[1]:
            yield line


def contents_end(all_lines: list[Line]) -> tuple[int, int]:
    """The index range of the table of contents (heading included); (0, 0) when there is none."""
    heading = re.compile(patterns.load("markers")["contents"], re.IGNORECASE)
    at = next((i for i, line in enumerate(all_lines[:200]) if heading.fullmatch(line.text)), None)
    if at is None or at + 1 >= len(all_lines):
        return 0, 0
    first = plain(all_lines[at + 1].text)
    entries = ((i, plain(all_lines[i].text)) for i in range(at + 2, len(all_lines)))
    return at, next((i for i, entry in entries if len(entry) > 2 and first.startswith(entry)), at)


def plain(text: str) -> str:
    """A line to compare with its entry in the table of contents: no blanks, no dots and page number."""
    return BLANKS.sub("", text).rstrip(".…·0123456789")
