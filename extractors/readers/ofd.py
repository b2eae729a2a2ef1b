"""OFD (GB/T 33190): a zip of XML; the text is that of the TextCode elements, in order, one line a baseline."""

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from extractors.readers.archive import open_archive, read_member
from extractors.readers.content import Content
from extractors.readers.encoding import bounded
from extractors.readers.markup import parse_xml
from extractors.readers.reflow import flow
from extractors.readers.source import Source

MEDIA_TYPE = "application/ofd"
ENTRY = "OFD.xml"


def read_ofd(source: Source) -> Content:
    """The text of all pages of the package's documents.

    Raises: InputError when it is broken, lacks a part, or has no text (images only).
    """
    with open_archive(source) as archive:
        entry = _xml(source, archive, ENTRY)
        title = next((one.text for one in entry.iter("{*}Title") if one.text), None)
        roots = [(one.text or "").strip().lstrip("/") for one in entry.iter("{*}DocRoot")]
        texts = [page for root in roots for page in _pages(source, archive, root)]
    text, pages = flow(texts)
    if not text.strip():
        raise source.refuse("has no text layer: its pages are images", value=f"{len(texts)} pages")
    return Content(bounded(source, text), MEDIA_TYPE, title, pages=pages)


def _xml(source: Source, archive: zipfile.ZipFile, name: str) -> etree._Element:
    return parse_xml(source, read_member(source, archive, name), name)


def _pages(source: Source, archive: zipfile.ZipFile, root: str) -> Iterator[str]:
    """The text of each page in the order the document lists them."""
    for page in _xml(source, archive, root).iterfind(".//{*}Pages/{*}Page"):
        name = posixpath.normpath(posixpath.join(posixpath.dirname(root), page.get("BaseLoc") or ""))
        yield _text(_xml(source, archive, name))


def _text(page: etree._Element) -> str:
    """Pieces on the same baseline make a line; a piece more than half a line lower or higher begins one."""
    out, last = "", None
    for thing in page.iter("{*}TextObject"):
        size = _number(thing.get("Size"), 3.0)
        top = _number((thing.get("Boundary") or "").split(" ")[1:2], 0.0)
        for code in thing.iter("{*}TextCode"):
            baseline = top + _number(code.get("Y"), 0.0)
            if last is not None and abs(baseline - last) > size / 2:
                out += "\n"
            out += code.text or ""
            last = baseline
    return out


def _number(text: str | list[str] | None, otherwise: float) -> float:
    try:
        return float(text[0] if isinstance(text, list) else text or "")
    except (ValueError, IndexError):
        return otherwise
