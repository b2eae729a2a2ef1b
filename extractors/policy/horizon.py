"""The year a figure is to be reached: in its sentence, in the lead-in that governs it, or the plan's end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.document import Mention
from extractors.policy import patterns
from extractors.policy.clauses import Span

OPENING = 14
SCOPES = ("annex", "chapter", "section", "block", "article", "item")


@cache
def year_form() -> re.Pattern[str]:
    """`到2025年`, `2020年底前`."""
    return re.compile(patterns.load("targets")["horizon"])


def years(text: str) -> list[tuple[int, int]]:
    """The goal years of a text with where each ends."""
    named = (
        (match.end(), int(match["to"] or match["before"] or match["bare"])) for match in year_form().finditer(text)
    )
    return sorted([*named, *periods(text)])


def periods(text: str) -> list[tuple[int, int]]:
    """The years that the five-year periods of a text end with where each is named."""
    ends = patterns.load("targets")["five_years"]
    named = ((match.end(), match["plan"]) for match in five_year_form().finditer(text)) if "五" in text else ()
    return [(end, ends[plan]) for end, plan in named if plan in ends]


@cache
def five_year_form() -> re.Pattern[str]:
    """`“十四五”期间`."""
    return re.compile(patterns.load("targets")["plan_period"])


def before(text: str, offset: int) -> int | None:
    """The last goal year a sentence names before an offset; the first one after it when none is."""
    named = years(text)
    earlier = [year for end, year in named if end <= offset]
    return earlier[-1] if earlier else named[0][1] if named else None


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A goal year and the provision it governs: the rest of the block, chapter or item it stands in."""

    year: int
    scope: str


def lead_in(sentence: Span, chain: Sequence[Mention]) -> LeadIn | None:
    """The year a sentence sets for what follows it, when it starts with the year; None when it names none so."""
    opening = year_form().search(sentence.text, 0, OPENING)
    if opening is None or not opening["to"]:
        return None
    scope = next((item.properties["path"] for item in chain if item.properties["kind"] in SCOPES), "")
    return LeadIn(int(opening["to"]), scope)


def governs(lead: LeadIn | None, chain: Sequence[Mention]) -> bool:
    """Whether a place lies in the scope of a lead-in."""
    return lead is not None and (not lead.scope or any(item.properties["path"] == lead.scope for item in chain))


@cache
def period_form() -> re.Pattern[str]:
    """`（2026-2027年）`."""
    return re.compile(patterns.load("targets")["period"])


@cache
def plan_form() -> re.Pattern[str]:
    """`“十四五”`."""
    return re.compile(f"“?({patterns.alternation(patterns.load('targets')['five_years'])})”?")


def plan_end(title: str) -> int | None:
    """The year a plan ends by its title."""
    if period := period_form().search(title):
        return int(period["end"])
    named = plan_form().search(title)
    return int(patterns.load("targets")["five_years"][named[1]]) if named else None
