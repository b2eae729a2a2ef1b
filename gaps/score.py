"""The conditional ratio: a technology's standards against what technologies of the same intensity have.

S ~ NegBin(mean μ, dispersion a), log μ = α_field + β·log(1 + P) + γ·log(1 + M); α is partially pooled by a ridge
penalty (a normal prior on the field effects). Ratio ρ = (S + k)/(μ + k), score G = −log ρ.
Statistics: statsmodels (GLM, negative binomial family; dispersion by the auxiliary regression of
Cameron & Trivedi, Regression Analysis of Count Data, §3.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import statsmodels.api as sm

Array = npt.NDArray[np.float64]

PSEUDO = 1.0
_DRAWS = 200
_SEED = 20250101
_POOLING = 0.05


@dataclass(frozen=True, slots=True)
class Observation:
    """One technology: link probabilities of its standards in force, patents P, weighted provisions M, its field."""

    technology: str
    field: str
    links: tuple[float, ...]
    patents: float
    provisions: float


@dataclass(frozen=True, slots=True)
class Score:
    """Ratio with its 90 % interval, score G = −log ratio, and the expectation μ it is relative to."""

    ratio: float
    low: float
    high: float
    score: float
    expectation: float


def scores(observations: Sequence[Observation]) -> dict[str, Score]:
    """Scores by technology; empty when there are too few technologies to say what is usual (under 30).

    The interval resamples the links (each standard counts with its probability) and the technologies the
    expectation is learnt from; 200 draws from a fixed seed, so that two runs agree to the byte.
    """
    if len(observations) < 30:
        return {}
    stock = np.array([sum(observation.links) for observation in observations])
    design, penalty = _design(observations)
    family = sm.families.NegativeBinomial(alpha=_dispersion(stock, design[:, penalty == 0]))
    usual = _learnt(stock, design, penalty, family)
    expectation = _expectation(design, usual)
    ratio = (stock + PSEUDO) / (expectation + PSEUDO)
    low, high = _interval(observations, stock, design, penalty, family, usual)
    return {
        observation.technology: Score(*(round(float(value), 4) for value in row))
        for observation, row in zip(
            observations,
            zip(ratio, np.minimum(low, ratio), np.maximum(high, ratio), -np.log(ratio), expectation, strict=True),
            strict=True,
        )
    }


def _design(observations: Sequence[Observation]) -> tuple[Array, Array]:
    """Intercept, log(1 + P) and log(1 + M) where they vary, then one column a field; and the ridge penalty of each."""
    intensities = np.array([[np.log1p(one.patents), np.log1p(one.provisions)] for one in observations])
    varying = intensities[:, np.ptp(intensities, axis=0) > 0]
    names = sorted({one.field for one in observations})
    fields = np.array([[float(one.field == name) for name in names] for one in observations])
    free = np.hstack([np.ones((len(observations), 1)), varying])
    return np.hstack([free, fields]), np.array([0.0] * free.shape[1] + [_POOLING] * len(names))


def _learnt(
    stock: Array, design: Array, penalty: Array, family: sm.families.NegativeBinomial, start: Array | None = None
) -> Array:
    """The coefficients that fit `stock`; `start` from those of a similar sample finds them in half the time."""
    fitted: Any = sm.GLM(stock, design, family=family).fit_regularized(alpha=penalty, L1_wt=0.0, start_params=start)
    return np.asarray(fitted.params)


def _expectation(design: Array, coefficients: Array) -> Array:
    """μ of every technology."""
    expectation: Array = np.exp(np.clip(design @ coefficients, -5.0, 10.0))
    return expectation


def _dispersion(stock: Array, rows: Array) -> float:
    mean = sm.GLM(stock, rows, family=sm.families.Poisson()).fit().fittedvalues
    excess = ((stock - mean) ** 2 - stock) / mean
    return float(np.clip((excess @ mean) / (mean @ mean), 0.05, 10.0))


def _interval(
    observations: Sequence[Observation],
    stock: Array,
    design: Array,
    penalty: Array,
    family: sm.families.NegativeBinomial,
    usual: Array,
) -> tuple[Array, Array]:
    generator = np.random.Generator(np.random.PCG64(_SEED))
    drawn = np.empty((_DRAWS, len(stock)))
    chances = np.array([chance for observation in observations for chance in observation.links])
    owners = np.repeat(np.arange(len(stock)), [len(observation.links) for observation in observations])
    for draw in range(_DRAWS):
        sample = generator.integers(0, len(stock), len(stock))
        expectation = _expectation(design, _learnt(stock[sample], design[sample], penalty, family, usual))
        counted = np.bincount(owners[generator.random(len(chances)) < chances], minlength=len(stock))
        drawn[draw] = (counted + PSEUDO) / (expectation + PSEUDO)
    low, high = np.quantile(drawn, [0.05, 0.95], axis=0)
    return low, high
