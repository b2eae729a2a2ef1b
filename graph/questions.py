"""Questions are files: one `.cypher` file under graph/queries/<folder>/, its leading `//` lines a YAML header.

A file is found by being there; its stem is the question's id. It goes to the engine unchanged, header and all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from errors import InputError
from graph import question_check

QUERIES = Path(__file__).with_name("queries")
HEADER = frozenset({"title", "title_zh", "description", "description_zh", "parameters", "returns"})
TRUTH = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: `type` is text, integer, number or boolean; `default` has that type."""

    name: str
    type: str
    default: str | int | float | bool
    description: str
    description_zh: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer, its heading in both languages."""

    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Question:
    """A ready question; `folder` is gaps, explore, committee or one of the user's own."""

    id: str
    folder: str
    title: str
    title_zh: str
    description: str
    description_zh: str
    parameters: Mapping[str, Parameter]
    returns: tuple[Column, ...]
    cypher: str
    path: Path

    def arguments(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What to send: defaults, and over them the given values, texts read as the declared type.

        Raises:
            InputError: a name that is not declared or a value that is not of its type.
        """
        for name in given:
            if name not in self.parameters:
                raise InputError("no such parameter", file=self.id, value=name, allowed=", ".join(self.parameters))
        return {
            name: _read(item, given[name]) if name in given else item.default for name, item in self.parameters.items()
        }


def load(*own: Path) -> dict[str, Question]:
    """The questions shipped and those in the folders of `own` by id, in the order of folder and id.

    Raises:
        InputError: a header that is not complete, parameters or columns that differ from those used, a name that is
            not in the ontology, a writing clause, a result without order, or two files of one name.
    """
    found = dict(_shipped())
    for folder in own:
        _add(found, folder)
    return found


@cache
def _shipped() -> Mapping[str, Question]:
    found: dict[str, Question] = {}
    _add(found, QUERIES)
    return found


def _add(found: dict[str, Question], folder: Path) -> None:
    for path in sorted(folder.glob("*/*.cypher")):
        question = read(path)
        if question.id in found:
            raise InputError("two questions of one name", file=path, value=question.id, allowed="another file name")
        found[question.id] = question


def read(path: Path) -> Question:
    """One question, checked; see `load` for the errors."""
    cypher = path.read_text(encoding="utf-8")
    header = _header(cypher, path)
    question = Question(
        id=path.stem,
        folder=path.parent.name,
        title=str(header["title"]),
        title_zh=str(header["title_zh"]),
        description=str(header["description"]),
        description_zh=str(header["description_zh"]),
        parameters={name: _parameter(name, item, path) for name, item in (header["parameters"] or {}).items()},
        returns=tuple(_column(name, item, path) for name, item in header["returns"].items()),
        cypher=cypher,
        path=path,
    )
    question_check.check(cypher, path, set(question.parameters), [column.name for column in question.returns])
    return question


def _header(cypher: str, path: Path) -> Mapping[str, Any]:
    lines = []
    for line in cypher.splitlines():
        if not line.startswith("//"):
            break
        lines.append(line.removeprefix("//").removeprefix(" "))
    try:
        header = yaml.safe_load("\n".join(lines))
    except yaml.MarkedYAMLError as error:
        number = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError("header is not YAML", file=path, place=number, value=error.problem) from error
    if not isinstance(header, dict) or set(header) != HEADER:
        wrong = ", ".join(sorted(HEADER ^ set(header or ())))
        raise InputError("header not complete", file=path, place=1, value=wrong, allowed=", ".join(sorted(HEADER)))
    return header


def _parameter(name: str, item: Any, path: Path) -> Parameter:
    try:
        found = Parameter(name=name, **item)
    except TypeError as error:
        raise InputError(
            "parameter not complete", file=path, place=name, value=error,
            allowed="type, default, description, description_zh",
        ) from error  # fmt: skip
    if found.type not in TYPES or not _is_of_type(found.default, found.type):
        raise InputError("default is not of its type", file=path, place=name, value=found.default, allowed=found.type)
    return found


def _column(name: str, item: Any, path: Path) -> Column:
    if not isinstance(item, dict) or set(item) != {"zh", "en"}:
        raise InputError("column not explained", file=path, place=name, value=item, allowed="{zh: …, en: …}")
    return Column(name, str(item["zh"]), str(item["en"]))


def _read(parameter: Parameter, value: Any) -> Any:
    try:
        return TYPES[parameter.type](value)
    except (KeyError, ValueError, TypeError) as error:
        raise InputError(
            "parameter is not of its type", file=parameter.name, value=value, allowed=parameter.type
        ) from error


def _is_of_type(value: Any, type: str) -> bool:
    try:
        return bool(TYPES[type](value) == value)
    except (KeyError, ValueError, TypeError):
        return False


def _boolean(value: Any) -> bool:
    return value if isinstance(value, bool) else TRUTH[str(value).lower()]


TYPES: Mapping[str, Callable[[Any], Any]] = {"text": str, "integer": int, "number": float, "boolean": _boolean}
