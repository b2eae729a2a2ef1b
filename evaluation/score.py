"""Precision and recall of what was found against what is labelled."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over any number of documents; scores of several are added with +."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.labelled + other.labelled)

    @property
    def precision(self) -> float:
        """Share of found mentions that are labelled; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of labelled mentions that were found; 1 when nothing is labelled."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 when both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(found: Iterable[Hashable], labelled: Iterable[Hashable]) -> Score:
    """Compare the mentions of one document: equal ones are matched one to one."""
    mine, theirs = Counter(found), Counter(labelled)
    return Score(sum((mine & theirs).values()), sum(mine.values()), sum(theirs.values()))
