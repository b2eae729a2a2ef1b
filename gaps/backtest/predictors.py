"""Predictors of a class from a history cut at T: each a function of the history, in logarithms where a count."""

from collections.abc import Callable, Iterable

import numpy as np

from gaps.backtest.history import Array, History

WINDOW = 5
_FADING = 0.8  # weight of a year's first editions relative to the year after: half is gone in three years


def stock(history: History) -> Array:
    """Editions published and not superseded."""
    standing = (history.superseded > history.end) & history.kinds("first", "revision")
    return history.count(standing)


def recent(history: History) -> Array:
    """First editions of the last five years."""
    return history.first_editions(history.end - WINDOW, history.end)


def momentum(history: History) -> Array:
    """All first editions so far, each year's weighing 0.8 of the next one's."""
    weights = np.power(_FADING, history.end - history.year)
    return history.total(np.where(history.kinds("first"), weights, 0.0))


def active(history: History) -> Array:
    """1 where a first edition appeared in the last five years."""
    return (recent(history) > 0).astype(np.float64)


def siblings(history: History) -> Array:
    """Mean first editions of the last five years in the other classes of the class above."""
    return _others(history, 6 if any(len(code) > 6 for code in history.classes) else 2, mean=True)


def field(history: History) -> Array:
    """First editions of the last five years in the rest of the field."""
    return _others(history, 2, mean=False)


def revisions(history: History) -> Array:
    """Revisions of the last five years."""
    return history.count(history.kinds("revision") & history.within(history.end - WINDOW, history.end))


def supplements(history: History) -> Array:
    """Amendments and corrigenda of the last five years."""
    return history.count(history.kinds("supplement") & history.within(history.end - WINDOW, history.end))


def age(history: History) -> Array:
    """Years since the first publication."""
    first = np.full(len(history.classes), history.end)
    np.minimum.at(first, history.place, history.year)
    return (history.end - first).astype(np.float64)


def committees(history: History) -> Array:
    """Committees that published an edition in the class in the last five years."""
    entries = history.within(history.end - WINDOW, history.end) & history.kinds("first", "revision")
    pairs = np.unique(np.column_stack([history.place[entries], history.committee[entries]]), axis=0)
    return np.bincount(pairs[:, 0], minlength=len(history.classes)).astype(np.float64)


def committee_activity(history: History) -> Array:
    """Recent first editions, anywhere, of the committees behind the class's editions of the last ten years."""
    last = history.within(history.end - WINDOW, history.end) & history.kinds("first")
    activity = np.bincount(history.committee[last], minlength=int(history.committee.max()) + 1)
    behind = history.within(history.end - 2 * WINDOW, history.end) & history.kinds("first", "revision")
    total = history.total(np.where(behind, activity[history.committee], 0.0))
    return total / np.maximum(history.count(behind), 1.0)


PREDICTORS: dict[str, Callable[[History], Array]] = {
    "stock": stock,
    "recent": recent,
    "momentum": momentum,
    "active": active,
    "siblings": siblings,
    "field": field,
    "revisions": revisions,
    "supplements": supplements,
    "age": age,
    "committees": committees,
    "committee_activity": committee_activity,
}
MODEL = tuple(name for name in PREDICTORS if name != "recent")


def catalogue(history: History) -> Array:
    """The catalogue model's design."""
    return design(history, MODEL)


def persistence(history: History) -> Array:
    """The baseline's design: that the last five years go on."""
    return design(history, ("recent",))


def design(history: History, names: Iterable[str]) -> Array:
    """Classes × (1 + predictors): an intercept, then log(1 + value) of each."""
    values = [np.log1p(PREDICTORS[name](history)) for name in names]
    return np.column_stack([np.ones(len(history.classes)), *values])


def _others(history: History, letters: int, mean: bool) -> Array:
    above = np.unique([code[:letters] for code in history.classes], return_inverse=True)[1]
    own = recent(history)
    rest = np.bincount(above, weights=own)[above] - own
    return rest / np.maximum(np.bincount(above)[above] - 1, 1) if mean else rest
