"""The gap tables of a build: one file a policy that asks for something, and the main one."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gaps import words
from gaps.measures import Facts, policy_of
from gaps.scope import closed_scopes
from gaps.table import Table, prepare, rows
from graph.folder import write_json
from graph.pipeline import Build
from graph.sources import Source


def write_tables(made: Build, folder: Path) -> None:
    """`gaps/<policy slug>.json` for each policy with a demand, `gaps.json` for the main one.

    The main policy is the first one the user added that asks for something, else the first shipped one.
    """
    facts = Facts(made.resolved.nodes, made.resolved.edges)
    table = prepare(facts, made.concepts, closed_scopes(made.sources), words.load())
    (folder / "gaps").mkdir()
    written = {slug: _table(made, table, slug) for slug in _slugs(facts)}
    for slug, content in written.items():
        write_json(folder / "gaps" / f"{slug}.json", content)
    if written:
        main = next((slug for slug in made.added if slug in written), next(iter(written)))
        write_json(folder / "gaps.json", written[main])


def _slugs(facts: Facts) -> Iterable[str]:
    asking = {policy_of(edge.source) for edge in facts.edges["CALLS_FOR"]}
    return sorted(policy.removeprefix("pol:") for policy in asking if policy in facts.nodes)


def _table(made: Build, table: Table, slug: str) -> dict[str, Any]:
    policy = made.resolved.nodes[f"pol:{slug}"]
    title = str(policy.properties["title"])
    return {
        "policy": {"uid": policy.uid, "title_zh": title, "title_en": str(policy.properties.get("title_en", title))},
        "as_of": made.as_of,
        "data_version": made.data_version,
        "rows": rows(table, policy.uid),
        "sources": [_source(source) for source in made.sources],
        "limits_zh": table.words.limits("zh"),
        "limits_en": table.words.limits("en"),
    }


def _source(source: Source) -> dict[str, str]:
    return {
        "id": source.id,
        "title_zh": source.title_zh,
        "title_en": source.title_en,
        "licence": source.licence,
        "scope": "complete" if any(scope.complete for scope in source.scope) else "sample",
        "scope_zh": " ".join(dict.fromkeys(scope.note_zh for scope in source.scope)),
        "scope_en": " ".join(dict.fromkeys(scope.note_en for scope in source.scope)),
    }
