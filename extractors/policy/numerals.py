"""Chinese numerals of headings, dates and figures."""

import re

DIGITS = {character: index for index, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
NUMERAL = re.compile(r"[零〇○一二两三四五六七八九十百千万亿]+")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def parse(text: str) -> int:
    """The value of a whole number in Chinese or ASCII digits: `二十一` 21, `二〇二五` 2025, `17` 17.

    Raises:
        ValueError: the text is no number.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if not NUMERAL.fullmatch(text):
        raise ValueError(text)
    if len(text) > 1 and not any(character in PLACES or character in MYRIADS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    return places(text)


def places(text: str) -> int:
    """The value of a numeral written with places, such as 一百零五 or 三十万."""
    total, section, digit = 0, 0, 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in PLACES:
            section, digit = section + (digit or 1) * PLACES[character], 0
        else:
            total, section, digit = (total + section + digit or 1) * MYRIADS[character], 0, 0
    return total + section + digit


def roman(text: str) -> int:
    """The value of a Roman numeral; no check of its form."""
    values = [ROMAN[letter] for letter in text]
    return sum(-here if here < after else here for here, after in zip(values, [*values[1:], 0], strict=True))
