"""Where absence is a fact: the catalogues that a source declares complete, and what that lets a row say."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from gaps.measures import CHINESE, Covering
from graph.scope import ANY, Scope
from graph.sources import Source


@dataclass(frozen=True, slots=True)
class Closed:
    """One declared-complete scope: standards of `tiers` (of `bodies` only, when given) in `field`, as of a date.

    `field` is ANY or the slug of a technology: the scope then holds for it and everything narrower.
    """

    source: str
    title_zh: str
    title_en: str
    tiers: tuple[str, ...]
    bodies: tuple[str, ...]
    field: str
    as_of: str

    def holds(self, above: Collection[str]) -> bool:
        """Whether a technology, given with everything broader than it, lies in the field."""
        return self.field == ANY or f"tech:{self.field}" in above

    def counts(self, covering: Covering) -> bool:
        """Whether a standard belongs to the catalogue that is complete; a joint one belongs to each publisher's."""
        body = covering.body in self.bodies or any(one in self.bodies for one in covering.body.split("/"))
        return covering.tier in self.tiers and (body or not self.bodies)


def closed_scopes(sources: Sequence[Source]) -> tuple[Closed, ...]:
    """The complete scopes of all sources, in the order of the sources."""
    return tuple(_closed(source, scope) for source in sources for scope in source.scope if scope.complete)


def _closed(source: Source, scope: Scope) -> Closed:
    return Closed(source.id, source.title_zh, source.title_en, scope.tiers, scope.bodies, scope.field, scope.last)


def covers_tiers(scopes: Iterable[Closed], tiers: Iterable[str]) -> bool:
    """Whether the scopes together make an absence in all the tiers a fact."""
    known = {tier for scope in scopes for tier in scope.tiers}
    return set(tiers) <= known


def chinese(scopes: Iterable[Closed]) -> bool:
    """Whether any scope speaks of Chinese standards."""
    return any(tier in CHINESE for scope in scopes for tier in scope.tiers)
