"""What a catalogue says up to a year, by class. A history cut at T holds nothing later: no predictor can look ahead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gaps.backtest.publications import KINDS, Publication

Array = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_NEVER = 9999


@dataclass(frozen=True, slots=True)
class History:
    """One entry for each publication and class, up to and including the year `end`.

    All arrays have the length of the entries: `place` (index into `classes`), `year`, `kind` (index into KINDS),
    `committee` (a code), `superseded` (a year, 9999 when not by `end`). A class is in `classes` from its first
    publication on.
    """

    end: int
    classes: tuple[str, ...]
    place: Whole
    year: Whole
    kind: Whole
    committee: Whole
    superseded: Whole

    def until(self, end: int) -> "History":
        """The same catalogue as it stood at the end of a year."""
        kept = self.year <= end
        places, place = np.unique(self.place[kept], return_inverse=True)
        classes = tuple(self.classes[one] for one in places)
        superseded = np.where(self.superseded[kept] <= end, self.superseded[kept], _NEVER)
        return History(end, classes, place, self.year[kept], self.kind[kept], self.committee[kept], superseded)

    def fields(self) -> Whole:
        """The ICS field of each class, as an index: 35 of 35.240.15."""
        fields: Whole = np.unique([code[:2] for code in self.classes], return_inverse=True)[1]
        return fields

    def kinds(self, *names: str) -> Mask:
        """Which entries are of these kinds."""
        return np.isin(self.kind, [KINDS.index(name) for name in names])

    def within(self, start: int, end: int) -> Mask:
        """Which entries were published in (start, end]."""
        return (self.year > start) & (self.year <= end)

    def count(self, entries: Mask) -> Array:
        """Entries by class: one number for each of `classes`."""
        return np.bincount(self.place[entries], minlength=len(self.classes)).astype(np.float64)

    def total(self, weights: Array) -> Array:
        """Sum of a weight of each entry by class."""
        sums: Array = np.bincount(self.place, weights=weights, minlength=len(self.classes)).astype(np.float64)
        return sums

    def first_editions(self, start: int, end: int) -> Array:
        """First editions by class published in (start, end]."""
        return self.count(self.kinds("first") & self.within(start, end))


def assigned(code: str) -> str:
    """The class as assigned: a subgroup, or a group that has no subgroups."""
    return code


def group(code: str) -> str:
    """The ICS group of a class: 35.240 of 35.240.15."""
    return code[:6]


def field(code: str) -> str:
    """The ICS field of a class: 35 of 35.240.15."""
    return code[:2]


def history(publications: Iterable[Publication], level: Callable[[str], str]) -> History:
    """The whole catalogue by class at a level; a document with several classes counts once in each."""
    entries = [
        (level_class, one.year, KINDS.index(one.kind), one.committee, one.superseded or _NEVER)
        for one in publications
        for level_class in dict.fromkeys(level(code) for code in one.classes)
    ]
    classes, place = np.unique([entry[0] for entry in entries], return_inverse=True)
    _, committee = np.unique([entry[3] for entry in entries], return_inverse=True)
    year, kind, superseded = (np.array([entry[n] for entry in entries], dtype=np.int64) for n in (1, 2, 4))
    names = tuple(str(name) for name in classes)
    return History(int(year.max()), names, place, year, kind, committee, superseded)
