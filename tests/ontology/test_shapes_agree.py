"""pySHACL on the RDF of a record and the compiled checks say the same of good and bad samples."""

from pathlib import Path

import pyshacl
import pytest
import yaml
from rdflib import Graph

from errors import InputError
from graph import rdf
from ontology import check, schema
from tests.graph import tiny

SAMPLES = yaml.safe_load(Path(__file__).with_name("samples.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(schema.FOLDER / "shapes.ttl")


@pytest.mark.parametrize("name", SAMPLES)
def test_same_verdict(name: str, shapes: Graph) -> None:
    sample = SAMPLES[name]
    document = tiny.node("doc:test", {"label": "Document", "media_type": "text/plain"})
    nodes = [document, *(tiny.node(uid, facts) for uid, facts in sample["nodes"].items())]
    edges = [tiny.edge(number, *item) for number, item in enumerate(sample.get("edges", ()), 1)]
    conforms, _, report = pyshacl.validate(rdf.graph(nodes, edges), shacl_graph=shapes, ont_graph=shapes)
    if "error" not in sample:
        check.check(nodes, edges)
        assert conforms, report
        return
    assert not conforms
    with pytest.raises(InputError) as caught:
        check.check(nodes, edges)
    assert sample["error"] in str(caught.value)
