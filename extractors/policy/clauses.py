"""Sentences and clauses of a folded text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

SENTENCE = re.compile(r"[^。！？；\s][^。！？；\n]*")
CLAUSE = re.compile(r"[^，,：:\s][^，,：:]*")
CLAUSE_END = re.compile("[，,：:]")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, without blanks at its ends."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1)  # two extractors of one text follow each other
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text; a line end and a semicolon end one."""
    return tuple(pieces(SENTENCE, text, text, 0))


def clauses(sentence: Span) -> list[Span]:
    """The clauses of a sentence; the comma of 10,000 does not end one."""
    text = sentence.text
    if not CLAUSE_END.search(text):
        return [sentence]
    plain = THOUSANDS.sub("\u2008", text) if "," in text else text
    return list(pieces(CLAUSE, plain, text, sentence.start))


def pieces(pattern: re.Pattern[str], plain: str, text: str, offset: int) -> Iterator[Span]:
    """What a pattern that begins with no blank finds in `plain`, as pieces of `text`, which stands at `offset`."""
    for found in pattern.finditer(plain):
        start = found.start()
        end = start + len(found[0].rstrip())
        yield Span(start + offset, end + offset, text[start:end])
