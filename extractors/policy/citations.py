"""The laws, plans and other documents a text names, with its relation to each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractors.document import Document, Mention
from extractors.policy import cited_names, english_citations, folding, patterns
from extractors.policy.document_numbers import DocumentNumber, document_numbers
from extractors.policy.folding import Folded
from extractors.policy.names import Name
from extractors.policy.relations import relations

NAME = "citations"
BRACKET = re.compile(r"[，,]?\s*[（(]?\s*")
BARE_CONFIDENCE = 0.9


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """A `policy` mention for each place that names a document; all places of one document have one id.

    Properties: title, document_number (None where not printed with it), relation (implements, based_on, repeals,
    publicises, cites; self for the text's own name), clause (the article named, as written), bare (True without 《》).
    """
    folded = folding.of(document)
    own = identity(found.get("metadata", ()))
    if document.lang == "en":
        return list(english_citations.mentions(folded, own))
    return list(chinese(folded, own, found.get("designations", ())))


def identity(metadata: Sequence[Mention]) -> frozenset[str]:
    """The titles and numbers of the text itself."""
    keys = ("title", "attached_title", "document_number", "celex")
    own = (mention.properties for mention in metadata if mention.properties.get("role") == "self")
    return frozenset(value for properties in own for key in keys if (value := properties.get(key)))


def chinese(folded: Folded, own: frozenset[str], designations: Sequence[Mention]) -> Iterator[Mention]:
    """The citations of a Chinese text in order."""
    text = folded.text
    cited = cited_names.documents(folded, designations)
    known = cited_names.aliases(text, cited)
    marked = {name.start for name in cited}
    every = sorted((*cited, *cited_names.bare(text, cited, known)), key=lambda name: name.start)
    numbers = list(document_numbers(text))
    taken = numbers_of(text, every, numbers)
    mentions = [
        named(folded, name, relation, known, taken.get(name.start), own, name.start not in marked)
        for name, relation in zip(every, relations(text, every), strict=True)
    ]
    alone = (number for number in numbers if number not in taken.values() and number.canonical not in own)
    yield from sorted((*mentions, *numbered(folded, alone)), key=lambda mention: mention.start)


def named(
    folded: Folded,
    name: Name,
    relation: str,
    known: Mapping[str, str],
    number: DocumentNumber | None,
    own: frozenset[str],
    bare: bool,
) -> Mention:
    """The mention of a document by its name."""
    title = cited_names.resolve(name.text, known)
    return folding.mention(
        folded,
        "policy",
        name.start,
        name.end,
        NAME,
        id=title,
        title=title,
        document_number=number.canonical if number else None,
        relation="self" if title in own else relation,
        clause=clause_after(folded.text, number.end if number else name.end),
        bare=bare,
        confidence=BARE_CONFIDENCE if bare else 1.0,
    )


def numbered(folded: Folded, numbers: Iterator[DocumentNumber]) -> Iterator[Mention]:
    """The mentions of documents by their numbers alone."""
    listed = list(numbers)
    places = [Name(number.start, number.end, number.canonical) for number in listed]
    for number, relation in zip(listed, relations(folded.text, places), strict=True):
        yield folding.mention(
            folded,
            "policy",
            number.start,
            number.end,
            NAME,
            id=number.canonical,
            title=None,
            document_number=number.canonical,
            relation=relation,
            clause=clause_after(folded.text, number.end),
            bare=True,
        )


def numbers_of(text: str, named: Sequence[Name], numbers: Sequence[DocumentNumber]) -> dict[int, DocumentNumber]:
    """For the start of each name the document number right after it, in brackets or not."""
    by_start = {number.start: number for number in numbers}
    after = ((name.start, BRACKET.match(text, name.end)) for name in named)
    return {start: by_start[lead.end()] for start, lead in after if lead and lead.end() in by_start}


@cache
def clause_form() -> re.Pattern[str]:
    """`第十二条第一款第三项`."""
    return re.compile(r"[）)》]?\s*(?:的|中)?(" + patterns.load("citations")["clause"] + ")")


def clause_after(text: str, end: int) -> str | None:
    """The clause named right after a document."""
    found = clause_form().match(text, end)
    return found[1] if found else None
