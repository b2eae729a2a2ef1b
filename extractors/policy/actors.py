"""Who is to act: the words after 鼓励, 支持, 引导, or before 应当, 必须, 可以, 要."""

from functools import cache

from extractors.policy import patterns
from extractors.policy.asks import cue

LONGEST = 60


@cache
def nouns() -> tuple[str, ...]:
    """What an actor's name ends with."""
    return patterns.words(patterns.load("demands")["actors"])


def actor(text: str) -> str | None:
    """The actor as written; None where the clause names none."""
    if lead := cue("actor_after").search(text):
        rest = text[lead.end() : lead.end() + LONGEST]
        verb = cue("actor_verbs").search(rest)
        if verb and named(rest[: verb.start()]):
            return rest[: verb.start()]
    modal = cue("actor_before").search(text)
    before = text[: modal.start()] if modal else ""
    return before if before and len(before) <= LONGEST and named(before) else None


def named(text: str) -> bool:
    """Whether a text ends as actors' names do."""
    return len(text) >= 2 and text.removesuffix("等").endswith(nouns())
