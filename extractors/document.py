"""What readers make and extractors read: a text with its origin, and what was found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read.

    `text` is never normalised after reading: every offset in the project is a code point offset into it.
    `pages` holds the start offset of each page (one entry, 0, for formats without pages).
    `kind` is "policy", "standard", "patent" or "text" (not known). `facts` are what the file says of itself outside its
    text (the front matter of Markdown): title_en, status, issuer, issued, …
    """

    id: str
    text: str
    kind: str = "text"
    lang: str = "zh"
    title: str | None = None
    path: str = ""
    media_type: str = "text/plain"
    sha256: str = ""
    pages: tuple[int, ...] = (0,)
    facts: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing an extractor found: `document.text[start:end] == quote`, always.

    `type` is standard, patent, policy, provision, target, demand, technology, organization, region, …
    `id` is the resolved or canonical identifier, None when the text does not settle it.
    `confidence` is a probability in (0, 1].
    """

    type: str
    id: str | None
    start: int
    end: int
    quote: str
    extractor: str
    confidence: float = 1.0
    properties: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
