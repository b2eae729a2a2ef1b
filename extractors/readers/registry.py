"""Which reader reads which file. Adding a format: a function Source -> Content (or Table) and a line here."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from extractors.document import Document
from extractors.readers import guess
from extractors.readers.archive import open_archive, read_member, shown_name
from extractors.readers.content import Content
from extractors.readers.delimited import read_csv
from extractors.readers.encoding import bounded
from extractors.readers.limits import limits
from extractors.readers.ofd import read_ofd
from extractors.readers.portable import read_pdf
from extractors.readers.source import Source, load
from extractors.readers.spreadsheet import read_xlsx
from extractors.readers.structured import read_xml
from extractors.readers.table import Table
from extractors.readers.text import read_markdown, read_text
from extractors.readers.webpage import read_html
from extractors.readers.word import read_docx

TABLES: dict[str, Callable[[Source], Table]] = {".csv": read_csv, ".tsv": read_csv, ".xlsx": read_xlsx}


def _as_text(reader: Callable[[Source], Table], media_type: str) -> Callable[[Source], Content]:
    return lambda source: Content(bounded(source, reader(source).text()), media_type)


READERS: dict[str, Callable[[Source], Content]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".ofd": read_ofd,
    ".xml": read_xml,
    ".csv": _as_text(read_csv, "text/csv"),
    ".tsv": _as_text(read_csv, "text/tab-separated-values"),
    ".xlsx": _as_text(read_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
NOT_SLUG = re.compile(r"[^a-z0-9]+")


def read(path: Path | str, *, kind: str | None = None) -> Document:
    """Read one document; `kind` (policy, standard, patent, text) overrides what the file says or looks like.

    Raises:
        InputError: any file that cannot be used, in one line; an archive with other than one document.
    """
    documents = tuple(read_all(path, kind=kind))
    if len(documents) == 1:
        return documents[0]
    names = ", ".join(document.path.rpartition("!")[2] for document in documents[:5])
    raise load(path).refuse(
        f"holds {len(documents)} documents", value=names, allowed="one, or add the archive as a whole"
    )


def read_all(path: Path | str, *, kind: str | None = None) -> Iterator[Document]:
    """The documents of a file: one, or for a .zip one for each member of a known type, in the order of their names.

    Raises: InputError as `read`; for an archive also when none of its members is of a known type.
    """
    source = load(path)
    if source.suffix != ".zip":
        yield _document(source, kind)
        return
    for member in _members(source):
        yield _document(member, kind)


def read_table(path: Path | str) -> Table:
    """Read a table (.csv, .tsv, .xlsx).

    Raises: InputError when the file is no such table.
    """
    source = load(path)
    if source.suffix not in TABLES:
        raise source.refuse("is no table", value=source.suffix, allowed=" ".join(TABLES))
    return TABLES[source.suffix](source)


def _document(source: Source, kind: str | None) -> Document:
    if source.suffix not in READERS:
        allowed = " ".join((*READERS, ".zip"))
        raise source.refuse("unknown file type", value=source.suffix or source.name, allowed=allowed)
    content = READERS[source.suffix](source)
    digest = hashlib.sha256(source.data).hexdigest()
    return Document(
        id=f"{_slug(source.stem)}-{digest[:8]}",
        text=content.text,
        kind=kind or content.kind or guess.kind(content.text),
        lang=content.lang if content.lang in ("zh", "en") else guess.language(content.text),
        title=content.title,
        path=source.label,
        media_type=content.media_type,
        sha256=digest,
        pages=content.pages,
        facts=content.facts,
    )


def _slug(stem: str) -> str:
    return NOT_SLUG.sub("-", stem.lower()).strip("-")[:60] or "document"


def _members(source: Source) -> Iterator[Source]:
    with open_archive(source) as archive:
        names = sorted(name for name in archive.namelist() if Path(name).suffix.lower() in READERS and _is_shown(name))
        if not names:
            raise source.refuse("holds no document of a known type", allowed=" ".join(READERS))
        if len(names) > limits().documents_in_archive:
            most = f"at most {limits().documents_in_archive}"
            raise source.refuse("holds too many documents", value=len(names), allowed=most)
        for name in names:
            data = read_member(source, archive, name)
            shown = shown_name(archive, name)
            yield Source(f"{source.label}!{shown}", Path(shown).name, data)


def _is_shown(name: str) -> bool:
    """Not what systems leave behind in archives (__MACOSX, ._file)."""
    return not any(part.startswith((".", "__MACOSX")) for part in Path(name).parts)
