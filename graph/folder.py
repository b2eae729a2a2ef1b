"""The build folder: written beside the last good one and swapped in at the end, so that readers never see half."""

import json
import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from errors import InputError
from graph.records import Edge, Evidence, Issue, Node

Types = Callable[[str], Mapping[str, str]]
_TYPES = {"str": pa.string(), "date": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
_EVIDENCE = {
    "document": pa.string(),
    "quote": pa.string(),
    "extractor": pa.string(),
    "confidence": pa.float64(),
    "start": pa.int64(),
    "end": pa.int64(),
    "row": pa.int64(),
}


@contextmanager
def swapped_in(target: Path) -> Iterator[Path]:
    """A new folder to write into; it takes the place of `target` when the block ends without an error."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise InputError("cannot write the build", file=target, value=error.strerror or error) from error
    try:
        yield new
        _replace(new, target)
    except OSError as error:
        raise InputError("cannot write the build", file=target, value=error.strerror or error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _replace(new: Path, target: Path) -> None:
    new.chmod(0o755)
    if not target.exists():
        new.replace(target)
        return
    old = target.with_name(f".{target.name}-old-{os.getpid()}")
    target.replace(old)
    try:
        new.replace(target)
    except OSError:
        old.replace(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def write_records(folder: Path, nodes: Iterable[Node], edges: Iterable[Edge], types: Types) -> None:
    """`nodes/<Label>.parquet` and `edges/<TYPE>.parquet`; `types(label or type)` gives property name → datatype."""
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(node)
    for label, members in by_label.items():
        columns = {"uid": [node.uid for node in members], **_properties(members)}
        _write(folder / "nodes" / f"{label}.parquet", columns, types(label))
    by_type: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_type[edge.type].append(edge)
    for name, relations in by_type.items():
        ends = {"source": [edge.source for edge in relations], "target": [edge.target for edge in relations]}
        places = [edge.evidence for edge in relations]
        evidence = {field: list(map(attrgetter(field), places)) for field in _EVIDENCE}
        _write(folder / "edges" / f"{name}.parquet", {**ends, **evidence, **_properties(relations)}, types(name))


def _properties(records: Sequence[Node] | Sequence[Edge]) -> dict[str, list[Any]]:
    """A column for each property any of the records has, in the order they are met."""
    given = dict.fromkeys(tuple(record.properties) for record in records)
    names = dict.fromkeys(name for some in given for name in some)
    return {name: [record.properties.get(name) for record in records] for name in names}


def _write(path: Path, columns: Mapping[str, list[Any]], types: Mapping[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = pa.schema([(name, _column_type(name, types)) for name in columns])
    pq.write_table(pa.table(dict(columns), schema=schema), path, compression="zstd")


def _column_type(name: str, types: Mapping[str, str]) -> pa.DataType:
    return _EVIDENCE.get(name) or _TYPES[types.get(name, "str")]


def read_nodes(folder: Path, labels: Iterable[str] | None = None) -> Iterator[Node]:
    """The nodes of a build, file by file, nulls left out."""
    for path in sorted((folder / "nodes").glob("*.parquet")):
        if labels is None or path.stem in labels:
            for row in _rows(path):
                yield Node(path.stem, row.pop("uid"), row)


def read_edges(folder: Path, types: Iterable[str] | None = None) -> Iterator[Edge]:
    """The edges of a build, file by file, nulls left out."""
    for path in sorted((folder / "edges").glob("*.parquet")):
        if types is None or path.stem in types:
            for row in _rows(path):
                evidence = Evidence(**{name: row.pop(name) for name in _EVIDENCE if name in row})
                yield Edge(path.stem, row.pop("source"), row.pop("target"), evidence, row)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for batch in pq.ParquetFile(path).iter_batches(20_000):
        for row in batch.to_pylist():
            yield {name: value for name, value in row.items() if value is not None}


def write_issues(path: Path, issues: Iterable[Issue]) -> None:
    """`issues.jsonl`: one Issue a line."""
    with path.open("w", encoding="utf-8") as lines:
        for issue in issues:
            lines.write(json.dumps(asdict(issue), ensure_ascii=False) + "\n")


def write_json(path: Path, value: object) -> None:
    """JSON in UTF-8, keys as given, indented for a reader."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
