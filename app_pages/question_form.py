"""Questions: a form for each ready question, its answer as a table, and the Cypher it runs."""

from typing import Any

import streamlit as st

from app_pages import address, tables
from app_pages.markup import plain
from app_pages.view import View
from errors import InputError
from gaps.reports.blocks import Cell, Column, Table
from gaps.reports.csv import table as csv_table
from graph.questions import Parameter, Question, load
from graph.store import Rows

PREFIX = "p_"
"""Parameters of a question in the address: p_<name>."""


def show(view: View) -> None:
    """The page."""
    words, questions = view.words, load()
    st.title(words("questions_title"), anchor=False)
    st.caption(words("questions_lead"))
    if not questions:
        return
    address.choose("question", list(questions), next(iter(questions)))
    chosen = st.selectbox(
        words("question"),
        list(questions),
        key="question",
        format_func=lambda name: said(view, questions[name], "title"),
    )
    question = questions[chosen]
    st.markdown(plain(said(view, question, "description")))
    given, pressed = form(view, question)
    running = pressed or address.given("run") == chosen
    address.publish(question=chosen, run=chosen if running else "", **changed(question, given))
    if running:
        answer(view, question, given)
    with st.expander(words("show_cypher")):
        st.code(question.cypher, language="cypher")


def said(view: View, item: Question | Parameter, name: str) -> str:
    """A text of a header in the language of the page."""
    return str(getattr(item, f"{name}_zh" if view.words.lang == "zh" else name))


def form(view: View, question: Question) -> tuple[dict[str, Any], bool]:
    """The parameters as the person set them, and whether the button was pressed."""
    with st.form(f"form-{question.id}", border=True):
        given = {name: field(view, question, item) for name, item in question.parameters.items()}
        return given, st.form_submit_button(view.words("run"), type="primary")


def field(view: View, question: Question, item: Parameter) -> Any:
    """One parameter's widget, of its declared type."""
    key = f"{question.id}.{item.name}"
    address.seed(key, first(question, item))
    label = f"{said(view, item, 'description')} ({item.name})"
    if item.type == "boolean":
        return st.checkbox(plain(label), key=key)
    if item.type in ("integer", "number"):
        return st.number_input(plain(label), key=key, step=1 if item.type == "integer" else None)
    return st.text_input(plain(label), key=key, max_chars=address.LONGEST)


def first(question: Question, item: Parameter) -> Any:
    """The value the address gives a parameter, else its default."""
    text = address.given(PREFIX + item.name)
    if not text:
        return item.default
    try:
        return question.arguments({item.name: text})[item.name]
    except InputError:
        return item.default


def changed(question: Question, given: dict[str, Any]) -> dict[str, str]:
    """The parameters that differ from their defaults, for the address."""
    items = question.parameters
    return {
        PREFIX + name: str(value) for name, value in given.items() if value != items[name].default and value is not None
    }


def answer(view: View, question: Question, given: dict[str, Any]) -> None:
    words = view.words
    try:
        known = {name: value for name, value in given.items() if value is not None}
        rows = view.graph.query(question.cypher, question.arguments(known))
    except InputError as error:
        st.error(plain(words("refused", problem=error)))
        return
    if not rows.rows:
        st.info(words("answer_none"))
        return
    st.caption(words("answer_rows", count=len(rows.rows)))
    table = as_table(view, question, rows)
    tables.show(table, f"answer-{question.id}")
    st.download_button(words("download_csv"), csv_table(table), f"{question.id}.csv", "text/csv", on_click="ignore")


def as_table(view: View, question: Question, rows: Rows) -> Table:
    """The answer under the headings its question declares."""
    headings = {column.name: column.zh if view.words.lang == "zh" else column.en for column in question.returns}
    columns = tuple(Column(headings.get(name, name), "text", 1) for name in rows.columns)
    return Table("", columns, tuple(tuple(cell(value) for value in row) for row in rows.rows))


def cell(value: Any) -> Cell:
    """Lists on one line; everything else as it is."""
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value)
    return value if isinstance(value, str | int | float) or value is None else str(value)
