"""Figures with units: `10项以上`, `18个月以内`, `２个百分点左右`, `13万个`, `2000万亩`, `翻两番`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.policy import numerals, patterns

MULTIPLIERS = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
MAY_COUNT = re.compile(r"[\d百千万番]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text: `start` to `end` holds number and unit, `tail` ends the words after it (以上, 左右).

    `kind` is count, measure, share, time or multiple; `high` is the upper end of a range; `bound` is ge, le, about or
    None.
    """

    start: int
    end: int
    tail: int
    value: float
    high: float | None
    unit: str
    kind: str
    bound: str | None


@cache
def kinds() -> dict[str, str]:
    """The kind of each unit."""
    rules = patterns.load("targets")
    return {unit: kind for kind in ("measure", "count", "time", "share") for unit in patterns.words(rules[kind])}


@cache
def bounds() -> dict[str, str]:
    """The bound that a word after a figure sets."""
    suffixes = patterns.load("targets")["suffixes"]
    return {word: bound for bound, words in suffixes.items() for word in patterns.words(words)}


@cache
def form() -> re.Pattern[str]:
    """A number, a range, a multiplier, a unit, a bound."""
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    multiplier = patterns.load("targets")["multiplier"]
    unit, bound = patterns.alternation(kinds()), patterns.alternation(bounds())
    return re.compile(
        rf"(?<![\d.A-Za-z〔第])(?:(?P<low>{number})(?:%?[-—~至](?P<high>{number}))?|(?P<han>[一二两三四五六七八九]?(?=[百千万])))"
        rf"(?P<multiplier>{multiplier})?[多余]?\s?(?P<unit>{unit})(?![A-Za-z])(?P<bound>{bound})?"
    )


@cache
def folds() -> re.Pattern[str]:
    """`翻两番`, `翻一番`."""
    return re.compile("翻(?P<times>[一二两三四1-4])番")


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text in order."""
    if not MAY_COUNT.search(text):
        return iter(())
    found = [figure for match in form().finditer(text) if (figure := figure_of(match))]
    return iter(sorted((*found, *map(doubled, folds().finditer(text))), key=lambda figure: figure.start))


def figure_of(match: re.Match[str]) -> Figure | None:
    """The figure of a match; None for a year (2025年) and for Chinese digits before a unit that is not counted."""
    unit, multiplier = match["unit"], match["multiplier"] or ""
    kind = kinds()[unit]
    if (match["low"] is None and (kind != "count" or not multiplier)) or (unit == "年" and len(match["low"]) == 4):
        return None
    scale = scale_of(multiplier)
    counted = kind == "count" or multiplier in ("百", "千")
    low, high = amount(match["low"] or match["han"]), match["high"] and amount(match["high"])
    return Figure(
        match.start(),
        match.end("unit"),
        match.end(),
        low * scale if counted else low,
        (high * scale if counted else high) if high else None,
        unit if counted else multiplier + unit,
        kind,
        bounds().get(match["bound"] or "") or ("ge" if over(match) else None),
    )


def over(match: re.Match[str]) -> bool:
    """Whether 多 or 余 stands between number and unit."""
    return match.string[match.start("unit") - 1] in "多余"


def amount(text: str) -> float:
    """The value of printed digits; 1 for the empty numeral of 百个."""
    if not text:
        return 1
    return numerals.parse(text) if not text[0].isdigit() else number(text.replace(",", ""))


def number(text: str) -> float:
    """An int where there is no fraction."""
    return float(text) if "." in text else int(text)


def scale_of(multiplier: str) -> int:
    """What a multiplier multiplies by."""
    scale = 1
    for sign in multiplier:
        scale *= MULTIPLIERS[sign]
    return scale


def doubled(match: re.Match[str]) -> Figure:
    """A quantity that doubles once or more: 翻两番 is four times."""
    times = numerals.parse(match["times"])
    return Figure(match.start(), match.end(), match.end(), 2**times, None, "倍", "multiple", None)
