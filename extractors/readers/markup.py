"""Parsing XML and HTML that nobody vouches for: no entities, no network, no huge trees."""

import html
from typing import Any

from lxml import etree

from extractors.readers.source import Source


def parse_xml(source: Source, data: bytes, place: str = "") -> etree._Element:
    """The root element; external and declared entities are never expanded.

    Raises:
        InputError: not well-formed, nested or repeated beyond lxml's limits, or declaring entities of its own.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise source.refuse("is not well-formed XML", place=place, value=error) from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise source.refuse("declares XML entities", place=place, allowed="character references such as &#8212;")
    return root


def local(element: etree._Element) -> str:
    """The element's name without namespace; "" for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def entity(element: etree._Element) -> str:
    """What an unexpanded entity stands for when it is one of HTML's (&nbsp;), else ""."""
    if element.tag is not etree.Entity:
        return ""
    text = html.unescape(element.text or "")
    return "" if text.startswith("&") else text
