"""How a text relates to a document it names: implements, based_on, repeals, publicises, cites."""

import re
from collections.abc import Sequence
from functools import cache

from extractors.policy import patterns
from extractors.policy.names import Name

LOOK_BACK = 30
LOOK_AHEAD = 24
AMENDS = re.compile("关于修改.*的决定")
SENTENCE = re.compile("[。；\n]")
PART = re.compile("[。；，：\n]")


def relations(text: str, cited: Sequence[Name]) -> list[str]:
    """The relation for each of the names, which stand in order: a list shares the relation of its first name."""
    found: list[str] = []
    for index, name in enumerate(cited):
        previous = cited[index - 1] if index else None
        listed = previous is not None and joined(text[previous.end : name.start])
        found.append(found[-1] if listed else relation(text, name, last_of_list(text, cited, index)))
    return found


def relation(text: str, name: Name, last: Name) -> str:
    """The relation of the first name of a list: the cue after the list when it repeals, else the nearest before."""
    ahead = text[last.end : last.end + LOOK_AHEAD]
    ahead = ahead[: first(SENTENCE, ahead)]
    behind = text[max(0, name.start - LOOK_BACK) : name.start]
    behind = behind[behind_start(behind) :]
    if cue(ahead, "after", "repeals"):
        return "repeals"
    if AMENDS.search(name.text):
        return "cites"
    return nearest(behind) or ("implements" if begins(ahead) else "cites")


def behind_start(text: str) -> int:
    """Where the part of the sentence before a name starts."""
    parts = [found.end() for found in PART.finditer(text)]
    return parts[-1] if parts else 0


def first(pattern: re.Pattern[str], text: str) -> int:
    """Where a pattern first stands in a text; its length when nowhere."""
    found = pattern.search(text)
    return found.start() if found else len(text)


@cache
def cues(side: str, name: str) -> re.Pattern[str]:
    """The cues of one relation before (or after) a name."""
    return re.compile(patterns.alternation(patterns.words(patterns.load("citations")[side][name])))


def cue(text: str, side: str, name: str) -> bool:
    """Whether a cue of the relation stands in the text."""
    return bool(cues(side, name).search(text))


def begins(text: str) -> bool:
    """Whether what follows the name says that it is carried out."""
    return bool(cues("after", "implements").match(text))


def nearest(behind: str) -> str | None:
    """The relation whose cue stands nearest before the name."""
    places = {
        name: max((found.end() for found in cues("before", name).finditer(behind)), default=-1)
        for name in patterns.load("citations")["before"]
    }
    best = max(places, key=lambda name: places[name])
    return best if places[best] >= 0 else None


@cache
def joint() -> re.Pattern[str]:
    """What may stand between two names of a list."""
    return re.compile(patterns.load("citations")["list_joints"])


def joined(between: str) -> bool:
    """Whether two names belong to one list: a joint, and brackets, between them."""
    return len(between) < 60 and bool(joint().fullmatch(re.sub("[（(][^（）()]*[）)]", "", between).strip()))


def last_of_list(text: str, cited: Sequence[Name], index: int) -> Name:
    """The last name of the list that a name opens."""
    while index + 1 < len(cited) and joined(text[cited[index].end : cited[index + 1].start]):
        index += 1
    return cited[index]
