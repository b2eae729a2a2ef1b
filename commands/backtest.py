"""normatlas backtest: at past dates, was the expectation followed by new standards?"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from commands.places import DATA
from commands.rows import show
from gaps import backtest

EXAMPLE = "normatlas backtest --level subgroup --format json"

HEADINGS = {
    "level": "层级 level", "origin": "时点 T", "classes": "类 classes", "d2": "D²", "d2_90": "90 %",
    "d2_baseline": "惯性 persistence", "gain_90": "增益 gain 90 %", "spearman": "ρ", "spearman_naive": "朴素 naive ρ",
    "dormant": "休眠 dormant", "dormant_auc": "AUC", "auc_90": "90 %", "d2_within": "大类内 within",
    "placebo_d2": "安慰剂 placebo",
}  # fmt: skip

DEMAND = {
    "level": "层级 level", "origin": "时点 T", "classes": "类 classes", "d2_catalogue": "仅目录 catalogue D²",
    "d2_demand": "加专利 with patents", "gain": "增益 gain", "gain_low": "95 %", "gain_high": "95 %",
    "gain_shuffled": "打乱 shuffled",
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--format", choices=("table", "json"), default="table", help="default: table")
    parser.add_argument(
        "--level",
        choices=("subgroup", "group", "both"),
        default="both",
        help="default: both, with the test of patent demand",
    )
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="where sources/iso is")


def run(options: argparse.Namespace) -> None:
    """Prints figures by level and origin, then what patents add; the protocol goes with JSON, or to stderr."""
    levels = tuple(backtest.LEVELS) if options.level == "both" else (options.level,)
    origins = [rounded(asdict(origin)) for origin in backtest.run(options.data, levels)]
    found: dict[str, Any] = {"origins": origins, "protocol": backtest.protocol()}
    if options.level == "both":
        gains = backtest.run_demand(options.data)
        rows = [rounded(asdict(gain)) for gain in gains]
        found["demand"] = {"origins": rows, "claimed": backtest.claimed(gains)}
    (as_json if options.format == "json" else as_table)(found)


def as_json(found: dict[str, Any]) -> None:
    """Everything, on stdout."""
    print(json.dumps(found, ensure_ascii=False, indent=1))


def as_table(found: dict[str, Any]) -> None:
    """Figures on stdout, the protocol on stderr."""
    show(tuple(HEADINGS), [flat(origin) for origin in found["origins"]], "table", HEADINGS)
    if demand := found.get("demand"):
        print()
        rows = [tuple(gain[name] for name in DEMAND) for gain in demand["origins"]]
        show(tuple(DEMAND), rows, "table", DEMAND)
        verdict = (
            ("专利增加预测力", "patents add skill") if demand["claimed"] else ("未见专利增加预测力", "no skill claimed")
        )
        print(*verdict, sep=" · ")
    for item, told in found["protocol"].items():
        print(f"  - {item}: {told['zh']} {told['en']}", file=sys.stderr)


def rounded(figures: dict[str, Any]) -> dict[str, Any]:
    """Four decimals; a figure that does not exist (no dormant class became active) is null."""
    return {
        name: (round(value, 4) if value == value else None) if isinstance(value, float) else value
        for name, value in figures.items()
    }


def flat(origin: dict[str, Any]) -> tuple[object, ...]:
    """One origin's figures, in the order of HEADINGS."""
    intervals = {"d2_90": "d2", "gain_90": "d2_gain", "auc_90": "dormant_auc"}
    return tuple(_interval(origin, intervals[name]) if name in intervals else origin[name] for name in HEADINGS)


def _interval(origin: dict[str, Any], name: str) -> str:
    low, high = origin[f"{name}_low"], origin[f"{name}_high"]
    return "" if low is None else f"{low:.3f} … {high:.3f}"
