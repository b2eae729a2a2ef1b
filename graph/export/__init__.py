"""Records written for other programs: RDF, graph exchange formats, tables.

A format of one file gives its text in pieces, a format of a folder gives files of pieces; both are pure.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from graph.export import neo4j_admin, networks, tables, triples
from graph.export.writing import write_file, write_folder

Pieces = Iterator[str]
Files = Iterator[tuple[str, Pieces]]

FILES: Mapping[str, Callable[[Path], Pieces]] = {
    "nt": triples.ntriples,
    "nq": triples.nquads,
    "ttl": triples.turtle,
    "trig": triples.trig,
    "jsonld": triples.jsonld,
    "rdfxml": triples.rdfxml,
    "graphml": networks.graphml,
    "gexf": networks.gexf,
}
FOLDERS: Mapping[str, Callable[[Path], Files]] = {"csv": tables.files, "neo4j-admin": neo4j_admin.files}
EXPORTERS = (*FILES, *FOLDERS)


def export(folder: Path, format: str, target: Path) -> None:
    """Writes the records of a folder; `target` appears whole or not at all.

    Raises:
        InputError: `target` cannot be written, or the format holds less than there is.
    """
    if format in FILES:
        write_file(target, FILES[format](folder))
    else:
        write_folder(target, format, FOLDERS[format](folder))
