"""What the gap table counts, per technology: provisions asking, standards in force, patents; narrower ones included."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.records import Edge, Node
from ontology.vocabulary import Concept

TIERS = ("national", "sector", "local", "group", "enterprise", "international")
CHINESE = TIERS[:5]
# A link below an even chance is carried into the expectation, never into a count.
COUNTED = 0.5
WEIGHT = {"mandatory": 2.0, "direct": 1.0, "encourage": 0.5}


Description = tuple[str, str, str, str, str, str]


def policy_of(provision: str) -> str:
    """prov:SLUG#PATH → pol:SLUG."""
    return "pol:" + provision.removeprefix("prov:").rpartition("#")[0]


@dataclass(frozen=True, slots=True)
class Asking:
    """A provision that asks something for a technology, with its words."""

    provision: str
    technology: str
    path: str
    heading: str
    quote: str
    ask: str
    modality: str

    @property
    def policy(self) -> str:
        """The uid of the policy the provision belongs to."""
        return policy_of(self.provision)


@dataclass(frozen=True, slots=True)
class Covering:
    """A standard in force that covers a technology with some probability."""

    standard: str
    designation: str
    title: str
    tier: str
    body: str
    region: str
    probability: float


@dataclass(slots=True)
class Measure:
    """All counts of one technology; `coverings` and `patents` include its narrower technologies."""

    technology: str
    askings: list[Asking] = field(default_factory=list)
    coverings: list[Covering] = field(default_factory=list)
    patents: list[tuple[str, str, float]] = field(default_factory=list)
    stale: list[tuple[str, str]] = field(default_factory=list)
    adopted: int = 0

    def counted(self, tier: str) -> int:
        """Standards in force of a tier that cover the technology with at least an even chance."""
        return sum(1 for covering in self.coverings if covering.tier == tier and covering.probability >= COUNTED)

    def asked_by(self, policy: str) -> "Measure":
        """The same measure with the provisions of one policy (uid) only."""
        return replace(self, askings=[asking for asking in self.askings if asking.policy == policy])

    def provisions(self) -> float:
        """Provisions asking, each once, weighted by how binding its strongest ask is."""
        strongest: dict[str, float] = defaultdict(float)
        for asking in self.askings:
            strongest[asking.provision] = max(strongest[asking.provision], WEIGHT.get(asking.modality, 1.0))
        return sum(strongest.values())

    def patent_count(self) -> int:
        """Patents that cover the technology with at least an even chance."""
        return sum(1 for _, _, probability in self.patents if probability >= COUNTED)


class Facts:
    """The resolved records, indexed once for all technologies."""

    def __init__(self, nodes: Mapping[str, Node], edges: Sequence[Edge]):
        self.nodes = nodes
        by_type: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            by_type[edge.type].append(edge)
        self.edges = by_type
        self.in_force = self._standards_in_force()
        self.stale = self._stale_references()
        self.described = {work: _described(nodes[work], edition) for work, edition in self.in_force.items()}
        self.adopted = {edge.target for edge in by_type["ADOPTS"]} | {
            self.work_of.get(edge.target, "") for edge in by_type["ADOPTS"]
        }

    def _standards_in_force(self) -> dict[str, Node]:
        """Undated work → its newest edition in force; supplements are no standards of their own."""
        supplements = {edge.source for edge in self.edges["AMENDS"]}
        self.work_of = {edge.source: edge.target for edge in self.edges["EDITION_OF"]}
        newest: dict[str, Node] = {}
        for edition, work in self.work_of.items():
            node = self.nodes[edition]
            if node.properties.get("status") != "in_force" or edition in supplements or work in supplements:
                continue
            if work not in newest or _age(node) > _age(newest[work]):
                newest[work] = node
        return newest

    def _stale_references(self) -> dict[str, list[str]]:
        """Work in force → dated references of its edition in force to editions no longer in force."""
        stale: dict[str, list[str]] = defaultdict(list)
        current = {node.uid: work for work, node in self.in_force.items()}
        for kind in ("NORMATIVELY_REFERENCES", "REFERENCES"):
            for edge in self.edges[kind]:
                target = self.nodes[edge.target]
                if edge.source in current and target.properties.get("status") in ("withdrawn", "superseded"):
                    stale[current[edge.source]].append(edge.target)
        return stale


def _age(edition: Node) -> tuple[str, str]:
    return str(edition.properties.get("valid_from") or edition.properties.get("published") or ""), edition.uid


def measure(facts: Facts, concepts: Sequence[Concept]) -> dict[str, Measure]:
    """Measures by technology, over all policies; `Measure.asked_by` narrows one to a policy."""
    above = ancestors(concepts)
    measures = {concept.uid: Measure(concept.uid) for concept in concepts}
    for asking in _askings(facts):
        measures[asking.technology].askings.append(asking)
    _add_covers(facts, above, measures)
    for result in measures.values():
        works = {covering.standard for covering in result.coverings}
        result.stale = [(work, target) for work in sorted(works) for target in facts.stale.get(work, ())]
        result.adopted = sum(1 for work in works if work in facts.adopted)
    return measures


def ancestors(concepts: Sequence[Concept]) -> dict[str, tuple[str, ...]]:
    """Technology → itself and everything broader."""
    broader = {concept.uid: concept.broader for concept in concepts}

    def climb(uid: str) -> set[str]:
        return {uid}.union(*(climb(parent) for parent in broader[uid]))

    return {uid: tuple(sorted(climb(uid))) for uid in broader}


def _askings(facts: Facts) -> Iterable[Asking]:
    for edge in facts.edges["CALLS_FOR"]:
        provision = facts.nodes[edge.source].properties
        yield Asking(
            edge.source, edge.target, str(provision.get("path", "")), str(provision.get("heading", "")),
            edge.evidence.quote, str(edge.properties.get("ask", "")), str(edge.properties.get("modality", "")),
        )  # fmt: skip


def _add_covers(facts: Facts, above: Mapping[str, tuple[str, ...]], measures: Mapping[str, Measure]) -> None:
    best: dict[str, dict[str, float]] = {technology: {} for technology in measures}
    for edge in facts.edges["COVERS"]:
        probability = float(edge.properties["probability"] or 0.0)
        for technology in above[edge.target]:
            if technology in best and probability > best[technology].get(edge.source, -1.0):
                best[technology][edge.source] = probability
    for technology, subjects in best.items():
        for uid in sorted(subjects):
            _count(facts, uid, subjects[uid], measures[technology])


def _count(facts: Facts, uid: str, probability: float, measured: Measure) -> None:
    """A patent, or a standard that is in force."""
    if (described := facts.described.get(uid)) is not None:
        measured.coverings.append(Covering(*described, probability))
    elif (node := facts.nodes[uid]).label == "Patent":
        measured.patents.append((uid, str(node.properties.get("kind", "")), probability))


def _described(work: Node, edition: Node) -> Description:
    """What a Covering says of a standard in force, all but the probability."""
    own, common = edition.properties, work.properties
    designation, title, tier, body = (
        str(own.get(name) or common.get(name) or "") for name in ("designation", "title", "tier", "body")
    )
    return work.uid, designation, title, tier, body, str(common.get("region", ""))
