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

    `led` is the year of the lead-in that governs it; `plan` is whether the text is a plan: an instruction with a figure
    in it is a target there; `end` is the year the plan ends.
    """

    sentence: Span
    clause: Span
    chain: Sequence[Mention]
    led: int | None
    plan: bool
    end: int | None

    def goal(self, figure: Figure) -> int | None:
        """The year the figure is to be reached by."""
        return horizon.before(self.sentence.text, self.clause.start - self.sentence.start + figure.start) or self.led


@cache
def cue(key: str) -> re.Pattern[str]:
    """A cue of `targets.yaml`, given as words or as an expression."""
    value = patterns.load("targets")[key]
    return re.compile(patterns.alternation(patterns.words(value)) if "\n" in value else value)


def is_target(setting: Setting, figure: Figure) -> bool:
    """Whether the figure is to be reached."""
    before = setting.clause.text[: figure.start]
    after = setting.clause.text[figure.tail :]
    if attributive(before, after, figure) or quoted(before) or reported(setting, figure):
        return False
    if not wanted(setting, figure):
        return False
    listed = (
        (figure.bound is not None or setting.plan)
        and after[:1] in ("", "、")
        and figure.start > 3
        and "（" not in before[-8:]
    )
    return asks(before, figure) or (listed and figure.kind != "time") or (figure.kind == "share" and share_of(after))


def quoted(before: str) -> bool:
    """Whether the figure stands in quotation marks: it is part of a name there."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def wanted(setting: Setting, figure: Figure) -> bool:
    """Whether the text sets goals here: a goal year, a heading, a goal word; or it is a plan."""
    named = any(cue("goal_headings").search(item.properties["heading"] or "") for item in setting.chain)
    said = horizon.years(setting.sentence.text) or "力争" in setting.sentence.text or "争取" in setting.sentence.text
    return bool(setting.plan or setting.goal(figure) or named or said)


def reported(setting: Setting, figure: Figure) -> bool:
    """Whether the sentence tells how things are: a part on the state of things, a past year, 已."""
    goal = horizon.years(setting.sentence.text)
    stated = any(cue("state_headings").search(item.properties["heading"] or "") for item in setting.chain)
    if stated or cue("flattened").search(setting.clause.text) or earlier_plan(setting):
        return True
    upto = setting.sentence.text[: setting.clause.start - setting.sentence.start + figure.tail]
    return not goal and bool(cue("past").search(upto) or cue("dated").search(upto))


def earlier_plan(setting: Setting) -> bool:
    """Whether the sentence speaks of the years of an earlier plan."""
    ends = [year for _, year in horizon.periods(setting.sentence.text)]
    return bool(setting.end and ends and max(ends) < setting.end and max(ends) != setting.led)


def attributive(before: str, after: str, figure: Figure) -> bool:
    """Whether the figure only tells things apart: 150万吨以上的企业, 300万人以上城市, 338个城市的…"""
    if cue("attribute_before").search(before):
        return True
    if figure.kind == "share":
        return after.startswith("的") and not share_of(after) and not reaching(before)
    return bool(cue("attribute_after").match(after))


def share_of(after: str) -> bool:
    """Whether a share is that of the things for which something is done: 90%的村庄…得到治理."""
    reached = cue("done").search(after)
    return bool(reached) and not any(character.isdigit() for character in after)


def reaching(before: str) -> bool:
    """Whether the share itself is what is to be reached: 覆盖80%的区县."""
    return bool(cue("reach").search(before))
