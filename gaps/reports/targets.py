"""The quantified targets of a plan, read from a build, for the report on its gap table."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.folder import read_edges, read_nodes


def with_targets(gaps: Mapping[str, Any], build: Path) -> dict[str, Any]:
    """The gap table with a key `targets` added: those of its policy, in order, with the words that set them.

    Args:
        gaps: object of gaps.json; `build`: the build folder it belongs to.
    """
    policy = str((gaps.get("policy") or {}).get("uid", ""))
    return {**gaps, "targets": [*targets(build, policy.removeprefix("pol:"))]}


def targets(build: Path, slug: str) -> Iterator[dict[str, Any]]:
    quotes = {edge.target: edge.evidence.quote for edge in read_edges(build, ["SETS"])}
    own = [node for node in read_nodes(build, ["Target"]) if node.uid.startswith(f"target:{slug}#")]
    for node in sorted(own, key=lambda node: order(node.uid)):
        yield {"uid": node.uid, **node.properties, "quote": quotes.get(node.uid)}


def order(uid: str) -> tuple[int, str]:
    """Targets are numbered after "#": by number, then by uid."""
    number = uid.rpartition("#")[2]
    return (int(number), uid) if number.isascii() and number.isdigit() else (0, uid)
