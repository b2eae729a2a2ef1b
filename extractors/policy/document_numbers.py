"""Document numbers of Chinese authorities: `国发〔2021〕27号`, `国令第706号`, `2017年第209号通告`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.policy import patterns

LONGEST = 24
STATE = "中华人民共和国"
HAN_RUN = re.compile(r"[一-鿿]+\s?$")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number: `canonical` has the brackets 〔〕 and no blanks."""

    start: int
    end: int
    canonical: str


def document_numbers(text: str) -> Iterator[DocumentNumber]:
    """The document numbers of a text, in order and without overlap."""
    last = 0
    for found in sorted(every(text), key=lambda number: (number.start, -number.end)):
        if found.start >= last:
            yield found
            last = found.end


def every(text: str) -> Iterator[DocumentNumber]:
    """The document numbers of each form."""
    yield from (bracketed(found) for found in form("number").finditer(text))
    yield from (order(found) for found in form("order").finditer(text))
    yield from (notice(found) for found in form("notice").finditer(text))


@cache
def form(name: str) -> re.Pattern[str]:
    """One form of `citations.yaml`."""
    return re.compile(patterns.load("citations")[name])


@cache
def agency_heads() -> re.Pattern[str]:
    """Words before a document number that are not part of the agency's mark."""
    return re.compile(f".*(?:{patterns.load('citations')['agency_heads']})")


def agency(text: str, end: int) -> tuple[str, int]:
    """The agency's mark that ends at an offset and where it starts: what the text says before it is cut off."""
    run = HAN_RUN.search(text, max(0, end - LONGEST), end)
    mark = run[0].rstrip() if run else ""
    lead = agency_heads().match(mark)
    start = end - len(run[0]) if run else end
    cut = max(lead.end() if lead else 0, mark.rfind(STATE))
    return mark[cut:], start + cut


def bracketed(found: re.Match[str]) -> DocumentNumber:
    """`国办发〔2018〕118号`, `〔1996〕武司字第82号`."""
    mark, start = agency(found.string, found.start())
    middle = f"{found['middle']}第" if found["middle"] else ""
    first = start if mark else found.start()
    return DocumentNumber(first, found.end(), f"{mark}〔{found['year']}〕{middle}{found['serial']}号")


def order(found: re.Match[str]) -> DocumentNumber:
    """`国令第706号`, `交通运输部令2016年第62号`."""
    mark, start = agency(found.string, found.start() + 1)
    year = found["year"] or found["bracketed"]
    name = patterns.load("citations")["agency_names"].get(mark, mark)
    return DocumentNumber(start, found.end(), f"{name}{year + '年' if year else ''}第{found['serial']}号")


def notice(found: re.Match[str]) -> DocumentNumber:
    """`国家药品监督管理局2020年第18号通告`."""
    mark, start = agency(found.string, found.start())
    return DocumentNumber(start, found.end(), f"{mark}{found['year']}年第{found['serial']}号{found['kind'] or ''}")
