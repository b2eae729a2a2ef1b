"""Gap kinds: each an exact question about one technology's measure, true or false on the data at hand."""

from collections.abc import Callable

from gaps.measures import CHINESE, COUNTED, Measure

Kind = Callable[[Measure], bool]

_BINDING_TIERS = ("national", "sector")
_PRIVATE_TIERS = ("local", "group", "enterprise")
# Fewer patents than this in one gazette week are noise of the classification.
_PATENTS = 5


def policy_gap(measure: Measure) -> bool:
    """A provision asks, and no Chinese standard in force answers."""
    return bool(measure.askings) and not any(measure.counted(tier) for tier in CHINESE)


def currency_gap(measure: Measure) -> bool:
    """A standard in force refers to an edition that was withdrawn or superseded."""
    return bool(measure.stale)


def international_gap(measure: Measure) -> bool:
    """No international standard in force."""
    return not measure.counted("international")


def adoption_gap(measure: Measure) -> bool:
    """International standards in force, none of them adopted by a Chinese one on record."""
    return measure.counted("international") > 0 and measure.adopted == 0


def tier_gap(measure: Measure) -> bool:
    """Only local, group or enterprise standards."""
    low = any(measure.counted(tier) for tier in _PRIVATE_TIERS)
    return low and not any(measure.counted(tier) for tier in _BINDING_TIERS)


def regional_gap(measure: Measure) -> bool:
    """Two or more regions have local standards apart, and no national or sector standard joins them."""
    regions = {c.region for c in measure.coverings if c.tier == "local" and c.region and c.probability >= COUNTED}
    return len(regions) > 1 and not any(measure.counted(tier) for tier in _BINDING_TIERS)


def patent_gap(measure: Measure) -> bool:
    """Patents, and no standard of any tier."""
    anything = any(measure.counted(tier) for tier in (*CHINESE, "international"))
    return measure.patent_count() >= _PATENTS and not anything


def conversion(measure: Measure) -> bool:
    """Granted patents (mature results) and no Chinese standard: a candidate for 科技成果转化为标准."""
    granted = sum(1 for _, kind, p in measure.patents if p >= COUNTED and kind.startswith(("B", "C", "U", "Y")))
    return granted >= _PATENTS and not any(measure.counted(tier) for tier in CHINESE)


KINDS: dict[str, Kind] = {
    "policy_gap": policy_gap,
    "international_gap": international_gap,
    "currency_gap": currency_gap,
    "adoption_gap": adoption_gap,
    "tier_gap": tier_gap,
    "regional_gap": regional_gap,
    "patent_gap": patent_gap,
    "conversion": conversion,
}
# Kinds shown by something that is there; the others speak of something missing and need a complete catalogue.
BY_PRESENCE = frozenset({"currency_gap"})
# Kinds that rest on records of adoption, of which there are a few hundred: outside a complete catalogue they would hold
# nearly everywhere and say nothing, so they are not listed there.
SPARSE = frozenset({"adoption_gap"})
# The tiers whose complete catalogue turns an absence into a gap. Local, group and enterprise standards count as an
# answer where they are on record; no source lists them all, so no kind waits for that.
NEEDS: dict[str, tuple[str, ...]] = {
    "policy_gap": _BINDING_TIERS,
    "international_gap": ("international",),
    "adoption_gap": _BINDING_TIERS,
    "tier_gap": _BINDING_TIERS,
    "regional_gap": _BINDING_TIERS,
    "patent_gap": (*_BINDING_TIERS, "international"),
    "conversion": _BINDING_TIERS,
}
