"""Sentences and clauses of a folded text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SENTENCE = re.compile("[^。！？；\n]+")
CLAUSE = re.compile("[^，,：:]+")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, without blanks at its ends."""

    start: int
    end: int
    text: str


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text; a line end and a semicolon end one."""
    return pieces(SENTENCE, text, 0, len(text))


def clauses(sentence: Span) -> list[Span]:
    """The clauses of a sentence; the comma of 10,000 does not end one."""
    plain = THOUSANDS.sub("\u2008", sentence.text) if "," in sentence.text else sentence.text
    found = pieces(CLAUSE, plain, 0, len(plain))
    return [Span(p.start + sentence.start, p.end + sentence.start, sentence.text[p.start : p.end]) for p in found]


def pieces(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Span]:
    """The trimmed matches of a pattern that are not blank."""
    for found in pattern.finditer(text, start, end):
        inside = found[0].strip()
        if inside:
            first = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Span(first, first + len(inside), inside)
