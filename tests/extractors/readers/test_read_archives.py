"""Zip archives of documents."""

import io
import zipfile
from pathlib import Path

import pytest
from reader_files import pdf_bytes, zipped

from errors import InputError
from extractors.readers import read, read_all


def test_members_are_read_by_name_and_leftovers_passed_over(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "b/方案.txt": "一、总体要求。",
        "a.pdf": pdf_bytes([["Words of a page."]]),
        "__MACOSX/._a.pdf": "x",
        "picture.png": "x",
    }
    path = zipped(tmp_path / "all.zip", members)
    assert [(document.path, document.text) for document in read_all(path)] == [
        (f"{path}!a.pdf", "Words of a page.\n"),
        (f"{path}!b/方案.txt", "一、总体要求。"),
    ]
    with pytest.raises(InputError, match=r"holds 2 documents 'a\.pdf, b/方案\.txt'"):
        read(path)


def test_names_in_gbk(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", {"xxxx.txt": "words"})
    path.write_bytes(path.read_bytes().replace(b"xxxx.txt", "方案.txt".encode("gbk")))
    assert read(path).path.endswith("all.zip!方案.txt")


def test_an_archive_of_one_is_a_document(tmp_path: Path) -> None:
    assert read(zipped(tmp_path / "one.zip", {"a.txt": "words"})).text == "words"


def bomb(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", b"0" * (1 << 20))
    return out.getvalue()


def lying() -> bytes:
    """A member that says it has 5 bytes and has a million."""
    data = bytearray(bomb(1))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(signature) + offset
        data[place : place + 4] = (5).to_bytes(4, "little")
    return bytes(data)


def locked() -> bytes:
    data = bytearray(bomb(1))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


def many() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}.png", b"")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (bomb(513), "is too large when expanded '513 MiB'"),
        (lying(), "has a broken part"),
        (locked(), "has an encrypted member"),
        (many(), "has too many members '10001'"),
        (b"PK\x05\x06" + bytes(18), "holds no document of a known type"),
        (b"not a zip", "is a broken zip file"),
    ],
)
def test_hostile_archives(tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(InputError, match=problem):
        list(read_all(tmp_path / "a.zip"))


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.txt": "words"}).read_bytes()
    with pytest.raises(InputError, match="holds no document"):
        list(read_all(zipped(tmp_path / "outer.zip", {"inner.zip": inner})))
