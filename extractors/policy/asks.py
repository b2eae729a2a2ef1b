"""What a clause asks for and how binding it is."""

import re
from functools import cache

from extractors.policy import patterns

OPENING = 14


@cache
def cue(key: str) -> re.Pattern[str]:
    """An expression of `demands.yaml`, or its words as one."""
    value = patterns.load("demands")[key]
    return re.compile(patterns.alternation(patterns.words(value)) if "\n" in value else value)


@cache
def forms(about: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The asks in clauses about standards, or about a technology alone."""
    return tuple((ask, re.compile(form)) for ask, form in patterns.load("demands")[about].items())


def masked(text: str) -> str:
    """The text with names blanked that hold an asking word and ask for nothing."""
    return cue("masks").sub(lambda found: "□" * len(found[0]), text)


def about_standards(text: str) -> bool:
    """Whether a clause is about standards."""
    return ("标准" in text or "技术规" in text or "规范体系" in text) and bool(cue("about").search(plain(text)))


def plain(text: str) -> str:
    """The text without words that only look like standards (高标准, 标准箱)."""
    return cue("not_about").sub("", text)


def asks(text: str, about: str) -> list[str]:
    """The asks of a clause, in the order of `demands.yaml`."""
    blank = masked(text)
    found = [ask for ask, form in forms(about) if form.search(blank)]
    taken = {other for ask in found for other in absorbed().get(ask, ())}
    if about == "standards" and not found:
        return [ask for ask, form in forms("fallback") if form.search(blank)]
    return [ask for ask in found if ask not in taken]


@cache
def absorbed() -> dict[str, tuple[str, ...]]:
    """The asks that another ask of the same clause makes part of itself."""
    return {ask: patterns.words(others) for ask, others in patterns.load("demands")["absorbs"].items()}


@cache
def start() -> re.Pattern[str]:
    """A directive at the start of a clause."""
    rules = patterns.load("demands")
    return re.compile(f"{rules['openings']}(?:{patterns.alternation(patterns.words(rules['directives']))})")


def directs(text: str) -> bool:
    """Whether a clause directs something: by its first word, or by a modal word; not a report of what is."""
    if cue("reports").search(text) or cue("not_asks").search(text):
        return False
    modal = cue("mandatory").search(text) or cue("encourage").search(text) or cue("wish").search(text)
    return bool(start().match(text) or modal)


def modality(text: str) -> str:
    """mandatory, encourage or direct."""
    if cue("mandatory").search(text):
        return "mandatory"
    return "encourage" if cue("encourage").search(text) else "direct"
