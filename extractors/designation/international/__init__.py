"""Designations of international, regional and foreign bodies.

A body is one file in `extractors/patterns/designation/`: its forms (a pattern and a template each); the prefixes that
lead to it stand in `bodies.tsv`.
"""

from extractors.designation.international.bodies import knows, shares
from extractors.designation.international.read import parse

__all__ = ["knows", "parse", "shares"]
