"""DOCX: real styles and headings, repeated table heads, a landscape section for the wide table, page numbers."""

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION

from gaps.reports.archive import settle
from gaps.reports.blocks import Block, Bullets, Chart, Paragraph, Quotation, Report, Section, Table
from gaps.reports.docx_styles import number_pages, set_page, set_styles
from gaps.reports.docx_table import add_facts, add_table
from gaps.reports.text import printable

STYLES = {"body": "Body Text", "lead": "Lead", "label": "Label", "note": "Note"}


def render(report: Report) -> bytes:
    document = Document()
    set_styles(document, report.language)
    set_page(document.sections[0])
    describe(document, report)
    title_page(document, report)
    for section in report.sections:
        add_section(document, section)
    number_pages(document, report)
    data = BytesIO()
    document.save(data)
    return settle(data.getvalue(), report.as_of)


def describe(document: Any, report: Report) -> None:
    properties, made = document.core_properties, datetime.fromisoformat(report.as_of)
    properties.title, properties.subject = printable(report.title)[:255], printable(report.subtitle)[:255]
    properties.author, properties.language, properties.comments = report.maker, report.language, ""
    properties.created, properties.modified, properties.last_modified_by = made, made, report.maker


def title_page(document: Any, report: Report) -> None:
    document.add_paragraph(printable(report.title), style="Title")
    document.add_paragraph(printable(report.subtitle), style="Subtitle")
    add_facts(document, report.facts)


def add_section(document: Any, section: Section) -> None:
    if section.wide:
        turn(document, WD_ORIENT.LANDSCAPE)
    heading = document.add_heading(printable(section.heading), level=section.level)
    heading.paragraph_format.page_break_before = section.new_page
    for block in section.blocks:
        BLOCKS[type(block)](document, block)
    if section.wide:
        turn(document, WD_ORIENT.PORTRAIT)


def turn(document: Any, orientation: Any) -> None:
    """Starts a page of the other orientation."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    if section.orientation != orientation:
        section.orientation = orientation
        section.page_width, section.page_height = section.page_height, section.page_width


def paragraph(document: Any, block: Paragraph) -> None:
    document.add_paragraph(printable(block.text), style=STYLES[block.role])


def bullets(document: Any, block: Bullets) -> None:
    for item in block.items:
        document.add_paragraph(printable(item), style="List Bullet")


def quotation(document: Any, block: Quotation) -> None:
    document.add_paragraph(printable(block.text), style="Quote")
    document.add_paragraph(printable(block.source), style="Quote Source")


def table(document: Any, block: Table) -> None:
    add_table(document, block)


def chart(_document: Any, _block: Chart) -> None:
    """Nothing: the table that follows holds the same figures, and Word has no drawing that stays editable text."""


BLOCKS: Mapping[type[Block], Callable[..., None]] = {
    Paragraph: paragraph,
    Bullets: bullets,
    Quotation: quotation,
    Table: table,
    Chart: chart,
}
