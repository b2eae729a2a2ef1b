"""HTML: what a reader of the page reads, without navigation, scripts, headers and footers of the site."""

import re
from functools import cache

from lxml import etree, html

from errors import InputError
from extractors.readers.content import Content
from extractors.readers.encoding import bounded, decode
from extractors.readers.layout import Layout, layout_from, text_of
from extractors.readers.limits import pattern_file
from extractors.readers.source import Source

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_-]{3,20})", re.I)
HEAD = 4096
ALIASES = {"gb2312": "gb18030", "gbk": "gb18030"}


def read_html(source: Source) -> Content:
    """The page's text, blocks on lines of their own; `<title>` is the title and `<html lang>` the language.

    Raises: InputError when it is no HTML or has no text outside navigation and scripts.
    """
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_decoded(source).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise source.refuse("is not HTML", value=error) from None
    title = " ".join((root.findtext(".//head/title") or "").split())
    text = text_of(root, _layout())
    return Content(bounded(source, text), "text/html", title or None, lang=(root.get("lang") or "")[:2].lower() or None)


@cache
def _layout() -> Layout:
    return layout_from(pattern_file("markup.yaml")["html"])


def _decoded(source: Source) -> str:
    """As its `<meta charset>` says when that fits the bytes, else as any text."""
    found = CHARSET.search(source.data[:HEAD])
    name = found[1].decode("ascii").lower() if found else ""
    try:
        return source.data.decode(ALIASES.get(name, name)) if name and name != "utf-8" else decode(source)
    except (LookupError, UnicodeDecodeError, InputError):
        return decode(source)
