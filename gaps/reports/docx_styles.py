"""Styles, pages and fonts of the DOCX report: Song for text and Hei for headings, as Chinese offices set them."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from gaps.reports.blocks import Report
from gaps.reports.colours import INK, RULE
from gaps.reports.text import printable

LATIN, LATIN_HEADING, SONG, HEI = "Times New Roman", "Arial", "宋体", "黑体"
SOFT = "5B6670"

# name, based on, size, bold, colour, heading font, space before, space after, left indent (cm)
STYLES: tuple[tuple[str, str | None, float, bool, str, bool, float, float, float], ...] = (
    ("Normal", None, 10.5, False, "22292F", False, 0, 0, 0),
    ("Body Text", "Normal", 10.5, False, "22292F", False, 0, 6, 0),
    ("Title", "Normal", 22, True, INK, True, 60, 6, 0),
    ("Subtitle", "Normal", 12, False, SOFT, True, 0, 18, 0),
    ("Heading 1", "Normal", 16, True, INK, True, 18, 8, 0),
    ("Heading 2", "Normal", 13, True, INK, True, 14, 6, 0),
    ("Lead", "Normal", 11.5, False, "22292F", False, 0, 8, 0),
    ("Label", "Normal", 10, True, SOFT, True, 8, 3, 0),
    ("Note", "Normal", 9, False, SOFT, False, 0, 6, 0),
    ("Quote", "Normal", 10.5, False, "22292F", False, 4, 0, 0.6),
    ("Quote Source", "Normal", 9, False, SOFT, False, 0, 6, 0.6),
    ("List Bullet", "Normal", 10.5, False, "22292F", False, 0, 3, 0.7),
    ("Table Text", "Normal", 8, False, "22292F", False, 1, 1, 0),
    ("Table Head", "Normal", 8, True, "FFFFFF", True, 2, 2, 0),
    ("Spacer", "Normal", 4, False, "22292F", False, 0, 0, 0),
    ("Footer", "Normal", 8.5, False, SOFT, True, 0, 0, 0),
    ("Header", "Normal", 8.5, False, SOFT, True, 0, 0, 0),
)


def set_styles(document: Any, language: str) -> None:
    for name, base, size, bold, colour, heading, before, after, indent in STYLES:
        style = named(document, name)
        if base is not None:
            style.base_style = document.styles[base]
        set_font(style, size, bold, colour, heading, language)
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), 1.25
        spacing.left_indent = Cm(indent) if indent else None
    document.styles["List Bullet"].paragraph_format.first_line_indent = Cm(-0.5)
    document.styles["Label"].paragraph_format.keep_with_next = True
    document.styles["Quote"].paragraph_format.keep_with_next = True
    rule_left(document.styles["Quote"])
    rule_left(document.styles["Quote Source"])


def named(document: Any, name: str) -> Any:
    styles = document.styles
    return styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def set_font(style: Any, size: float, bold: bool, colour: str, heading: bool, language: str) -> None:
    """Latin and East Asian faces apart; theme fonts of the template are dropped, for they win otherwise."""
    font = style.font
    font.size, font.bold, font.italic, font.color.rgb = Pt(size), bold, False, RGBColor.from_string(colour)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    latin, asian = (LATIN_HEADING, HEI) if heading else (LATIN, SONG)
    for script, face in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", asian)):
        fonts.set(qn(f"w:{script}"), face)
    for old in (*properties.findall(qn("w:lang")), *properties.findall(qn("w:spacing"))):
        properties.remove(old)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), language if language.startswith("en") else "en-GB")
    tag.set(qn("w:eastAsia"), "zh-CN")
    properties.append(tag)


def rule_left(style: Any) -> None:
    """A line at the left of a quotation; the template's bottom borders go."""
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders = OxmlElement("w:pBdr")
    borders.append(border("w:left", 18, INK, 8))
    properties.insert_element_before(borders, *AFTER_BORDERS)


AFTER_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
    "w:textAlignment", "w:outlineLvl", "w:rPr",
)  # fmt: skip


def border(side: str, size: int, colour: str, space: int) -> Any:
    element = OxmlElement(side)
    for key, value in (("val", "single"), ("sz", size), ("space", space), ("color", colour)):
        element.set(qn(f"w:{key}"), str(value))
    return element


def set_page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def number_pages(document: Any, report: Report) -> None:
    """Title above and "page x of y" below, on every section."""
    first = document.sections[0]
    first.header.paragraphs[0].text = printable(report.title)
    foot = first.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, _, rest = report.page_label.partition("{page}")
    between, _, after = rest.partition("{pages}")
    for part in (before, "PAGE", between, "NUMPAGES", after):
        add_field(foot, part) if part in ("PAGE", "NUMPAGES") else foot.add_run(part)
    rule = OxmlElement("w:pBdr")
    rule.append(border("w:top", 4, RULE, 6))
    foot._p.get_or_add_pPr().insert_element_before(rule, *AFTER_BORDERS)


def add_field(paragraph: Any, name: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        paragraph.add_run()._r.append(field_part(kind, name))


def field_part(kind: str | None, name: str) -> Any:
    if kind is None:
        part = OxmlElement("w:instrText")
        part.text = f" {name} "
    elif kind == "text":
        part = OxmlElement("w:t")
        part.text = "1"
    else:
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), kind)
    return part
