"""Provinces a text names."""

from collections.abc import Mapping, Sequence

from extractors.document import Document, Mention
from extractors.policy import folding, places

NAME = "regions"


def extract(document: Document, found: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """A `region` mention for each named province; id `region:<GB/T 2260 code>`, properties: code, zh, en."""
    folded = folding.of(document)
    table = places.by_name()
    hits = ((hit, table[hit[0]]) for hit in places.form().finditer(folded.text))
    return [
        folding.mention(
            folded,
            "region",
            hit.start(),
            hit.end(),
            NAME,
            id=f"region:{region.code}",
            code=region.code,
            zh=region.zh,
            en=region.en,
        )
        for hit, region in hits
    ]
