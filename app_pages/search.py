"""Finding a node by words: an index over the titles and designations of a build's nodes, held in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from errors import InputError

NAMES = ("designation", "publication_number", "reference", "code", "document_number")
"""Properties that name a thing shorter than its title; the first one present is shown before the title."""
SEARCHED = (*NAMES, "title", "title_zh", "title_en")
FIRST = ("Technology", "Policy", "Standard", "Edition", "Provision", "Target", "Committee", "Organization")
"""Classes shown first among equally good hits."""
LEFT_OUT = ("Evidence",)
LONGEST = 200
WORDS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A node as a search result; `rank` is 0 for the same words, 1 for a beginning, 2 for a part."""

    uid: str
    label: str
    name: str
    title: str
    title_en: str
    rank: int

    def shown(self, lang: str) -> str:
        """Name and title for a page in `lang`; a thing without an English title is shown under the one it has."""
        title = self.title_en if lang == "en" and self.title_en else self.title
        return title if self.name in title else f"{self.name} {title}"


@dataclass(frozen=True, slots=True)
class Index:
    """One row per node: uid, label, name, titles, and `text`, what is searched, in lower case."""

    table: pa.Table

    def find(self, text: str, labels: Sequence[str] = (), most: int = 50) -> tuple[tuple[Hit, ...], int]:
        """The best hits that contain every word of `text`, and how many there are. Linear in the index."""
        words = folded(text[:LONGEST]).split()[:WORDS]
        if not words:
            return (), 0
        found = self.table
        if labels:
            found = found.filter(pc.is_in(found["label"], pa.array(labels, pa.string())))
        for word in words:
            found = found.filter(pc.match_substring(found["text"], word))
        ranked = sorted(hits(found, " ".join(words)), key=order)
        return tuple(ranked[:most]), found.num_rows

    def label_of(self, uid: str) -> str | None:
        """The class of a node; None when it is not in the graph."""
        row = pc.index(self.table["uid"], uid).as_py()
        return None if row < 0 else self.table["label"][row].as_py()


def hits(found: pa.Table, text: str, most: int = 20_000) -> list[Hit]:
    columns = [found[name].slice(0, most).to_pylist() for name in SCHEMA.names]
    return [
        Hit(uid, label, name, title, english, rank(searched, text))
        for uid, label, name, title, english, searched in zip(*columns, strict=True)
    ]


def rank(searched: str, text: str) -> int:
    fields = searched.split("\n")
    if text in fields:
        return 0
    return 1 if any(field.startswith(text) for field in fields) else 2


def order(hit: Hit) -> tuple[int, int, int, str]:
    place = FIRST.index(hit.label) if hit.label in FIRST else len(FIRST)
    return hit.rank, place, len(hit.title), hit.uid


def folded(text: str) -> str:
    """Lower case, full width forms and the various dashes as their ASCII twins."""
    return text.translate(FOLD).lower()


FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    (0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0x2043), "-"
)
FOLD[0x3000] = " "


def index(folder: Path) -> Index:
    """Reads the nodes of a build. Raises InputError when their files cannot be read."""
    paths = [path for path in sorted((folder / "nodes").glob("*.parquet")) if path.stem not in LEFT_OUT]
    try:
        parts = [part(path) for path in paths]
    except (OSError, pa.ArrowException) as error:
        raise InputError("nodes cannot be read", file=folder / "nodes", value=error) from error
    return Index(pa.concat_tables(parts).combine_chunks() if parts else EMPTY)


STRING = pa.large_string()
SCHEMA = pa.schema([(name, STRING) for name in ("uid", "label", "name", "title", "title_en", "text")])
EMPTY = SCHEMA.empty_table()


def part(path: Path) -> pa.Table:
    """The index rows of one class."""
    present = set(pq.read_schema(path).names)
    names = [name for name in SEARCHED if name in present]
    table = pq.read_table(path, columns=["uid", *names])
    texts = {name: pc.fill_null(table[name].cast(STRING), "") for name in names}
    joined = pc.utf8_lower(pc.binary_join_element_wise(*texts.values(), pa.scalar("\n", STRING)))
    named = next((texts[name] for name in NAMES if name in texts), pa.array([""] * table.num_rows, STRING))
    label = pa.array([path.stem] * table.num_rows, STRING)
    english = texts.get("title_en", pa.array([""] * table.num_rows, STRING))
    return pa.table([table["uid"].cast(STRING), label, named, texts["title"], english, joined], schema=SCHEMA)
