"""A report as a file: rendered whole in memory, then put in place in one step."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from errors import InputError
from gaps.reports import csv, docx, html, markdown, xlsx
from gaps.reports.blocks import Report
from gaps.reports.content import build

WRITERS: Mapping[str, Callable[[Report], bytes]] = {
    "xlsx": xlsx.render,
    "docx": docx.render,
    "html": html.render,
    "csv": csv.render,
    "md": markdown.render,
}
"""Kind of file, which is also its suffix, to its writer."""


def render(gaps: Mapping[str, Any], to: str, lang: str) -> bytes:
    """The report on a gap table (object of gaps.json) as the bytes of a file of kind `to` (a key of WRITERS).

    Raises InputError for an unknown kind or language and for a gap table with missing keys.
    """
    if to not in WRITERS:
        raise InputError("unknown kind of report", place="to", value=to, allowed=", ".join(WRITERS))
    return WRITERS[to](build(gaps, lang))


def write(gaps: Mapping[str, Any], path: Path, to: str, lang: str) -> Path:
    """Writes the report to `path`, replacing what is there only when the new file is complete.

    Raises InputError as `render` does, and when the file cannot be written.
    """
    data = render(gaps, to, lang)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, data)
    except OSError as error:
        raise InputError(f"report cannot be written ({error.strerror or error})", file=path) from error
    return path


def replace(path: Path, data: bytes) -> None:
    """Writes beside `path` and renames, so that nobody ever sees half a file."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        temporary.chmod(0o644)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
