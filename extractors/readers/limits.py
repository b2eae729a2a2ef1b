"""How much a reader accepts, from `patterns/readers/limits.yaml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "patterns" / "readers"


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, all inclusive; sizes in bytes unless the name says otherwise."""

    file_bytes: int
    text_characters: int
    archive_members: int
    archive_bytes: int
    archive_ratio: int
    archive_ratio_from: int
    documents_in_archive: int
    pdf_pages: int
    table_rows: int
    table_columns: int
    front_matter_characters: int
    header_rows: int
    nesting: int


def pattern_file(name: str) -> Any:
    """The content of one data file of the readers."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


@cache
def limits() -> Limits:
    """The limits in force."""
    return Limits(**pattern_file("limits.yaml"))
