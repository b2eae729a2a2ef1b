"""Makes a Neo4j database hold a build: what is new is created, what changed is written, what vanished is removed.

It skips what the ledger shows unchanged, and removes nothing that the ledger does not name. Records of others, and
nodes that others tied something to, stay.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import neo4j

from graph import neo4j_ledger as ledger
from graph.engine_rows import PLACE
from graph.neo4j_batches import Ends, batches, edge_rows, ends, node_rows, write_edges, write_nodes
from graph.neo4j_ledger import Hashes, Version, digest
from graph.records import Edge, Node
from ontology import schema

REMOVAL = 5_000
COUNT_NODES = "MATCH (n:{}) RETURN count(n) AS c"
COUNT_EDGES = "MATCH ()-[r:{}]->() RETURN count(r) AS c"
UIDS = "MATCH (n:{}) RETURN n.uid AS key, elementId(n) AS id"
PLACES = (
    "MATCH (a)-[r:{}]->(b) RETURN [labels(a)[0], a.uid, labels(b)[0], b.uid, "
    f"{', '.join(f'r.`{name}`' for name in PLACE)}] AS key, elementId(r) AS id"
)
REMOVE_NODES = "MATCH (n:{}) WHERE elementId(n) IN $ids AND NOT EXISTS {{ (n)--() }} DELETE n"
REMOVE_EDGES = "MATCH ()-[r:{}]->() WHERE elementId(r) IN $ids DELETE r"


@dataclass(slots=True)
class Tally:
    """What a load did, in records; `kept` vanished from the build but are tied to records of others."""

    created: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0
    kept: int = 0


@dataclass(slots=True)
class Load:
    """One run over the records; `known` is what is in the database, `seen` what is in the build."""

    session: neo4j.Session
    token: str
    known: dict[str, Hashes]
    trusted: frozenset[str]
    seen: dict[str, set[int]] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    step: int = 0

    def write(self, owner: str, rows: Sequence[tuple[int, int, Any]], writer: Any) -> None:
        """Writes the (key, content, row) of a batch that are not there yet, with their page, in a transaction."""
        known = self.known.setdefault(owner, {})
        new = [row for row in rows if row[0] not in known]
        changed = [row for row in rows if row[0] in known and (owner not in self.trusted or known[row[0]] != row[1])]
        self.tally.created += len(new)
        self.tally.changed += len(changed)
        self.tally.same += len(rows) - len(new) - len(changed)
        if new or changed:
            self.step += 1
            self.session.execute_write(self._commit, owner, new, changed, writer)
            known.update((key, content) for key, content, _ in (*new, *changed))

    def _commit(
        self, transaction: neo4j.ManagedTransaction, owner: str, new: Sequence[Any], changed: Sequence[Any], writer: Any
    ) -> None:
        if not ledger.is_next(transaction, self.token, self.step):
            return
        for rows, known_new in ((new, owner in self.trusted), (changed, False)):
            if rows:
                writer(transaction, rows=[row for _, _, row in rows], known_new=known_new)
        ledger.note(transaction, self.step, owner, {key: content for key, content, _ in (*new, *changed)})

    def first(self, owner: str, key: int) -> bool:
        """Whether a key comes for the first time in this run."""
        seen = self.seen.setdefault(owner, set())
        before = len(seen)
        seen.add(key)
        return len(seen) > before


def begin(session: neo4j.Session, token: str) -> Load:
    """A load over a database whose ledger is read and compared with what the database counts."""
    ledger.begin(session, token)
    known = ledger.read(session)
    ontology = schema.load()
    counts = {name: _count(session, COUNT_NODES, name) for name in ontology.classes}
    counts |= {name: _count(session, COUNT_EDGES, name) for name in ontology.relations}
    trusted = frozenset(name for name, count in counts.items() if count == len(known.get(name, ())))
    return Load(session, token, known, trusted)


def load_nodes(load: Load, nodes: Iterable[Node]) -> dict[str, str]:
    """Writes nodes; gives uid → label."""
    labels: dict[str, str] = {}
    for label, batch in batches(nodes, lambda node: node.label):
        labels.update((node.uid, label) for node in batch)
        rows = [(digest(row["uid"]), digest(row), row) for row in node_rows(label, batch)]
        rows = [row for row in rows if load.first(label, row[0])]
        load.write(label, rows, partial(write_nodes, label=label))
    return labels


def load_edges(load: Load, edges: Iterable[Edge], labels: Mapping[str, str]) -> None:
    """Writes edges, the first of each place."""
    for group, batch in batches(edges, lambda edge: ends(edge, labels)):
        rows = [(_place(group, row), digest(row[2]), row) for row in edge_rows(group, batch)]
        rows = [row for row in rows if load.first(group.type, row[0])]
        load.write(group.type, rows, partial(write_edges, group=group))


def remove(load: Load) -> None:
    """Removes what the ledger names and the build no longer has: edges first, then nodes nothing is tied to."""
    ontology = schema.load()
    for owners, query, removal in (
        (ontology.relations, PLACES, REMOVE_EDGES),
        (ontology.classes, UIDS, REMOVE_NODES),
    ):
        for owner in owners:
            vanished = load.known.get(owner, {}).keys() - load.seen.get(owner, set())
            if vanished:
                _remove(load, owner, vanished, query, removal)


def finish(load: Load, version: Version) -> Tally:
    """Ends the load: the marker says what the database holds."""
    load.session.execute_write(ledger.finish, load.token, version, load.known)
    return load.tally


def holds(session: neo4j.Session, version: Version) -> bool:
    """Whether the database holds these records whole: the marker says so and the counts agree."""
    marker = ledger.marker(session)
    if not version.fingerprint or marker is None or marker.version != version:
        return False
    classes = schema.load().classes
    return all(
        _count(session, COUNT_NODES if name in classes else COUNT_EDGES, name) == count
        for name, count in marker.counts.items()
    )


def _remove(load: Load, owner: str, vanished: set[int], query: str, removal: str) -> None:
    there = [(record["id"], digest(record["key"])) for record in load.session.run(query.format(owner))]
    found = {id: key for id, key in there if key in vanished}
    for ids in _slices(list(found)):
        load.session.run(removal.format(owner), ids=ids).consume()
    left = {digest(record["key"]) for record in load.session.run(query.format(owner))} & vanished
    load.tally.removed += len(vanished) - len(left)
    load.tally.kept += len(left)
    for key in vanished - left:
        del load.known[owner][key]


def _place(group: Ends, row: Sequence[Any]) -> int:
    return digest([group.source, row[0], group.target, row[1], *map(row[2].get, PLACE)])


def _count(session: neo4j.Session, query: str, name: str) -> int:
    record = session.run(query.format(name)).single(strict=True)
    return int(record["c"])


def _slices(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + REMOVAL] for start in range(0, len(ids), REMOVAL))
