"""Files and folders that appear whole or not at all."""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from errors import InputError
from graph.folder import swapped_in

MARK = "export.json"
BUFFER = 1 << 20


def write_file(target: Path, pieces: Iterable[str]) -> None:
    """Writes beside the target, then takes its place."""
    with _failing_in_one_line(target):
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n", buffering=BUFFER) as file:
                write_pieces(file, pieces)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)


def write_folder(target: Path, format: str, files: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Writes a folder beside the target, then takes its place; only an earlier export is replaced."""
    if target.exists() and not (target / MARK).is_file() and not _is_empty(target):
        raise InputError("not an export, so not replaced", file=target, allowed="a new folder, or an earlier export")
    with _failing_in_one_line(target), swapped_in(target) as folder:
        for name, pieces in files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="\n", buffering=BUFFER) as file:
                write_pieces(file, pieces)
        (folder / MARK).write_text(json.dumps({"format": format}) + "\n", encoding="utf-8")


def write_pieces(file: TextIO, pieces: Iterable[str]) -> None:
    """Writes text piece by piece."""
    for piece in pieces:
        file.write(piece)


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _failing_in_one_line(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError("cannot write the export", file=target, value=error.strerror or error) from error
