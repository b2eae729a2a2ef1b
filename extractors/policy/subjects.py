"""What a figure is about, and the smallest clause that holds both."""

import itertools
import re
from collections.abc import Sequence
from functools import cache

from extractors.policy import patterns
from extractors.policy.clauses import Span
from extractors.policy.figures import Figure
from extractors.policy.predicates import ends_with_verb, predicate

JOINT = re.compile("^[、和及与]|[、和及与]$")
BETWEEN = 3
LONGEST_TAIL = 40


@cache
def edge(key: str) -> re.Pattern[str]:
    """Words at the start (lead) or the end (tail) of a clause that do not belong to the subject."""
    expression = patterns.load("targets")[key]
    return re.compile(f"^(?:{expression})" if key == "lead" else f"(?:{expression})$")


def part(clause: Span, figures: Sequence[Figure], index: int) -> tuple[int, int]:
    """The part of a clause for one of its figures, as offsets in the clause: a listed item, else all of it."""
    text, figure = clause.text, figures[index]
    if len(figures) == 1:
        return 0, len(text)
    if leads(text, figures):
        start = 0 if index == 0 else figure.start
        end = figures[index + 1].start if index + 1 < len(figures) else len(text)
        return start, len(text[:end].rstrip("、和及与"))
    between = text[figures[index - 1].tail : figure.start] if index else ""
    if index and len(between.strip("、和及与")) < BETWEEN:
        return 0, figure.tail
    start = figures[index - 1].tail + (1 if between[:1] in "、和及与" and between else 0) if index else 0
    return start, figure.tail if index + 1 < len(figures) else len(text)


def leads(text: str, figures: Sequence[Figure]) -> bool:
    """Whether figures stand before what they count: 完成120个枢纽、100个基地."""
    return all(text[one.tail : two.start].strip("、和及与 ") for one, two in itertools.pairwise(figures)) and (
        figures[0].start <= 4
    )


def subject(text: str, figure: Figure, start: int, end: int, earlier: str) -> str | None:
    """What the figure at a part of a clause is about; `earlier` is the clause before, for a clause that has none."""
    before, after = text[start : figure.start], text[figure.tail : end]
    found = predicate(before)
    between = before[found.end() :].strip("了") if found else ""
    head = between if len(between) > 1 and found else trimmed(before[: found.start()] if found else before)
    if head and not ends_with_verb(head):
        return head
    rest = JOINT.sub("", after.strip("的 "))[:LONGEST_TAIL]
    return rest or head or trimmed(earlier) or None


def trimmed(text: str) -> str:
    """A text without the words at its ends that do not belong to a subject."""
    lead = edge("lead").match(text)
    text = text[lead.end() :] if lead else text
    tail = edge("tail").search(text)
    return (text[: tail.start()] if tail else text).strip("、，,的 “”")
