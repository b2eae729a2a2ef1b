"""What a view shows, kept in the address: a link reopens the page with the same object, filters and language.

Values in the address are identifiers, never labels, so a link works in both languages.
"""

from collections.abc import Sequence

import streamlit as st

LONGEST = 300


def given(name: str, allowed: Sequence[str] | None = None, default: str = "") -> str:
    """A parameter of the address, else `default`; a value that is not allowed counts as absent."""
    value = str(st.query_params.get(name, default))[:LONGEST]
    return value if allowed is None or value in allowed else default


def given_all(name: str, allowed: Sequence[str]) -> list[str]:
    """A repeated parameter of the address, the allowed values only."""
    return [value for value in st.query_params.get_all(name) if value in allowed]


def seed(key: str, value: object) -> None:
    """Gives a widget its first value; from then on the widget's own state counts."""
    if key not in st.session_state:
        st.session_state[key] = value


def choose(name: str, options: Sequence[str], default: str = "") -> None:
    """Seeds the widget `name`, which takes one of `options`, from the address."""
    if st.session_state.get(name) not in options:
        st.session_state.pop(name, None)
    seed(name, given(name, options, default))


def choose_all(name: str, options: Sequence[str]) -> None:
    """Seeds the widget `name`, which takes several of `options`, from the address."""
    kept = [value for value in st.session_state.get(name, given_all(name, options)) if value in options]
    st.session_state[name] = kept


def publish(**values: str | Sequence[str]) -> None:
    """Writes the address; empty values leave it. The language always stays in it."""
    shown = {name: value for name, value in values.items() if value}
    shown["lang"] = st.session_state.get("lang", "zh")
    if {name: st.query_params.get_all(name) for name in st.query_params} != {
        name: [value] if isinstance(value, str) else list(value) for name, value in shown.items()
    }:
        st.query_params.from_dict(shown)


def centre_on(uid: str) -> None:
    """Makes a node the centre of the explore page; what was chosen around the former one is dropped."""
    st.query_params["uid"] = uid
    for name in ("edge", "open", "relation"):
        st.query_params.pop(name, None)
    st.session_state.pop("relation", None)
