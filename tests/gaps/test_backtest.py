"""The back-test on an invented catalogue whose future is known, and its figures on ISO's."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cli import main
from commands.backtest import rounded
from gaps.backtest import LEVELS, claimed, demand, evaluate, protocol
from gaps.backtest.concordance import fields, load_rules, shares
from gaps.backtest.forecast import expected, following, lessons
from gaps.backtest.history import assigned, group, history
from gaps.backtest.measures import auc, explained, explained_within, spearman
from gaps.backtest.predictors import PREDICTORS, catalogue, recent, stock
from gaps.backtest.publications import Publication, load, read
from graph import sources
from graph.tables import Row
from ontology import vocabulary
from ontology.vocabulary import Concept, Mapping

DATA = Path(__file__).parents[2] / "data"
ORIGIN = 2008
COLUMNS = ("number", "edition", "published", "stage", "ics", "committee", "replaces", "replaced_by", "recorded_as")


def invented(seed: int = 5) -> list[Publication]:
    """Sixty classes in ten fields, each with a pace of its own that it keeps for fifty years."""
    chance = np.random.Generator(np.random.PCG64(seed))
    made = []
    for place in range(60):
        code, pace = f"{10 + place // 6}.0{10 + place % 6}", float(chance.gamma(1.2, 1.5))
        for year in range(1970, 2020):
            made += [
                Publication(f"X {len(made) + n}:{year}", year, "first", (code,), f"TC {place // 3}", year + 9)
                for n in range(chance.poisson(pace))
            ]
            if year % 3 == 0:
                made.append(Publication(f"X {len(made)}:{year}", year, "revision", (code,), f"TC {place // 3}"))
    return made


def after(publications: list[Publication], year: int) -> list[Publication]:
    """The same past with another future: what came later is turned round, and a class is added that nobody knew."""
    past = [one for one in publications if one.year <= year]
    later = [replace(one, kind="revision", classes=("10.010",)) for one in publications if one.year > year]
    past = [replace(one, superseded=None) if (one.superseded or 0) > year else one for one in past]
    return past + later[::2] + [Publication("X new:2012", 2012, "first", ("10.999",), "TC new")]


def test_a_forecast_does_not_change_with_what_came_later():
    one, other = (history(rows, assigned).until(ORIGIN) for rows in (invented(), after(invented(), ORIGIN)))
    assert one.classes == other.classes
    forecasts = [expected(known, lessons(known), catalogue) for known in (one, other)]
    np.testing.assert_array_equal(*forecasts)


@pytest.mark.parametrize("name", PREDICTORS)
def test_a_predictor_does_not_change_with_what_came_later(name: str):
    one, other = (history(rows, assigned).until(ORIGIN) for rows in (invented(), after(invented(), ORIGIN)))
    np.testing.assert_array_equal(PREDICTORS[name](one), PREDICTORS[name](other))


def test_the_check_would_see_a_look_ahead():
    """A forecast from the uncut catalogue, the classic mistake, does change."""
    one, other = (replace(history(rows, assigned), end=ORIGIN) for rows in (invented(), after(invented(), ORIGIN)))
    assert not np.array_equal(stock(one), stock(other)[: len(stock(one))])


def test_windows_learnt_from_end_by_the_origin():
    whole = history(invented(), assigned)
    known = whole.until(ORIGIN)
    assert known.year.max() <= ORIGIN
    assert known.superseded[known.superseded < 9999].max() <= ORIGIN
    assert following(whole, known).sum() > 0
    assert following(known, known).sum() == 0
    assert max(lesson.known.end for lesson in lessons(known)) == ORIGIN - 5


def test_a_lasting_pace_is_found_and_the_placebo_finds_nothing():
    figures = evaluate(history(invented(), assigned), "subgroup", ORIGIN)
    assert figures.classes == 60
    assert figures.d2 > 0.6
    assert figures.d2_low < figures.d2 < figures.d2_high
    assert abs(figures.placebo_d2) < 0.15
    assert figures.d2_within > figures.placebo_d2 + 0.4
    assert figures == evaluate(history(invented(), assigned), "subgroup", ORIGIN)


def test_kinds_and_ends_of_catalogue_rows():
    rows = [
        catalogued("ISO 1:1990", "1", "1990-05", ics="01.020", replaced_by="ISO 1:2000;ISO 1:1990/Amd 1:1995"),
        catalogued("ISO 1:1990/Amd 1:1995", "1", "1995", ics="01.020"),
        catalogued("ISO 1:2000", "2", "2000-01", ics="01.020;01.020.10", replaces="ISO 1:1990"),
        catalogued("ISO 2:2001", "1", "2001-01", ics="01.020", replaces="ISO/DIS 2"),
        catalogued("ISO 3:2003", "1", "2003-01", ics="01.020", replaces="ISO 2:2001"),
        catalogued("ISO 4", "1", "2003-01", ics="01.020", stage="40.60"),
        catalogued("ISO 5", "1", "2003-01", ics="01.020", recorded_as="ISO 5:2004"),
    ]
    found = {one.number: (one.year, one.kind, one.superseded) for one in read(rows)}
    assert found == {
        "ISO 1:1990": (1990, "first", 2000),
        "ISO 1:1990/Amd 1:1995": (1995, "supplement", None),
        "ISO 1:2000": (2000, "revision", None),
        "ISO 2:2001": (2001, "first", 2003),
        "ISO 3:2003": (2003, "revision", None),
    }


def catalogued(number: str, edition: str, published: str, **cells: str) -> Row:
    row = {"number": number, "edition": edition, "published": published, "stage": "60.60"}
    return Row(1, {**dict.fromkeys(COLUMNS, ""), **row, **cells})


def test_a_document_in_two_subgroups_counts_once_in_their_group():
    two = [Publication("X 1:2000", 2000, "first", ("35.240.15", "35.240.20"), "TC 1", 2005)]
    assert recent(history(two, assigned)).tolist() == [1, 1]
    assert recent(history(two, group)).tolist() == [1]
    assert stock(history(two, group).until(2004)).tolist() == [1]


def test_measures_of_known_cases():
    outcome, fields = np.array([0.0, 1.0, 4.0, 7.0]), np.array([0, 0, 1, 1])
    assert explained(outcome, np.full(4, 3.0)) == 0
    assert explained(outcome, outcome + 1e-12) == pytest.approx(1)
    assert explained_within(fields, outcome, np.array([1.0, 1.0, 9.0, 9.0])) == 0
    assert spearman(outcome, -outcome) == pytest.approx(-1)
    assert auc(np.array([0.1, 0.4, 0.35, 0.8]), np.array([False, False, True, True])) == 0.75
    assert np.isnan(auc(outcome, outcome >= 0))


RULES = {"H04N1/00": 3, "H04N5/00": 2, "G06F": 6, "G06Q": 7}


@pytest.mark.parametrize(
    ("ipc", "found"), [("H04N1/32", {3}), ("G06F17/00", {6}), ("H04N", {2, 3}), ("G06", {6, 7}), ("A01B", set())]
)
def test_patent_fields_of_an_ipc_class(ipc: str, found: set[int]):
    assert fields(ipc, RULES) == found


def test_links_go_over_technologies_and_weigh_matches():
    one = mapped(Mapping("ics", "35.240.15", "exact"), Mapping("ipc", "G06F", "close"))
    other = mapped(Mapping("ics", "35.240", "exact"), Mapping("ipc", "G06Q", "broad"))
    neither = mapped(Mapping("ics", "35.100", "exact"))
    assert shares([one, other, neither], RULES, group) == {"35.240": {6: pytest.approx(2 / 3), 7: pytest.approx(1 / 3)}}


def mapped(*mappings: Mapping) -> Concept:
    return Concept("tech:x", "某", "x", (), (), (), (), (), "technology", False, mappings, "")


def driven() -> tuple[list[Publication], dict, dict]:
    """Thirty classes whose standards follow the patents of their field seven years later, in bursts of five years."""
    chance, made = np.random.Generator(np.random.PCG64(9)), []
    bursts = chance.gamma(0.8, 60, (15, 12)).astype(int)
    counts = {n: {year: int(bursts[n, (year - 1965) // 5]) for year in range(1965, 2020)} for n in range(15)}
    links = {f"{10 + n // 3}.0{10 + n % 3}": {n % 15: 1.0} for n in range(30)}
    for code, link in links.items():
        for year in range(1972, 2020):
            pace = 0.05 * counts[next(iter(link))][year - 7]
            made += [
                Publication(f"X {len(made) + n}", year, "first", (code,), "TC") for n in range(chance.poisson(pace))
            ]
    return made, links, counts


def test_patents_that_drive_standards_are_found_and_exchanged_ones_are_not():
    made, links, counts = driven()
    found = demand.gain(history(made, assigned), "group", ORIGIN, links, counts)
    assert found.gain > 0.2
    assert found.gain_low > 0
    assert found.gain_shuffled < 0.1


def test_patents_filed_too_late_to_be_known_change_nothing():
    made, links, counts = driven()
    later = {n: {year: count if year <= ORIGIN - 2 else 999 for year, count in of.items()} for n, of in counts.items()}
    whole = history(made, assigned)
    one, other = (demand.gain(whole, "group", ORIGIN, links, known) for known in (counts, later))
    assert one == other


def test_skill_is_claimed_for_two_origins_of_one_level_only():
    found = demand.Gain("group", 2008, 100, 0.5, 0.6, 0.1, 0.05, 0.2, 0.0)
    none = replace(found, gain_low=-0.01)
    assert claimed([found, replace(found, origin=2013), none])
    assert not claimed([found, replace(found, level="field"), none])


def test_links_of_the_shipped_vocabulary_cover_most_patent_fields():
    links = shares(vocabulary.load(), load_rules(DATA), group)
    assert len(links) > 100
    assert len({field for parts in links.values() for field in parts}) > 25
    assert all(sum(parts.values()) == pytest.approx(1) for parts in links.values())


FLOORS = {2003: (0.53, 0.55), 2008: (0.53, 0.67), 2013: (0.65, 0.67), 2018: (0.69, 0.67)}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What the command prints for the catalogue in data/."""
    out = tmp_path_factory.mktemp("backtest") / "out.json"
    with out.open("w", encoding="utf-8") as stream, pytest.MonkeyPatch.context() as patched:
        patched.setattr("sys.stdout", stream)
        assert main(["backtest", "--format", "json", "--level", "subgroup"]) == 0
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.mark.parametrize("origin", FLOORS)
def test_figures_on_the_iso_catalogue_beat_those_known(shipped: dict, origin: int):
    figures = next(one for one in shipped["origins"] if one["origin"] == origin)
    d2, dormant = FLOORS[origin]
    assert figures["d2"] > d2
    assert figures["d2"] > figures["d2_baseline"]
    assert figures["dormant_auc"] > dormant
    assert -0.75 < figures["spearman_naive"] < -0.5 < figures["spearman"]
    assert abs(figures["placebo_d2"]) < 0.05
    assert figures["dormant"] < figures["classes"]


def test_printed_shape(shipped: dict):
    assert [(one["level"], one["origin"]) for one in shipped["origins"]] == [("subgroup", year) for year in FLOORS]
    assert set(LEVELS) == {"subgroup", "group"}
    assert shipped["protocol"] == protocol()
    for one in shipped["origins"]:
        for name in ("d2", "d2_gain", "spearman", "dormant_auc"):
            assert one[f"{name}_low"] <= one[name] <= one[f"{name}_high"]


def test_first_editions_agree_with_the_table_shipped():
    """The table counts fewer: it takes a draft in `replaces` for a predecessor (decisions/0004)."""
    source = sources.load_one(DATA / "sources" / "iso" / "source.yaml")
    table = sources.table((source,), "iso/first_editions.csv.gz")
    listed = sum(int(row["first_editions"]) for row in table)
    counted = sum(len(one.classes) for one in load(DATA) if one.kind == "first")
    assert listed <= counted < 1.06 * listed


def test_a_figure_that_does_not_exist_is_null():
    assert rounded({"level": "group", "dormant": 0, "dormant_auc": float("nan"), "d2": 0.123456}) == {
        "level": "group",
        "dormant": 0,
        "dormant_auc": None,
        "d2": 0.1235,
    }
