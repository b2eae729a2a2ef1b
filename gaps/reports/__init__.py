"""Reports on a gap table: one content, one writer per file format."""

from gaps.reports.targets import with_targets
from gaps.reports.writing import WRITERS, render, write

__all__ = ["WRITERS", "render", "with_targets", "write"]
