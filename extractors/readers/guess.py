"""What a text is and in which language, from its beginning; cues are data (`patterns/readers/kinds.yaml`)."""

import re
from functools import cache

from extractors.readers.limits import pattern_file

HAN = re.compile(r"[\u3400-\u9fff]")
LETTER = re.compile(r"[^\W\d_]")
SAMPLE, HAN_SHARE = 50_000, 0.15


def language(text: str) -> str:
    """zh when at least 15 % of the letters are Han characters (Chinese full of formulae has more), else en."""
    sample = text[:SAMPLE]
    letters = len(LETTER.findall(sample))
    return "zh" if letters and len(HAN.findall(sample)) >= HAN_SHARE * letters else "en"


def kind(text: str) -> str:
    """policy, standard or patent when its cues carry enough weight, else text."""
    beginning, least, cues = _cues()
    sample = text[:beginning]
    weights = {name: sum(weight for cue, weight in of_kind if cue.search(sample)) for name, of_kind in cues.items()}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] >= least else "text"


@cache
def _cues() -> tuple[int, int, dict[str, list[tuple[re.Pattern[str], int]]]]:
    raw = pattern_file("kinds.yaml")
    compiled = {name: [(re.compile(cue), weight) for cue, weight in rows] for name, rows in raw["cues"].items()}
    return raw["beginning"], raw["least"], compiled
