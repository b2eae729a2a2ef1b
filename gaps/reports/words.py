"""Values of the gap table as the words and figures a reader sees."""

from collections.abc import Mapping
from typing import Any

from gaps.reports.plan import Plan, Row
from gaps.reports.strings import Strings


def kind_label(kind: str, row: Row, words: Strings) -> str:
    """A kind outside every complete catalogue is marked as not settled."""
    label = words.label("kind", kind)
    return label if kind in row.claimed else words.text("unsettled", kind=label)


def kind_labels(row: Row, words: Strings) -> str:
    return words.text("comma").join(kind_label(kind, row, words) for kind in row.kinds) or words.text("missing")


def catalogues(basis: tuple[str, ...], plan: Plan, words: Strings) -> str:
    """Titles of the sources a ratio is counted over."""
    titles = {str(source["id"]): source_title(source, words.lang) for source in plan.header["sources"]}
    titles["on_record"] = words.text("on_record")
    return words.text("comma").join(titles.get(name, name) for name in basis)


def figure(value: float | None, words: Strings, digits: int = 2) -> str:
    return words.text("missing") if value is None else f"{value:.{digits}f}"


def interval(row: Row, words: Strings) -> str:
    low, high = row.data.get("ratio_low"), row.data.get("ratio_high")
    if low is None or high is None:
        return words.text("missing")
    return words.text("range", low=f"{low:.2f}", high=f"{high:.2f}")


def source_scope(source: Mapping[str, Any], words: Strings) -> str:
    """A source's declared scope in one line: its own words when the header has them, else complete or sample."""
    label = words.label("source_scope", str(source.get("scope") or "sample"))
    own = source.get(f"scope_{words.lang}")
    return f"{label}{words.text('colon')}{own}" if own else label


def is_closed(source: Mapping[str, Any]) -> bool:
    """Whether a source declares itself complete for some scope."""
    return source.get("scope") == "complete"


def closed_line(source: Mapping[str, Any], words: Strings) -> str:
    own = source.get(f"scope_{words.lang}")
    title = source_title(source, words.lang)
    return f"{title}{words.text('colon')}{own}" if own else title


def source_title(source: Mapping[str, Any], lang: str) -> str:
    other = "en" if lang == "zh" else "zh"
    return str(source.get(f"title_{lang}") or source.get(f"title_{other}") or source["id"])


def plan_title(plan: Plan, words: Strings) -> str:
    policy = plan.header.get("policy") or {}
    title = policy.get(f"title_{words.lang}") or policy.get("title_zh") or policy.get("title_en")
    return words.text("title", policy=title) if title else words.text("title_all")


def target_words(target: Mapping[str, Any], words: Strings) -> str:
    """Comparator, value and unit, e.g. "≥ 500 项"."""
    comparator = words.label("comparator", str(target.get("comparator") or "eq"))
    value = target.get("value")
    shown = f"{value:g}" if isinstance(value, int | float) else str(value or "")
    unit = str(target.get("unit") or "")
    return f"{comparator} {shown}{'' if unit == '%' else ' '}{unit}".strip()
