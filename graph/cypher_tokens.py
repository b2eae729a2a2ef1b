"""Cypher as tokens. Strings, comments and backticked names are taken whole, so that no word hides in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from errors import InputError

_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<comment>//[^\r\n]*)
    |(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<quoted>`(?:[^`]|``)+`)
    |(?P<parameter>\$[^\W\d]\w*)
    |(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    |(?P<word>[^\W\d]\w*)
    |(?P<sign>\.\.|<=|>=|<>|->|<-|=~|[-+*/%^=<>()\[\]{},.:|&!])""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is string, quoted (a backticked name), parameter, number, word or sign; `start` its offset."""

    kind: str
    text: str
    start: int

    @property
    def name(self) -> str:
        """The name a parameter, word or backticked name stands for."""
        return self.text.strip("`").replace("``", "`") if self.kind == "quoted" else self.text.lstrip("$")


def tokens(cypher: str, file: object = "query") -> Iterator[Token]:
    """The tokens of a query, spaces and comments left out.

    Raises:
        InputError: a character that starts no token: an open string, `;`, `/*`, a stray sign; or `\\u`, which Neo4j
            decodes before it reads anything else, so that a quote or a word could come out of a string.
    """
    if (escape := cypher.lower().find("\\u")) >= 0:
        raise InputError(
            "escaped character", file=file, place=place(cypher, escape), value=cypher[escape : escape + 6],
            allowed="the character itself",
        )  # fmt: skip
    position = 0
    while position < len(cypher):
        match = _TOKEN.match(cypher, position)
        if match is None or cypher.startswith("/*", position):
            value = cypher[position : position + 20]
            raise InputError("not a Cypher token", file=file, place=place(cypher, position), value=value)
        if match.lastgroup not in ("space", "comment"):
            yield Token(str(match.lastgroup), match.group(), position)
        position = match.end()


def place(cypher: str, offset: int) -> str:
    """`line:column`, from 1."""
    before = cypher[:offset]
    return f"{before.count(chr(10)) + 1}:{offset - before.rfind(chr(10))}"
