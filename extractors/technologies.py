"""Mentions of technologies: the vocabulary's labels in running text and in titles.

Longest match, never overlapping. Latin labels need word boundaries and also match their plural; a label written in
capitals (EDA, RFID) is matched in capitals only. Full-width letters and digits count as their ASCII forms, one for one,
so offsets are those of the text as read.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from extractors.document import Document, Mention
from extractors.labels import REACH, Entry, Trie, distance, entries_of, unspaced
from ontology.vocabulary import Concept, load

NAME = "technologies"
CONFIDENCE = {"preferred": 1.0, "alternative": 0.95, "hidden": 0.9, "ambiguous": 0.75}
Hit = tuple[int, int, Entry]


class Linker:
    """Finds concepts in texts; pure and reusable over any number of texts.

    `aggregates=False` leaves out the broad concepts (agriculture, new materials): that is how titles are read.
    """

    def __init__(self, concepts: Iterable[Concept], *, aggregates: bool = True) -> None:
        kept = (concept for concept in concepts if aggregates or not concept.aggregate)
        self._trie = Trie(entry for concept in kept for entry in entries_of(concept))

    def find(self, text: str, lang: str | None = None) -> list[tuple[int, int, str, str]]:
        """(start, end, uid, label) of each mention, in order; `lang` "zh" or "en" keeps labels of that language."""
        return [(start, end, entry.uid, entry.label) for start, end, entry in self.hits(text, lang)]

    def hits(self, text: str, lang: str | None = None) -> list[Hit]:
        """As `find`, with the entry that matched."""
        found = _allowed(list(self._trie.scan(text)))
        if lang is not None:
            found = [hit for hit in found if hit[2].lang == lang]
        return _longest(_settled(text, found))


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """Technology mentions of a document, aggregates included; `properties`: label, match."""
    if "pdf" not in document.media_type:
        return [_mention(document.text, hit) for hit in _linker().hits(document.text)]
    text, original = unspaced(document.text)
    hits = _linker().hits(text)
    return [_mention(document.text, (original(start), original(end - 1) + 1, entry)) for start, end, entry in hits]


@cache
def _linker() -> Linker:
    return Linker(load())


def _mention(text: str, hit: Hit) -> Mention:
    start, end, entry = hit
    properties = {"label": entry.label, "match": entry.how}
    return Mention("technology", entry.uid, start, end, text[start:end], NAME, CONFIDENCE[entry.how], properties)


def _allowed(hits: list[Hit]) -> list[Hit]:
    """The hits that do not lie inside an exclusion of their own concept (hits come in order of their ends)."""
    barred: dict[str, list[tuple[int, int]]] = {}
    for start, end, entry in hits:
        if entry.how == "exclusion":
            barred.setdefault(entry.uid, []).append((end, start))
    return [hit for hit in hits if hit[2].how != "exclusion" and not _inside(hit, barred.get(hit[2].uid, []))]


def _inside(hit: Hit, spans: list[tuple[int, int]]) -> bool:
    """Whether one of the spans, (end, start) in order, holds the hit; only those ending within REACH can."""
    start, end, _ = hit
    low, high = bisect_left(spans, (end, -1)), bisect_left(spans, (end + REACH, -1))
    return any(begin <= start for _, begin in spans[low:high])


def _settled(text: str, hits: list[Hit]) -> list[Hit]:
    """Ambiguous labels kept only beside a cue, for the concept whose cue is nearest."""
    if not any(entry.cues for _, _, entry in hits):
        return hits
    plain = [hit for hit in hits if not hit[2].cues]
    nearest: dict[tuple[int, int], tuple[int, str, Hit]] = {}
    for hit in hits:
        gap = distance(text, *hit) if hit[2].cues else None
        if gap is not None:
            claim = (gap, hit[2].uid, hit)
            nearest[hit[:2]] = min(nearest.get(hit[:2], claim), claim, key=lambda claim: claim[:2])
    return plain + [hit for _, _, hit in nearest.values()]


def _longest(hits: list[Hit]) -> list[Hit]:
    chosen: list[Hit] = []
    reached = -1
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1], bool(hit[2].cues))):
        if hit[0] >= reached:
            chosen.append(hit)
            reached = hit[1]
    return chosen
