"""Graph exchange formats: GraphML for yEd, Cytoscape and networkx, line by line; GEXF for Gephi, at once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from graph.engine_rows import EVIDENCE, edge_row, node_row
from graph.export.markup import refuse_control_characters
from graph.export.selection import at_once
from graph.folder import read_edges, read_nodes
from ontology import schema

DRAWN = 50_000  # records: more is not drawn either
TYPES: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}
DECLARED = {"str": "string", "date": "string", "int": "long", "float": "double", "bool": "boolean"}
TODAY = re.compile(r' lastmodifieddate="[0-9-]{10}"')  # no clock in results
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


def graphml(folder: Path) -> Iterator[str]:
    """GraphML. A property whose type differs between labels is declared once for each type."""
    yield HEAD
    yield from _keys()
    yield '<graph edgedefault="directed">\n'
    types = _datatypes()
    for node in read_nodes(folder):
        refuse_control_characters(node, "graphml", "nt, csv")
        facts = {"label": node.label, **node_row(node, types[node.label])}
        yield f"<node id={quoteattr(node.uid)}>{_data('node', facts)}</node>\n"
    for edge in read_edges(folder):
        refuse_control_characters(edge, "graphml", "nt, csv")
        facts = {"label": edge.type, **edge_row(edge, types[edge.type])}
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f"<edge {ends}>{_data('edge', facts)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def gexf(folder: Path) -> Iterator[str]:
    """GEXF 1.2, labels in Chinese where there are any."""
    nodes, edges = at_once(folder, "gexf", DRAWN, "graphml, csv")
    types, made = _datatypes(), nx.MultiDiGraph()
    for node in nodes:
        refuse_control_characters(node, "gexf", "csv")
        shown = node.properties.get("title_zh") or node.properties["title"]
        made.add_node(node.uid, **{**node_row(node, types[node.label]), "class": node.label, "label": shown})
    for edge in edges:
        refuse_control_characters(edge, "gexf", "csv")
        # `start` and `end` are moments in GEXF
        facts = {f"evidence_{k}" if k in EVIDENCE else k: v for k, v in edge_row(edge, types[edge.type]).items()}
        made.add_edge(edge.source, edge.target, **{**facts, "label": edge.type})
    yield from (TODAY.sub("", line) + "\n" for line in nx.generate_gexf(made, prettyprint=False))


def _datatypes() -> Mapping[str, Mapping[str, str]]:
    ontology = schema.load()
    return {name: ontology.datatypes(name) for name in (*ontology.classes, *ontology.relations)}


def _keys() -> Iterator[str]:
    ontology = schema.load()
    for kind, owners in (("node", ontology.classes), ("edge", ontology.relations)):
        for name, type in sorted(_declared(owners) | {("label", "string")}):
            yield f'<key id="{kind}-{name}-{type}" for="{kind}" attr.name="{name}" attr.type="{type}"/>\n'


def _declared(owners: Iterable[str]) -> set[tuple[str, str]]:
    types = _datatypes()
    return {(name, DECLARED[datatype]) for owner in owners for name, datatype in types[owner].items()}


def _data(kind: str, facts: Mapping[str, Any]) -> str:
    return "".join([_datum(kind, name, value) for name, value in facts.items()])


def _datum(kind: str, name: str, value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else escape(str(value))
    return f'<data key="{kind}-{name}-{TYPES[type(value)]}">{text}</data>'
