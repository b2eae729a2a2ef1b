"""Where patent numbers stand in a text: from an anchor (code, label, dotted number) the longest piece that is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.patent_forms import folding, running
from extractors.patent_number import PatentNumber, fold, look_up
from extractors.patent_surroundings import confidence

TRIES, FEWEST_DIGITS = 8, 5
ALNUM = re.compile(r"[A-Za-z0-9]")
TOKEN = re.compile(r"[0-9A-Zx]+")
LOOSE_KIND_DIGIT = re.compile(r"[A-Z]\W+\d$")
# United States grants have kind B since 2001, in Lens's export from 6,176,345 on; an A after those is an article.
WITH_ARTICLE = re.compile(r"(?:US)?\W{0,2}(?:[7-9]|6,?[2-9]|1\d,?\d)[\d,]{5,9}\sA")
CHECK = re.compile(r"\s?[.]?\s?[0-9Xx](?![0-9A-Za-z])")
LOWER_WORD = re.compile(r"\s[a-z]")


@dataclass(frozen=True, slots=True)
class Place:
    """A number and where it stands: code points of the text."""

    start: int
    end: int
    number: PatentNumber
    confidence: float


def folded(text: str) -> str:
    """`text` with full-width forms, dashes and slashes made ASCII, character by character: offsets stay."""
    pattern, table = _foldable()
    return text if text.isascii() else pattern.sub(lambda wide: table[wide[0]], text)


@cache
def _foldable() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {chr(code): to for code, to in folding().table.items() if to in ("-", "/", ".")}
    table |= {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code) not in ",;!?"}
    return re.compile("[" + "".join(map(re.escape, table)) + "]"), table


def places(text: str) -> Iterator[Place]:
    """The numbers of a folded text, in order, none overlapping; linear in its length."""
    position = 0
    for anchor in anchors(text):
        if anchor.start() >= position and (place := place_at(text, anchor)):
            yield place
            position = place.end
            for other in _further(text, place):
                yield other
                position = other.end


def anchors(text: str) -> Iterator[re.Match[str]]:
    """Where numbers may begin, in order; they may overlap."""
    anchor = running().anchor
    for first in running().first.finditer(text):
        if found := anchor.match(text, first.start()):
            yield found


def _further(text: str, place: Place) -> Iterator[Place]:
    """Numbers that continue an enumeration after one of the United States: 7,292,636, 7,310,372 and 6,115,503."""
    while place.number.office == "US" and (found := running().further.match(text, place.end)):
        number, _ = look_up("US" + fold(found["number"]))
        if number is None:
            return
        place = Place(found.start("number"), found.end(), number, place.confidence)
        yield place


def place_at(text: str, anchor: re.Match[str]) -> Place | None:
    """The number that begins at the anchor, if one does.

    Page headers of Chinese publications are glued to the text before them: `…步骤4CN108151594A说明书`.
    """
    start = begin(anchor)
    glued = anchor.lastgroup in ("code", "dotted") and start > 0 and bool(ALNUM.match(text[start - 1]))
    if glued and not (anchor["code"] == "CN" and text[start - 1].isdigit()):
        return None
    run = running().run.match(text, anchor.end() if anchor["code"] else start)
    place = _longest(text, anchor, run.end()) if run else None
    return None if place and glued and not place.number.kind else place


def begin(anchor: re.Match[str]) -> int:
    """Where the number itself begins: at its code or first digit, after any label."""
    return anchor.start(anchor.lastgroup or 0)


def _longest(text: str, anchor: re.Match[str], limit: int) -> Place | None:
    """The longest piece from the anchor up to `limit`, ending at a word's end, that is a number in its surroundings."""
    start = begin(anchor)
    ends = [token.end() for token in TOKEN.finditer(text, start, limit)]
    for end in reversed(ends[-TRIES:]):
        quote = text[start:end]
        if not _ends(text, quote, end):
            continue
        number = _parsed(quote, text, anchor)
        if number and not _cut_short(text, end, number):
            sure = confidence(text, start, end, number, anchor)
            return Place(start, end, number, sure) if sure else None
    return None


def _ends(text: str, quote: str, end: int) -> bool:
    """A number ends where a word does; a kind digit is attached to its letter; the article "A" is no kind code."""
    if ALNUM.match(text, end) or LOOSE_KIND_DIGIT.search(quote) or sum(map(str.isdigit, quote)) < FEWEST_DIGITS:
        return False
    return not (WITH_ARTICLE.fullmatch(quote) and LOWER_WORD.match(text, end))


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
