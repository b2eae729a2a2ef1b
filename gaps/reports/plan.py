"""gaps.json as typed values: what every report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from errors import InputError

SCOPES = ("gap", "covered", "unknown")
TIERS = ("national", "sector", "local", "group", "enterprise", "international")

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One technology of the gap table; `data` is its JSON object, checked for the keys reports need."""

    data: Json

    def words(self, name: str, lang: str) -> str:
        """A text that exists per language, in the other language when this one is empty."""
        other = "en" if lang == "zh" else "zh"
        return str(self.data.get(f"{name}_{lang}") or self.data.get(f"{name}_{other}") or "")

    def title(self, lang: str) -> str:
        return self.words("title", lang) or str(self.data["technology"])

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self.data["kinds"])

    @property
    def scope(self) -> str:
        return str(self.data["scope"])

    @property
    def basis(self) -> tuple[str, ...]:
        """What the ratio is counted over: identifiers of sources, or "on_record" for all of them."""
        return tuple(part.strip() for part in str(self.data.get("basis") or "").split(";") if part.strip())

    @property
    def claimed(self) -> tuple[str, ...]:
        """The kinds that a complete catalogue supports; the others hold on the data at hand only."""
        return tuple(self.data.get("claimed", self.kinds))

    @property
    def standards(self) -> int:
        """Standards in force, all tiers."""
        return sum(self.data["in_force"].get(tier, 0) for tier in TIERS)


@dataclass(frozen=True, slots=True)
class Plan:
    """A gap table with its header; `rows` are in order of rank."""

    header: Json
    rows: tuple[Row, ...]

    def count(self, scope: str, key: str = "scope") -> int:
        return sum(row.data[key] == scope for row in self.rows)

    def words(self, name: str, lang: str) -> Any:
        other = "en" if lang == "zh" else "zh"
        return self.header.get(f"{name}_{lang}") or self.header.get(f"{name}_{other}") or ()

    @property
    def as_of(self) -> str:
        return str(self.header["as_of"])

    def largest(self, count: int) -> tuple[Row, ...]:
        """The first `count` rows in rank."""
        return self.rows[:count]


HEADER_KEYS = ("as_of", "data_version", "rows", "sources")
ROW_KEYS = ("technology", "provisions", "in_force", "kinds", "scope", "scope_international", "rank", "patents", "ratio")


def read(gaps: Json) -> Plan:
    """Raises InputError naming the key, or the row and key, that is missing or not allowed."""
    require(gaps, HEADER_KEYS, "header")
    for number, row in enumerate(gaps["rows"], start=1):
        require(row, ROW_KEYS, f"row {number}")
        if row["scope"] not in SCOPES:
            raise InputError("unknown scope", file="gaps", place=f"row {number}", value=row["scope"], allowed=SCOPES)
    rows = sorted(gaps["rows"], key=lambda row: (row["rank"] is None, row["rank"] or 0, row["technology"]))
    return Plan(gaps, tuple(Row(row) for row in rows))


def require(data: Json, keys: tuple[str, ...], place: str) -> None:
    missing = [key for key in keys if key not in data]
    if missing:
        raise InputError("key missing in the gap table", file="gaps", place=place, value=", ".join(missing))
