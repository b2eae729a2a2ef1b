"""What follows a Chinese number: reaffirmation, revised edition, all parts, amendment, the adopted designation."""

import re
from dataclasses import dataclass, replace
from functools import cache

import yaml

from extractors.designation import international
from extractors.designation.identifier import Adopted, NotADesignation
from extractors.designation.normal import PATTERNS


@dataclass(frozen=True, slots=True)
class Tail:
    """`reaffirmed` as printed with its brackets; `supplement` in canonical writing (XG1-2022)."""

    reaffirmed: str = ""
    edition: str = ""
    all_parts: bool = False
    supplement: str | None = None
    relation: Adopted | None = None

    def extra(self, mark: str) -> tuple[tuple[str, str], ...]:
        """Sorted pairs for `Designation.extra`; `mark` is the letter printed after the year."""
        if not (mark or self.edition or self.all_parts or self.reaffirmed):
            return ()
        pairs = {
            "all_parts": "true" if self.all_parts else "",
            "edition": self.edition,
            "mark": mark,
            "reaffirmed": self.reaffirmed.strip("()"),
        }
        return tuple((key, value) for key, value in pairs.items() if value)


NO_TAIL = Tail()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    written = yaml.safe_load((PATTERNS / "cn_tails.yaml").read_text("utf-8"))
    return {name: re.compile(pattern, re.ASCII) for name, pattern in written.items()}


def read_tail(folded: str, at: int) -> Tail:
    """Read `folded` from `at` to its end. Raises NotADesignation when anything is left over."""
    tail = NO_TAIL
    while at < len(folded):
        tail, end = _step(tail, folded, at)
        if end == at:
            raise NotADesignation("what follows the number is not understood", folded)
        at = end
    return tail


def _step(tail: Tail, folded: str, at: int) -> tuple[Tail, int]:
    for name, pattern in _patterns().items():
        found = pattern.fullmatch(folded, at) if name == "adoption" else pattern.match(folded, at)
        if found:
            return _with(tail, name, found), found.end()
    return tail, at


def _with(tail: Tail, name: str, found: re.Match[str]) -> Tail:
    if name == "reaffirmed":
        return replace(tail, reaffirmed=found[0])
    if name == "edition":
        return replace(tail, edition=found["edition"])
    if name == "all_parts":
        return replace(tail, all_parts=True)
    if name == "adoption":
        return replace(tail, relation=_adopted(found))
    year = found["year"] if name == "supplement" else None
    return replace(tail, supplement=f"XG{found['number']}" + (f"-{year}" if year else ""))


def _adopted(found: re.Match[str]) -> Adopted:
    degree = found["before"] or found["after"]
    try:
        of = international.parse(found["of"]).identity
    except NotADesignation:
        of = found["of"].strip(" ,")
    return Adopted(of, degree.upper() if degree else None)
