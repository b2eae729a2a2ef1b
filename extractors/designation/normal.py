"""Width, dashes, slashes and spaces folded to ASCII, one character for one."""

import re
from functools import cache
from pathlib import Path

import yaml

PATTERNS = Path(__file__).parents[1] / "patterns" / "designation"
_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(r" [-/~:.(),]|[-/~:.(),] |--")
_MARK = re.compile(r" ?([-/~:.(),]) ?")
_TIDY = re.compile(r"[A-Z]+(?:/[A-Z]+)?[ ]?\d+(?:\.\d+)*(?:-\d+)?", re.ASCII)
_DASHES = re.compile(r"-{2,}")


@cache
def table() -> dict[int, str]:
    """`str.translate` table of `folding.yaml` and full-width ASCII; every value is one character."""
    written = yaml.safe_load((PATTERNS / "folding.yaml").read_text("utf-8"))
    full_width = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    return full_width | {ord(other): one for one, others in written.items() for other in others}


def fold(text: str) -> str:
    """`text` in ASCII width, dashes, slashes and spaces; `len(fold(text)) == len(text)`, so offsets stay."""
    return text if text.isascii() else text.translate(table())


def compact(text: str) -> str:
    """One designation folded, without the spaces that OCR and typesetters put around its marks, dashes single."""
    if _TIDY.fullmatch(text):
        return text
    folded = _SPACES.sub(" ", fold(text)).strip()
    return _DASHES.sub("-", _MARK.sub(r"\1", folded)) if _LOOSE.search(folded) else folded
