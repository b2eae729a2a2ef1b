"""Enumerations and ranges that name the body once: ISO 9001、14001; GB/T 223.1～223.82; ISO 10993-1, -5."""

import re
from dataclasses import dataclass
from functools import cache

from extractors.designation.identifier import Designation
from extractors.designation.text_forms import read_yaml

_SHARING = re.compile(r"(?<![A-Za-z])([A-Z]{2}(?:/[TZ])?)[ ]?/[ ]?$")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Following:
    """The next number of an enumeration: its span, and `written`, the whole designation it stands for."""

    start: int
    end: int
    written: str
    ranged: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    written = read_yaml("text_relations.yaml")
    link, number, part, end = (re.compile(written[name]) for name in ("link", "number", "part", "number_end"))
    return link, number, part, end


def continuation(folded: str, at: int, before: Designation) -> Following | None:
    """The bare number that goes on from the designation ending at `at`, None when the enumeration ends there."""
    link_pattern, number_pattern, part_pattern, end_pattern = _patterns()
    link = link_pattern.match(folded, at)
    if link is None:
        return None
    part = part_pattern.match(folded, link.end())
    if part and part["joint"] in before.undated and end_pattern.match(folded, part.end()):
        return Following(part.start(), part.end(), _with_part(before, part["part"]), bool(link["range"]))
    number = number_pattern.match(folded, link.end())
    if number and end_pattern.match(folded, number.end()) and _plausible(link, number, before):
        written = _lead(before) + number[0]
        return Following(number.start(), number.end(), written, bool(link["range"]))
    return None


def shared_number(folded: str, at: int, designation: Designation) -> Following | None:
    """The designation of a prefix that shares the number of the one at `at`: GB in GB/YY 9706; it spans both."""
    if folded[at - 1 : at] not in ("/", " "):
        return None
    prefix = _SHARING.search(folded, max(0, at - 8), at)
    if prefix is None or prefix[1] == designation.body:
        return None
    return Following(prefix.start(), at, f"{prefix[1]} {designation.undated[len(designation.body) :].strip()}", False)


def _lead(before: Designation) -> str:
    """What stands before the number in the canonical writing."""
    return before.undated[: before.undated.find(before.number, len(before.body) - 1)]


def _with_part(before: Designation, part: str) -> str:
    joint = "." if f"{before.number}." in before.undated else "-"
    return f"{_lead(before)}{before.number}{joint}{part}"


def _plausible(link: re.Match[str], number: re.Match[str], before: Designation) -> bool:
    """Same number with another part, or a number of a length that counts and years do not have."""
    digits = re.split(r"[.-]", number["number"])[0]
    if digits == before.number:
        return True
    if link["range"]:
        return before.number.isdigit() and len(digits) == len(before.number) and digits > before.number
    if number["year"]:
        return True
    if _YEAR.fullmatch(number["number"]):
        return False
    return len(digits) >= (3 if link["strong"] else 4)
