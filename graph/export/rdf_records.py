"""RDF back to records: the way home of `graph.rdf`."""

from typing import Any
from urllib.parse import unquote

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node as Term

from graph import rdf
from graph.engine_rows import EVIDENCE
from graph.records import Edge, Evidence, Node
from ontology import schema
from ontology.names import NAMESPACE, camel, snake


def nodes(graph: Graph) -> list[Node]:
    """The nodes of a graph, by uid."""
    found = []
    for label in schema.load().classes:
        for subject in graph.subjects(RDF.type, URIRef(NAMESPACE + label)):
            properties = _values(graph, subject)
            found.append(Node(label, properties.pop("uid"), properties))
    return sorted(found, key=lambda node: node.uid)


def edges(graph: Graph) -> list[Edge]:
    """The edges of a graph, those with a statement, in the order of type, ends and place."""
    found = []
    for type in schema.load().relations:
        name = camel(type)
        for statement in graph.subjects(RDF.type, URIRef(f"{NAMESPACE}{name[0].upper()}{name[1:]}Statement")):
            values = _values(graph, statement)
            evidence = Evidence(**{part: values.pop(part) for part in EVIDENCE if part in values})
            source, target = (_uid(graph.value(statement, end)) for end in (RDF.subject, RDF.object))
            found.append(Edge(type, source, target, evidence, values))
    return sorted(found, key=repr)


def _values(graph: Graph, subject: Term) -> dict[str, Any]:
    """The literals said of a subject in the ontology's own terms."""
    return {
        snake(str(name).removeprefix(NAMESPACE)): _plain(value)
        for name, value in graph.predicate_objects(subject)
        if str(name).startswith(NAMESPACE) and isinstance(value, Literal)
    }


def _plain(value: Literal) -> Any:
    is_date = str(value.datatype).removeprefix(rdf.XSD) in rdf.DATES.values()
    return str(value) if is_date else value.toPython()


def _uid(subject: Term | None) -> str:
    return unquote(str(subject).removeprefix(rdf.RESOURCES))
