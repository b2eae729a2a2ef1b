"""From a text to a Designation, by the grammar of the body it names."""

import re

from extractors.designation.identifier import Adopted, Designation, NotADesignation
from extractors.designation.international.bodies import prefix_of
from extractors.designation.international.fold import fold
from extractors.designation.international.grammar import Form, common, load
from extractors.designation.international.refuse import refuse

LONGEST = 1000
_FIELDS = ("number", "part", "stage", "supplement")
_APART = frozenset((*_FIELDS, "publisher", "year", "month", "lead", "kind", "gap", "sep", "slash", "colon"))


def parse(text: str) -> Designation:
    """Read a designation of a body listed in `bodies.tsv`.

    Raises:
        NotADesignation: it is none, or has more to it than a designation; `.reason` says what.
    """
    if len(text) > LONGEST:
        raise NotADesignation("too long for a designation", text)
    folded = fold(text)
    prefix = prefix_of(folded)
    if prefix is None:
        raise NotADesignation("no prefix of a known standards body", text)
    stated, all_parts = common().all_parts.subn("", folded, count=1)
    for form in load(prefix.grammar):
        match = form.pattern.fullmatch(stated)
        if match is not None:
            return _designation(form, match, bool(all_parts))
    raise refuse(text, folded, prefix)


def _designation(form: Form, match: re.Match[str], all_parts: bool) -> Designation:
    parts = dict(form.fixed)
    parts.update((group, value) for group, value in match.groupdict().items() if value)
    for group, steps in form.written:
        if group in parts:
            for step in steps:
                parts[group] = step(parts[group])
    inner = {group: parse(parts[group]) for group in form.nested if group in parts}
    parts.update((group, found.canonical) for group, found in inner.items())
    return _build(form, parts, inner, all_parts)


def _build(form: Form, parts: dict[str, str], inner: dict[str, Designation], all_parts: bool) -> Designation:
    adopted = next(iter(inner.values()), None)
    year = _year(parts.get("year"), form.century)
    return Designation(
        canonical=form.canonical.render(parts).strip(),
        body=form.body.render(parts),
        number=parts.get("number") or (adopted.number if adopted else ""),
        tier=form.tier,
        undated=_undated(form, parts, inner),
        part=parts.get("part") or (adopted.part if adopted else None),
        year=year or (adopted.year if adopted else None),
        month=_month(parts.get("month")),
        supplement=parts.get("supplement", "").strip(" /+") or None,
        stage=parts.get("stage") or None,
        relation=Adopted(adopted.canonical, "IDT" if form.type == "adoption" else None) if adopted else None,
        extra=_extra(form, parts, inner, all_parts),
    )


def _undated(form: Form, parts: dict[str, str], inner: dict[str, Designation]) -> str:
    kept = {group: value for group, value in parts.items() if group not in form.dated}
    kept.update((group, found.undated) for group, found in inner.items() if group not in form.dated)
    if "supplement" in kept:
        kept["supplement"] = common().supplement_year.sub("", kept["supplement"])
    return form.canonical.render(kept).strip()


def _extra(
    form: Form, parts: dict[str, str], inner: dict[str, Designation], all_parts: bool
) -> tuple[tuple[str, str], ...]:
    extra = [(group, value.strip()) for group, value in parts.items() if value and group not in _APART and group not in inner]
    extra.append(("type", form.type))
    if all_parts:
        extra.append(("all_parts", "true"))
    return tuple(sorted(dict(extra).items()))


def _year(text: str | None, century: int | None) -> int | None:
    """Four digits as they are; two in `century`, or around 1950 when the body has used both."""
    if not text or not text.isdigit():
        return None
    if len(text) == 4:
        return int(text)
    short = int(text)
    return short + (century or (2000 if short < 50 else 1900))


def _month(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() else common().months[text[:3].casefold()]
