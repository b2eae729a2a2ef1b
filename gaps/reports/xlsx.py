"""XLSX: one sheet per table, frozen heads, filters, figures as figures."""

import re
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.borders import Border
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gaps.reports.archive import settle
from gaps.reports.blocks import Column, Report, Table
from gaps.reports.colours import INK, RULE, TONES
from gaps.reports.text import inert

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
BODIES = {"Words": ("General", None), "Figures": ("#,##0", "right"), "Ratios": ("0.00", "right")}
STYLES = {"count": "Figures", "ratio": "Ratios"}
WIDTH_UNIT, NARROWEST, WIDEST = 10.0, 9.0, 70.0
FONT = "等线"


def render(report: Report) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for style in styles():
        book.add_named_style(style)
    for table in report.sheets:
        fill(book.create_sheet(sheet_name(table.title, book.sheetnames)), table)
    describe(book, report)
    data = BytesIO()
    book.save(data)
    return settle(data.getvalue(), report.as_of)


def describe(book: Workbook, report: Report) -> None:
    made = datetime.fromisoformat(report.as_of)
    properties = book.properties
    properties.title, properties.subject, properties.creator = report.title, report.subtitle, report.maker
    properties.created, properties.modified, properties.language = made, made, report.language


def sheet_name(title: str, taken: list[str]) -> str:
    """At most 31 characters, none that sheet names forbid, unlike the names taken."""
    name = FORBIDDEN.sub(" ", title).strip()[:31] or "Sheet"
    repeats = sum(other.lower().startswith(name.lower()[:28]) for other in taken)
    return name if name.lower() not in (other.lower() for other in taken) else f"{name[:27]} ({repeats + 1})"


def fill(sheet: Worksheet, table: Table) -> None:
    sheet.append([inert(column.title) for column in table.columns])
    for row in table.rows:
        sheet.append([inert(cell) for cell in row])
    for cell in sheet[1]:
        cell.style = "Head"
    sheet.row_dimensions[1].height = 32
    for number, column in enumerate(table.columns, start=1):
        style_column(sheet, number, column)
    colour_scopes(sheet, table)
    sheet.freeze_panes = "C2" if len(table.columns) > 8 else "A2"
    sheet.auto_filter.ref = sheet.dimensions
    set_page(sheet)


def styles() -> tuple[NamedStyle, ...]:
    """The head and one style for each kind of column; cells name them, so the file stays small."""
    ink, white = PatternFill("solid", start_color=INK), Font(name=FONT, bold=True, color="FFFFFF")
    head = NamedStyle("Head", font=white, fill=ink, alignment=Alignment(wrap_text=True, vertical="center"))
    return head, *(body(name, layout, horizontal) for name, (layout, horizontal) in BODIES.items())


def body(name: str, layout: str, horizontal: str | None) -> NamedStyle:
    place = Alignment(wrap_text=True, vertical="top", horizontal=horizontal)
    rule = Border(bottom=Side(style="hair", color=RULE))
    return NamedStyle(name, font=Font(name=FONT), border=rule, alignment=place, number_format=layout)


def style_column(sheet: Worksheet, number: int, column: Column) -> None:
    letter = get_column_letter(number)
    sheet.column_dimensions[letter].width = min(max(column.weight * WIDTH_UNIT, NARROWEST), WIDEST)
    style = STYLES.get(column.kind, "Words")
    for (cell,) in sheet.iter_rows(min_row=2, min_col=number, max_col=number):
        cell.style = style


def colour_scopes(sheet: Worksheet, table: Table) -> None:
    """Tints the first scope column; the word stays, colour only helps."""
    places = [number for number, column in enumerate(table.columns, start=1) if column.kind == "scope"][:1]
    for place in places:
        for row, tone in enumerate(table.tones, start=2):
            sheet.cell(row, place).fill = PatternFill("solid", start_color=TONES[tone])


def set_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P / &N"))
