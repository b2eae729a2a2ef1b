"""The printed number at the head of a line: `一、`, `（一）`, `1.`, `第五条`, `Article 5`, `(a)`, `——`."""

import re
from dataclasses import dataclass
from functools import cache

from extractors.policy import numerals, patterns

RING_ONE = ord("①")


@dataclass(frozen=True, slots=True)
class Style:
    """One form of marker, as `markers.yaml` describes it."""

    style: str
    kind: str
    rank: int
    path: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Head:
    """A provision's first line: `start` its first character, `body` where the text after the number begins.

    `number` is None where none is printed; `ordinal` 0 where the form has no order.
    """

    start: int
    body: int
    line_end: int
    style: str
    kind: str
    rank: int
    label: str
    number: str | None
    ordinal: int


@cache
def styles(lang: str) -> tuple[tuple[Style, re.Pattern[str]], ...]:
    """The styles of a language with their compiled patterns, in the order they are tried."""
    table = patterns.load("markers")
    found = (Style(**row) for row in table["en" if lang == "en" else "zh"])
    return tuple((style, re.compile(table["prefix"] + style.pattern)) for style in found)


@cache
def openers(lang: str) -> re.Pattern[str]:
    """What the first characters of a line with a marker look like: a cheap test before the styles are tried."""
    return re.compile(r"[A-Z§(\d#*•-]" if lang == "en" else r"[第附专（(\d一二三四五六七八九十①-⑳#*•—－-]")


def head(text: str, start: int, end: int, lang: str) -> Head | None:
    """The marker of the line `text[start:end]`, whose first character is no blank."""
    if not openers(lang).match(text, start):
        return None
    for style, pattern in styles(lang):
        if found := pattern.match(text, start, end):
            number = found.groupdict().get("n")
            label = style.path.format(number or "").strip() + extra(found)
            body = min(found.end(), end)
            return Head(start, body, end, style.style, style.kind, style.rank, label, number, ordinal(number))
    return None


def extra(found: re.Match[str]) -> str:
    """`之一` of an inserted article."""
    inserted = found.groupdict().get("extra")
    return f"之{inserted}" if inserted else ""


def ordinal(number: str | None) -> int:
    """The place a printed number claims; 0 when it claims none."""
    if not number:
        return 0
    if number[0] >= "①" and number[0] <= "⑳":
        return ord(number) - RING_ONE + 1
    try:
        return numerals.parse(number.rsplit(".", 1)[-1])
    except ValueError:
        return numerals.roman(number) if set(number) <= numerals.ROMAN.keys() else 0
