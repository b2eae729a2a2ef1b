"""Word documents (.docx): paragraphs and tables in document order, list labels written out, deletions left out."""

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from extractors.readers.archive import open_archive, read_member
from extractors.readers.content import Content
from extractors.readers.encoding import bounded
from extractors.readers.markup import local, parse_xml
from extractors.readers.numbering import Numbering, child, numbering, value
from extractors.readers.source import Source

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
LEFT_OUT = frozenset(
    {"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "Fallback", "rt", "txbxContent", "drawing", "pict"}
)
TITLE_STYLES = ("Title", "title", "Heading1", "1")


def read_docx(source: Source) -> Content:
    """A line for each paragraph and table row (cells split by tabs); text boxes follow the paragraph they hang on.

    Raises: InputError when it is broken, encrypted, no Word document, or has no text.
    """
    with open_archive(source) as archive:
        names = frozenset(archive.namelist())
        root = _part(source, archive, _main_part(source, archive), names)
        body = child(root, "body")
        if body is None:
            raise source.refuse("is no Word document", allowed="a .docx with a body")
        labels = numbering(
            _part(source, archive, "word/numbering.xml", names), _part(source, archive, "word/styles.xml", names)
        )
        title = _title(_part(source, archive, "docProps/core.xml", names), body)
    text = "".join(line + "\n" for line in _lines(body, labels))
    return Content(bounded(source, text), MEDIA_TYPE, title)


def _main_part(source: Source, archive: zipfile.ZipFile) -> str:
    """The part that the package's relations call its document."""
    relations = parse_xml(source, read_member(source, archive, "_rels/.rels"), "_rels/.rels")
    for relation in relations:
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return posixpath.normpath((relation.get("Target") or "").lstrip("/"))
    raise source.refuse("is no Word document", allowed="a .docx")


def _part(source: Source, archive: zipfile.ZipFile, name: str, names: frozenset[str]) -> etree._Element | None:
    return parse_xml(source, read_member(source, archive, name), name) if name in names else None


def _title(core: etree._Element | None, body: etree._Element) -> str | None:
    """The first paragraph in a title style, else the title among the document's properties."""
    for paragraph in body.iter("{*}p"):
        if value(child(child(paragraph, "pPr"), "pStyle")) in TITLE_STYLES and (text := _inline(paragraph).strip()):
            return text
    named = child(core, "title")
    return (named.text or "").strip() or None if named is not None else None


def _lines(container: etree._Element, labels: Numbering) -> Iterator[str]:
    for block in container:
        name = local(block)
        if name == "p":
            yield labels.label(block) + _inline(block)
            for box in _boxes(block):
                yield from _lines(box, labels)
        elif name == "tbl":
            yield from _rows(block, labels)
        elif name not in LEFT_OUT:
            yield from _lines(block, labels)


def _rows(table: etree._Element, labels: Numbering) -> Iterator[str]:
    for row in table.iter("{*}tr"):
        if next(row.iterancestors("{*}tbl"), None) is table:
            cells = [cell for cell in row.iter("{*}tc") if next(cell.iterancestors("{*}tr"), None) is row]
            yield "\t".join(" ".join(" ".join(_lines(cell, labels)).split()) for cell in cells)


def _boxes(paragraph: etree._Element) -> list[etree._Element]:
    """Text boxes of a paragraph; the fallback copy for old readers is not counted again."""
    boxes = paragraph.iter("{*}txbxContent")
    return [box for box in boxes if next(box.iterancestors("{*}Fallback"), None) is None]


def _inline(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for part in element:
        name = local(part)
        if name == "t":
            yield part.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name and name not in LEFT_OUT:
            yield from _pieces(part)
