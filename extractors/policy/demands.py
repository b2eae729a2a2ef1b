"""What a policy asks for: standards, or work on a technology."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from extractors import technologies
from extractors.document import Document, Mention
from extractors.policy import clauses, folding, horizon, where
from extractors.policy.actors import actor
from extractors.policy.asks import about_standards, asks, cue, directs, modality
from extractors.policy.clauses import Span
from extractors.policy.coordination import members, subject
from extractors.policy.folding import Folded
from extractors.policy.tiers import tiers
from extractors.policy.units import Unit, units
from extractors.policy.where import Where
from ontology import vocabulary

NAME = "demands"
KNOWN, NAMED, BARE = 0.9, 0.75, 0.6


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """A `demand` mention for each clause and ask; the span is the clause with the topic clause before it.

    Properties: ask and modality (ids of the vocabularies), about ("standards" or "technology"), technologies (uids),
    subject (as written), subjects (its members, lists expanded), actor, tier, programme, year, provision, heading
    (whether the clause is a provision's heading).
    """
    if document.lang == "en":
        return []
    folded = folding.of(document)
    places = where.of(document, found)
    terms = sorted(found.get("technologies", ()), key=lambda mention: mention.start)
    starts = [mention.start for mention in terms]
    return [
        mention
        for sentence in clauses.sentences(folded.text)
        if (named := inside(folded, sentence, terms, starts)) or about_standards(sentence.text)
        for unit in units(sentence)
        for mention in demands(folded, sentence, unit, places, within(folded, unit, named))
    ]


def inside(folded: Folded, sentence: Span, terms: Sequence[Mention], starts: Sequence[int]) -> Sequence[Mention]:
    """The technology mentions that begin in a sentence."""
    start, end = folded.span(sentence.start, sentence.end)
    return terms[bisect_left(starts, start) : bisect_left(starts, end)]


def within(folded: Folded, unit: Unit, terms: Sequence[Mention]) -> list[Mention]:
    """The technology mentions of a sentence that a unit holds; standardization itself only where it names no other."""
    if not terms:
        return []
    start, end = folded.span(unit.start, unit.end)
    held = (term for term in terms if start <= term.start and term.end <= end)
    return [term for term in held if not cue("generic").search(term.quote)]


def demands(folded: Folded, sentence: Span, unit: Unit, places: Where, terms: Sequence[Mention]) -> Iterator[Mention]:
    """The demands of one unit."""
    about = "standards" if about_standards(unit.clause) else "technology"
    if (about == "technology" and not terms) or not directs(unit.clause):
        return
    found = asks(unit.clause, about)
    if not found:
        return
    properties = shared(folded, sentence, unit, places, terms, about)
    confidence = KNOWN if properties["technologies"] else NAMED if properties["subject"] else BARE
    for ask in found:
        yield folding.mention(
            folded, "demand", unit.start, unit.end, NAME, ask=ask, **properties, confidence=confidence
        )


def shared(
    folded: Folded, sentence: Span, unit: Unit, places: Where, terms: Sequence[Mention], about: str
) -> dict[str, Any]:
    """The properties that the demands of one unit have in common."""
    doer = actor(unit.clause)
    named = subject(unit.clause.partition(doer)[2] if doer else unit.clause, unit.topic)
    listed = members(named, is_term) if named else []
    origin = folded.origin(unit.start)
    chain = places.chain(origin)
    years = horizon.years(sentence.text)
    uids = [term.id for term in terms if term.id] + [uid for member in listed if (uid := term_of(member))]
    return {
        "modality": modality(unit.clause),
        "about": about,
        "technologies": list(dict.fromkeys(uids)),
        "subject": named,
        "subjects": listed,
        "actor": doer,
        "tier": tiers(unit.clause),
        "programme": programme(folded.text[unit.start : unit.end]),
        "year": years[-1][1] if years else None,
        "provision": chain[0].properties["path"] if chain else None,
        "heading": bool(chain) and is_heading(chain[0], origin),
    }


def is_heading(provision: Mention, offset: int) -> bool:
    """Whether a place is in the heading of its provision."""
    heading = provision.properties["heading"]
    return bool(heading) and offset < provision.start + len(heading)


def programme(text: str) -> str | None:
    """The programmes in quotation marks, joined by `;`."""
    return ";".join(found[1] or found[2] for found in re.finditer(cue("programme"), text)) or None


@cache
def exact() -> Callable[[str], str | None]:
    """The uid of a phrase that is a label of the vocabulary."""
    linker = technologies.Linker(vocabulary.load(), aggregates=False)

    def find(phrase: str) -> str | None:
        hits = linker.find(phrase)
        return next((uid for start, end, uid, _ in hits if (start, end) == (0, len(phrase))), None)

    return find


def term_of(phrase: str) -> str | None:
    """The technology that a phrase names as a whole."""
    return exact()(phrase)


def is_term(phrase: str) -> bool:
    """Whether a phrase as a whole is a technology of the vocabulary."""
    return term_of(phrase) is not None
