"""XML as text: escaping, and what XML cannot hold."""

from errors import InputError
from graph.records import Edge, Node

# XML 1.0 §2.2: of the control characters only tab, line feed and carriage return are characters
FORBIDDEN = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))


def refuse_control_characters(record: Node | Edge, format: str, instead: str) -> None:
    """InputError when a text of the record holds a character that is none in XML."""
    uid = record.uid if isinstance(record, Node) else record.source
    texts = [uid, *(value for value in record.properties.values() if isinstance(value, str))]
    if isinstance(record, Edge):
        texts.append(record.evidence.quote)
    for text in texts:
        if not FORBIDDEN.isdisjoint(text):
            raise InputError(
                f"a control character cannot be written as {format}", place=uid, value=text, allowed=instead
            )
