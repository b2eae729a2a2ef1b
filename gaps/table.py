"""The gap table of a policy: one row per technology it asks for, each verdict inside a declared scope or unknown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gaps.kinds import BY_PRESENCE, KINDS, NEEDS
from gaps.measures import CHINESE, TIERS, Facts, Measure, ancestors, measure
from gaps.scope import Closed, chinese, covers_tiers
from gaps.score import Observation, Score, scores
from gaps.words import Words
from ontology.vocabulary import Concept

_ORDER = {"gap": 0, "unknown": 1, "covered": 2}
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Everything the rows of any policy need, measured once."""

    facts: Facts
    concepts: tuple[Concept, ...]
    closed: tuple[Closed, ...]
    words: Words
    all_policies: Mapping[str, Measure]
    scores: Mapping[str, tuple[str, Score]]


def prepare(facts: Facts, concepts: Sequence[Concept], closed: Sequence[Closed], words: Words) -> Table:
    """Measures every technology over all policies and scores it within each group of complete catalogues."""
    everything = measure(facts, concepts)
    return Table(facts, tuple(concepts), tuple(closed), words, everything, _scores(concepts, closed, everything))


def rows(table: Table, policy: str) -> list[Row]:
    """Rows of one policy (uid), largest gap first; ties by technology uid share nothing but their order."""
    above = ancestors(table.concepts)
    asked = measure(table.facts, table.concepts, [policy])
    found = [
        _row(table, concept, asked[concept.uid], above[concept.uid])
        for concept in table.concepts
        if asked[concept.uid].askings
    ]
    found.sort(key=lambda row: (_ORDER[row["scope"]], -(row["score"] if row["score"] is not None else -9), row["technology"]))
    return [{"rank": rank, **row} for rank, row in enumerate(found, 1)]


def _scores(
    concepts: Sequence[Concept], closed: Sequence[Closed], measures: Mapping[str, Measure]
) -> dict[str, tuple[str, Score]]:
    """Technology → (basis, score); a Chinese complete catalogue outranks the international ones."""
    above = ancestors(concepts)
    result: dict[str, tuple[str, Score]] = {}
    for group in _groups(closed):
        members = [c for c in concepts if not c.aggregate and group[0].holds(above[c.uid])]
        found = scores([_observation(c, above, measures[c.uid], group) for c in members])
        basis = ";".join(dict.fromkeys(scope.source for scope in group))
        result |= {technology: (basis, score) for technology, score in found.items()}
    return result


def _groups(closed: Sequence[Closed]) -> list[list[Closed]]:
    """Scopes of one field and side (international, Chinese) are counted together; Chinese ones come last and win."""
    groups: dict[tuple[bool, bool, str], list[Closed]] = {}
    for scope in closed:
        groups.setdefault((chinese([scope]), scope.field != "all", scope.field), []).append(scope)
    return [groups[key] for key in sorted(groups)]


def _observation(
    concept: Concept, above: Mapping[str, tuple[str, ...]], measured: Measure, group: Sequence[Closed]
) -> Observation:
    links = tuple(c.probability for c in measured.coverings if any(scope.counts(c) for scope in group))
    patents = sum(probability for _, _, probability in measured.patents)
    return Observation(concept.uid, _field(concept.uid, above), links, patents, measured.provisions())


def _field(uid: str, above: Mapping[str, tuple[str, ...]]) -> str:
    """The field α is pooled over: the broadest concept above the technology."""
    return min(above[uid], key=lambda other: (len(above[other]), other))


def _row(table: Table, concept: Concept, measured: Measure, above: tuple[str, ...]) -> Row:
    scopes = [scope for scope in table.closed if scope.holds(above)]
    kinds = [name for name, holds in KINDS.items() if holds(measured)]
    claimed = [name for name in kinds if name in BY_PRESENCE or covers_tiers(scopes, NEEDS[name])]
    basis, score = table.scores.get(concept.uid, ("", None))
    here, abroad = _verdict(measured, scopes, CHINESE), _verdict(measured, scopes, ("international",))
    field = table.by_uid[_field(concept.uid, ancestors(table.concepts))]
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
        **_scored(score),
        "basis": basis,
        "kinds": kinds,
        "claimed": claimed,
        "scope": here,
        "scope_international": abroad,
        **table.words.reasons(measured, scopes, here, abroad),
        **table.words.settles(concept, here, abroad),
    }


def _verdict(measured: Measure, scopes: Iterable[Closed], tiers: tuple[str, ...]) -> str:
    """covered: a standard in force is on record; gap: none, and a complete catalogue says so; else unknown."""
    if any(measured.counted(tier) for tier in tiers):
        return "covered"
    needed = tuple(tier for tier in tiers if tier in ("national", "sector", "international"))
    return "gap" if covers_tiers(scopes, needed) else "unknown"


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
        {"uid": c.standard, "designation": c.designation, "title": c.title, "tier": c.tier, "probability": c.probability}
        for c in surest[:most]
    ]
