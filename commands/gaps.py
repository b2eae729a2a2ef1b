"""normatlas gaps: the gap table of a policy."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from commands.places import add_build, gap_table
from commands.rows import add_format, show

EXAMPLE = "normatlas gaps --policy chongqing-standardization-plan --format csv"

COLUMNS = (
    "rank", "technology_zh", "technology_en", "national", "sector", "local", "group", "enterprise", "international",
    "patents", "provisions", "ratio", "interval_90", "kinds", "scope", "scope_international",
)  # fmt: skip
HEADINGS = {
    "rank": "#", "technology_zh": "技术", "technology_en": "technology", "national": "国标", "sector": "行标",
    "local": "地标", "group": "团标", "enterprise": "企标", "international": "国际", "patents": "专利 patents",
    "provisions": "条款 asks", "ratio": "比值 ratio", "interval_90": "90 %", "kinds": "类型 kind (? = not claimed)",
    "scope": "国内 CN", "scope_international": "国际 int'l",
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--policy", metavar="ID", help="uid, slug or part of a title")
    parser.add_argument("--top", type=int, metavar="N", help="only the N largest gaps")
    add_format(parser)
    add_build(parser)


def run(options: argparse.Namespace) -> None:
    """Prints the rows; JSON carries everything (provisions, standards, reasons), CSV and table the figures."""
    table = gap_table(options.build, options.policy)
    rows = table["rows"][: options.top]
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    show(COLUMNS, [flat(row) for row in rows], options.format, HEADINGS)
    if options.format == "table":
        legend(table)


def show_top(folder: Path, number: int) -> None:
    """The largest gaps of the build's main policy as a table."""
    table = gap_table(folder, None)
    print(f"{table['policy']['title_zh']} · {table['as_of']} · {table['data_version']}")
    show(COLUMNS, [flat(row) for row in table["rows"][:number]], "table", HEADINGS)
    legend(table)


def flat(row: dict[str, Any]) -> tuple[object, ...]:
    """One row's figures, in the order of COLUMNS."""
    ratio, interval = (
        ("", "") if row["ratio"] is None else (f"{row['ratio']:.2f}", f"{row['ratio_low']:.2f}–{row['ratio_high']:.2f}")
    )
    return (
        row["rank"], row["title_zh"], row["title_en"], *row["in_force"].values(), row["patents"], row["n_provisions"],
        ratio, interval, " ".join(kinds(row)), row["scope"], row["scope_international"],
    )  # fmt: skip


def kinds(row: dict[str, Any]) -> Iterable[str]:
    """Kinds that hold; one outside every complete catalogue carries a question mark."""
    return [kind if kind in row["claimed"] else f"{kind}?" for kind in row["kinds"]]


def legend(table: dict[str, Any]) -> None:
    """How to read the table, on stderr."""
    counts = {
        verdict: sum(row["scope"] == verdict for row in table["rows"]) for verdict in ("gap", "covered", "unknown")
    }
    print(f"normatlas: {len(table['rows'])} technologies asked for: {counts}", file=sys.stderr)
    for limit in table["limits_en"]:
        print(f"  - {limit}", file=sys.stderr)
