"""Mentions of standards: designations of all bodies, Chinese and international, with section, adoption and range."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from extractors.designation.find import Hit, find_folded
from extractors.designation.identifier import Designation
from extractors.designation.normal import fold
from extractors.designation.sections import sections
from extractors.designation.text_forms import filled, read_yaml
from extractors.document import Document, Mention

NAME = "designations"
_DATED, _UNDATED = 0.99, 0.97
_NEAR = 12
_ADOPTED = frozenset({"international", "regional", "foreign"})


@dataclass(frozen=True, slots=True)
class _Relations:
    degrees: Mapping[str, str]
    gap: re.Pattern[str]
    degree_after: re.Pattern[str]
    double: re.Pattern[str]
    all_parts: re.Pattern[str]
    part_range: re.Pattern[str]
    range: re.Pattern[str]


@cache
def _relations() -> _Relations:
    written = read_yaml("text_relations.yaml")
    degree = {"degree": "|".join(sorted(written["degrees"], key=len, reverse=True))}
    gap = filled(written["gap"].replace("(?:%{degree})", "(?P<degree>%{degree})"), degree)
    names = ("double", "all_parts", "part_range", "range")
    double, all_parts, part_range, between = (re.compile(written[name], re.ASCII) for name in names)
    after = re.compile(filled(written["degree_after"], degree), re.ASCII)
    return _Relations(written["degrees"], re.compile(gap, re.ASCII), after, double, all_parts, part_range, between)


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """Every designation in the document, in reading order; `quote == text[start:end]`, `id` is the canonical writing.

    Properties: dated, year, section (normative, bibliography, body), all_parts; where written: adoption {degree, of},
    range {from, to}.
    """
    folded = fold(document.text)
    where, hits = sections(folded), find_folded(folded)
    mentions = []
    for index, hit in enumerate(hits):
        following = hits[index + 1] if index + 1 < len(hits) else None
        properties = _properties(folded, hit, following)
        properties["section"] = where.at(hit.start)
        mentions.append(_mention(document, hit, properties))
    return mentions


def _mention(document: Document, hit: Hit, properties: dict[str, Any]) -> Mention:
    confidence = _DATED if properties["dated"] else _UNDATED
    quote = document.text[hit.start : hit.end]
    canonical = hit.designation.canonical
    return Mention("standard", canonical, hit.start, hit.end, quote, NAME, confidence, MappingProxyType(properties))


def _properties(folded: str, hit: Hit, following: Hit | None) -> dict[str, Any]:
    said, words = hit.designation, _relations()
    properties: dict[str, Any] = {"dated": said.canonical != said.undated, "year": said.year}
    properties["all_parts"] = words.all_parts.match(folded, hit.end) is not None
    if following and following.start - hit.end <= _NEAR:
        adoption = _adoption(folded, hit, following, words)
        if adoption:
            properties["adoption"] = adoption
    between = _range(folded, hit, following, words)
    if between:
        properties["range"] = between
    return properties


def _adoption(folded: str, hit: Hit, following: Hit, words: _Relations) -> dict[str, str | None] | None:
    if not _may_adopt(hit.designation, following.designation):
        return None
    gap, of = folded[hit.end : following.start], following.designation.canonical
    if words.double.fullmatch(gap):
        return {"degree": None, "of": of}
    before = words.gap.fullmatch(gap)
    degree = before and (before["degree"] or _degree_after(folded, following.end, words))
    return {"degree": words.degrees[degree], "of": of} if degree else None


def _may_adopt(own: Designation, of: Designation) -> bool:
    return own.tier not in _ADOPTED and of.tier in _ADOPTED


def _degree_after(folded: str, at: int, words: _Relations) -> str | None:
    after = words.degree_after.match(folded, at)
    return after["degree"] if after else None


def _range(folded: str, hit: Hit, following: Hit | None, words: _Relations) -> dict[str, str] | None:
    own = hit.designation
    if hit.ranged:
        return {"from": hit.ranged, "to": own.canonical}
    near = following and following.start - hit.end <= _NEAR
    if following and near and (following.ranged or words.range.fullmatch(folded, hit.end, following.start)):
        return {"from": own.canonical, "to": following.designation.canonical}
    parts = words.part_range.match(folded, hit.end)
    if parts and own.part is None:
        return {"from": f"{own.undated}.{parts['from']}", "to": f"{own.undated}.{parts['to']}"}
    return None
