"""What a report consists of, free of any file format. Writers render these and nothing else."""

from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is text, count, ratio, range (low–high) or scope; `weight` is its share of the width."""

    title: str
    kind: str = "text"
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """`tones` holds one scope identifier per row (colour of its scope cell), or nothing."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    tones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`role` is body, lead (first words of a section), label (run-in heading) or note."""

    text: str
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a document with the place they stand in."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: float
    low: float
    high: float
    tone: str
    tone_label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Ratios with their intervals around a reference of 1."""

    title: str
    bars: tuple[Bar, ...]


Block = Paragraph | Bullets | Quotation | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """`level` is 1 or 2; `wide` asks for a landscape page, `new_page` for a new one."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 1
    wide: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """`sections` are read in order; `sheets` are the same facts as one table each, the second one complete.

    `language` is a BCP 47 tag, `as_of` an ISO date: the only date a report knows.
    """

    language: str
    title: str
    subtitle: str
    maker: str
    page_label: str
    as_of: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    sheets: tuple[Table, ...]
