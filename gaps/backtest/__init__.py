"""Back-test: at past dates, was what the catalogue let one expect followed by new standards? Everything ≤ T rebuilt."""

from gaps.backtest.demand import Gain, claimed
from gaps.backtest.evaluate import Origin, evaluate
from gaps.backtest.protocol import protocol
from gaps.backtest.run import LEVELS, run, run_demand

__all__ = ["LEVELS", "Gain", "Origin", "claimed", "evaluate", "protocol", "run", "run_demand"]
