"""Tiny graphs written by hand: YAML to records. What every record needs and no case is about is filled in here."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from graph.records import Edge, Evidence, Node

DOCUMENT = "doc:test"


def read(path: Path) -> tuple[list[Node], list[Edge], list[Mapping[str, Any]]]:
    """Nodes, edges and cases of a file: `nodes` uid → {label, …}, `edges` [TYPE, source, target, {…}], `cases`."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    nodes = [node("doc:test", {"label": "Document", "media_type": "text/plain"})]
    nodes += [node(uid, facts) for uid, facts in content["nodes"].items()]
    edges = [edge(number, *item) for number, item in enumerate(content.get("edges", ()), 1)]
    return nodes, edges, content["cases"]


def node(uid: str, facts: Mapping[str, Any]) -> Node:
    """A standard or an edition takes designation and body from its uid."""
    properties = dict(facts)
    label = properties.pop("label")
    name = uid.partition(":")[2]
    if label in ("Standard", "Edition"):
        properties = {"designation": name, "body": name.rpartition(" ")[0], "tier": "national", **properties}
    return Node(label, uid, {"title": name, **properties})


def edge(number: int, type: str, source: str, target: str, facts: Mapping[str, Any] | None = None) -> Edge:
    """Evidence is row `number` of the test document unless a quote, a span or a row is given."""
    properties = {**({"about": "standards"} if type == "CALLS_FOR" else {}), **(facts or {})}
    given = {name: properties.pop(name) for name in ("start", "end", "row", "confidence") if name in properties}
    if "start" not in given:
        given.setdefault("row", number)
    quote = properties.pop("quote", f"{source} {target}")
    return Edge(type, source, target, Evidence(DOCUMENT, quote, "test", **given), properties)
