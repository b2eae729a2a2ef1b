"""The ontology, loaded. `schema.json` is the parsed form of the Turtle files; the Turtle files are the source."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from ontology.names import VOCABULARIES
from ontology.terms import NodeClass, Property, Relation, Schema, Term

__all__ = ["NodeClass", "Property", "Relation", "Schema", "Term", "load"]

FOLDER = Path(__file__).parent
FILES = ("ontology.ttl", "shapes.ttl", *(f"vocabularies/{name}.ttl" for name in VOCABULARIES))
PARSED = "schema.json"


@cache
def load(folder: Path = FOLDER) -> Schema:
    """The schema of `folder`, from `schema.json` when that is fresh, else from the Turtle files (slower)."""
    parsed = folder / PARSED
    if parsed.exists():
        content = json.loads(parsed.read_text(encoding="utf-8"))
        if content["sha256"] == digest(folder):
            return from_json(content)
    from ontology import turtle  # rdflib takes longer to import than the parsed form to read

    return turtle.read(folder)


def digest(folder: Path) -> str:
    """SHA-256 over the Turtle files, line ends as LF."""
    text = "\0".join((folder / name).read_text(encoding="utf-8") for name in FILES)
    return hashlib.sha256(text.encode()).hexdigest()


def to_json(schema: Schema, sha256: str) -> dict[str, Any]:
    return {"sha256": sha256, **asdict(schema)}


def from_json(content: Mapping[str, Any]) -> Schema:
    return Schema(
        classes={name: NodeClass(**_with_properties(item)) for name, item in content["classes"].items()},
        relations={name: _relation(item) for name, item in content["relations"].items()},
        evidence=_properties(content["evidence"]),
        evidence_places=tuple(tuple(group) for group in content["evidence_places"]),
        vocabularies={
            name: {id: Term(**term) for id, term in terms.items()} for name, terms in content["vocabularies"].items()
        },
        terms={name: Term(**term) for name, term in content["terms"].items()},
    )


def _properties(content: Mapping[str, Any]) -> dict[str, Property]:
    return {name: Property(**{**item, "enum": tuple(item["enum"])}) for name, item in content.items()}


def _with_properties(item: Mapping[str, Any]) -> dict[str, Any]:
    aligned = tuple((predicate, target) for predicate, target in item["alignments"])
    return {**item, "properties": _properties(item["properties"]), "alignments": aligned}


def _relation(item: Mapping[str, Any]) -> Relation:
    pairs = tuple((source, target) for source, target in item["pairs"])
    return Relation(**{**_with_properties(item), "pairs": pairs})
