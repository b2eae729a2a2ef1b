"""Reads the ontology, its shapes and its vocabularies from Turtle."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Graph
from rdflib.collection import Collection
from rdflib.term import Node, URIRef

from errors import InputError
from ontology.names import NAMESPACE, VOCABULARIES, snake, upper_snake
from ontology.terms import Datatype, NodeClass, Property, Relation, Schema, Term

NA = rdflib.Namespace(NAMESPACE)
DATATYPES: Mapping[URIRef, Datatype] = {
    XSD.string: "str",
    XSD.integer: "int",
    XSD.double: "float",
    XSD.boolean: "bool",
}
ALIGNMENTS = (
    RDFS.subClassOf,
    OWL.equivalentClass,
    RDFS.subPropertyOf,
    SKOS.closeMatch,
    NA["nameInGbt48000-3"],
)


def read(folder: Path) -> Schema:
    """The schema of a folder (ontology.ttl, shapes.ttl, vocabularies/). InputError when it contradicts itself."""
    graph = Graph()
    for name in ("ontology.ttl", "shapes.ttl"):
        graph.parse(folder / name)
    terms = {snake(_local(iri)): _term(graph, iri, snake(_local(iri))) for iri in _all(graph, OWL.DatatypeProperty)}
    classes = (_class(graph, iri) for iri in _all(graph, OWL.Class) if not _is_statement(graph, iri))
    relations = (_relation(graph, iri) for iri in _all(graph, OWL.ObjectProperty))
    return Schema(
        classes={item.name: item for item in classes},
        relations={item.type: item for item in relations},
        evidence=_properties(graph, NA.StatementShape),
        evidence_places=_places(graph),
        vocabularies={name: _vocabulary(folder / "vocabularies" / f"{name}.ttl") for name in VOCABULARIES},
        terms=terms,
    )


def _all(graph: Graph, kind: URIRef) -> list[URIRef]:
    """Terms of one kind, in the order of the file."""
    return [iri for iri in graph.subjects(RDF.type, kind) if isinstance(iri, URIRef)]


def _local(iri: Node) -> str:
    return str(iri).removeprefix(NAMESPACE)


def _is_statement(graph: Graph, iri: URIRef) -> bool:
    return RDF.Statement in graph.transitive_objects(iri, RDFS.subClassOf)


def _text(graph: Graph, iri: Node, predicate: URIRef, lang: str) -> str:
    for value in graph.objects(iri, predicate):
        if isinstance(value, rdflib.Literal) and value.language == lang:
            return str(value)
    raise InputError(f"no {_local(predicate)} in {lang}", file="ontology", place=_local(iri))


def _term(graph: Graph, iri: URIRef, id: str, label: URIRef = RDFS.label, comment: URIRef = RDFS.comment) -> Term:
    texts = (_text(graph, iri, predicate, lang) for predicate in (label, comment) for lang in ("zh", "en"))
    return Term(id, str(iri), *texts)


def _alignments(graph: Graph, iri: URIRef) -> tuple[tuple[str, str], ...]:
    """(predicate, target) in prefixed form, sorted."""
    pairs = ((predicate, target) for predicate in ALIGNMENTS for target in graph.objects(iri, predicate))
    return tuple((graph.qname(str(predicate)), _prefixed(graph, target)) for predicate, target in sorted(pairs))


def _prefixed(graph: Graph, target: Node) -> str:
    return graph.qname(str(target)) if isinstance(target, URIRef) else str(target)


def _class(graph: Graph, iri: URIRef) -> NodeClass:
    term = _term(graph, iri, _local(iri))
    shape = graph.value(predicate=SH.targetClass, object=iri)
    if shape is None:
        raise InputError("class without a shape", file="shapes.ttl", value=term.id)
    texts = (term.label_zh, term.label_en, term.comment_zh, term.comment_en)
    return NodeClass(term.id, term.iri, *texts, _properties(graph, shape), _alignments(graph, iri))


def _relation(graph: Graph, iri: URIRef) -> Relation:
    term = _term(graph, iri, upper_snake(_local(iri)))
    rule = graph.value(predicate=SH.hasValue, object=iri)
    shape = graph.value(predicate=SH.property, object=rule) if rule is not None else None
    if shape is None:
        raise InputError("relation without a shape", file="shapes.ttl", value=term.id)
    texts = (term.label_zh, term.label_en, term.comment_zh, term.comment_en)
    own = _properties(graph, shape)
    return Relation(term.id, term.iri, *texts, _pairs(graph, shape), own, _alignments(graph, iri))


def _pairs(graph: Graph, shape: Node) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_end(graph, alternative, RDF.subject), _end(graph, alternative, RDF.object))
        for alternative in Collection(graph, _one(graph, shape, SH["or"]))
    )


def _end(graph: Graph, alternative: Node, path: URIRef) -> str:
    rules = graph.objects(alternative, SH.property)
    return next(_local(_one(graph, rule, SH["class"])) for rule in rules if (rule, SH.path, path) in graph)


def _one(graph: Graph, subject: Node, predicate: URIRef) -> Node:
    value = graph.value(subject, predicate)
    if value is None:
        raise InputError(f"no {graph.qname(str(predicate))}", file="shapes.ttl", value=_local(subject))
    return value


def _places(graph: Graph) -> tuple[tuple[str, ...], ...]:
    groups = Collection(graph, _one(graph, NA.StatementShape, SH["or"]))
    return tuple(
        tuple(snake(_local(_one(graph, rule, SH.path))) for rule in graph.objects(group, SH.property))
        for group in groups
    )


def _properties(graph: Graph, shape: Node) -> dict[str, Property]:
    rules = [rule for rule in graph.objects(shape, SH.property) if _local(_one(graph, rule, SH.path)).isidentifier()]
    return {item.name: item for item in (_property(graph, rule) for rule in rules)}


def _property(graph: Graph, rule: Node) -> Property:
    path = _one(graph, rule, SH.path)
    kind = graph.value(rule, SH.datatype)
    values = graph.value(rule, SH["in"])
    larger = graph.value(rule, SH.lessThan)
    return Property(
        name=snake(_local(path)),
        datatype=DATATYPES[URIRef(str(kind))] if kind is not None else "date",
        required=(rule, SH.minCount, rdflib.Literal(1)) in graph,
        label_zh=_text(graph, path, RDFS.label, "zh"),
        label_en=_text(graph, path, RDFS.label, "en"),
        many=(rule, NA.separator, None) in graph,
        enum=tuple(str(value) for value in Collection(graph, values)) if values is not None else (),
        pattern=_plain(graph, rule, SH.pattern),
        min_length=_plain(graph, rule, SH.minLength) or 0,
        minimum=_plain(graph, rule, SH.minInclusive),
        above=_plain(graph, rule, SH.minExclusive),
        maximum=_plain(graph, rule, SH.maxInclusive),
        less_than=snake(_local(larger)) if larger is not None else None,
    )


def _plain(graph: Graph, rule: Node, predicate: URIRef) -> Any:
    value = graph.value(rule, predicate)
    return value.toPython() if isinstance(value, rdflib.Literal) else None


def _vocabulary(path: Path) -> dict[str, Term]:
    graph = Graph().parse(path)
    terms = (
        _term(graph, iri, str(_one(graph, iri, SKOS.notation)), SKOS.prefLabel, SKOS.definition)
        for iri in _all(graph, SKOS.Concept)
    )
    return {term.id: term for term in terms}
