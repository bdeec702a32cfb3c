"""The rows of a plan table: what each says, with merged and empty cells filled down."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from vrplan.importers.any_year import ANY_YEAR
from vrplan.importers.columns import ABOVE, LEVELS, SAYING, Role, is_surely_a_heading, layout_of, repeats
from vrplan.importers.irregularities import Kind, irregular
from vrplan.importers.paper import Cell
from vrplan.importers.words import folded, listed, tidy
from vrplan.phrases import Kind as What
from vrplan.phrases import read_status

if TYPE_CHECKING:
    from vrplan.importers.columns import Layout
    from vrplan.importers.irregularities import Irregularity
    from vrplan.importers.paper import Row

_OTHERS = frozenset({Role.RESOURCE, Role.NUMBER, *SAYING})
_ENOUGH = 50
"""So many rows show what stands in a column."""
_NUMBER = re.compile(r"[\d\s.,:%()–-]|kr|nok|mill|tusen|timer|stk")
_DITTO = re.compile(r"[\"”“„«»″〃]|'{2}|do\.?", re.IGNORECASE)
_LONGEST_SUM = 4
"""So many words may say that a row sums up the others."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of a plan. `activity` and the texts of `said` are raw: their line breaks are still there."""

    place: str
    activity: str
    above: dict[Role, str]
    """What it belongs to: area, focus area, goal, measure …, as far as the table says."""
    said: tuple[tuple[str, Role, str], ...]
    """The columns that say what becomes of it: heading, whether status or deadline, and text."""
    resource: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    """Whatever else the row says: heading and text."""
    is_decision: bool = False
    goes_on: bool = False
    """Whether it is about the activity of the row above, with which it is merged."""
    layout: Layout = ()

    def heading(self, role: Role) -> str:
        """What the column of this role is called."""
        return next((column.name for column in self.layout if column.role is role), "")


@dataclass(frozen=True, slots=True)
class Section:
    """A row that is a heading within the table."""

    place: str
    text: str


@dataclass
class RowReader:
    """Reads the rows of one layout in order; what a cell leaves to the row above is remembered."""

    layout: Layout
    found: list[Irregularity] = field(default_factory=list)
    above: dict[Role, str] = field(default_factory=dict)
    last: dict[int, str] = field(default_factory=dict)

    def read(self, row: Row, following: Row | None) -> PlanRow | Section | None:
        """What the row says; None, with an irregularity, for one that says nothing of a plan."""
        texts = [tidy(cell.text) for cell in row.cells]
        if not any(texts):
            return None
        if not any(sign.isalnum() for text in texts for sign in text):
            self._skip(row, "it holds no words")
            return None
        if repeats(row, self.layout):
            self._skip(row, "it repeats the heading")
            return None
        if _is_sum([text for text in texts if text]):
            self._skip(row, "it sums up the others")
            return None
        if len(row.cells) > 1 and texts[0] and all(cell.continues_left for cell in row.cells[1:]):
            return Section(row.place, texts[0])
        self._tell_ragged(row)
        return self._plan_row(row, self._cells(row), following)

    def _cells(self, row: Row) -> list[Cell]:
        """As many cells as the layout has columns; what is merged with the cell to its left says the same."""
        cells = [*row.cells[: len(self.layout)]]
        cells += [Cell("")] * (len(self.layout) - len(cells))
        for at, cell in enumerate(cells):
            if at and cell.continues_left and self.layout[at].role in SAYING:
                cells[at] = cells[at - 1]
        return cells

    def _plan_row(self, row: Row, cells: list[Cell], following: Row | None) -> PlanRow | None:
        lowest = self._lowest()
        before = dict(self.above)
        self._fill_down(cells)
        others = self._others(cells)
        activity, goes_on = self._activity(cells, lowest, before, following)
        if not activity:
            if not goes_on:
                self._skip(row, "it names no activity")
            return None
        above = {role: text for role, text in self.above.items() if role is not lowest and text}
        resource, notes = self._beside(others)
        return PlanRow(
            row.place,
            activity,
            above,
            self._said(others),
            resource,
            notes,
            lowest is Role.DECISION,
            goes_on,
            self.layout,
        )

    def _said(self, others: dict[int, str]) -> tuple[tuple[str, Role, str], ...]:
        """What the columns of status and deadline say, with their headings."""
        return tuple(
            (self.layout[at].name, role, text)
            for at, text in others.items()
            if (role := self.layout[at].role) in SAYING and role is not None
        )

    def _beside(self, others: dict[int, str]) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Who does it, by the first column that says so, and whatever else the row says."""
        apart = {*SAYING, Role.SITUATION}
        rest = {at: tidy(text) for at, text in others.items() if self.layout[at].role not in apart}
        first = next((at for at in rest if self.layout[at].role is Role.RESOURCE), None)
        notes = tuple((self.layout[at].name, text) for at, text in rest.items() if at != first and text)
        return ("" if first is None else rest[first]), notes

    def _lowest(self) -> Role:
        return max((one.role for one in self.layout if one.role in LEVELS), key=LEVELS.index)

    def _fill_down(self, cells: list[Cell]) -> None:
        """Remember what this row says of what it belongs to; a wider thing that is new forgets the narrower."""
        by_role: dict[Role, list[str]] = {}
        for column, cell in zip(self.layout, cells, strict=True):
            if column.role in ABOVE and column.role is not None:
                by_role.setdefault(column.role, []).append(cell.text)
        for role in ABOVE:
            text = next((text for text in by_role.get(role, ()) if tidy(text)), "")
            if text:
                self.above[role] = text
                for narrower in ABOVE[ABOVE.index(role) + 1 :]:
                    self.above.pop(narrower, None)

    def _others(self, cells: list[Cell]) -> dict[int, str]:
        """The texts of the other columns; a cell that is merged with the one above says what that says."""
        others = {}
        for at, (column, cell) in enumerate(zip(self.layout, cells, strict=True)):
            if column.role in ABOVE:
                continue
            is_same = cell.continues_above or (column.role is Role.RESOURCE and _is_ditto(cell.text))
            text = self.last.get(at, "") if is_same else cell.text
            self.last[at] = text
            others[at] = "" if column.role is Role.RESOURCE and not text.strip(" –—-") else text
        return others

    def _activity(
        self, cells: list[Cell], lowest: Role, before: dict[Role, str], following: Row | None
    ) -> tuple[str, bool]:
        """The text of the activity, and whether the row is about the one above or only a heading for those below."""
        own = [cell for column, cell in zip(self.layout, cells, strict=True) if column.role is lowest]
        if text := next((cell.text for cell in own if tidy(cell.text)), ""):
            return text, False
        if any(cell.continues_above for cell in own) and lowest in before:
            self.above[lowest] = before[lowest]
            return before[lowest], self.above == before
        new = [role for role in LEVELS if self.above.get(role) and self.above.get(role) != before.get(role)]
        is_alone = not any(tidy(text) for text in self._others_of(cells))
        if new and is_alone and following is not None and self._leaves_to(following, lowest):
            return "", True
        return (self.above[new[-1]], False) if new else ("", False)

    def _others_of(self, cells: list[Cell]) -> list[str]:
        return [cell.text for column, cell in zip(self.layout, cells, strict=True) if column.role in _OTHERS]

    def _leaves_to(self, following: Row, lowest: Role) -> bool:
        """Whether the next row names an activity and leaves what it belongs to to the rows above."""
        pairs = list(zip(self.layout, following.cells, strict=False))
        wider = [cell for column, cell in pairs if column.role in LEVELS and column.role is not lowest]
        own = [cell for column, cell in pairs if column.role is lowest]
        return any(tidy(cell.text) for cell in own) and not any(tidy(cell.text) for cell in wider)

    def _skip(self, row: Row, why: str) -> None:
        text = " | ".join(tidy(cell.text) for cell in row.cells)
        self.found.append(irregular(Kind.ROW_SKIPPED, row.place, text, why=why))

    def _tell_ragged(self, row: Row) -> None:
        wide, meant = len(row.cells), len(self.layout)
        extra = [tidy(cell.text) for cell in row.cells[meant:] if tidy(cell.text)]
        for text in extra:
            self.found.append(irregular(Kind.CELL_NOT_USED, row.place, text))
        if wide < meant:
            text = " | ".join(tidy(cell.text) for cell in row.cells)
            self.found.append(irregular(Kind.RAGGED, row.place, text, cells=str(wide), columns=str(meant)))


def _is_ditto(text: str) -> bool:
    """Whether a cell says that it is as the one above: ” or do."""
    return _DITTO.fullmatch(text.strip()) is not None


def _is_sum(texts: list[str]) -> bool:
    """Whether a row begins with a word such as "Sum", and holds nothing else but numbers."""
    first = folded(texts[0])
    if len(first.split()) > _LONGEST_SUM or not f"{first} ".startswith(_sums()):
        return False
    others = (folded(text) for text in texts[1:])
    return all(one == first or not _NUMBER.sub("", one) for one in others)


@cache
def _sums() -> tuple[str, ...]:
    return tuple(f"{word} " for word in listed("rows", "sums"))


def _says_what_becomes(rows: tuple[Row, ...], column: int) -> bool:
    """Whether at least half of what stands in a column is understood as a status."""
    texts = [tidy(row.cells[column].text) for row in rows if len(row.cells) > column]
    kinds = [read_status(text, ANY_YEAR).kind for text in texts if any(sign.isalpha() for sign in text)]
    said = sum(kind is not What.UNKNOWN for kind in kinds)
    return said > 0 and 2 * said >= sum(map(bool, texts))


def heading_at(rows: tuple[Row, ...], at: int, *, anywhere: bool) -> Layout | None:
    """The layout that the row heads. `anywhere`: within a table, where only a heading through and through counts."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    layout = layout_of(
        rows[at], below, lambda column: _says_what_becomes(rows[at + 1 : at + _ENOUGH], column)
    )
    if layout is None or (
        anywhere and not all(is_surely_a_heading(column.name) for column in layout if column.name)
    ):
        return None
    return layout
