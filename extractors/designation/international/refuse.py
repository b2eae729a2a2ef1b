"""Why a text with a known prefix is no designation, in one clause."""

import re
from collections.abc import Callable

from extractors.designation.identifier import NotADesignation
from extractors.designation.international.bodies import Prefix

_NO_NUMBER = re.compile(r"[^\d#]*")
_DOUBLED = re.compile(r"[-:/.,]{2}| [-:/] ?[-:/]")
_YEAR = re.compile(r":(?!(?:18[5-9]|19\d|20[0-4])\d(?!\d))(\d{3,})\b")

_REASONS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("it has no number", _NO_NUMBER.fullmatch),
    ("a separator is doubled", _DOUBLED.search),
    ("the year is impossible", _YEAR.search),
)


def refuse(text: str, folded: str, prefix: Prefix) -> NotADesignation:
    """The error for `text`, which no form of its prefix's grammar matches."""
    for reason, applies in _REASONS:
        if applies(folded):
            return NotADesignation(reason, text)
    kind = "working document" if prefix.head.isdigit() else prefix.head
    return NotADesignation(f"not a form of {kind} designations", text)
