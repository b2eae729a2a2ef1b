"""Chinese standards: the merged sample of all tiers, the medical-device register, local notices."""

import re
from collections.abc import Iterator

from extractors.designation.identifier import Designation
from graph.importers.catalogue import Catalogue, Listed, Record, codes, target
from graph.records import Edge, Issue, Node
from graph.sources import Row, Source, TableFile, rows

_CELLS = {"status": "status", "published": "published", "implemented": "implemented", "title": "title_zh"}
_OTHER_YEAR = "pub_year_mismatch"
_AMENDMENT = "amendment_sheet"
_DATES = {
    _OTHER_YEAR: "the publication date is not of the number's year and is left out",
    "implemented_before_published": "takes effect before it was published",
}
_SEVERAL = re.compile(r"[、;；，,]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_SAC = re.compile(r"SAC/TC ?\d+(?:/SC ?\d+)?")


def cn_standards(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """The sample of all tiers; what its origins contradict each other about becomes an Issue, and so do odd dates."""
    catalogue = Catalogue(source, table, as_of, "cn")
    for row in rows(table):
        yield from catalogue.edition(row, _sampled(row))
        for fact in filter(None, row["conflicts"].split(";")):
            message = f"its origins differ about {fact}; kept {row[_CELLS[fact]]!r}, read last"
            yield catalogue.issue("contradiction", row, row["number"], message)
        for flag, said in _DATES.items() if row["flags"] else ():
            if flag in _flags(row):
                dates = f"published {row['published']}, implemented {row['implemented']}"
                yield catalogue.issue("date", row, row["number"], f"{said}: {dates}")
        yield from administered(catalogue, row)
    yield from catalogue.works()


def _sampled(row: Row) -> Listed:
    return Listed(
        number=row["number"],
        title_zh=row["title_zh"],
        published="" if _OTHER_YEAR in _flags(row) else row["published"],
        valid_from=row["implemented"],
        word=row["status"],
        origins=int(row["n_origins"]),
        classes=(*codes("ics", row["ics"]), *codes("ccs", row["ccs"])),
    )


def _flags(row: Row) -> frozenset[str]:
    """The marks of a row; that a 修改单 is published in another year than what it changes is no fault."""
    flags = frozenset(row["flags"].split(";")) if row["flags"] else frozenset()
    return flags - {_OTHER_YEAR} if _AMENDMENT in flags else flags


def administered(catalogue: Catalogue, row: Row) -> Iterator[Record]:
    """归口: the national committees a cell gives a reference for, else the organizations it names."""
    parsed = catalogue.parsed(row["number"], row) if row.get("committee") else None
    if not isinstance(parsed, Designation):
        return
    for named in filter(_is_name, _SEVERAL.split(row["committee"])):
        reference = _SAC.search(named)
        uid = f"tc:{reference.group(0)}" if reference else f"org:{named}"
        if reference:
            name = _BRACKETS.sub("", named) or named
            yield Node("Committee", uid, {"title": name, "title_zh": name, "reference": reference.group(0)})
        else:
            yield Node("Organization", uid, {"title": named, "title_zh": named})
        yield Edge("ADMINISTERED_BY", f"std:{parsed.undated}", uid, catalogue.evidence(row, named))


def _is_name(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def register(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """The medical-device register; its domains become classes of the scheme `nmpa`."""
    catalogue = Catalogue(source, table, as_of, "cn")
    domains: dict[str, str] = {}
    for row in rows(table):
        domain = row["domain"]
        code = f"{domain}/{row['subdomain']}" if row["subdomain"] else domain
        domains |= {domain: "", **({code: domain} if code != domain else {})}
        listed = Listed(
            number=row["number"],
            title_zh=row["title_zh"],
            published=row["published"],
            valid_from=row["implemented"],
            word=row["status"],
            classes=(("nmpa", code),),
        )
        yield from catalogue.edition(row, listed)
    for code, above in domains.items():
        name = code.rpartition("/")[2]
        yield Node("Classification", f"nmpa:{code}", {"title": name, "title_zh": name, "scheme": "nmpa", "code": code})
        if above:
            yield Edge("BROADER", f"nmpa:{code}", f"nmpa:{above}", catalogue.evidence(Row(1, {}), above))
    yield from catalogue.works()


def local_engineering(source: Source, table: TableFile, as_of: str) -> Iterator[Record]:
    """Local engineering standards with what replaced them and when."""
    catalogue = Catalogue(source, table, as_of, "cn")
    for row in rows(table):
        listed = Listed(
            number=row["number"],
            title_zh=row["title_zh"],
            word=row["status"],
            valid_to=row["replaced_on"],
            region=row["region"],
        )
        yield from catalogue.edition(row, listed)
        parsed = catalogue.parsed(row["number"], row)
        for written in filter(None, row["replaced_by"].split(";")):
            other = catalogue.parsed(written, row)
            if isinstance(other, Issue):
                yield other
            elif isinstance(parsed, Designation):
                evidence = catalogue.evidence(row, written)
                yield Edge("REPLACES", target(other), f"ed:{parsed.identity}", evidence)
    yield from catalogue.works()
