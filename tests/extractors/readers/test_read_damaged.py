"""Files damaged at random (a fixed seed): read, or refused in one line; never another error."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from reader_files import members_of, ofd, pdf_bytes, zipped
from test_read_tables import sheet
from test_read_word import plan

from errors import InputError
from extractors.readers import read


def damaged(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place, act = chance.randrange(len(out)), chance.randrange(3)
        if act == 0:
            out[place] = chance.randrange(256)
        elif act == 1:
            del out[place : place + chance.randint(1, 40)]
        else:
            out[place:place] = out[place : place + chance.randint(1, 40)]
        if not out:
            break
    return bytes(out) or b"x"


def a_pdf(path: Path) -> Path:
    path.write_bytes(pdf_bytes([["一、总体要求", "Words of a page."], ["第二页。"]]))
    return path


MAKERS: dict[str, Callable[[Path], Path]] = {
    ".docx": plan,
    ".xlsx": lambda path: sheet(path, [["公开号", "标题"], ["CN109996757A", "纳米粒子"]]),
    ".ofd": lambda path: ofd(path, [[(20, "山城"), (30, "方案")]]),
    ".pdf": a_pdf,
    ".zip": lambda path: zipped(path, {"a.txt": "words", "b.html": "<p>words</p>"}),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("suffix", MAKERS)
@pytest.mark.parametrize("seed", range(25))
def test_damage_is_read_or_refused(tmp_path: Path, suffix: str, seed: int) -> None:
    chance = random.Random(seed)
    path = MAKERS[suffix](tmp_path / f"a{suffix}")
    if seed % 2 and suffix not in (".pdf", ".zip"):
        members = members_of(path)
        name = chance.choice(sorted(members))
        zipped(path, {**members, name: damaged(members[name] or b"x", chance)})
    else:
        path.write_bytes(damaged(path.read_bytes(), chance))
    try:
        assert read(path).text
    except InputError as error:
        assert "\n" not in str(error)
        assert str(path) in str(error)


def test_a_workbook_with_a_bomb_of_entities(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["公开号", "标题"], ["CN109996757A", "纳米粒子"]])
    entities = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10))
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    cell = '<c t="inlineStr"><is><t>&e9;</t></is></c>'
    rows = f"<sheetData><row>{cell}{cell}</row></sheetData>"
    xml = f'<!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">{entities}]><worksheet {space}>{rows}</worksheet>'
    with pytest.raises(InputError):
        read(zipped(path, {**members_of(path), "xl/worksheets/sheet2.xml": xml}))
