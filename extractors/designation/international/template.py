"""How a designation is written: `{group}` is a part of it, `[…]` stands only when every part in it does."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_SEGMENT = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_GROUP = re.compile(r"\{(\w+)\}")

Segment = tuple[str, str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Template:
    """Segments in order: what stands before, the group, what stands after it, and the other groups it needs.

    A segment whose group is empty is bare text.
    """

    segments: tuple[Segment, ...]
    groups: frozenset[str]

    def render(self, parts: Mapping[str, str]) -> str:
        """The text with `parts` in it; each of `groups` must be there, empty when it was not written."""
        written = ""
        for before, group, after, others in self.segments:
            if not group:
                written += before
                continue
            value = parts[group]
            if value and (not others or all(parts[other] for other in others)):
                written += before + value + after
        return written


def template(text: str) -> Template:
    """Compile `text`, e.g. `"{publisher} {number}[-{part}][:{year}]"`."""
    segments = tuple(segment for found in _SEGMENT.finditer(text) for segment in _segments(found))
    return Template(segments, frozenset(_GROUP.findall(text)))


def _segments(found: re.Match[str]) -> Iterator[Segment]:
    """One segment for each part; in brackets the text goes with the part after it and all parts need one another."""
    optional = found[1] is not None
    pieces = _GROUP.split(found[1] if optional else found[2])
    texts, groups = pieces[::2], pieces[1::2]
    for index, group in enumerate(groups):
        others = tuple(other for other in groups if other != group) if optional else ()
        after = texts[-1] if optional and index == len(groups) - 1 else ""
        if not optional and texts[index]:
            yield texts[index], "", "", ()
        yield (texts[index] if optional else ""), group, after, others
    if texts[-1] and not (optional and groups):
        yield texts[-1], "", "", ()
