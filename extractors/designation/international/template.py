"""How a designation is written: `{group}` is a part of it, `[…]` stands only when every part in it does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_SEGMENT = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_GROUP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """Segments in order: the `%(group)s` text, and the groups without which it is left out."""

    segments: tuple[tuple[str, tuple[str, ...]], ...]
    groups: frozenset[str]

    def render(self, parts: Mapping[str, str]) -> str:
        """The text with `parts` in it; each of `groups` must be there, empty when it was not written."""
        written = ""
        for text, needed in self.segments:
            for group in needed:
                if not parts[group]:
                    break
            else:
                written += text % parts
        return written


def template(text: str) -> Template:
    """Compile `text`, e.g. `"{publisher} {number}[-{part}][:{year}]"`."""
    return Template(tuple(_segment(found) for found in _SEGMENT.finditer(text)), frozenset(_GROUP.findall(text)))


def _segment(found: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    optional = found[1] is not None
    text = (found[1] if optional else found[2]).replace("%", "%%")
    return _GROUP.sub(r"%(\1)s", text), tuple(_GROUP.findall(text)) if optional else ()
