"""Chinese standards of all tiers and the relations between them: numbers, titles, dates, codes, names."""

from reading import pick, tsv

_FACTS = "number title_zh status published implemented ics ccs committee issuer"
_ABOUT = "n_origins origins status_as_of conflicts flags"
_RELATIONS = "from relation to"


def tables(shared):
    """The merged list without the columns about its making, and its relations as written."""
    folder = shared / "data/standards"
    yield (
        "standards.csv.gz",
        [*_FACTS.split(), *_ABOUT.split()],
        pick(tsv(folder / "cn_standards.tsv.gz"), *[*_FACTS.split(), *_ABOUT.split()]),
    )
    yield "relations.csv.gz", _RELATIONS.split(), pick(tsv(folder / "cn_relations.tsv.gz"), *_RELATIONS.split())
