"""Which names of a text are documents, and what each stands for: full names, short names, names without marks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractors.document import Mention
from extractors.policy import patterns
from extractors.policy.folding import Folded
from extractors.policy.names import Name, canonical, names

STATE = "中华人民共和国"
AFTER_NUMBER = re.compile(r"[A-Z]{1,6}(?:/[A-Z]{1,3})?[\s\u3000]*\d[\d.]*(?:[-—–－]\d{2,4})?\s*[，、,：:]?\s*$")
BEFORE_NUMBER = re.compile(r"\s*[，,]?\s*[（(\[]?[A-Z]{1,6}(?:/[A-Z]{1,3})?\s*\d")
INTRODUCED = re.compile("(?:简称|统称)为?[：:]?$")
VERSION = re.compile("[（(][^（）()]*[）)]$")
SHORTEST_BARE = 5
ONE_WORD = 4


@cache
def endings() -> tuple[str, ...]:
    """What names of documents end with."""
    return patterns.words(patterns.load("citations")["endings"])


@cache
def not_names() -> frozenset[str]:
    """Words that end like a document's name and name none."""
    return frozenset(patterns.words(patterns.load("citations")["not_names"]))


def documents(folded: Folded, designations: Sequence[Mention]) -> list[Name]:
    """The names in marks that are laws, plans or other documents, not standards or books."""
    text = folded.text
    edges = {edge for mention in designations if mention.type == "standard" for edge in (mention.start, mention.end)}
    found = (name for name in names(text) if not introduces(text, name))
    return [name for name in found if is_document(name) and not is_standard(folded, name, edges)]


def introduces(text: str, name: Name) -> bool:
    """Whether the name is only given as a short name here: （以下简称《办法》）."""
    return bool(INTRODUCED.search(text, max(0, name.start - 6), name.start))


def is_document(name: Name) -> bool:
    """Whether a name ends as documents do."""
    return VERSION.sub("", canonical(name.text)).rstrip("》").endswith(endings())


def is_standard(folded: Folded, name: Name, edges: set[int]) -> bool:
    """Whether a standard's number stands right before or after the name; `edges` are the ends of such numbers."""
    start, end = folded.span(name.start, name.end)
    text, near = folded.text, (start - 1, start, end, end + 1)
    before, after = text[max(0, name.start - 24) : name.start], text[name.end : name.end + 16]
    return bool(edges.intersection(near) or AFTER_NUMBER.search(before) or BEFORE_NUMBER.match(after))


@cache
def alias_form() -> re.Pattern[str]:
    """How a short name is given after a name."""
    return re.compile(patterns.load("citations")["alias"])


def aliases(text: str, cited: Sequence[Name]) -> dict[str, str]:
    """Short names, as given in brackets or as a law without 中华人民共和国, with the full names."""
    short = {name.text.removeprefix(STATE): canonical(name.text) for name in cited if name.text.startswith(STATE)}
    given = ((alias_form().search(text, name.end, name.end + 90), name) for name in cited)
    alias = {
        found["alias"].strip(): canonical(name.text)
        for found, name in given
        if found and not set("。《").intersection(text[name.end : found.start()])
    }
    return short | words_for(cited, alias) | alias


def words_for(cited: Sequence[Name], alias: Mapping[str, str]) -> dict[str, str]:
    """One-word names (《决定》) of documents whose full name ends with the word; the last such name counts."""
    words = {name.text for name in cited if len(name.text) <= ONE_WORD} - alias.keys()
    full = [name.text for name in cited if len(name.text) > ONE_WORD]
    ends = ((word, [name for name in full if name.endswith(word)]) for word in words)
    return {word: canonical(names[-1]) for word, names in ends if names}


def resolve(name: str, known: Mapping[str, str]) -> str:
    """The full name a cited name stands for."""
    return known.get(name, canonical(name))


def bare(text: str, cited: Sequence[Name], known: Mapping[str, str]) -> Iterator[Name]:
    """Names without marks: those the text elsewhere has in marks, short names, and 中华人民共和国…法."""
    wanted = {VERSION.sub("", name.text) for name in cited} | {name.text for name in cited} | set(known)
    wanted = {name for name in wanted if len(name) >= SHORTEST_BARE and name not in not_names()}
    own = STATE + patterns.load("citations")["state_law"]
    pattern = re.compile(f"{patterns.alternation(wanted)}|{own}" if wanted else own)
    inside = {at for name in names(text) for at in range(name.start, name.end)}
    for found in pattern.finditer(text):
        if found.start() not in inside and (found[0].startswith(STATE) or begins(text, found.start())):
            yield Name(found.start(), found.end(), found[0])


@cache
def cues() -> tuple[str, ...]:
    """Words after which a name without marks begins."""
    return patterns.words(patterns.load("citations")["bare_cues"])


def begins(text: str, start: int) -> bool:
    """Whether a name may begin here: no Han character before it, or the end of a cue."""
    before = text[max(0, start - 4) : start]
    return not before or not "一" <= before[-1] <= "鿿" or before.endswith(cues())
