"""Clauses with the topic clauses that belong to them: `在…领域，` + `加强标准研制`."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.policy import clauses, markers
from extractors.policy.asks import cue
from extractors.policy.clauses import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause and the topic before it (empty when there is none); offsets are in the folded text."""

    start: int
    end: int
    clause: str
    topic: str


def units(sentence: Span, lang: str = "zh") -> Iterator[Unit]:
    """The units of a sentence in order, without the printed number it starts with."""
    head = markers.head(sentence.text, 0, len(sentence.text), lang)
    skipped = sentence.start + (head.body if head else 0)
    topic: Span | None = None
    for clause in clauses.clauses(sentence):
        if clause.end <= skipped:
            continue
        clause = cut(clause, skipped)
        if is_topic(clause.text):
            topic = Span(
                topic.start if topic else clause.start, clause.end, (topic.text if topic else "") + clause.text
            )
            continue
        yield Unit(topic.start if topic else clause.start, clause.end, clause.text, topic.text if topic else "")
        topic = None


def cut(clause: Span, start: int) -> Span:
    """The clause from an offset on."""
    return clause if clause.start >= start else Span(start, clause.end, clause.text[start - clause.start :])


def is_topic(text: str) -> bool:
    """Whether a clause only says where, or for what."""
    return bool(cue("topics").match(text) and cue("topic_ends").search(text))
