"""The tables of a report: for reading (narrow) and for calculating (complete)."""

from collections.abc import Mapping, Sequence
from typing import Any

from gaps.reports.blocks import Cell, Column, Table
from gaps.reports.plan import TIERS, Plan, Row
from gaps.reports.strings import Strings
from gaps.reports.words import figure, interval, kind_labels, source_scope, source_title, target_words

COMPLETE = (
    ("rank", "count", 0.5),
    ("title_zh", "text", 2),
    ("title_en", "text", 2.4),
    ("field", "text", 1.6),
    ("n_provisions", "count", 0.6),
)
MEASURES = (
    ("expected", "ratio", 0.7),
    ("patents", "count", 0.7),
    ("ratio", "ratio", 0.6),
    ("ratio_low", "ratio", 0.7),
    ("ratio_high", "ratio", 0.7),
    ("score", "ratio", 0.7),
    ("basis", "text", 1.2),
    ("kinds", "text", 2),
    ("scope", "scope", 0.8),
    ("scope_international", "scope", 1),
    ("reason", "text", 4),
    ("settle", "text", 4),
    ("uid", "text", 1.8),
)
NARROW = (
    ("rank", "count", 0.55),
    ("title", "text", 2.0),
    ("field", "text", 1.5),
    ("n_provisions", "count", 0.65),
)
NARROW_MEASURES = (
    ("patents", "count", 0.85),
    ("ratio", "ratio", 0.7),
    ("interval", "range", 1.1),
    ("kinds", "text", 2.0),
    ("scope", "scope", 1.05),
    ("scope_international", "scope", 1.05),
)


def columns(specs: Sequence[tuple[str, str, float]], words: Strings) -> tuple[Column, ...]:
    return tuple(Column(words.label("column", key), kind, weight) for key, kind, weight in specs)


def tiers(words: Strings, group: str) -> tuple[Column, ...]:
    return tuple(Column(capital(words.label(group, tier)), "count", 0.72) for tier in TIERS)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def counts(row: Row) -> tuple[Cell, ...]:
    return tuple(row.data["in_force"].get(tier, 0) for tier in TIERS)


def complete(title: str, rows: Sequence[Row], words: Strings) -> Table:
    """Every measure of every row, figures as figures."""
    head = (*columns(COMPLETE, words), *tiers(words, "tier"), *columns(MEASURES, words))
    return Table(title, head, tuple(complete_row(row, words) for row in rows), tuple(row.scope for row in rows))


def complete_row(row: Row, words: Strings) -> tuple[Cell, ...]:
    data = row.data
    return (
        data["rank"],
        row.title("zh"),
        row.title("en"),
        row.words("field", words.lang),
        provisions_count(row),
        *counts(row),
        *(data.get(key) for key in ("expected", "patents", "ratio", "ratio_low", "ratio_high", "score")),
        words.text("comma").join(row.basis),
        kind_labels(row, words),
        words.label("scope", row.scope),
        words.label("scope", str(data["scope_international"])),
        row.words("reason", words.lang),
        row.words("settle", words.lang),
        data["technology"],
    )


def narrow(rows: Sequence[Row], words: Strings) -> Table:
    """The columns that fit a landscape page."""
    head = (*columns(NARROW, words), *tiers(words, "tier_short"), *columns(NARROW_MEASURES, words))
    return Table("", head, tuple(narrow_row(row, words) for row in rows), tuple(row.scope for row in rows))


def narrow_row(row: Row, words: Strings) -> tuple[Cell, ...]:
    return (
        row.data["rank"],
        row.title(words.lang),
        row.words("field", words.lang),
        provisions_count(row),
        *counts(row),
        row.data["patents"],
        figure(row.data["ratio"], words),
        interval(row, words),
        kind_labels(row, words),
        words.label("scope", row.scope),
        words.label("scope", str(row.data["scope_international"])),
    )


def provisions_count(row: Row) -> int:
    return int(row.data.get("n_provisions", len(row.data["provisions"])))


def tier_counts(row: Row, words: Strings) -> Table:
    return Table("", tiers(words, "tier"), (counts(row),))


def provisions(title: str, rows: Sequence[Row], words: Strings) -> Table:
    """One line per technology and provision, quoted."""
    specs = (("title", "text", 2), ("path", "text", 1), ("heading", "text", 2), ("ask", "text", 1.2))
    head = columns((*specs, ("modality", "text", 0.8), ("quote", "text", 6)), words)
    lines = tuple(provision_row(row, item, words) for row in rows for item in row.data["provisions"])
    return Table(title, head, lines)


def provision_row(row: Row, item: Mapping[str, Any], words: Strings) -> tuple[Cell, ...]:
    return (
        row.title(words.lang),
        item.get("path"),
        item.get("heading"),
        words.label("ask", str(item.get("ask") or "")),
        words.label("modality", str(item.get("modality") or "")),
        item.get("quote"),
    )


def considered(items: Sequence[Mapping[str, Any]], words: Strings) -> Table:
    """The standards counted for one technology: designation, title, tier, status, probability."""
    specs = (("designation", "text", 1.6), ("standard_title", "text", 4), ("tier", "text", 1))
    head = columns((*specs, ("status", "text", 0.8), ("probability", "ratio", 0.8)), words)
    return Table("", head, tuple(considered_row(item, words) for item in items))


def considered_row(item: Mapping[str, Any], words: Strings) -> tuple[Cell, ...]:
    return (
        item.get("designation"),
        item.get("title"),
        capital(words.label("tier", str(item.get("tier") or ""))),
        words.label("status", str(item.get("status") or "unknown")),
        item.get("probability"),
    )


def all_considered(title: str, rows: Sequence[Row], words: Strings) -> Table:
    """The standards counted for every technology, the technology in the first column."""
    one = considered((), words)
    head = (*columns((("title", "text", 2),), words), *one.columns)
    pairs = ((row, item) for row in rows for item in row.data.get("standards", ()))
    return Table(title, head, tuple((row.title(words.lang), *considered_row(item, words)) for row, item in pairs))


def targets(title: str, plan: Plan, words: Strings) -> Table:
    specs = (("subject", "text", 3), ("target", "text", 1.2), ("year", "text", 0.7), ("level", "text", 1.2))
    head = columns((*specs, ("baseline", "text", 1.1), ("quote", "text", 3.4)), words)
    return Table(title, head, tuple(target_row(item, words) for item in plan.header.get("targets", ())))


def target_row(item: Mapping[str, Any], words: Strings) -> tuple[Cell, ...]:
    tail = tuple("" if item.get(key) is None else str(item[key]) for key in ("baseline", "quote"))
    levels = (capital(words.label("tier", part)) for part in str(item.get("level") or "").split(";") if part)
    return (
        item.get("subject"),
        target_words(item, words),
        str(item.get("year") or ""),
        words.text("comma").join(levels),
        *tail,
    )


def sources(title: str, plan: Plan, words: Strings) -> Table:
    specs = (("source", "text", 3), ("licence", "text", 2), ("source_scope", "text", 3), ("uid", "text", 1.4))
    rows = tuple(source_row(source, words) for source in plan.header["sources"])
    return Table(title, columns(specs, words), rows)


def source_row(source: Mapping[str, Any], words: Strings) -> tuple[Cell, ...]:
    return source_title(source, words.lang), source.get("licence"), source_scope(source, words), source.get("id")


def limits(title: str, plan: Plan, words: Strings) -> Table:
    rows = tuple((str(limit),) for limit in plan.words("limits", words.lang))
    return Table(title, columns((("limit", "text", 6),), words), rows)
