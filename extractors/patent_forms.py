"""The forms of patent numbers, compiled from `patterns/patent/*.yaml` on first use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "patterns" / "patent"


@dataclass(frozen=True, slots=True)
class Form:
    """One way an office writes its numbers.

    `pattern` matches the whole folded text; `canonical` and `body` are `str.format` templates over its groups,
    whose names without the digits of copies are `groups`.
    `years` is the closed range of years the form can stand for. `example` maps canonical forms to spellings.
    """

    office: str
    form: str
    pattern: re.Pattern[str]
    canonical: str
    groups: tuple[str, ...]
    body: str = ""
    years: tuple[int, int] = (0, 9999)
    era: str = ""
    kind: str = ""
    bare: bool = False
    other: bool = False
    example: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Folding:
    """How spellings become one: a translation table, era and year rules, check-digit weights, kinds of right."""

    table: Mapping[int, str | None]
    era_years: Mapping[str, int]
    pivot: int
    weights: tuple[int, ...]
    rights: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Offices:
    """Office codes; `aliases` maps what stands in place of a code (ZL, 特開) to the code whose forms apply."""

    main: frozenset[str]
    other: frozenset[str]
    wordlike: frozenset[str]
    aliases: Mapping[str, str]


def read(name: str) -> Any:
    """The content of one pattern file of this folder."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


@cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Office code → its forms in the order they are tried; "" holds those of offices without forms of their own."""
    own = {office: tuple(_form(office, row) for row in rows) for office, rows in read("forms.yaml").items()}
    shared = own.pop("*")
    for_all = tuple(form for form in shared if not form.other)
    return {office: rows + for_all for office, rows in own.items()} | {"": shared}


def _form(office: str, row: Mapping[str, Any]) -> Form:
    pattern = re.compile(row["pattern"], re.ASCII)
    return Form(
        office=office,
        form=row["form"],
        pattern=pattern,
        canonical=row["canonical"],
        groups=tuple(name.rstrip("0123456789") for name in pattern.groupindex),
        body=row.get("body", ""),
        years=tuple(row.get("years", (0, 9999))),
        era=row.get("era", ""),
        kind=row.get("kind", ""),
        bare=row.get("bare", False),
        other=row.get("other", False),
        example={key: tuple(map(str, spellings)) for key, spellings in row["example"].items()},
    )


@cache
def folding() -> Folding:
    """The folding rules of `folding.yaml`; the table also makes full-width letters and digits ASCII."""
    rules = read("folding.yaml")
    table: dict[int, str | None] = {code + 0xFEE0: chr(code) for code in range(0x21, 0x7F)}
    table |= {ord(character): "-" for character in rules["dashes"]}
    table |= {ord(character): "/" for character in rules["slashes"]}
    table |= {ord(character): "." for character in rules["dots"]}
    table |= {ord(character): None for character in rules["dropped"]}
    table |= {ord(sign): letter for sign, letter in rules["eras"].items()}
    weights = tuple(rules["check_weights"])
    return Folding(table, rules["era_years"], rules["two_digit_pivot"], weights, rules["rights"])


@cache
def offices() -> Offices:
    """The office codes of `offices.yaml`."""
    rows = read("offices.yaml")
    return Offices(frozenset(rows["main"]), frozenset(rows["other"]), frozenset(rows["wordlike"]), rows["aliases"])


@cache
def labels() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Words before a number: (pattern with what may follow the word, office code or "")."""
    tail = r"\s*(?:[:：#为是]\s*){0,2}(?:第\s*)?"
    return tuple(
        (re.compile(f"(?:{row['pattern']}){tail}", re.I), row.get("office", "")) for row in read("labels.yaml")
    )


@dataclass(frozen=True, slots=True)
class Running:
    """How numbers are found in running text; `anchor` finds where one may begin, the others judge the surroundings."""

    first: re.Pattern[str]
    anchor: re.Pattern[str]
    run: re.Pattern[str]
    shown: re.Pattern[str]
    cue: re.Pattern[str]
    verb: re.Pattern[str]
    reference: re.Pattern[str]
    declared: re.Pattern[str]
    further: re.Pattern[str]
    offices: Mapping[str, str]


@cache
def running() -> Running:
    """The rules of `running.yaml`, with the office codes of `offices.yaml` put into `anchor`."""
    rules = read("running.yaml")
    codes = "|".join(sorted(offices().main | offices().other))
    compiled = {
        name: re.compile(rules[name].replace("{codes}", codes))
        for name in ("first", "anchor", "run", "shown", "cue", "verb", "reference", "declared", "further")
    }
    return Running(**compiled, offices=rules["offices"])


@cache
def refusals() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Reasons a text is no patent number, in the order they are tried: (pattern, `str.format` template)."""
    return tuple((re.compile(pattern, re.ASCII), reason) for pattern, reason in read("refusals.yaml"))
