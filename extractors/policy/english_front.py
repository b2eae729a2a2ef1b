"""Title, number, dates and status of an English act."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from extractors.policy import acts, patterns
from extractors.policy.front import Title
from extractors.policy.lines import Line

HEAD_LINES = 60
DATED = re.compile(r"of (\d{1,2} \w+ \d{4})")
STOP = re.compile(r"\(|THE |Whereas|Having regard|Article |►|▼|OJ ")


def read(text: str, texts: Sequence[Line], path: str) -> tuple[Title, dict[str, Any]] | None:
    """The act's title with its number, date and status; the first heading line for a text that is no act."""
    form = re.compile(patterns.load("acts")["title"])
    head = texts[:HEAD_LINES]
    at = next((index for index, line in enumerate(head) if form.match(line.text)), None)
    if at is None:
        return plain(head)
    title = whole(head, at)
    act = next(acts.acts(title.text), None)
    dated = DATED.search(title.text)
    return title, {
        "attached_title": None,
        "document_number": act.canonical if act else None,
        "celex": celex(text, path, act.canonical if act else ""),
        "issuer": issuer(title.text),
        "issued": iso(dated[1]) if dated else None,
        "valid_from": applies(text),
        "status": "repealed" if re.search(patterns.load("acts")["repealed"], text[:3000]) else "unknown",
        "level": "regional",
        "region": "EU",
    }


def plain(head: Sequence[Line]) -> tuple[Title, dict[str, Any]] | None:
    """The first line of a text that is no act, when it looks like a title."""
    line = next((line for line in head if 8 <= len(line.text) <= 200 and not line.text.endswith(".")), None)
    keys = ("attached_title", "document_number", "celex", "issuer", "issued", "valid_from", "level", "region")
    properties: dict[str, Any] = dict.fromkeys(keys)
    return (Title(line.start, line.end, line.text), properties | {"status": "unknown"}) if line else None


def whole(head: Sequence[Line], at: int) -> Title:
    """The heading with its date and subject below it."""
    lines = [head[at]]
    for line in head[at + 1 : at + 4]:
        if STOP.match(line.text):
            break
        lines.append(line)
    return Title(lines[0].start, lines[-1].end, " ".join(line.text for line in lines))


def issuer(title: str) -> str:
    """The institution in the heading."""
    if title.upper().startswith("COMMISSION"):
        return "European Commission"
    if "PARLIAMENT AND OF THE COUNCIL" in title[:120]:
        return "European Parliament and Council"
    return "Council of the European Union" if title.upper().startswith("COUNCIL") else "European Union"


def celex(text: str, path: str, number: str) -> str | None:
    """The CELEX number: printed, in the file's name, or made of kind, year and number."""
    printed = re.compile(patterns.load("acts")["celex"])
    found = printed.search(text[:200]) or printed.search(path.replace("_", " "))
    if found:
        return f"3{found['year']}{found['letter']}{found['number']}"
    parts = re.search(r"(\d{4})/(\d{1,4})\b", number)
    letter = next((code for kind, code in patterns.load("acts")["letters"].items() if kind in number.lower()), None)
    return f"3{parts[1]}{letter}{int(parts[2]):04d}" if parts and letter else None


def applies(text: str) -> str | None:
    """The day from which the act applies."""
    found = re.search(patterns.load("acts")["applies"], text)
    return iso(found["date"]) if found else None


def iso(day: str) -> str | None:
    """`29 July 2025` as an ISO date."""
    try:
        return datetime.strptime(day, "%d %B %Y").date().isoformat()
    except ValueError:
        return None
