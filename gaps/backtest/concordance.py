"""ICS classes to WIPO's 35 patent fields: none is published; this one goes over the technologies that map to both."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from graph import sources
from ontology.vocabulary import Concept

# How far a mapping says that the class is the technology.
_STRENGTH = {"exact": 1.0, "close": 1.0, "narrow": 0.5, "broad": 0.5}

Shares = Mapping[str, Mapping[int, float]]


def shares(concepts: Iterable[Concept], rules: Mapping[str, int], level: Callable[[str], str]) -> Shares:
    """Class → WIPO field → share (shares of a class add up to 1); a class no technology links has no entry.

    Each technology links each of its ICS classes with the fields of its IPC classes, with the product of the
    strengths of both mappings (exact and close 1, narrow and broad 0.5).
    """
    weights: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for concept in concepts:
        for ics in (one for one in concept.mappings if one.scheme == "ics"):
            for ipc in (one for one in concept.mappings if one.scheme == "ipc"):
                found = fields(ipc.code, rules)
                for field in found:
                    weights[level(ics.code)][field] += _STRENGTH[ics.match] * _STRENGTH[ipc.match] / len(found)
    return {
        code: {field: part / sum(parts.values()) for field, part in parts.items()} for code, parts in weights.items()
    }


def fields(ipc: str, rules: Mapping[str, int]) -> frozenset[int]:
    """WIPO fields of an IPC class: by its main group, else its subclass, else all rules below it."""
    main_group = ipc.partition("/")[0] + "/00"
    for code in (main_group, ipc[:4]):
        if code in rules:
            return frozenset({rules[code]})
    return frozenset(field for code, field in rules.items() if code.startswith(ipc))


def load_rules(data: Path) -> dict[str, int]:
    """WIPO's rules: IPC subclass or main group → field."""
    source = sources.load_one(data / "sources" / "wipo35" / "source.yaml")
    return {row["code"]: int(row["target"]) for row in sources.table((source,), "wipo35/rules.csv.gz")}
