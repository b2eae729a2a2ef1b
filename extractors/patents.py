"""Patent numbers in running text, Chinese and English: in references, tables, statements on patents and front pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractors.document import Document, Mention
from extractors.patent_forms import folding, offices, running
from extractors.patent_number import NotAPatentNumber, PatentNumber, fold, look_up, parse

NAME = "patents"
CERTAIN, LABELLED, CUED = 0.99, 0.97, 0.9
BEFORE, NEAR, AFTER, ENOUGH_DIGITS, TRIES = 60, 25, 20, 6, 8
Accepted = tuple[int, int, PatentNumber, float]
ALNUM = re.compile(r"[A-Za-z0-9]")
TOKEN = re.compile(r"[0-9A-Zx]+")
LOOSE_KIND_DIGIT = re.compile(r"[A-Z]\W+\d$")
ARTICLE = re.compile(r"\sA$")
CHECK = re.compile(r"\s?[.]?\s?[0-9Xx](?![0-9A-Za-z])")
TIGHT = re.compile(r"[A-Z]{2}-?[A-Z]{0,2}[\d/]+[A-Z]?(?:[\s-]?[A-Z]\d?)?|[A-Z]{2} [\d/]+[\s-]?[A-Z]\d?")
GROUPED = re.compile(r"\d,\d{3},\d{3}$|\d \d{3} \d{3}$")
LOWER_WORD = re.compile(r"\s[a-z]")
YEAR_AND_SERIAL = re.compile(r"\d{4}\s?/\s?\d{6}")


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """Patent numbers of `document`, in text order, none overlapping.

    Properties: kind_of (application, publication, international), office, kind (code, absent when none is written),
    role: "reference" beside the `[P]` of GB/T 7714, "declared" in a statement on patents of a standard, else "cited".
    A number that is masked, or whose check digit is wrong, gives no mention; `refusals` lists those.
    """
    text = folded(document.text)
    return [
        _mention(document, text, start, end, number, confidence) for start, end, number, confidence in _numbers(text)
    ]


def refusals(document: Document) -> list[tuple[int, int, str]]:
    """Passages labelled as a patent number that are none: (start, end, reason), for the list of issues."""
    text = folded(document.text)
    refused: list[tuple[int, int, str]] = []
    for anchor in running().anchor.finditer(text):
        start = _begin(anchor)
        if refused and start < refused[-1][1]:
            continue
        shown = running().shown.match(text, start) if anchor["code"] == "ZL" or not anchor["code"] else None
        if shown and _accepted(text, anchor) is None and (reason := _reason(shown[0])):
            refused.append((start, shown.end(), reason))
    return refused


def folded(text: str) -> str:
    """`text` with full-width forms, dashes and slashes made ASCII, character by character: offsets stay."""
    pattern, table = _foldable()
    return text if text.isascii() else pattern.sub(lambda wide: table[wide[0]], text)


@cache
def _foldable() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {chr(code): to for code, to in folding().table.items() if to in ("-", "/", ".")}
    table |= {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code) not in ",;!?"}
    return re.compile("[" + "".join(map(re.escape, table)) + "]"), table


def _numbers(text: str) -> Iterator[Accepted]:
    rules, position = running(), 0
    while anchor := rules.anchor.search(text, position):
        position = max(anchor.end(), anchor.start() + 1)
        accepted = _accepted(text, anchor)
        if accepted is None:
            continue
        end, number, confidence = accepted[1:]
        yield accepted
        position = end
        while number.office == "US" and (further := rules.further.match(text, position)):
            position = further.end()
            yield further.start("number"), position, parse(further["number"], office="US"), confidence


def _accepted(text: str, anchor: re.Match[str]) -> Accepted | None:
    start = _begin(anchor)
    if start and ALNUM.match(text[start - 1]) and anchor.lastgroup in ("code", "dotted"):
        return None
    run = running().run.match(text, anchor.end() if anchor["code"] else start)
    return _best(text, anchor, run.end()) if run else None


def _begin(anchor: re.Match[str]) -> int:
    """Where the number itself begins: at its code or first digit, after any label."""
    return anchor.start(anchor.lastgroup or 0)


def _best(text: str, anchor: re.Match[str], limit: int) -> Accepted | None:
    """The longest piece from the anchor up to `limit`, ending at a word's end, that is a number in its surroundings."""
    start = _begin(anchor)
    ends = [token.end() for token in TOKEN.finditer(text, start, limit)]
    for end in reversed(ends[-TRIES:]):
        quote = text[start:end]
        if not _ends(text, quote, end):
            continue
        number = _parsed(quote, text, anchor)
        if number and not _cut_short(text, end, number):
            confidence = _confidence(text, start, end, number, anchor)
            return (start, end, number, confidence) if confidence else None
    return None


def _ends(text: str, quote: str, end: int) -> bool:
    """A number ends where a word does; a kind digit is attached to its letter; the article "A" is no kind code."""
    if ALNUM.match(text, end) or LOOSE_KIND_DIGIT.search(quote):
        return False
    return not (ARTICLE.search(quote) and LOWER_WORD.match(text, end))


def _cut_short(text: str, end: int, number: PatentNumber) -> bool:
    """Whether a check digit follows that did not fit: the number as a whole is wrong then."""
    return (
        number.office == "CN"
        and number.form == "application"
        and not number.check_digit
        and bool(CHECK.match(text, end))
    )


def _parsed(quote: str, text: str, anchor: re.Match[str]) -> PatentNumber | None:
    office = "" if anchor["code"] else _office(text, anchor)
    number, _ = look_up(fold(quote))
    return number or (look_up(office + fold(quote))[0] if office else None)


def _office(text: str, anchor: re.Match[str]) -> str:
    """The office named right before a label; a Chinese label alone means China's."""
    before = text[max(0, anchor.start() - 16) : anchor.start()].rstrip()
    named = [code for word, code in running().offices.items() if before.endswith(word)]
    return named[0] if named else "" if anchor.lastgroup == "english" else "CN"


def _confidence(text: str, start: int, end: int, number: PatentNumber, anchor: re.Match[str]) -> float:
    """How sure the reading is; 0 when nothing beside the number says that it is one."""
    if number.check_digit or number.form == "international":
        return CERTAIN
    if anchor.lastgroup in ("label", "english"):
        return LABELLED
    if _unmistakable(text[start:end], number):
        return CERTAIN
    if anchor["code"] and not _plausible(text[start:end], number):
        return 0.0
    near = NEAR if number.office == "US" else BEFORE
    surroundings = text[max(0, start - near) : end + AFTER]
    return CUED if running().cue.search(surroundings) else 0.0


def _plausible(quote: str, number: PatentNumber) -> bool:
    """Weak forms: a British number without kind code looks like a standard; small offices' codes look like words."""
    if number.office in ("US", "EP"):
        return bool(TIGHT.fullmatch(quote) or GROUPED.search(quote))
    if number.office in offices().main:
        return number.office != "GB"
    return bool(TIGHT.fullmatch(quote)) and _digits(number) >= ENOUGH_DIGITS


def _digits(number: PatentNumber) -> int:
    return sum(map(str.isdigit, number.number))


def _unmistakable(quote: str, number: PatentNumber) -> bool:
    if number.office not in offices().main:
        return False
    if number.kind:
        return _digits(number) >= ENOUGH_DIGITS
    return number.office in ("US", "WO") and bool(YEAR_AND_SERIAL.search(quote))


def _mention(document: Document, text: str, start: int, end: int, number: PatentNumber, confidence: float) -> Mention:
    properties = {"kind_of": number.form, "office": number.office, "role": _role(document, text, start, end)}
    if number.kind:
        properties["kind"] = number.kind
    quote = document.text[start:end]
    return Mention("patent", number.canonical, start, end, quote, NAME, confidence, properties)


def _role(document: Document, text: str, start: int, end: int) -> str:
    line = _line(text, start, end)
    if running().reference.search(line):
        return "reference"
    if document.kind == "standard" and running().declared.search(line):
        return "declared"
    return "cited"


def _line(text: str, start: int, end: int) -> str:
    """The line the number stands in, at most 400 characters of it on either side."""
    left, right = max(0, start - 400), end + 400
    begin, stop = text.rfind("\n", left, start), text.find("\n", end, right)
    return text[max(left, begin) : stop if stop >= 0 else right]


def _reason(quote: str) -> str:
    try:
        parse(quote)
    except NotAPatentNumber as error:
        return error.reason
    return ""
