"""Patent numbers: one canonical form for the spellings of offices, exports, references and scanned texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.patent_forms import Folding, Form, folding, forms, labels, offices, refusals

LENGTH_LIMIT = 80
ORDINAL = re.compile(r"(?<=[0-9A-Z])[号號].*$", re.S)
BARE = str.maketrans("", "", "-/.")


class _Groups(dict[str, str]):
    """Groups of a match; one that took no part reads as empty."""

    def __missing__(self, name: str) -> str:
        return ""


class NotAPatentNumber(ValueError):
    """The text is no patent number; `reason` says why in one clause."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PatentNumber:
    """A parsed number.

    `canonical` is the identity: `CN201680087887.X`, `CN109996757A`, `US20070047500A1`, `PCT/CN2014/071234`.
    `form` is application, publication or international (an application under the PCT).
    `kind` is the kind code (WIPO ST.16), None when the number has none or none was written.
    `check_digit` is True when CNIPA's check digit was written and is right, None when there is none to verify;
    a Chinese application number written without it gets the right one. A wrong one is an error.
    `right` is invention, utility_model or design where the number tells (China), else None.
    """

    canonical: str
    office: str
    number: str
    kind: str | None
    form: str
    check_digit: bool | None
    year: int | None
    right: str | None = None


def parse(text: str, *, office: str = "", form: str = "") -> PatentNumber:
    """Read one patent number.

    Args:
        text: the number with or without a label (专利号：ZL…, U.S. Patent No. …), in any width, spacing and dash.
        office: code to assume when the text names no office, such as "JP" for `2010-141110`.
        form: "application" or "publication" when the table's column settles what the number alone does not.

    Raises:
        NotAPatentNumber: masked, impossible, of no known form, or with a wrong check digit; `reason` says which.
    """
    if len(text) > LENGTH_LIMIT:
        raise NotAPatentNumber(f"longer than {LENGTH_LIMIT} characters")
    folded = fold(text)
    refused = ""
    for candidate in _codes(text, folded, office):
        number, reason = look_up(candidate, form)
        if number:
            return number
        refused = refused or reason
    raise NotAPatentNumber(refused or _reason(folded))


def look_up(text: str, form: str = "") -> tuple[PatentNumber | None, str]:
    """The number a folded text is, or why it is none ("" when no form fits): `parse` without labels and errors."""
    refused = ""
    for rule, found in _matches(text, form):
        try:
            return _number(rule, found, folding()), ""
        except NotAPatentNumber as error:
            refused = refused or error.reason
    return None, refused


def fold(text: str) -> str:
    """Half width, upper case, one dash and slash, no spaces, commas or brackets: what the forms match."""
    return text.translate(folding().table).upper().strip(".;/-")


def _codes(text: str, folded: str, office: str) -> Iterator[str]:
    """The folded text as it may be read: as it stands, without its label, with the office the label or caller names."""
    yield folded
    rest, named = _unlabelled(text)
    stripped = ORDINAL.sub("", fold(rest))
    yield stripped
    yield (named or office) + stripped


def _unlabelled(text: str) -> tuple[str, str]:
    rest, named = text.strip(), ""
    for pattern, office in labels():
        if found := pattern.match(rest):
            rest, named = rest[found.end() :], named or office
    return rest, named


def _matches(folded: str, wanted: str) -> Iterator[tuple[Form, re.Match[str]]]:
    head = folded[:2]
    known = offices()
    code = known.aliases.get(head, head if head.isalpha() else "CN")
    if code not in known.main and code not in known.other:
        return
    own = forms().get(code)
    bare = folded if own else folded.translate(BARE)
    for rule in own or forms()[""]:
        if (not wanted or rule.form == wanted) and (found := rule.pattern.fullmatch(bare if rule.bare else folded)):
            yield rule, found


def _number(rule: Form, found: re.Match[str], rules: Folding) -> PatentNumber:
    groups = _Groups((name, value) for name, value in zip(rule.groups, found.groups(), strict=True) if value)
    year = _year(rule, groups, rules)
    kind = groups.setdefault("kind", rule.kind)
    groups |= {"year": str(year), "short": f"{(year or 0) % 100:02}"}
    verified = _verified(rule, groups, rules) if rule.body else None
    canonical = rule.canonical.format_map(groups)
    office = "WO" if rule.form == "international" else groups["cc"] or rule.office
    number = canonical.removeprefix("PCT/").removeprefix(office).removesuffix(kind)
    return PatentNumber(canonical, office, number, kind or None, rule.form, verified, year, _right(rule, groups, rules))


def _year(rule: Form, groups: _Groups, rules: Folding) -> int | None:
    """The calendar year the number carries, None when it carries none.

    Raises: NotAPatentNumber when the form does not exist in that year.
    """
    era = groups["era"] or rule.era
    if era:
        return rules.era_years[era] + int(groups["yy"])
    if "year" in groups:
        year = int(groups["year"])
    elif "yy" in groups:
        year = int(groups["yy"])
        year += 1900 if year > rules.pivot else 2000
    else:
        return None
    low, high = rule.years
    if not low <= year <= high:
        raise NotAPatentNumber(f"year {year} lies outside {low} to {high}")
    return year


def _verified(rule: Form, groups: _Groups, rules: Folding) -> bool | None:
    """True for a right check digit; None, and the digit completed, when none is written.

    Raises: NotAPatentNumber when it is wrong (CNIPA: weighted sum of the digits mod 11, 10 is written X).
    """
    groups["body"] = body = rule.body.format_map(groups)
    total = sum(int(digit) * weight for digit, weight in zip(body, rules.weights, strict=False)) % 11
    right = "X" if total == 10 else str(total)
    written, groups["check"] = groups["check"], right
    if written and written != right:
        raise NotAPatentNumber(f"check digit {written} is wrong, {right} is right for {body}")
    return True if written else None


def _right(rule: Form, groups: _Groups, rules: Folding) -> str | None:
    if rule.office != "CN":
        return None
    number = groups["number"]
    digit = groups["type"] or (number[2] if number[:1] == "8" else number[:1])
    return rules.rights.get(digit)


def _reason(folded: str) -> str:
    for pattern, reason in refusals():
        if found := pattern.search(folded):
            return reason.format(found[0], *found.groups())
    code = folded[:2]
    known = offices()
    return "no known form" if code in known.main | known.other else f"{code!r} is no known office code"
