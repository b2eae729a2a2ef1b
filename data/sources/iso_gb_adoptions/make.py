"""Which Chinese standard adopts which international one, as compiled by hand for medical devices."""

import json


def tables(shared):
    """One row a pair; `degree` in capitals; entries without a Chinese standard are left out (nothing is adopted)."""
    entries = json.loads((shared / "data/standards/iso_gb_mapping.json").read_text(encoding="utf-8"))
    rows = [
        [entry["gb_number"], entry["adoption_type"].upper(), entry["iso_number"]]
        for entry in entries
        if entry["gb_number"]
    ]
    yield "adoptions.csv.gz", ("number", "degree", "adopted"), rows
