"""Values of a YAML file taken strictly: what is not as declared is an InputError that names file, place and value."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from errors import InputError
from graph.tables import is_date


def read(path: Path) -> Any:
    """What a YAML file holds."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError("cannot be read", file=path, value=error) from error


def keys(
    raw: Any, path: Path, place: str, needed: frozenset[str], optional: frozenset[str] = frozenset()
) -> Mapping[str, Any]:
    """A mapping with all keys of `needed` and no other than those of `optional`."""
    if not isinstance(raw, dict):
        raise InputError("not a mapping", file=path, place=place, value=raw)
    if unknown := sorted(str(key) for key in set(raw) - needed - optional):
        allowed = ", ".join(sorted(needed | optional))
        raise InputError("unknown key", file=path, place=place, value=unknown[0], allowed=allowed)
    if missing := sorted(needed - set(raw)):
        raise InputError("missing key", file=path, place=place, value=missing[0])
    return raw


def pair(raw: Any, path: Path, place: str) -> tuple[str, str]:
    """The Chinese and the English text of a pair."""
    entry = keys(raw, path, place, frozenset({"zh", "en"}))
    return str(entry["zh"]), str(entry["en"])


def items(raw: Any, path: Path, place: str) -> list[Any]:
    """A list."""
    if not isinstance(raw, list):
        raise InputError("not a list", file=path, place=place, value=raw)
    return raw


def texts(raw: Any, path: Path, place: str) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(str(item) for item in items(raw, path, place))


def integer(raw: Any, path: Path, place: str) -> int:
    """A whole number, not below zero."""
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 0:
        raise InputError("not a whole number", file=path, place=place, value=raw)
    return raw


def share(raw: Any, path: Path, place: str) -> float:
    """A share above 0, at most 1."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 < raw <= 1:
        raise InputError("not a share", file=path, place=place, value=raw, allowed="above 0, at most 1")
    return float(raw)


def dated(raw: Any, path: Path, place: str) -> str:
    """A date as precise as it is known, or the empty text."""
    value = str(raw)
    if value and not is_date(value):
        raise InputError("not a date", file=path, place=place, value=value, allowed="YYYY[-MM[-DD]]")
    return value
