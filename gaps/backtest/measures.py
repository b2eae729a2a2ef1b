"""Measures of a forecast against what followed, and their intervals by resampling whole ICS fields."""

from collections.abc import Callable

import numpy as np
from scipy.stats import rankdata

from gaps.backtest.history import Array, Mask, Whole

DRAWS = 500
SEED = 20250601
NINETY = (0.05, 0.95)


def deviance(outcome: Array, mean: Array) -> float:
    """Poisson deviance: what a forecast of the mean is judged by; needs no dispersion."""
    positive = outcome > 0
    logs = np.zeros(len(outcome))
    logs[positive] = outcome[positive] * np.log(outcome[positive] / mean[positive])
    return float(2.0 * np.sum(logs - outcome + mean))


def explained(outcome: Array, mean: Array) -> float:
    """D²: share of the deviance explained, against a constant that already knows the mean of the outcome."""
    constant = deviance(outcome, np.full(len(outcome), outcome.mean()))
    return 1.0 - deviance(outcome, mean) / constant if constant > 0 else float("nan")


def spearman(score: Array, outcome: Array) -> float:
    """Rank correlation; ties share their mean rank."""
    return float(np.corrcoef(rankdata(score), rankdata(outcome))[0, 1])


def auc(score: Array, positive: Mask) -> float:
    """Chance that a positive is ranked above a negative (Mann–Whitney); nan without either."""
    many = int(positive.sum())
    if many in (0, len(positive)):
        return float("nan")
    ranks = float(rankdata(score)[positive].sum())
    return (ranks - many * (many + 1) / 2) / (many * (len(positive) - many))


def explained_within(fields: Whole, outcome: Array, mean: Array) -> float:
    """D² inside fields: forecast and constant are both given each field's total, so only its division is judged."""
    total = np.bincount(fields, weights=outcome)
    scaled = mean * (total / np.bincount(fields, weights=mean))[fields]
    constant = (total / np.bincount(fields))[fields]
    return 1.0 - deviance(outcome, scaled) / deviance(outcome, constant)


def interval(
    fields: Whole, measure: Callable[[Whole], float], quantiles: tuple[float, float] = NINETY
) -> tuple[float, float]:
    """The interval of a measure of class indices: whole fields are drawn with replacement."""
    blocks = [np.flatnonzero(fields == field) for field in np.unique(fields)]
    generator = np.random.Generator(np.random.PCG64(SEED))
    drawn = [
        measure(np.concatenate([blocks[block] for block in generator.integers(0, len(blocks), len(blocks))]))
        for _ in range(DRAWS)
    ]
    low, high = np.nanquantile(drawn, quantiles)
    return float(low), float(high)
