"""The results as a table or as JSON."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from evaluation.labels import Result

PROVENANCE = Path(__file__).parent / "provenance.yaml"
UNKNOWN = f"{'-':>7} {'-':>7}"
HEADER = (
    f"{'extractor':<34} {'half':<6} {'precision':>9} {'recall':>7} {'F1':>7} {'right':>6} {'found':>6} {'labels':>6}"
)


def provenance() -> dict[str, str]:
    """Where the labels of each part came from."""
    told: dict[str, str] = yaml.safe_load(PROVENANCE.read_text("utf-8"))
    return {name: " ".join(text.split()) for name, text in told.items()}


def lines(results: Sequence[Result], missing: Sequence[str]) -> Iterator[str]:
    """A line for each result, what could not be run, then where the labels came from."""
    yield HEADER
    yield from map(line, results)
    yield from (f"not run (its texts are not here, see --shared): {name}" for name in missing)
    yield ""
    yield from (f"labels of {name}: {text}" for name, text in provenance().items())


def line(result: Result) -> str:
    """One result."""
    score = result.score
    figures = f"{score.precision:>9.4f} " + (f"{score.recall:>7.4f} {score.f1:>7.4f}" if score.labelled else UNKNOWN)
    return f"{result.name:<34} {result.half:<6} {figures} {score.right:>6} {score.found:>6} {score.labelled:>6}"


def as_json(results: Sequence[Result], missing: Sequence[str]) -> str:
    """The same as one JSON object."""
    told = {"results": [fields(result) for result in results], "not_run": list(missing), "labels": provenance()}
    return json.dumps(told, ensure_ascii=False, indent=1)


def fields(result: Result) -> dict[str, Any]:
    """One result; figures to four places, no recall where nothing says how many there are."""
    score = result.score
    known = ("precision", "recall", "f1") if score.labelled else ("precision",)
    rounded = {name: round(getattr(score, name), 4) for name in known}
    counts = {"right": score.right, "found": score.found, "labelled": score.labelled}
    return {"extractor": result.name, "half": result.half, **rounded, **counts}
