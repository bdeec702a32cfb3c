"""What the first lines of a paper say of it: title, body, day, case, and whether it was decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vrplan.importers.bodies import BARE_CASE, bodies_in, first_day, take_body_and_day
from vrplan.importers.columns import Role, heads_a_head
from vrplan.importers.lines import Line
from vrplan.importers.organisation import guessed_organisation, organisation_of
from vrplan.importers.paper import Table
from vrplan.importers.standing import take_standing
from vrplan.importers.told import is_told
from vrplan.importers.words import folded, listed, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Literal

_LONGEST = 120
_FIRST_LINES = 40
_CASE = re.compile(
    r"(?:[A-ZÆØÅ]{1,4}[- ]?)?(?:sak(?:snr|snummer)?\.?\s*(?:nr\.?)?|PS|FS|KS)\s*:?\s*"
    r"(?P<case>\d{1,4}[a-z]?/\d{2,4})\b[\s:.–-]*(?P<title>.*)",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b((?:19|20|21)\d\d)\s*[-–—/]\s*((?:19|20|21)\d\d|\d\d)\b")
_YEAR = re.compile(r"(?<![\d/.])(?:19|20|21)\d\d(?![\d/])")


@dataclass
class Head:
    """What is known of a paper; None for what it does not say."""

    title: str | None = None
    body: str | None = None
    day: date | None = None
    case: str | None = None
    standing: Literal["adopted", "proposed"] | None = None
    organisation: str | None = None
    is_organisation_guessed: bool = False
    """Whether it only looks like the name of one."""
    used: set[int] = field(default_factory=set)
    """The lines that say so, by their identity."""

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that the title names."""
        return years_in(self.title or "")


def years_in(text: str) -> tuple[int, int] | None:
    """The first and the last year of "2018", "2021–2024" or "2018/19"; None where a text names none, or several."""
    if match := _SPAN.search(text):
        first, last = int(match[1]), int(match[2])
        last = last if last > 99 else first // 100 * 100 + last
        return (first, last) if first <= last <= first + 20 else None
    found = {int(year) for year in _YEAR.findall(text)}
    return (only := found.pop(), only) if len(found) == 1 else None


def head_of(blocks: Sequence[Line | Table], until: int) -> Head:
    """Read the head of a paper: its lines and small tables before the block numbered `until`; its standing in all."""
    head = Head()
    first = [block for block in blocks[:until] if isinstance(block, Line)][:_FIRST_LINES]
    for block in blocks[:until]:
        if isinstance(block, Table):
            _from_table(head, block)
    for line in first:
        if len(line.text) <= _LONGEST:
            _from_line(head, line)
    _take_title(head, first)
    lines = [block for block in blocks if isinstance(block, Line)]
    take_standing(head, lines)
    head.organisation = organisation_of(first, lines)
    if head.organisation is None:
        head.organisation = guessed_organisation(head.title, first)
        head.is_organisation_guessed = head.organisation is not None
    return head


def is_head_table(table: Table) -> bool:
    """Whether the table only says which body treats the paper, and when."""
    return bool(table.rows) and heads_a_head(table.rows[0]) is not None


def _from_table(head: Head, table: Table) -> None:
    roles = heads_a_head(table.rows[0]) if table.rows else None
    if roles is None:
        return
    for row in table.rows[1:]:
        for role, cell in zip(roles, row.cells, strict=False):
            text = tidy(cell.text)
            if role is Role.BODY and text:
                head.body = text
            elif role is Role.DAY and (day := first_day(text)):
                head.day = day
            elif role is Role.CASE and (match := BARE_CASE.search(text)):
                head.case = match[0]
    if is_told(_known(head), " ".join(cell.text for row in table.rows for cell in row.cells)):
        head.used.add(id(table))


def _from_line(head: Head, line: Line) -> None:
    """A line with a label, a case with its title, or a body with the day of its meeting."""
    label, sign, rest = line.text.partition(":")
    is_used = bool(sign) and _labelled(head, folded(label), rest.strip())
    if not is_used and head.case is None and (match := _CASE.match(line.text)):
        head.case = match["case"]
        head.title = head.title or match["title"].strip() or None
        is_used = True
    if not is_used and (head.day is None or head.body is None) and not line.text.endswith("."):
        is_used = take_body_and_day(head, line.text)
    if is_used and is_told(_known(head), line.text):
        head.used.add(id(line))


def _known(head: Head) -> str:
    return " ".join(filter(None, (head.title, head.body)))


def _labelled(head: Head, label: str, text: str) -> bool:
    day = first_day(text)
    if label in listed("head", "day") and day:
        head.day = head.day or day
        body = bodies_in(text)
        head.body = head.body or (body[0] if body else None)
        return True
    if label in listed("head", "case") and (match := BARE_CASE.search(text)):
        head.case = head.case or match[0]
        head.title = head.title or text[match.end() :].strip(" :.–-") or None
        return True
    if label in listed("head", "title") and text:
        head.title = head.title or text
        return True
    if label in listed("head", "body") and text and len(text) <= 60:
        body = bodies_in(text)
        head.body = head.body or (body[0] if body else text)
        head.day = head.day or day
        return True
    return False


def _take_title(head: Head, lines: list[Line]) -> None:
    if head.title:
        return
    plans = listed("head", "plans")
    named = [
        line
        for line in lines
        if len(line.text) <= _LONGEST
        and not line.text.endswith((".", ":"))
        and any(word in plans or word.endswith("plan") for word in line.words.split())
    ]
    headings = [line for line in lines if line.level is not None]
    best = next((line for line in named if line.level is not None), None) or next(
        (line for line in [*named, *headings]), None
    )
    if best is not None:
        head.title = best.text
        head.used.add(id(best))
