"""What a source declares complete: the only ground on which "none found" may be read as "there is none"."""

from collections.abc import Iterable
from dataclasses import dataclass

ANY = "*"


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the world a source speaks of, and whether it lists all of it.

    `tiers` are tiers of standards (empty for sources that list none), `bodies` the prefixes or publishers meant
    (empty: all of the tier). `field` is a slug or "*" (every field); `codes` are classes ("ics:11.040") that lie
    wholly inside the field. `first` and `last` bound the dates on which the list is complete (ISO dates, perhaps only
    a year or month; an empty `first` is no bound). A register of what is in force has `first` equal to `last`.
    """

    source: str
    tiers: tuple[str, ...]
    field: str
    last: str
    complete: bool
    note_zh: str
    note_en: str
    first: str = ""
    bodies: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def declared(scopes: Iterable[Scope], tier: str, field: str, date: str = "") -> tuple[Scope, ...]:
    """The scopes that declare `tier` complete for `field` on `date`; empty means unknown, never "none".

    Args:
        field: a field's slug, or a class such as "ics:11.040.30", which lies in a scope that lists it or one above it.
        date: an ISO date; without it the date is not asked, and the caller must show the scope's `last`.

    A scope with `bodies` says something about these bodies only: the caller must show which.
    """
    return tuple(
        scope
        for scope in scopes
        if scope.complete and tier in scope.tiers and _covers(scope, field) and (not date or _holds(scope, date))
    )


def _covers(scope: Scope, field: str) -> bool:
    return scope.field in (ANY, field) or any(field == code or within(field, code) for code in scope.codes)


def within(code: str, above: str) -> bool:
    """Whether a class lies below another of the same scheme: ics:11.040.30 in ics:11.040, ccs:C44 in ccs:C4."""
    scheme = above.partition(":")[0]
    return code.startswith(above + "." if scheme == "ics" else above) and code.startswith(f"{scheme}:")


def _holds(scope: Scope, date: str) -> bool:
    """Dates are compared as precisely as the less precise one is given."""
    after_first = not scope.first or date[: len(scope.first)] >= scope.first[: len(date)]
    return after_first and date[: len(scope.last)] <= scope.last[: len(date)]
