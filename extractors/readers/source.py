"""The bytes of a file and where they come from; what is wrong with a path is said here."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from errors import InputError
from extractors.readers.limits import limits

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file in memory: `label` is how messages name it, `name` its file name, `data` its bytes."""

    label: str
    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """Lower case, with the dot: ".docx"."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem

    def refuse(self, problem: str, *, place: object = "", value: object = "", allowed: object = "") -> InputError:
        """The error to raise about this file."""
        return InputError(problem, file=self.label, place=place, value=value, allowed=allowed)


def load(path: Path | str) -> Source:
    """Read a regular file whole.

    Raises:
        InputError: no such file, a folder, no permission, empty, or larger than `limits().file_bytes`.
    """
    path = Path(path)
    limit = limits().file_bytes
    try:
        if path.is_dir():
            raise InputError("is a folder", file=path, allowed="a file")
        if path.exists() and not path.is_file():
            raise InputError("is no regular file", file=path, allowed="a file")
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise InputError("no such file", file=path) from None
    except PermissionError:
        raise InputError("no permission to read", file=path) from None
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", file=path) from None
    if not data:
        raise InputError("is empty", file=path)
    if len(data) > limit:
        raise InputError("is too large", file=path, allowed=f"at most {limit // MEBIBYTE} MiB")
    return Source(str(path), path.name, data)
