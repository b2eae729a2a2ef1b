"""HTML: one self-contained file, readable on screen and on paper, with nothing fetched from anywhere."""

from collections.abc import Callable, Mapping
from html import escape as escape_html
from pathlib import Path

from gaps.reports.blocks import Block, Bullets, Cell, Column, Paragraph, Quotation, Report, Section, Table
from gaps.reports.blocks import Chart as ChartBlock
from gaps.reports.chart import svg
from gaps.reports.text import printable, shown

STYLE = Path(__file__).with_name("report.css")


def render(report: Report) -> bytes:
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(report.language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="{escape(report.maker)}">',
        f"<title>{escape(report.title)}</title>",
        f"<style>{STYLE.read_text(encoding='utf-8')}</style></head><body><main>",
        masthead(report),
        *(section(number, item) for number, item in enumerate(report.sections)),
        "</main></body></html>",
    ]
    return ("\n".join(parts) + "\n").encode()


def escape(text: str) -> str:
    return escape_html(printable(text), quote=True)


def masthead(report: Report) -> str:
    facts = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in report.facts)
    links = "".join(
        f'<li><a href="#s{number}">{escape(item.heading)}</a></li>'
        for number, item in enumerate(report.sections)
        if item.level == 1
    )
    head = f"<h1>{escape(report.title)}</h1><p class=subtitle>{escape(report.subtitle)}</p>"
    return f"<header>{head}<dl>{facts}</dl><nav><ol>{links}</ol></nav></header>"


def section(number: int, item: Section) -> str:
    level, classes = item.level + 1, "page" if item.level > 1 else "part"
    body = "\n".join(BLOCKS[type(part)](part) for part in item.blocks)
    return f'<section id="s{number}" class="{classes}"><h{level}>{escape(item.heading)}</h{level}>\n{body}</section>'


def paragraph(item: Paragraph) -> str:
    if item.role == "label":
        return f"<h4>{escape(item.text)}</h4>"
    return f'<p class="{item.role}">{escape(item.text)}</p>'


def bullets(item: Bullets) -> str:
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in item.items) + "</ul>"


def quotation(item: Quotation) -> str:
    return (
        f"<figure><blockquote>{escape(item.text)}</blockquote><figcaption>{escape(item.source)}</figcaption></figure>"
    )


def table(item: Table) -> str:
    head = "".join(f'<th scope="col" class="{column.kind}">{escape(column.title)}</th>' for column in item.columns)
    tones = item.tones or ("",) * len(item.rows)
    rows = "\n".join(table_row(item.columns, row, tone) for row, tone in zip(item.rows, tones, strict=True))
    return f"<div class=scroll><table><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div>"


def table_row(columns: tuple[Column, ...], row: tuple[Cell, ...], tone: str) -> str:
    """One row; its first scope cell carries the tone of the row."""
    first = next((number for number, column in enumerate(columns) if column.kind == "scope"), None)
    cells = (
        cell(column.kind, value, tone if number == first else "")
        for number, (column, value) in enumerate(zip(columns, row, strict=True))
    )
    return f"<tr>{''.join(cells)}</tr>"


def cell(kind: str, value: Cell, tone: str) -> str:
    text = escape(shown(value, kind))
    inner = f'<span class="tone {escape(tone)}">{text}</span>' if tone else text
    return f'<td class="{kind}">{inner}</td>'


def chart(item: ChartBlock) -> str:
    return f"<figure class=chart><figcaption>{escape(item.title)}</figcaption>{svg(item)}</figure>"


BLOCKS: Mapping[type[Block], Callable[..., str]] = {
    Paragraph: paragraph,
    Bullets: bullets,
    Quotation: quotation,
    Table: table,
    ChartBlock: chart,
}
