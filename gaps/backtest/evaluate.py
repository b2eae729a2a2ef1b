"""One origin: forecasts from the catalogue as of T, measured against the first editions of (T, T+5]."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gaps.backtest.forecast import Lesson, expected, following, lessons, within_fields
from gaps.backtest.history import Array, History, Whole
from gaps.backtest.measures import SEED, auc, explained, explained_within, interval, spearman
from gaps.backtest.predictors import catalogue, persistence, recent, stock

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """The figures of an origin; `_low` and `_high` are the ends of 90 % intervals.

    `d2` of the catalogue model, `d2_baseline` of persistence, `d2_gain` their difference; `spearman` of the model's
    expectation and `spearman_naive` of "the fewer standards, the larger the gap" with what followed; `dormant`
    classes had no first edition in the last five years, `dormant_auc` is how well those that became active are told.
    `d2_within` judges inside fields only (forecast and constant both get each field's total); `placebo_d2` is the
    same for outcomes shuffled within field.
    """

    level: str
    origin: int
    classes: int
    d2: float
    d2_low: float
    d2_high: float
    d2_baseline: float
    d2_gain: float
    d2_gain_low: float
    d2_gain_high: float
    spearman: float
    spearman_low: float
    spearman_high: float
    spearman_naive: float
    dormant: int
    dormant_became_active: int
    dormant_auc: float
    dormant_auc_low: float
    dormant_auc_high: float
    d2_within: float
    placebo_d2: float


def evaluate(whole: History, level: str, origin: int) -> Origin:
    """Figures of a level at the end of the year `origin`; the forecasts see the catalogue up to it and no further."""
    known = whole.until(origin)
    past = lessons(known)
    forecast, baseline = expected(known, past, catalogue), expected(known, past, persistence)
    outcome = following(whole, known)
    figures = {
        **_skill(known.fields(), outcome, forecast, baseline),
        **_ranking(known, outcome, forecast),
        **_dormant(known, outcome, forecast),
        "d2_within": explained_within(known.fields(), outcome, forecast),
        "placebo_d2": placebo(known, past, outcome),
    }
    return Origin(level, origin, len(known.classes), **figures)


def placebo(known: History, past: Sequence[Lesson], outcome: Array) -> float:
    """D² inside fields when outcomes are shuffled within field, those learnt from and those judged by: about 0."""
    chance = np.random.Generator(np.random.PCG64(SEED))
    return explained_within(
        known.fields(),
        within_fields(known.fields(), outcome, chance),
        expected(known, past, catalogue, chance),
    )


def _skill(fields: Whole, outcome: Array, forecast: Array, baseline: Array) -> Figures:
    def d2(drawn: Whole) -> float:
        return explained(outcome[drawn], forecast[drawn])

    def gain(drawn: Whole) -> float:
        return d2(drawn) - explained(outcome[drawn], baseline[drawn])

    found = {**_with_interval("d2", fields, d2), **_with_interval("d2_gain", fields, gain)}
    return {**found, "d2_baseline": explained(outcome, baseline)}


def _ranking(known: History, outcome: Array, forecast: Array) -> Figures:
    def rank(drawn: Whole) -> float:
        return spearman(forecast[drawn], outcome[drawn])

    naive = spearman(-stock(known), outcome)
    return {**_with_interval("spearman", known.fields(), rank), "spearman_naive": naive}


def _dormant(known: History, outcome: Array, forecast: Array) -> Figures:
    dormant = recent(known) == 0
    score, became = forecast[dormant], outcome[dormant] > 0

    def told(drawn: Whole) -> float:
        return auc(score[drawn], became[drawn])

    found = _with_interval("dormant_auc", known.fields()[dormant], told)
    return {**found, "dormant": int(dormant.sum()), "dormant_became_active": int(became.sum())}


def _with_interval(name: str, fields: Whole, measure: Callable[[Whole], float]) -> Figures:
    low, high = interval(fields, measure)
    return {name: measure(np.arange(len(fields))), f"{name}_low": low, f"{name}_high": high}
