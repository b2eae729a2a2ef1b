"""Whether two engines give the same answer: columns, rows, their order, and the types of values."""

import math
from collections.abc import Sequence
from typing import Any

from errors import InputError
from graph.questions import Question
from graph.store import Rows, Store

CLOSE = 1e-9  # engines may add floats in another order


def difference(question: Question, first: Store, second: Store) -> str:
    """What differs between the answers to a question under its defaults, empty when nothing does."""
    answers = []
    for store in (first, second):
        try:
            answers.append(store.query(question.cypher, question.arguments({})))
        except InputError as error:
            return f"{type(store).__name__}: {error}"
    return between(*answers)


def between(first: Rows, second: Rows) -> str:
    """What differs between two answers, the first of it."""
    if first.columns != second.columns:
        return f"columns: {', '.join(first.columns)} ≠ {', '.join(second.columns)}"
    for number, (one, other) in enumerate(zip(first.rows, second.rows, strict=False), 1):
        for column, value, against in zip(first.columns, one, other, strict=True):
            if not same(value, against):
                return f"row {number}, {column}: {_shown(value)} ≠ {_shown(against)}"
    if len(first.rows) != len(second.rows):
        return f"rows: {len(first.rows)} ≠ {len(second.rows)}"
    return ""


def same(one: Any, other: Any) -> bool:
    """Equal in value and type, through lists and dicts; 1, 1.0 and true are three values."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return math.isclose(one, other, rel_tol=CLOSE) or (math.isnan(one) and math.isnan(other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, Sequence) and not isinstance(one, str):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def _shown(value: Any) -> str:
    return f"{str(value)[:80]!r} ({type(value).__name__})"
