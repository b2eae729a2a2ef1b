"""The words of a report, read from strings.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from errors import InputError
from ontology import schema

VOCABULARIES = {"tier": "tiers", "ask": "asks", "modality": "modalities", "status": "statuses"}
"""Groups of labels that the ontology declares."""
FILE = Path(__file__).with_name("strings.yaml")


@dataclass(frozen=True, slots=True)
class Strings:
    """One language's strings; `lang` is "zh" or "en"."""

    lang: str
    words: Mapping[str, Any]

    def text(self, key: str, **values: object) -> str:
        """The string `key` with its placeholders filled."""
        return str(self.words[key]).format(**values)

    def lines(self, key: str) -> tuple[str, ...]:
        return tuple(str(line) for line in self.words[key])

    def label(self, group: str, key: str) -> str:
        """The label of an identifier of an enumeration; the identifier itself when it has no label yet."""
        if group in self.words:
            return str(self.words[group].get(key, key.replace("_", " ")))
        term = schema.load().vocabularies[VOCABULARIES[group]].get(key)
        return key.replace("_", " ") if term is None else term.label_zh if self.lang == "zh" else term.label_en


@cache
def table() -> Mapping[str, Mapping[str, Any]]:
    """Both languages as written in the file."""
    words: Mapping[str, Mapping[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return words


def load(lang: str) -> Strings:
    """Raises InputError for a language without strings."""
    if lang not in table():
        raise InputError("no report in this language", place="lang", value=lang, allowed=", ".join(table()))
    return Strings(lang, table()[lang])
