"""normatlas extract: what the extractors find in files, one JSON object a line."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from errors import InputError
from extractors.document import Document, Mention
from extractors.readers import read
from extractors.registry import extract

EXAMPLE = "normatlas extract plan.docx --format jsonl"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=("jsonl",), default="jsonl")
    parser.add_argument("--type", action="append", metavar="TYPE", help="only mentions of this type (may be repeated)")


def run(options: argparse.Namespace) -> int:
    """Prints the mentions of every readable file; a file that cannot be read is one line on stderr, exit code 1."""
    failed = 0
    for path in options.files:
        try:
            document = read(path)
        except InputError as error:
            failed += 1
            print(f"normatlas: {error}", file=sys.stderr)
            continue
        for mention in mentions(document, options.type):
            print(line(mention, path if len(options.files) > 1 else None))
    return 1 if failed else 0


def mentions(document: Document, types: Sequence[str] | None) -> list[Mention]:
    """All mentions in reading order."""
    found = [mention for group in extract(document).values() for mention in group if not types or mention.type in types]
    return sorted(found, key=lambda mention: (mention.start, -mention.end, mention.extractor))


def line(mention: Mention, path: Path | None) -> str:
    """One mention as JSON; with several files the file is named too."""
    told = {
        "type": mention.type,
        "id": mention.id,
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "properties": dict(mention.properties),
        "extractor": mention.extractor,
        "confidence": mention.confidence,
    }
    return json.dumps(told if path is None else {"file": str(path), **told}, ensure_ascii=False)
