"""normatlas ask: a ready question, on the embedded engine or on Neo4j."""

import argparse
import sys

from commands.places import add_build
from commands.rows import add_format, show
from commands.stores import add_engine, opened
from errors import InputError
from graph.questions import Question
from graph.questions import load as load_questions

EXAMPLE = "normatlas ask references_of --param designation='GB 2890-2022' --format csv"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("question", nargs="?", metavar="QUESTION")
    parser.add_argument("--param", action="append", default=[], metavar="K=V", help="a parameter (may be repeated)")
    add_format(parser)
    add_engine(parser)
    add_build(parser)


def run(options: argparse.Namespace) -> None:
    """Prints the rows of a question, or the list of questions."""
    questions = load_questions()
    if options.question is None:
        show(
            ("question", "title_zh", "title"), [(q.id, q.title_zh, q.title) for q in questions.values()], options.format
        )
        return
    if (question := questions.get(options.question)) is None:
        raise InputError("no such question", file="QUESTION", value=options.question, allowed=", ".join(questions))
    with opened(options) as store:
        rows = store.query(question.cypher, question.arguments(given(options.param, question)))
    show(rows.columns, rows.rows, options.format)
    if not rows.rows:
        print("normatlas: no rows", file=sys.stderr)


def given(pairs: list[str], question: Question) -> dict[str, str]:
    """`k=v` texts as a mapping; types are the question's business."""
    for pair in pairs:
        if "=" not in pair:
            raise InputError("not a parameter", file="--param", value=pair, allowed="name=value")
    parameters = dict(pair.split("=", 1) for pair in pairs)
    for name in parameters:
        if name not in question.parameters:
            raise InputError(
                "no such parameter", file="--param", value=name, allowed=", ".join(question.parameters) or "none"
            )
    return parameters
