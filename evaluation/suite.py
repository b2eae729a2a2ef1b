"""All parts of the evaluation, and the floors below which it fails."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from evaluation import designations, identifiers, patents, policy, technologies
from evaluation.labels import TESTS, Result

FLOORS = TESTS / "evaluation_floor.json"
Part = Callable[[Path], Iterator[Result]]
PARTS: dict[str, Part] = {
    "designations": designations.evaluate,
    "identifiers": identifiers.evaluate,
    "patents": patents.evaluate,
    "policy": policy.evaluate,
    "technologies": technologies.evaluate,
}
NEEDS_NO_TEXTS = ("patents",)


def run(shared: Path) -> tuple[list[Result], list[str]]:
    """The results, and the names of the parts whose texts are not in `shared`."""
    names = [name for name in PARTS if name in NEEDS_NO_TEXTS or (shared / "data").is_dir()]
    results = [result for name in names for result in PARTS[name](shared)]
    return results, [name for name in PARTS if name not in names]


def floors() -> Mapping[str, Mapping[str, float]]:
    """The least precision and recall of each `name/half`."""
    stored: Mapping[str, Mapping[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return stored


def below(results: Sequence[Result]) -> list[str]:
    """One line for each figure that has sunk below its floor."""
    stored = floors()
    return [
        f"{result.name} {result.half}: {measure} {value:.4f} is below its floor {floor}"
        for result in results
        for measure, floor in stored.get(f"{result.name}/{result.half}", {}).items()
        if (value := getattr(result.score, measure)) < floor
    ]
