"""How sure a patent number in running text is one: its own form, its label, the words beside it."""

import re

from extractors.patent_forms import offices, running
from extractors.patent_number import PatentNumber

CERTAIN, LABELLED, CUED = 0.99, 0.97, 0.9
BEFORE, NEAR, AFTER, ENOUGH_DIGITS = 60, 25, 20, 6
TIGHT = re.compile(r"[A-Z]{2}-?[A-Z]{0,2}[\d/]+[A-Z]?(?:[\s-]?[A-Z]\d?)?|[A-Z]{2} [A-Z]{0,2}[\d/]+[\s-]?[A-Z]\d?")
GROUPED = re.compile(r"\d,\d{3},\d{3}$|\d \d{3} \d{3}$")
YEAR_AND_SERIAL = re.compile(r"\d{4}\s?/\s?\d{6}")


def confidence(text: str, start: int, end: int, number: PatentNumber, anchor: re.Match[str]) -> float:
    """How sure the reading is; 0 when nothing beside the number says that it is one."""
    if number.check_digit or number.form == "international":
        return CERTAIN
    if anchor.lastgroup in ("label", "english"):
        return LABELLED
    if _unmistakable(text[start:end], number):
        return CERTAIN
    if anchor["code"] and not _plausible(text[start:end], number):
        return 0.0
    if running().verb.match(text, end):
        return CUED
    near = NEAR if number.office == "US" else BEFORE
    surroundings = text[max(0, start - near) : end + AFTER]
    return CUED if running().cue.search(surroundings) else 0.0


def _plausible(quote: str, number: PatentNumber) -> bool:
    """Weak forms: a British number without kind code looks like a standard; small offices' codes look like words."""
    if number.office in ("US", "EP"):
        return bool(TIGHT.fullmatch(quote) or GROUPED.search(quote))
    if number.office in offices().main:
        return number.office != "GB"
    return bool(TIGHT.fullmatch(quote)) and (bool(number.kind) or _digits(number) >= ENOUGH_DIGITS)


def _digits(number: PatentNumber) -> int:
    return sum(map(str.isdigit, number.number))


def _unmistakable(quote: str, number: PatentNumber) -> bool:
    if number.office not in offices().main:
        long = len(number.kind or "") > 1 and _digits(number) > ENOUGH_DIGITS
        return long and number.office not in offices().wordlike and bool(TIGHT.fullmatch(quote))
    if number.kind:
        return _digits(number) >= ENOUGH_DIGITS
    return number.office in ("US", "WO") and bool(YEAR_AND_SERIAL.search(quote))
