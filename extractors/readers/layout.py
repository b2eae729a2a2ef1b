"""Element trees as text: blocks on lines of their own, cells split by tabs, white space as a reader sees it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from extractors.readers.markup import entity, local

SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
BREAK_IN_CHINESE = re.compile(r"(?<=[\u3001\u3002\u3400-\u9fff\uff08-\uff1f])[ \t\r]*\n[ \t\r\n]*(?=[\u3400-\u9fff])")
AROUND_BREAK = re.compile(r"(?<! ) *([\n\t]) *")
MANY_LINES = re.compile(r"\n{2,}")
TABS_AT_END = re.compile(r"(?<!\t)\t+(?=\n|$)")
BLOCK, CELL = "\n", "\t"


@dataclass(frozen=True, slots=True)
class Layout:
    """Which elements are dropped, stand on their own lines, are cells, break a line or keep their white space.

    Without `blocks` every element that is not `inline` is one. `kept_within` lists ancestors that keep a dropped one.
    """

    dropped: frozenset[str]
    blocks: frozenset[str]
    inline: frozenset[str]
    cells: frozenset[str]
    breaks: frozenset[str]
    preformatted: frozenset[str]
    kept_within: Mapping[str, frozenset[str]]

    def is_block(self, name: str) -> bool:
        return name in self.blocks if self.blocks else name not in self.inline


def layout_from(rules: Mapping[str, object]) -> Layout:
    """A layout from its section of `markup.yaml`."""
    names = ("dropped", "blocks", "inline", "cells", "breaks", "preformatted")
    kept = rules.get("kept_within", {})
    assert isinstance(kept, dict)
    sets = {name: frozenset(map(str, rules.get(name, ()))) for name in names}  # type: ignore[call-overload]
    return Layout(**sets, kept_within={name: frozenset(within) for name, within in kept.items()})


def text_of(root: etree._Element, layout: Layout) -> str:
    """The text under `root`, blocks separated by newlines, cells of a row by tabs."""
    text = AROUND_BREAK.sub(r"\1", "".join(_pieces(root, layout)))
    return MANY_LINES.sub("\n", TABS_AT_END.sub("", text)).strip("\n\t ") + "\n"


def _pieces(element: etree._Element, layout: Layout, verbatim: bool = False) -> Iterator[str]:
    """Pieces in document order; lxml bounds the depth. Comments and dropped elements leave nothing but their tail."""
    name = local(element)
    if not name or _is_dropped(element, name, layout):
        yield entity(element)
        return
    verbatim = verbatim or name in layout.preformatted
    yield _edge(name, layout, opening=True)
    yield _shown(element.text, verbatim)
    for part in element:
        yield from _pieces(part, layout, verbatim)
        yield _shown(part.tail, verbatim)
    yield _edge(name, layout, opening=False)


def _is_dropped(element: etree._Element, name: str, layout: Layout) -> bool:
    if name not in layout.dropped:
        return False
    keepers = layout.kept_within.get(name, frozenset())
    return not any(local(ancestor) in keepers for ancestor in element.iterancestors()) if keepers else True


def _edge(name: str, layout: Layout, *, opening: bool) -> str:
    if name in layout.cells:
        return "" if opening else CELL
    if name in layout.breaks:
        return BLOCK if opening else ""
    return BLOCK if layout.is_block(name) else ""


def _shown(text: str | None, verbatim: bool) -> str:
    return text or "" if verbatim else SPACE.sub(" ", BREAK_IN_CHINESE.sub("", text or ""))
