"""What every page is given: the words, the build, the open graph and the search index."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from app_pages import build, search
from app_pages.build import Build
from app_pages.search import Index
from app_pages.words import Words
from graph.store import Store
from graph.store import open as open_store

Stamp = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class View:
    """One page's surroundings; `graph` and `index` are opened when first asked for, once for all sessions."""

    words: Words
    build: Build
    stamp: Stamp

    @property
    def graph(self) -> Store:
        with st.spinner(self.words("reading")):
            return opened(self.build.folder, self.stamp)

    @property
    def index(self) -> Index:
        with st.spinner(self.words("reading")):
            return indexed(self.build.folder, self.stamp)


# `stamp` changes when another build is swapped in, which makes a new entry; one entry is kept.
@st.cache_resource(show_spinner=False, max_entries=1)
def read(folder: Path, stamp: Stamp) -> Build:
    return build.read(folder)


@st.cache_resource(show_spinner=False, max_entries=1)
def opened(folder: Path, stamp: Stamp) -> Store:
    return open_store(folder)


@st.cache_resource(show_spinner=False, max_entries=1)
def indexed(folder: Path, stamp: Stamp) -> Index:
    return search.index(folder)
