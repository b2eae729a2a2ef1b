"""Reading queries pass, everything else is refused with its place."""

from pathlib import Path

import pytest
import yaml

from errors import InputError
from graph import guard

CASES = yaml.safe_load(Path(__file__).with_name("guard.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("cypher", CASES["reading"])
def test_passes(cypher: str) -> None:
    assert guard.check(cypher)


@pytest.mark.parametrize(("cypher", "problem"), CASES["refused"])
def test_refused(cypher: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        guard.check(cypher)
    assert problem in str(caught.value)


INTRUDERS = (
    "CREATE (zz)",
    "SET zz.a = 1",
    "CALL db.labels() YIELD label",
    "LOAD CSV FROM 'x' AS zz",
    "DELETE zz",
    "MERGE (zz)",
)


@pytest.mark.parametrize("intruder", INTRUDERS)
def test_no_place_lets_a_clause_in(intruder: str) -> None:
    """Between any two tokens of any reading query."""
    for cypher in CASES["reading"]:
        for token in guard.check(cypher):
            written = f"{cypher[: token.start]} {intruder} {cypher[token.start :]}"
            with pytest.raises(InputError):
                guard.check(written)


def test_long_query_takes_linear_time() -> None:
    with pytest.raises(InputError, match="not a Cypher token"):
        guard.check("RETURN '" + "\\a" * 200_000)
