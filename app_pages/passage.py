"""The words a relation rests on, in their context."""

import html
from dataclasses import dataclass
from pathlib import Path

from app_pages.neighbours import Link

AROUND = 100
"""Characters of context on each side."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`quote` with what stands before and after it; `found` tells whether the text really has it at this place."""

    before: str
    quote: str
    after: str
    found: bool


def passage(link: Link, folder: Path) -> Passage | None:
    """The passage of a relation taken from a running text; None when its source is a table or it has no place."""
    start, end, quote = link.facts.get("start"), link.facts.get("end"), str(link.facts.get("quote") or "")
    path = text_file(folder, str(link.facts.get("document") or ""))
    if start is None or end is None or path is None:
        return None
    text = path.read_text(encoding="utf-8", errors="replace")
    if text[start:end] != quote:
        return Passage("", quote, "", found=False)
    return Passage(text[max(0, start - AROUND) : start], quote, text[end : end + AROUND], found=True)


def text_file(folder: Path, document: str) -> Path | None:
    """The text of a document of the build; None when it has none or its name would lead outside the folder."""
    texts = (folder / "texts").resolve()
    path = (texts / f"{document.removeprefix('doc:')}.txt").resolve()
    return path if path.is_relative_to(texts) and path.is_file() else None


def quoted(text: str) -> str:
    """Words of a document as HTML, escaped."""
    return f'<p class="passage">{html.escape(text)}</p>'


def markup(found: Passage) -> str:
    """The passage as HTML, everything in it escaped, the quotation marked."""
    before, quote, after = (html.escape(part) for part in (found.before, found.quote, found.after))
    return f'<p class="passage">{before}<mark>{quote}</mark>{after}</p>'
