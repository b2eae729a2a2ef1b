"""The heading of a provision: its line, its first short sentence, or the line below it (English articles)."""

import re
from functools import cache

from extractors.policy import patterns
from extractors.policy.lines import Line
from extractors.policy.markers import Head

LONGEST_LINE = 60
LONGEST_RUN_IN = 40
LONGEST_BELOW = 150
STOP = re.compile("[。：；;？！]")
SPREAD = re.compile("(?<=[一-鿿])[ \u3000]+(?=[一-鿿])")
BRACKETED = re.compile("【([^】\n]{1,40})】|［([^］\n]{1,40})］")


def heading(text: str, head: Head, below: Line | None, lang: str) -> str | None:
    """The heading of the provision that starts with `head`; None when its text begins at once."""
    body = SPREAD.sub("", text[head.body : head.line_end].strip(" \t\u3000*#：:"))
    if bracketed := BRACKETED.match(body):
        return bracketed[1] or bracketed[2]
    if lang == "en":
        return english(body, head, below)
    return None if head.kind == "article" else chinese(body)


def chinese(body: str) -> str | None:
    """The first sentence when it is short; a whole line without a stop when that is short."""
    stop = STOP.search(body)
    if not stop:
        return body if 0 < len(body) <= LONGEST_LINE else None
    return body[: stop.start()] if 0 < stop.start() <= LONGEST_RUN_IN else None


def english(body: str, head: Head, below: Line | None) -> str | None:
    """The rest of the line, else the line below an article, chapter or annex when it is no sentence."""
    if head.kind in ("item", "point"):
        return body if 0 < len(body) <= LONGEST_LINE and not body.endswith((".", ";", ",")) else None
    candidate = body or (below.text if below else "")
    return candidate if 0 < len(candidate) <= LONGEST_BELOW and not candidate.endswith((".", ";", ",", ":")) else None


@cache
def imperatives() -> tuple[str, ...]:
    """The words an instruction starts with."""
    return patterns.words(patterns.load("headings")["imperative"])


def instruction(line: Line) -> str | None:
    """The heading sentence of a paragraph without a number: short, unbroken, with text after it; else None."""
    rules = patterns.load("headings")
    stop = line.text.find("。", 0, rules["longest"] + 1)
    sentence = line.text[: max(stop, 0)]
    if len(sentence) < 4 or any(character in rules["never"] for character in sentence):
        return None
    return sentence


def runs_on(line: Line, sentence: str) -> bool:
    """Whether the paragraph goes on after its heading sentence."""
    return len(line.text) >= len(sentence) + 20


def alone(line: Line) -> bool:
    """Whether the paragraph is a heading sentence and nothing else."""
    sentence = instruction(line)
    return sentence is not None and len(line.text) == len(sentence) + 1


def commands(sentence: str) -> bool:
    """Whether the sentence is an instruction by its first word."""
    return sentence.startswith(imperatives())
