"""Cue words and forms of policy texts, read from `extractors/patterns/policy/`."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from errors import InputError

FOLDER = Path(__file__).parent.parent / "patterns" / "policy"


@cache
def load(name: str) -> Any:
    """The content of `<name>.yaml`.

    Raises:
        InputError: the file is missing or is not YAML.
    """
    file = FOLDER / f"{name}.yaml"
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as problem:
        raise InputError("patterns cannot be read", file=file.name, value=problem) from problem


def words(text: str) -> tuple[str, ...]:
    """The words of a pattern value: separated by blanks or line ends."""
    return tuple(text.split())


def alternation(values: Iterable[str]) -> str:
    """A regular expression of literal words, the longest first so that none hides another."""
    return "|".join(re.escape(value) for value in sorted(set(values), key=lambda value: (-len(value), value)))


@cache
def any_of(name: str, key: str) -> re.Pattern[str]:
    """The words under `key` of `<name>.yaml` as one compiled alternation."""
    return re.compile(alternation(words(load(name)[key])))
