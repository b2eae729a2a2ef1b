"""Grammars: the forms a body's designations take, read from its file and compiled once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import yaml

from errors import InputError
from extractors.designation.international.fold import PATTERNS
from extractors.designation.international.relations import rewrite
from extractors.designation.international.template import Template, template

Step = Callable[[str], str]
Rewriting = tuple[tuple[str, tuple[Step, ...]], ...]
STEPS: dict[str, Step] = {"upper": str.upper, "lower": str.lower, "strip": str.strip, "relations": rewrite}
NESTED = "designation"
_FRAGMENT = re.compile(r"<<(\w+)>>")
_BACKREFERENCE = re.compile(r"\\(\d)")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Form:
    """One form a body's designations take.

    `has`: texts one of which is in every such designation. `written`: how each part is written. `nested`: the part
    that is a designation itself. `fixed`: parts that need not be written. `blank`, `undated`: parts that are empty to
    begin with, and in the name of the undated work. `further`: parts that have no field of their own in `Designation`.
    `identity`, `identify`: how the document is written apart from all others, where the canonical writing keeps a
    spelling or drops a part.
    """

    type: str
    tier: str
    pattern: re.Pattern[str]
    has: re.Pattern[str] | None
    canonical: Template
    identity: Template
    body: Template
    written: Rewriting
    identify: Rewriting
    nested: str
    fixed: tuple[tuple[str, str], ...]
    blank: Mapping[str, str]
    undated: Mapping[str, str]
    further: tuple[str, ...]
    century: int | None


@dataclass(frozen=True, slots=True)
class Common:
    """`common.yaml`: what holds for all bodies."""

    fragments: Mapping[str, str]
    dated: tuple[str, ...]
    fields: tuple[str, ...]
    months: Mapping[str, int]
    all_parts: re.Pattern[str]
    supplement_year: re.Pattern[str]


@cache
def common() -> Common:
    """What all grammars share."""
    data: dict[str, Any] = yaml.safe_load((PATTERNS / "common.yaml").read_text("utf-8"))
    for name in ("all_parts", "supplement_year"):
        data[name] = re.compile(data[name], re.IGNORECASE)
    return Common(**data)


@cache
def load(name: str) -> tuple[Form, ...]:
    """The forms of `<name>.yaml` in the order they are tried, then those of the grammars it includes.

    Raises:
        InputError: a form lacks its pattern or names an unknown fragment or step.
    """
    file = PATTERNS / f"{name}.yaml"
    data = yaml.load(file.read_text("utf-8"), _LOADER)
    fragments = {**common().fragments, **data.get("fragments", {})}
    try:
        own = tuple(_form(form, data, fragments) for form in data.get("forms", ()))
    except (KeyError, re.error) as error:
        raise InputError("grammar cannot be compiled", file=file, value=error) from error
    return own + tuple(form for included in data.get("includes", ()) for form in load(included))


def _form(form: dict[str, Any], data: dict[str, Any], fragments: Mapping[str, str]) -> Form:
    write = {**data.get("write", {}), **form.get("write", {})}
    flags = 0 if form.get("case", data.get("case")) else re.IGNORECASE
    pattern = re.compile(expand(form["pattern"], fragments), flags)
    canonical, body = template(form["canonical"]), template(form.get("body", data["body"]))
    identity = template(form["identity"]) if "identity" in form else canonical
    nested = [group for group in pattern.groupindex if write.get(group) == NESTED]
    fixed = form.get("fixed", {})
    parts = {*pattern.groupindex, *canonical.groups, *identity.groups, *body.groups, *fixed}
    return Form(
        type=form["type"],
        tier=form.get("tier", data["tier"]),
        pattern=pattern,
        has=re.compile("|".join(map(re.escape, form["has"]))) if "has" in form else None,
        canonical=canonical,
        identity=identity,
        body=body,
        written=_rewriting(write, pattern),
        identify=_rewriting({**data.get("identify", {}), **form.get("identify", {})}, pattern),
        nested=nested[0] if nested else "",
        fixed=tuple(fixed.items()),
        blank=dict.fromkeys(parts, ""),
        undated=dict.fromkeys(parts.intersection(form.get("dated", common().dated)), ""),
        further=tuple(sorted(parts.difference(nested, common().fields))),
        century=form.get("century", data.get("century")),
    )


def _rewriting(write: dict[str, Any], pattern: re.Pattern[str]) -> Rewriting:
    """The steps of each group of `pattern` in the order they are written; a nested designation has none."""
    named = ((group, write.get(group)) for group in pattern.groupindex)
    return tuple((group, _steps(steps)) for group, steps in named if steps and steps != NESTED)


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """`pattern` with every `<<fragment>>` written out."""
    while "<<" in pattern:
        pattern = _FRAGMENT.sub(lambda found: fragments[found[1]], pattern)
    return pattern


def _steps(steps: str | list[str | list[str]]) -> tuple[Step, ...]:
    return tuple(_step(step) for step in ([steps] if isinstance(steps, str) else steps))


def _step(step: str | list[str]) -> Step:
    if isinstance(step, str):
        return STEPS[step]
    found, written = step
    return partial(re.compile(found, re.IGNORECASE).sub, _replacement(written) if "\\" in written else written)


def _replacement(written: str) -> Callable[[re.Match[str]], str]:
    """`written` with its groups put in, as a function: `re` would read the template anew at each match."""
    pieces = _BACKREFERENCE.split(written)

    def put_in(found: re.Match[str]) -> str:
        return "".join(found[int(piece)] or "" if index % 2 else piece for index, piece in enumerate(pieces))

    return put_in
