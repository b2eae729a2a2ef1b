"""Find, then resolve: raw records become one graph. A pure step; people's decisions and corrections are data."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from errors import InputError
from graph.differences import differ
from graph.records import Edge, Issue, Node, Value
from graph.unlisted import unlisted


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on two nodes: `same` merges `other` into `kept`, `different` keeps them apart."""

    kept: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one property of one node; it wins over every source."""

    uid: str
    property: str
    value: Value


@dataclass(frozen=True, slots=True)
class Resolved:
    """One node per uid and edges whose ends exist, in a stable order."""

    nodes: dict[str, Node]
    edges: list[Edge]
    issues: list[Issue]


# Facts two catalogues can contradict each other about; other properties are filled in from whoever has them.
_COMPARED = ("published", "valid_from", "valid_to", "title_zh", "title_en", "filed", "kind")


def resolve(
    nodes: Iterable[Node], edges: Iterable[Edge], decisions: Iterable[Decision], corrections: Iterable[Correction]
) -> Resolved:
    """Merges nodes of one uid (the earlier record wins, each contradiction is an Issue) and completes edge ends.

    Records come in the order of precedence of their sources. An edge to a node that no source lists makes an
    `listed: false` node for it (standards, editions, policies, organizations) or becomes an Issue (all else).
    """
    aliases = {decision.other: decision.kept for decision in decisions if decision.same}
    merged, issues = _merge(nodes, aliases)
    _correct(merged, corrections)
    kept: dict[tuple[object, ...], Edge] = {}
    for edge in edges:
        edge = _redirect(edge, aliases)
        if _complete(edge, merged, kept, issues) and edge.source != edge.target:
            kept.setdefault(_identity(edge), edge)
    ordered = sorted(kept.values(), key=_order)
    return Resolved(dict(sorted(merged.items())), ordered, issues)


def _merge(nodes: Iterable[Node], aliases: Mapping[str, str]) -> tuple[dict[str, Node], list[Issue]]:
    merged: dict[str, Node] = {}
    issues: list[Issue] = []
    for node in nodes:
        uid = aliases.get(node.uid, node.uid)
        if (known := merged.get(uid)) is None:
            merged[uid] = node if uid == node.uid else replace(node, uid=uid)
        elif known.properties != node.properties:
            issues += _contradictions(known, node)
            merged[uid] = replace(known, properties={**node.properties, **known.properties})
    return merged, issues


def _contradictions(known: Node, other: Node) -> list[Issue]:
    return [
        Issue(
            "contradiction",
            str(other.properties.get("sources", "")),
            f"{known.uid} {name}",
            str(other.properties[name]),
            f"kept {known.properties[name]!r} of {known.properties.get('sources', 'an earlier source')}",
        )
        for name in _COMPARED
        if name in known.properties
        and name in other.properties
        and differ(name, known.properties[name], other.properties[name])
    ]


def _correct(merged: dict[str, Node], corrections: Iterable[Correction]) -> None:
    for correction in corrections:
        if (node := merged.get(correction.uid)) is None:
            raise InputError(
                "correction of a node that does not exist", file="data/corrections.yaml", value=correction.uid
            )
        merged[correction.uid] = replace(node, properties={**node.properties, correction.property: correction.value})


def _redirect(edge: Edge, aliases: Mapping[str, str]) -> Edge:
    source, target = aliases.get(edge.source, edge.source), aliases.get(edge.target, edge.target)
    return edge if (source, target) == (edge.source, edge.target) else replace(edge, source=source, target=target)


def _complete(edge: Edge, merged: dict[str, Node], kept: dict[tuple[object, ...], Edge], issues: list[Issue]) -> bool:
    for uid in (edge.source, edge.target):
        if uid in merged:
            continue
        node, more = unlisted(uid, edge.evidence)
        if node is None:
            place = f"{edge.type} {edge.source} -> {edge.target}"
            issues.append(
                Issue("edge", edge.evidence.document, place, uid, "no source lists this node; the edge is left out")
            )
            return False
        for addition in node:
            merged.setdefault(addition.uid, addition)
        for addition_edge in more:
            kept.setdefault(_identity(addition_edge), addition_edge)
    return True


def _identity(edge: Edge) -> tuple[object, ...]:
    place = edge.evidence.row if edge.evidence.row is not None else edge.evidence.start
    return edge.type, edge.source, edge.target, edge.evidence.document, place


def _order(edge: Edge) -> tuple[str, ...]:
    return tuple(str(part) for part in _identity(edge))


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """`data/decisions.csv`: columns kept, other, decision (same|different), reason, by, date."""
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for number, row in enumerate(rows, 2):
        if row["decision"] not in ("same", "different"):
            raise InputError(
                "unknown decision", file=path, place=number, value=row["decision"], allowed="same, different"
            )
    return tuple(Decision(row["kept"], row["other"], row["decision"] == "same") for row in rows)


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """`data/corrections.yaml`: a list of {uid, property, value, reason, by, date}."""
    if not path.exists():
        return ()
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    for number, entry in enumerate(entries, 1):
        if missing := {"uid", "property", "value", "reason", "by", "date"} - set(entry):
            raise InputError("correction lacks", file=path, place=f"entry {number}", value=", ".join(sorted(missing)))
    return tuple(Correction(entry["uid"], entry["property"], entry["value"]) for entry in entries)
