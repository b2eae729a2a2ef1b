"""XML of standards (NISO STS, JATS), patents (WIPO ST.36, ST.96, CNIPA) or anything else: the text of its elements."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from lxml import etree

from extractors.readers.content import Content
from extractors.readers.encoding import bounded
from extractors.readers.layout import Layout, layout_from, text_of
from extractors.readers.limits import pattern_file
from extractors.readers.markup import local, parse_xml
from extractors.readers.source import Source

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_xml(source: Source) -> Content:
    """Every element's text, one line a block; the root's name tells standards and patents.

    Raises: InputError when it is not well-formed, declares entities, or has no text.
    """
    root = parse_xml(source, source.data)
    text = bounded(source, text_of(root, _layout()))
    lang = (root.get(XML_LANG) or root.get("lang") or "")[:2].lower()
    return Content(text, "application/xml", _title(root), _rules()["kinds"].get(local(root)), lang or None)


@cache
def _rules() -> Mapping[str, Any]:
    rules: Mapping[str, Any] = pattern_file("markup.yaml")["xml"]
    return rules


@cache
def _layout() -> Layout:
    return layout_from(_rules())


def _title(root: etree._Element) -> str | None:
    """The text of the first title element, the most telling name first."""
    for name in _rules()["titles"]:
        steps = "".join(f"//*[local-name()='{step}']" for step in name.split("/"))
        found = root.xpath(f"normalize-space(({steps})[1])")
        if isinstance(found, str) and found:
            return found
    return None
