"""The plan tables of a paper: their columns and rows, and what of them could not be used."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vrplan.importers.columns import LEVELS, Column, Role, has_two_lines
from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.importers.rows import PlanRow, RowReader, Section, heading_at
from vrplan.importers.words import tidy

if TYPE_CHECKING:
    from vrplan.importers.columns import Layout
    from vrplan.importers.paper import Row, Table

_LATEST_HEADING = 10
"""So many rows may stand above the heading of a table."""
_NARROWEST = 3
"""A table without a heading goes on with another's columns only when it is at least so wide."""


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table of the plan, row by row."""

    number: int
    columns: Layout
    """Every column that it has, those of a second heading too."""
    rows: tuple[PlanRow | Section, ...]
    goes_on: bool = False
    """Whether it has no heading and goes on with the columns of the table before it."""


@dataclass
class TableReader:
    """Reads the tables of a paper in order; one without a heading may go on with the columns of the one before."""

    found: list[Irregularity] = field(default_factory=list)
    before: RowReader | None = None

    def read(self, table: Table) -> PlanTable | None:
        """The rows of a plan table; None for any other table, of which nothing is used."""
        rows = table.rows
        first = next(
            (at for at in range(min(len(rows), _LATEST_HEADING)) if heading_at(rows, at, anywhere=False)),
            None,
        )
        if first is None:
            return self._continued(table)
        layout = heading_at(rows, first, anywhere=False)
        assert layout is not None  # `first` was found by it
        for row in _places(table)[:first]:
            self._skip(row, "it stands above the heading of the table")
        start = first + 1 + (first + 1 < len(rows) and has_two_lines(rows[first], rows[first + 1]))
        return self._rows(table, self._mended(layout, table, start), start)

    def _continued(self, table: Table) -> PlanTable | None:
        width = max((len(row.cells) for row in table.rows), default=0)
        if self.before is None or width < _NARROWEST or width != len(self.before.layout):
            return None
        if any(column.role is Role.SITUATION for column in self.before.layout):
            return None  # vrplan wrote it, and gives every table its heading
        self.found.append(irregular(Kind.CONTINUED, table.at(table.place)))
        return replace(self._rows(table, self.before.layout, 0, self.before), goes_on=True)

    def _rows(self, table: Table, layout: Layout, start: int, reader: RowReader | None = None) -> PlanTable:
        reader = reader or RowReader(layout)
        rows: list[PlanRow | Section] = []
        columns = list(layout)
        here = _places(table)
        for at in range(start, len(table.rows)):
            row = here[at]
            if new := self._other_heading(table.rows, at, reader):
                self.found += reader.found
                reader = RowReader(new)
                columns += new
                continue
            following = here[at + 1] if at + 1 < len(here) else None
            if read := reader.read(row, following):
                rows.append(read)
        self.found += reader.found
        reader.found = []
        self.before = reader
        return PlanTable(table.number, tuple(columns), tuple(rows))

    def _other_heading(self, rows: tuple[Row, ...], at: int, reader: RowReader) -> Layout | None:
        """Two tables that have become one: the heading of the second says other columns."""
        new = heading_at(rows, at, anywhere=True)
        if new is None or len(new) != len(reader.layout):
            return new
        pairs = zip(new, reader.layout, strict=True)
        return None if all(one.role is old.role for one, old in pairs if one.name) else new

    def _mended(self, layout: Layout, table: Table, start: int) -> Layout:
        """A heading with empty cells over texts: as the table before has it, else as what must stand there."""
        rows = table.rows[start:]
        columns = list(layout)
        place = table.at(table.place)
        for at, column in enumerate(layout):
            if column.role is Role.SITUATION:
                self.found.append(irregular(Kind.COLUMN_NOT_USED, place, column.name))
            if column.role or (not column.name and not _has_texts(rows, at)):
                continue
            columns[at] = self._guessed(columns, at) if not column.name else column
            kind = Kind.HEADING_GUESSED if columns[at].role else Kind.HEADING_UNKNOWN
            self.found.append(irregular(kind, place, column.name, column=str(at + 1), read=columns[at].name))
        return tuple(columns)

    def _guessed(self, columns: list[Column], at: int) -> Column:
        before = self.before.layout if self.before else ()
        if len(before) == len(columns) and before[at].name and before[at] not in columns:
            return before[at]
        roles = {column.role for column in columns}
        after_measure = at > 0 and columns[at - 1].role is Role.MEASURE
        if after_measure and not roles & {Role.ACTIVITY, Role.DECISION}:
            return Column("Aktiviteter", Role.ACTIVITY)
        if at == 0 and Role.ACTIVITY in roles and not roles & set(LEVELS[: LEVELS.index(Role.ACTIVITY)]):
            return Column("Tiltak", Role.MEASURE)
        return Column(f"Kolonne {at + 1}", None)

    def _skip(self, row: Row, why: str) -> None:
        text = " | ".join(tidy(cell.text) for cell in row.cells)
        if any(sign.isalnum() for sign in text):
            self.found.append(irregular(Kind.ROW_SKIPPED, row.place, text, why=why))


def _has_texts(rows: tuple[Row, ...], at: int) -> bool:
    return any(len(row.cells) > at and tidy(row.cells[at].text) for row in rows)


def _places(table: Table) -> list[Row]:
    """The rows with the table's number in their places."""
    return [replace(row, place=table.at(row.place)) for row in table.rows]
