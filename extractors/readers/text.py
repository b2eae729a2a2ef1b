"""Plain text and Markdown: the text is the decoded file, unchanged."""

from collections.abc import Mapping
from typing import Any

import yaml

from extractors.readers.content import Content
from extractors.readers.encoding import decode
from extractors.readers.limits import limits
from extractors.readers.source import Source

KINDS = ("policy", "standard", "patent", "text")


def read_text(source: Source) -> Content:
    """Plain text."""
    return Content(decode(source), "text/plain")


def read_markdown(source: Source) -> Content:
    """Markdown; the entries of a YAML front matter are honoured, the text is the whole file.

    Raises:
        InputError: a front matter that is no YAML, or a kind that is none of `KINDS`.
    """
    text = decode(source)
    front = _front_matter(source, text)
    kind = _word(front, "kind")
    if kind is not None and kind not in KINDS:
        raise source.refuse("unknown kind in the front matter", value=kind, allowed=", ".join(KINDS))
    facts = {str(key): word for key in front if (word := _word(front, key)) is not None}
    return Content(text, "text/markdown", _word(front, "title"), kind, _word(front, "lang"), facts=facts)


def _word(front: Mapping[str, Any], key: str) -> str | None:
    value = front.get(key)
    return str(value) if isinstance(value, (str, int, float)) and str(value) else None


def _front_matter(source: Source, text: str) -> Mapping[str, Any]:
    opening = text[: limits().front_matter_characters].splitlines()
    if not opening or opening[0].rstrip() != "---" or "---" not in (fence := [line.rstrip() for line in opening[1:]]):
        return {}
    try:
        front = yaml.safe_load("\n".join(fence[: fence.index("---")]))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise source.refuse("front matter is not YAML", place="line 1", value=str(error).split("\n")[0]) from None
    return front if isinstance(front, dict) else {}
