"""The command line as a user types it: data on stdout, one line on stderr and exit code 1 for what is refused."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from commands import COMMANDS
from tests.places import DATA, ROOT

BUILD = DATA / "build" / "current"


def normatlas(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "cli", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, timeout=120)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_explains_each_command_with_an_example(command):
    code, out, _ = normatlas(command, "--help")
    assert code == 0
    assert "example:" in out


def test_parse_answers_every_line_in_order():
    lines = ["GB／T 1.1—2020", "", "not a standard", "ISO/IEC 27001:2022", "GBT 42062-2022"]
    code, out, _ = normatlas("parse", "--kind", "standard", stdin="\n".join(lines).encode())
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [answer["input"] for answer in answers] == lines
    canonical = [answer["canonical"] for answer in answers]
    assert canonical == ["GB/T 1.1-2020", None, None, "ISO/IEC 27001:2022", "GB/T 42062-2022"]
    assert all((answer["canonical"] is None) == bool(answer["error"]) for answer in answers)


def test_parse_patents():
    lines = ["CN 109996757 A", "CN201610123456.7", "US 7,292,636 B2"]
    _, out, _ = normatlas("parse", "--kind", "patent", stdin="\n".join(lines).encode())
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["canonical"] for answer in answers] == ["CN109996757A", None, "US7292636B2"]
    assert "check" in answers[1]["error"]


def test_gaps_in_three_formats():
    _, as_json, _ = normatlas("gaps", "--format", "json")
    _, as_csv, _ = normatlas("gaps", "--format", "csv")
    _, as_table, notes = normatlas("gaps", "--top", "10")
    rows = json.loads(as_json)
    assert len(rows) == len(list(csv.DictReader(io.StringIO(as_csv)))) > 100
    assert as_table.count("\n") == 12
    assert "sample" in notes
    for row in rows:
        assert row["scope"] in ("gap", "covered", "unknown")
        assert row["ratio"] is None or row["ratio_low"] <= row["ratio"] <= row["ratio_high"]
        assert row["provisions"]
        assert set(row["claimed"]) <= set(row["kinds"])


def test_no_gap_is_claimed_where_the_catalogue_is_a_sample():
    rows = json.loads(normatlas("gaps", "--format", "json")[1])
    assert not [row["title_zh"] for row in rows if row["scope"] == "gap"]
    assert not [row["title_zh"] for row in rows if "policy_gap" in row["claimed"]]


def test_ask_lists_and_answers():
    code, listed, _ = normatlas("ask", "--format", "json")
    questions = json.loads(listed)
    assert code == 0
    assert len(questions) >= 15
    assert all(question["title_zh"] and question["title"] for question in questions)
    rows = json.loads(normatlas("ask", "targets", "--format", "json")[1])
    assert len(rows) == 10
    assert {row["year"] for row in rows} == {2025}


def test_report_writes_files_that_open(tmp_path):
    code, out, _ = normatlas("report", "--to", "xlsx,html,docx", "--out", tmp_path, "--lang", "en")
    paths = [Path(line) for line in out.split()]
    assert code == 0
    assert [path.suffix for path in paths] == [".xlsx", ".html", ".docx"]
    assert all(path.stat().st_size > 10_000 for path in paths)


REFUSED = [
    ("ask", "no_such_question"),
    ("ask", "targets", "--param", "colour=red"),
    ("ask", "targets", "--param", "limit"),
    ("gaps", "--policy", "no such plan"),
    ("gaps", "--build", "no/such/folder"),
    ("report", "--to", "papyrus"),
    ("extract", "no-such-file.txt"),
    ("extract", "."),
]


@pytest.mark.parametrize("arguments", REFUSED, ids=[" ".join(case) for case in REFUSED])
def test_what_is_refused_is_one_line(arguments):
    code, out, err = normatlas(*arguments)
    assert code == 1
    assert out == ""
    assert err.startswith("normatlas: ")
    assert err.count("\n") == 1


def broken_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 this is no archive")


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 300_000_000)


BAD = {
    "unknown.xyz": lambda path: path.write_text("text"),
    "empty.txt": lambda path: path.write_text(""),
    "binary.txt": lambda path: path.write_bytes(bytes(range(128, 256)) * 20 + b"\xff\xff\x00"),
    "broken.docx": broken_zip,
    "broken.xlsx": broken_zip,
    "bomb.docx": bomb,
    "scan.pdf": lambda path: path.write_bytes(b"%PDF-1.4\n%%EOF\n"),
    "columns.csv": lambda path: path.write_text("颜色,形状\n红,圆\n", encoding="utf-8"),
    "huge.txt": lambda path: path.write_bytes(b"\n" * 200_000_000),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_the_last_build_stays(tmp_path, name):
    path = tmp_path / name
    BAD[name](path)
    target = tmp_path / "build"
    target.mkdir()
    (target / "manifest.json").write_text("good")
    code, _, err = normatlas("build", "--add", path, "--build", target)
    assert code == 1
    assert name in err
    assert err.count("\n") == 1
    assert (target / "manifest.json").read_text() == "good"


def test_gb18030_is_read(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("应当符合GB 2894的规定。".encode("gb18030"))
    code, out, _ = normatlas("extract", path, "--type", "standard")
    assert code == 0
    assert json.loads(out)["id"] == "GB 2894"


def test_interrupting_a_build_leaves_the_last_one(tmp_path):
    target = tmp_path / "build"
    target.mkdir()
    (target / "manifest.json").write_text("good")
    command = [sys.executable, "-m", "cli", "build", "--build", str(target)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True) as running:
        time.sleep(8)
        os.killpg(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "interrupted" in err.decode().splitlines()[-1]
    assert (target / "manifest.json").read_text() == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["build"]
