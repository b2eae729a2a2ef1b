"""Which provision holds a place of a text."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from extractors.document import Document, Mention
from extractors.policy import structure


class Where:
    """Finds the innermost provision of an offset in the text as read."""

    __slots__ = ("by_path", "provisions", "starts")

    def __init__(self, provisions: Sequence[Mention]):
        self.provisions = sorted(provisions, key=lambda mention: (mention.start, -mention.end))
        self.starts = [mention.start for mention in self.provisions]
        self.by_path = {mention.properties["path"]: mention for mention in self.provisions}

    def chain(self, offset: int) -> list[Mention]:
        """The provisions that hold an offset, the innermost first."""
        index = bisect_right(self.starts, offset) - 1
        found = self.provisions[index] if index >= 0 else None
        held = []
        while found is not None:
            if found.end > offset:
                held.append(found)
            found = self.by_path.get(found.properties["parent"] or "")
        return held

    def path(self, offset: int) -> str | None:
        """The path of the innermost provision that holds an offset."""
        chain = self.chain(offset)
        return chain[0].properties["path"] if chain else None


def of(document: Document, found: Mapping[str, Sequence[Mention]]) -> Where:
    """The provisions found earlier, or found now."""
    earlier = found.get("structure")
    return Where(earlier if earlier is not None else structure.extract(document, found))
