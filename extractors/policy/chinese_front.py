"""Title, number, issuer, dates and status of a Chinese policy text."""

import itertools
import re
from collections.abc import Sequence
from typing import Any

from extractors.policy import dates, front, patterns, places
from extractors.policy.dates import Day
from extractors.policy.document_numbers import document_numbers
from extractors.policy.front import Title
from extractors.policy.lines import Line
from extractors.policy.names import names

HEAD_LINES = 30
TAIL = 400


def read(text: str, texts: Sequence[Line], path: str) -> tuple[Title, dict[str, Any]] | None:
    """The title with what else the text says of itself; None where no title is found."""
    fields = front.fields(texts)
    title = titled(fields) or front.title(texts)
    if title is None:
        return None
    after = [line for line in texts[:HEAD_LINES] if line.start >= title.start]
    number = own_number(fields, text, title, after)
    issuer = own_issuer(fields, title.text, number, after)
    return title, {
        "attached_title": attached(title.text),
        "document_number": number,
        "celex": None,
        "issuer": issuer,
        "issued": issued(fields, [*after, *texts[HEAD_LINES:]], text),
        "valid_from": dates.effective(text),
        "status": status(title, after),
        "level": level(issuer),
        "region": places.region_of(issuer or "") or places.region_of(title.text),
    }


def titled(fields: dict[str, Line]) -> Title | None:
    """The title a portal gives as a field."""
    line = fields.get("title")
    return Title(line.start, line.end, "".join(line.text.split())) if line else None


def own_number(fields: dict[str, Line], text: str, title: Title, after: Sequence[Line]) -> str | None:
    """The text's number: a field, right after the title, or in the note of its promulgation."""
    if line := fields.get("document_number"):
        return next((number.canonical for number in document_numbers(line.text)), None)
    head = text[title.end : title.end + 200]
    first = next(document_numbers(head), None)
    lead = head[: first.start].strip(" \n\t\u3000") if first else ""
    short = first is not None and (not lead or (len(lead) < 90 and "《" not in lead and "。" not in lead))
    return first.canonical if first and short and proclaims(lead, first.canonical) else None


def proclaims(lead: str, number: str) -> bool:
    """Whether a number is the text's own: nothing before it, or an order by which it was issued on a day."""
    return not lead.strip("（(") or (("令" in number or "〔" in number) and bool(next(dates.days(lead), None)))


def own_issuer(fields: dict[str, Line], title: str, number: str | None, after: Sequence[Line]) -> str | None:
    """The issuer: a field, the title before 关于, the agency's mark, the body that passed the text."""
    if line := fields.get("issuer"):
        return line.text
    lead = title.partition("关于")[0] if "关于" in title else ""
    lead = re.split("转发|批转|印发", lead)[0]
    if lead and lead.endswith(front.endings("bodies")):
        return lead
    mark = re.split("[〔第\\d]", number or "")[0]
    marks = patterns.load("metadata")["marks"]
    if mark:
        return marks.get(mark) or re.sub("[^部局委厅署会院府心]+$", "", mark.removesuffix("令")) or signed(after)
    return signed(after)


def signed(after: Sequence[Line]) -> str | None:
    """The body named on a line of its own with a date below it, or that passed the text on a day."""
    for line, below in itertools.pairwise(after):
        day = next(dates.days(below.text), None)
        if day and day.start == 0 and len(line.text) <= 40 and line.text.endswith(front.endings("bodies")):
            return " ".join(line.text.split())
    passed = re.compile(r"(?P<body>[一-鿿]{2,20}人民代表大会(?:常务委员会)?)(?:第[一-鿿]{1,6}次会议)?[一-鿿]{0,6}通过")
    found = next((match for line in after[:8] if (match := passed.search(line.text))), None)
    return re.sub("^日|第[一二三四五六七八九十]{1,3}届", "", found["body"]) if found else None


def issued(fields: dict[str, Line], after: Sequence[Line], text: str) -> str | None:
    """The day of the text: a field, a line that is a date, the first day of its promulgation."""
    for name in ("signed", "published"):
        if (line := fields.get(name)) and (day := next(dates.days(line.text), None)):
            return day.iso
    own_line = (
        day for line in after for day in dates.days(line.text) if day.start == 0 and len(line.text) <= day.end + 12
    )
    passed = re.compile(patterns.load("metadata")["passed"])
    note = ((day, line) for line in after[:6] for day in dates.days(line.text) if passed.search(line.text))
    tail = (day for day in dates.days(text[-TAIL:]) if not text[-TAIL:][day.end :].strip(" \n—-0123456789"))
    first = next(own_line, None) or revised(list(note)) or next(tail, None)
    return first.iso if first else None


def revised(note: list[tuple[Day, Line]]) -> Day | None:
    """The day of the last revision, which made the text anew; else the first day of the note."""
    whole = [day for day, line in note if "修订" in line.text and "通过" not in line.text[: day.start]]
    return whole[-1] if whole else note[0][0] if note else None


def status(title: Title, after: Sequence[Line]) -> str:
    """`draft` where the title or a note below it says so."""
    draft = re.compile(patterns.load("metadata")["draft"])
    notes = [line.text for line in after[:6] if len(line.text) <= 20]
    return "draft" if any(draft.search(text) for text in (title.text, *notes)) else "unknown"


def level(issuer: str | None) -> str | None:
    """Whether the issuer is a body of the state or of a region."""
    if not issuer:
        return None
    local = re.match("[一-鿿]{2,9}?(?:省|市|自治区|自治州|州|盟|县|区)", issuer)
    return "local" if local and not issuer.startswith(front.endings("national")) else "national"


def attached(title: str) -> str | None:
    """The document that a notice passes on: the one name in its title, or what stands between 印发 and 的通知."""
    if "印发" not in title and "转发" not in title and "发布" not in title:
        return None
    named = [name.text for name in names(title)]
    plain = re.search("(?:印发|发布)(?P<name>[^《》]{4,80}?)的(?:通知|函|公告)$", title)
    return named[0] if len(named) == 1 else plain["name"] if plain else None
