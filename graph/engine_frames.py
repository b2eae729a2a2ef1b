"""Records of one class or relation as a frame of columns, and frames as a graph of the embedded engine."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import kglite
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from errors import InputError
from graph.engine_rows import EVIDENCE
from graph.records import Edge, Node
from ontology import schema

Named = tuple[str, pd.DataFrame]
_ENDS = ("source", "target")
# pandas' nullable types: a missing whole number stays missing and the others stay whole
_COLUMNS: Mapping[str, Any] = {"str": object, "date": object, "int": "Int64", "float": "Float64", "bool": "boolean"}
_TYPES = {"str": "string", "date": "string", "int": "integer", "float": "float", "bool": "boolean"}
_OF_ARROW = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.bool_(): pd.BooleanDtype()}


def node_frames(nodes: Iterable[Node]) -> Iterator[Named]:
    """For each label the nodes that have it: uid and properties."""
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(node)
    for label, members in by_label.items():
        values = {name: [node.properties.get(name) for node in members] for name in schema.load().datatypes(label)}
        yield label, _frame(label, {**values, "uid": [node.uid for node in members]})


def edge_frames(edges: Iterable[Edge]) -> Iterator[Named]:
    """For each type the edges that have it: ends, evidence and properties."""
    by_type: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_type[edge.type].append(edge)
    for type, members in by_type.items():
        ends = {name: [getattr(edge, name) for edge in members] for name in _ENDS}
        values = {name: [edge.properties.get(name) for edge in members] for name in schema.load().datatypes(type)}
        evidence = {name: [getattr(edge.evidence, name) for edge in members] for name in EVIDENCE}
        yield type, _frame(type, {**ends, **values, **evidence})


def file_frames(folder: Path) -> Iterator[Named]:
    """The frames of a folder of parquet files, named as the files are."""
    for path in sorted(folder.glob("*.parquet")):
        table = pq.read_table(path)
        columns = {name: table.column(name) for name in table.column_names}
        yield path.stem, pd.DataFrame({name: _of_arrow(column) for name, column in columns.items()})


def _of_arrow(column: Any) -> pd.Series:
    """Texts as plain objects, which the engine takes without another conversion."""
    if column.type in _OF_ARROW:
        return pd.Series(column.to_pandas(types_mapper=_OF_ARROW.get))
    return pd.Series(column.to_numpy(), dtype=object)


def _frame(name: str, columns: Mapping[str, list[Any]]) -> pd.DataFrame:
    """A frame without columns that are empty throughout."""
    kinds = {"uid": "str", **dict.fromkeys(_ENDS, "str"), **schema.load().datatypes(name)}
    filled = {name: values for name, values in columns.items() if any(value is not None for value in values)}
    return pd.DataFrame({name: pd.Series(values, dtype=_COLUMNS[kinds[name]]) for name, values in filled.items()})


def graph_of(nodes: Iterable[Named], edges: Iterable[Named]) -> Any:
    """The graph of frames of nodes and of edges.

    Raises:
        InputError: an edge to a node that is in no frame.
    """
    graph = kglite.KnowledgeGraph()
    label_of: dict[str, str] = {}
    for label, frame in nodes:
        label_of |= dict.fromkeys(frame["uid"], label)
        graph.add_nodes(frame, label, "uid", "title", column_types=_kinds(label, frame))
    for type, frame in edges:
        _add_edges(graph, type, frame, label_of)
    return graph


def _kinds(name: str, frame: pd.DataFrame) -> dict[str, str]:
    kinds = schema.load().datatypes(name)
    return {column: _TYPES[kinds.get(column, "str")] for column in frame.columns if column not in _ENDS}


def _add_edges(graph: Any, type: str, frame: pd.DataFrame, label_of: Mapping[str, str]) -> None:
    """One call for each (source label, target label): the engine takes no mixed ends.

    From the second call of a type and source label on, kglite merges rows with the same ends. The repeated ones are
    created by a query.
    """
    begun: set[object] = set()
    for (source, target), members in frame.groupby(_labels(type, frame, label_of), sort=False):
        repeated = members.duplicated(list(_ENDS)) if source in begun else pd.Series(False, index=members.index)
        begun.add(source)
        first, kinds = members[~repeated], _kinds(type, frame)
        graph.add_relationships(first, type, source, "source", target, "target", column_types=kinds)
        if repeated.any():
            _create(graph, type, source, target, members[repeated])


def _labels(type: str, frame: pd.DataFrame, label_of: Mapping[str, str]) -> list[pd.Series]:
    try:
        labels = [[label_of[uid] for uid in frame[end]] for end in _ENDS]
    except KeyError as error:
        raise InputError("relation to a node that is not loaded", file=type, value=error.args[0]) from None
    return [pd.Series(named, index=frame.index, dtype=object) for named in labels]


def _create(graph: Any, type: str, source: object, target: object, frame: pd.DataFrame) -> None:
    settings = ", ".join(f"r.`{name}` = row.`{name}`" for name in frame.columns if name not in _ENDS)
    whole = frame.astype(object)
    graph.cypher(
        f"UNWIND $rows AS row MATCH (a:{source} {{uid: row.source}}), (b:{target} {{uid: row.target}}) "
        f"CREATE (a)-[r:{type}]->(b) SET {settings}",
        params={"rows": whole.where(whole.notna(), None).to_dict("records")},
    )
