"""The back-test: levels × origins over ISO's catalogue; and whether patents add to it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from gaps.backtest import demand
from gaps.backtest.concordance import load_rules, shares
from gaps.backtest.evaluate import Origin, evaluate
from gaps.backtest.history import assigned, field, group, history
from gaps.backtest.publications import load
from ontology import vocabulary

ORIGINS = (2003, 2008, 2013, 2018)
LEVELS: dict[str, Callable[[str], str]] = {"subgroup": assigned, "group": group}
DEMAND_LEVELS: dict[str, Callable[[str], str]] = {"group": group, "field": field}


def run(data: Path, levels: Iterable[str] = LEVELS, origins: Iterable[int] = ORIGINS) -> tuple[Origin, ...]:
    """The figures of each level and origin."""
    publications = load(data)
    catalogues = {level: history(publications, LEVELS[level]) for level in levels}
    return tuple(evaluate(catalogues[level], level, origin) for level in catalogues for origin in origins)


def run_demand(data: Path, origins: Iterable[int] = ORIGINS) -> tuple[demand.Gain, ...]:
    """What patents add to the catalogue at each origin, by ICS group and by ICS field."""
    publications, rules, counts = load(data), load_rules(data), demand.load(data)
    gains = []
    for name, level in DEMAND_LEVELS.items():
        whole, links = history(publications, level), shares(vocabulary.load(), rules, level)
        gains += [demand.gain(whole, name, origin, links, counts) for origin in origins]
    return tuple(gains)
