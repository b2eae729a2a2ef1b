"""Tables of indicators: one row an indicator, a column for each year, as cells between `|` or tabs.

`| 指标 | 单位 | 2030年 | 2035年 |` and below it `| 用水效率 | % | 60 | ＞80 |`: the last year's cell is the target, the
first year's its baseline. A number in 〔 〕 is a change over the whole period.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.policy import patterns
from extractors.policy.lines import Line

CELL = re.compile("[^|\t]+")
BRACKETED = re.compile("[（(](?P<unit>[^（）()\\d]{1,8})[）)]\\s*$")
VALUE = re.compile(
    r"(?P<sign>[＞≥><≤＜]?)\s*〔?\s*(?P<value>-?\d+(?:\.\d+)?)\s*〕?(?P<bound>以上|以内|以下|左右)?\s*(?P<unit>%|个百分点)?$"
)
SIGNS = {">": "ge", "＞": "ge", "≥": "ge", "<": "le", "＜": "le", "≤": "le"}
BOUNDS = {"以上": "ge", "以内": "le", "以下": "le", "左右": "about"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its span in the folded text and its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; `years` are (column, year), ascending."""

    subject: int
    unit: int | None
    years: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row's target; `cell` is where its value stands, `start` to `end` the row."""

    start: int
    end: int
    cell: Cell
    subject: str
    unit: str
    value: float
    comparator: str
    year: int
    base_year: int | None
    base: float | None


def indicators(lines: Sequence[Line]) -> Iterator[Indicator]:
    """The indicators of every table of a text."""
    columns: Columns | None = None
    for line in lines:
        row = cells(line)
        if len(row) < 2:
            columns = None
        elif header := columns_of(row):
            columns = header
        elif columns and (found := indicator(line, row, columns)):
            yield found


def cells(line: Line) -> list[Cell]:
    """The cells of a line, empty ones too; none where it has no separators."""
    if "|" not in line.text and "\t" not in line.text:
        return []
    found = CELL.finditer(line.text.strip("|"), 0)
    shift = line.start + len(line.text) - len(line.text.lstrip("|"))
    return [Cell(shift + cell.start(), shift + cell.end(), cell[0].strip()) for cell in found]


@cache
def header(column: str) -> re.Pattern[str]:
    """What the header of a column says."""
    return re.compile(patterns.load("targets")["columns"][column])


def columns_of(row: Sequence[Cell]) -> Columns | None:
    """The columns a header row names: an indicator and at least one year."""
    years = tuple(
        (i, int(found["year"])) for i, cell in enumerate(row) if (found := header("year").fullmatch(cell.text))
    )
    subject = next((i for i, cell in enumerate(row) if header("subject").search(cell.text)), None)
    if subject is None or not years:
        return None
    unit = next((i for i, cell in enumerate(row) if header("unit").fullmatch(cell.text)), None)
    return Columns(subject, unit, tuple(sorted(years, key=lambda pair: pair[1])))


def indicator(line: Line, row: Sequence[Cell], columns: Columns) -> Indicator | None:
    """The target of a row; None where the last year's cell holds no number."""
    last, year = columns.years[-1]
    if len(row) <= max(last, columns.subject):
        return None
    found, named = VALUE.match(row[last].text), row[columns.subject].text
    if not found:
        return None
    unit = BRACKETED.search(named)
    printed = row[columns.unit].text if columns.unit is not None and columns.unit < len(row) else ""
    base = VALUE.match(row[columns.years[0][0]].text) if len(columns.years) > 1 else None
    return Indicator(
        line.start,
        line.end,
        row[last],
        named[: unit.start()].strip() if unit else named,
        found["unit"] or printed or (unit["unit"] if unit else ""),
        number(found["value"]),
        SIGNS.get(found["sign"]) or BOUNDS.get(found["bound"] or "") or "eq",
        year,
        columns.years[0][1] if base else None,
        number(base["value"]) if base else None,
    )


def number(text: str) -> float:
    """An int where there is no fraction."""
    return float(text) if "." in text else int(text)
