"""One entry for every designation: the international bodies by their prefix, all else is read as a Chinese one."""

from extractors.designation import chinese, international
from extractors.designation.identifier import Designation, NotADesignation


def parse(text: str) -> Designation:
    """Read one designation, in whatever width, dash or spacing it is written.

    Raises:
        NotADesignation: the text is not one; `.reason` says why.
    """
    if not international.knows(text):
        return chinese.parse(text)
    try:
        return international.parse(text)
    except NotADesignation:
        if international.shares(text):
            return chinese.parse(text)
        raise
