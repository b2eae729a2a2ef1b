"""What a standard's designation says: body, number, part, year, supplement, and its one canonical writing."""

from dataclasses import dataclass


class NotADesignation(ValueError):
    """A text that is not a designation.

    `reason` says why in one clause; the text itself is in `text`.
    """

    def __init__(self, reason: str, text: str = ""):
        self.reason, self.text = reason, text
        super().__init__(f"{reason}: {text[:80]!r}" if text else reason)


@dataclass(frozen=True, slots=True)
class Adopted:
    """A designation adopted by another one, with the degree as written: IDT, MOD, NEQ, EQV or None."""

    designation: str
    degree: str | None = None


@dataclass(frozen=True, slots=True)
class Designation:
    """A parsed designation.

    `canonical` is its one writing ("ISO/IEC 23003-1:2007/Amd 1:2008"); `undated` is the canonical writing without
    year, month, edition and language: the work ("ISO/IEC 23003-1/Amd 1"). `body` is the prefix or publisher
    ("GB/T", "ISO/IEC", "ITU-T").
    `part` is everything after the number's first separator ("3-2-107"). `year` is always four digits.
    `tier` is national, sector, local, group, enterprise, international, regional or foreign.
    `extra` holds what only some bodies have (language, edition, version, draft, all_parts, scheme …) as sorted pairs.
    `distinct` is the full writing of a document whose canonical one drops what tells it from others, else empty.
    """

    canonical: str
    body: str
    number: str
    tier: str
    undated: str
    part: str | None = None
    year: int | None = None
    month: int | None = None
    supplement: str | None = None
    stage: str | None = None
    relation: Adopted | None = None
    extra: tuple[tuple[str, str], ...] = ()
    distinct: str = ""

    @property
    def identity(self) -> str:
        """The writing that no other document shares: `canonical`, or `distinct` where the body's rule drops a part.

        "ASME BPVC.I-2023" is cited "ASME BPVC.I" by its canonical writing; its identity keeps the year.
        """
        return self.distinct or self.canonical

    def get(self, key: str) -> str | None:
        """The value of `key` in `extra`, None when it is not there."""
        return next((value for name, value in self.extra if name == key), None)


def same_work(a: Designation, b: Designation) -> bool:
    """Whether two designations name the same undated work, whatever their years, editions and languages."""
    return a.undated.casefold() == b.undated.casefold()
