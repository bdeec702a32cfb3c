"""The plan tables of a paper, each with the area and the focus area that it stands in, and what was not used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vrplan.importers.head import Head, head_of, is_head_table
from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.importers.lines import Line, lines_and_tables
from vrplan.importers.outline import Outline, Where, label_of, may_head
from vrplan.importers.paper import Table
from vrplan.importers.tables import PlanTable, TableReader
from vrplan.importers.words import listed, tidy

if TYPE_CHECKING:
    from vrplan.importers.paper import Paper


@dataclass(frozen=True, slots=True)
class Stood:
    """A plan table and where it stands. Names are None where the paper gives none."""

    table: PlanTable
    area: str | None
    focus_area: str | None
    resource: str | None


@dataclass
class Contents:
    """What of a paper belongs to the plan, and what does not."""

    head: Head
    tables: list[Stood] = field(default_factory=list)
    declared: dict[str | None, list[str]] = field(default_factory=dict)
    """The focus areas that the paper names in each area, with a table or not, in order."""
    unused: list[Line] = field(default_factory=list)
    about: dict[int, str | None] = field(default_factory=dict)
    """In which focus area a line stands, by its order, where an area is named above it."""
    found: list[Irregularity] = field(default_factory=list)


def contents_of(paper: Paper) -> Contents:
    """Walk through the paper once: head, outline and tables."""
    blocks = list(lines_and_tables(paper))
    read = TableReader()
    tables = {id(block): read.read(block) for block in blocks if isinstance(block, Table)}
    until = _end_of_head(blocks, tables)
    contents = Contents(head_of(blocks, until))
    walk = _Walk(contents, tables)
    for at in range(len(blocks)):
        walk.step(blocks, at)
    contents.found += [*read.found, *walk.outline.found]
    contents.declared = {area: list(names.values()) for area, names in walk.outline.declared.items()}
    _place_tables(contents, walk)
    return contents


@dataclass
class _Walk:
    contents: Contents
    tables: dict[int, PlanTable | None]
    outline: Outline = field(default_factory=Outline)
    stood: list[tuple[PlanTable, Where]] = field(default_factory=list)
    last: int = -1
    """The number of the last block that said where the plan goes on."""

    def step(self, blocks: list[Line | Table], at: int) -> None:
        block = blocks[at]
        if isinstance(block, Table):
            self._table(block)
        elif id(block) in self.contents.head.used:
            pass
        elif self.outline.line(block):
            self.last = at
        elif self._heads_the_next(blocks, at, block):
            self.outline.guess(block)
            place = self.outline.stack[-1]
            self.contents.found.append(irregular(Kind.TAKEN, block.place, place.text))
        else:
            self.contents.unused.append(block)
            if self.outline.area is not None:
                self.contents.about[block.order] = self.outline.focus_area

    def _heads_the_next(self, blocks: list[Line | Table], at: int, line: Line) -> bool:
        """Whether a plain line stands right above a plan table, or above the line that says who does it."""
        following = blocks[at + 1 : at + 3]
        if following and isinstance(following[0], Line):
            label = label_of(following[0].text)
            following = following[1:] if label and label[0] == "resource" else []
        below = self.tables.get(id(following[0])) if following else None
        is_plan = below is not None and not below.goes_on
        is_fresh = self.last == at - 1 and self.outline.focus_area is not None
        return is_plan and may_head(line) and not is_fresh

    def _table(self, table: Table) -> None:
        read = self.tables[id(table)]
        if read is not None:
            self.stood.append((read, self.outline.where()))
        elif id(table) not in self.contents.head.used and not self.outline.listing(table):
            text = "; ".join(filter(None, (" | ".join(_texts(row.cells)) for row in table.rows)))
            if text:
                place = f"table {table.number}, {table.place}"
                self.contents.found.append(irregular(Kind.TABLE_NOT_USED, place, text))


def _texts(cells: tuple[object, ...]) -> list[str]:
    return [text for cell in cells if (text := tidy(getattr(cell, "text", "")))]


def _end_of_head(blocks: list[Line | Table], tables: dict[int, PlanTable | None]) -> int:
    """The number of the first block of the plan itself."""
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            if tables[id(block)] is not None and not is_head_table(block):
                return at
        elif (label := label_of(block.text)) and label[0] != "resource":
            return at
    return len(blocks)


def _place_tables(contents: Contents, walk: _Walk) -> None:
    """Give each table its area and focus area, now that all headings are known; headings left over were not used."""
    used: set[int] = set()
    for table, where in walk.stood:
        above = [one for one in where.above if not _is_whole(one.text)]
        wanted = (where.area is None) + (where.focus_area is None)
        names = above[len(above) - wanted :] if len(above) > wanted else above
        used.update(id(one.line) for one in names)
        left = [one.text for one in names]
        area = where.area or (left.pop(0) if left else None)
        focus_area = where.focus_area or (left.pop(0) if left else None)
        resource = label_of(where.resource.text) if where.resource else None
        used.add(id(where.resource))
        contents.tables.append(Stood(table, area, focus_area, resource[1] if resource else None))
    idle = [line for line in walk.outline.pushed if id(line) not in used]
    contents.unused = sorted([*contents.unused, *idle], key=lambda line: line.order)


def _is_whole(text: str) -> bool:
    """Whether a heading names the plan as a whole, and no part of it: "Handlingsplan 2018", "Tiltak"."""
    words = text.casefold().split()
    return bool(words) and words[0].strip(".:") in listed("outline", "whole")
