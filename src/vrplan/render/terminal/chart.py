"""Rows of cells beside their labels: bars, points, marks that stand between cells, the labels of the axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from vrplan.as_of import State
from vrplan.render.terminal.layout import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vrplan.as_of import Segment
    from vrplan.render.terminal.axis import Axis, Label

GLYPHS = {
    State.NOT_STARTED: "·",
    State.ONGOING: "━",
    State.IN_TRANSITION: "»",
    State.DUE: "▒",
    State.OVERDUE: "!",
    State.POSTPONED: "~",
    State.TRANSFERRED: ">",
    State.ENDED: "-",
    State.DONE: "=",
    State.CANCELLED: "×",
    State.ORPHANED: "○",
    State.UNDECIDED: "%",
    State.UNKNOWN: "?",
}
"""One for each state, told apart without colour: heavy for what runs or is to be done, light for what is over."""

_BEFORE_NO_ELLIPSIS = " ,.;:–-"

Run = tuple[int, int, str, str]
"""A stretch of cells (from one up to, and without, another), the glyph that fills it, and its style."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line down the whole chart, just before the cell of a day; `told` stands at its top."""

    cell: int
    glyph: str
    style: str
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """An axis with its marks, in order, to the right of labels of some width."""

    axis: Axis
    marks: tuple[Mark, ...]
    label_width: int
    room: int
    """How many columns the screen has."""

    @property
    def width(self) -> int:
        """How many columns a row has."""
        return self.label_width + self.axis.size + len(self.marks)

    def bar(self, label: Text, segments: Sequence[Segment]) -> Text:
        """An item's row: its label and its states."""
        spans = self.axis.spans(segments)
        return self._row(
            label, ((start, stop, GLYPHS[one.state], STYLES[one.state]) for start, stop, one in spans)
        )

    def points(self, label: Text, at: Mapping[int, tuple[str, str]]) -> Text:
        """A row of single glyphs (each with its style) on their cells."""
        blanks = ((cell, cell + 1, *at.get(cell, (" ", ""))) for cell in range(self.axis.size))
        return self._row(label, blanks)

    def heading(self, label: Text) -> Text:
        """A row with nothing but its label, which may reach over the cells; the marks go on beside it."""
        row = self.points(Text(), {})
        taken = label.cell_len
        return label if taken >= self.width else label + row[taken:]

    def scale(self, style: str = "dim") -> list[Text]:
        """The rows of labels of the axis."""
        return [self._labels(row, style) for row in self.axis.labels() if row]

    def tops(self) -> list[Text]:
        """What the marks mean, above them: on one row where there is room, else on one for each."""
        placed = [(mark, *self._beside(mark, number)) for number, mark in enumerate(self.marks)]
        rows: list[Text] = []
        end = 0
        for mark, told, start in placed:
            if start <= end or not rows:
                rows.append(Text())
            rows[-1].append(" " * (start - rows[-1].cell_len))
            rows[-1].append(told, mark.style)
            end = rows[-1].cell_len
        return rows

    def _beside(self, mark: Mark, number: int) -> tuple[str, int]:
        """The text of a mark and the column it begins at: the last one's to its right, the others' to the left."""
        column = self.label_width + mark.cell + number
        rooms = {True: self.room - column - 2, False: column - 1}
        to_right = number == len(self.marks) - 1
        if cell_len(mark.told) > rooms[to_right]:
            to_right = rooms[True] > rooms[False]
        told = cut(mark.told, max(rooms[to_right], 1))
        return (f"▼ {told}", column) if to_right else (f"{told} ▼", column - cell_len(told) - 1)

    def _labels(self, labels: Iterable[Label], style: str) -> Text:
        row = Text()
        for cell, told in labels:
            column = self.label_width + cell + sum(mark.cell <= cell for mark in self.marks)
            row.append(" " * (column - row.cell_len))
            row.append(told, style)
        return row

    def _row(self, label: Text, runs: Iterable[Run]) -> Text:
        row = label
        row.append(" " * (self.label_width - label.cell_len))
        for start, stop, glyph, style in runs:
            at = start
            for mark in self.marks:
                if start <= mark.cell < stop:
                    row.append(glyph * (mark.cell - at), style)
                    row.append(mark.glyph, mark.style)
                    at = mark.cell
            row.append(glyph * (stop - at), style)
        return row


def cut(text: str, width: int) -> str:
    """A text that fits in so many columns (at least 1): whole, or up to a word's end and with an ellipsis."""
    if cell_len(text) <= width:
        return text
    kept = set_cell_size(text, width - 1).rstrip(_BEFORE_NO_ELLIPSIS)
    words = kept.rpartition(" ")[0].rstrip(_BEFORE_NO_ELLIPSIS)
    return (words if cell_len(words) * 4 >= width * 3 else kept) + "…"
