"""CSV: the complete gap table, UTF-8 with a byte order mark so that spreadsheet programs read Chinese."""

import csv
from io import StringIO

from gaps.reports.blocks import Report, Table
from gaps.reports.text import inert

ALL = 1
"""Place of the complete table among a report's sheets."""


def render(report: Report) -> bytes:
    return table(report.sheets[ALL])


def table(sheet: Table) -> bytes:
    """One table as CSV; texts that look like formulas are made inert."""
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([inert(column.title) for column in sheet.columns])
    writer.writerows([inert(cell) for cell in row] for row in sheet.rows)
    return lines.getvalue().encode("utf-8-sig")
