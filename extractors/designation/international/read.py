"""From a text to a Designation, by the grammar of the body it names."""

import re
from collections.abc import Mapping

from extractors.designation.identifier import Adopted, Designation, NotADesignation
from extractors.designation.international.bodies import Prefix, prefix_of
from extractors.designation.international.fold import fold
from extractors.designation.international.grammar import Form, Rewriting, common, load
from extractors.designation.international.refuse import refuse

LONGEST = 1000


def parse(text: str) -> Designation:
    """Read a designation of a body listed in `bodies.tsv`.

    Raises:
        NotADesignation: it is none, or has more to it than a designation; `.reason` says what.
    """
    folded = fold(text)
    prefix = prefix_of(folded)
    if prefix is None:
        raise NotADesignation("no prefix of a known standards body", text)
    return read(text, folded, prefix)


def read(text: str, folded: str, prefix: Prefix) -> Designation:
    """`parse` for a text whose folded writing and prefix are known.

    Raises:
        NotADesignation: as `parse` does.
    """
    if len(text) > LONGEST:
        raise NotADesignation("too long for a designation", text)
    stated, all_parts = folded, 0
    if folded.endswith(")"):
        stated, all_parts = common().all_parts.subn("", folded, count=1)
    for form in load(prefix.grammar):
        if form.has is not None and not form.has.search(stated):
            continue
        match = form.pattern.fullmatch(stated)
        if match is not None:
            return _designation(form, match, bool(all_parts))
    raise refuse(text, folded, prefix)


def _designation(form: Form, match: re.Match[str], all_parts: bool) -> Designation:
    parts = {**form.blank, **match.groupdict("")}
    for group, value in form.fixed:
        parts[group] = parts[group] or value
    _rewrite(parts, form.written)
    if form.nested and parts[form.nested]:
        return _adoption(form, parts, parse(parts[form.nested]))
    return _build(form, parts, None, all_parts)


def _rewrite(parts: dict[str, str], rewriting: Rewriting) -> None:
    for group, steps in rewriting:
        value = parts[group]
        if value:
            for step in steps:
                value = step(value)
            parts[group] = value


def _adoption(form: Form, parts: dict[str, str], adopted: Designation) -> Designation:
    parts[form.nested] = adopted.identity
    return _build(form, parts, adopted, adopted.get("all_parts") is not None)


def _build(form: Form, parts: dict[str, str], adopted: Designation | None, all_parts: bool) -> Designation:
    canonical = identity = form.canonical.render(parts).strip()
    if form.identify or form.identity is not form.canonical:
        _rewrite(parts, form.identify)
        identity = form.identity.render(parts).strip()
    canonical += " (all parts)" * all_parts
    year, part = _year(parts.get("year"), form.century), parts.get("part", "").strip(" -/")
    return Designation(
        canonical=canonical,
        body=form.body.render(parts),
        number=parts.get("number") or (adopted.number if adopted else ""),
        tier=form.tier,
        undated=_undated(form, parts, adopted, identity),
        part=part or (adopted.part if adopted else None),
        year=year or (adopted.year if adopted else None),
        month=_month(parts.get("month")),
        supplement=parts.get("supplement", "").strip(" /+") or None,
        stage=parts.get("stage", "").strip(" -/") or None,
        relation=Adopted(adopted.identity, "IDT" if form.type == "adoption" else None) if adopted else None,
        extra=_extra(form, parts, all_parts),
        distinct="" if identity == canonical else identity,
    )


def _undated(form: Form, parts: Mapping[str, str], adopted: Designation | None, identity: str) -> str:
    supplement = parts.get("supplement")
    if adopted is None and not supplement and not any(parts[group] for group in form.undated):
        return identity
    kept = {**parts, **form.undated}
    if adopted is not None and form.nested not in form.undated:
        kept[form.nested] = adopted.undated
    if supplement:
        kept["supplement"] = common().supplement_year.sub("", supplement)
    return form.identity.render(kept).strip()


def _extra(form: Form, parts: Mapping[str, str], all_parts: bool) -> tuple[tuple[str, str], ...]:
    extra = {group: parts[group].strip() for group in form.further if parts[group]}
    extra["type"] = form.type
    if all_parts:
        extra["all_parts"] = "true"
    return tuple(sorted(extra.items()))


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
