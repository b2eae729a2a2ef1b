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


def test_long_query_takes_linear_time() -> None:
    with pytest.raises(InputError, match="not a Cypher token"):
        guard.check("RETURN '" + "\\a" * 200_000)
