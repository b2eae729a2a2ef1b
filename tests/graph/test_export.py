"""Every format gives back what went in, to a reader that is not ours."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pyshacl
import pytest
from rdflib import RDF, RDFS, Dataset, Graph, Literal, URIRef

import cli
from errors import InputError
from graph import rdf
from graph.export import EXPORTERS, FILES, FOLDERS, export, rdf_records
from graph.export.selection import around, cut, named
from graph.export.writing import write_file
from graph.folder import read_edges, read_nodes, write_records
from graph.records import Edge, Evidence, Node
from graph.store import Rows
from ontology import n10s_mapping, schema

NODES = [
    Node("Document", "doc:规划", {"title": "规划", "media_type": "text/plain"}),
    Node("Document", "doc:t", {"title": "表", "media_type": "text/csv"}),
    Node(
        "Edition",
        "ed:GB/T 1-2020",
        {
            "title": '"引号"\\反斜杠\n换行\t<&> 𠮷',
            "title_zh": "甲",
            "title_en": "A",
            "designation": "GB/T 1-2020",
            "body": "GB/T",
            "tier": "national",
            "year": 2020,
            "published": "2020-03",
            "valid_from": "2020-10-01",
            "listed": False,
        },
    ),
    Node("Policy", "pol:规划", {"title": "规划", "level": "省"}),
    Node("Provision", "prov:规划#二/（一）/1%", {"title": "条", "path": "二/（一）/1%", "order": 1, "level": 3}),
    Node("Standard", "std:GB/T 1", {"title": "甲", "designation": "GB/T 1", "body": "GB/T", "tier": "national"}),
    Node("Technology", "tech:x", {"title": "X", "kind": "technology", "aggregate": True}),
]
EDGES = [
    Edge("CITES", "prov:规划#二/（一）/1%", "std:GB/T 1", Evidence("doc:规划", "GB/T 1,\n", "x", 0.9, 4, 10)),
    Edge("CITES", "prov:规划#二/（一）/1%", "std:GB/T 1", Evidence("doc:规划", "GB/T 1", "x", 0.9, 14, 20)),
    Edge("COVERS", "std:GB/T 1", "tech:x", Evidence("doc:t", "甲", "x", 1.0, row=3), {"probability": 1e-05}),
    Edge("EDITION_OF", "ed:GB/T 1-2020", "std:GB/T 1", Evidence("doc:t", "GB/T 1-2020", "x", 1.0, row=3)),
    Edge("PART_OF", "prov:规划#二/（一）/1%", "pol:规划", Evidence("doc:规划", "条", "x", 1.0, 1, 2)),
]
RDF_READERS = {"nt": "nt", "nq": "nquads", "ttl": "turtle", "trig": "trig", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.fixture
def build(tmp_path: Path) -> Path:
    folder = tmp_path / "build"
    write_records(folder, NODES, EDGES, schema.load().datatypes)
    return folder


def parsed(build: Path, format: str) -> Graph:
    text = "".join(FILES[format](build))
    if format in ("nq", "trig"):
        return Dataset(default_union=True).parse(data=text, format=RDF_READERS[format])
    return Graph().parse(data=text, format=RDF_READERS[format])


@pytest.mark.parametrize("format", RDF_READERS)
def test_rdf_comes_back_as_the_same_records(build: Path, format: str) -> None:
    graph = parsed(build, format)
    assert rdf_records.nodes(graph) == sorted(NODES, key=lambda node: node.uid)
    assert rdf_records.edges(graph) == sorted(EDGES, key=repr)


def test_serialisations_say_the_same(build: Path) -> None:
    triples = {format: {triple[:3] for triple in parsed(build, format)} for format in RDF_READERS}
    for format, found in triples.items():
        assert found == triples["nt"], format
    assert len(triples["nt"]) == len(set("".join(FILES["nt"](build)).splitlines()))


def test_iris_types_and_languages(build: Path) -> None:
    graph = parsed(build, "ttl")
    provision = URIRef(
        "https://w3id.org/normatlas/id/prov:%E8%A7%84%E5%88%92%23%E4%BA%8C/%EF%BC%88%E4%B8%80%EF%BC%89/1%25"
    )
    assert rdf.iri("prov:规划#二/（一）/1%") == provision
    assert (provision, RDF.type, URIRef("https://w3id.org/normatlas#Provision")) in graph
    edition = rdf.iri("ed:GB/T 1-2020")
    assert set(graph.objects(edition, RDFS.label)) == {Literal("甲", lang="zh"), Literal("A", lang="en")}
    types = {
        str(p).split("#")[1]: str(o.datatype).split("#")[-1]
        for p, o in graph.predicate_objects(edition)
        if isinstance(o, Literal) and o.datatype
    }
    assert types == {"year": "integer", "published": "gYearMonth", "validFrom": "date", "listed": "boolean"}


@pytest.mark.parametrize("format", ["nq", "trig"])
def test_statements_stand_in_the_graph_of_their_document(build: Path, format: str) -> None:
    data = Dataset().parse(data="".join(FILES[format](build)), format=RDF_READERS[format])
    edition_of = (rdf.iri("ed:GB/T 1-2020"), URIRef("https://w3id.org/normatlas#editionOf"), rdf.iri("std:GB/T 1"))
    assert edition_of in data.graph(rdf.iri("doc:t"))
    assert edition_of not in data.graph(rdf.iri("doc:规划"))
    assert (rdf.iri("pol:规划"), RDF.type, None) in data.default_graph


def test_statements_are_annotations_with_provenance(build: Path) -> None:
    found = parsed(build, "nt").query(
        """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX na: <https://w3id.org/normatlas#>
        SELECT ?quote WHERE { ?s a oa:Annotation, na:CoversStatement ; oa:hasTarget ?d ; prov:wasDerivedFrom ?d ;
        na:quote ?quote }"""
    )
    assert [str(row[0]) for row in found] == ["甲"]


def test_what_is_exported_conforms_to_the_shapes() -> None:
    nodes = [node for node in NODES if node.label in ("Document", "Edition", "Standard")]
    shapes = Graph().parse(schema.FOLDER / "shapes.ttl")
    graph = rdf.graph(nodes, [edge for edge in EDGES if edge.type == "EDITION_OF"])
    graph.set((rdf.iri("ed:GB/T 1-2020"), rdf.URIRef(f"{rdf.NAMESPACE}status"), Literal("in_force")))
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=shapes)
    assert conforms, report


def test_graphml_and_gexf_open_in_networkx(build: Path, tmp_path: Path) -> None:
    for format, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        export(build, format, tmp_path / format)
        graph = read(tmp_path / format)
        assert {(node, facts["title"]) for node, facts in graph.nodes(data=True)} == {
            (node.uid, node.properties["title"]) for node in NODES
        }
        kept = graph.edges["prov:规划#二/（一）/1%", "std:GB/T 1", 0] if graph.is_multigraph() else None
        assert kept is None or 0.9 in kept.values()
        assert graph.number_of_edges() == len(EDGES)
        assert graph.nodes["pol:规划"]["level"] == "省"
        assert graph.nodes["ed:GB/T 1-2020"]["listed"] is False


def test_csv(build: Path, tmp_path: Path) -> None:
    export(build, "csv", tmp_path / "out")
    with (tmp_path / "out" / "nodes" / "Edition.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert {name: value for name, value in row.items() if value} == {
        "uid": "ed:GB/T 1-2020",
        **{k: str(v).lower() if isinstance(v, bool) else str(v) for k, v in NODES[2].properties.items()},
    }
    assert (tmp_path / "out" / "edges" / "CITES.csv").exists()


def test_neo4j_admin_headers_and_command(build: Path, tmp_path: Path) -> None:
    export(build, "neo4j-admin", tmp_path / "out")
    header = (tmp_path / "out" / "nodes" / "Edition-header.csv").read_text(encoding="utf-8").strip().split(",")
    assert header[0] == "uid:ID"
    assert {"year:long", "listed:boolean", "published:string"} < set(header)
    header = (tmp_path / "out" / "relationships" / "COVERS-header.csv").read_text(encoding="utf-8")
    assert header.startswith(":START_ID,:END_ID,")
    assert "probability:double" in header
    readme = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    for name in ("--nodes=Edition=nodes/Edition-header.csv,nodes/Edition.csv", "--multiline-fields=true"):
        assert name in readme


def test_a_neighbourhood_and_an_answer(build: Path, tmp_path: Path) -> None:
    assert around(build, "tech:x", 0) == {"tech:x"}
    assert around(build, "tech:x", 1) == {"tech:x", "std:GB/T 1"}
    assert "pol:规划" not in around(build, "tech:x", 2)
    assert "pol:规划" in around(build, "tech:x", 3)
    found = named(build, Rows(("a", "b"), (("tech:x", {"uid": ["std:GB/T 1"]}), (1, None))))
    cut(build, found, tmp_path / "part")
    assert {node.uid for node in read_nodes(tmp_path / "part")} == {"tech:x", "std:GB/T 1", "doc:t"}
    assert [edge.type for edge in read_edges(tmp_path / "part")] == ["COVERS"]
    with pytest.raises(InputError, match="no such node 'tech:y'"):
        around(build, "tech:y", 1)
    with pytest.raises(InputError, match="no identifiers in the answer"):
        named(build, Rows(("a",), (("x",),)))


def test_a_failing_export_leaves_what_was_there(build: Path, tmp_path: Path) -> None:
    def broken(_: Path) -> Iterator[str]:
        yield "half"
        raise InputError("stop")

    target = tmp_path / "x.nt"
    target.write_text("before")
    with pytest.raises(InputError, match="stop"):
        write_file(target, broken(build))
    assert target.read_text() == "before"
    assert {path.name for path in tmp_path.iterdir()} == {"build", "x.nt"}


def test_a_folder_that_is_no_export_is_kept(build: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").touch()
    with pytest.raises(InputError, match="not an export, so not replaced"):
        export(build, "csv", mine)
    assert (mine / "thesis.txt").exists()
    for _ in range(2):
        export(build, "csv", tmp_path / "new")


def test_a_place_that_cannot_be_written_is_one_line(build: Path, tmp_path: Path) -> None:
    for format in EXPORTERS:
        with pytest.raises(InputError, match="cannot write"):
            export(build, format, build / "nodes" / "Edition.parquet" / "x")


@pytest.mark.parametrize("format", ["jsonld", "rdfxml", "gexf"])
def test_formats_that_do_not_stream_refuse_large_graphs(tmp_path: Path, format: str) -> None:
    nodes = [Node("Technology", f"tech:{number}", {"title": "t"}) for number in range(50_001)]
    write_records(tmp_path, nodes, [], schema.load().datatypes)
    with pytest.raises(InputError, match="records do not fit this format"):
        list(FILES[format](tmp_path))


@pytest.mark.parametrize("format", ["rdfxml", "graphml", "gexf"])
def test_what_xml_cannot_hold_is_refused(tmp_path: Path, format: str) -> None:
    write_records(tmp_path, [Node("Technology", "tech:a", {"title": "a\x0c"})], [], schema.load().datatypes)
    with pytest.raises(InputError, match="control character"):
        list(FILES[format](tmp_path))
    assert rdf_records.nodes(parsed(tmp_path, "nt"))[0].properties["title"] == "a\x0c"


def test_command(build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (build / "manifest.json").write_text("{}")
    place = ["--build", str(build)]
    assert cli.main(["export", "--to", "jsonld", "--around", "tech:x", *place]) == 0
    assert json.loads(capsys.readouterr().out)["@graph"]
    for format in FOLDERS:
        assert cli.main(["export", "--to", format, *place]) == 1
        assert "--out: not set" in capsys.readouterr().err
    assert cli.main(["export", "--to", "nt", "--out", str(tmp_path / "a.nt"), *place]) == 0
    assert cli.main(["export", "--to", "nt", "--question", "none", *place]) == 1
    assert "no such question 'none'" in capsys.readouterr().err


def test_the_mapping_for_neosemantics_is_fresh_and_names_every_term() -> None:
    written = n10s_mapping.PATH.read_text(encoding="utf-8")
    assert written == n10s_mapping.text(schema.load())
    for name in ("'https://w3id.org/normatlas#editionOf', 'EDITION_OF'", "#validFrom', 'valid_from'", "'Standard'"):
        assert name in written
