"""What is exported when not everything is: the nodes a question names, or a neighbourhood, cut out of a build."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from errors import InputError
from graph.folder import read_edges, read_nodes
from graph.records import Edge, Node
from graph.store import Rows


def at_once(folder: Path, format: str, limit: int, instead: str) -> tuple[list[Node], list[Edge]]:
    """Every record of a folder. InputError when there are more than `limit`."""
    paths = (path for kind in ("nodes", "edges") for path in (folder / kind).glob("*.parquet"))
    if sum(pq.read_metadata(path).num_rows for path in paths) > limit:
        raise InputError(
            f"more than {limit} records do not fit this format", file="--to", value=format,
            allowed=f"{instead}, or less: --question or --around",
        )  # fmt: skip
    return list(read_nodes(folder)), list(read_edges(folder))


def named(folder: Path, rows: Rows) -> frozenset[str]:
    """The uids in the rows of an answer. InputError when there is none."""
    found = _existing(folder, frozenset(_texts(rows.rows)))
    if not found:
        raise InputError("no identifiers in the answer", file="--question", allowed="a question that returns uids")
    return found


def around(folder: Path, uid: str, hops: int) -> frozenset[str]:
    """A node and what is at most `hops` relations away, in either direction. InputError when there is no such node."""
    found = _existing(folder, frozenset((uid,)))
    if not found:
        raise InputError("no such node", file="--around", value=uid, allowed="the uid of a node, as `ask search` shows")
    paths = sorted((folder / "edges").glob("*.parquet"))
    ends = pa.concat_tables(pq.read_table(path, columns=["source", "target"]) for path in paths)
    for _ in range(hops):
        reached = _where(ends, ("source", "target"), found, pc.or_)
        found |= {*reached["source"].to_pylist(), *reached["target"].to_pylist()}
    return found


def cut(folder: Path, uids: frozenset[str], target: Path) -> None:
    """Writes the nodes of `uids`, the edges between them and the documents those rest on, in a build's own form."""
    documents: set[str] = set()
    for path, table in _tables(folder, "edges"):
        inside = _where(table, ("source", "target"), uids, pc.and_)
        documents.update(pc.unique(inside["document"]).to_pylist())
        _write(inside, target / "edges" / path.name)
    for path, table in _tables(folder, "nodes"):
        _write(_where(table, ("uid",), uids | documents), target / "nodes" / path.name)


def _existing(folder: Path, uids: frozenset[str]) -> frozenset[str]:
    columns = (pq.read_table(path, columns=["uid"]) for path in (folder / "nodes").glob("*.parquet"))
    return frozenset(uid for table in columns for uid in _where(table, ("uid",), uids)["uid"].to_pylist())


def _tables(folder: Path, kind: str) -> Iterator[tuple[Path, pa.Table]]:
    for path in sorted((folder / kind).glob("*.parquet")):
        yield path, pq.read_table(path)


def _where(
    table: pa.Table, names: Iterable[str], uids: Iterable[str], join: Callable[[Any, Any], Any] = pc.and_
) -> Any:
    """The rows whose columns hold one of the uids."""
    wanted = pa.array(sorted(uids), pa.string())
    first, *rest = (pc.is_in(table[name], value_set=wanted) for name in names)
    for mask in rest:
        first = join(first, mask)
    return table.filter(first)


def _write(table: pa.Table, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if table.num_rows:
        pq.write_table(table, path)


def _texts(values: Any) -> Iterator[str]:
    """Every text in nested rows."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        yield from _texts(tuple(values.values()))
    elif isinstance(values, list | tuple):
        for value in values:
            yield from _texts(value)
