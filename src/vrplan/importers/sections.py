"""The plan tables of a paper, each with the area and the focus area that it stands in, and what was not used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vrplan.importers.below import Below, Names, lines_below
from vrplan.importers.head import Head, head_of, is_head_table
from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.importers.lines import Line, lines_and_tables
from vrplan.importers.outline import Outline, Where, label_of, may_head, number_of
from vrplan.importers.own_paper import Account, accounts, title_of_the_plan
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
    below: list[Below] = field(default_factory=list)
    """The lines that were not used and stand below a focus area without a table."""
    found: list[Irregularity] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    """What of a paper that vrplan has written only follows from the plan."""

    compared: list[Line] = field(default_factory=list)
    """The lines that were not used, with those of the accounts: people may have written into these."""

    def leave_accounts(self, organisation: str | None) -> None:
        """Tell each of them as one thing; whose paper it is has been asked for, or found."""
        self.compared = self.unused
        own = organisation if self.accounts else None
        unused = {id(one) for one in self.unused}
        self.found += filter(None, [one.told(unused) for one in self.accounts])
        members = {id(block) for one in self.accounts for block in one.blocks}
        self.unused = [one for one in self.unused if id(one) not in members and one.text != own]
        states = [one for one in self.found if one.kind is Kind.COLUMN_NOT_USED] if self.accounts else []
        if states:
            self.found = [one for one in self.found if one not in states]
            places = ", ".join(one.place for one in states)
            self.found.append(irregular(Kind.COLUMN_NOT_USED, places, states[0].text))


def contents_of(paper: Paper) -> Contents:
    """Walk through the paper once: head, outline and tables."""
    blocks = list(lines_and_tables(paper))
    read = TableReader()
    tables = {id(block): read.read(block) for block in blocks if isinstance(block, Table)}
    until = _end_of_head(blocks, tables)
    contents = Contents(head_of(blocks, until))
    if paper.is_own and (title := title_of_the_plan(contents.head.title)):
        idle = [block for block in blocks if tables.get(id(block)) is None]
        contents.accounts = accounts(idle, contents.head.title or "")
        contents.head.title = title
    walk = _Walk(contents, tables)
    for at in range(len(blocks)):
        walk.step(blocks, at)
    walk.outline.leave_awaited()
    contents.unused += walk.outline.left
    contents.found += [*read.found, *walk.outline.found]
    contents.declared = {area: list(names.values()) for area, names in walk.outline.declared.items()}
    last_name = walk.outline.last_name
    lines = {order: (area, last_name(area, focus)) for order, (area, focus) in walk.stands_in.items()}
    contents.about = {order: focus for order, (_, focus) in lines.items()}
    names = _place_tables(contents, walk)
    with_table = {(one.area, one.focus_area) for one in contents.tables}
    below = lines_below(contents.unused, lines, walk.outline.places, names)
    contents.below = [one for one in below if (one.area, one.focus_area) not in with_table]
    return contents


@dataclass
class _Walk:
    contents: Contents
    tables: dict[int, PlanTable | None]
    outline: Outline = field(default_factory=Outline)
    stood: list[tuple[PlanTable, Where]] = field(default_factory=list)
    stands_in: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    """The area and the focus area of a line, by its order, where an area is named above it."""
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
            if self.outline.area is not None and label_of(block.text):
                self.stands_in[block.order] = (self.outline.area, self.outline.focus_area)
        elif self._heads_the_next(blocks, at, block):
            self.outline.guess(block)
            place = self.outline.stack[-1]
            self.contents.found.append(irregular(Kind.TAKEN, block.place, place.text))
        else:
            self.contents.unused.append(block)
            if self.outline.area is not None:
                self.stands_in[block.order] = (self.outline.area, self.outline.focus_area)

    def _heads_the_next(self, blocks: list[Line | Table], at: int, line: Line) -> bool:
        """Whether a plain line stands right above a plan table, or above the line that says who does it."""
        following = blocks[at + 1 : at + 3]
        if following and isinstance(following[0], Line):
            label = label_of(following[0].text)
            following = following[1:] if label and label[0] == "resource" else following[:1]
        if following and isinstance(following[0], Line):
            number = number_of(line.text)
            is_wider = number != "" and number_of(following[0].text).startswith(f"{number}.")
            return is_wider and may_head(line) and self._heads_the_next(blocks, at + 1, following[0])
        below = self.tables.get(id(following[0])) if following else None
        is_plan = below is not None and not below.goes_on
        is_fresh = self.last == at - 1 and self.outline.focus_area is not None
        return is_plan and may_head(line) and not is_fresh

    def _table(self, table: Table) -> None:
        read = self.tables[id(table)]
        if read is not None:
            self.stood.append((read, self.outline.where()))
        elif any(one.holds(table) for one in self.contents.accounts):
            pass
        elif id(table) not in self.contents.head.used and not self.outline.listing(table):
            text = "; ".join(filter(None, (" | ".join(_texts(row.cells)) for row in table.rows)))
            if text:
                self.contents.found.append(irregular(Kind.TABLE_NOT_USED, table.at(table.place), text))


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


def _place_tables(contents: Contents, walk: _Walk) -> Names:
    """Give each table its area and focus area, now that all headings are known; headings left over were not used."""
    used: set[int] = set()
    found = Names()
    for table, where in walk.stood:
        above = [one for one in where.above if not _is_whole(one.text)]
        wanted = (where.area is None) + (where.focus_area is None)
        names = above[len(above) - wanted :] if len(above) > wanted else above
        used.update(id(one.line) for one in names)
        area, focus_area = where.area, walk.outline.last_name(where.area, where.focus_area)
        for one in names:
            if area is None:
                area = found.areas[id(one)] = one.text
            else:
                focus_area = focus_area or one.text
                found.levels.add(one.level)
        resource = label_of(where.resource.text) if where.resource else None
        used.add(id(where.resource))
        contents.tables.append(Stood(table, area, focus_area, resource[1] if resource else None))
    idle = [line for line in walk.outline.pushed if id(line) not in used]
    contents.unused = sorted([*contents.unused, *idle], key=lambda line: line.order)
    return found


def _is_whole(text: str) -> bool:
    """Whether a heading names the plan as a whole, and no part of it: "Handlingsplan 2018", "Tiltak"."""
    words = text.casefold().split()
    return bool(words) and words[0].strip(".:") in listed("outline", "whole")
