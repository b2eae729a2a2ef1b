"""spaCy pipelines, blank zh and en, over our own tokenizer; every extractor is a component that fills `doc.spans`.

`extractors.registry.extract` gives the same mentions without a Doc: no tokens are made, no vocabulary grows.
"""

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from extractors.document import Document, Mention
from extractors.registry import EXTRACTORS

# A Han character or an ASCII run is a token; whitespace is kept as tokens, so that doc.text is the text as read.
_TOKEN = re.compile(r"[A-Za-z0-9]+|[ \t\r]+|[^A-Za-z0-9 \t\r]")
_LONGEST = 25_000_000


class Tokenizer:
    """Tokens for standards texts: `doc.text == text` for every text."""

    def __init__(self, vocab: Vocab):
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words = _TOKEN.findall(text)
        return Doc(self.vocab, words=words, spaces=[False] * len(words))


@Language.factory("normatlas_extractor")
class ExtractorComponent:
    """Runs one extractor of `EXTRACTORS`; its mentions are `doc._.found[name]`, as spans `doc.spans[name]`."""

    def __init__(self, nlp: Language, name: str):
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        found = doc._.found
        found[self.name] = EXTRACTORS[self.name](doc._.document, found)
        doc.spans[self.name] = SpanGroup(doc, name=self.name, spans=[_span(doc, m) for m in found[self.name]])
        return doc


def _span(doc: Doc, mention: Mention) -> Span:
    """The tokens a mention touches; the exact code points stay in the mention."""
    kb_id = mention.id or ""
    return doc.char_span(mention.start, mention.end, label=mention.type, kb_id=kb_id, alignment_mode="expand")


@cache
def pipeline(lang: str) -> Language:
    """The pipeline for `lang` ("zh" or "en"): our tokenizer, then every extractor in the order of `EXTRACTORS`."""
    for name in ("document", "found"):
        Doc.set_extension(name, default=None, force=True)
    nlp = spacy.blank("en" if lang == "en" else "zh")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.max_length = _LONGEST
    for name in EXTRACTORS:
        nlp.add_pipe("normatlas_extractor", name=name)
    return nlp


def annotate(document: Document) -> Doc:
    """A spaCy Doc of the document: `doc.spans[extractor]` filled, the mentions themselves in `doc._.found`."""
    nlp = pipeline(document.lang)
    doc = nlp.make_doc(document.text)
    doc._.document = document
    doc._.found = {}
    return nlp(doc)
