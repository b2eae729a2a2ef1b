"""normatlas parse: one identifier a line in, one JSON line out."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from extractors.designation.identifier import NotADesignation
from extractors.designation.parse import parse as parse_designation
from extractors.patent_number import NotAPatentNumber
from extractors.patent_number import parse as parse_patent

EXAMPLE = "echo 'GB／T 1.1—2020' | normatlas parse --kind standard"

PARSERS: dict[str, Callable[[str], Any]] = {"standard": parse_designation, "patent": parse_patent}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--kind", choices=tuple(PARSERS), required=True, help="what the lines are")


def run(options: argparse.Namespace) -> None:
    """Answers every line, an empty one too; a line that is not an identifier has `canonical` null and says why."""
    stdin = sys.stdin.buffer
    for raw in stdin:
        text = raw.decode("utf-8", errors="replace").rstrip("\r\n")
        print(json.dumps(answer(options.kind, text), ensure_ascii=False))


def answer(kind: str, text: str) -> dict[str, Any]:
    """`input`, `canonical` or null, the parts, `error` or null."""
    try:
        parsed = asdict(PARSERS[kind](text))
    except (NotADesignation, NotAPatentNumber) as error:
        return {"input": text, "canonical": None, "error": error.reason}
    return {"input": text, "canonical": parsed.pop("canonical"), **parsed, "error": None}
