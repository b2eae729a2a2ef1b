"""The back-test: levels × origins over ISO's catalogue."""

from collections.abc import Callable, Iterable
from pathlib import Path

from gaps.backtest.evaluate import Origin, evaluate
from gaps.backtest.history import assigned, group, history
from gaps.backtest.publications import load

ORIGINS = (2003, 2008, 2013, 2018)
LEVELS: dict[str, Callable[[str], str]] = {"subgroup": assigned, "group": group}


def run(data: Path, levels: Iterable[str] = LEVELS, origins: Iterable[int] = ORIGINS) -> tuple[Origin, ...]:
    """The figures of each level and origin."""
    publications = load(data)
    catalogues = {level: history(publications, LEVELS[level]) for level in levels}
    return tuple(evaluate(catalogues[level], level, origin) for level in catalogues for origin in origins)
