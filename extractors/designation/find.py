"""Designations of every body in running text: one linear pass over runs of capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.designation import parse
from extractors.designation.context import accepted
from extractors.designation.identifier import Designation, NotADesignation
from extractors.designation.lists import continuation
from extractors.designation.normal import fold
from extractors.designation.text_forms import TextForm, forms_by_head

_CAPITALS = re.compile(
    r"[A-Z](?:(?<![A-Za-z_][A-Z])|(?<=idt[A-Z])|(?<=eqv[A-Z])|(?<=neq[A-Z])|(?<=mod[A-Z])|(?<=pr[A-Z]))"
    r"(?:[A-Z]+|(?<=[TQ])(?=[ ]?/)|[ ](?=[A-Z][ ]?/[ ]?[TZ]))"
)

Memory = dict[str, Designation | None]


@dataclass(frozen=True, slots=True)
class Hit:
    """A designation and where it stands; `ranged` is the hit a range leads from, as its canonical writing."""

    start: int
    end: int
    designation: Designation
    ranged: str | None = None


def find(text: str) -> list[Hit]:
    """Every designation in `text`, in reading order, spans not overlapping."""
    return list(_scan(fold(text)))


def _scan(folded: str) -> Iterator[Hit]:
    forms, memory, done = forms_by_head(), Memory(), 0
    for capitals in _CAPITALS.finditer(folded):
        start = capitals.start()
        if start < done:
            continue
        head = capitals[0]
        tried = forms.get(head[0] + folded[capitals.end()] if head[-1] == " " else head)
        if tried is None:
            continue
        for hit in _read(folded, start, tried, memory):
            done = hit.end
            yield hit


def _read(folded: str, start: int, forms: tuple[TextForm, ...], memory: Memory) -> Iterator[Hit]:
    for form in forms:
        at = max(0, start - form.back)
        found = form.pattern.match(folded, at)
        if found is None:
            continue
        designation = parsed(found[0], memory)
        if designation is not None and accepted(folded, at, found.end(), form, designation):
            yield from _enumeration(folded, Hit(at, found.end(), designation), memory)
            return


def _enumeration(folded: str, hit: Hit, memory: Memory) -> Iterator[Hit]:
    while True:
        yield hit
        following = continuation(folded, hit.end, hit.designation)
        designation = parsed(following.written, memory) if following else None
        if following is None or designation is None:
            return
        ranged = hit.designation.canonical if following.ranged else None
        hit = replace(hit, start=following.start, end=following.end, designation=designation, ranged=ranged)


def parsed(quote: str, memory: Memory) -> Designation | None:
    """The designation `quote` reads as, None when it is none; remembered for the text being read."""
    if quote not in memory:
        memory[quote] = _parsed(quote)
    return memory[quote]


def _parsed(quote: str) -> Designation | None:
    try:
        return parse.parse(quote)
    except NotADesignation:
        return None
