"""What holds for every text: offsets, order, spans, and canonical writings that parse to themselves."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import designations
from extractors.designation import parse
from extractors.designation.normal import compact, fold
from extractors.document import Document

PIECES = st.sampled_from((Path(__file__).parent / "pieces.txt").read_text("utf-8").split("|"))
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_quotes_stand_at_their_offsets(text):
    mentions = designations.extract(Document("any", text), {})
    assert all(text[m.start : m.end] == m.quote for m in mentions)
    assert [m.end for m in mentions] == sorted(m.end for m in mentions)
    assert all(m.start < m.end and 0 < m.confidence <= 1 for m in mentions)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_found_identifiers_parse_to_themselves(text):
    for mention in designations.extract(Document("any", text), {}):
        assert parse.parse(mention.id).canonical == mention.id


@given(st.text())
def test_folding_keeps_every_offset(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert all(a == b for a, b in zip(text, folded, strict=True) if re.match(r"[A-Za-z0-9\u4e00-\u9fff]", a))


@given(st.text())
def test_compacting_twice_changes_nothing(text):
    assert compact(compact(text)) == compact(text)
