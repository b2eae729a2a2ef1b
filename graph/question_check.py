"""What a question may say: checked against the ontology on tokens, before any engine sees it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from errors import InputError
from graph import guard
from graph.cypher_tokens import Token, place
from ontology import schema
from ontology.terms import Schema

OPENING = {"(": ")", "[": "]", "{": "}"}
NAMES = ("word", "quoted")


def check(cypher: str, path: Path, parameters: set[str], columns: Sequence[str]) -> None:
    """Raises InputError, with line and column, when a question does not keep its word; see questions.load."""
    found = guard.check(cypher, path)
    used = {token.name for token in found if token.kind == "parameter"}
    if used != parameters:
        wrong = ", ".join(sorted(used ^ parameters))
        raise InputError("parameters declared and used differ", file=path, value=wrong, allowed=", ".join(sorted(used)))
    for token, problem, allowed in unknown_names(found, schema.load()):
        raise InputError(problem, file=path, place=place(cypher, token.start), value=token.name, allowed=allowed)
    returned = final_columns(found)
    if list(columns) != returned:
        raise InputError("columns explained and returned differ", file=path, value=list(columns), allowed=returned)
    if not is_ordered(found):
        raise InputError("result without order", file=path, allowed="ORDER BY after the last RETURN")


def unknown_names(found: Sequence[Token], ontology: Schema) -> Iterator[tuple[Token, str, str]]:
    """Tokens that name a label, relationship type or property outside the ontology, with problem and what is allowed.

    A property is looked up in the labels or types its variable is bound to in a pattern, in all of them otherwise.
    """
    bound: dict[str, set[str]] = {}
    for variable, names, kind in _typed(found):
        owners = ontology.relations if kind == "relationship type" else ontology.classes
        yield from ((name, f"unknown {kind}", ", ".join(owners)) for name in names if name.name not in owners)
        bound.setdefault(variable, set()).update(name.name for name in names)
    for owner, name in _properties(found):
        known = _known_properties(bound.get(owner), ontology)
        if name.name not in known:
            yield name, "unknown property", ", ".join(sorted(known))


def _typed(found: Sequence[Token]) -> Iterator[tuple[str, list[Token], str]]:
    """Each `variable:A|B`: the variable's name (empty when there is none), the names, and what they are names of."""
    for position, inside in enumerate(_brackets(found)):
        if found[position].text == ":" and not _is_map_key(found, position, inside):
            before = found[position - 1]
            variable = before.name if before.kind in NAMES else ""
            yield variable, list(_names_after(found, position)), "relationship type" if inside == "[" else "label"


def _properties(found: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    """Each `variable.name` and each key of a map, for which the variable is empty."""
    for position, inside in enumerate(_brackets(found)):
        if found[position].text == "." and found[position + 1].kind in NAMES:
            yield found[position - 1].name, found[position + 1]
        elif found[position].text == ":" and _is_map_key(found, position, inside):
            yield "", found[position - 1]


def final_columns(found: Sequence[Token]) -> list[str]:
    """Names after the last RETURN, each given with AS."""
    tail = _tail(found)
    depths = list(_brackets(tail))
    return [
        tail[position + 1].name
        for position, token in enumerate(tail[:-1])
        if token.text.upper() == "AS" and token.kind == "word" and not depths[position]
    ]


def is_ordered(found: Sequence[Token]) -> bool:
    """Whether ORDER BY follows the last RETURN."""
    tail = _tail(found)
    return any(a.text.upper() == "ORDER" and b.text.upper() == "BY" for a, b in pairwise(tail))


def _tail(found: Sequence[Token]) -> Sequence[Token]:
    depths = _brackets(found)
    places = [i for i, inside in enumerate(depths) if not inside and found[i].text.upper() == "RETURN"]
    return found[places[-1] :] if places else ()


def _brackets(found: Sequence[Token]) -> Iterator[str]:
    """For each token the innermost bracket it stands in, empty outside all."""
    open_brackets: list[str] = []
    for token in found:
        if token.kind == "sign" and token.text in OPENING.values() and open_brackets:
            open_brackets.pop()
        yield open_brackets[-1] if open_brackets else ""
        if token.kind == "sign" and token.text in OPENING:
            open_brackets.append(token.text)


def _is_map_key(found: Sequence[Token], position: int, inside: str) -> bool:
    return inside == "{" and found[position - 1].kind in NAMES and found[position - 2].text in ("{", ",")


def _names_after(found: Sequence[Token], position: int) -> Iterator[Token]:
    """`:A|B&C` gives A, B, C."""
    yield found[position + 1]
    position += 2
    while position + 1 < len(found) and found[position].text in ("|", "&"):
        yield found[position + 1]
        position += 2


def _known_properties(owners: set[str] | None, ontology: Schema) -> Mapping[str, object]:
    every = {*ontology.classes, *ontology.relations}
    return {name: item for owner in (owners or every) & every for name, item in ontology.properties(owner).items()}
