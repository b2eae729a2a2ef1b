"""Forecast of a history's next five years, learnt from the history alone: a negative-binomial regression.

statsmodels GLM (negative binomial, log link); dispersion by the auxiliary regression of Cameron & Trivedi,
Regression Analysis of Count Data, §3.4, in turn with the mean.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import statsmodels.api as sm

from gaps.backtest.history import Array, History, Whole
from gaps.backtest.predictors import WINDOW

TRAINING_ORIGINS = 15  # one a year: T−19 … T−5
_ROUNDS = 4
_LINEAR = (-6.0, 8.0)


@dataclass(frozen=True, slots=True)
class Learnt:
    """Coefficients (intercept first) and dispersion."""

    coefficients: Array
    dispersion: float

    def expected(self, rows: Array) -> Array:
        """Expected counts of the rows of a design."""
        counts: Array = np.exp(np.clip(rows @ self.coefficients, *_LINEAR))
        return counts


Chance = np.random.Generator
Design = Callable[[History], Array]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A training origin: the catalogue as known then, and the first editions that followed in five years."""

    known: History
    outcome: Array


def lessons(history: History) -> tuple[Lesson, ...]:
    """The training origins T−19 … T−5 of a history that ends at T: every outcome lies within it."""
    origins = range(history.end - WINDOW - TRAINING_ORIGINS + 1, history.end - WINDOW + 1)
    cuts = [history.until(origin) for origin in origins]
    return tuple(Lesson(known, following(history, known)) for known in cuts)


def expected(history: History, learnt_from: Sequence[Lesson], design: Design, chance: Chance | None = None) -> Array:
    """First editions expected in the five years after the history's end, for each of its classes.

    `design` gives the predictors of a history, classes × predictors; a class with a nan among them is left out of what
    is learnt and gets nan. Given `chance`, the outcomes learnt from are permuted within field and training origin: the
    placebo.
    """
    rows = np.vstack([design(lesson.known) for lesson in learnt_from])
    outcomes = np.concatenate([_outcome(lesson, chance) for lesson in learnt_from])
    kept = np.isfinite(rows).all(axis=1)
    return learn(rows[kept], outcomes[kept]).expected(design(history))


def _outcome(lesson: Lesson, chance: Chance | None) -> Array:
    return lesson.outcome if chance is None else within_fields(lesson.known.fields(), lesson.outcome, chance)


def following(history: History, known: History) -> Array:
    """First editions of the five years after `known` ends, for its classes, as the longer history tells."""
    counts = dict(zip(history.classes, history.first_editions(known.end, known.end + WINDOW), strict=True))
    return np.array([counts[code] for code in known.classes])


def within_fields(fields: Whole, values: Array, chance: Chance) -> Array:
    """The values permuted among the classes of each field."""
    permuted = values.copy()
    for field in np.unique(fields):
        permuted[fields == field] = chance.permutation(values[fields == field])
    return permuted


def learn(rows: Array, outcomes: Array) -> Learnt:
    """Coefficients and dispersion, in turn, from dispersion 1."""
    learnt = Learnt(_coefficients(rows, outcomes, 1.0, None), 1.0)
    for _ in range(_ROUNDS - 1):
        mean = learnt.expected(rows)
        excess = ((outcomes - mean) ** 2 - outcomes) / mean
        dispersion = float(np.clip((excess @ mean) / (mean @ mean), 0.05, 10.0))
        learnt = Learnt(_coefficients(rows, outcomes, dispersion, learnt.coefficients), dispersion)
    return learnt


def _coefficients(rows: Array, outcomes: Array, dispersion: float, start: Array | None) -> Array:
    """Coefficients of the predictors that vary; 0 for one that does not, the intercept apart."""
    varying = np.ptp(rows, axis=0) > 0
    varying[0] = True
    family = sm.families.NegativeBinomial(alpha=dispersion)
    model = sm.GLM(outcomes, rows[:, varying], family=family)
    found = np.zeros(rows.shape[1])
    found[varying] = model.fit(start_params=None if start is None else start[varying]).params
    return found
