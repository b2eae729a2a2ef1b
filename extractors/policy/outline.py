"""The tree of provisions a sequence of heads makes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.policy.markers import Head

COUNTED = ("dash", "heading")


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of a folded text: `end` is where the next one of its level or above starts.

    `path` names it within its document (`二/（一）/3`), `level` is its depth from 1.
    """

    head: Head
    path: str
    parent: str | None
    level: int
    end: int


def nest(heads: Sequence[Head], end: int) -> list[Provision]:
    """The provisions of a text of `end` characters; paths are unique, a repeated one gets `·2`, `·3`, …"""
    ends = closings(heads, end)
    stack: list[tuple[Head, str]] = []
    seen: Counter[str] = Counter()
    provisions = []
    for head, close in zip(heads, ends, strict=True):
        while stack and stack[-1][0].rank >= head.rank:
            stack.pop()
        parent = stack[-1][1] if stack else None
        path = unique(f"{parent}/{label(head, seen, parent)}" if parent else label(head, seen, parent), seen)
        stack.append((head, path))
        provisions.append(Provision(head, path, parent, len(stack), close))
    return provisions


def label(head: Head, seen: Counter[str], parent: str | None) -> str:
    """The path's last part; dashes and headings without numbers are counted within their parent."""
    if head.style not in COUNTED:
        return head.label
    seen[f"{head.style} {parent}"] += 1
    return head.label + str(seen[f"{head.style} {parent}"])


def unique(path: str, seen: Counter[str]) -> str:
    """The path, marked when it stands in the text before."""
    seen[path] += 1
    return path if seen[path] == 1 else f"{path}·{seen[path]}"


def closings(heads: Sequence[Head], end: int) -> list[int]:
    """Where each provision closes: at the next head of its rank or a higher one."""
    closes = [end] * len(heads)
    open_heads: list[int] = []
    for index, head in enumerate(heads):
        while open_heads and heads[open_heads[-1]].rank >= head.rank:
            closes[open_heads.pop()] = head.start
        open_heads.append(index)
    return [min(close, dash_end(heads, closes, index)) for index, close in enumerate(closes)]


def dash_end(heads: Sequence[Head], closes: Sequence[int], index: int) -> int:
    """The last dash of a list is one line when the one before it is: what follows belongs to the parent."""
    head, before = heads[index], heads[index - 1] if index else heads[index]
    lone = head.style == before.style == "dash" and index > 0 and closes[index - 1] - before.line_end <= 2
    return head.line_end if lone else closes[index]
