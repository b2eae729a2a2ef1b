"""Numbers as list labels."""

import pytest

from extractors.readers.counting import write

CASES = {
    "chineseCounting": {
        1: "一",
        10: "十",
        11: "十一",
        20: "二十",
        25: "二十五",
        100: "一百",
        105: "一百零五",
        110: "一百一十",
    },
    "japaneseCounting": {3: "三", 1000: "一千", 1001: "一千零一", 10000: "10000", 0: "0"},
    "ideographDigital": {1: "一", 10: "一〇", 21: "二一"},
    "chineseLegalSimplified": {1: "壹", 10: "壹拾", 15: "壹拾伍"},
    "decimalEnclosedCircleChinese": {1: "①", 20: "⑳", 21: "21"},
    "decimalZero": {3: "03", 12: "12"},
    "decimalFullWidth": {12: "１２"},
    "lowerLetter": {1: "a", 26: "z", 27: "aa", 0: "0"},
    "upperLetter": {2: "B"},
    "lowerRoman": {4: "iv", 9: "ix", 1994: "mcmxciv"},
    "upperRoman": {14: "XIV"},
    "bullet": {1: ""},
    "someFutureFormat": {7: "7"},
}


@pytest.mark.parametrize(
    ("name", "number", "label"),
    [(name, number, label) for name, pairs in CASES.items() for number, label in pairs.items()],
)
def test_labels(name: str, number: int, label: str) -> None:
    assert write(number, name) == label
