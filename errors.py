"""The one error a user meets: a line that names file, place, value and what is allowed."""


class InputError(Exception):
    """Input that cannot be used.

    Args:
        problem: what is wrong, one clause.
        file: the file (or table, or command-line argument) it stands in.
        place: line, row, page, key or offset inside the file; empty when the whole file is meant.
        value: the offending value, shortened.
        allowed: what would be accepted.
    """

    def __init__(
        self, problem: str, *, file: object = "", place: object = "", value: object = "", allowed: object = ""
    ):
        self.problem, self.file, self.place, self.value, self.allowed = problem, file, place, value, allowed
        where = ":".join(str(part) for part in (file, place) if str(part))
        shown = f" {str(value)[:80]!r}" if str(value) else ""
        hint = f" (allowed: {allowed})" if str(allowed) else ""
        super().__init__(" ".join(f"{where + ': ' if where else ''}{problem}{shown}{hint}".split("\n")))
