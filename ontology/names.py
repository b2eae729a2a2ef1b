"""Names: camelCase in IRIs, snake_case properties and UPPER_SNAKE relations in the graph."""

import re

NAMESPACE = "https://w3id.org/normatlas#"
VOCABULARIES = ("asks", "modalities", "statuses", "tiers")
_CAPITAL = re.compile(r"(?<=[a-z0-9])([A-Z])")


def snake(camel: str) -> str:
    """`validFrom` → `valid_from`."""
    return _CAPITAL.sub(r"_\1", camel).lower()


def upper_snake(camel: str) -> str:
    """`editionOf` → `EDITION_OF`."""
    return snake(camel).upper()


def camel(name: str) -> str:
    """`valid_from` or `EDITION_OF` → `validFrom`, `editionOf`."""
    first, *rest = name.lower().split("_")
    return first + "".join(part.capitalize() for part in rest)
