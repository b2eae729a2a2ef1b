"""Dated patent counts by field, office or region, and year."""

from reading import tsv

_NCSES = ("measure", "table", "field", "region", "year", "count")


def tables(shared):
    """NCSES (one edition a measure and field), WIPO grants, CPC subclass by year, EPO by field and year."""
    folder = shared / "data/patents/counts"
    yield "ncses.csv.gz", _NCSES, _ncses(folder)
    names = ("office_code", "origin", "field_no", "year", "grants")
    rows = tsv(folder / "poldham__opensource-patent-analytics__wipo35_grants_office_1980_2013.tsv.gz")
    yield (
        "wipo_grants.csv.gz",
        ("office", "origin", "wipo35", "year", "count"),
        ([row[name] for name in names] for row in rows),
    )
    yield (
        "cpc_cn_inventors.csv.gz",
        ("cpc", "year", "count"),
        _three(
            folder / "derived__daniel-hain__cn_cpc_subclass_by_filing_year.tsv.gz",
            "cpc_subclass",
            "filing_year",
            "applications",
        ),
    )
    yield (
        "epo.csv.gz",
        ("wipo35", "year", "count"),
        _three(
            folder / "daniel-hain__SDC_IM__oecd_epo_patents_by_field_filingyear.tsv.gz",
            "tech_field_nr",
            "filing_year",
            "patents_max_over_indicators",
        ),
    )


def _three(path, *names):
    return ([row[name] for name in names] for row in tsv(path))


def _ncses(folder):
    """Later editions revise the whole series: the newest table (highest number) of each measure and field is kept."""
    rows = list(tsv(folder / "bq-org__ncses_stats_explorer__patents_by_field_region_year.tsv.gz"))
    newest = {}
    for row in rows:
        key = row["measure"], row["field"]
        newest[key] = max(newest.get(key, 0), int(row["ncses_table_id"]))
    for row in rows:
        if int(row["ncses_table_id"]) == newest[row["measure"], row["field"]]:
            yield (
                row["measure"],
                row["ncses_table_id"],
                row["field"],
                _region(row["region_path"]),
                row["year"],
                row["value"],
            )


def _region(path):
    """ "World -> Asia -> China" → "World/Asia/China", footnote marks dropped."""
    return "/".join(part.partition("<")[0].strip() for part in path.split("->"))
