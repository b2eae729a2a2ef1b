"""Chinese and English are equals: same keys, same placeholders, nothing empty."""

import re
from collections.abc import Iterator

from gaps.reports.strings import table


def flat(words: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(words, dict):
        for key, value in words.items():
            yield from flat(value, f"{path}.{key}")
    elif isinstance(words, list):
        for number, value in enumerate(words):
            yield from flat(value, f"{path}.{number}")
    else:
        yield path, str(words)


def placeholders(lang: str) -> dict[str, set[str]]:
    return {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in flat(table()[lang])}


def test_both_languages_are_complete():
    assert placeholders("zh") == placeholders("en")
    assert all(text.strip() for lang in ("zh", "en") for _, text in flat(table()[lang]))
