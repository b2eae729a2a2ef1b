"""Items that print no numbers at all: a heading sentence alone on its line, its text in the lines below.

A few such lines are short paragraphs; a layout shows in their number and in most of them being instructions.
"""

import itertools
from collections.abc import Sequence

from extractors.policy.headings import alone, commands
from extractors.policy.lines import Line
from extractors.policy.markers import Head

BODY = 40
FEWEST = 4
COMMANDS = 0.4


def fill(heads: Sequence[Head], lines: Sequence[Line]) -> list[Head]:
    """The heads, with one for each heading sentence that has a line of its own."""
    taken = {head.start for head in heads}
    found = [line for line, below in itertools.pairwise(lines) if opens(line, below, taken)]
    if not heads or len(found) < FEWEST or sum(commands(line.text) for line in found) < COMMANDS * len(found):
        return list(heads)
    added = (Head(line.start, line.start, line.end, "heading", "item", 7, "¶", None, 0) for line in found)
    return sorted((*heads, *added), key=lambda head: head.start)


def opens(line: Line, below: Line, taken: set[int]) -> bool:
    """Whether a line is the heading of the paragraph below it."""
    return line.start not in taken and below.start not in taken and alone(line) and len(below.text) >= BODY
