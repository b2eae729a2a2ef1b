"""Zip archives that nobody vouches for: what they hold is checked before anything is expanded."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from extractors.readers.limits import limits
from extractors.readers.source import MEBIBYTE, Source

UTF8_NAME = 0x800
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
)


def open_archive(source: Source) -> zipfile.ZipFile:
    """The archive, after looking at its table of contents.

    Raises:
        InputError: broken, encrypted, with paths that leave it, or larger when expanded than the limits allow.
    """
    if source.data.startswith(OLE):
        raise source.refuse(
            "is an encrypted or pre-2007 Office file", allowed="saved without password in today's format"
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except BROKEN as error:
        raise source.refuse(f"is a broken {source.suffix.lstrip('.')} file: {error}") from None
    _check(source, archive.infolist())
    return archive


def read_member(source: Source, archive: zipfile.ZipFile, name: str) -> bytes:
    """One member's bytes; the table of contents said how many, more are not read.

    Raises: InputError when it is missing, damaged or larger than a file may be.
    """
    try:
        if archive.getinfo(name).file_size > limits().file_bytes:
            raise source.refuse(
                "member is too large", place=name, allowed=f"at most {limits().file_bytes // MEBIBYTE} MiB"
            )
        return archive.read(name)
    except KeyError:
        raise source.refuse("lacks a part", value=name) from None
    except BROKEN as error:
        raise source.refuse(f"has a broken part: {error}", place=name) from None


def shown_name(archive: zipfile.ZipFile, name: str) -> str:
    """A member's name to show; archives made by Chinese Windows have names in GBK without saying so."""
    if archive.getinfo(name).flag_bits & UTF8_NAME:
        return name
    try:
        return name.encode("cp437").decode("gb18030")
    except UnicodeError:
        return name


def _check(source: Source, members: list[zipfile.ZipInfo]) -> None:
    allowed = limits()
    if len(members) > allowed.archive_members:
        raise source.refuse("has too many members", value=len(members), allowed=f"at most {allowed.archive_members}")
    if (total := sum(member.file_size for member in members)) > allowed.archive_bytes:
        most = f"at most {allowed.archive_bytes // MEBIBYTE} MiB"
        raise source.refuse("is too large when expanded", value=f"{total // MEBIBYTE} MiB", allowed=most)
    for member in members:
        _check_member(source, member)


def _check_member(source: Source, member: zipfile.ZipInfo) -> None:
    name, allowed = member.filename, limits()
    if member.flag_bits & 1:
        raise source.refuse("has an encrypted member", place=name)
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if ".." in parts or parts[:1] == ("/",) or name[1:2] == ":":
        raise source.refuse("has a member outside the archive", value=name, allowed="relative paths")
    ratio = member.file_size / max(member.compress_size, 1)
    if member.file_size > allowed.archive_ratio_from and ratio > allowed.archive_ratio:
        most = f"at most {allowed.archive_ratio} times its packed size"
        raise source.refuse("has a member that expands too far", place=name, value=f"{ratio:.0f} times", allowed=most)
