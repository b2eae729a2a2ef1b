"""The provisions of a policy text: chapters, blocks, items, articles, with their paths, headings and spans."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.document import Document, Mention
from extractors.policy import english, folding, headings, holes, lines, markers, outline, own_lines, patterns
from extractors.policy.folding import Folded
from extractors.policy.lines import Line
from extractors.policy.markers import Head
from extractors.policy.outline import Provision

NAME = "structure"
ARTICLE_RANK = 4
LABEL_WITHIN = 20


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """A `provision` mention for every numbered part of the text, and for items whose number is not printed.

    Properties: path, parent, number (as printed, or None), ordinal, level (depth from 1), kind (chapter, section,
    article, block, item, point, dash, box, annex), heading, order.
    """
    folded = folding.of(document)
    texts = lines.lines(folded.text)
    heads = find(folded.text, texts, document.lang)
    below = {line.start: after for line, after in itertools.pairwise(texts)}
    provisions = outline.nest(heads, text_end(folded.text))
    return [mention(folded, item, order, below, document.lang) for order, item in enumerate(provisions, start=1)]


def find(text: str, texts: Sequence[Line], lang: str) -> list[Head]:
    """The heads of a text in order."""
    heads = [head for line in texts if (head := markers.head(text, line.start, line.end, lang))]
    if lang == "en":
        return list(english.heads(heads, texts))
    heads = without_label(heads)
    return items_of_articles(own_lines.fill(holes.fill(heads, texts), texts))


def without_label(heads: list[Head]) -> list[Head]:
    """Leave out `附件1` before anything else: it says where the text was attached, not what is in it."""
    annexes = sum(head.kind == "annex" for head in heads)
    single = bool(heads) and heads[0].kind == "annex" and (annexes == 1 or heads[0].start < LABEL_WITHIN)
    return heads[1:] if single else heads


def items_of_articles(heads: Sequence[Head]) -> list[Head]:
    """A block `（一）` within an article is an item of it (项)."""
    in_article, result = False, []
    for head in heads:
        in_article = head.kind == "article" or (in_article and head.rank > ARTICLE_RANK)
        result.append(replace(head, kind="item") if in_article and head.kind == "block" else head)
    return result


def text_end(text: str) -> int:
    """Where the text ends without blanks and page numbers."""
    page = re.compile(rf"\n{patterns.load('markers')['page_number']}$")
    end = len(text.rstrip())
    while last := page.search(text, max(0, end - 20), end):
        end = len(text[: last.start()].rstrip())
    return end


def mention(folded: Folded, item: Provision, order: int, below: Mapping[int, Line], lang: str) -> Mention:
    """The provision as a mention."""
    head = item.head
    start, end = folded.trimmed(head.start, max(item.end, head.line_end))
    return folding.mention(
        folded,
        "provision",
        start,
        end,
        NAME,
        id=item.path,
        path=item.path,
        parent=item.parent,
        number=head.number,
        ordinal=head.ordinal,
        level=item.level,
        kind=head.kind,
        heading=title(folded.text, head, below, lang),
        order=order,
    )


def title(text: str, head: Head, below: Mapping[int, Line], lang: str) -> str | None:
    """The heading; that of an item without a number is its first sentence."""
    if head.number is None and head.body == head.start:
        head = replace(head, kind="item")
    return headings.heading(text, head, below.get(head.start), lang)
