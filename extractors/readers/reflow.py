"""Pages as paragraphs: running heads and page numbers off, broken lines joined, spaces inside Chinese closed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.readers.limits import pattern_file

HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff"
WIDE = HAN + "、。《》〈〉“”（），：；！？【】〔〕"
SPACED = re.compile(rf"(?<=[{WIDE}])[ \u00a0\u3000]{{1,2}}(?=[{WIDE}])")
BROKEN_WORD = re.compile(r"[A-Za-z]{2}-$")
HAN_END = re.compile(rf"[{WIDE}]")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Rules:
    """Compiled `reflow.yaml`."""

    new_line: re.Pattern[str]
    closed: re.Pattern[str]
    page_number: re.Pattern[str]
    full_share: float
    least_width: int
    edge_lines: int
    repeated_share: float
    repeated_pages: int


@cache
def rules() -> Rules:
    raw: dict[str, Any] = pattern_file("reflow.yaml")
    return Rules(**raw | {name: re.compile(raw[name]) for name in ("new_line", "closed", "page_number")})


def flow(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages and the offset at which each page starts."""
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    for lines in _without_running_heads([_lines(page) for page in pages]):
        starts.append(length)
        text = "\n".join(_joined(lines))
        text = f"{text.rstrip()}\n" if text.strip() else ""
        pieces.append(text)
        length += len(text)
    return "".join(pieces), tuple(starts) or (0,)


def _lines(page: str) -> list[str]:
    page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x00", "")
    return [SPACED.sub("", line.strip()) for line in page.split("\n")]


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    count, rule = Counter[str](), rules()
    for lines in pages:
        count.update({_key(line) for line in _edges(lines)})
    least = max(rule.repeated_pages, rule.repeated_share * len(pages))
    repeated = {key for key, pages_with in count.items() if pages_with >= least}
    return [_trimmed(lines, repeated) for lines in pages]


def _edges(lines: list[str]) -> list[str]:
    shown, edge = [line for line in lines if line], rules().edge_lines
    return shown[:edge] + shown[-edge:]


def _key(line: str) -> str:
    return DIGITS.sub("#", line)


def _trimmed(lines: list[str], repeated: set[str]) -> list[str]:
    """A page without the running heads and page numbers among its first and last lines."""
    rule = rules()
    places = [place for place, line in enumerate(lines) if line]
    edge = {*places[: rule.edge_lines], *places[-rule.edge_lines :]}
    return [
        line
        for place, line in enumerate(lines)
        if place not in edge or not (_key(line) in repeated or rule.page_number.fullmatch(line))
    ]


def _joined(lines: list[str]) -> list[str]:
    """Lines that run on, joined to the next: no space between Chinese, no hyphen inside a broken word."""
    widest = max(map(_width, lines), default=0)
    paragraphs: list[list[str]] = []
    running = False
    for line in lines:
        if running and line and not rules().new_line.match(line):
            paragraphs[-1] += _seam(paragraphs[-1].pop(), line)
        elif line or (paragraphs and paragraphs[-1][-1]):
            paragraphs.append([line])
        running = bool(line) and _runs_on(line, widest)
    return ["".join(pieces) for pieces in paragraphs]


def _runs_on(line: str, widest: int) -> bool:
    if BROKEN_WORD.search(line[-3:]):
        return True
    full = max(rules().full_share * widest, rules().least_width)
    return _width(line) >= full and bool(HAN_END.match(line[-1:])) and not rules().closed.search(line[-8:])


def _seam(before: str, after: str) -> list[str]:
    """The end of one line and the beginning of the next, as they are joined."""
    if BROKEN_WORD.search(before[-3:]) and after[:1].islower():
        return [before[:-1], after]
    closes = HAN_END.match(before[-1:]) or HAN_END.match(after)
    return [before, after] if closes else [before, " ", after]


def _width(line: str) -> int:
    return len(line) + sum(unicodedata.east_asian_width(character) in "WF" for character in line)
