"""The READMEs: commands they show work on the build, both say the same in the same order, links lead somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import DATA, ROOT

BUILD = DATA / "build" / "current"
ENGLISH, CHINESE = (ROOT / name for name in ("README.md", "README.zh-CN.md"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)\)")


def blocks(file: Path, language: str) -> list[str]:
    """The code blocks of one language."""
    return [body for name, body in BLOCK.findall(file.read_text(encoding="utf-8")) if name == language]


def commands(file: Path) -> list[str]:
    """The lines of console blocks that a reader types."""
    lines = [line for body in blocks(file, "console") for line in body.splitlines()]
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


def headings(file: Path) -> list[int]:
    """The levels of the headings, in order."""
    outside = BLOCK.sub("", file.read_text(encoding="utf-8"))
    return [len(mark) for mark in re.findall(r"^(#+) ", outside, re.MULTILINE)]


@pytest.mark.skipif(not (BUILD / "manifest.json").exists(), reason="no build: run `make demo`")
@pytest.mark.parametrize("command", dict.fromkeys(commands(ENGLISH) + commands(CHINESE)))
def test_command_works(command: str, tmp_path: Path) -> None:
    if " report " in command:
        command += f" --out {tmp_path}"
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert "no rows" not in done.stderr


def test_both_show_commands_and_the_same_ones() -> None:
    english, chinese = (
        [re.sub(r"--lang (zh|en)", "--lang", line) for line in commands(file)] for file in (ENGLISH, CHINESE)
    )
    assert english == chinese
    assert len(english) > 10


def test_both_have_the_same_sections_and_blocks() -> None:
    assert headings(ENGLISH) == headings(CHINESE)
    assert [name for name, _ in BLOCK.findall(ENGLISH.read_text(encoding="utf-8"))] == [
        name for name, _ in BLOCK.findall(CHINESE.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("file", [ENGLISH, CHINESE], ids=lambda file: file.name)
def test_every_source_is_listed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    sources = [path.parent.name for path in sorted(DATA.glob("sources/*/source.yaml"))]
    assert sources
    assert [source for source in sources if f"| `{source}` " not in text] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    targets = LINK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert [target for target in targets if "://" not in target and not (ROOT / target).exists()] == []
