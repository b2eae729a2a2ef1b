"""What a designation says in brackets about others: "(Revision of IEEE Std 802.1Q-2005 and 802.1u-2001)".

Each designation named is written in its canonical form and the list is joined again. `relations.yaml` has the words.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from extractors.designation.international.fold import PATTERNS

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PART = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]")
_PARTS = re.compile(r"(?: ?\([^()]*\)| ?\[[^\[\]]*\]){0,3}(?: ?\([^()]*)?")
Replacement = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Relations:
    """`relations.yaml`, compiled.

    `leads`: the relation's own words and how they are written. `amended`: the words before the amendments of what is
    amended; `approved`: those that name them all. `comma`: what parts two designations. `item`: a designation alone.
    `named`: one that names its body. `unread`: how an item is written that is none. `writing`, `other`: rewritings of
    an item, and of a relation whose lead is not known.
    """

    leads: tuple[Replacement, ...]
    amended: str
    approved: str
    comma: re.Pattern[str]
    item: re.Pattern[str]
    named: re.Pattern[str]
    unread: str
    writing: tuple[Replacement, ...]
    other: tuple[Replacement, ...]


@cache
def load() -> Relations:
    """The words and forms of relations."""
    data: dict[str, Any] = yaml.load((PATTERNS / "relations.yaml").read_text("utf-8"), _LOADER)
    for key in ("leads", "writing", "other"):
        data[key] = _replacements(data[key])
    for key in ("comma", "item", "named"):
        data[key] = re.compile(data[key])
    return Relations(**data)


def _replacements(pairs: list[list[str]]) -> tuple[Replacement, ...]:
    return tuple((re.compile(found), written) for found, written in pairs)


def rewrite(text: str) -> str:
    """`text`, brackets and all, with its relations in canonical writing and one space in front of each.

    Brackets within brackets, and square ones, stand as they are; the last one may lack its end.
    """
    if _PARTS.fullmatch(text) is None:
        return f" {text.strip()}"
    return "".join(f" {_bracket(part)}" for part in _PART.findall(text))


def _bracket(stated: str) -> str:
    return f"({rewrite_inner(stated[1:].removesuffix(')'))})" if stated.startswith("(") else stated


def rewrite_inner(stated: str) -> str:
    """The same for what stands between the brackets."""
    known = load()
    for pattern, written in known.leads:
        lead = pattern.match(stated)
        if lead is not None:
            return f"{written} {_clauses(stated[lead.end() :])}"
    if known.named.fullmatch(stated):
        return _item(stated)
    return _replaced(stated, known.other)


def _clauses(stated: str) -> str:
    """A list of designations, and that of their amendments when one follows without a comma."""
    amended = load().amended
    stated, approved, _ = stated.partition(load().approved)
    base, words, amendments = stated.partition(amended)
    if not words or base.endswith(","):
        return _list(stated) + approved
    return f"{_list(base)}{amended}{_list(amendments)}"


def _list(stated: str) -> str:
    items = [_item(item) for item in load().comma.split(stated) if item]
    if len(items) < 3:
        return " and ".join(items)
    return f"{', '.join(items[:-1])}, and {items[-1]}"


def _item(stated: str) -> str:
    known = load()
    if known.item.fullmatch(stated) is None:
        return known.unread.format(stated)
    return _replaced(stated, known.writing)


def _replaced(text: str, replacements: tuple[Replacement, ...]) -> str:
    for pattern, written in replacements:
        text = pattern.sub(written, text)
    return text
