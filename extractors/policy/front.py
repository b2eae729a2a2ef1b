"""The head of a Chinese policy text: its title over several lines and the fields that portals print before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.policy import patterns
from extractors.policy.document_numbers import document_numbers
from extractors.policy.lines import Line, followed

WITHIN = 60
LONGEST_TITLE = 140
LONGEST_LINE = 70
LONGEST_PART = 60
NOTE = re.compile("[（(][^（）()]{1,20}[）)]$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its span in the folded text and its words without line ends."""

    start: int
    end: int
    text: str


@cache
def endings(key: str) -> tuple[str, ...]:
    """What titles end with."""
    return patterns.words(patterns.load("metadata")[key])


def title(lines: Sequence[Line]) -> Title | None:
    """The first title of a text: lines joined until they end as titles do, marks closed."""
    skip = re.compile(patterns.load("metadata")["skip"], re.IGNORECASE)
    for index, line in enumerate(lines[:WITHIN]):
        if not skip.fullmatch(line.text) and len(line.text) <= LONGEST_LINE and (found := joined(lines, index)):
            return found
    return None


def joined(lines: Sequence[Line], index: int) -> Title | None:
    """The title that starts at a line, if one does."""
    text = ""
    for place, line in enumerate(lines[index : index + 6]):
        number = next(document_numbers(line.text), None)
        part = line.text[: number.start].rstrip(" （(") if number else line.text
        if part.endswith(tuple("。；：，")) or len(part) > LONGEST_PART + 40:
            return None
        text += part
        end = line.start + len(part)
        following = lines[index + place + 1].text if index + place + 1 < len(lines) else ""
        if part and complete(text) and (number or not goes_on(text, following)):
            return Title(lines[index].start, end, "".join(text.split()))
        if number or len(text) > LONGEST_TITLE:
            return None
    return None


def complete(text: str) -> bool:
    """Whether joined lines are a whole title."""
    bare = NOTE.sub("", text)
    return bare.count("《") == bare.count("》") and len(bare) >= 4 and bare.endswith(endings("title_endings"))


def goes_on(text: str, following: str) -> bool:
    """Whether a title that could end here goes on: 关于印发… needs a carrier's ending that the next line has."""
    carries = ("关于" in text or "印发" in text) and not NOTE.sub("", text).endswith(endings("carriers"))
    return carries and len(following) <= 40 and NOTE.sub("", following).endswith(endings("carriers"))


def fields(lines: Sequence[Line]) -> dict[str, Line]:
    """The fields printed before the text, by name; an empty one is left out."""
    named = {word: name for name, words in patterns.load("metadata")["fields"].items() for word in words.split()}
    return dict(reversed(list(values(lines[:WITHIN], named))))


def values(lines: Sequence[Line], named: dict[str, str]) -> Iterator[tuple[str, Line]]:
    """Field and value: the rest of the field's line, else the next line unless it is a field too."""
    for line, below in followed(lines):
        label, colon, rest = line.text.partition("：")
        name = named.get("".join(label.split()))
        if name and colon and rest.strip():
            yield name, Line(line.end - len(rest), line.end, rest.strip())
        elif name and colon and below.text and not below.text.endswith("："):
            yield name, below
