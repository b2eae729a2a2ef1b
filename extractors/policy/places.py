"""Regions: the provinces and their GB/T 2260 codes (the two digits of local standards, `DB50/T`)."""

import re
from dataclasses import dataclass
from functools import cache

from extractors.policy import patterns


@dataclass(frozen=True, slots=True)
class Region:
    """A province: `zh` its full name, `short` the one used in prose."""

    code: str
    zh: str
    short: str
    en: str


@cache
def regions() -> tuple[Region, ...]:
    """The provinces of `regions.tsv`."""
    rows = (patterns.FOLDER / "regions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(Region(*row.split("\t")) for row in rows)


@cache
def by_name() -> dict[str, Region]:
    """The regions by full, short and English name."""
    return {name: region for region in regions() for name in (region.zh, region.short, region.en)}


@cache
def form() -> re.Pattern[str]:
    """A region's name: the full one, else the short one; an English one as a whole word."""
    chinese = patterns.alternation(name for region in regions() for name in (region.zh, region.short))
    english = patterns.alternation(region.en for region in regions())
    return re.compile(rf"{chinese}|\b(?:{english})\b")


def region_of(text: str) -> str | None:
    """The code of the first region a text names."""
    found = form().search(text)
    return by_name()[found[0]].code if found else None
