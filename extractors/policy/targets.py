"""The numeric targets a policy sets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractors.document import Document, Mention
from extractors.policy import (
    clauses,
    evidence,
    figures,
    folding,
    horizon,
    lines,
    markers,
    metadata,
    patterns,
    predicates,
    where,
)
from extractors.policy.clauses import Span
from extractors.policy.evidence import Setting
from extractors.policy.figures import Figure
from extractors.policy.folding import Folded
from extractors.policy.horizon import LeadIn
from extractors.policy.indicator_tables import Indicator, indicators
from extractors.policy.subjects import part, subject
from extractors.policy.tiers import tiers
from extractors.policy.where import Where

NAME = "targets"
FIGURE = re.compile("[0-9百千番]")
CONFIDENCE = 0.9
INHERITED = 0.8


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """A `target` mention over the clause (or its part) that holds figure and subject.

    Properties: value (number), high (upper end of a range, or None), unit, comparator (ge, le, eq, about, increase,
    decrease), year (or None), subject, level (tiers of standards, `national;sector`), baseline (as written),
    baseline_year, baseline_value, provision (path), value_start and value_end (the figure itself).
    """
    folded = folding.of(document)
    titles = title_of(document, found)
    places = where.of(document, found)
    plan = bool(re.search(patterns.load("targets")["plans"], titles))
    tabled = [of_table(folded, places, row) for row in indicators(lines.lines(folded.text))]
    rows = {row.start for row in tabled}
    prose = mentions(folded, places, plan, horizon.plan_end(titles) if plan else None)
    return sorted((*tabled, *(found for found in prose if found.start not in rows)), key=lambda found: found.start)


def of_table(folded: Folded, places: Where, row: Indicator) -> Mention:
    """The target of a row of an indicator table."""
    first, last = folded.span(*folded.trimmed(row.cell.start, row.cell.end))
    return folding.mention(
        folded,
        "target",
        row.start,
        row.end,
        NAME,
        value=row.value,
        high=None,
        unit=row.unit,
        comparator=row.comparator,
        year=row.year,
        subject=row.subject,
        level=tiers(row.subject),
        baseline=f"{row.base_year}年" if row.base_year else None,
        baseline_year=row.base_year,
        baseline_value=row.base,
        provision=places.path(folded.origin(row.start)),
        value_start=first,
        value_end=last,
        confidence=CONFIDENCE,
    )


def title_of(document: Document, found: Mapping[str, Sequence[Mention]]) -> str:
    """The title of the text: that of the plan where a notice carries one."""
    own = found.get("metadata")
    read = own if own is not None else metadata.extract(document, found)
    return next((item.properties["attached_title"] or item.properties["title"] for item in read), document.title or "")


def mentions(folded: Folded, places: Where, plan: bool, end: int | None) -> Iterator[Mention]:
    """The targets of a text in order; a lead-in holds until the next one, within its provision."""
    lead: LeadIn | None = None
    for sentence in clauses.sentences(folded.text):
        if not FIGURE.search(sentence.text):
            continue
        chain = places.chain(folded.origin(sentence.start))
        lead = horizon.lead_in(sentence, chain) or (lead if horizon.governs(lead, chain) else None)
        yield from in_sentence(folded, sentence, chain, lead.year if lead else None, plan, end)


def in_sentence(
    folded: Folded, sentence: Span, chain: Sequence[Mention], led: int | None, plan: bool, end: int | None
) -> Iterator[Mention]:
    """The targets of one sentence."""
    earlier = ""
    for clause in clauses.clauses(sentence):
        setting = Setting(sentence, clause, chain, led, plan, end)
        listed = [figure for figure in figures.figures(clause.text) if evidence.is_target(setting, figure)]
        for index, figure in enumerate(listed):
            year = setting.goal(figure) or end
            yield mention(folded, clause, part(clause, listed, index), figure, year, chain, earlier)
        earlier = clause.text


def mention(
    folded: Folded,
    clause: Span,
    span: tuple[int, int],
    figure: Figure,
    year: int | None,
    chain: Sequence[Mention],
    earlier: str,
) -> Mention:
    """One target."""
    head = markers.head(clause.text, 0, len(clause.text), "zh")
    span = (max(span[0], head.body if head and head.body <= figure.start else 0), span[1])
    start, end = folded.trimmed(clause.start + span[0], clause.start + span[1])
    first, last = folded.span(clause.start + figure.start, clause.start + figure.end)
    before = clause.text[: figure.start]
    return folding.mention(
        folded,
        "target",
        start,
        end,
        NAME,
        value=figure.value,
        high=figure.high,
        unit=figure.unit,
        comparator=predicates.comparator(before, figure),
        year=year,
        subject=subject(clause.text, figure, *span, earlier),
        level=tiers(clause.text[span[0] : span[1]]),
        **baseline(clause.text),
        provision=chain[0].properties["path"] if chain else None,
        value_start=first,
        value_end=last,
        confidence=CONFIDENCE if year else INHERITED,
    )


def baseline(text: str) -> dict[str, Any]:
    """What a change is measured from: 较2020年."""
    found = re.search(patterns.load("targets")["baseline"], text)
    if not found:
        return {"baseline": None, "baseline_year": None, "baseline_value": None}
    value = found["value"]
    return {
        "baseline": found["text"],
        "baseline_year": int(found["year"]) if found["year"] else None,
        "baseline_value": float(value.rstrip("%")) if value else None,
    }
