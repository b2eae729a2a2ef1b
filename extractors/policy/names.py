"""Names in book-title marks: `《…》`, nested `《…〈…〉…》` and `《…《…》…》`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 200
STRAIGHT = re.compile('"([^"]{0,60})"')


@dataclass(frozen=True, slots=True)
class Name:
    """A name between marks: `start` and `end` include the marks, `text` does not."""

    start: int
    end: int
    text: str


def names(text: str) -> Iterator[Name]:
    """The outermost names of a text, in order; a mark that is never closed gives none."""
    start = text.find("《")
    while start >= 0:
        end = closing(text, start)
        if end:
            yield Name(start, end, "".join(text[start + 1 : end - 1].split()))
        start = text.find("《", end or start + 1)


def closing(text: str, start: int) -> int:
    """The end of the name that opens at `start`; 0 when it is not closed within the longest name there is."""
    if text.find("》", start, start + LONGEST) < 0:
        return 0
    depth = 0
    for at in range(start, min(start + LONGEST, len(text))):
        if text[at] == "《":
            depth += 1
        elif text[at] == "》":
            depth -= 1
            if not depth:
                return at + 1
    return 0


def canonical(name: str) -> str:
    """A name as an identifier: nested marks and quotation marks as a printed title has them."""
    return STRAIGHT.sub("“\\1”", name.replace("〈", "《").replace("〉", "》"))
