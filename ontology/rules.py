"""Shapes compiled to plain Python: for each property a type and a test."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ontology.terms import Property

Test = Callable[[Any], bool]
KINDS: Mapping[str, type] = {"str": str, "int": int, "float": float, "bool": bool, "date": str}


@dataclass(frozen=True, slots=True)
class Rules:
    """The compiled shape of one class or relation: type and test by property, what must be there, which is below which.

    An int is accepted where a float is asked for.
    """

    tests: Mapping[str, tuple[type, Test | None]]
    required: frozenset[str]
    ordered: tuple[tuple[str, str], ...]
    properties: Mapping[str, Property]


def compile_rules(properties: Mapping[str, Property]) -> Rules:
    """The tests of a set of properties; `uid` is a field of the record and tested under that name too."""
    tests = {name: (KINDS[item.datatype], _test(item)) for name, item in properties.items()}
    required = frozenset(name for name, item in properties.items() if item.required and name != "uid")
    ordered = tuple((name, item.less_than) for name, item in properties.items() if item.less_than)
    return Rules(tests, required, ordered, properties)


def _test(item: Property) -> Test | None:
    """What a value of the right type must pass, None when nothing."""
    if item.enum:
        return frozenset(item.enum).__contains__
    if item.datatype == "date":
        return is_date
    if item.pattern:
        return _matcher(re.compile(item.pattern))
    if item.datatype == "str":
        return len if item.min_length else None  # type: ignore[return-value]
    return _range(item)


def _matcher(pattern: re.Pattern[str]) -> Test:
    return lambda value: pattern.search(value) is not None


def _range(item: Property) -> Test | None:
    low, above, high = item.minimum, item.above, item.maximum
    tests: list[Test] = [
        *([lambda value: value >= low] if low is not None else []),
        *([lambda value: value > above] if above is not None else []),
        *([lambda value: value <= high] if high is not None else []),
    ]
    if len(tests) < 2:
        return tests[0] if tests else None
    first, second = tests
    return lambda value: first(value) and second(value)


@lru_cache(maxsize=1 << 16)
def is_date(text: str) -> bool:
    """True for `2020`, `2020-03` and `2020-03-31`, in ASCII digits and existing in the calendar."""
    parts = text.split("-")
    if not text.isascii() or [len(part) for part in parts] != [4, 2, 2][: len(parts)]:
        return False
    try:
        datetime.date(*(int(part) for part in (*parts, "1", "1")[:3]))
    except ValueError:
        return False
    return all(part.isdigit() for part in parts)


def describe(item: Property) -> str:
    """What a property accepts, in words for an error line or a table."""
    bounds = [f"{sign} {value:g}" for sign, value in _bounds(item)]
    shape = [*item.enum, *([f"/{item.pattern}/"] if item.pattern else []), *bounds]
    kind = "date as YYYY, YYYY-MM or YYYY-MM-DD" if item.datatype == "date" else item.datatype
    return f"{kind}: {', '.join(shape)}" if shape else kind


def _bounds(item: Property) -> list[tuple[str, float]]:
    bounds = (("≥", item.minimum), (">", item.above), ("≤", item.maximum))
    return [(sign, value) for sign, value in bounds if value is not None]
