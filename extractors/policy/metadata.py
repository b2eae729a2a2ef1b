"""What a policy text says of itself: title, number, issuer, dates, status, region."""

from collections.abc import Mapping, Sequence

from extractors.document import Document, Mention
from extractors.policy import chinese_front, english_front, folding, lines

NAME = "metadata"


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """One `policy` mention over the title, with role "self"; none where the text has no title.

    Properties: role, title, attached_title (the plan a notice carries), document_number, celex, issuer, issued,
    valid_from (ISO dates), status (draft, repealed or unknown), level (national or local), region (GB/T 2260 code).
    """
    folded = folding.of(document)
    texts = lines.lines(folded.text)
    front = english_front if document.lang == "en" else chinese_front
    read = front.read(folded.text, texts, document.path)
    if read is None:
        return []
    title, properties = read
    return [
        folding.mention(
            folded,
            "policy",
            title.start,
            title.end,
            NAME,
            id=properties["document_number"] or title.text,
            role="self",
            title=title.text,
            **properties,
        )
    ]
