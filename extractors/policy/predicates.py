"""The predicate of a figure: what stands before it and how it bounds the value."""

import re
from functools import cache

from extractors.policy import patterns
from extractors.policy.figures import Figure

NEAR = 12


@cache
def predicates() -> dict[str, str]:
    """The comparator that each predicate sets."""
    rows = patterns.load("targets")["predicates"]
    return {word: comparator for comparator, words in rows.items() for word in patterns.words(words)}


@cache
def form() -> re.Pattern[str]:
    """A predicate; the longest where several begin at one place."""
    return re.compile(f"(?:{patterns.alternation(predicates())})(?!能力|量|率|幅)")


@cache
def verbs() -> re.Pattern[str]:
    """A verb that asks for a number of things."""
    return re.compile(patterns.alternation(patterns.words(patterns.load("targets")["verbs"])))


def predicate(before: str) -> re.Match[str] | None:
    """The last predicate before a figure, when it is near: 分别, 力争, 至 may stand between."""
    found = list(form().finditer(before))
    return found[-1] if found and len(before) - found[-1].end() <= NEAR else None


def comparator(before: str, figure: Figure) -> str:
    """How the text bounds the figure: ge, le, eq, about, increase or decrease."""
    found = predicate(before)
    sense = predicates()[found[0]] if found else None
    if sense in ("increase", "decrease") and figure.kind != "count":
        return sense
    return figure.bound or ("eq" if sense in (None, "increase", "decrease") else sense)


def ends_with_verb(text: str) -> bool:
    """Whether a text ends with a verb that asks for a number of things."""
    return any(found.end() == len(text) for found in verbs().finditer(text))


def asks(before: str, figure: Figure) -> bool:
    """Whether what stands before a figure demands it: a predicate, or a verb for a number of things."""
    if figure.kind == "multiple" or predicate(before) is not None:
        return True
    return figure.kind in ("count", "measure") and verbs().search(before) is not None
