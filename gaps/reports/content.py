"""The content of a gap report: gaps.json in, sections and sheets out. Pure, and free of file formats."""

from collections.abc import Mapping
from typing import Any

from gaps.reports import tables
from gaps.reports.blocks import Bar, Block, Bullets, Chart, Paragraph, Report, Section, Table
from gaps.reports.page import gap_page
from gaps.reports.plan import SCOPES, Plan, Row, read
from gaps.reports.strings import Strings, load
from gaps.reports.words import catalogues, closed_line, figure, is_closed, plan_title

LARGEST = 10
CHARTED = 20


def build(gaps: Mapping[str, Any], lang: str) -> Report:
    """The report on a gap table (object of gaps.json; optional keys: `targets`, and `standards` per row).

    Raises InputError when a key is missing or the language has no strings.
    """
    plan, words = read(gaps), load(lang)
    return Report(
        language=words.text("language"),
        title=plan_title(plan, words),
        subtitle=words.text("subtitle"),
        maker=words.text("made_by"),
        page_label=words.words["page"],
        as_of=plan.as_of,
        facts=facts(plan, words),
        sections=sections(plan, words),
        sheets=sheets(plan, words),
    )


def facts(plan: Plan, words: Strings) -> tuple[tuple[str, str], ...]:
    return (
        (words.text("as_of"), plan.as_of),
        (words.text("data_version"), str(plan.header["data_version"])),
        (words.text("technologies"), str(len(plan.rows))),
        *findings(plan, words),
    )


def findings(plan: Plan, words: Strings) -> tuple[tuple[str, str], ...]:
    """How many technologies each finding holds for, domestic and international."""
    pairs = ((key, scope) for key in ("scope", "scope_international") for scope in SCOPES)
    colon = words.text("colon")
    return tuple(
        (f"{words.label('column', key)}{colon}{words.label('scope', scope)}", str(plan.count(scope, key)))
        for key, scope in pairs
    )


def sections(plan: Plan, words: Strings) -> tuple[Section, ...]:
    largest = plan.largest(LARGEST)
    note = words.text("pages_note", count=len(largest)) if largest else words.text("no_pages")
    return (
        Section(words.text("heading_summary"), summary(plan, words)),
        Section(words.text("heading_method"), method(plan, words)),
        Section(words.text("heading_table"), gap_table(plan, words), wide=True),
        Section(words.text("heading_pages"), (Paragraph(note, "note"),)),
        *(gap_page(row, plan, words, new_page=number > 0) for number, row in enumerate(largest)),
        Section(words.text("heading_targets"), table_or(tables.targets("", plan, words), words, "no_targets")),
        Section(words.text("heading_limits"), limits(plan, words)),
        Section(words.text("heading_sources"), table_or(tables.sources("", plan, words), words, "no_sources")),
    )


def sheets(plan: Plan, words: Strings) -> tuple[Table, ...]:
    """Overview, all technologies, one sheet per kind, provisions, standards, targets, sources, limits."""
    overview = Table(words.text("sheet_overview"), tuple(tables.columns(OVERVIEW, words)), overview_rows(plan, words))
    kinds = sorted({kind for row in plan.rows for kind in row.kinds})
    return (
        overview,
        tables.complete(words.text("sheet_all"), plan.rows, words),
        *(tables.complete(words.label("kind", kind), having(plan, kind), words) for kind in kinds),
        tables.provisions(words.text("sheet_provisions"), plan.rows, words),
        tables.all_considered(words.text("sheet_standards"), plan.rows, words),
        tables.targets(words.text("sheet_targets"), plan, words),
        tables.sources(words.text("sheet_sources"), plan, words),
        tables.limits(words.text("sheet_limits"), plan, words),
    )


OVERVIEW = (("item", "text", 2.0), ("value", "text", 8.0))


def overview_rows(plan: Plan, words: Strings) -> tuple[tuple[str, str], ...]:
    paragraphs = (block.text for block in summary(plan, words) if isinstance(block, Paragraph))
    summarised = tuple((words.text("heading_summary"), text) for text in paragraphs)
    return ((words.text("policy"), plan_title(plan, words)), *facts(plan, words), *summarised)


def having(plan: Plan, kind: str) -> tuple[Row, ...]:
    return tuple(row for row in plan.rows if kind in row.kinds)


def summary(plan: Plan, words: Strings) -> tuple[Block, ...]:
    international = {scope: plan.count(scope, "scope_international") for scope in SCOPES}
    lines = tuple(summary_line(row, words) for row in plan.largest(LARGEST))
    return (
        Paragraph(words.text("summary_counts", asked=len(plan.rows), **counts(plan)), "lead"),
        Paragraph(words.text("summary_international", **international)),
        *closed_scopes(plan, words),
        *((Paragraph(words.text("summary_largest")), Bullets(lines)) if lines else ()),
    )


def counts(plan: Plan) -> dict[str, int]:
    return {scope: plan.count(scope) for scope in SCOPES}


def closed_scopes(plan: Plan, words: Strings) -> tuple[Block, ...]:
    closed = tuple(source for source in plan.header["sources"] if is_closed(source))
    if not closed:
        return (Paragraph(words.text("summary_none_closed")),)
    items = tuple(closed_line(source, words) for source in closed)
    return Paragraph(words.text("summary_closed")), Bullets(items)


def summary_line(row: Row, words: Strings) -> str:
    return words.text(
        "summary_line",
        title=row.title(words.lang),
        scope=words.label("scope", row.scope),
        international=words.label("scope", str(row.data["scope_international"])),
        provisions=tables.provisions_count(row),
        standards=row.standards,
        ratio=figure(row.data["ratio"], words),
    )


def method(plan: Plan, words: Strings) -> tuple[Block, ...]:
    basis = tuple(dict.fromkeys(name for row in plan.rows for name in row.basis))
    kinds = tuple(dict.fromkeys(kind for row in plan.rows for kind in row.kinds))
    described = tuple(
        f"{words.label('kind', kind)}{words.text('colon')}{words.label('kind_text', kind)}" for kind in kinds
    )
    return (
        Bullets(words.lines("method")),
        *((Paragraph(words.text("method_basis", basis=catalogues(basis, plan, words)), "note"),) if basis else ()),
        *((Bullets(described),) if described else ()),
    )


def gap_table(plan: Plan, words: Strings) -> tuple[Block, ...]:
    bars = tuple(bar(row, words) for row in plan.rows if has_interval(row))[:CHARTED]
    chart = (Chart(words.text("chart_title"), bars),) if bars else ()
    return Paragraph(words.text("table_note"), "note"), *chart, tables.narrow(plan.rows, words)


def has_interval(row: Row) -> bool:
    return all(row.data.get(key) is not None for key in ("ratio", "ratio_low", "ratio_high"))


def bar(row: Row, words: Strings) -> Bar:
    value, low, high = (float(row.data[key]) for key in ("ratio", "ratio_low", "ratio_high"))
    return Bar(row.title(words.lang), value, low, high, row.scope, words.label("scope", row.scope))


def limits(plan: Plan, words: Strings) -> tuple[Block, ...]:
    items = tuple(str(limit) for limit in plan.words("limits", words.lang))
    return (Bullets(items),) if items else (Paragraph(words.text("no_limits")),)


def table_or(table: Table, words: Strings, otherwise: str) -> tuple[Block, ...]:
    return (table,) if table.rows else (Paragraph(words.text(otherwise)),)
