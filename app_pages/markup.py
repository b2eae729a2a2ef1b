"""Data put into markup: everything is escaped, so that a title is never read as HTML or Markdown."""

import html
import re

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!$:&])")


def plain(text: object) -> str:
    """Text for a Markdown context (labels, captions, headings), on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def escaped(text: object) -> str:
    """Text for an HTML context."""
    return html.escape(str(text), quote=True)


def badge(scope: str, text: str) -> str:
    """A finding as HTML: its word on its tint."""
    return f'<span class="badge {escaped(scope)}">{escaped(text)}</span>'


def figures(pairs: list[tuple[str, str]]) -> str:
    """Large figures with a small name each, side by side."""
    cells = "".join(f"<div><b>{escaped(value)}</b><span>{escaped(name)}</span></div>" for name, value in pairs)
    return f'<div class="figures">{cells}</div>'
