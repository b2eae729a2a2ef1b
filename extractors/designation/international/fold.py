"""One width, one dash, one space: what a designation is read in."""

import re
from functools import cache
from html import unescape
from pathlib import Path

import yaml

PATTERNS = Path(__file__).parents[2] / "patterns" / "designation"
_SPACES = re.compile(r"\s+")


@cache
def table() -> dict[int, str]:
    """`str.translate` table from `characters.yaml`: each key lists the characters written as it."""
    written = yaml.safe_load((PATTERNS / "characters.yaml").read_text("utf-8"))
    full_width = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    return full_width | {ord(other): one for one, others in written.items() for other in others}


def fold(text: str) -> str:
    """`text` in half width, ASCII dashes and slashes, single spaces, nothing around it."""
    if text.isascii() and "  " not in text and "&#" not in text:
        return text.strip()
    return _SPACES.sub(" ", unescape(text).translate(table())).strip()
