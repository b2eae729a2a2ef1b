"""Which technology a standard or patent covers: its title's words, its classes, and how far each is to be trusted."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.records import Edge, Evidence, Node, Value
from ontology.vocabulary import Concept

# Matches that say "this class is this technology"; a broader class says only that the technology is somewhere in it.
_TRUSTED = ("exact", "close", "narrow")
_SCHEMES = ("ics", "ccs", "ipc", "nmpa")
# The least probability worth an edge.
_FLOOR = 0.2


@dataclass(frozen=True, slots=True)
class Link:
    """One reason to think that a document covers a technology."""

    technology: str
    method: str
    evidence: Evidence


def calibration(path: Path) -> dict[str, float]:
    """Probability that a link of each method is right: the share in hand-judged pairs, Laplace-smoothed.

    Args:
        path: CSV with columns designation, technology, covers (0 or 1), method.
    """
    right: dict[str, int] = defaultdict(int)
    judged: dict[str, int] = defaultdict(int)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            judged[row["method"]] += 1
            right[row["method"]] += int(row["covers"])
    return {method: (right[method] + 1) / (judged[method] + 2) for method in sorted(judged)}


class Classes:
    """Technologies by classification code, matched by the longest mapped prefix of a code."""

    def __init__(self, concepts: Iterable[Concept]):
        self._by_code: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}
        for concept in concepts:
            for mapping in concept.mappings:
                if mapping.match in _TRUSTED and mapping.scheme in _SCHEMES:
                    self._by_code[mapping.scheme, mapping.code].append(concept.uid)

    def find(self, scheme: str, code: str) -> tuple[str, ...]:
        """Technologies mapped to the code or to a class above it, from every level."""
        if (scheme, code) not in self._found:
            levels = (self._by_code.get((scheme, above), ()) for above in ancestry(scheme, code))
            self._found[scheme, code] = tuple(uid for level in levels for uid in level)
        return self._found[scheme, code]


def ancestry(scheme: str, code: str) -> Iterator[str]:
    """The code and the classes above it: ICS 35.240.15 → 35.240 → 35; IPC H04L9/32 → H04L9/00 → H04L.

    A domain of the medical-device register is written domain/subdomain.
    """
    yield code
    if scheme == "ics":
        while "." in code:
            code = code.rpartition(".")[0]
            yield code
    elif scheme == "ipc" and "/" in code:
        group = code.partition("/")[0]
        if not code.endswith("/00"):
            yield f"{group}/00"
        yield code[:4]
    elif scheme == "nmpa" and "/" in code:
        yield code.partition("/")[0]


def covers(
    subjects: Iterable[tuple[Node, Evidence]],
    classes_of: Mapping[str, list[tuple[str, str, Evidence]]],
    mentioned: Mapping[str, Sequence[str]],
    classes: Classes,
    trust: Mapping[str, float],
    prefix: str = "",
) -> Iterator[Edge]:
    """COVERS edges of standards or patents.

    Args:
        subjects: node and the evidence of its title.
        classes_of: node uid → its (scheme, code, evidence).
        mentioned: title → the technologies it names, where it names any.
        trust: method → probability; independent methods combine as 1 − ∏(1 − p).
        prefix: put before the method when looking up trust ("patent_" for patents).
    """
    for node, titled in subjects:
        links = [*_by_title(node, titled, mentioned), *_by_class(classes_of.get(node.uid, ()), classes)]
        by_technology: dict[str, dict[str, Evidence]] = defaultdict(dict)
        for link in links:
            by_technology[link.technology].setdefault(link.method, link.evidence)
        for technology in sorted(by_technology):
            methods = by_technology[technology]
            probability = combined(trust.get(prefix + method, trust.get(method, 0.0)) for method in methods)
            if probability >= _FLOOR:
                facts: dict[str, Value] = {"probability": round(probability, 3), "method": "+".join(sorted(methods))}
                yield Edge("COVERS", node.uid, technology, methods[max(methods)], facts)


def titles(node: Node) -> Iterator[str]:
    """The titles of a node that are read for technologies."""
    for name in ("title_zh", "title_en"):
        title = node.properties.get(name)
        if isinstance(title, str):
            yield title


def _by_title(node: Node, titled: Evidence, mentioned: Mapping[str, Sequence[str]]) -> Iterator[Link]:
    for title in titles(node):
        if named := mentioned.get(title):
            evidence = Evidence(titled.document, title, "technologies", 1.0, None, None, titled.row)
            yield from (Link(uid, "title", evidence) for uid in named)


def _by_class(codes: Iterable[tuple[str, str, Evidence]], classes: Classes) -> Iterator[Link]:
    for scheme, code, evidence in codes:
        for uid in classes.find(scheme, code):
            yield Link(uid, scheme, evidence)


def combined(probabilities: Iterable[float]) -> float:
    """1 − ∏(1 − p): at least one of independent signs is right."""
    miss = 1.0
    for probability in probabilities:
        miss *= 1.0 - probability
    return 1.0 - miss
