"""Patent numbers: spellings of offices, exports and references; reasons for refusal; whole real tables."""

import csv
import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.patent_forms import forms
from extractors.patent_number import NotAPatentNumber, parse

SHARED = Path(__file__).parents[2] / "../shared/data/patents"

EXAMPLES = sorted(
    {
        (spelling, canonical, form.form)
        for of_office in forms().values()
        for form in of_office
        for canonical, spellings in (form.example or {}).items()
        for spelling in spellings
    }
)


@pytest.mark.parametrize(("spelling", "canonical", "form"), EXAMPLES)
def test_the_examples_of_every_form(spelling: str, canonical: str, form: str) -> None:
    number = parse(spelling)
    assert (number.canonical, number.form) == (canonical, form)


@pytest.mark.parametrize("canonical", sorted({canonical for _, canonical, _ in EXAMPLES}))
def test_a_canonical_form_parses_to_itself(canonical: str) -> None:
    assert parse(canonical).canonical == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("201680087887X", "CN201680087887.X"),
        ("201680087887.x", "CN201680087887.X"),
        ("申请号201680087887.X", "CN201680087887.X"),
        ("专利号：ZL 2016 8 0087887.X", "CN201680087887.X"),
        ("专利号为ＺＬ２０１６８００８７８８７．Ｘ", "CN201680087887.X"),
        ("中国专利：201680087887.X", "CN201680087887.X"),
        ("公开（公告）号：CN 109996757 A", "CN109996757A"),
        ("授权公告号CN102889890B号", "CN102889890B"),
        ("ＣＮ１０９９９６７５７Ａ", "CN109996757A"),
        ("CN–109996757–A", "CN109996757A"),
        ("U.S. Patent No. 7,292,636", "US7292636"),
        ("美国专利US 7,292,636 B2", "US7292636B2"),
        ("US Patent Application Publication No. 2007/0047500 A1", "US20070047500A1"),
        ("EP 1 848 154 B1", "EP1848154B1"),
        ("PCT／CN2014／071234", "PCT/CN2014/071234"),
        ("国际申请号：PCT/CN2014/071234", "PCT/CN2014/071234"),
        ("GB2516530B", "GB2516530B"),
    ],
)
def test_labels_widths_and_dashes(text: str, canonical: str) -> None:
    assert parse(text).canonical == canonical


def test_the_parts() -> None:
    number = parse("ZL 2016 8 0087887.X")
    assert (number.office, number.number, number.kind, number.form) == ("CN", "201680087887.X", None, "application")
    assert (number.check_digit, number.year, number.right) == (True, 2016, "invention")
    number = parse("CN 209062664 U")
    assert (number.number, number.kind, number.check_digit, number.year) == ("209062664", "U", None, None)
    assert number.right == "utility_model"
    assert parse("CN201680087887").check_digit is None
    assert (parse("PCT/US03/27415").office, parse("PCT/US03/27415").year) == ("WO", 2003)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("CN201680087887.1", "check digit 1 is wrong, X is right"),
        ("ZL 89103458.1", "check digit 1 is wrong, 7 is right"),
        ("ZL2016XXXXXXXX.X", "masked"),
        ("CN2016****", "masked"),
        ("ZL 2016 1 0×××××.7", "masked"),
        ("CN201640123456.7", "digit 4 after the year is no kind of application"),
        ("CN205010123456.7", "year 2050 lies outside 2003 to 2029"),
        ("WO 2077/123456 A1", "year 2077 lies outside"),
        ("CN109996757U", "kind code U does not fit a number that begins with 1"),
        ("CN909996757A", "begins with 1, 2 or 3"),
        ("CN12345", "too few digits"),
        ("CN12345678901234567", "too many digits"),
        ("US 123", "too few digits"),
        ("PCT/CN2014/0123", "too few digits"),
        ("2010-141110", "no office code"),
        ("QQ1234567A", "is no known office code"),
        ("", "no digits"),
        ("专利", "no digits"),
        ("GB 2516-1990", "no form of this office"),
        ("16 GB", "no known office code"),
        ("1" * 100, "longer than"),
        ("-1", "no office code"),
    ],
)
def test_reasons(text: str, reason: str) -> None:
    with pytest.raises(NotAPatentNumber) as error:
        parse(text)
    assert reason in error.value.reason


def test_what_a_column_settles() -> None:
    assert parse("2010-141110", office="JP", form="application").canonical == "JP20100141110"
    assert parse("2010-141110", office="JP").canonical == "JP2010141110"
    assert parse("4768860", office="JP").canonical == "JP4768860"
    assert parse("12/366384", office="US").canonical == "US12/366384"
    with pytest.raises(NotAPatentNumber):
        parse("CN109996757A", form="application")


def test_fifty_thousand_a_second() -> None:
    numbers = [spelling for spelling, _, _ in EXAMPLES] * 100
    start = time.process_time()
    for number in numbers:
        parse(number)
    assert len(numbers) / (time.process_time() - start) > 25_000  # half of the aim, for busy machines


def column(pattern: str, name: str, separator: str = "\0") -> Iterator[str]:
    path = next(SHARED.glob(pattern))
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield from (part.strip() for part in row[name].split(separator) if part.strip() not in ("", "-1"))


TABLES = [
    ("cn_patents_titles.tsv", "publication_number", "\0", 1.0),
    ("counts/*cn_patents_201907*", "publication_no", "\0", 1.0),
    ("counts/*cn_patents_201907*", "application_no", "\0", 1.0),
    ("counts/*us_g21*", "number", "\0", 1.0),
    ("counts/*us_ai_titles*", "publication_no", "\0", 1.0),
    ("counts/*lens_drones*", "publication_number", "\0", 1.0),
    ("counts/*drones_fulltext*", "Publication Number", "\0", 1.0),
    ("counts/*drones_fulltext*", "Application Number", "\0", 0.99),
    ("sep/*mpegla*", "publication_no", "\0", 1.0),
    ("sep/*docomo*", "PUBL_NUMBER", "|", 0.995),
    ("sep/*docomo*", "PATT_APPLICATION_NUMBER", "|", 0.98),
]


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not at hand")
@pytest.mark.parametrize(("pattern", "name", "separator", "rate"), TABLES)
def test_rates_of_real_tables(pattern: str, name: str, separator: str, rate: float) -> None:
    refused, total = {}, 0
    for value in list(column(pattern, name, separator))[:20_000]:
        total += 1
        try:
            parse(value)
        except NotAPatentNumber as error:
            refused[value] = error.reason
    assert total > 1000
    assert 1 - len(refused) / total >= rate, list(refused.items())[:5]


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not at hand")
def test_check_digits_of_the_gazette_are_all_right_and_expose_changes() -> None:
    numbers = list(column("counts/*cn_patents_201907*", "application_no"))[:5000]
    assert all(parse(number).check_digit for number in numbers)
    for number in numbers[:500]:
        last = "1" if number[-1] != "1" else "2"
        with pytest.raises(NotAPatentNumber, match="check digit"):
            parse(number[:-1] + last)
