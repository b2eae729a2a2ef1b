"""What a loader wrote into a Neo4j database, kept there: a marker with the data version, and pages of hashes.

A page is written in the transaction of its records, so after a kill the ledger names exactly what is in the graph.
Hashes are 64 bits: of two million records two collide with a probability of one in ten million.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import blake2b, sha256
from itertools import islice
from pathlib import Path
from typing import Any

import neo4j

from errors import InputError

MARKER = "NormatlasLoad"
PAGE = "NormatlasPage"
PAGE_SIZE = 50_000
KEY = f"CREATE CONSTRAINT normatlas_load_id IF NOT EXISTS FOR (m:{MARKER}) REQUIRE m.id IS UNIQUE"
BEGIN = f"MERGE (m:{MARKER} {{id: 'load'}}) SET m.state = 'loading', m.token = $token, m.step = 0"
STEP = f"MATCH (m:{MARKER} {{id: 'load'}}) SET m.locked = true WITH m WHERE m.token = $token RETURN m.step AS step"
WRITE = (
    f"MATCH (m:{MARKER} {{id: 'load'}}) SET m.step = $step "
    f"CREATE (:{PAGE} {{owner: $owner, step: $step, keys: $keys, contents: $contents}})"
)
COMPLETE = (
    f"MATCH (m:{MARKER} {{id: 'load'}}) SET m.state = 'complete', m.data_version = $data_version, "
    "m.fingerprint = $fingerprint, m.owners = $owners, m.counts = $counts REMOVE m.locked"
)
READ = f"MATCH (p:{PAGE}) RETURN p.owner AS owner, p.keys AS keys, p.contents AS contents ORDER BY p.step"

Hashes = dict[int, int]


@dataclass(frozen=True, slots=True)
class Version:
    """Which records: the data version of a build, as readers are told it, and a fingerprint of the records."""

    data_version: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """What the database says it holds, and how many records by label and type."""

    version: Version
    counts: Mapping[str, int]


def version(folder: Path) -> Version:
    """The version of a build: what its manifest says, and SHA-256 over its records."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    summed = sha256()
    for path in sorted(folder.glob("*/*.parquet")):
        summed.update(path.relative_to(folder).as_posix().encode())
        summed.update(path.read_bytes())
    return Version(str(manifest["data_version"]), summed.hexdigest())


def digest(value: object) -> int:
    """64 bits of a value's printed form, as Neo4j stores whole numbers."""
    return int.from_bytes(
        blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )


def marker(session: neo4j.Session) -> Marker | None:
    """The marker of a load that came to its end, None when there is none."""
    found = session.run(f"MATCH (m:{MARKER} {{id: 'load', state: 'complete'}}) RETURN m").single()
    if found is None:
        return None
    facts = found["m"]
    said = Version(facts["data_version"], facts["fingerprint"])
    return Marker(said, dict(zip(facts["owners"], facts["counts"], strict=True)))


def read(session: neo4j.Session) -> dict[str, Hashes]:
    """Label or type → hash of a record's key → hash of its content."""
    found: dict[str, Hashes] = defaultdict(dict)
    for record in session.run(READ):
        found[record["owner"]].update(zip(record["keys"], record["contents"], strict=True))
    return found


def begin(session: neo4j.Session, token: str) -> None:
    """Takes the database for this load; one that has begun before is refused its next batch."""
    session.run(KEY).consume()
    session.run(BEGIN, token=token).consume()


def is_next(transaction: neo4j.ManagedTransaction, token: str, step: int) -> bool:
    """Whether a step is still to be done: not when the driver repeats what the server had committed.

    Raises:
        InputError: another load has begun since.
    """
    found = transaction.run(STEP, token=token).single()
    if found is None:
        raise InputError("another load has begun", file="Neo4j", allowed="one load at a time; run it again")
    return bool(found["step"] < step)


def note(transaction: neo4j.ManagedTransaction, step: int, owner: str, hashes: Hashes) -> None:
    """A page for the records of this transaction."""
    values: dict[str, Any] = {"keys": list(hashes), "contents": list(hashes.values())}
    transaction.run(WRITE, step=step, owner=owner, **values).consume()


def finish(transaction: neo4j.ManagedTransaction, token: str, version: Version, known: Mapping[str, Hashes]) -> None:
    """Pages rewritten without what was replaced or removed, and the marker complete."""
    is_next(transaction, token, 0)
    transaction.run(f"MATCH (p:{PAGE}) DELETE p").consume()
    for owner, hashes in known.items():
        for page in _pages(hashes):
            note(transaction, 0, owner, page)
    counts = {owner: len(hashes) for owner, hashes in known.items() if hashes}
    values: dict[str, Any] = {"owners": list(counts), "counts": list(counts.values())}
    transaction.run(COMPLETE, **asdict(version), **values).consume()


def _pages(hashes: Hashes) -> Iterator[Hashes]:
    items: Iterable[tuple[int, int]] = iter(hashes.items())
    while page := dict(islice(items, PAGE_SIZE)):
        yield page
