"""Documents and tables in, one checked graph out. Everything between is records."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

import ontology.check
import ontology.schema
from extractors.document import Document
from extractors.readers import TABLES, read_all
from extractors.tokens import annotate
from graph.concepts import concept_records
from graph.coverage import coverage
from graph.engine_embedded import write_graph
from graph.folder import swapped_in, write_issues, write_json, write_records
from graph.importers import imported
from graph.importers.table import user_source
from graph.packing import Records, apart, unpacked
from graph.processes import in_order, processes
from graph.records import Edge, Issue, Node
from graph.resolve import Resolved, load_corrections, load_decisions, resolve
from graph.sources import Source
from graph.sources import load as load_sources
from graph.statements import normalised, statements
from graph.status import superseded
from ontology.vocabulary import Concept
from ontology.vocabulary import load as load_vocabulary

T = TypeVar("T")
Finish = Callable[["Build", Path], None]
# Bytes of tables; starting processes takes about as long as reading these.
_WORTH_PROCESSES = 1_000_000


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
    documents, concepts = _documents(data, added), load_vocabulary()
    own = tuple(document.id for document in documents if Path(document.path) in added)
    with processes(worthwhile=_size(sources) > _WORTH_PROCESSES) as pool:
        records = [apart(concept_records(concepts)), *_imported(sources, as_of, pool), apart(_stated(documents))]
        resolved = _resolved(data, records, concepts, as_of, pool)
        del records  # half of what the build holds in memory
        ontology.check.check(resolved.nodes.values(), _bar(resolved.edges, "checking"))
        with swapped_in(target) as folder:
            edges = _bar(resolved.edges, "writing")
            write_records(folder, resolved.nodes.values(), edges, ontology.schema.load().datatypes)
            made = Build(tuple(sources), concepts, tuple(documents), own, resolved, as_of, _version(folder, as_of))
            with _meanwhile(pool.submit(write_graph, folder), "loading the graph"):
                _write(folder, made)
                finish(made, folder)
    return made


def _documents(data: Path, added: Sequence[Path]) -> list[Document]:
    shipped = sorted((data / "policies").glob("*.md"))
    texts = [path for path in added if path.suffix.lower() not in TABLES]
    return [document for path in _bar([*shipped, *texts], "reading documents") for document in read_all(path)]


def _size(sources: Sequence[Source]) -> int:
    return sum(file.path.stat().st_size for source in sources for file in source.files)


def _imported(sources: Sequence[Source], as_of: str, pool: Executor) -> Iterator[Records]:
    jobs = [(source, file, as_of) for source in sources for file in source.files]
    tables = in_order(pool, imported, jobs, lambda job: job[1].path.stat().st_size)
    return map(unpacked, _bar(tables, "importing tables", len(jobs)))


def _stated(documents: Sequence[Document]) -> Iterator[Node | Edge | Issue]:
    titles = {normalised(document.title): f"pol:{document.id}" for document in documents if document.title}
    for document in _bar(documents, "extracting"):
        yield from statements(document, annotate(document)._.found, titles)


def _resolved(
    data: Path, records: Sequence[Records], concepts: tuple[Concept, ...], as_of: str, pool: Executor
) -> Resolved:
    nodes, edges, issues = (list(chain.from_iterable(part)) for part in zip(*records, strict=True))
    decisions, corrections = load_decisions(data / "decisions.csv"), load_corrections(data / "corrections.yaml")
    resolved = resolve(nodes, _bar(edges, "resolving"), decisions, corrections)
    dated = superseded(resolved.nodes, resolved.edges, as_of)
    covers = coverage(dated, resolved.edges, concepts, data / "vocabulary", pool)
    return Resolved(dated, [*resolved.edges, *_bar(covers, "linking technologies")], [*issues, *resolved.issues])


@contextmanager
def _meanwhile(other: Future[None], stage: str) -> Iterator[None]:
    """What happens while another process works in the same folder; it has ended when the block ends, however."""
    try:
        yield
    finally:
        for one in _bar([other], stage):
            wait([one])
    other.result()


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


def _bar(items: Iterable[T], stage: str, total: int | None = None) -> Iterable[T]:
    return tqdm(items, desc=stage, total=total, unit="", leave=True, mininterval=0.5)
