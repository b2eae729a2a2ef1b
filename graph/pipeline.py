"""Documents and tables in, one checked graph out. Everything between is records."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

import ontology.check
import ontology.schema
from extractors.document import Document
from extractors.readers import TABLES, read_all
from extractors.tokens import extract
from graph.concepts import concept_records
from graph.coverage import coverage
from graph.engine_embedded import EmbeddedStore
from graph.folder import swapped_in, write_issues, write_json, write_records
from graph.importers import IMPORTERS
from graph.importers.table import user_source
from graph.records import Edge, Issue, Node
from graph.resolve import Resolved, load_corrections, load_decisions, resolve
from graph.sources import Source
from graph.sources import load as load_sources
from graph.statements import normalised, statements
from graph.status import superseded
from ontology.vocabulary import Concept
from ontology.vocabulary import load as load_vocabulary

Record = Node | Edge | Issue
T = TypeVar("T")
Finish = Callable[["Build", Path], None]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build rests on and came to, for whoever derives tables from it."""

    sources: tuple[Source, ...]
    concepts: tuple[Concept, ...]
    documents: tuple[Document, ...]
    added: tuple[str, ...]
    resolved: Resolved
    as_of: str
    data_version: str


def build(data: Path, target: Path, added: Sequence[Path] = (), as_of: str | None = None, *, finish: Finish) -> Build:
    """Builds the graph of `data` and the user's own files into the folder `target`.

    Args:
        added: the user's policies, standards and patents (texts) and catalogues (tables).
        as_of: the date statuses are derived for (ISO); the newest retrieval date of the sources when None.
        finish: called with the build and the new folder before it is swapped in.

    Raises:
        InputError: a source, document or record that cannot be used; the last good build stays as it is.
    """
    sources = [*load_sources(data), *(user_source(path) for path in added if path.suffix.lower() in TABLES)]
    as_of = as_of or max(source.retrieved for source in sources)
    documents = _documents(data, added)
    concepts = load_vocabulary()
    records = [*concept_records(concepts), *_imported(sources, as_of), *_stated(documents)]
    resolved = _resolved(data, records, concepts, as_of)
    ontology.check.check(resolved.nodes.values(), _bar(resolved.edges, "checking"))
    own = tuple(document.id for document in documents if Path(document.path) in added)
    with swapped_in(target) as folder:
        write_records(
            folder, resolved.nodes.values(), _bar(resolved.edges, "writing"), ontology.schema.load().datatypes
        )
        made = Build(tuple(sources), concepts, tuple(documents), own, resolved, as_of, _version(folder, as_of))
        _write(folder, made)
        finish(made, folder)
    return made


def _documents(data: Path, added: Sequence[Path]) -> list[Document]:
    shipped = sorted((data / "policies").glob("*.md"))
    texts = [path for path in added if path.suffix.lower() not in TABLES]
    return [document for path in _bar([*shipped, *texts], "reading documents") for document in read_all(path)]


def _imported(sources: Sequence[Source], as_of: str) -> Iterable[Record]:
    files = [(source, file) for source in sources for file in source.files]
    for source, file in _bar(files, "importing tables"):
        yield from IMPORTERS[file.importer](source, file, as_of)


def _stated(documents: Sequence[Document]) -> Iterable[Record]:
    titles = {normalised(document.title): f"pol:{document.id}" for document in documents if document.title}
    for document in _bar(documents, "extracting"):
        yield from statements(document, extract(document), titles)


def _resolved(data: Path, records: Iterable[Record], concepts: Sequence[Concept], as_of: str) -> Resolved:
    nodes, edges, issues = _apart(records)
    decisions, corrections = load_decisions(data / "decisions.csv"), load_corrections(data / "corrections.yaml")
    resolved = resolve(nodes, _bar(edges, "resolving"), decisions, corrections)
    dated = superseded(resolved.nodes, resolved.edges, as_of)
    covers = coverage(dated, resolved.edges, concepts, data / "vocabulary")
    edges = [*resolved.edges, *_bar(covers, "linking technologies")]
    return Resolved(dated, edges, [*issues, *resolved.issues])


def _apart(records: Iterable[Record]) -> tuple[list[Node], list[Edge], list[Issue]]:
    nodes, edges, issues = [], [], []
    for record in records:
        if isinstance(record, Node):
            nodes.append(record)
        elif isinstance(record, Edge):
            edges.append(record)
        else:
            issues.append(record)
    return nodes, edges, issues


def _version(folder: Path, as_of: str) -> str:
    """Twelve hex digits over every record and the date: two builds of the same input have the same."""
    digest = hashlib.sha256(as_of.encode())
    for path in sorted(folder.glob("*/*.parquet")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _write(folder: Path, made: Build) -> None:
    write_issues(folder / "issues.jsonl", made.resolved.issues)
    for document in made.documents:
        texts = folder / "texts"
        texts.mkdir(exist_ok=True)
        (texts / f"{document.id}.txt").write_text(document.text, encoding="utf-8", newline="")
    with EmbeddedStore.create(folder / "graph.kgl") as store:
        store.load(made.resolved.nodes.values(), _bar(made.resolved.edges, "loading the graph"))
    write_json(folder / "manifest.json", _manifest(made))


def _manifest(made: Build) -> dict[str, object]:
    labels: dict[str, int] = {}
    for node in made.resolved.nodes.values():
        labels[node.label] = labels.get(node.label, 0) + 1
    types: dict[str, int] = {}
    for edge in made.resolved.edges:
        types[edge.type] = types.get(edge.type, 0) + 1
    return {
        "as_of": made.as_of,
        "data_version": made.data_version,
        "nodes": dict(sorted(labels.items())),
        "edges": dict(sorted(types.items())),
        "issues": len(made.resolved.issues),
        "sources": {source.id: source.retrieved for source in made.sources},
        "added": list(made.added),
    }


def _bar(items: Iterable[T], stage: str) -> Iterable[T]:
    return tqdm(items, desc=stage, unit="", leave=True, mininterval=0.5)
