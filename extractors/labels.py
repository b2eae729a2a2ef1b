"""The dictionary pass behind `technologies`: forms of labels, and a trie that finds them at tens of millions of
characters a second.

pyahocorasick scans the children of a node one by one, so an alphabet of thousands of characters is slow; the trie is
built over UTF-8 bytes (at most 64 children below the first level), forms with frequent first characters first.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from re import Match
from re import compile as regex

from ahocorasick import Automaton

from ontology.vocabulary import Concept

UNUSUAL = regex("[A-Z０-９Ａ-Ｚａ-ｚ＋]+")
WIDE_TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
BREAK = regex("[。；;！？!?\n]")
REACH = 200
SPACED_HAN = regex("(?<=[\u4e00-\u9fff])(?:[ \u3000]+\n?|\n)[ \u3000]*(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write a concept.

    `how` is preferred, alternative, hidden, ambiguous or exclusion; `left` and `right` ask for a word boundary there;
    `capitals` for capitals as written.
    """

    uid: str
    label: str
    form: str
    how: str
    lang: str
    cues: tuple[str, ...]
    left: bool
    right: bool
    capitals: bool


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
    left, right = (_is_latin(edge) for edge in (form[0], form[-1]))
    return Entry(uid, label, form, how, lang, cues, left, right, form.isascii() and form.isupper())


class Trie:
    """All forms of all entries, searched at once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        table: dict[str, list[Entry]] = {}
        for entry in entries:
            table.setdefault(entry.form.lower(), []).append(entry)
        frequency = Counter("".join(table))
        self._automaton = Automaton()
        for form in sorted(table, key=lambda form: (-frequency[form[0]], form)):
            self._automaton.add_word(_bytes(form).decode("latin-1"), (len(form), tuple(table[form])))
        if table:
            self._automaton.make_automaton()

    def scan(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """(start, end, entry) of every form, nested ones too, in order of their ends."""
        if not self._automaton:
            return
        plain = normal(text)
        data = _bytes(plain)
        position = end = 0
        for last, (size, entries) in self._automaton.iter(data.decode("latin-1")):
            end += len(data[position : last + 1].decode("utf-8", "surrogatepass"))
            position = last + 1
            for entry in entries:
                if _stands_alone(entry, plain, end - size, end) and _has_case(entry, text[end - size : end]):
                    yield end - size, end, entry


def distance(text: str, start: int, end: int, entry: Entry) -> int | None:
    """How far the nearest cue of an ambiguous label stands inside its sentence; None without one."""
    low = max(
        (stop.end() for stop in BREAK.finditer(text, max(0, start - REACH), start)), default=max(0, start - REACH)
    )
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


def _has_case(entry: Entry, written: str) -> bool:
    return not entry.capitals or written.translate(WIDE_TO_ASCII) == entry.form


def _stands_alone(entry: Entry, text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (entry.left and _is_latin(before)) and not (entry.right and _is_latin(after))


def _is_latin(neighbour: str) -> bool:
    return neighbour.isascii() and neighbour.isalnum()
