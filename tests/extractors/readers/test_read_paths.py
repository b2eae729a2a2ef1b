"""Paths that are no readable file."""

import os
from pathlib import Path

import pytest

from errors import InputError
from extractors.readers import read, read_table
from extractors.readers.limits import limits


def test_a_file_that_vanished(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        read(tmp_path / "gone.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


def test_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="is no regular file"):
        read(tmp_path / "pipe.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    with pytest.raises(InputError, match="no permission to read"):
        read(path)


def test_a_name_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(f"{tmp_path}/a\0b.txt")


def test_200_megabytes_name_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200 << 20)
    with pytest.raises(InputError, match=rf"is too large \(allowed: at most {limits().file_bytes >> 20} MiB\)"):
        read(path)


@pytest.mark.parametrize("name", ["sheet.xls", "page.doc", "noextension"])
def test_an_unknown_type_lists_the_known_ones(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("words")
    with pytest.raises(InputError, match=r"unknown file type .*\.docx \.pdf"):
        read(tmp_path / name)


def test_a_text_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(InputError, match=r"is no table '\.txt' \(allowed: \.csv"):
        read_table(tmp_path / "a.txt")


def test_suffixes_are_read_in_any_case(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text("words")
    assert read(tmp_path / "A.TXT").text == "words"
