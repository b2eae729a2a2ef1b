"""What a reader makes of a file, before it becomes a Document."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """A text with what the file itself says about it; None where it says nothing.

    `pages` are the offsets at which pages start; `facts` are the other entries of a front matter.
    """

    text: str
    media_type: str
    title: str | None = None
    kind: str | None = None
    lang: str | None = None
    pages: tuple[int, ...] = (0,)
    facts: Mapping[str, str] = field(default_factory=dict)
