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
    from collections.abc import Collection, Iterator, Sequence

_DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"


@dataclass
class Account:
    """A part of the paper that tells what follows from the plan: its heading, and what stands below that."""

    place: str
    blocks: list[Line | Table] = field(default_factory=list)

    def holds(self, block: Line | Table) -> bool:
        """Whether this very line or table stands in it."""
        return any(one is block for one in self.blocks)

    def told(self, unused: Collection[int]) -> Irregularity | None:
        """What of it was not used, as one thing; `unused` are lines, by their identity."""
        left = [one for one in self.blocks if isinstance(one, Table) or id(one) in unused]
        texts = [one.text if isinstance(one, Line) else "; ".join(_rows(one)) for one in left]
        return irregular(Kind.ACCOUNT_NOT_USED, self.place, "; ".join(texts)) if texts else None


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
        if current is not None:
            current.blocks.append(block)
        elif isinstance(block, Line) and _is_told_elsewhere(block, title):
            between.blocks.append(block)
    return [one for one in (*found, between) if one.blocks]


def _begins_account(heading: str) -> bool:
    return _heading().fullmatch(folded(heading)) is not None


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
def _heading() -> re.Pattern[str]:
    headings = "|".join(map(re.escape, listed("own", "accounts")))
    return re.compile(rf"(?:{headings})(?: {_DAY})?")


@cache
def _title() -> re.Pattern[str]:
    revised, status = ("|".join(map(re.escape, listed("own", key))) for key in ("revised", "status"))
    return re.compile(rf"(?P<plan>.+?)(?:, (?:{revised}))? – (?:{status}) {_DAY}")
