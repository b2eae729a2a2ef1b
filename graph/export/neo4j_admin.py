"""For the first load of a large graph: CSV with typed headers and the command of Neo4j's own importer."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from graph.export.tables import edge_columns, edge_lines, node_columns, node_lines
from graph.folder import read_edges, read_nodes
from ontology import schema

TYPES = {"str": "string", "date": "string", "int": "long", "float": "double", "bool": "boolean"}
ENDS = {"uid": "uid:ID", "source": ":START_ID", "target": ":END_ID"}
README = """# Import into Neo4j 导入 Neo4j

Run in this folder, with the database stopped; it replaces what is in the database `neo4j`.
在本文件夹中运行，先停止数据库；它会替换数据库 `neo4j` 中的内容。

```
{command}
```

Then start the database and make keys and indexes: `cypher-shell -f constraints.cypher`.
然后启动数据库，建立键与索引：`cypher-shell -f constraints.cypher`。
"""


def files(folder: Path) -> Iterator[tuple[str, Iterator[str]]]:
    """Headers and lines apart, as the importer likes them; README.md holds the command, constraints.cypher the keys."""
    arguments: list[str] = []
    for label, nodes in groupby(read_nodes(folder), lambda node: node.label):
        arguments.append(_argument("nodes", label))
        yield f"nodes/{label}-header.csv", iter((_header(label, node_columns(label)),))
        yield f"nodes/{label}.csv", node_lines(label, nodes)
    for type, edges in groupby(read_edges(folder), lambda edge: edge.type):
        arguments.append(_argument("relationships", type))
        yield f"relationships/{type}-header.csv", iter((_header(type, edge_columns(type)),))
        yield f"relationships/{type}.csv", edge_lines(type, edges)
    yield "README.md", iter((README.format(command=command(arguments)),))
    yield "constraints.cypher", iter(((schema.FOLDER / "constraints.cypher").read_text(encoding="utf-8"),))


def command(arguments: list[str]) -> str:
    """The import command; a quoted text may run over several lines."""
    options = ["--overwrite-destination", "--multiline-fields=true", *arguments]
    return " \\\n  ".join(["neo4j-admin database import full neo4j", *options])


def _argument(kind: str, name: str) -> str:
    return f"--{kind}={name}={kind}/{name}-header.csv,{kind}/{name}.csv"


def _header(owner: str, columns: tuple[str, ...]) -> str:
    types = schema.load().datatypes(owner)
    return ",".join(ENDS.get(name) or f"{name}:{TYPES[types[name]]}" for name in columns) + "\n"
