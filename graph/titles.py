"""Which technologies titles name: each distinct title read once, in parts that other processes can read."""

from collections.abc import Iterable
from concurrent.futures import Executor
from functools import lru_cache

from extractors.technologies import Linker
from graph.processes import in_order
from ontology.vocabulary import Concept

Part = tuple[tuple[Concept, ...], list[str]]
_PART = 10_000


def mentioned(titles: Iterable[str], concepts: tuple[Concept, ...], pool: Executor) -> dict[str, tuple[str, ...]]:
    """Title → the technologies it names, in their order; titles that name none are left out."""
    distinct = list(dict.fromkeys(titles))
    parts = [(concepts, distinct[start : start + _PART]) for start in range(0, len(distinct), _PART)]
    found: dict[str, tuple[str, ...]] = {}
    for read in in_order(pool, _read, parts, lambda part: len(part[1])):
        found |= read
    return found


def _read(part: Part) -> dict[str, tuple[str, ...]]:
    concepts, titles = part
    linker = _linker(concepts)
    named = {title: tuple(uid for _, _, uid, _ in linker.find(title)) for title in titles}
    return {title: uids for title, uids in named.items() if uids}


@lru_cache(maxsize=1)
def _linker(concepts: tuple[Concept, ...]) -> Linker:
    """Built once in each process."""
    return Linker(concepts, aggregates=False)
