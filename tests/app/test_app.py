"""The app in a real browser: what a person does, and that nothing leaves the machine."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

expect.set_options(timeout=20_000)


def test_overview_names_plan_date_and_findings(page: Page):
    page.goto("/")
    expect(page.get_by_role("heading", name="技术缺哪些标准")).to_be_visible()
    expect(page.get_by_text("要求制定标准的技术共 4 项")).to_be_visible()
    expect(page.get_by_text("数据截至 2026-09-30")).to_be_visible()
    expect(page.get_by_text("■ 已覆盖").first).to_be_visible()


def test_language_switch_changes_page_and_address(page: Page):
    page.goto("/")
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("heading", name="Where technology lacks standards")).to_be_visible()
    expect(page).to_have_url(re.compile("lang=en"))
    page.reload()
    expect(page.get_by_role("heading", name="Where technology lacks standards")).to_be_visible()


def test_language_stays_when_the_page_changes(page: Page):
    page.goto("/?lang=en")
    page.get_by_role("link", name="Gaps", exact=True).click()
    expect(page.get_by_role("heading", name="Gaps")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/gaps\?.*lang=en"))


def test_search_node_picture_and_evidence(page: Page):
    page.goto("/explore")
    page.get_by_label("搜索").fill("区块链")
    page.get_by_label("搜索").press("Enter")
    page.get_by_role("button", name="区块链 技术", exact=True).click()
    expect(page).to_have_url(re.compile("uid=tech"))
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    expect(page.locator("mark")).to_have_text("推进区块链等领域的标准研制。")
    expect(page.get_by_text("来源文件: 样例方案")).to_be_visible()


def test_search_finds_designations_and_says_when_nothing_fits(page: Page):
    page.goto("/explore?lang=en&q=gb/t 43572")
    expect(page.get_by_role("button", name="GB/T 43572-2023")).to_be_visible()
    page.goto("/explore?lang=en&q=zzzz")
    expect(page.get_by_text("Nothing found for")).to_be_visible()


def test_row_of_the_list_shows_its_evidence(page: Page):
    page.goto("/explore?uid=tech:blockchain&lang=en")
    expect(page.locator("mark")).to_have_text("推进区块链等领域的标准研制。")
    page.get_by_test_id("stDataFrame").last.click(position={"x": 15, "y": 35 + 35 + 17})
    expect(page.get_by_text("row 1")).to_be_visible()
    expect(page).to_have_url(re.compile("edge=COVERS"))


def test_link_reopens_the_evidence(page: Page):
    edge = "CALLS_FOR|prov:sample%232/4|tech:blockchain"
    page.goto(f"/explore?uid=tech:blockchain&lang=en&edge={edge}&relation=CALLS_FOR")
    expect(page.locator("mark")).to_have_text("推进区块链等领域的标准研制。")
    expect(page.get_by_text("characters", exact=False)).to_be_visible()


def test_click_on_a_node_offers_to_expand_and_to_centre_it(page: Page):
    page.goto("/explore?uid=tech:blockchain&lang=en")
    box = page.get_by_test_id("stVegaLiteChart").locator("svg text", has_text="GB/T 43572-2023").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 15)
    page.get_by_role("button", name="Expand", exact=True).click()
    expect(page).to_have_url(re.compile("open=ed"))
    expect(page.get_by_text("4 neighbours shown")).to_be_visible()


def test_gap_filters_are_in_the_address(page: Page):
    page.goto("/gaps?lang=en&scope=gap")
    expect(page.get_by_text("1 of 4.", exact=False)).to_be_visible()
    expect(page.get_by_role("heading", name="1. In vitro diagnostics")).to_be_visible()
    page.goto("/gaps?lang=en&technology=tech:blockchain")
    expect(page.get_by_role("heading", name="4. Blockchain")).to_be_visible()


def test_exports(page: Page, tmp_path: Path):
    page.goto("/gaps?lang=en")
    files = {to: saved(page, to, tmp_path) for to in ("XLSX", "DOCX", "HTML", "CSV")}
    assert [path.name for path in files.values()] == [f"sample.en.{to}" for to in ("xlsx", "docx", "html", "csv")]
    assert zipfile.is_zipfile(files["XLSX"]) and zipfile.is_zipfile(files["DOCX"])
    assert files["HTML"].read_text("utf-8").startswith("<!DOCTYPE html>")
    assert len(list(csv.DictReader(io.StringIO(files["CSV"].read_text("utf-8-sig"))))) == 4


def saved(page: Page, button: str, folder: Path) -> Path:
    """The file a download button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_question_runs_and_gives_csv(page: Page, tmp_path: Path):
    page.goto("/questions?lang=en&question=targets")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("2 rows")).to_be_visible()
    expect(page).to_have_url(re.compile("run=targets"))
    assert len(saved(page, "Download CSV", tmp_path).read_text("utf-8-sig").splitlines()) == 3


def test_titles_are_never_markup(page: Page):
    page.goto("/explore?uid=ed:GB/T 99998-2023")
    expect(page.locator(".node-title").last).to_have_text("GB/T 99998-2023 虚构标准 <b>仅供</b> 测试")
    assert page.locator(".node-title b").count() == 0


@pytest.mark.parametrize("path", ["/", "/explore?uid=tech:blockchain", "/gaps", "/questions"])
def test_pages_fit_wide_and_narrow_windows(page: Page, path: str):
    page.goto(path)
    expect(page.locator("h1")).to_be_visible()
    for width in (1280, 800):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(300)
        assert page.get_by_test_id("stMain").evaluate("element => element.scrollWidth <= element.clientWidth + 1")
    assert page.get_by_test_id("stException").count() == 0
