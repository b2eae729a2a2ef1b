"""How a designation is written: `{group}` is a part of it, `[…]` stands only when every part in it does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_SEGMENT = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_GROUP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """Segments in order: the `%s` text, its groups, and whether it may be left out."""

    segments: tuple[tuple[str, tuple[str, ...], bool], ...]

    def render(self, parts: Mapping[str, str]) -> str:
        """The text with `parts` in it; a part that is missing is empty."""
        written = []
        for text, groups, optional in self.segments:
            values = tuple([parts.get(group, "") for group in groups])
            if not (optional and "" in values):
                written.append(text % values)
        return "".join(written)


def template(text: str) -> Template:
    """Compile `text`, e.g. `"{publisher} {number}[-{part}][:{year}]"`."""
    return Template(tuple(_segment(found) for found in _SEGMENT.finditer(text)))


def _segment(found: re.Match[str]) -> tuple[str, tuple[str, ...], bool]:
    optional = found[1] is not None
    text = (found[1] if optional else found[2]).replace("%", "%%")
    return _GROUP.sub("%s", text), tuple(_GROUP.findall(text)), optional
