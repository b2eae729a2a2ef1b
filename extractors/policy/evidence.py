"""Whether a figure is a target: something to be reached, not a statistic, a threshold, a penalty or an ordinal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.document import Mention
from extractors.policy import horizon, patterns
from extractors.policy.clauses import Span
from extractors.policy.figures import Figure
from extractors.policy.predicates import asks


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a figure stands: its sentence and clause, the provisions around it, the year that governs it.

    `plan` is whether the text is a plan: an instruction with a figure in it is a target there.
    """

    sentence: Span
    clause: Span
    chain: Sequence[Mention]
    year: int | None
    plan: bool


@cache
def cue(key: str) -> re.Pattern[str]:
    """A cue of `targets.yaml`, given as words or as an expression."""
    value = patterns.load("targets")[key]
    return re.compile(patterns.alternation(patterns.words(value)) if "\n" in value else value)


def is_target(setting: Setting, figure: Figure) -> bool:
    """Whether the figure is to be reached."""
    before = setting.clause.text[: figure.start]
    after = setting.clause.text[figure.tail :]
    if attributive(before, after, figure) or reported(setting, figure):
        return False
    return asks(before, figure) and wanted(setting) or (figure.kind == "share" and share_of(after) and wanted(setting))


def wanted(setting: Setting) -> bool:
    """Whether the text sets goals here: a goal year, a heading, a goal word; or it is a plan."""
    named = any(cue("goal_headings").search(item.properties["heading"] or "") for item in setting.chain)
    said = horizon.years(setting.sentence.text) or "力争" in setting.sentence.text or "争取" in setting.sentence.text
    return bool(setting.plan or setting.year or named or said)


def reported(setting: Setting, figure: Figure) -> bool:
    """Whether the sentence tells how things are: a part on the state of things, a past year, 已."""
    goal = horizon.years(setting.sentence.text)
    stated = any(cue("state_headings").search(item.properties["heading"] or "") for item in setting.chain)
    if stated:
        return True
    upto = setting.sentence.text[: setting.clause.start - setting.sentence.start + figure.tail]
    return not goal and bool(cue("past").search(upto) or past_year(upto))


def past_year(text: str) -> bool:
    """Whether a bare year dates the statement: 2015年，全国…; not the year that a goal is compared with."""
    return bool(cue("dated").search(text))


def attributive(before: str, after: str, figure: Figure) -> bool:
    """Whether the figure only tells things apart: 150万吨以上的企业, 300万人以上城市, 338个城市的…"""
    if cue("attribute_before").search(before):
        return True
    if figure.kind == "share":
        return after.startswith("的") and not share_of(after)
    return bool(cue("attribute_after").match(after))


def share_of(after: str) -> bool:
    """Whether a share is that of the things for which something is done: 90%的村庄…得到治理."""
    return bool(cue("done").search(after))
