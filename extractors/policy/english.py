"""What is particular to the outline of English acts: recitals, footnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.policy import patterns
from extractors.policy.lines import Line, followed
from extractors.policy.markers import Head


def heads(found: Sequence[Head], lines: Sequence[Line]) -> Iterator[Head]:
    """The heads less footnotes; numbered points before the first article are recitals."""
    notes = footnotes(lines)
    enacted = False
    for head in found:
        enacted = enacted or head.kind in ("article", "annex", "chapter", "section")
        if head.style == "point" and not enacted:
            yield replace(head, kind="recital", label=f"Recital {head.number}")
        elif head.style != "point" or head.start not in notes:
            yield head


def footnotes(lines: Sequence[Line]) -> set[int]:
    """Where lines start that, or whose next line, give a place in the official journal."""
    journal = re.compile(patterns.load("markers")["footnote"])
    return {line.start for line, below in followed(lines) if journal.search(line.text) or journal.match(below.text)}
