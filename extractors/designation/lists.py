"""Enumerations and ranges that name the body once: ISO 9001、14001; GB/T 223.1～223.82; ISO 10993-1, -5."""

import re
from dataclasses import dataclass
from functools import cache

from extractors.designation.identifier import Designation
from extractors.designation.text_forms import read_yaml

_DIGITS = re.compile(r"[^.-]*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Following:
    """The next number of an enumeration: its span, and `written`, the whole designation it stands for."""

    start: int
    end: int
    written: str
    ranged: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    link: re.Pattern[str]
    number: re.Pattern[str]
    part: re.Pattern[str]
    lettered: re.Pattern[str]
    number_end: re.Pattern[str]
    not_quantity: re.Pattern[str]
    sharing: re.Pattern[str]
    spaced: dict[str, re.Pattern[str]]


@cache
def _patterns() -> _Patterns:
    written = read_yaml("text_relations.yaml")
    spaced = {body: re.compile(pattern, re.ASCII) for body, pattern in written["spaced"].items()}
    named = (name for name in _Patterns.__slots__ if name != "spaced")
    return _Patterns(**{name: re.compile(written[name], re.ASCII) for name in named}, spaced=spaced)


def continuation(folded: str, at: int, before: Designation) -> Following | None:
    """The bare number that goes on from the designation ending at `at`, None when the enumeration ends there."""
    patterns = _patterns()
    if before.number[:1].isalpha():
        return _lettered(folded, at, before, patterns)
    link = patterns.link.match(folded, at)
    if link is None:
        return None
    part = patterns.part.match(folded, link.end())
    if part and part["joint"] in before.undated and patterns.not_quantity.match(folded, part.end()):
        return Following(part.start(), part.end(), _with_part(before, part["part"]), bool(link["range"]))
    number = patterns.number.match(folded, link.end())
    if number and _goes_on(link, number, before, patterns):
        return Following(number.start(), number.end(), _lead(before) + number[0], bool(link["range"]))
    return None


def _lettered(folded: str, at: int, before: Designation, patterns: _Patterns) -> Following | None:
    """A number that begins with a letter follows one that does; some bodies' also after a mere space."""
    spaced = patterns.spaced.get(before.body)
    link = patterns.link.match(folded, at) or (spaced.match(folded, at) if spaced else None)
    number = patterns.lettered.match(folded, link.end()) if link else None
    if number is None or ("." in number[0]) != ("." in before.number):
        return None
    return Following(number.start(), number.end(), _lead(before) + number[0], False)


def _goes_on(link: re.Match[str], number: re.Match[str], before: Designation, patterns: _Patterns) -> bool:
    sure = _surely(link, number, before)
    if sure is False or _YEAR.fullmatch(number["number"]):
        return False
    end = patterns.not_quantity if sure else patterns.number_end
    return end.match(number.string, number.end()) is not None


def _surely(link: re.Match[str], number: re.Match[str], before: Designation) -> bool | None:
    """True for the same work, a dated number or a number of five digits; False for what cannot be one."""
    digits = _DIGITS.match(number["number"])[0]  # type: ignore[index]  # the pattern's first characters are digits
    if digits == before.number:
        return True
    if link["range"]:
        return before.number.isdigit() and len(digits) == len(before.number) and digits > before.number
    if number["year"] or len(digits) > 4:
        return True
    return None if len(digits) >= (3 if link["strong"] else 4) else False


def shared_number(folded: str, at: int, designation: Designation) -> Following | None:
    """The designation of a prefix that shares the number of the one at `at`: GB in GB/YY 9706; it spans both."""
    if folded[at - 1 : at] not in ("/", " "):
        return None
    prefix = _patterns().sharing.search(folded, max(0, at - 8), at)
    if prefix is None or prefix[1] == designation.body:
        return None
    return Following(prefix.start(), at, f"{prefix[1]} {designation.undated[len(designation.body) :].strip()}", False)


def _lead(before: Designation) -> str:
    """What stands before the number in the canonical writing."""
    return before.undated[: before.undated.find(before.number, len(before.body) - 1)]


def _with_part(before: Designation, part: str) -> str:
    joint = "." if f"{before.number}." in before.undated else "-"
    return f"{_lead(before)}{before.number}{joint}{part}"
