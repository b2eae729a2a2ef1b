"""Does patent demand add skill to the catalogue? The same forecasts with and without it, on the classes it links."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gaps.backtest.concordance import Shares
from gaps.backtest.forecast import Design, expected, following, lessons
from gaps.backtest.history import Array, History, Whole
from gaps.backtest.measures import SEED, explained, interval
from gaps.backtest.predictors import WINDOW, catalogue
from graph import sources

LAG = 2  # an application is published 18 months after it was filed: at the end of T those filed by T−2 are known
SHUFFLES = 5
_CLAIM = (0.025, 0.975)

Counts = Mapping[int, Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class Gain:
    """What patents add at an origin, on the classes linked to a patent field.

    `gain` is D² with patents minus D² without, `_low` and `_high` its 95 % interval; `gain_shuffled` the mean gain
    when each class is given the patents of another one.
    """

    level: str
    origin: int
    classes: int
    d2_catalogue: float
    d2_demand: float
    gain: float
    gain_low: float
    gain_high: float
    gain_shuffled: float


def load(data: Path) -> Counts:
    """EPO applications by WIPO field and year of filing (1978–2017)."""
    source = sources.load_one(data / "sources" / "patent_counts" / "source.yaml")
    counts: dict[int, dict[int, int]] = {}
    for row in sources.table((source,), "patent_counts/epo.csv.gz"):
        counts.setdefault(int(row["wipo35"]), {})[int(row["year"])] = int(row["count"])
    return counts


def gain(whole: History, level: str, origin: int, links: Shares, counts: Counts) -> Gain:
    """Figures of an origin; forecasts see catalogue and patents up to it and no further."""
    known = whole.until(origin)
    past, outcome, base = lessons(known), following(whole, known), remembered(catalogue)
    without, given = (expected(known, past, one) for one in (only(base, links), joined(base, links, counts)))
    linked = np.flatnonzero(np.isfinite(given))
    outcome, without, given = outcome[linked], without[linked], given[linked]

    def added(drawn: Whole) -> float:
        return explained(outcome[drawn], given[drawn]) - explained(outcome[drawn], without[drawn])

    before, after = explained(outcome, without), explained(outcome, given)
    bounds = interval(known.fields()[linked], added, _CLAIM)
    shuffled = [expected(known, past, joined(base, other, counts))[linked] for other in exchanged(links)]
    chance = float(np.mean([explained(outcome, one) for one in shuffled])) - before
    return Gain(level, origin, len(linked), before, after, after - before, *bounds, chance)


def claimed(gains: Iterable[Gain]) -> bool:
    """Whether skill is claimed: at one level, above 0 at 95 % for two origins or more."""
    return max(Counter(one.level for one in gains if one.gain_low > 0).values(), default=0) >= 2


def only(base: Design, links: Shares) -> Design:
    """The catalogue's predictors for linked classes, nan for the others: both models learn from the same classes."""

    def design(history: History) -> Array:
        linked = np.array([code in links for code in history.classes])
        return np.where(linked[:, None], base(history), np.nan)

    return design


def joined(base: Design, links: Shares, counts: Counts) -> Design:
    """The catalogue's predictors, the logarithm of patents in the five known years, and of their growth within them."""

    def design(history: History) -> Array:
        end = history.end - LAG
        level = _patents(history, links, counts, end - WINDOW, end)
        recent = _patents(history, links, counts, end - 2, end)
        growth = np.log((recent + 1) / (level - recent + 1))
        return np.column_stack([base(history), np.log1p(level), growth])

    return design


def remembered(design: Design) -> Design:
    """The same design, computed once for each end of one and the same history."""
    rows: dict[int, Array] = {}

    def known(history: History) -> Array:
        if history.end not in rows:
            rows[history.end] = design(history)
        return rows[history.end]

    return known


def exchanged(links: Shares) -> list[Shares]:
    """The links with the linked classes' shares dealt out anew."""
    chance, profiles = np.random.Generator(np.random.PCG64(SEED)), list(links.values())
    deals = [chance.permutation(len(profiles)) for _ in range(SHUFFLES)]
    return [{code: profiles[n] for code, n in zip(links, deal, strict=True)} for deal in deals]


def _patents(history: History, links: Shares, counts: Counts, start: int, end: int) -> Array:
    """Patents filed in (start, end] by class, shared out by the links; nan for a class without links."""
    totals = {field: sum(n for year, n in years.items() if start < year <= end) for field, years in counts.items()}
    return np.array(
        [
            sum(share * totals.get(field, 0) for field, share in links[code].items()) if code in links else np.nan
            for code in history.classes
        ]
    )
