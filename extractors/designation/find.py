"""Designations of every body in running text: one linear pass over runs of capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.designation import parse
from extractors.designation.chinese_forms import prefixes
from extractors.designation.context import accepted
from extractors.designation.identifier import Designation, NotADesignation
from extractors.designation.lists import continuation, shared_number
from extractors.designation.normal import fold
from extractors.designation.text_forms import TextForm, forms_by_head, rewritings

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
    """Every designation in `text`, in reading order; spans overlap only where prefixes share a number (GB/YY 9706)."""
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
        if form.id:
            yield from _everyday(form.id, found, memory)
            return
        designation = parsed(found[0], memory)
        if designation is not None and accepted(folded, at, found.end(), form, designation):
            hit = Hit(at, found.end(), designation)
            yield from _sharing(folded, hit, memory)
            yield from _enumeration(folded, hit, memory)
            return


def _everyday(name: str, found: re.Match[str], memory: Memory) -> Iterator[Hit]:
    """One hit for each number that an everyday name gives (IEC101/104), from the start of the name for the first."""
    start = found.start()
    for group, number in enumerate(found.groups(), 1):
        designation = parsed(name.format(number), memory) if number else None
        if designation:
            yield Hit(start if group == 1 else found.start(group), found.end(group), designation)


def _sharing(folded: str, hit: Hit, memory: Memory) -> Iterator[Hit]:
    shared = shared_number(folded, hit.start, hit.designation)
    designation = parsed(shared.written, memory) if shared else None
    if shared and designation and designation.body in prefixes():
        yield Hit(shared.start, hit.end, designation)


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
    tidied = quote
    for pattern, new in ((None, ""), *rewritings()):
        tidied = pattern.sub(new, tidied) if pattern else tidied
        if pattern is None or tidied != quote:
            try:
                return parse.parse(tidied)
            except NotADesignation:
                continue
    return None
