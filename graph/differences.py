"""When two sources really contradict each other: not when one is less precise or punctuates a title otherwise."""

_DATES = ("published", "valid_from", "valid_to", "filed")
_TITLES = ("title", "title_zh", "title_en")


def differ(name: str, one: object, other: object) -> bool:
    """Whether two values of the property `name` contradict each other.

    Dates are compared as precisely as the less precise one is given; titles by their letters and digits alone.
    """
    first, second = str(one), str(other)
    if name in _DATES:
        shared = min(len(first), len(second))
        return first[:shared] != second[:shared]
    if name in _TITLES:
        return _letters(first) != _letters(second)
    return first != second


def _letters(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())
