"""The rules of `patterns/readers/reflow.yaml`, compiled."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.readers.limits import pattern_file


@dataclass(frozen=True, slots=True)
class Rules:
    """How lines of pages become paragraphs; widths count a Han character as 2."""

    new_line: re.Pattern[str]
    closed: re.Pattern[str]
    page_number: re.Pattern[str]
    full_share: float
    least_width: int
    edge_lines: int
    repeated_share: float
    repeated_pages: int


@cache
def rules() -> Rules:
    raw: dict[str, Any] = pattern_file("reflow.yaml")
    return Rules(**raw | {name: re.compile(raw[name]) for name in ("new_line", "closed", "page_number")})
