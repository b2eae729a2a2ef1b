"""Precision and recall of found mentions against labelled ones: span and identifier must both agree."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Labelled = tuple[int, int, str]


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


def score(found: Iterable[Labelled], labelled: Iterable[Labelled]) -> Score:
    """Compare (start, end, identifier) triples of one document."""
    mine, theirs = Counter(found), Counter(labelled)
    return Score(sum((mine & theirs).values()), sum(mine.values()), sum(theirs.values()))


def wrong(found: Iterable[Labelled], labelled: Iterable[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """What was found and is not labelled, and what is labelled and was not found, in reading order."""
    mine, theirs = Counter(found), Counter(labelled)
    return sorted((mine - theirs).elements()), sorted((theirs - mine).elements())
