"""The chart of ratios as SVG: one line per technology, its interval, and the reference of 1."""

from html import escape

from gaps.reports.blocks import Bar, Chart
from gaps.reports.colours import INK, RULE, STRONG
from gaps.reports.text import printable

WIDTH, LABEL, RIGHT, LINE, TOP = 860, 300, 90, 26, 26
SHAPES = {"gap": "circle", "covered": "square", "unknown": "ring"}


def svg(chart: Chart) -> str:
    """A drawing of fixed inner size that scales with the page; numbers stand beside every line as text."""
    top = top_of_scale(chart)
    height = TOP + LINE * len(chart.bars) + 26
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{clean(chart.title)}">',
        *axis(top, height),
        *(line(bar, number, top) for number, bar in enumerate(chart.bars)),
        "</svg>",
    ]
    return "".join(parts)


def top_of_scale(chart: Chart) -> float:
    """The right end: the largest value to show, cut at 4 so that one wide interval does not flatten all others."""
    return min(max([1.25, *(max(bar.high, bar.value) for bar in chart.bars)]), 4.0)


def across(value: float, top: float) -> float:
    return round(LABEL + min(max(value, 0.0), top) / top * (WIDTH - LABEL - RIGHT), 1)


def axis(top: float, height: int) -> list[str]:
    foot = height - 22
    steps = [step / 2 for step in range(int(top * 2) + 1)]
    return [tick(step, across(step, top), foot) for step in steps]


def tick(value: float, x: float, foot: int) -> str:
    colour, dash = (f"#{INK}", ' stroke-dasharray="4 3"') if value == 1 else (f"#{RULE}", "")
    rule = f'<line x1="{x}" x2="{x}" y1="{TOP - 8}" y2="{foot}" stroke="{colour}" stroke-width="1"{dash}/>'
    return f'{rule}<text x="{x}" y="{foot + 15}" text-anchor="middle" class="axis">{value:g}</text>'


def line(bar: Bar, number: int, top: float) -> str:
    y = TOP + LINE * number + LINE // 2
    colour = f"#{STRONG[bar.tone]}"
    low, high, value = (across(figure, top) for figure in (bar.low, bar.high, bar.value))
    label = f'<text x="{LABEL - 12}" y="{y + 4}" text-anchor="end">{clean(short(bar.label))}</text>'
    span = f'<line x1="{low}" x2="{high}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="3" stroke-linecap="round"/>'
    words = f'<text x="{WIDTH - RIGHT + 10}" y="{y + 4}" class="value">{bar.value:.2f} {clean(bar.tone_label)}</text>'
    return label + span + point(value, y, bar.tone, colour) + words


def point(x: float, y: int, tone: str, colour: str) -> str:
    """Scopes differ in shape as well as colour."""
    if SHAPES[tone] == "square":
        return f'<rect x="{x - 5:.1f}" y="{y - 5}" width="10" height="10" fill="{colour}"/>'
    fill = "#ffffff" if SHAPES[tone] == "ring" else colour
    return f'<circle cx="{x}" cy="{y}" r="5.5" fill="{fill}" stroke="{colour}" stroke-width="2.5"/>'


def short(text: str) -> str:
    """At most the width of the label column; a Chinese character is as wide as two Latin letters."""
    room, kept = 42, list[str]()
    for character in text:
        room -= 2 if ord(character) > 0x2E7F else 1
        if room < 0:
            return "".join(kept) + "…"
        kept.append(character)
    return text


def clean(text: str) -> str:
    return escape(printable(text), quote=True)
