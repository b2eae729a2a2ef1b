"""RDF serialisations. Line by line where the format allows it; named graphs are the documents statements rest on."""

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, groupby
from pathlib import Path

from graph import rdf
from graph.export.markup import refuse_control_characters
from graph.export.selection import at_once
from graph.folder import read_edges, read_nodes
from graph.rdf import Resource
from graph.records import Edge, Node
from ontology import schema

WHOLE = 20_000  # records that rdflib holds and writes within seconds
HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in rdf.PREFIXES.items()) + "\n"
NAMESPACE = f"<{rdf.PREFIXES['na']}"
TYPED = f'"^^<{rdf.XSD}'


def ntriples(folder: Path) -> Iterator[str]:
    """N-Triples."""
    for subject, facts, _ in _resources(folder):
        yield "".join([f"{subject} {rdf.expanded(name)} {value} .\n" for name, value in facts])


def nquads(folder: Path) -> Iterator[str]:
    """N-Quads."""
    for subject, facts, graph in _resources(folder):
        end = f" {graph} .\n" if graph else " .\n"
        yield "".join([f"{subject} {rdf.expanded(name)} {value}{end}" for name, value in facts])


def turtle(folder: Path) -> Iterator[str]:
    """Turtle, a block for each subject."""
    yield HEAD
    for resource in _resources(folder):
        yield _block(resource)


def trig(folder: Path) -> Iterator[str]:
    """TriG; a graph is reopened as often as its statements come."""
    yield HEAD
    for graph, members in groupby(_resources(folder), lambda resource: resource.graph):
        yield f"{graph} {{\n" if graph else ""
        yield from map(_block, members)
        yield "}\n" if graph else ""


def jsonld(folder: Path) -> Iterator[str]:
    """JSON-LD with the context of the ontology inside, so that nothing is fetched to read it."""
    nodes, edges = at_once(folder, "jsonld", WHOLE, "nt, ttl")
    context = json.loads((schema.FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    yield rdf.graph(nodes, edges, aligned=True).serialize(format="json-ld", context=context) + "\n"


def rdfxml(folder: Path) -> Iterator[str]:
    """RDF/XML."""
    nodes, edges = at_once(folder, "rdfxml", WHOLE, "nt, ttl")
    for record in chain[Node | Edge](nodes, edges):
        refuse_control_characters(record, "rdfxml", "ttl")
    yield rdf.graph(nodes, edges, aligned=True).serialize(format="xml")


def _resources(folder: Path) -> Iterator[Resource]:
    return rdf.resources(read_nodes(folder), read_edges(folder))


def _block(resource: Resource) -> str:
    facts = " ;\n  ".join([f"{_verb(name)} {_short(value)}" for name, value in resource.facts])
    return f"{resource.subject} {facts} .\n"


def _verb(name: str) -> str:
    return "a" if name == "rdf:type" else name


def _short(value: str) -> str:
    """The prefixed form of a term of the ontology and of a datatype."""
    if value.startswith(NAMESPACE):
        return _prefixed(value)
    if value[0] == '"' and value[-1] == ">":
        text, _, datatype = value.rpartition(TYPED)
        return f'{text}"^^xsd:{datatype[:-1]}'
    return value


@lru_cache
def _prefixed(value: str) -> str:
    return f"na:{value[len(NAMESPACE) : -1]}"
