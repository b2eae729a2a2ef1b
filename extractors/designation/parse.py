"""One entry for every designation: the international bodies by their prefix, all else is read as a Chinese one."""

from extractors.designation import chinese
from extractors.designation.identifier import Designation, NotADesignation
from extractors.designation.international.bodies import prefix_of
from extractors.designation.international.fold import fold
from extractors.designation.international.read import read


def parse(text: str) -> Designation:
    """Read one designation, in whatever width, dash or spacing it is written.

    Raises:
        NotADesignation: the text is not one; `.reason` says why.
    """
    folded = fold(text)
    prefix = prefix_of(folded)
    if prefix is None:
        return chinese.parse(text)
    try:
        return read(text, folded, prefix)
    except NotADesignation:
        if prefix.shared:
            return chinese.parse(text)
        raise
