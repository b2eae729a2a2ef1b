"""The gap table of a policy: one row per technology it asks for, each verdict inside a declared scope or unknown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gaps.kinds import BY_PRESENCE, KINDS, NEEDS, SPARSE
from gaps.measures import CHINESE, COUNTED, TIERS, Facts, Measure, ancestors, measure
from gaps.scope import Closed, chinese, covers_tiers
from gaps.score import Observation, Score, scores
from gaps.words import Words
from graph.scope import ANY
from ontology.vocabulary import Concept

_ORDER = {"gap": 0, "unknown": 1, "covered": 2}
# Patents measure the intensity of technologies and industries; of services and governance they say nothing.
_TECHNICAL = ("technology", "industry")
Row = dict[str, Any]
Above = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """Everything the rows of any policy need, measured once."""

    concepts: tuple[Concept, ...]
    by_uid: Mapping[str, Concept]
    above: Above
    closed: tuple[Closed, ...]
    words: Words
    measures: Mapping[str, Measure]
    scores: Mapping[str, Score]
    closed_scores: Mapping[str, tuple[str, Score]]


def prepare(facts: Facts, concepts: Sequence[Concept], closed: Sequence[Closed], words: Words) -> Table:
    """Measures every technology over all policies and scores it, on record and within complete catalogues."""
    everything = measure(facts, concepts)
    by_uid, above = {concept.uid: concept for concept in concepts}, ancestors(concepts)
    members = [concept for concept in concepts if _scorable(concept)]
    found = scores([_observation(concept, above, everything[concept.uid]) for concept in members])
    inside = _closed_scores(members, above, closed, everything)
    return Table(tuple(concepts), by_uid, above, tuple(closed), words, everything, found, inside)


def rows(table: Table, policy: str) -> list[Row]:
    """Rows of one policy (uid): what a complete catalogue lacks, then by score, then what cannot be scored."""
    asked = [(concept, table.measures[concept.uid].asked_by(policy)) for concept in table.concepts]
    found = [_row(table, concept, measured) for concept, measured in asked if measured.askings]
    found.sort(key=_place)
    return [{"rank": rank, **row} for rank, row in enumerate(found, 1)]


def _place(row: Row) -> tuple[bool, bool, float, int, int, str]:
    scored, verdict = row["score"] is not None, row["scope"]
    largest = -row["score"] if scored else 0.0
    return verdict != "gap", not scored, largest, _ORDER[verdict], -row["n_provisions"], row["technology"]


def _closed_scores(
    concepts: Sequence[Concept], above: Above, closed: Sequence[Closed], measures: Mapping[str, Measure]
) -> dict[str, tuple[str, Score]]:
    """Technology → (sources, score inside them); a Chinese complete catalogue outranks the international ones."""
    result: dict[str, tuple[str, Score]] = {}
    for group in _groups(closed):
        members = [concept for concept in concepts if group[0].holds(above[concept.uid])]
        found = scores([_observation(concept, above, measures[concept.uid], group) for concept in members])
        basis = ";".join(dict.fromkeys(scope.source for scope in group))
        result |= {technology: (basis, score) for technology, score in found.items()}
    return result


def _scorable(concept: Concept) -> bool:
    return concept.kind in _TECHNICAL and not concept.aggregate


def _groups(closed: Sequence[Closed]) -> list[list[Closed]]:
    """Scopes of one field and side (international, Chinese) are counted together; Chinese ones come last and win."""
    groups: dict[tuple[bool, bool, str], list[Closed]] = {}
    for scope in closed:
        groups.setdefault((chinese([scope]), scope.field != ANY, scope.field), []).append(scope)
    return [groups[key] for key in sorted(groups)]


def _observation(
    concept: Concept, above: Above, measured: Measure, group: Sequence[Closed] | None = None
) -> Observation:
    """Everything on record, or what belongs to the complete catalogues of `group`."""
    counted = (c for c in measured.coverings if group is None or any(scope.counts(c) for scope in group))
    links = tuple(covering.probability for covering in counted)
    patents = sum(probability for _, _, probability in measured.patents)
    return Observation(concept.uid, _field(concept.uid, above), links, patents, measured.provisions())


def _field(uid: str, above: Above) -> str:
    """The field α is pooled over: the broadest concept above the technology."""
    return min(above[uid], key=lambda other: (len(above[other]), other))


def _row(table: Table, concept: Concept, measured: Measure) -> Row:
    scopes = [scope for scope in table.closed if scope.holds(table.above[concept.uid])]
    claimable = {name for name in KINDS if name in BY_PRESENCE or _claimable(name, concept, scopes)}
    kinds = [name for name, holds in KINDS.items() if holds(measured) and (name in claimable or name not in SPARSE)]
    kinds = [name for name in kinds if not (concept.aggregate and name in BY_PRESENCE)]
    sources, inside = table.closed_scores.get(concept.uid, ("", None))
    here = _verdict(measured, scopes, CHINESE)
    abroad = _verdict(measured, scopes if _classed(concept) else (), ("international",))
    field = table.by_uid[_field(concept.uid, table.above)]
    return {
        "technology": concept.uid,
        "title_zh": concept.zh,
        "title_en": concept.en,
        "kind": concept.kind,
        "field": field.uid,
        "field_zh": field.zh,
        "field_en": field.en,
        "provisions": [_asking(asking) for asking in measured.askings],
        "n_provisions": len({asking.provision for asking in measured.askings}),
        "in_force": {tier: measured.counted(tier) for tier in TIERS},
        "standards": _considered(measured),
        "patents": measured.patent_count(),
        **_scored(table.scores.get(concept.uid)),
        "basis": "on_record",
        "complete": {**_scored(inside), "basis": sources},
        "kinds": kinds,
        "claimed": [name for name in kinds if name in claimable],
        "scope": here,
        "scope_international": abroad,
        **table.words.reasons(measured, scopes, here, abroad),
        **table.words.settles(concept, here, abroad),
    }


def _claimable(kind: str, concept: Concept, scopes: Sequence[Closed]) -> bool:
    return covers_tiers(scopes, NEEDS[kind]) and (_classed(concept) or "international" not in NEEDS[kind])


def _classed(concept: Concept) -> bool:
    """Whether a class of the international catalogues is the technology: words of titles alone prove no absence."""
    return any(mapping.scheme == "ics" and mapping.match in ("exact", "close") for mapping in concept.mappings)


def _verdict(measured: Measure, scopes: Iterable[Closed], tiers: tuple[str, ...]) -> str:
    """covered: a standard in force is on record; gap: none, not even a doubtful one, and the catalogue is complete."""
    if any(measured.counted(tier) for tier in tiers):
        return "covered"
    doubtful = sum(covering.probability for covering in measured.coverings if covering.tier in tiers)
    needed = tuple(tier for tier in tiers if tier in ("national", "sector", "international"))
    return "gap" if covers_tiers(scopes, needed) and doubtful < COUNTED else "unknown"


def _scored(score: Score | None) -> Row:
    if score is None:
        return dict.fromkeys(("ratio", "ratio_low", "ratio_high", "score", "expected"))
    return {
        "ratio": score.ratio,
        "ratio_low": score.low,
        "ratio_high": score.high,
        "score": score.score,
        "expected": score.expectation,
    }


def _asking(asking: Any) -> Row:
    return {
        "uid": asking.provision,
        "path": asking.path,
        "heading": asking.heading,
        "quote": asking.quote,
        "ask": asking.ask,
        "modality": asking.modality,
    }


def _considered(measured: Measure, most: int = 30) -> list[Row]:
    """The standards in force that were weighed, the surest first, with the probability that each counts."""
    surest = sorted(measured.coverings, key=lambda covering: (-covering.probability, covering.designation))
    return [
        {
            "uid": c.standard,
            "designation": c.designation,
            "title": c.title,
            "tier": c.tier,
            "status": "in_force",
            "probability": c.probability,
        }
        for c in surest[:most]
    ]
