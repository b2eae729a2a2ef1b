"""Whether an edition was in force on a day: derived from dates and replacements, never from a stale word alone."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from graph.records import Edge, Node

_WORDS = Path(__file__).with_name("statuses.tsv")
_FINAL = ("withdrawn", "superseded")
# Statuses that a later replacement turns into "superseded"; a draft or an upcoming edition has not been in force yet.
_REPLACEABLE = ("in_force", "unknown", "withdrawn")


def status(valid_from: str, valid_to: str, source_status: str, replaced_by_dates: Iterable[str], as_of: str) -> str:
    """in_force, upcoming, superseded, withdrawn, draft or unknown, on the day `as_of`.

    Args:
        valid_from, valid_to: ISO dates, as precise as known; empty when not known.
        source_status: what the source's word means (one of the statuses, empty when it says nothing).
        replaced_by_dates: when whatever replaces the whole edition took or takes effect.

    Dates win over words: an "upcoming" edition whose day has come is in force; one called in force whose day has not
    come is upcoming; one that was replaced is superseded, whatever its source still says.
    """
    if source_status == "draft":
        return "draft"
    if any(reached(day, as_of) for day in replaced_by_dates if day):
        return "superseded"
    if source_status in _FINAL:
        return source_status
    if valid_to and reached(valid_to, as_of):
        return "withdrawn"
    if valid_from and not reached(valid_from, as_of):
        return "upcoming"
    if source_status == "upcoming":
        return "in_force" if valid_from else "upcoming"
    return source_status or "unknown"


def reached(day: str, as_of: str) -> bool:
    """Whether `day` has come on `as_of`, compared as precisely as the less precise of the two is given."""
    return day[: len(as_of)] <= as_of[: len(day)]


def meanings(family: str) -> dict[str, str]:
    """Status words of a family of sources (cn, iso, iec …) and what they mean, from `statuses.tsv`."""
    with _WORDS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["word"]: row["meaning"] for row in rows if row["family"] == family}


def meaning(word: str, words: Mapping[str, str]) -> str | None:
    """What a status word means; of a stage code such as 90.93 the exact entry or that of its stage. None: not known."""
    return words.get(word) or words.get(word.partition(".")[0])


def superseded(nodes: Mapping[str, Node], edges: Iterable[Edge], as_of: str) -> dict[str, Node]:
    """The nodes with every edition that something in force on `as_of` wholly replaces marked "superseded".

    A replacement named only by its undated work counts from the work's newest edition that is not a draft.
    """
    days: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.type == "REPLACES" and not edge.properties.get("partial") and edge.source in nodes:
            days[edge.target].append(_effective(nodes[edge.source]))
    return {uid: _marked(node, days.get(uid, ()), as_of) for uid, node in nodes.items()}


def _effective(node: Node) -> str:
    facts = node.properties
    if facts.get("status") in ("draft", "upcoming") and not facts.get("valid_from"):
        return ""
    return str(facts.get("valid_from") or facts.get("published") or facts.get("year") or "")


def _marked(node: Node, days: Iterable[str], as_of: str) -> Node:
    replaced = node.label == "Edition" and node.properties.get("status") in _REPLACEABLE
    if replaced and any(day and reached(day, as_of) for day in days):
        return replace(node, properties={**node.properties, "status": "superseded"})
    return node
