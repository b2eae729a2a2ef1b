"""Authorities and bodies a text names, and units it makes responsible."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractors.document import Document, Mention
from extractors.policy import folding, patterns, places
from extractors.policy.folding import Folded

NAME = "organizations"
SHORTEST = 4
SPLIT = re.compile("[、，,；;\\s]+")


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """An `organization` mention for each named body; properties: role ("responsible" in a list of units, else None)."""
    folded = folding.of(document)
    units = list(responsible(folded))
    taken = {offset for unit in units for offset in range(unit.start, unit.end)}
    free = (mention for mention in named(folded) if mention.start not in taken)
    return sorted((*units, *free), key=lambda mention: mention.start)


@cache
def responsible_form() -> re.Pattern[str]:
    """`（责任单位：市经济信息委、市科技局）`."""
    return re.compile(patterns.load("organizations")["responsible"])


def responsible(folded: Folded) -> Iterator[Mention]:
    """The units of each list of responsible units."""
    for found in responsible_form().finditer(folded.text):
        start = found.start("list")
        for name in SPLIT.split(found["list"]):
            at = found.string.index(name, start) if name else start
            start = at + len(name)
            if len(name) > 1:
                yield mention(folded, at, start, "responsible")


@cache
def name_form() -> re.Pattern[str]:
    """A full name, or a run of Han characters up to what names end with."""
    rules = patterns.load("organizations")
    full = patterns.alternation(name.strip() for name in re.split(r"\n|(?<=[一-鿿])\s", rules["names"]) if name.strip())
    ends = patterns.alternation(patterns.words(rules["endings"]))
    return re.compile(f"(?P<full>{full})|(?:{ends})")


@cache
def lead() -> re.Pattern[str]:
    """What stands before a name in the same run of characters."""
    return re.compile(patterns.load("organizations")["lead"])


def named(folded: Folded) -> Iterator[Mention]:
    """The bodies named in running text: from where the name may begin to its ending."""
    last = 0
    for found in name_form().finditer(folded.text):
        start = found.start() if found["full"] else beginning(folded.text, found.start(), last)
        if found["full"] or (found.end() - start >= SHORTEST and proper().match(found.string, start, found.end())):
            yield mention(folded, start, found.end(), None)
            last = found.end()


@cache
def proper() -> re.Pattern[str]:
    """How the name of one body begins: with the state or a region; 行业协会 is any such body."""
    regions = patterns.alternation(name for region in places.regions() for name in (region.zh, region.short))
    return re.compile(f"{patterns.load('organizations')['proper']}|{regions}")


def beginning(text: str, at: int, last: int) -> int:
    """Where a name that ends with the word at an offset begins."""
    first = max(last, at - 14)
    run = re.search("[一-鿿]*$", text[first:at])
    before = run[0] if run else ""
    words = lead().match(before)
    return at - len(before) + (words.end() if words else 0)


def mention(folded: Folded, start: int, end: int, role: str | None) -> Mention:
    """One organization; its id is its name."""
    name = "".join(folded.text[start:end].split()) if folded.text[start] > "~" else folded.text[start:end]
    return folding.mention(folded, "organization", start, end, NAME, id=f"org:{name}", name=name, role=role)
