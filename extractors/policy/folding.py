"""A text made easy to match: full-width digits folded, gaps that layout put inside words removed.

PDF text carries `推 动` and line ends in the middle of sentences. Patterns run on the folded text; every offset is led
back to the text as read.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extractors.document import Document, Mention

WIDTHS = dict(zip("０１２３４５６７８９％．＞＜＝～－\u00a0", "0123456789%.><=~- ", strict=True))
WIDE = re.compile(f"[{''.join(WIDTHS)}]")
HAN = "\u3400-\u9fff"
GAP = re.compile(rf"(?<=[{HAN}，、。；：“”《》（）])[ ](?=[{HAN}“”《》，、。；：）])")
SENTENCE_END = "。；：！？.;:!?”）)】|"
LONG_LINE = 20
WRAP = re.compile(
    rf"(?:(?<=[{HAN}，、“《（])|(?<=\d\d))\n(?=[{HAN}“”《》，、。；：（）\d])"
    rf"(?!第[一二三四五六七八九十百零\d]{{1,4}}[编章节条]|[一二三四五六七八九十]{{1,3}}[、是]|[（(][\d一二三四五六七八九十]{{1,3}}[）)]"
    rf"|\d{{1,3}}[.、]|附\s?[件录]|专栏|——)"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: `cuts` are (folded offset, characters removed before it), ascending."""

    source: str
    text: str
    cuts: tuple[int, ...]
    removed: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The offset in the text as read of one character of the folded text."""
        index = bisect_right(self.cuts, offset)
        return offset + (self.removed[index - 1] if index else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as read of a non-empty span of the folded text."""
        return self.origin(start), self.origin(end - 1) + 1

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The span without blanks at its ends (`end == start` when it holds nothing else)."""
        inside = self.text[start:end]
        left = len(inside) - len(inside.lstrip())
        return start + left, max(start + left, start + len(inside.rstrip()))


@lru_cache(maxsize=1)  # the extractors of one text follow each other
def fold(text: str) -> Folded:
    """Fold a text. Line ends inside sentences go only when most long lines of the text end in mid-sentence."""
    spread = WIDE.sub(lambda found: WIDTHS[found[0]], text)
    gaps = [gap.start() for gap in GAP.finditer(spread)]
    if wrapped(spread):
        gaps = sorted([*gaps, *(gap for gap in long_wraps(spread))])
    return Folded(text, *without(spread, gaps))


def without(text: str, gaps: list[int]) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The text less the characters at `gaps`, with the folded offset of each cut and the count removed so far."""
    parts, last = [], 0
    for gap in gaps:
        parts.append(text[last:gap])
        last = gap + 1
    cuts = tuple(gap - index for index, gap in enumerate(gaps))
    return "".join((*parts, text[last:])), cuts, tuple(range(1, len(gaps) + 1))


def wrapped(text: str) -> bool:
    """Whether lines end where the page did, not where a paragraph does."""
    long_lines = [line for line in (line.strip() for line in text.split("\n")) if len(line) >= LONG_LINE]
    broken = sum(line[-1] not in SENTENCE_END for line in long_lines)
    return len(long_lines) >= 8 and broken > 0.4 * len(long_lines)


def long_wraps(text: str) -> list[int]:
    """Line ends that split a sentence: after a long line, before one that is no heading."""
    breaks = (match.start() for match in WRAP.finditer(text))
    return [at for at in breaks if at - text.rfind("\n", 0, at) > LONG_LINE]


def mention(
    folded: Folded, type: str, start: int, end: int, extractor: str, id: str | None = None, **properties: Any
) -> Mention:
    """A mention of a span of the folded text; `confidence` may be among the properties."""
    first, last = folded.span(start, end)
    confidence = properties.pop("confidence", 1.0)
    return Mention(type, id, first, last, folded.source[first:last], extractor, confidence, properties)


def of(document: Document) -> Folded:
    """The folded text of a document."""
    return fold(document.text)
