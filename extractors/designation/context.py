"""Whether what looks like a designation is one: the words around it decide where the form alone cannot."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors.designation.chinese_forms import prefixes
from extractors.designation.identifier import Designation
from extractors.designation.text_forms import TextForm, read_yaml

_RECOMMENDED = re.compile(r"[A-Z][ ]?/[ ]?[TZ]")
_BASE = re.compile(r"/[TZ]$|\(.*")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_UNITS = frozenset({"GB", "TB", "MB"})


@dataclass(frozen=True, slots=True)
class _Refusal:
    quote: re.Pattern[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def applies(self, place: "Place") -> bool:
        return bool(
            (self.before is None or self.before.search(place.before))
            and (self.after is None or self.after.search(place.after))
        )


@dataclass(frozen=True, slots=True)
class Context:
    """`text_context.yaml`, compiled."""

    reach: int
    cues: dict[str, re.Pattern[str]]
    not_number: re.Pattern[str]
    unit_before: re.Pattern[str]
    not_after: re.Pattern[str]
    refusals: tuple[_Refusal, ...]
    enterprises: frozenset[str]
    ambiguous: frozenset[str]
    small_numbers: frozenset[str]

    def refused(self, place: "Place") -> bool:
        """Whether a refusal applies."""
        return any(rule.applies(place) for rule in _refusals(place.quote))


@cache
def context() -> Context:
    """The words that settle it, read once."""
    written = read_yaml("text_context.yaml")
    return Context(
        written["reach"],
        {name: re.compile(pattern, re.ASCII) for name, pattern in written["cues"].items()},
        re.compile(written["not_number"], re.ASCII),
        re.compile(written["unit_before"], re.ASCII),
        re.compile(written["not_after"], re.ASCII),
        tuple(_refusal(row) for row in written["refusals"]),
        frozenset(written["enterprise_alone"]),
        frozenset(written["ambiguous_bodies"]),
        frozenset(written["small_numbers"]),
    )


@lru_cache(maxsize=4096)
def _refusals(quote: str) -> tuple[_Refusal, ...]:
    """The refusals for quotes like this one: most are like none of them."""
    return tuple(rule for rule in context().refusals if rule.quote.fullmatch(quote))


def _refusal(row: dict[str, str]) -> _Refusal:
    before, after = (re.compile(row[key], re.ASCII) if key in row else None for key in ("before", "after"))
    return _Refusal(re.compile(row["quote"], re.ASCII), before, after)


@dataclass(frozen=True, slots=True)
class Place:
    """A quote and what stands around it: `before` on its own line, `after` also beyond."""

    quote: str
    before: str
    after: str


def accepted(folded: str, span: tuple[int, int], form: TextForm, designation: Designation, named: bool) -> bool:
    """Whether the span, read as `designation` by `form`, is a designation where it stands.

    `named`: the text has named the same work before, so no cue is needed.
    """
    start, end = span
    quote = folded[start:end]
    if _RECOMMENDED.search(quote):
        return True
    if folded[start - 1 : start].isdigit():
        return False
    if designation.year is not None:
        return True
    words = context()
    line = folded.rfind("\n", max(0, start - words.reach), start) + 1
    place = Place(quote, folded[max(line, start - words.reach) : start], folded[end : end + words.reach])
    if words.not_after.match(place.after) or words.refused(place):
        return False
    return named or _UNDATED.get(form.name, _always)(designation, place, words)


def _always(designation: Designation, place: Place, words: Context) -> bool:
    return True


def _prefixed(designation: Designation, place: Place, words: Context) -> bool:
    letters = _BASE.sub("", designation.body)
    if letters in _UNITS and words.unit_before.search(place.before) and place.before.strip(" ").rstrip("0123456789"):
        return False
    prefix = prefixes().get(letters)
    if prefix and prefix.alone == "yes" and (len(letters) > 2 or len(designation.number) > 2 or designation.part):
        return True
    return not words.not_number.search(place.after) and len(designation.number) < 6 and _cued(designation, place, words)


def _cued(designation: Designation, place: Place, words: Context) -> bool:
    if len(designation.number) < 2:
        return False
    cues = words.cues
    listed = " " in place.quote and cues["listed"].search(place.before) and cues["title"].search(place.after)
    return bool(listed or cues["before"].search(place.before) or cues["after"].search(place.after))


def _numbered(designation: Designation, place: Place, words: Context) -> bool:
    """ISO 7 and ISO 2020 may be anything; ISO 9001 and ISO 2022-1 are not."""
    small = len(designation.number) < 3 and designation.body not in words.small_numbers
    unusual = small or _YEARLIKE.fullmatch(designation.number)
    return bool(designation.part) or not unusual or _cued(designation, place, words)


def _society(designation: Designation, place: Place, words: Context) -> bool:
    if designation.body.split(" ")[0] not in words.ambiguous or not designation.number.isdigit():
        return True
    return bool(words.cues["words"].search(place.before) or words.cues["after"].search(place.after))


def _enterprise(designation: Designation, place: Place, words: Context) -> bool:
    return designation.body[2:] in words.enterprises or _cued(designation, place, words)


def _group(designation: Designation, place: Place, words: Context) -> bool:
    return len(designation.number) > 1


def _local(designation: Designation, place: Place, words: Context) -> bool:
    return "/" in designation.body or "/" in designation.canonical


_UNDATED: dict[str, Callable[[Designation, Place, Context], bool]] = {
    "chinese": _prefixed,
    "metrology": _prefixed,
    "lettered": _prefixed,
    "dashed": _prefixed,
    "enterprise": _enterprise,
    "group": _group,
    "local": _local,
    "iso": _numbered,
    "en": _numbered,
    "society": _society,
}
