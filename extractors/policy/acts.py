"""Acts in English texts: of the European Union, the Code of Federal Regulations, the United States Code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.policy import patterns


@dataclass(frozen=True, slots=True)
class Act:
    """A cited act: `canonical` as its own title has it (`Regulation (EU) 2016/425`), `clause` as written before it."""

    start: int
    end: int
    canonical: str
    clause: str | None


@cache
def forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The forms of `acts.yaml`: pattern and canonical template."""
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["canonical"]) for row in patterns.load("acts")["forms"]
    )


@cache
def clause_form() -> re.Pattern[str]:
    """`Article 24(1c) of ` before an act."""
    return re.compile(patterns.load("acts")["clause"])


def acts(text: str) -> Iterator[Act]:
    """The acts a text names, in order and without overlap."""
    last = 0
    for act in sorted(every(text), key=lambda act: (act.start, -act.end)):
        if act.start >= last:
            yield act
            last = act.end


def every(text: str) -> Iterator[Act]:
    """The acts of each form."""
    for pattern, template in forms():
        for found in pattern.finditer(text):
            first = Act(found.start(), found.end(), canonical(found, template), clause(text, found.start()))
            yield first
            yield from listed(text, found, first.end)


@cache
def further() -> re.Pattern[str]:
    """A further number of a list."""
    return re.compile(patterns.load("acts")["further"])


def listed(text: str, found: re.Match[str], end: int) -> Iterator[Act]:
    """The further numbers of a list: `Regulations (EU) No 920/2010 and No 1193/2011`."""
    values = found.groupdict()
    if not (values.get("kind") or "").lower().endswith("s"):
        return
    while more := further().match(text, end):
        body = more["body"] or values.get("body")
        number = (more["no"] or "") + more["number"]
        end = more.end()
        name = " ".join(filter(None, (kind(values["kind"]), f"({body})" if body else "", number)))
        yield Act(more.start("number"), end, name, None)


def canonical(found: re.Match[str], template: str) -> str:
    """The act's title without blanks too many; the kind in title case."""
    values = {name: " ".join((value or "").split()) for name, value in found.groupdict().items()}
    values["kind"] = kind(values.get("kind", ""))
    return " ".join(template.format(**values).split())


def kind(words: str) -> str:
    """The kind of act in title case and the singular."""
    return " ".join(words.split()).title().rstrip("s")


def clause(text: str, start: int) -> str | None:
    """The article named before an act."""
    found = clause_form().search(text, max(0, start - 70), start)
    return " ".join(found["clause"].split()) if found and found.end() == start else None
