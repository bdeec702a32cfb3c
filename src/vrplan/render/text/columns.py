"""Rows of plain text with their cells one below the other, under the headings of their areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrplan.model.plan import Item

Cells = tuple[str, ...]


def columns(rows: Sequence[Cells]) -> list[str]:
    """The rows with their cells one below the other; the last cell is as long as it is."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)][:-1]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]


def headings(items: Iterable[Item]) -> list[list[str]]:
    """What stands above each item: its area and focus area, when they are new."""
    found: list[list[str]] = []
    last = ("", "")
    for one in items:
        area, focus_area = wording.section(one)
        above = ["", area] if area != last[0] else []
        if focus_area and (area, focus_area) != last:
            above.append("  " + focus_area)
        found.append(above)
        last = (area, focus_area)
    return found
