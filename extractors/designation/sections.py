"""Where normative references and bibliographies begin and end."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.designation.text_forms import read_yaml


@dataclass(frozen=True, slots=True)
class Sections:
    """`starts[i]` begins a stretch of kind `kinds[i]`; the first one, body, starts at 0."""

    starts: tuple[int, ...]
    kinds: tuple[str, ...]

    def at(self, offset: int) -> str:
        """normative, bibliography or body."""
        return self.kinds[bisect_right(self.starts, offset) - 1]


@cache
def _headings() -> re.Pattern[str]:
    written = read_yaml("text_relations.yaml")
    named = "|".join(f"(?P<{row['section']}>{row['heading']})" for row in written["sections"])
    return re.compile(f"^{written['heading_lead']}(?:{named}){written['heading_tail']}", re.MULTILINE | re.ASCII)


@cache
def _ends() -> dict[str, re.Pattern[str]]:
    written = read_yaml("text_relations.yaml")["section_end"]
    return {kind: re.compile(pattern, re.MULTILINE | re.ASCII) for kind, pattern in written.items()}


def sections(folded: str) -> Sections:
    """Sections of a text, by its heading lines; folded and raw text give the same offsets."""
    marks = [(0, "body"), *_stretches(folded)]
    return Sections(tuple(start for start, _ in marks), tuple(kind for _, kind in marks))


def _stretches(folded: str) -> Iterator[tuple[int, str]]:
    at = 0
    while heading := _headings().search(folded, at):
        kind = str(heading.lastgroup)
        yield heading.start(), kind
        at = heading.end()
        end = _ends()[kind].search(folded, at + 1)
        if end is None:
            return
        yield end.start(), "body"
        at = end.start()
