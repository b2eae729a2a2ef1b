"""The page of one gap: finding, scope, kinds, provisions in their own words, standards counted."""

from collections.abc import Mapping
from typing import Any

from gaps.reports import tables
from gaps.reports.blocks import Block, Bullets, Paragraph, Quotation, Section
from gaps.reports.plan import Plan, Row
from gaps.reports.strings import Strings
from gaps.reports.words import catalogues, figure, interval, kind_label


def gap_page(row: Row, plan: Plan, words: Strings, new_page: bool) -> Section:
    blocks = (
        Paragraph(finding(row, plan, words), "lead"),
        *scope_blocks(row, words),
        *kind_blocks(row, words),
        Paragraph(words.text("heading_provisions"), "label"),
        *quotations(row, words),
        Paragraph(words.text("heading_standards"), "label"),
        tables.tier_counts(row, words),
        *standards(row, words),
    )
    return Section(f"{row.data['rank']}. {row.title(words.lang)}", blocks, level=2, new_page=new_page)


def finding(row: Row, plan: Plan, words: Strings) -> str:
    data, shown = row.data, {"standards": row.standards, "patents": row.data["patents"]}
    if data["ratio"] is None:
        return words.text("line_no_ratio", **shown)
    line = words.text(
        "line_ratio",
        ratio=figure(data["ratio"], words),
        interval=interval(row, words),
        basis=catalogues(row.basis, plan, words) or words.text("missing"),
        **shown,
    )
    inside = data.get("complete") or {}
    if inside.get("ratio") is None:
        return line
    sources = catalogues(tuple(inside["basis"].split(";")), plan, words)
    return f"{line} {words.text('line_complete', ratio=figure(inside['ratio'], words), basis=sources)}"


def scope_blocks(row: Row, words: Strings) -> tuple[Block, ...]:
    international = words.label("scope", str(row.data["scope_international"]))
    line = words.text("line_scope", scope=words.label("scope", row.scope), international=international)
    reason, settle = row.words("reason", words.lang), row.words("settle", words.lang)
    return (
        Paragraph(words.text("heading_scope"), "label"),
        Paragraph(" ".join(part for part in (line, reason) if part)),
        *((Paragraph(words.text("heading_settle"), "label"), Paragraph(settle)) if settle else ()),
    )


def kind_blocks(row: Row, words: Strings) -> tuple[Block, ...]:
    items = tuple(
        f"{kind_label(kind, row, words)}{words.text('colon')}{words.label('kind_text', kind)}" for kind in row.kinds
    )
    return (Paragraph(words.text("heading_kinds"), "label"), Bullets(items)) if items else ()


def quotations(row: Row, words: Strings) -> tuple[Block, ...]:
    items = row.data["provisions"]
    return tuple(quotation(item, words) for item in items) or (Paragraph(words.text("no_provisions")),)


def quotation(item: Mapping[str, Any], words: Strings) -> Quotation:
    asked = words.label("ask", str(item.get("ask") or ""))
    force = words.label("modality", str(item.get("modality") or ""))
    parts = (str(item.get("path") or ""), str(item.get("heading") or ""), asked, force)
    return Quotation(str(item.get("quote") or words.text("no_quote")), " · ".join(part for part in parts if part))


def standards(row: Row, words: Strings) -> tuple[Block, ...]:
    items = row.data.get("standards", ())
    return (Paragraph(words.text("heading_considered"), "label"), tables.considered(items, words)) if items else ()
