"""Only reading queries pass: an allow-list of clauses and functions (cypher_words.yaml), on tokens, not on text.

A clause can only begin a query or follow the end of an expression. There a name cannot stand, so a word in that place
must be a keyword of the list: CREATE, CALL, LOAD CSV, SHOW and clauses yet to be invented are refused alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from errors import InputError
from graph.cypher_tokens import Token, place, tokens

WORDS = Path(__file__).with_name("cypher_words.yaml")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of cypher_words.yaml; functions in lower case, all else in upper case."""

    openings: frozenset[str]
    keywords: frozenset[str]
    closings: frozenset[str]
    functions: frozenset[str]
    refused: frozenset[str]


def check(cypher: str, file: object = "query") -> tuple[Token, ...]:
    """The tokens of a reading query.

    Raises:
        InputError: the query writes, calls a procedure, reaches outside the graph or uses what is not on the list;
            names line and column.
    """
    found = tuple(tokens(cypher, file))
    words = load_words()
    if not found or found[0].text.upper() not in words.openings:
        start = found[0].start if found else 0
        value = found[0].text if found else ""
        raise _error("not a reading query", file, cypher, start, value, ", ".join(sorted(words.openings)))
    for position, token in enumerate(found):
        if fault := _fault(found, position, words):
            raise _error(fault, file, cypher, token.start, token.text, "reading clauses and functions only")
    return found


@cache
def load_words() -> Words:
    """The words, read once."""
    lists = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    functions = frozenset(word.lower() for word in lists.pop("functions"))
    return Words(functions=functions, **{name: frozenset(words) for name, words in lists.items()})


def _fault(found: Sequence[Token], position: int, words: Words) -> str:
    """Why a token is refused, empty when it is not."""
    token = found[position]
    before = found[position - 1] if position else None
    after = found[position + 1].text if position + 1 < len(found) else ""
    if token.kind == "quoted":
        return "function not allowed" if after == "(" else ""
    if token.kind != "word":
        return ""
    if before is not None and before.text == ".":
        return "function not allowed" if after == "(" else ""
    word = token.text.upper()
    if before is not None and before.text == ":" and after != "(":
        return ""
    if word in words.refused and after != ":":
        return "clause not allowed"
    if word in words.keywords or word in words.closings:
        return ""
    if after == "(" and token.text.lower() not in words.functions:
        return "function not allowed"
    return "clause not allowed" if before is not None and _ends_expression(before, words) else ""


def _ends_expression(token: Token, words: Words) -> bool:
    if token.kind == "word":
        return token.text.upper() not in words.keywords
    return token.kind in ("string", "quoted", "parameter", "number") or token.text in (")", "]", "}")


def _error(problem: str, file: object, cypher: str, start: int, value: str, allowed: str) -> InputError:
    return InputError(problem, file=file, place=place(cypher, start), value=value, allowed=allowed)
