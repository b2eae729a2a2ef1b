"""The labels Word makes itself (一、 （一） 1.1): numbering definitions of a .docx, counted along the paragraphs."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from extractors.readers.counting import write
from extractors.readers.markup import local

PLACEHOLDER = re.compile(r"%([1-9])")
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the number's format, the label's text with %1 … %9, where it starts, what follows it."""

    number_format: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of one document. `label` must be called once for each paragraph, in order: it counts."""

    levels: Mapping[str, Mapping[int, Level]]
    starts: Mapping[str, Mapping[int, int]]
    lists: Mapping[str, str]
    styles: Mapping[str, tuple[str, str, int | None]]
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[str] = field(default_factory=set)

    def label(self, paragraph: etree._Element) -> str:
        """What Word prints before the paragraph, with what separates them; "" without a number."""
        number, depth = self._place(paragraph)
        abstract = self.lists.get(number, "")
        levels = self.levels.get(abstract, {})
        if depth not in levels:
            return ""
        self._count(number, abstract, depth)
        level, counts = levels[depth], self.counts[abstract]
        text = PLACEHOLDER.sub(lambda found: self._written(levels, counts, int(found[1]) - 1, level.legal), level.text)
        if level.number_format in ("bullet", "none") or not text:
            return ""
        return text + (" " if level.suffix != "nothing" and text[-1].isascii() else "")

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        properties = child(paragraph, "pPr")
        number, depth = _numbered(properties)
        style = value(child(properties, "pStyle"))
        for _ in range(DEEPEST):
            if number or style not in self.styles:
                break
            style, number, depth = self.styles[style][0], self.styles[style][1], self._depth(style, depth)
        return number, depth or 0

    def _depth(self, style: str, written: int | None) -> int | None:
        """The level of a style: the one that names it, else the one the style gives."""
        _, number, depth = self.styles[style]
        levels = self.levels.get(self.lists.get(number, ""), {})
        named = [place for place, level in levels.items() if level.style == style]
        return named[0] if named and written is None else written if written is not None else depth

    def _count(self, number: str, abstract: str, depth: int) -> None:
        counts, levels = self.counts[abstract], self.levels[abstract]
        if number not in self.begun:
            self.begun.add(number)
            for place, start in self.starts.get(number, {}).items():
                counts[place] = start - 1
        for place in range(depth):
            counts.setdefault(place, levels[place].start if place in levels else 1)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [place for place in counts if place > depth]:
            del counts[deeper]

    @staticmethod
    def _written(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int, legal: bool) -> str:
        number_format = levels[depth].number_format if depth in levels else "decimal"
        return write(counts.get(depth, 1), "decimal" if legal else number_format)


def numbering(definitions: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """The numbering of a document from its parts `numbering.xml` and `styles.xml`, either of which may be missing."""
    abstract = {value(item, "abstractNumId"): _levels(item) for item in children(definitions, "abstractNum")}
    lists, starts = {}, {}
    for item in children(definitions, "num"):
        lists[value(item, "numId")] = value(child(item, "abstractNumId"))
        starts[value(item, "numId")] = _overridden(item)
    return Numbering(
        abstract, starts, lists, {value(item, "styleId"): _style(item) for item in children(styles, "style")}
    )


def _style(item: etree._Element) -> tuple[str, str, int | None]:
    number, depth = _numbered(child(item, "pPr"))
    return value(child(item, "basedOn")), number, depth


def _numbered(properties: etree._Element | None) -> tuple[str, int | None]:
    place = child(properties, "numPr")
    depth = value(child(place, "ilvl"))
    return value(child(place, "numId")), integer(depth, 0) if depth else None


def _levels(item: etree._Element) -> dict[int, Level]:
    return {integer(value(level, "ilvl"), 0): _level(level) for level in children(item, "lvl")}


def _level(level: etree._Element) -> Level:
    return Level(
        number_format=value(child(level, "numFmt")) or "decimal",
        text=value(child(level, "lvlText")),
        start=integer(value(child(level, "start")), 1),
        suffix=value(child(level, "suff")) or "tab",
        legal=child(level, "isLgl") is not None,
        style=value(child(level, "pStyle")),
    )


def _overridden(item: etree._Element) -> dict[int, int]:
    overrides = {integer(value(one, "ilvl"), 0): child(one, "startOverride") for one in children(item, "lvlOverride")}
    return {depth: integer(value(start), 1) for depth, start in overrides.items() if start is not None}


def integer(text: str, otherwise: int) -> int:
    """The number `text` is, `otherwise` when it is none (a damaged definition must not stop the reading)."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def children(element: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if element is None else [one for one in element if local(one) == name]


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    return next(iter(children(element, name)), None)


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute by its name without namespace, "" when there is none."""
    if element is None:
        return ""
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
