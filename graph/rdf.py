"""Records as RDF: each node with its properties, each edge as a triple and as a statement with its evidence."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node as Term

from graph.engine_rows import edge_row, node_row
from graph.records import Edge, Node
from ontology import schema
from ontology.names import NAMESPACE, camel
from ontology.terms import Schema

NA = Namespace(NAMESPACE)
RESOURCES = "https://w3id.org/normatlas/id/"
DATES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def graph(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """The records as one RDF graph."""
    ontology = schema.load()
    made = Graph()
    made.bind("na", NA)
    for node in nodes:
        made.add((iri(node.uid), RDF.type, NA[node.label]))
        types = ontology.datatypes(node.label)
        _describe(made, iri(node.uid), node_row(node, types), types)
    for edge in edges:
        _state(made, edge, ontology)
    return made


def iri(uid: str) -> URIRef:
    """The IRI of a node: its uid, percent-encoded, under RESOURCES."""
    return URIRef(RESOURCES + quote(uid, safe=":/"))


def _state(made: Graph, edge: Edge, ontology: Schema) -> None:
    name = camel(edge.type)
    source, target, statement = iri(edge.source), iri(edge.target), BNode()
    made.add((source, NA[name], target))
    made.add((statement, RDF.type, NA[f"{name[0].upper()}{name[1:]}Statement"]))
    for part, value in ((RDF.subject, source), (RDF.predicate, NA[name]), (RDF.object, target)):
        made.add((statement, part, value))
    types = ontology.datatypes(edge.type)
    _describe(made, statement, edge_row(edge, types), types)


def _describe(made: Graph, subject: Term, values: Mapping[str, Any], types: Mapping[str, str]) -> None:
    for name, value in values.items():
        made.add((subject, NA[camel(name)], literal(value, types.get(name, "str"))))


def literal(value: Any, datatype: str) -> Literal:
    """A value as RDF: a date as precise as it is written, any other by its own type, which may not be the declared."""
    if datatype == "date":
        return Literal(value, datatype=DATES.get(len(str(value))))
    return Literal(value)
