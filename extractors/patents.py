"""Patent numbers in running text, Chinese and English: in references, tables, statements on patents and front pages."""

from collections.abc import Mapping, Sequence

from extractors.document import Document, Mention
from extractors.patent_forms import running
from extractors.patent_number import NotAPatentNumber, parse
from extractors.patent_places import Place, anchors, begin, folded, place_at, places

NAME = "patents"
LINE = 400


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """Patent numbers of `document`, in text order, none overlapping.

    Properties: kind_of (application, publication, international), office, kind (code, absent when none is written),
    role: "reference" beside the `[P]` of GB/T 7714, "declared" in a statement on patents of a standard, else "cited".
    A number that is masked, or whose check digit is wrong, gives no mention; `refusals` lists those.
    """
    text = folded(document.text)
    return [_mention(document, text, place) for place in places(text)]


def refusals(document: Document) -> list[tuple[int, int, str]]:
    """Passages labelled as a patent number that are none: (start, end, reason), for the list of issues."""
    text = folded(document.text)
    refused: list[tuple[int, int, str]] = []
    for anchor in anchors(text):
        start = begin(anchor)
        if refused and start < refused[-1][1]:
            continue
        shown = running().shown.match(text, start) if anchor["code"] == "ZL" or not anchor["code"] else None
        if shown and place_at(text, anchor) is None and (reason := _reason(shown[0])):
            refused.append((start, shown.end(), reason))
    return refused


def _mention(document: Document, text: str, place: Place) -> Mention:
    number = place.number
    properties = {"kind_of": number.form, "office": number.office, "role": _role(document, text, place)}
    if number.kind:
        properties["kind"] = number.kind
    quote = document.text[place.start : place.end]
    return Mention("patent", number.canonical, place.start, place.end, quote, NAME, place.confidence, properties)


def _role(document: Document, text: str, place: Place) -> str:
    line = _line(text, place.start, place.end)
    if running().reference.search(line):
        return "reference"
    if document.kind == "standard" and running().declared.search(line):
        return "declared"
    return "cited"


def _line(text: str, start: int, end: int) -> str:
    """The line the number stands in, at most `LINE` characters of it on either side."""
    left, right = max(0, start - LINE), end + LINE
    first, stop = text.rfind("\n", left, start), text.find("\n", end, right)
    return text[max(left, first) : stop if stop >= 0 else right]


def _reason(quote: str) -> str:
    try:
        parse(quote)
    except NotAPatentNumber as error:
        return error.reason
    return ""
