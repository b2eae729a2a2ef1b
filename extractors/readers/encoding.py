"""Bytes to text: UTF-8, UTF-16 and UTF-32 with a byte order mark, GB18030. Newlines stay as they are."""

import codecs

from extractors.readers.limits import limits
from extractors.readers.source import Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ALLOWED = "UTF-8, UTF-16 with byte order mark, or GB18030"
SAMPLE = 1 << 16
COMMON_SHARE = 0.9
CONTROLS = frozenset(map(chr, (*range(9), *range(14, 27), 28, 29, 30, 31, 127)))


def decode(source: Source) -> str:
    """The text of `source`; the byte order mark, a signature, is no part of it.

    Raises:
        InputError: in none of the encodings, control characters (no text), no words, or too long.
    """
    text = _marked(source)
    if text is None:
        text = _unmarked(source)
    if control := next(iter(CONTROLS.intersection(text[:SAMPLE])), None):
        raise source.refuse("is not a text", place=text.index(control), value=control, allowed=ALLOWED)
    return bounded(source, text)


def bounded(source: Source, text: str) -> str:
    """`text`, unless it has no words or more than `limits().text_characters`."""
    limit = limits().text_characters
    if len(text) > limit:
        raise source.refuse("text is too long", value=len(text), allowed=f"at most {limit} characters")
    if not text.strip():
        raise source.refuse("has no text")
    return text


def _marked(source: Source) -> str | None:
    for mark, encoding in MARKS:
        if source.data.startswith(mark):
            try:
                return source.data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                place = f"byte {error.start + len(mark)}"
                raise source.refuse(f"is not {encoding}, which its first bytes announce", place=place) from None
    return None


def _unmarked(source: Source) -> str:
    try:
        return source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
    try:
        text = source.data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _is_chinese(source.data):
        return text
    raise source.refuse(
        "unknown encoding", place=f"byte {start}", value=source.data[start : start + 4].hex(), allowed=ALLOWED
    )


def _is_chinese(data: bytes) -> bool:
    """Nearly any bytes decode as GB18030; a Chinese text has its pairs in the area of GB 2312 (both bytes from A1)."""
    pairs = common = 0
    position, end = 0, min(len(data), SAMPLE) - 1
    while position < end:
        if data[position] < 0x80:
            position += 1
            continue
        pairs += 1
        common += data[position] >= 0xA1 and data[position + 1] >= 0xA1
        position += 4 if 0x30 <= data[position + 1] <= 0x39 else 2
    return common >= COMMON_SHARE * pairs
