"""Tables of the DOCX report: fixed widths, repeated heads, rows that do not break."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu

from gaps.reports.blocks import Column, Table
from gaps.reports.colours import INK, RULE, TONES
from gaps.reports.docx_styles import border
from gaps.reports.text import printable, shown

MARGIN_TWIPS = 50
AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def add_table(document: Any, block: Table) -> None:
    """Appends a table that fills the text width of the current section."""
    table = document.add_table(rows=0, cols=len(block.columns))
    set_frame(table)
    sizes = widths(document.sections[-1], block.columns)
    head = table.add_row()
    for cell, column in zip(head.cells, block.columns, strict=True):
        put(cell, column.title, "Table Head", column.kind)
        shade(cell, INK)
    flag(head, "w:tblHeader")
    for row in block.rows:
        add_row(table, block.columns, row)
    colour(table, block)
    for row in table.rows:
        flag(row, "w:cantSplit")
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = size
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    document.add_paragraph(style="Spacer")


def add_row(table: Any, columns: tuple[Column, ...], row: tuple[Any, ...]) -> None:
    for cell, column, value in zip(table.add_row().cells, columns, row, strict=True):
        put(cell, shown(value, column.kind), "Table Text", column.kind)


def add_facts(document: Any, facts: tuple[tuple[str, str], ...]) -> None:
    """Name and value pairs of the title page."""
    table = document.add_table(rows=0, cols=2)
    set_frame(table)
    width = text_width(document.sections[-1])
    for name, value in facts:
        left, right = table.add_row().cells
        put(left, name, "Table Text", "text")
        put(right, value, "Table Text", "text")
        left.width, right.width = Emu(width // 4), Emu(width - width // 4)


def widths(section: Any, columns: tuple[Column, ...]) -> list[Emu]:
    total = sum(column.weight for column in columns)
    return [Emu(int(text_width(section) * column.weight / total)) for column in columns]


def text_width(section: Any) -> int:
    return int(section.page_width - section.left_margin - section.right_margin)


def put(cell: Any, text: str, style: str, kind: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.text, paragraph.style = printable(text), style
    if kind in ("count", "ratio", "range"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def set_frame(table: Any) -> None:
    """Horizontal rules only, fixed layout."""
    table.autofit = False
    borders = OxmlElement("w:tblBorders")
    for side, colour, size in (("w:top", INK, 8), ("w:bottom", INK, 8), ("w:insideH", RULE, 4)):
        borders.append(border(side, size, colour, 0))
    table._tbl.tblPr.insert_element_before(borders, *AFTER_BORDERS)
    table._tbl.tblPr.insert_element_before(margins(), "w:tblLook")


def margins() -> Any:
    """Narrow inner margins, so that headings of narrow columns stay whole."""
    found = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(MARGIN_TWIPS))
        margin.set(qn("w:type"), "dxa")
        found.append(margin)
    return found


def shade(cell: Any, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def colour(table: Any, block: Table) -> None:
    """Tints the first scope column by the tone of the row; the word in it stays."""
    places = [number for number, column in enumerate(block.columns) if column.kind == "scope"][:1]
    for row, tone in zip(table.rows[1:], block.tones, strict=False):
        for place in places:
            shade(row.cells[place], TONES[tone])
