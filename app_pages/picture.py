"""The picture of a neighbourhood: an Altair chart whose nodes can be clicked."""

from collections.abc import Mapping, Sequence
from math import atan2, degrees
from typing import Any

import altair as alt
import pandas as pd

from app_pages.layout import Point
from app_pages.neighbours import Link, Node
from app_pages.words import Words

PICK = "pick"
LOW, STEP, HIGH = 280, 14, 600
"""Height in pixels: the least, for each node, the most."""
# Class → colour (at least 3:1 on white) and shape: classes differ in both.
LOOKS: Mapping[str, tuple[str, str]] = {
    "Technology": ("#A8391B", "diamond"),
    "Standard": ("#1F5A80", "circle"),
    "Edition": ("#4C86A8", "circle"),
    "Policy": ("#6B4E9B", "square"),
    "Provision": ("#8F78B5", "square"),
    "Target": ("#B07A10", "triangle-up"),
    "Patent": ("#1D6B4C", "triangle-right"),
    "Classification": ("#5B6670", "cross"),
}
OTHER = ("#7A858D", "triangle-down")
SHORT = 16
KEY = alt.Legend(symbolSize=130)


def chart(
    nodes: Sequence[Node], links: Sequence[Link], places: Mapping[str, Point], centre: str, words: Words
) -> alt.Chart:
    """Nodes as points with titles, relations as lines with an arrow head at three quarters of their length."""
    points = pd.DataFrame([node_row(node, places[node.uid], centre, words) for node in nodes])
    lines = pd.DataFrame([link_row(link, places, words) for link in links], columns=pd.Index(LINE_COLUMNS))
    layers = [edges(lines), heads(lines), dots(points, words), titles(points)]
    made = alt.layer(*layers).properties(height=min(LOW + STEP * len(nodes), HIGH)).configure_view(stroke=None)
    return made.configure_legend(orient="bottom", title=None, labelFontSize=12, columns=6)


LINE_COLUMNS = ["x", "y", "x2", "y2", "hx", "hy", "angle", "relation"]


def node_row(node: Node, place: Point, centre: str, words: Words) -> dict[str, Any]:
    title = title_of(node, words)
    return {
        "uid": node.uid,
        "x": place.x,
        "y": place.y,
        "title": title,
        "short": title if len(title) <= SHORT else title[: SHORT - 1] + "…",
        "class": words.node_class(node.label),
        "centre": node.uid == centre,
    }


def title_of(node: Node, words: Words) -> str:
    """Designation for standards, else the title in the language of the page."""
    return str(node.facts.get("designation") or words.either(node.facts, "title") or node.uid)


def link_row(link: Link, places: Mapping[str, Point], words: Words) -> dict[str, Any]:
    start, end = places[link.source], places[link.target]
    across, up = end.x - start.x, end.y - start.y
    return {
        "x": start.x,
        "y": start.y,
        "x2": end.x,
        "y2": end.y,
        "hx": start.x + across * 0.72,
        "hy": start.y + up * 0.72,
        "angle": degrees(atan2(across, up)),
        "relation": words.relation(link.relation),
    }


def axis(low: float = -1.15, high: float = 1.15) -> alt.Scale:
    return alt.Scale(domain=[low, high], nice=False)


def edges(lines: pd.DataFrame) -> alt.Chart:
    place = {"x": alt.X("x:Q", axis=None, scale=axis(-1.3, 1.3)), "y": alt.Y("y:Q", axis=None, scale=axis())}
    base = alt.Chart(lines).mark_rule(color="#B8C4CC", strokeWidth=1.2)
    return base.encode(**place, x2="x2:Q", y2="y2:Q", tooltip=[alt.Tooltip("relation:N", title=" ")])


def heads(lines: pd.DataFrame) -> alt.Chart:
    base = alt.Chart(lines).mark_point(shape="triangle", filled=True, size=48, color="#8A98A3")
    return base.encode(
        x="hx:Q", y="hy:Q", angle=alt.Angle("angle:Q", scale=None), tooltip=[alt.Tooltip("relation:N", title=" ")]
    )


def dots(points: pd.DataFrame, words: Words) -> alt.Chart:
    shown = sorted(set(points["class"]))
    looks = {words.node_class(name): look for name, look in LOOKS.items()}
    colours = [looks.get(name, OTHER)[0] for name in shown]
    shapes = [looks.get(name, OTHER)[1] for name in shown]
    pick = alt.selection_point(name=PICK, fields=["uid"], on="click", empty=False)
    base = alt.Chart(points).mark_point(filled=True, opacity=1, strokeWidth=2)
    return base.encode(
        x="x:Q",
        y="y:Q",
        size=alt.condition("datum.centre", alt.value(420), alt.value(170)),
        color=alt.Color("class:N", scale=alt.Scale(domain=shown, range=colours), legend=KEY),
        shape=alt.Shape("class:N", scale=alt.Scale(domain=shown, range=shapes), legend=KEY),
        stroke=alt.condition(pick, alt.value("#22292F"), alt.value("#FFFFFF")),
        tooltip=[alt.Tooltip("title:N", title=" "), alt.Tooltip("class:N", title=" ")],
    ).add_params(pick)


def titles(points: pd.DataFrame) -> alt.Chart:
    base = alt.Chart(points).mark_text(dy=-15, fontSize=11.5, color="#22292F")
    return base.encode(x="x:Q", y="y:Q", text="short:N")
