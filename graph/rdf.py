"""Records as RDF: each node with its properties, each edge as a triple and as a statement with its evidence.

A statement is reified (rdf:subject, rdf:predicate, rdf:object) and an oa:Annotation of the document that it is
prov:wasDerivedFrom, so that the words of an edge survive in every serialisation. Titles come twice: as na:titleZh and
na:titleEn, which the shapes know, and as rdfs:label with a language tag. ALIGNED names what is said beside the shapes.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from rdflib import Graph, URIRef

from graph.engine_rows import edge_row, key, node_row
from graph.records import Edge, Node
from ontology import schema
from ontology.names import NAMESPACE, camel

RESOURCES = "https://w3id.org/normatlas/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES: Mapping[str, str] = {
    "na": NAMESPACE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": XSD,
}
ALIGNED = ("rdfs:label", "oa:hasTarget", "prov:wasDerivedFrom")
ANNOTATION = f"<{PREFIXES['oa']}Annotation>"
DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
LANGUAGES = {"title_zh": "zh", "title_en": "en"}
SPECIAL = {"nan": "NaN", "inf": "INF", "-inf": "-INF"}
# what N-Triples cannot hold inside quotes, and control characters, which some readers refuse
ESCAPES = {code: f"\\u{code:04X}" for code in (*range(32), 127)} | {
    ord(char): f"\\{letter}" for char, letter in zip('\\"\n\r\t', '\\"nrt', strict=True)
}


class Resource(NamedTuple):
    """Facts of one subject: (prefixed predicate, object); subject and objects as N-Triples writes them.

    `graph` is the document that says so, empty for a node, whose description is put together from several.
    """

    subject: str
    facts: list[tuple[str, str]]
    graph: str = ""


def graph(nodes: Iterable[Node], edges: Iterable[Edge], *, aligned: bool = False) -> Graph:
    """The records as one rdflib graph: what the shapes describe and no more, or with ALIGNED beside it."""
    made = Graph()
    made.bind("na", NAMESPACE)
    kept = (
        f"{subject} {expanded(name)} {value} .\n"
        for subject, facts, _ in resources(nodes, edges)
        for name, value in facts
        if aligned or name not in ALIGNED
    )
    return made.parse(data="".join(kept), format="nt")


def resources(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[Resource]:
    """All the records say, in order; an edge gives two: its triple and its statement."""
    ontology = schema.load()
    types = {name: ontology.datatypes(name) for name in (*ontology.classes, *ontology.relations)}
    for node in nodes:
        yield _described(node, types[node.label])
    for edge in edges:
        yield from _stated(edge, types[edge.type])


@lru_cache(100_000)
def link(uid: str) -> str:
    """The IRI of a node in angle brackets: its uid, percent-encoded, under RESOURCES."""
    return f"<{RESOURCES}{quote(uid, safe=':/')}>"


def iri(uid: str) -> URIRef:
    """The IRI of a node as an rdflib term."""
    return URIRef(link(uid)[1:-1])


@lru_cache
def expanded(name: str) -> str:
    """`na:title` → the IRI in angle brackets."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


@lru_cache
def predicate(name: str) -> str:
    """`valid_from` → `na:validFrom`."""
    return f"na:{camel(name)}"


def literal(value: Any, datatype: str) -> str:
    """A value as RDF: a date as precise as it is written, any other by its own type, which may not be the declared."""
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{XSD}boolean>'
    if isinstance(value, int):
        return f'"{value}"^^<{XSD}integer>'
    if isinstance(value, float):
        return f'"{SPECIAL.get(repr(value), repr(value))}"^^<{XSD}double>'
    text = f'"{str(value).translate(ESCAPES)}"'
    if datatype == "date" and len(value) in DATES:
        return f"{text}^^<{XSD}{DATES[len(value)]}>"
    return text


def _described(node: Node, types: Mapping[str, str]) -> Resource:
    facts = [("rdf:type", f"<{NAMESPACE}{node.label}>"), *_facts(node_row(node, types), types)]
    for name, language in LANGUAGES.items():
        if text := node.properties.get(name):
            facts.append(("rdfs:label", f"{literal(text, 'str')}@{language}"))
    return Resource(link(node.uid), facts)


def _stated(edge: Edge, types: Mapping[str, str]) -> tuple[Resource, Resource]:
    name = predicate(edge.type)
    source, target, document = link(edge.source), link(edge.target), link(edge.evidence.document)
    facts = [
        ("rdf:type", f"<{NAMESPACE}{name[3].upper()}{name[4:]}Statement>"),
        ("rdf:type", ANNOTATION),
        ("rdf:subject", source),
        ("rdf:predicate", expanded(name)),
        ("rdf:object", target),
        *_facts(edge_row(edge, types), types),
        ("oa:hasTarget", document),
        ("prov:wasDerivedFrom", document),
    ]
    statement = hashlib.blake2b(repr(key(edge)).encode(), digest_size=10).hexdigest()
    return Resource(source, [(name, target)], document), Resource(
        f"<{RESOURCES}statement/{statement}>", facts, document
    )


def _facts(values: Mapping[str, Any], types: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(predicate(name), literal(value, types.get(name, "str"))) for name, value in values.items()]
