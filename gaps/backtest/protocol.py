"""The protocol in words, for whoever reads the figures: protocol.yaml with the code's own constants filled in."""

from pathlib import Path

from gaps.backtest.measures import DRAWS, SEED
from gaps.backtest.predictors import MODEL
from graph import strict_yaml as strict


def protocol() -> dict[str, dict[str, str]]:
    """Item → {zh, en}."""
    path = Path(__file__).with_name("protocol.yaml")
    constants = {"catalogue": ", ".join(MODEL), "draws": DRAWS, "seed": SEED}
    told = {}
    for item, raw in strict.read(path).items():
        chinese, english = strict.pair(raw, path, item)
        told[item] = {"zh": chinese.format(**constants), "en": english.format(**constants)}
    return told
