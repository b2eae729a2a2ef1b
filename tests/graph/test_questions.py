"""Every question has a tiny graph and the rows it must give: on the embedded engine and on a real Neo4j."""

from pathlib import Path

import pytest

import ontology.check
from errors import InputError
from graph import questions
from graph.store import Store
from tests.graph import tiny

CASES = Path(__file__).with_name("questions")
QUESTIONS = questions.load()


def test_every_question_has_cases() -> None:
    assert sorted(QUESTIONS) == sorted(path.stem for path in CASES.glob("*.yaml"))
    assert len(QUESTIONS) >= 18


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_rows(name: str, store: Store) -> None:
    nodes, edges, cases = tiny.read(CASES / f"{name}.yaml")
    ontology.check.check(nodes, edges)
    store.load(nodes, edges)
    question = QUESTIONS[name]
    for case in cases:
        found = store.query(question.cypher, question.arguments(case.get("parameters", {})))
        assert found.columns == tuple(column.name for column in question.returns)
        assert [list(row) for row in found.rows] == case["rows"]


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_header(name: str) -> None:
    question = QUESTIONS[name]
    said = [question.title, question.title_zh, question.description, question.description_zh]
    said += [word for item in question.parameters.values() for word in (item.description, item.description_zh)]
    said += [word for column in question.returns for word in (column.zh, column.en)]
    assert all(said)
    assert "LIMIT $limit" in question.cypher
    assert question.cypher.startswith("// title: ")


HEADER = """// title: t
// title_zh: 题
// description: d
// description_zh: 述
// parameters:
//   limit: {type: integer, default: 5, description: most rows, description_zh: 最多行数}
// returns:
//   uid: {zh: 标识, en: identifier}

"""
GOOD = "MATCH (n:Standard) RETURN n.uid AS uid ORDER BY uid LIMIT $limit\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (GOOD, "header not complete"),
        (HEADER.replace("// title_zh: 题\n", "") + GOOD, "header not complete 'title_zh'"),
        (HEADER.replace("title: t", "title: [t"), "header is not YAML"),
        (HEADER.replace("default: 5", "default: five") + GOOD, "default is not of its type 'five'"),
        (HEADER.replace("type: integer", "type: date") + GOOD, "default is not of its type"),
        (HEADER.replace("description: most rows, ", "") + GOOD, "parameter not complete"),
        (HEADER.replace("{zh: 标识, en: identifier}", "identifier") + GOOD, "column not explained"),
        (HEADER + GOOD.replace("$limit", "5"), "parameters declared and used differ 'limit'"),
        (HEADER + GOOD.replace("n.uid", "coalesce(n.uid, $x)"), "parameters declared and used differ 'x'"),
        (HEADER + GOOD.replace("Standard", "Standart"), "10:10: unknown label 'Standart'"),
        (HEADER + GOOD.replace("(n:Standard)", "(n:Standard)-[:REFERS]->()"), "unknown relationship type 'REFERS'"),
        (HEADER + GOOD.replace("n.uid AS", "n.year AS"), "unknown property 'year'"),
        (HEADER + GOOD.replace("(n:Standard)", "(n:Standard {name: 'x'})"), "unknown property 'name'"),
        (HEADER + GOOD.replace("AS uid ORDER BY uid", "AS id ORDER BY id"), "columns explained and returned differ"),
        (HEADER + GOOD.replace("ORDER BY uid ", ""), "result without order"),
        (HEADER + GOOD.replace("RETURN", "SET n.uid = 'x' RETURN"), "clause not allowed 'SET'"),
    ],
)
def test_faulty_question(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "mine" / "faulty.cypher"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"faulty\.cypher") as caught:
        questions.load(tmp_path)
    assert problem in str(caught.value)


def test_own_folder_and_name_clash(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.cypher").write_text(HEADER + GOOD, encoding="utf-8")
    with pytest.raises(InputError, match="two questions of one name"):
        questions.load(tmp_path)
    (tmp_path / "b" / "same.cypher").rename(tmp_path / "b" / "other.cypher")
    own = list(questions.load(tmp_path).values())[len(QUESTIONS) :]
    assert [(q.folder, q.id) for q in own] == [("a", "same"), ("b", "other")]
    (tmp_path / "b" / "other.cypher").rename(tmp_path / "b" / "search.cypher")
    with pytest.raises(InputError, match="two questions of one name 'search'"):
        questions.load(tmp_path)


def test_arguments() -> None:
    question = QUESTIONS["policy_gaps"]
    assert question.arguments({}) == {"policy": "", "probability": 0.5, "limit": 50}
    assert question.arguments({"limit": "7", "probability": "0.9"}) == {"policy": "", "probability": 0.9, "limit": 7}
    with pytest.raises(InputError, match="not of its type 'many'"):
        question.arguments({"limit": "many"})
    with pytest.raises(InputError, match="no such parameter 'top'"):
        question.arguments({"top": "1"})
