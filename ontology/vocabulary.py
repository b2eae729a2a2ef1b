"""The technology vocabulary: `vocabularies/technologies.ttl` (SKOS) as frozen concepts.

The Turtle file is the source. This module reads it strictly: a concept without both languages, an unknown or
circular `skos:broader`, and a label claimed by two concepts are InputErrors that name the file and the concept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from urllib.parse import unquote

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from errors import InputError

FILE = Path(__file__).parent / "vocabularies" / "technologies.ttl"
BASE = "https://w3id.org/normatlas/"
TECH = BASE + "tech/"
NA = Namespace("https://w3id.org/normatlas#")
KINDS = ("technology", "industry", "service", "governance")
SCHEMES = ("ipc", "ics", "ccs", "gbt4754", "sei2018", "wipo35", "nmpa")
MATCHES = {
    SKOS.exactMatch: "exact",
    SKOS.closeMatch: "close",
    SKOS.broadMatch: "broad",
    SKOS.narrowMatch: "narrow",
}


@dataclass(frozen=True, slots=True)
class Mapping:
    """A link to a class of another scheme, read "the class is `match` to the concept" (SKOS mapping).

    An IPC code ending in /00 stands for the whole main group, any other code for itself and what is below it.
    """

    scheme: str
    code: str
    match: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A technology, industry, service or subject of governance.

    `hidden` labels are matched and never shown; `ambiguous` labels count only when one of `cues` stands in the same
    sentence; inside a string of `exclusions` no label of this concept counts. `aggregate` concepts gather their
    narrower ones and are not matched on titles. `broader` holds uids.
    """

    uid: str
    zh: str
    en: str
    alt_zh: tuple[str, ...]
    alt_en: tuple[str, ...]
    hidden: tuple[str, ...]
    exclusions: tuple[str, ...]
    broader: tuple[str, ...]
    kind: str
    aggregate: bool
    mappings: tuple[Mapping, ...]
    source: str
    ambiguous: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()

    def labels(self) -> tuple[str, ...]:
        """Every label that stands for the concept without a cue, the preferred ones first."""
        return (self.zh, self.en, *self.alt_zh, *self.alt_en, *self.hidden)


@cache
def load(file: Path = FILE) -> tuple[Concept, ...]:
    """All concepts, ordered by uid. Raises InputError when the file breaks a rule of this module."""
    try:
        graph = Graph().parse(file, format="turtle")
    except OSError as problem:
        raise InputError("vocabulary cannot be read", file=file, value=problem.strerror) from problem
    except SyntaxError as problem:  # rdflib's BadSyntax
        raise InputError("vocabulary is not Turtle", file=file, value=problem) from problem
    nodes = sorted(str(node) for node in graph.subjects(RDF.type, SKOS.Concept))
    concepts = tuple(_concept(graph, URIRef(node), file) for node in nodes)
    _check_tree(concepts, file)
    _check_labels(concepts, file)
    return concepts


def narrower(concepts: Iterable[Concept]) -> dict[str, tuple[str, ...]]:
    """uid → uids of the concepts directly below it, ordered."""
    below: dict[str, list[str]] = {}
    for concept in concepts:
        for parent in concept.broader:
            below.setdefault(parent, []).append(concept.uid)
    return {uid: tuple(sorted(children)) for uid, children in below.items()}


def _concept(graph: Graph, node: URIRef, file: Path) -> Concept:
    uid = _uid(node, file)
    kind = _one(graph, node, NA.kind, uid, file)
    if kind not in KINDS:
        raise InputError("unknown kind", file=file, place=uid, value=kind, allowed=", ".join(KINDS))
    cues = _texts(graph, node, NA.cue)
    ambiguous = _texts(graph, node, NA.ambiguousLabel)
    if bool(cues) != bool(ambiguous):
        raise InputError("na:ambiguousLabel and na:cue need each other", file=file, place=uid)
    return Concept(
        uid=uid,
        zh=_one(graph, node, SKOS.prefLabel, uid, file, "zh"),
        en=_one(graph, node, SKOS.prefLabel, uid, file, "en"),
        alt_zh=_texts(graph, node, SKOS.altLabel, "zh"),
        alt_en=_texts(graph, node, SKOS.altLabel, "en"),
        hidden=_texts(graph, node, SKOS.hiddenLabel),
        exclusions=_texts(graph, node, NA.exclusion),
        broader=tuple(sorted(_uid(parent, file) for parent in graph.objects(node, SKOS.broader))),
        kind=kind,
        aggregate=(node, NA.aggregate, Literal(True)) in graph,
        mappings=tuple(_mappings(graph, node, uid, file)),
        source=_one(graph, node, DCTERMS.source, uid, file),
        ambiguous=ambiguous,
        cues=cues,
    )


def _uid(node: object, file: Path) -> str:
    if not str(node).startswith(TECH):
        raise InputError("concept outside the namespace", file=file, value=node, allowed=TECH + "<slug>")
    return "tech:" + str(node).removeprefix(TECH)


def _texts(graph: Graph, node: URIRef, predicate: URIRef, lang: str = "") -> tuple[str, ...]:
    values = (value for value in graph.objects(node, predicate) if isinstance(value, Literal))
    return tuple(sorted(str(value) for value in values if not lang or value.language == lang))


def _one(graph: Graph, node: URIRef, predicate: URIRef, uid: str, file: Path, lang: str = "") -> str:
    values = _texts(graph, node, predicate, lang)
    if len(values) != 1:
        name = predicate.rsplit("/", 1)[-1].rsplit("#", 1)[-1] + (f"@{lang}" if lang else "")
        raise InputError(f"exactly one {name} is needed", file=file, place=uid, value=" | ".join(values))
    return values[0]


def _mappings(graph: Graph, node: URIRef, uid: str, file: Path) -> Iterator[Mapping]:
    found = ((str(target), match) for predicate, match in MATCHES.items() for target in graph.objects(node, predicate))
    for target, match in sorted(found):
        scheme, _, code = target.removeprefix(BASE).partition("/")
        if not target.startswith(BASE) or scheme not in SCHEMES or not code:
            raise InputError("mapping to an unknown scheme", file=file, place=uid, value=target, allowed=SCHEMES)
        yield Mapping(scheme, unquote(code), match)


def _check_tree(concepts: tuple[Concept, ...], file: Path) -> None:
    known = {concept.uid for concept in concepts}
    for concept in concepts:
        for parent in concept.broader:
            if parent not in known:
                raise InputError("unknown skos:broader", file=file, place=concept.uid, value=parent)
    try:
        TopologicalSorter({concept.uid: concept.broader for concept in concepts}).prepare()
    except CycleError as problem:
        raise InputError("skos:broader runs in a circle", file=file, place=problem.args[1][0]) from problem


def _check_labels(concepts: tuple[Concept, ...], file: Path) -> None:
    owners: dict[str, str] = {}
    for concept in concepts:
        for label in {label.casefold() for label in concept.labels()}:
            owner = owners.setdefault(label, concept.uid)
            if owner != concept.uid:
                raise InputError(f"label also of {owner}", file=file, place=concept.uid, value=label)
    for concept in concepts:
        for label in concept.ambiguous:
            if label.casefold() in owners:
                problem = f"ambiguous label is a plain label of {owners[label.casefold()]}"
                raise InputError(problem, file=file, place=concept.uid, value=label)
