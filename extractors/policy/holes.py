"""Items whose printed number is missing.

A plan that prints 1. and then 3. has an item 2 all the same. Between two printed numbers of one sequence as many
paragraphs become items as numbers are missing, when they open with a short instruction and go on. After the last
number nothing says how many are missing: such paragraphs are taken there only in a text whose numbers have holes
elsewhere. A sequence may run on through blocks or start again in each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.policy.headings import commands, instruction, runs_on
from extractors.policy.lines import Line
from extractors.policy.markers import Head

STYLE = "digit"
INNER = ("han_bracket", "digit_bracket", "ring", "dash", "box", "decimal")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The paragraphs after one printed number up to the next one: `missing` is None when no number follows."""

    after: int
    missing: int | None
    candidates: tuple[Line, ...]


def fill(heads: Sequence[Head], lines: Sequence[Line]) -> list[Head]:
    """The heads, with a head for every item that lacks its number."""
    by_start = {head.start: head for head in heads}
    stretches = [stretch for chapter in chapters(lines, by_start) for stretch in stretches_of(chapter, by_start)]
    holed = any(stretch.missing and stretch.candidates for stretch in stretches)
    added = [item for stretch in stretches for item in items(stretch, holed)]
    return sorted((*heads, *added), key=lambda head: head.start)


def chapters(lines: Sequence[Line], by_start: dict[int, Head]) -> Iterator[list[Line]]:
    """The lines of each chapter: a number sequence never runs through the next one."""
    chapter: list[Line] = []
    for line in lines:
        head = by_start.get(line.start)
        if head and head.rank <= 5:
            yield chapter
            chapter = []
        chapter.append(line)
    yield chapter


def stretches_of(chapter: Sequence[Line], by_start: dict[int, Head]) -> Iterator[Stretch]:
    """The stretches of a chapter that prints numbers at item level; none of a chapter that prints none."""
    if not any(numbered(by_start.get(line.start)) for line in chapter):
        return
    last, candidates = 0, list[Line]()
    for index, line in enumerate(chapter):
        head = by_start.get(line.start)
        if head and numbered(head):
            yield Stretch(last, missing(last, head.ordinal), tuple(candidates))
            last, candidates = head.ordinal, []
        elif not head and index and candidate(line, chapter[index - 1], by_start):
            candidates.append(line)
    yield Stretch(last, None, tuple(candidates))


def numbered(head: Head | None) -> bool:
    """Whether the head is an item with a printed number."""
    return head is not None and head.style == STYLE


def missing(last: int, following: int) -> int:
    """How many numbers the sequence lacks before `following`; it starts again when it does not rise."""
    return max(0, following - last - 1 if following > last else following - 1)


def candidate(line: Line, before: Line, by_start: dict[int, Head]) -> bool:
    """Whether a paragraph without a number may be an item: it opens with a heading sentence and starts anew."""
    sentence = instruction(line)
    if sentence is None or not commands(sentence) or not runs_on(line, sentence):
        return False
    return before.text[-1] in "。；：！？.;:”" or before.start in by_start


def items(stretch: Stretch, holed: bool) -> Iterator[Head]:
    """The heads of the items one stretch lacks."""
    taken = (len(stretch.candidates) if holed else 0) if stretch.missing is None else stretch.missing
    for place, line in enumerate(stretch.candidates[:taken], start=stretch.after + 1):
        yield Head(line.start, line.start, line.end, STYLE, "item", 7, str(place), None, place)
