"""The pieces of the app without a browser: search, validity, passages, layout, strings, and every page once."""

import re
from pathlib import Path

import pytest
import sample_build
from streamlit.testing.v1 import AppTest

from app_pages import build as build_folder
from app_pages import layout, markup, ontime, passage, search, words
from app_pages.neighbours import Link, Neighbourhood, Node, around
from errors import InputError
from graph.store import open as open_store

ROOT = Path(__file__).parents[2]
AS_OF = sample_build.AS_OF


@pytest.fixture(scope="module")
def index(build):
    return search.index(build)


@pytest.mark.parametrize(
    ("text", "labels", "first"),
    [
        ("区块链", (), "tech:blockchain"),
        ("BLOCKCHAIN", (), "tech:blockchain"),
        ("ＧＢ/Ｔ 43572—2023", (), "ed:GB/T 43572-2023"),
        ("gb/t 43572", (), "std:GB/T 43572"),
        ("gb/t 43572", ("Edition",), "ed:GB/T 43572-2023"),
        ("术语 区块链", (), "std:GB/T 43572"),
    ],
)
def test_best_hit(index, text, labels, first):
    assert index.find(text, labels)[0][0].uid == first


@pytest.mark.parametrize("text", ["", "   ", "zzzz", ".*", "(a+)+$", "' OR 1=1", "\\", "\x00"])
def test_odd_words_find_nothing(index, text):
    assert index.find(text) == ((), 0)


def test_label_of_a_node(index):
    assert index.label_of("tech:blockchain") == "Technology"
    assert index.label_of("tech:none") is None


def test_index_of_a_broken_build(tmp_path):
    (tmp_path / "nodes").mkdir()
    (tmp_path / "nodes" / "Technology.parquet").write_bytes(b"no parquet")
    with pytest.raises(InputError, match="nodes cannot be read"):
        search.index(tmp_path)


def test_neighbourhood_of_a_technology(build):
    with open_store(build) as store:
        found = around(store, "tech:blockchain", "Technology")
        assert around(store, "tech:none", "Technology") is None
        assert around(store, "tech:blockchain", "Technology) DETACH DELETE (n") is None
    assert found is not None and found.totals == {"CALLS_FOR": 1, "COVERS": 2}
    assert [link.key for link in found.links] == [
        "CALLS_FOR|prov:sample#2/4|tech:blockchain",
        "COVERS|ed:GB/T 43572-2023|tech:blockchain",
        "COVERS|ed:GB/T 99998-2023|tech:blockchain",
    ]
    asked = found.links[0].facts
    assert sample_build.TEXT[asked["start"] : asked["end"]] == asked["quote"] == sample_build.ASKED


@pytest.mark.parametrize(
    ("facts", "day", "status"),
    [
        ({"status": "in_force", "valid_from": "2024-04-01"}, AS_OF, "in_force"),
        ({"status": "in_force", "valid_from": "2024-04-01"}, "2024-03-31", "upcoming"),
        ({"status": "upcoming", "valid_from": "2027-01-01"}, "2027-01-01", "in_force"),
        ({"status": "superseded", "valid_from": "2001-01-01"}, AS_OF, "superseded"),
        ({"status": "superseded", "valid_from": "2001-01-01"}, "2005-01-01", "unknown"),
        ({"status": "withdrawn", "valid_from": "2001-01-01", "valid_to": "2010-01-01"}, "2005-01-01", "in_force"),
        ({"status": "withdrawn", "valid_from": "2001-01-01", "valid_to": "2010-01-01"}, "2011-01-01", "withdrawn"),
        ({"status": "draft"}, "2005-01-01", "draft"),
        ({"title": "no edition"}, AS_OF, ""),
    ],
)
def test_status_on_a_day(facts, day, status):
    assert ontime.status_on(facts, day, AS_OF) == status


def test_what_came_later_is_not_shown():
    nodes = {"a": Node("a", "Technology", {}), "b": Node("b", "Edition", {"published": "2023-12-28"})}
    found = Neighbourhood("a", nodes, (Link("COVERS", "b", "a", {}),), {"COVERS": 1})
    assert ontime.on(found, "2023-12-27").links == ()
    assert len(ontime.on(found, "2023-12-28").links) == 1


def test_passage_in_its_context(build):
    start = sample_build.TEXT.index(sample_build.ASKED)
    end = start + len(sample_build.ASKED)
    facts = {"document": "doc:sample", "quote": sample_build.ASKED, "start": start, "end": end}
    found = passage.passage(Link("CALLS_FOR", "a", "b", facts), build)
    assert found is not None and found.found and found.before.endswith("夯实基础。")
    moved = passage.passage(Link("CALLS_FOR", "a", "b", {**facts, "start": start + 1, "end": end + 1}), build)
    assert moved is not None and not moved.found and moved.quote == sample_build.ASKED
    assert (
        passage.passage(Link("COVERS", "a", "b", {"document": "doc:cn_standards", "quote": "x", "row": 1}), build)
        is None
    )


@pytest.mark.parametrize("document", ["doc:../manifest", "doc:/etc/hostname", "doc:", "doc:../../x"])
def test_no_text_outside_the_build(build, document):
    facts = {"document": document, "quote": "x", "start": 0, "end": 1}
    assert passage.passage(Link("CITES", "a", "b", facts), build) is None


def test_markup_is_escaped():
    shown = passage.markup(passage.Passage("<i>", "<script>", "&", found=True))
    assert shown == '<p class="passage">&lt;i&gt;<mark>&lt;script&gt;</mark>&amp;</p>'
    assert markup.plain("[a](b) <c>\n# d $x$ :red[e]") == r"\[a\](b) \<c\> \# d \$x\$ \:red\[e\]"


def test_layout_is_always_the_same_and_centred():
    links = [Link("COVERS", f"n{number}", "c", {}) for number in range(12)]
    uids = ["c", *(f"n{number}" for number in range(12))]
    first, second = layout.positions(uids, links, "c"), layout.positions(list(reversed(uids)), links, "c")
    assert first == second and len(first) == 13
    assert all(-1 <= value <= 1 for point in first.values() for value in (point.x, point.y))


def flat(value: object, path: str = "") -> dict[str, str]:
    if isinstance(value, dict):
        return {key: text for name, item in value.items() for key, text in flat(item, f"{path}.{name}").items()}
    return {path: str(value)}


def test_both_languages_are_complete():
    zh, en = (flat(words.table()[lang]) for lang in ("zh", "en"))
    slots = [{key: set(re.findall(r"\{(\w+)\}", text)) for key, text in flat_.items()} for flat_ in (zh, en)]
    assert slots[0] == slots[1]
    assert all(text.strip() for text in (*zh.values(), *en.values()))


@pytest.mark.parametrize(
    ("arguments", "environment", "folder"),
    [
        (["--build", "/a"], {}, "/a"),
        ([], {"NORMATLAS_BUILD": "/b"}, "/b"),
        (["--build", "/a"], {"NORMATLAS_BUILD": "/b"}, "/a"),
        (["--other"], {}, str(ROOT / "data" / "build" / "current")),
    ],
)
def test_place_of_the_build(arguments, environment, folder):
    assert build_folder.place(arguments, environment) == Path(folder)


def run(monkeypatch, folder: Path, **address: str) -> AppTest:
    monkeypatch.setenv("NORMATLAS_BUILD", str(folder))
    monkeypatch.setattr("sys.argv", ["app.py"])
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


@pytest.mark.parametrize(
    ("lang", "title"), [("zh", "技术缺哪些标准"), ("en", "Where technology lacks standards"), ("xx", "技术缺哪些标准")]
)
def test_overview_in_both_languages(monkeypatch, build, lang, title):
    app = run(monkeypatch, build, lang=lang)
    assert not app.exception and app.title[0].value == title


def test_no_build_says_what_to_run(monkeypatch, tmp_path):
    app = run(monkeypatch, tmp_path / "none", lang="en")
    assert app.title[0].value == "There is no graph to read yet"
    assert app.code[0].value == "normatlas build"


def test_broken_build_is_one_clear_line(monkeypatch, tmp_path):
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    app = run(monkeypatch, tmp_path, lang="en")
    assert not app.exception and app.error[0].value.startswith("The build cannot be read")
