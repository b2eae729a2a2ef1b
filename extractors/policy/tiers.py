"""The tiers of standards a passage names: 国家标准、行业标准 …, not 国家标准化 or 国家标准验证点."""

import re
from functools import cache

from extractors.policy import patterns


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The tiers in their order, each with its words."""
    return tuple((tier, form(row)) for tier, row in patterns.load("tiers").items() if tier != "shared")


def form(row: dict[str, str]) -> re.Pattern[str]:
    """The words of a row where nothing follows that makes them part of another name."""
    return re.compile(f"(?:{patterns.alternation(patterns.words(row['words']))})(?!{row['not_after']})")


@cache
def shared() -> re.Pattern[str]:
    """A list of tiers before the one word 标准 they share."""
    row = patterns.load("tiers")["shared"]
    names = patterns.alternation(patterns.words(row["words"]))
    return re.compile(f"(?:(?:{names})[、和及与]){{1,5}}(?=(?:{names})级?标准(?!{row['not_after']}))")


def tiers(text: str) -> str | None:
    """The tiers as `national;sector`, in the order of the tiers; None where none is named."""
    if "标" not in text:
        return None
    spelled = shared().sub(lambda found: re.sub("[、和及与]", "标准、", found[0]), text)
    return ";".join(tier for tier, words in forms() if words.search(spelled)) or None
