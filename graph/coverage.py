"""COVERS edges of a whole graph: standards by the newest title of each work, patents by theirs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path

from graph.cover import Classes, calibration, covers, titles
from graph.records import Edge, Evidence, Node
from graph.titles import mentioned
from ontology.vocabulary import Concept

ByType = Mapping[str, list[Edge]]
Coded = Mapping[str, list[tuple[str, str, Evidence]]]


def coverage(
    nodes: Mapping[str, Node], edges: Sequence[Edge], concepts: tuple[Concept, ...], labels: Path, pool: Executor
) -> Iterator[Edge]:
    """Links every standard (undated work) and patent to the technologies it covers.

    Args:
        labels: the folder of the hand-judged pairs, `cover_labels.csv` and `cover_labels_patents.csv`.
        pool: reads the titles.
    """
    by_type: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_type[edge.type].append(edge)
    works, patents = list(_works(nodes, by_type)), list(_patents(nodes, by_type))
    named = mentioned((title for node, _ in (*works, *patents) for title in titles(node)), concepts, pool)
    classes, codes = Classes(concepts), _codes(by_type)
    yield from covers(works, codes, named, classes, calibration(labels / "cover_labels.csv"))
    yield from covers(patents, codes, named, classes, calibration(labels / "cover_labels_patents.csv"), "patent_")


def _works(nodes: Mapping[str, Node], edges: ByType) -> Iterator[tuple[Node, Evidence]]:
    """Each undated work under the title of its newest edition; supplements are left out."""
    supplements = {edge.source for edge in edges["AMENDS"]}
    newest: dict[str, tuple[str, str, Evidence]] = {}
    for edge in edges["EDITION_OF"]:
        if edge.source not in supplements and edge.target not in supplements:
            facts = nodes[edge.source].properties
            age = str(facts.get("valid_from") or facts.get("published") or facts.get("year") or "")
            known = newest.get(edge.target)
            if known is None or (age, edge.source) > known[:2]:
                newest[edge.target] = (age, edge.source, edge.evidence)
    for work, (_, edition, evidence) in newest.items():
        yield Node("Standard", work, nodes[edition].properties), evidence


def _patents(nodes: Mapping[str, Node], edges: ByType) -> Iterator[tuple[Node, Evidence]]:
    """Each patent under its title; the row is that of its first classification."""
    rows = {e.source: e.evidence for e in reversed(edges["CLASSIFIED_AS"])}
    for node in nodes.values():
        if node.label == "Patent" and (evidence := rows.get(node.uid)) is not None:
            yield node, evidence


def _codes(edges: ByType) -> Coded:
    """Node → its classification codes; a work has those of its editions."""
    work_of = {edge.source: edge.target for edge in edges["EDITION_OF"]}
    codes: dict[str, list[tuple[str, str, Evidence]]] = defaultdict(list)
    for edge in edges["CLASSIFIED_AS"]:
        scheme, _, code = edge.target.partition(":")
        codes[work_of.get(edge.source, edge.source)].append((scheme, code, edge.evidence))
    return codes
