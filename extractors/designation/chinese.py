"""Chinese designations of every tier: GB, sector, metrology, local, engineering, group and enterprise."""

import re
from typing import NamedTuple

from extractors.designation.chinese_forms import Form, Prefix, patterns, prefixes, whole_forms
from extractors.designation.chinese_tail import NO_TAIL, Tail, read_tail
from extractors.designation.identifier import Designation, NotADesignation
from extractors.designation.normal import compact

LONGEST = 200
_SECTOR_OF_UNKNOWN = re.compile(r"[A-Z]{2,3}")
_FIRST_YEAR, _LAST_YEAR = 1949, 2049


class _Head(NamedTuple):  # made for every number of a list: a tuple is made in half the time of a frozen dataclass
    body: str
    joint: str
    number: str
    year: str | None
    mark: str
    tier: str
    end: int


def parse(text: str) -> Designation:
    """Read one Chinese designation, in any width, dash or spacing, slash or no slash.

    The canonical writing is prefix, space, number, ASCII hyphen, four-digit year (GB/T 1.1-2020); engineering forms
    keep the joint they were printed with (DBJ50/T-047-2024). Raises NotADesignation.
    """
    folded = compact(text)
    if not folded or len(folded) > LONGEST:
        raise NotADesignation("it is empty" if not folded else "it is too long", text)
    upper = folded.upper()
    if len(upper) != len(folded):
        raise NotADesignation("it has letters no designation has", text)
    head = _read_whole(upper) or _read_prefixed(upper)
    tail = read_tail(folded, head.end) if head.end < len(folded) else NO_TAIL
    return _designation(head, tail, _year(head.year, text))


def _year(printed: str | None, text: str) -> int | None:
    if not printed:
        return None
    year = int(printed) if len(printed) == 4 else 1900 + int(printed)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise NotADesignation("the year is impossible", text)
    return year


def _read_whole(upper: str) -> _Head | None:
    if upper[0] not in "TQD":
        return None
    for form in whole_forms():
        found = form.pattern.match(upper) if upper.startswith(form.starts) else None
        if found:
            return _whole(form, found)
    return None


def _whole(form: Form, found: re.Match[str]) -> _Head:
    body, joint, number, year = found["body"].replace(" ", ""), found["joint"], found["number"], found["year"]
    if form.spaced or not (joint or form.starts == "DG"):
        joint = " "
    return _Head(body, joint, number, year, found.groupdict().get("mark") or "", form.tier, found.end())


def _read_prefixed(upper: str) -> _Head:
    letters = patterns()["prefix"].match(upper)
    if not letters:
        raise NotADesignation("it does not start with a prefix", upper)
    base, suffix, scope = letters[1], (letters[2] or "").replace(" ", "/"), letters[3] or ""
    prefix, suffix = _prefix(base, suffix, upper)
    if patterns()["gene"].fullmatch(upper):
        raise NotADesignation("it is a gene", upper)
    number = patterns()[prefix.numbering].match(upper, letters.end())
    if not number:
        raise NotADesignation(_no_number(upper, letters.end()), upper)
    tier = "local" if len(scope) == 3 else prefix.tier
    mark = number["mark"] or ""
    return _Head(prefix.letters + suffix + scope, " ", number["number"], number["year"], mark, tier, number.end())


def _prefix(base: str, suffix: str, upper: str) -> tuple[Prefix, str]:
    known = prefixes()
    if base in known and (suffix or known[base].alone != "never"):
        return known[base], suffix
    if not suffix and base[-1] in "TZ" and base[:-1] in known:
        return known[base[:-1]], f"/{base[-1]}"
    if suffix and _SECTOR_OF_UNKNOWN.fullmatch(base):
        return Prefix(base, "sector", "never", "plain"), suffix
    raise NotADesignation("the prefix is unknown", upper)


def _no_number(upper: str, at: int) -> str:
    if not any(character.isdigit() for character in upper[at:]):
        return "it has no number"
    return "the number is not followed by a year or the end"


def _designation(head: _Head, tail: Tail, year: int | None) -> Designation:
    undated = f"{head.body}{head.joint}{head.number}"
    dated = f"{undated}-{year}{head.mark}{tail.reaffirmed}" if year else undated
    if tail.edition:
        dated = f"{dated}({tail.edition}年版)"
    number, _, part = head.number.partition(".")
    return Designation(
        canonical=dated + (f"/{tail.supplement}" if tail.supplement else ""),
        body=head.body,
        number=number,
        tier=head.tier,
        undated=undated + (f"/{tail.supplement.partition('-')[0]}" if tail.supplement else ""),
        part=part or None,
        year=year,
        supplement=tail.supplement,
        relation=tail.relation,
        extra=tail.extra(head.mark),
    )
