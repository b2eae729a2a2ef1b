"""The dictionary pass behind `technologies`: forms of labels, and a trie that finds them at tens of millions of
characters a second.

pyahocorasick scans the children of a node one by one, so an alphabet of thousands of characters is slow; the trie is
built over UTF-8 bytes (at most 64 children below the first level), forms with frequent first characters first.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from re import Match
from re import compile as regex

from ahocorasick import Automaton

from ontology.vocabulary import Concept

UNUSUAL = regex("[A-Z０-９Ａ-Ｚａ-ｚ＋]+")
WIDE_TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
LETTER = regex("[a-z]")
BREAK = regex("[。；;！？!?\n]")
REACH = 200
SPACED_HAN = regex("(?<=[\u4e00-\u9fff])(?:[ \u3000]+\n?|\n)[ \u3000]*(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write a concept.

    `how` is preferred, alternative, hidden, ambiguous or exclusion; a `latin` form begins or ends with a Latin letter
    or a digit: it needs a word boundary there, and capitals where it is all capitals.
    """

    uid: str
    label: str
    form: str
    how: str
    lang: str
    cues: tuple[str, ...]
    latin: bool


def entries_of(concept: Concept) -> Iterator[Entry]:
    """Every form of a concept's labels and exclusions, plurals of Latin labels included."""
    kinds = (
        ("preferred", (concept.zh, concept.en)),
        ("alternative", concept.alt_zh + concept.alt_en),
        ("hidden", concept.hidden),
        ("ambiguous", concept.ambiguous),
        ("exclusion", concept.exclusions),
    )
    for how, labels in kinds:
        cues = concept.cues if how == "ambiguous" else ()
        for label in labels:
            for form in forms(label):
                yield _entry(concept.uid, label, form, how, cues)


def forms(label: str) -> Iterator[str]:
    """The label and, when it is Latin and can have one, its plural."""
    yield label
    if not label.isascii() or label.isupper() or not label[-1].isalpha() or label.endswith("s"):
        return
    if label.endswith("y") and label[-2] not in "aeiou":
        yield label[:-1] + "ies"
    else:
        yield label + ("es" if label.endswith(("x", "ch", "sh")) else "s")


def _entry(uid: str, label: str, form: str, how: str, cues: tuple[str, ...]) -> Entry:
    lang = "en" if label.isascii() else "zh"
    latin = _is_latin(form[0]) or _is_latin(form[-1])
    return Entry(uid, label, form, how, lang, cues, latin)


class Trie:
    """All forms of all entries, searched at once: Latin forms in one automaton, the others in another."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        table: dict[str, list[Entry]] = {}
        for entry in entries:
            table.setdefault(entry.form.lower(), []).append(entry)
        self._latin = _automaton({form: found for form, found in table.items() if form.isascii()})
        self._other = _automaton({form: found for form, found in table.items() if not form.isascii()})

    def scan(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """(start, end, entry) of every form, nested ones too, in order of their ends."""
        plain = normal(text)
        data = _bytes(plain)
        position = end = 0
        for last, (size, entries) in self._ends(plain, data):
            end += len(data[position : last + 1].decode("utf-8", "surrogatepass"))
            position = last + 1
            for entry in entries:
                if not entry.latin or _is_word(entry, text, plain, end - size, end):
                    yield end - size, end, entry

    def _ends(self, plain: str, data: bytes) -> Iterator[tuple[int, tuple[int, tuple[Entry, ...]]]]:
        """What stands in the automata, by the byte it ends on."""
        searched = data.decode("latin-1")
        iters = []
        if self._other and not plain.isascii():
            iters.append(self._other.iter(searched))
        if self._latin and LETTER.search(plain):
            iters.append(self._latin.iter(searched))
        return iters[0] if len(iters) == 1 else merge(*iters, key=itemgetter(0))


def _automaton(table: Mapping[str, list[Entry]]) -> Automaton:
    frequency = Counter("".join(table))
    automaton = Automaton()
    for form in sorted(table, key=lambda form: (-frequency[form[0]], form)):
        automaton.add_word(_bytes(form).decode("latin-1"), (len(form), tuple(table[form])))
    if table:
        automaton.make_automaton()
    return automaton


def distance(text: str, start: int, end: int, entry: Entry) -> int | None:
    """How far the nearest cue of an ambiguous label stands inside its sentence; None without one."""
    first = max(0, start - REACH)
    around = text[first : end + REACH]
    if not any(cue in around for cue in entry.cues):
        return None
    low = max((stop.end() for stop in BREAK.finditer(text, first, start)), default=first)
    stop = BREAK.search(text, end, end + REACH)
    before, after = text[low:start], text[end : stop.start() if stop else end + REACH]
    gaps = [len(before) - at - len(cue) for cue in entry.cues if (at := before.rfind(cue)) >= 0]
    gaps += [at for cue in entry.cues if (at := after.find(cue)) >= 0]
    return min(gaps, default=None)


def normal(text: str) -> str:
    """The text in lower case with full-width letters, digits and + as ASCII; same length."""
    return text.lower() if text.isascii() else UNUSUAL.sub(_usual, text)


def unspaced(text: str) -> tuple[str, Callable[[int], int]]:
    """The text without the blanks that PDF puts between Chinese characters, and the way back to its offsets."""
    starts, shifts, parts, last, removed = [0], [0], [], 0, 0
    for gap in SPACED_HAN.finditer(text):
        parts.append(text[last : gap.start()])
        last, removed = gap.end(), removed + gap.end() - gap.start()
        starts.append(last - removed)
        shifts.append(removed)
    parts.append(text[last:])
    return "".join(parts), lambda position: position + shifts[bisect_right(starts, position) - 1]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _usual(match: Match[str]) -> str:
    return match.group().translate(WIDE_TO_ASCII).lower()


def _is_word(entry: Entry, text: str, plain: str, start: int, end: int) -> bool:
    form = entry.form
    if _is_latin(form[0]) and _is_latin(plain[start - 1 : start]):
        return False
    if _is_latin(form[-1]) and _is_latin(plain[end : end + 1]):
        return False
    shouts = form.isascii() and form.isupper()
    return not shouts or text[start:end].translate(WIDE_TO_ASCII) == form


def _is_latin(neighbour: str) -> bool:
    return neighbour.isascii() and neighbour.isalnum()
