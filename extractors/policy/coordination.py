"""The subject of an ask as written, and the things a list of subjects names.

`大气、水、土壤污染防治` shares its last words: 大气污染防治, 水污染防治, 土壤污染防治.
`芯片、软件、整机等集成电路产业` lists members of 集成电路产业: every member and the whole.
"""

import re
from collections.abc import Callable
from functools import cache

from extractors.policy import patterns
from extractors.policy.asks import cue

JOINTS = re.compile("、|以及|(?<=[一-鿿]{2})(?:(?<!碳中)和|(?<!参)与|(?<![普涉])及)(?=[一-鿿]{2})")
LONGEST = 80
SHORT = 4


@cache
def leads() -> re.Pattern[str]:
    """Directives at the start of a clause; at most four."""
    return re.compile(patterns.load("demands")["verbs"] + "{1,6}")


def subject(clause: str, topic: str) -> str | None:
    """What the clause asks standards for, as written: its own object, else the topic before it."""
    found = cue("standard_words").search(clause)
    own = clause[: found.start()] if found else clause
    lead = leads().match(own)
    own = trimmed(own[lead.end() :] if lead else own)
    place = cue("place_ends").sub("", cue("place_starts").sub("", topic)).strip("，、的等")
    words = own if len(own) > 1 else place
    return words[:LONGEST] or None


def trimmed(text: str) -> str:
    """A subject without the words at its end that say nothing of it."""
    for _ in range(4):
        shorter = cue("end_words").sub("", text).strip("、，的及与")
        if shorter == text:
            break
        text = shorter
    return text


def members(subject: str, known: Callable[[str], bool]) -> list[str]:
    """The things a subject names; `known` tells whether a phrase is a term, to find the words a list shares."""
    listed, _, whole = subject.partition("等")
    parts = [part for part in JOINTS.split(listed) if part.strip()]
    if len(parts) < 2:
        return [subject]
    shared = head(parts, known) if not whole else ""
    spread = [part + shared if shared and len(part) <= SHORT and not known(part) else part for part in parts]
    return [*spread, whole] if len(whole) > 1 else spread


def head(parts: list[str], known: Callable[[str], bool]) -> str:
    """The words at the end of the last part that the short parts before it share; empty when there are none."""
    last, short = parts[-1], [part for part in parts[:-1] if len(part) <= SHORT and not known(part)]
    if not short:
        return ""
    endings = (last[cut:] for cut in range(1, len(last) - 1))
    return next((ending for ending in endings if any(known(part + ending) for part in short)), "")
