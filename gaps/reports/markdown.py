"""Markdown (CommonMark with tables)."""

import re
from collections.abc import Callable, Mapping
from html import escape as escape_html

from gaps.reports.blocks import Block, Bullets, Cell, Chart, Paragraph, Quotation, Report, Section, Table
from gaps.reports.text import printable, shown

SPECIAL = re.compile(r"([\\`*_{}\[\]#|~!])")
LINE_START = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)])", re.MULTILINE)


def render(report: Report) -> bytes:
    head = [f"# {escape(report.title)}", escape(report.subtitle), facts(report)]
    parts = [*head, *(section(item) for item in report.sections)]
    return ("\n\n".join(parts) + "\n").encode()


def facts(report: Report) -> str:
    return "\n".join(f"- {escape(name)}: {escape(value)}" for name, value in report.facts)


def section(item: Section) -> str:
    heading = f"{'#' * (item.level + 1)} {escape(item.heading)}"
    return "\n\n".join([heading, *(BLOCKS[type(part)](part) for part in item.blocks)])


def escape(text: str) -> str:
    """Plain text on one line, with nothing in it that Markdown or HTML would read as markup."""
    line = SPECIAL.sub(r"\\\1", escape_html(" ".join(printable(text).split()), quote=False))
    return LINE_START.sub(lambda match: match[1] + marked(match[2]), line)


def marked(start: str) -> str:
    return f"{start[:-1]}\\{start[-1]}"


def paragraph(item: Paragraph) -> str:
    text = escape(item.text)
    return {"label": f"**{text}**", "note": f"*{text}*"}.get(item.role, text)


def bullets(item: Bullets) -> str:
    return "\n".join(f"- {escape(text)}" for text in item.items)


def quotation(item: Quotation) -> str:
    return f"> {escape(item.text)}\n>\n> — {escape(item.source)}"


def table(item: Table) -> str:
    head = line([column.title for column in item.columns])
    rule = "|" + "|".join("---" if column.kind in ("text", "scope") else "---:" for column in item.columns) + "|"
    kinds = [column.kind for column in item.columns]
    return "\n".join([head, rule, *(line(cells(row, kinds)) for row in item.rows)])


def cells(row: tuple[Cell, ...], kinds: list[str]) -> list[str]:
    return [shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)]


def line(texts: list[str]) -> str:
    return "| " + " | ".join(escape(text) for text in texts) + " |"


def chart(item: Chart) -> str:
    lines = (f"{bar.label} ({bar.tone_label}): {bar.value:.2f} ({bar.low:.2f}–{bar.high:.2f})" for bar in item.bars)
    return "\n\n".join([f"*{escape(item.title)}*", bullets(Bullets(tuple(lines)))])


BLOCKS: Mapping[type[Block], Callable[..., str]] = {
    Paragraph: paragraph,
    Bullets: bullets,
    Quotation: quotation,
    Table: table,
    Chart: chart,
}
