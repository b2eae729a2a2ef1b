"""PDF: the text layer, page by page. A scanned page has none, and that is said."""

import io
import logging
import zlib
from struct import error as struct_error

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from extractors.readers.content import Content
from extractors.readers.encoding import bounded
from extractors.readers.limits import limits
from extractors.readers.reflow import flow
from extractors.readers.source import Source

MEDIA_TYPE = "application/pdf"
# What pypdf lets through when a file's objects are not what they should be.
DAMAGED = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError,
    OverflowError, NotImplementedError, OSError, MemoryError, zlib.error, struct_error,
)  # fmt: skip


def read_pdf(source: Source) -> Content:
    """The text of all pages; `pages` holds where each starts.

    Raises: InputError when it is encrypted, damaged, has too many pages, or no text layer.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if b"%PDF-" not in source.data[:1024]:
        raise source.refuse("is no PDF", value=source.data[:8].hex(" "), allowed="a file that begins with %PDF-")
    reader = _opened(source)
    title = _title(reader)
    text, pages = flow(_pages(source, reader))
    if not text.strip():
        allowed = "a PDF with a text layer (run text recognition on it first)"
        raise source.refuse("has no text layer: its pages are images", value=f"{len(pages)} pages", allowed=allowed)
    return Content(bounded(source, text), MEDIA_TYPE, title, pages=pages)


def _opened(source: Source) -> PdfReader:
    allowed = "a file without password"
    try:
        reader = PdfReader(io.BytesIO(source.data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise source.refuse("is encrypted", allowed=allowed)
        count = len(reader.pages)
    except DependencyError:
        raise source.refuse("is encrypted with AES", allowed=allowed) from None
    except DAMAGED as error:
        raise source.refuse(f"is a damaged PDF: {error}") from None
    if count > limits().pdf_pages:
        raise source.refuse("has too many pages", value=count, allowed=f"at most {limits().pdf_pages}")
    return reader


def _pages(source: Source, reader: PdfReader) -> list[str]:
    texts = []
    for number, page in enumerate(reader.pages, 1):
        try:
            texts.append(page.extract_text())
        except DAMAGED as error:
            raise source.refuse(f"is a damaged PDF: {error}", place=f"page {number}") from None
    return texts


def _title(reader: PdfReader) -> str | None:
    try:
        title = reader.metadata.title if reader.metadata else None
    except DAMAGED:
        return None
    return title.strip() or None if isinstance(title, str) else None
