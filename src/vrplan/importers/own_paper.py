"""The meeting paper that `vrplan export docx` writes, come back: its title, and what in it follows from the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from vrplan.importers.columns import Role, role_of
from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.importers.lines import Line
from vrplan.importers.paper import Table
from vrplan.importers.words import folded, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass
class Account:
    """A part of the paper that tells what follows from the plan: its heading, and what stands below that."""

    place: str
    texts: list[str] = field(default_factory=list)
    members: set[int] = field(default_factory=set)
    """The lines and tables in it, by their identity."""

    def add(self, block: Line | Table, text: str) -> None:
        """Take a line or a table in, with its words."""
        self.members.add(id(block))
        self.texts.append(text)

    def told(self) -> Irregularity:
        """The whole part as one thing that was not used."""
        return irregular(Kind.ACCOUNT_NOT_USED, self.place, "; ".join(self.texts))


def title_of_the_plan(title: str | None) -> str | None:
    """What the plan is called, by the title of its paper ("…, revidert – status per 1.9.2018"); else None."""
    match = _title().fullmatch(title or "")
    return match["plan"] if match else None


def accounts(blocks: Sequence[Line | Table], title: str) -> list[Account]:
    """The parts of the paper that follow from the plan, in their order; the last is what stands between the others."""
    found: list[Account] = []
    between = Account("the paper")
    current: Account | None = None
    for block in blocks:
        if isinstance(block, Line) and block.level == 1:
            current = Account(block.place) if _begins_account(block.text) else None
            found += [current] if current else []
        text = block.text if isinstance(block, Line) else "; ".join(_rows(block))
        if current is not None:
            current.add(block, text)
        elif isinstance(block, Line) and _is_told_elsewhere(block, title):
            between.add(block, text)
    return [one for one in (*found, between) if one.texts]


def _begins_account(heading: str) -> bool:
    return folded(heading).startswith(listed("own", "accounts"))


def _is_told_elsewhere(line: Line, title: str) -> bool:
    """Captions of tables, how things stood on the day, and the foot of each page."""
    label, sign, _rest = line.text.partition(":")
    is_state = bool(sign) and role_of(label) is Role.SITUATION
    is_foot = line.place == "page footer" and title in line.text
    return line.is_caption or is_state or is_foot


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield " | ".join(cell.text for cell in row.cells if cell.text)


@cache
def _title() -> re.Pattern[str]:
    revised, status = ("|".join(map(re.escape, listed("own", key))) for key in ("revised", "status"))
    return re.compile(rf"(?P<plan>.+?)(?:, (?:{revised}))? – (?:{status}) \d{{1,2}}\.\d{{1,2}}\.\d{{4}}")
