"""The neighbourhood of a node: what the graph says about it, with the words each relation rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.store import Store
from ontology import schema

QUERIES = Path(__file__).with_name("queries")
MOST = 60
"""Relations read per type and direction, the most probable first; a hub has thousands."""
DIRECTIONS = ("outgoing", "incoming")


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its properties (`uid` and `title` among them)."""

    uid: str
    label: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation source → target; `facts` holds its evidence and own properties."""

    relation: str
    source: str
    target: str
    facts: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Names this relation within a neighbourhood, for a link to it."""
        return f"{self.relation}|{self.source}|{self.target}"


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """`nodes` by uid, the centre among them; `totals`: how many relations of a type there are before any cut."""

    centre: str
    nodes: Mapping[str, Node]
    links: tuple[Link, ...]
    totals: Mapping[str, int]


def around(store: Store, uid: str, label: str) -> Neighbourhood | None:
    """The node and its direct neighbours; None when the graph does not hold it.

    `label` must be a class of the ontology: it is the one thing that Cypher cannot take as a parameter.
    """
    if label not in schema.load().classes:
        return None
    own = store.query(query("node", label), {"uid": uid}).rows
    if not own:
        return None
    nodes = {uid: Node(uid, label, plain(own[0][0]))}
    links: list[Link] = []
    totals: dict[str, int] = {}
    for direction in DIRECTIONS:
        for relation, count in store.query(query(f"count_{direction}", label), {"uid": uid}).rows:
            totals[relation] = totals.get(relation, 0) + int(count)
            parameters = {"uid": uid, "relation": relation, "most": MOST}
            for row in store.query(query(direction, label), parameters).rows:
                add(nodes, links, (relation, *row), uid, outgoing=direction == "outgoing")
    return Neighbourhood(uid, nodes, tuple(links), totals)


def add(nodes: dict[str, Node], links: list[Link], row: Sequence[Any], uid: str, *, outgoing: bool) -> None:
    relation, facts, label, other = row
    node = Node(str(other["uid"]), str(label), plain(other))
    nodes.setdefault(node.uid, node)
    ends = (uid, node.uid) if outgoing else (node.uid, uid)
    links.append(Link(str(relation), *ends, plain(facts)))


def plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Properties of the ontology only: engines add their own."""
    known = schema.load().terms
    return {name: value for name, value in facts.items() if name in known and value is not None}


def query(name: str, label: str) -> str:
    return (QUERIES / f"{name}.cypher").read_text(encoding="utf-8").replace("Technology", label)
