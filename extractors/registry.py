"""The extractors, by name, in the order they run: a later one may read what an earlier one found."""

from collections.abc import Callable, Mapping, Sequence

from extractors import designations, patents, technologies
from extractors.document import Document, Mention
from extractors.policy import citations, demands, metadata, organizations, regions, structure, targets

Extractor = Callable[[Document, Mapping[str, Sequence[Mention]]], list[Mention]]

EXTRACTORS: dict[str, Extractor] = {
    "metadata": metadata.extract,
    "structure": structure.extract,
    "designations": designations.extract,
    "patents": patents.extract,
    "citations": citations.extract,
    "technologies": technologies.extract,
    "targets": targets.extract,
    "demands": demands.extract,
    "organizations": organizations.extract,
    "regions": regions.extract,
}


def extract(document: Document) -> Mapping[str, Sequence[Mention]]:
    """All mentions of a document, by extractor."""
    found: dict[str, Sequence[Mention]] = {}
    for name, extractor in EXTRACTORS.items():
        found[name] = extractor(document, found)
    return found
