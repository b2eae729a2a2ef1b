"""The graph as of a day: what had been published, and what each edition's status was."""

from collections.abc import Mapping
from typing import Any

from app_pages.neighbours import Neighbourhood
from graph.status import reached, status

BEGINNINGS = ("published", "issued", "filed", "declared")


def existed(facts: Mapping[str, Any], day: str) -> bool:
    """Whether the thing had been made public on `day`; things without a date always had."""
    dates = [str(facts[name]) for name in BEGINNINGS if facts.get(name)]
    return not dates or reached(dates[0], day)


def status_on(facts: Mapping[str, Any], day: str, as_of: str) -> str:
    """The status on `day`; "" for things that have none.

    The record's own status holds on the build's date and after; before it only dates tell, and an edition whose end
    is not dated is "unknown" rather than guessed.
    """
    stored = str(facts.get("status") or "")
    if not stored or (day >= as_of and stored in ("superseded", "withdrawn", "draft")):
        return stored
    ended_undated = stored in ("superseded", "withdrawn") and not facts.get("valid_to")
    begun = bool(facts.get("valid_from")) and reached(str(facts["valid_from"]), day)
    if ended_undated and begun:
        return "unknown"
    word = "draft" if stored == "draft" else "in_force" if begun else ""
    return status(str(facts.get("valid_from") or ""), str(facts.get("valid_to") or ""), word, (), day)


def on(found: Neighbourhood, day: str) -> Neighbourhood:
    """Without the neighbours that did not exist yet."""
    kept = {uid: node for uid, node in found.nodes.items() if uid == found.centre or existed(node.facts, day)}
    links = tuple(link for link in found.links if link.source in kept and link.target in kept)
    return Neighbourhood(found.centre, kept, links, found.totals)
