"""The words of the app: its own, those of the reports, and the labels of the ontology, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gaps.reports import strings
from ontology import schema

FILE = Path(__file__).with_name("strings.yaml")
LANGUAGES = {"zh": "中文", "en": "English"}
SYMBOLS = {"gap": "●", "covered": "■", "unknown": "○"}
"""A finding is told by word and shape, never by colour alone."""


@dataclass(frozen=True, slots=True)
class Words:
    """One language; `lang` is "zh" or "en"."""

    lang: str
    own: Mapping[str, Any]
    report: strings.Strings

    def __call__(self, key: str, **values: object) -> str:
        return str(self.own[key]).format(**values)

    def page(self, name: str) -> str:
        return str(self.own["page"][name])

    def scope(self, scope: str) -> str:
        return f"{SYMBOLS.get(scope, '')} {self.report.label('scope', scope)}"

    def either(self, facts: Mapping[str, Any], name: str) -> str:
        """A text kept per language, in the other language when this one is missing, else the plain one."""
        other = "en" if self.lang == "zh" else "zh"
        return str(facts.get(f"{name}_{self.lang}") or facts.get(f"{name}_{other}") or facts.get(name) or "")

    def label(self, term: object) -> str:
        """The label of a class, relation, property or term of the ontology."""
        return str(getattr(term, f"label_{self.lang}"))

    def node_class(self, name: str) -> str:
        found = schema.load().classes.get(name)
        return self.label(found) if found else name

    def relation(self, name: str) -> str:
        found = schema.load().relations.get(name)
        return self.label(found) if found else name

    def value(self, name: str, value: object) -> str:
        """A property's value, labelled when its property is an enumeration of the ontology."""
        group = strings.VOCABULARIES.get(name)
        term = schema.load().vocabularies[group].get(str(value)) if group else None
        return self.label(term) if term else str(value)


@cache
def table() -> Mapping[str, Mapping[str, Any]]:
    """Both languages as written in the file."""
    words: Mapping[str, Mapping[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return words


def load(lang: str) -> Words:
    """The words of a language; Chinese for anything else than "en"."""
    known = lang if lang in table() else "zh"
    return Words(known, table()[known], strings.load(known))
