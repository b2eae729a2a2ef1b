"""Dates of policy texts, written in ASCII or Chinese digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from extractors.policy import numerals, patterns


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a text, as an ISO string."""

    start: int
    end: int
    iso: str


@cache
def form() -> re.Pattern[str]:
    """`2022年5月17日`, `2026-02-12`, `一九九六年十一月五日`."""
    return re.compile(patterns.load("metadata")["date"])


def days(text: str) -> Iterator[Day]:
    """The dates of a text, in order; what is no day of the calendar is left out."""
    for found in form().finditer(text):
        try:
            day = date(*(numerals.parse(found[part]) for part in ("year", "month", "day")))
        except ValueError:
            continue
        yield Day(found.start(), found.end(), day.isoformat())


def effective(text: str) -> str | None:
    """The date the text takes effect: `自…起施行`; the last one counts, an earlier one is of an earlier version."""
    rules = patterns.load("metadata")
    after = re.compile(rules["effective_after"])
    found = [day for day in days(text) if text[: day.start].endswith(rules["effective_before"], day.start - 2)]
    return next((day.iso for day in reversed(found) if after.match(text, day.end)), None)
