"""Tables of the DOCX report: fixed widths, repeated heads, rows that do not break.

Rows are made as elements: python-docx looks the whole grid up again for every cell, which is quadratic.
"""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from gaps.reports.blocks import Column, Table
from gaps.reports.colours import INK, RULE, TONES
from gaps.reports.docx_styles import border
from gaps.reports.text import printable, shown

EMU_PER_TWIP = 635
MARGIN_TWIPS = 50
AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
RIGHT = ("count", "ratio", "range")


def add_table(document: Any, block: Table) -> None:
    """Appends a table that fills the text width of the current section."""
    sizes = widths(document.sections[-1], [column.weight for column in block.columns])
    table = framed(document, sizes)
    kinds = [column.kind for column in block.columns]
    titles = [column.title for column in block.columns]
    table.append(row(titles, kinds, sizes, "TableHead", [INK] * len(kinds), head=True))
    tones = block.tones or ("",) * len(block.rows)
    for values, tone in zip(block.rows, tones, strict=True):
        texts = [shown(value, kind) for value, kind in zip(values, kinds, strict=True)]
        table.append(row(texts, kinds, sizes, "TableText", tints(block.columns, tone)))
    document.add_paragraph(style="Spacer")


def add_facts(document: Any, facts: Sequence[tuple[str, str]]) -> None:
    """Name and value pairs of the title page."""
    sizes = widths(document.sections[-1], [1, 3])
    table = framed(document, sizes)
    for pair in facts:
        table.append(row(list(pair), ["text", "text"], sizes, "TableText", ["", ""]))


def tints(columns: Sequence[Column], tone: str) -> list[str]:
    """The fill of each cell: the first scope cell takes the tone of its row; the word in it stays."""
    places = [number for number, column in enumerate(columns) if column.kind == "scope"][:1]
    return [TONES[tone] if tone and number in places else "" for number in range(len(columns))]


def widths(section: Any, weights: Sequence[float]) -> list[int]:
    """Column widths in twips."""
    across = int(section.page_width - section.left_margin - section.right_margin) // EMU_PER_TWIP
    return [int(across * weight / sum(weights)) for weight in weights]


def framed(document: Any, sizes: Sequence[int]) -> Any:
    """An empty table of the document: horizontal rules only, fixed layout, narrow inner margins."""
    table = document.add_table(rows=0, cols=len(sizes))
    table.autofit = False
    for grid, size in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), sizes, strict=True):
        grid.set(qn("w:w"), str(size))
    rules = element("w:tblBorders")
    for side, colour, size in (("w:top", INK, 8), ("w:bottom", INK, 8), ("w:insideH", RULE, 4)):
        rules.append(border(side, size, colour, 0))
    margins = element("w:tblCellMar")
    margins.extend(element(side, w=MARGIN_TWIPS, type="dxa") for side in ("w:left", "w:right"))
    table._tbl.tblPr.insert_element_before(rules, *AFTER_BORDERS)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    return table._tbl


def row(
    texts: Sequence[str],
    kinds: Sequence[str],
    sizes: Sequence[int],
    style: str,
    fills: Sequence[str],
    *,
    head: bool = False,
) -> Any:
    """One row; a head is repeated on every page."""
    made, properties = element("w:tr"), element("w:trPr")
    properties.append(element("w:cantSplit"))
    if head:
        properties.append(element("w:tblHeader"))
    made.append(properties)
    made.extend(cell(*parts, style) for parts in zip(texts, kinds, sizes, fills, strict=True))
    return made


def cell(text: str, kind: str, size: int, fill: str, style: str) -> Any:
    made, properties = element("w:tc"), element("w:tcPr")
    properties.append(element("w:tcW", w=size, type="dxa"))
    if fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=fill))
    made.append(properties)
    made.append(paragraph(text, kind, style))
    return made


def paragraph(text: str, kind: str, style: str) -> Any:
    made, properties, run, words = (element(name) for name in ("w:p", "w:pPr", "w:r", "w:t"))
    properties.append(element("w:pStyle", val=style))
    if kind in RIGHT:
        properties.append(element("w:jc", val="right"))
    words.text = " ".join(printable(text).split())
    run.append(words)
    made.append(properties)
    made.append(run)
    return made


def element(name: str, **attributes: object) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made
