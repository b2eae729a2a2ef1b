"""The words of a row: why it is a gap, covered or unknown, and which table would settle it. Sentences: words.yaml."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from gaps.measures import CHINESE, TIERS, Measure
from gaps.scope import Closed, chinese
from ontology.vocabulary import Concept

LANGS = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of words.yaml."""

    sentences: dict[str, Any]

    def reasons(self, measured: Measure, scopes: Iterable[Closed], here: str, abroad: str) -> dict[str, str]:
        """reason_zh, reason_en: the Chinese verdict, then the international one."""
        counts = {tier: measured.counted(tier) for tier in TIERS}
        total = sum(counts[tier] for tier in CHINESE)
        scopes = tuple(scopes)
        told = {}
        for lang in LANGS:
            home = self.sentences["reason"][here][lang]
            away = self.sentences["international"][abroad][lang]
            told[f"reason_{lang}"] = self.sentences["separator"][lang].join(
                (
                    home.format(**counts, chinese=total, catalogues=_names(scopes, lang, True)),
                    away.format(**counts, catalogues=_names(scopes, lang, False)),
                )
            )
        return told

    def settles(self, concept: Concept, here: str, abroad: str) -> dict[str, str]:
        """settle_zh, settle_en: the table that would turn an unknown into a gap or covered; empty when nothing is."""
        wanted = "unknown" if "unknown" in (here, abroad) else "none"
        codes = [m.code for m in concept.mappings if m.scheme in ("ics", "ccs") and m.match != "broad"]
        return {
            f"settle_{lang}": self.sentences["settle"][wanted][lang].format(
                classes=self.sentences["classes"][lang].format(codes=", ".join(codes)) if codes else ""
            )
            for lang in LANGS
        }

    def limits(self, lang: str) -> list[str]:
        """What the data do not cover."""
        limits: list[str] = self.sentences["limits"][lang]
        return limits


def load() -> Words:
    """The sentences beside this file."""
    return Words(yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")))


def _names(scopes: Iterable[Closed], lang: str, home: bool) -> str:
    titles = (s.title_zh if lang == "zh" else s.title_en for s in scopes if chinese([s]) is home)
    return ("、" if lang == "zh" else ", ").join(dict.fromkeys(titles))
