"""Declarations of potentially essential patents: those of one company, and counts by specification and company."""

from reading import tsv

_COLUMNS = [
    "declaration",
    "declared",
    "reflected",
    "declarant",
    "standard",
    "tgpp",
    "version",
    "application",
    "publications",
    "family",
    "explicit",
]
_NAMES = [
    "IPRD_REFERENCE",
    "IPRD_SIGNATURE_DATE",
    "Reflected_Date",
    "COMP_LEGAL_NAME",
    "Standard",
    "TGPP_NUMBER",
    "TGPV_VERSION",
    "PATT_APPLICATION_NUMBER",
    "PUBL_NUMBER",
    "DIPG_PATF_ID",
    "Explicitely_Disclosed",
]
_UNITS = {"tno": ("nu", "uq"), "cmp": ("nu", "uniq_DIPG_PATF_ID")}


def tables(shared):
    """`-1` is the export's null; titles of patents are left out."""
    folder = shared / "data/patents/sep"
    rows = tsv(folder / "tmusimesabaoi4i__3gpp_ana_sep__isld_rows_ntt_docomo.tsv.gz")
    yield (
        "declarations.csv.gz",
        _COLUMNS,
        (["" if (cell := row[name].strip()) == "-1" else cell for name in _NAMES] for row in rows),
    )
    counts = tsv(folder / "tmusimesabaoi4i__3gpp_ana_sep__isld_counts_by_spec_and_company.tsv.gz")
    yield (
        "counts.csv.gz",
        ("by", "offices", "generation", "unit", "label", "count"),
        (
            [
                row["by"],
                row["office_scope"],
                row["generation"],
                row["unit"],
                row["label"].replace("_", " "),
                row["count"],
            ]
            for row in counts
            if row["unit"] in _UNITS[row["by"]]
        ),
    )
