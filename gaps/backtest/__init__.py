"""Back-test: at past dates, was what the catalogue let one expect followed by new standards? Everything ≤ T rebuilt."""

from gaps.backtest.evaluate import Origin, evaluate
from gaps.backtest.protocol import protocol
from gaps.backtest.run import LEVELS, run

__all__ = ["LEVELS", "Origin", "evaluate", "protocol", "run"]
