"""Pages as paragraphs: furniture off, broken lines joined (over pages too), spaces inside Chinese closed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.readers.furniture import without_furniture
from extractors.readers.reflow_rules import rules

WIDE = r"\u3007\u3400-\u9fff\uf900-\ufaff、。《》〈〉“”（），：；！？【】〔〕"
IS_WIDE = re.compile(rf"[{WIDE}]")
SPACED = re.compile(rf"(?<=[{WIDE}])[ \u00a0]{{1,2}}(?=[{WIDE}])")
BROKEN_WORD = re.compile(r"[A-Za-z]{2}-$")
NEW_LINE, HYPHEN = "\n", "-"
TAIL = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its page, the width of the widest line there, whether a blank line came before."""

    text: str
    page: int
    widest: int
    after_blank: bool


def flow(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, a paragraph a line, and the offset at which each page starts."""
    pieces: list[str] = []
    starts: dict[int, int] = {}
    length, previous = 0, None
    for line in _lines(pages):
        seam = _seam(previous, line) if previous else ""
        if seam == HYPHEN:
            pieces[-1], seam, length = pieces[-1][:-1], "", length - 1
        starts.setdefault(line.page, length + len(seam))
        pieces += (seam, line.text)
        length += len(seam) + len(line.text)
        previous = line
    text = "".join((*pieces, NEW_LINE if pieces else ""))
    return text, _filled(starts, len(pages), len(text))


def _filled(starts: dict[int, int], count: int, length: int) -> tuple[int, ...]:
    """A start for every page; a page without text starts where the next one does."""
    filled, following = [], length
    for page in reversed(range(count)):
        following = starts.get(page, following)
        filled.append(following)
    return tuple(reversed(filled)) or (0,)


def _lines(pages: Sequence[str]) -> Iterator[Line]:
    for number, lines in enumerate(without_furniture([_split(page) for page in pages])):
        widest = max(map(_width, lines), default=0)
        blank = begun = False
        for text in lines:
            if text:
                yield Line(text, number, widest, blank and begun)
            begun, blank = begun or bool(text), not text


def _split(page: str) -> list[str]:
    page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x00", "")
    return [SPACED.sub("", line.strip()) for line in page.split("\n")]


def _seam(before: Line, after: Line) -> str:
    """What stands between two lines: nothing in Chinese, a space in English, a hyphen to take out, or a new line."""
    if after.after_blank or rules().new_line.match(after.text):
        return NEW_LINE
    if BROKEN_WORD.search(before.text[-3:]):
        return HYPHEN if after.text[0].islower() else ""
    full = max(rules().full_share * before.widest, rules().least_width)
    if _width(before.text) < full or rules().closed.search(before.text[-TAIL:]):
        return NEW_LINE
    if IS_WIDE.match(before.text[-1]) or (before.text[-1].isalnum() and IS_WIDE.match(after.text)):
        return ""
    return " " if after.text[0].islower() and before.text[-1] not in "|\t" else NEW_LINE


def _width(line: str) -> int:
    return len(line) + sum(unicodedata.east_asian_width(character) in "WF" for character in line)
