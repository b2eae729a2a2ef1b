"""Mentions of standards: designations of all bodies, Chinese and international, with section, adoption and range."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
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
    where, words, hits = sections(folded), _relations(), chain(find_folded(folded), (None,))
    return [
        _mention(document.text, hit, _properties(folded, hit, following, where.at(hit.start), words))
        for hit, following in pairwise(hits)
        if hit
    ]


def _mention(text: str, hit: Hit, properties: Mapping[str, Any]) -> Mention:
    start, end = hit.start, hit.end
    confidence = _DATED if properties["dated"] else _UNDATED
    return Mention("standard", hit.designation.identity, start, end, text[start:end], NAME, confidence, properties)


def _properties(folded: str, hit: Hit, following: Hit | None, section: str, words: _Relations) -> Mapping[str, Any]:
    said = hit.designation
    all_parts = words.all_parts.match(folded, hit.end) is not None
    common = _common(said.identity != said.undated, said.year, all_parts, section)
    near = following if following and following.start - hit.end <= _NEAR else None
    adoption = _adoption(folded, hit, near, words) if near and _may_adopt(said, near.designation) else None
    between = _range(folded, hit, near, words)
    if not adoption and not between:
        return common
    further = {"adoption": adoption, "range": between}
    return MappingProxyType({**common, **{name: value for name, value in further.items() if value}})


@lru_cache(maxsize=4096)  # few combinations, shared by thousands of mentions
def _common(dated: bool, year: int | None, all_parts: bool, section: str) -> Mapping[str, Any]:
    return MappingProxyType({"dated": dated, "year": year, "all_parts": all_parts, "section": section})


def _adoption(folded: str, hit: Hit, following: Hit, words: _Relations) -> dict[str, str | None] | None:
    gap, of = folded[hit.end : following.start], following.designation.identity
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


def _range(folded: str, hit: Hit, near: Hit | None, words: _Relations) -> dict[str, str] | None:
    own = hit.designation
    if hit.ranged:
        return {"from": hit.ranged, "to": own.identity}
    if near and (near.ranged or words.range.fullmatch(folded, hit.end, near.start)):
        return {"from": own.identity, "to": near.designation.identity}
    parts = words.part_range.match(folded, hit.end) if own.part is None else None
    if parts:
        return {"from": f"{own.undated}.{parts['from']}", "to": f"{own.undated}.{parts['to']}"}
    return None
