"""What makes records of a table, by the name `source.yaml` gives in `importer`."""

from collections.abc import Callable, Iterator

from graph.importers import chinese, lists, patents, publications, relations, table
from graph.packing import Packed, packed
from graph.records import Edge, Issue, Node
from graph.sources import Source, TableFile

Record = Node | Edge | Issue
Importer = Callable[[Source, TableFile, str], Iterator[Record]]


def _documented(importer: Importer) -> Importer:
    """The importer's records after the Document node of the source they rest on."""

    def run(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
        facts = {
            "title": source.title_zh,
            "title_zh": source.title_zh,
            "title_en": source.title_en,
            "media_type": "text/csv",
            "publisher": source.publisher,
            "licence": source.licence,
            "retrieved": source.retrieved,
        }
        yield Node("Document", source.document, {name: value for name, value in facts.items() if value})
        yield from importer(source, table, as_of)

    return run


IMPORTERS: dict[str, Importer] = {
    "adoptions": _documented(relations.adoptions),
    "classes": _documented(lists.classes),
    "cn_relations": _documented(relations.cn_relations),
    "cn_standards": _documented(chinese.cn_standards),
    "committees": _documented(lists.committees),
    "counts": _documented(lists.counts),
    "local_engineering": _documented(chinese.local_engineering),
    "mappings": _documented(lists.mappings),
    "patents": _documented(patents.patents),
    "publications": _documented(publications.publications),
    "regions": _documented(lists.regions),
    "register": _documented(chinese.register),
    "sep_declarations": _documented(patents.sep_declarations),
    table.IMPORTER: _documented(table.user_table),
}


def imported(job: tuple[Source, TableFile, str]) -> Packed:
    """The records of one table of a source on a day, packed: other processes can be asked for them."""
    source, table, as_of = job
    return packed(IMPORTERS[table.importer](source, table, as_of))
