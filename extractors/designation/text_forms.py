"""How designations stand in running text: forms by the capitals they start with, read once from the pattern files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from extractors.designation.chinese_forms import prefixes
from extractors.designation.normal import PATTERNS


@dataclass(frozen=True, slots=True)
class TextForm:
    """`pattern` is matched `back` characters before the capitals; `chinese`: the Chinese parser reads what it matches.

    `id`, for everyday names that are not the designation, is what each group of the pattern is put into.
    """

    name: str
    pattern: re.Pattern[str]
    back: int
    chinese: bool
    id: str | None


def read_yaml(name: str) -> Any:
    """The content of a pattern file."""
    return yaml.safe_load((PATTERNS / name).read_text("utf-8"))


def filled(pattern: str, fragments: dict[str, str]) -> str:
    """`pattern` with every %{name} replaced, fragments inside fragments too."""
    while "%{" in pattern:
        pattern = re.sub(r"%\{(\w+)\}", lambda found: fragments[found[1]], pattern)
    return pattern


@cache
def forms_by_head() -> dict[str, tuple[TextForm, ...]]:
    """Forms to try at a run of capitals, in the order of the file."""
    written = read_yaml("text_forms.yaml")
    by_head: dict[str, list[TextForm]] = {}
    for row in written["forms"]:
        pattern = re.compile(filled(row["pattern"], written["fragments"]), re.VERBOSE | re.ASCII)
        form = TextForm(row["name"], pattern, row.get("back", 0), row.get("chinese", False), row.get("id"))
        for head in _chinese_heads() if row["heads"] == "cn_prefixes" else row["heads"]:
            by_head.setdefault(head, []).append(form)
    return {head: tuple(forms) for head, forms in by_head.items()}


@cache
def starts() -> re.Pattern[str]:
    """Where a form may start."""
    return re.compile(read_yaml("text_forms.yaml")["capitals"], re.VERBOSE | re.ASCII)


@cache
def rewritings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How a quote that does not parse as printed is tidied."""
    return tuple((re.compile(pattern, re.ASCII), new) for pattern, new in read_yaml("text_forms.yaml")["tidy"])


def _chinese_heads() -> Iterable[str]:
    """Every prefix up to its first slash, and the writings without a slash (GBT, YYT, GBZT)."""
    first = {letters.partition("/")[0] for letters in prefixes()}
    return first | {head + suffix for head in first for suffix in "TZ"}
