"""Text made safe for the place it is printed in."""

import re

from gaps.reports.blocks import Cell

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST_CELL = 32_767
"""Characters a spreadsheet cell holds (ECMA-376 implementations)."""


def printable(text: str) -> str:
    """Without the characters XML 1.0 does not allow, so that no file can be broken by its data."""
    return NOT_XML.sub("", text)


def inert(cell: Cell) -> Cell:
    """A cell no spreadsheet program runs as a formula: such a text gets an apostrophe in front."""
    if not isinstance(cell, str):
        return cell
    text = printable(cell)[:LONGEST_CELL]
    return f"'{text}"[:LONGEST_CELL] if text.startswith(FORMULA_STARTS) else text


def shown(cell: Cell, kind: str, missing: str = "–") -> str:
    """A cell as words: ratios with two digits, nothing as a dash."""
    if cell is None or cell == "":
        return missing
    return f"{cell:.2f}" if kind == "ratio" and not isinstance(cell, str) else printable(str(cell))
