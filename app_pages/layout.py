"""Where the nodes of a neighbourhood stand in its picture: the same neighbourhood always gives the same picture."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from app_pages.neighbours import Link

SEED = 7
ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


def positions(uids: Sequence[str], links: Iterable[Link], centre: str) -> Mapping[str, Point]:
    """A force-directed layout with `centre` in the middle; coordinates lie within [-1, 1]."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(uids))
    graph.add_edges_from((link.source, link.target) for link in links if link.source in graph and link.target in graph)
    if len(graph) == 1:
        return {centre: Point(0.0, 0.0)}
    start = nx.shell_layout(graph, [[centre], sorted(set(uids) - {centre})])
    found = nx.spring_layout(graph, pos=start, fixed=[centre], seed=SEED, iterations=ROUNDS, k=2.2 / len(graph) ** 0.5)
    reach = max(max(abs(x), abs(y)) for x, y in found.values()) or 1.0
    return {uid: Point(float(x) / reach, float(y) / reach) for uid, (x, y) in found.items()}
