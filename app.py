"""The web front door: `streamlit run app.py -- --build DIR` (default: data/build/current). Reads, never writes."""

import sys
from functools import partial
from pathlib import Path

import streamlit as st

from app_pages import address, build, words
from app_pages.markup import escaped, plain
from app_pages.page_list import PAGES
from app_pages.view import View, read
from app_pages.words import LANGUAGES, Words
from errors import InputError

STYLE = Path(__file__).with_name("app_pages") / "app.css"
ICON = STYLE.with_name("icon.svg")


def main() -> None:
    """One run of the script: language, build, page."""
    st.set_page_config(
        page_title="标准图谱 Normatlas",
        page_icon=ICON.read_text(encoding="utf-8"),
        layout="wide",
        initial_sidebar_state=240,
    )
    st.html(f"<style>{STYLE.read_text(encoding='utf-8')}</style>")
    said = language()
    folder = build.place(sys.argv[1:])
    stamp = build.stamp(folder)
    if stamp is None:
        no_build(said, folder)
        return
    try:
        view = View(said, read(folder, stamp), stamp)
        facts(view)
        navigate(view)
    except InputError as error:
        st.error(plain(said("broken_build", problem=error)))


def language() -> Words:
    """The language switch; the address names the language a link was made in."""
    address.choose("lang", list(LANGUAGES), "zh")
    with st.sidebar:
        own = words.load(st.session_state["lang"])
        st.html(f'<p class="node-title">{escaped(own("product"))}</p>')
        st.segmented_control(
            own("language"), list(LANGUAGES), key="lang", format_func=lambda lang: LANGUAGES[lang], required=True
        )
    return words.load(st.session_state["lang"])


def facts(view: View) -> None:
    """Which data is shown, and how findings are to be read."""
    said = view.words
    lines = [said("data_as_of", as_of=view.build.as_of), said("data_version", version=view.build.version)]
    legend = [
        f"<b>{escaped(said.scope(scope))}</b> {escaped(said('legend_' + scope))}"
        for scope in ("gap", "covered", "unknown")
    ]
    with st.sidebar:
        st.html(f'<p class="source">{"<br>".join(escaped(line) for line in lines)}</p>')
        st.html(
            f'<p class="eyebrow">{escaped(said("legend"))}</p>'
            + "".join(f'<p class="legend">{line}</p>' for line in legend)
        )


def navigate(view: View) -> None:
    pages = {
        name: st.Page(
            partial(show, view),
            title=view.words.page(name),
            url_path=name,
            default=name == "overview",
        )
        for name, show in PAGES.items()
    }
    st.session_state["pages"] = pages
    st.navigation(list(pages.values()), position="top").run()


def no_build(said: Words, folder: Path) -> None:
    """What to do when nothing was built yet."""
    st.title(said("no_build"), anchor=False)
    st.markdown(said("no_build_text", folder=plain(folder)))
    st.code("normatlas build", language="shell")


if __name__ == "__main__":
    main()
