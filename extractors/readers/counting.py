"""Numbers as Word writes list labels: 3 as 三, ③, c, iii …; formats by their OOXML names."""

from collections.abc import Callable

HAN, HAN_FORMAL = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
UNITS, UNITS_FORMAL = ("", "十", "百", "千"), ("", "拾", "佰", "仟")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
LARGEST = 9999


def han(number: int, digits: str = HAN, units: tuple[str, ...] = UNITS) -> str:
    """Chinese counting up to 9,999: 11 is 十一, 105 is 一百零五."""
    if not 0 < number <= LARGEST:
        return str(number)
    out, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + units[place]
        gap = not digit
    return out.removeprefix("一") if 10 <= number < 20 and digits is HAN else out


def letters(number: int) -> str:
    """a … z, then aa, bb … as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= LARGEST else str(number)


def roman(number: int) -> str:
    if not 0 < number <= LARGEST:
        return str(number)
    out = ""
    for value, sign in ROMAN + ROMAN_SMALL:
        out += sign * (number // value)
        number %= value
    return out


def circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 0 < number <= 20 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "japaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "ideographDigital": lambda number: "".join(HAN[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: han(number, HAN_FORMAL, UNITS_FORMAL),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "bullet": lambda number: "",
    "none": lambda number: "",
}


def write(number: int, name: str) -> str:
    """`number` in the format `name`; a format that is not known is written in digits."""
    return FORMATS.get(name, str)(number)
