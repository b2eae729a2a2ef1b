"""The acts an English text cites, with its relation to each."""

import re
from collections.abc import Iterator
from functools import cache

from extractors.document import Mention
from extractors.policy import acts, folding, patterns
from extractors.policy.folding import Folded

NAME = "citations"
LOOK = 180


def mentions(folded: Folded, own: frozenset[str]) -> Iterator[Mention]:
    """The mentions of acts other than the text itself."""
    for act in acts.acts(folded.text):
        if act.canonical not in own:
            yield folding.mention(
                folded,
                "policy",
                act.start,
                act.end,
                NAME,
                id=act.canonical,
                title=act.canonical,
                document_number=act.canonical,
                relation=relation(folded.text, act.start, act.end),
                clause=act.clause,
                bare=False,
            )


@cache
def cues(side: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The relations with their cues before or after an act, in the order they are tried."""
    return tuple((name, re.compile(cue, re.IGNORECASE)) for name, cue in patterns.load("acts")[side].items())


def relation(text: str, start: int, end: int) -> str:
    """The relation to the act at a span."""
    behind, ahead = text[max(0, start - LOOK) : start], text[end : end + LOOK]
    for name, cue in cues("after"):
        if cue.match(ahead):
            return name
    return next((name for name, cue in cues("before") if cue.search(behind)), "cites")
