"""Designations of every body in running text: one linear pass over runs of capitals."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

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


def find(text: str) -> list[Hit]:
    """Every designation in `text`, in reading order; spans overlap only where prefixes share a number (GB/YY 9706)."""
    return list(find_folded(fold(text)))


def find_folded(folded: str) -> Iterator[Hit]:
    """`find` for a text that `normal.fold` has folded already."""
    forms, named, done = forms_by_head(), set[str](), 0
    for capitals in starts().finditer(folded):
        start, head = capitals.start(), capitals[0]
        tried = forms.get(head if head[-1] != " " else head[0] + folded[capitals.end()]) if start >= done else None
        for hit in _read(folded, start, tried, named) if tried else ():
            yield hit
            done = hit.end


def _read(folded: str, start: int, forms: tuple[TextForm, ...], named: set[str]) -> Sequence[Hit]:
    """The hits of the first form, in their order, that gives any; `named`: the works the context has confirmed."""
    for form in forms:
        at = start - form.back
        found = form.pattern.match(folded, at) if at >= 0 else None
        if found and (hits := _everyday(form.id, found) if form.id else _designated(form, found, named)):
            return hits
    return ()


def _designated(form: TextForm, found: re.Match[str], named: set[str]) -> Sequence[Hit]:
    folded, (start, end) = found.string, found.span()
    designation = parsed(found[0], chinese.parse if form.chinese else parse.parse)
    if designation is None or not accepted(folded, (start, end), form, designation, designation.undated in named):
        return ()
    named.add(designation.undated)
    hit = Hit(start, end, designation)
    return [*_sharing(folded, hit), *_enumeration(folded, hit)]


def _everyday(name: str, found: re.Match[str]) -> Sequence[Hit]:
    """One hit for each number that an everyday name gives (IEC101/104), from the start of the name for the first."""
    hits = []
    for group, number in enumerate(found.groups(), 1):
        designation = parsed(name.format(number), parse.parse) if number else None
        if designation:
            start = found.start() if group == 1 else found.start(group)
            hits.append(Hit(start, found.end(group), designation))
    return hits


def _sharing(folded: str, hit: Hit) -> Sequence[Hit]:
    shared = shared_number(folded, hit.start, hit.designation)
    designation = parsed(shared.written, parse.parse) if shared else None
    if shared and designation and designation.body in prefixes():
        return (Hit(shared.start, hit.end, designation),)
    return ()


def _enumeration(folded: str, hit: Hit) -> Iterator[Hit]:
    while True:
        yield hit
        following = continuation(folded, hit.end, hit.designation)
        designation = parsed(following.written, parse.parse) if following else None
        if following is None or designation is None:
            return
        ranged = hit.designation.identity if following.ranged else None
        hit = Hit(following.start, following.end, designation, ranged)


@lru_cache(maxsize=20_000)  # texts name the same standards again and again
def parsed(quote: str, reader: Reader) -> Designation | None:
    """The designation `quote` reads as, as printed or tidied; None when it is none."""
    designation, tidied = _read_as(quote, reader), quote
    for pattern, new in () if designation else rewritings():
        tidied = pattern.sub(new, tidied)
        if tidied != quote and (designation := _read_as(tidied, reader)):
            break
    return designation


def _read_as(quote: str, reader: Reader) -> Designation | None:
    try:
        return reader(quote)
    except NotADesignation:
        return None
