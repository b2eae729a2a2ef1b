"""Codes of provinces and cities as local standards carry them, with the name their issuers have."""

import re
from collections import Counter, defaultdict

from reading import tsv

_NUMBER = re.compile(r"DB(\d{4}|\d\d)(?=\D)")
_NAME = re.compile(r"(.{2,8}?(?:自治区|自治州|省|市))")
_AGREEING = {True: 5, False: 2}


def tables(shared):
    """A code with the name that most issuers of its standards begin with.

    Eight in ten of them must agree, and at least five for a province, two for a city.
    """
    names = defaultdict(Counter)
    for row in tsv(shared / "data/standards/cn_standards.tsv.gz"):
        code, name = _NUMBER.match(row["number"]), _NAME.match(row["issuer"])
        if code and name:
            names[code.group(1).ljust(6, "0")][name.group(1)] += 1
    yield (
        "regions.csv.gz",
        ("code", "level", "title_zh"),
        [_row(code, *best) for code in sorted(names) if (best := _best(code, names))],
    )


def _best(code, names):
    """A province's issuers may be its cities': only names of the code's own level are compared."""
    province = code.endswith("0000")
    provinces = {name for other, counts in names.items() if other.endswith("0000") for name, _ in counts.most_common(1)}
    counts = Counter({name: count for name, count in names[code].items() if (name in provinces) == province})
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    return (name,) if count >= _AGREEING[province] and count >= 0.8 * counts.total() else None


def _row(code, name):
    return code, "province" if code.endswith("0000") else "city", name
