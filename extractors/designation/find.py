"""Designations of every body in running text: one linear pass over runs of capitals."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extractors.designation import chinese, parse
from extractors.designation.chinese_forms import prefixes
from extractors.designation.context import accepted
from extractors.designation.identifier import Designation, NotADesignation
from extractors.designation.lists import continuation, shared_number
from extractors.designation.normal import fold
from extractors.designation.text_forms import TextForm, forms_by_head, rewritings, starts

Reader = Callable[[str], Designation]


@dataclass(frozen=True, slots=True)
class Hit:
    """A designation and where it stands; `ranged` is the hit a range leads from, as its canonical writing."""

    start: int
    end: int
    designation: Designation
    ranged: str | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text being read: `memory` holds what its quotes parse to, `named` the works its context has confirmed."""

    folded: str
    hits: list[Hit] = field(default_factory=list)
    memory: dict[str, Designation | None] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    def parsed(self, quote: str, reader: Reader = parse.parse) -> Designation | None:
        """The designation `quote` reads as, None when it is none."""
        if quote not in self.memory:
            self.memory[quote] = _parsed(quote, reader)
        return self.memory[quote]


def find(text: str) -> list[Hit]:
    """Every designation in `text`, in reading order; spans overlap only where prefixes share a number (GB/YY 9706)."""
    return find_folded(fold(text))


def find_folded(folded: str) -> list[Hit]:
    """`find` for a text that `normal.fold` has folded already."""
    reading, forms, done = _Reading(folded), forms_by_head(), 0
    for capitals in starts().finditer(reading.folded):
        start, head = capitals.start(), capitals[0]
        if start < done:
            continue
        tried = forms.get(head if head[-1] != " " else head[0] + reading.folded[capitals.end()])
        if tried and _read(reading, start, tried):
            done = reading.hits[-1].end
    return reading.hits


def _read(reading: _Reading, start: int, forms: tuple[TextForm, ...]) -> bool:
    """Try the forms in their order and add what is found to the hits."""
    for form in forms:
        at = start - form.back
        found = form.pattern.match(reading.folded, at) if at >= 0 else None
        if found and (_everyday(reading, form.id, found) if form.id else _designated(reading, form, found)):
            return True
    return False


def _designated(reading: _Reading, form: TextForm, found: re.Match[str]) -> bool:
    start, end = found.span()
    designation = reading.parsed(found[0], chinese.parse if form.chinese else parse.parse)
    if designation is None:
        return False
    if not accepted(reading.folded, (start, end), form, designation, designation.undated in reading.named):
        return False
    reading.named.add(designation.undated)
    hit = Hit(start, end, designation)
    _sharing(reading, hit)
    _enumeration(reading, hit)
    return True


def _everyday(reading: _Reading, name: str, found: re.Match[str]) -> bool:
    """One hit for each number that an everyday name gives (IEC101/104), from the start of the name for the first."""
    before = len(reading.hits)
    for group, number in enumerate(found.groups(), 1):
        designation = reading.parsed(name.format(number)) if number else None
        if designation:
            start = found.start() if group == 1 else found.start(group)
            reading.hits.append(Hit(start, found.end(group), designation))
    return len(reading.hits) > before


def _sharing(reading: _Reading, hit: Hit) -> None:
    shared = shared_number(reading.folded, hit.start, hit.designation)
    designation = reading.parsed(shared.written) if shared else None
    if shared and designation and designation.body in prefixes():
        reading.hits.append(Hit(shared.start, hit.end, designation))


def _enumeration(reading: _Reading, hit: Hit) -> None:
    while True:
        reading.hits.append(hit)
        following = continuation(reading.folded, hit.end, hit.designation)
        designation = reading.parsed(following.written) if following else None
        if following is None or designation is None:
            return
        ranged = hit.designation.canonical if following.ranged else None
        hit = Hit(following.start, following.end, designation, ranged)


def _parsed(quote: str, reader: Reader) -> Designation | None:
    tidied = quote
    for pattern, new in ((None, ""), *rewritings()):
        tidied = pattern.sub(new, tidied) if pattern else tidied
        if pattern is None or tidied != quote:
            try:
                return reader(tidied)
            except NotADesignation:
                continue
    return None
