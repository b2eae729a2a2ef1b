"""Gap kinds on measures in full view."""

import pytest

from gaps.kinds import BY_PRESENCE, KINDS, NEEDS
from gaps.measures import Asking, Covering, Measure

ASK = Asking("prov:p#一/1", "tech:t", "一/1", "标题", "研制某标准", "develop", "direct")


def covering(tier: str, region: str = "", probability: float = 0.9) -> Covering:
    return Covering(f"std:{tier}{region}", f"{tier}{region}", "某标准", tier, "B", region, probability)


def patents(kind: str, count: int) -> list[tuple[str, str, float]]:
    return [(f"pat:{number}", kind, 0.9) for number in range(count)]


INTERNATIONAL = "international_gap"
CASES = [
    ("nothing known", Measure("tech:t"), {INTERNATIONAL}),
    ("asked, nothing there", Measure("tech:t", [ASK]), {"policy_gap", INTERNATIONAL}),
    ("asked, national", Measure("tech:t", [ASK], [covering("national")]), {INTERNATIONAL}),
    ("a doubtful link", Measure("tech:t", [ASK], [covering("national", "", 0.4)]), {"policy_gap", INTERNATIONAL}),
    ("international, not adopted", Measure("tech:t", [], [covering("international")]), {"adoption_gap"}),
    ("international, adopted", Measure("tech:t", [], [covering("international")], adopted=1), set()),
    (
        "two regions apart",
        Measure("tech:t", [], [covering("local", "50"), covering("local", "51")]),
        {INTERNATIONAL, "tier_gap", "regional_gap"},
    ),
    ("one region", Measure("tech:t", [], [covering("local", "50")]), {INTERNATIONAL, "tier_gap"}),
    ("group only", Measure("tech:t", [], [covering("group")]), {INTERNATIONAL, "tier_gap"}),
    ("granted patents", Measure("tech:t", patents=patents("B", 5)), {INTERNATIONAL, "patent_gap", "conversion"}),
    ("applications only", Measure("tech:t", patents=patents("A", 5)), {INTERNATIONAL, "patent_gap"}),
    ("few patents", Measure("tech:t", patents=patents("B", 4)), {INTERNATIONAL}),
    (
        "stale reference",
        Measure("tech:t", [], [covering("national")], stale=[("std:a", "ed:b")]),
        {INTERNATIONAL, "currency_gap"},
    ),
]


@pytest.mark.parametrize(("measure", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_kinds(measure: Measure, expected: set[str]):
    assert {name for name, holds in KINDS.items() if holds(measure)} == expected


def test_every_kind_that_speaks_of_absence_says_which_catalogues_it_needs():
    assert set(NEEDS) == set(KINDS) - BY_PRESENCE
