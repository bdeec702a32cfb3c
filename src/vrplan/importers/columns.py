"""What the columns of a table are, by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vrplan.importers.words import folded, listed, named, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vrplan.importers.paper import Row


class Role(StrEnum):
    """What stands in a column."""

    AREA = "area"
    FOCUS_AREA = "focus_area"
    GOAL = "goal"
    CASE = "case"
    MEASURE = "measure"
    ACTIVITY = "activity"
    DECISION = "decision"
    RESOURCE = "resource"
    DEADLINE = "deadline"
    STATUS = "status"
    NOTE = "note"
    NUMBER = "number"
    BODY = "body"
    DAY = "day"
    HANDLER = "handler"
    SITUATION = "situation"


LEVELS = (Role.GOAL, Role.CASE, Role.MEASURE, Role.ACTIVITY, Role.DECISION)
"""What may be the items of a plan, from the widest to the narrowest."""
ABOVE = (Role.AREA, Role.FOCUS_AREA, *LEVELS)
"""The columns whose empty cells say what stands above them."""
SAYING = frozenset({Role.STATUS, Role.DEADLINE})
_WHOLE_ONLY = frozenset({Role.DECISION, Role.AREA, Role.FOCUS_AREA})
"""Names of columns that other words do not follow: "Vedtatt av styret" and "Fokusområde 2 – Kurs" are none."""
OF_A_HEAD = frozenset({Role.BODY, Role.DAY, Role.CASE, Role.HANDLER})
_LONGEST = 60
_MOST_WORDS = 6
_PARTS = re.compile(r"\s*[/,&+]\s*|\s+og\s+|\s+eller\s+")
_NUMBERED = re.compile(r"^\d+[.)]?\s+|[\s.:-]+\d+$")
_HYPHEN = re.compile(r"(?<=[a-zæøå])[-\u00ad\u2010\u2011] ?(?=[a-zæøå])")
"""A word that somebody broke by hand: "Satsings-område"."""
YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading as it is written, and what stands below it; None where that is not known."""

    name: str
    role: Role | None


Layout = tuple[Column, ...]


def role_of(heading: str) -> Role | None:
    """What the heading of a column says; None for one that is empty, too long, or not known."""
    text = folded(heading)
    if not text or len(text) > _LONGEST:
        return None
    if role := _whole(_HYPHEN.sub("", text)):
        return role
    if role := _whole(text) or _whole(_NUMBERED.sub("", text)):
        return role
    parts = [role for part in _PARTS.split(text) if (role := _beginning(part))]
    levels = [role for role in parts if role in LEVELS]
    if len(levels) > 1 and len(levels) == len(parts):
        return max(levels, key=LEVELS.index)
    return parts[0] if parts else None


def _whole(text: str) -> Role | None:
    found = named("columns").get(text)
    return Role(found) if found else None


def _beginning(text: str) -> Role | None:
    """What the first words say: "Frist for gjennomføring", "Status pr. 1.5.2018"."""
    words = text.split()
    if len(words) > _MOST_WORDS or ": " in text:
        return None
    for length in range(len(words), 0, -1):
        role = _whole(" ".join(words[:length]).strip(".:"))
        if role and (length == len(words) or role not in _WHOLE_ONLY):
            return role
    return None


def is_surely_a_heading(text: str) -> bool:
    """Whether a text is the name of a column and nothing more, also among the rows of a table."""
    plain = folded(text)
    is_revision = role_of(text) is Role.STATUS and (year_in(text) is not None or is_later(text))
    return bool(_whole(plain) or _whole(_NUMBERED.sub("", plain))) or is_revision


def layout_of(
    row: Row, below: Row | None = None, says_what_becomes: Callable[[int], bool] | None = None
) -> Layout | None:
    """The columns, when this row (with the one below it, when that is a heading too) heads a plan table.

    A heading that is a year and nothing more heads statuses only where `says_what_becomes` finds such below it: by its
    number, counted from 0. As often there are sums of money, or crosses.
    """
    layout = tuple(Column(tidy(cell.text), role_of(cell.text)) for cell in row.cells)
    if any(len(column.name) > _LONGEST for column in layout):
        return None
    if below is not None and (lower := _lower_heading(row, below)):
        layout = tuple(
            new if new.name else old for old, new in zip(layout, lower, strict=True)
        )  # "Status" over "HP 2018" and "Justert HP 2018"
    if says_what_becomes is not None:
        layout = tuple(
            Column(column.name, Role.STATUS)
            if is_bare_year(column.name) and says_what_becomes(at)
            else column
            for at, column in enumerate(layout)
        )
    layout = _with_revisions(layout)
    return _distinct(layout) if _heads_a_plan(layout) else None


def _with_revisions(layout: Layout) -> Layout:
    """A table that tells how things stood has between what is done and that the revisions, whatever they are called."""
    roles = [column.role for column in layout]
    if roles[:2] != [Role.MEASURE, Role.ACTIVITY] or roles[-1] is not Role.SITUATION:
        return layout
    first = 3 if roles[2] is Role.RESOURCE else 2
    revisions = (Column(column.name, Role.STATUS) for column in layout[first:-1])
    return (*layout[:first], *revisions, layout[-1])


def has_two_lines(row: Row, below: Row) -> bool:
    """Whether the heading goes on in the row below."""
    return _lower_heading(row, below) is not None


def _lower_heading(row: Row, below: Row) -> Layout | None:
    spans = any(cell.continues_left for cell in row.cells) or any(
        cell.continues_above for cell in below.cells
    )
    if not spans or len(row.cells) != len(below.cells):
        return None
    lower = tuple(Column(tidy(cell.text), role_of(cell.text)) for cell in below.cells)
    said = [at for at, column in enumerate(lower) if column.name]
    fits = all(lower[at].role and _is_parted(row, at) for at in said)
    return lower if said and fits else _by_shape(row, lower, said)


def _by_shape(row: Row, lower: Layout, said: Sequence[int]) -> Layout | None:
    """What stands below a heading over several columns, and nothing beside it, parts that heading."""
    wider = {at: _spanning(row, at) for at in said}
    roles = {at: role_of(row.cells[first].text) for at, first in wider.items() if first is not None}
    fits = len(roles) == len(said) and all(role in SAYING for role in roles.values())
    if len(said) < 2 or not fits or any(len(lower[at].name) > _LONGEST for at in said):
        return None
    return tuple(Column(one.name, roles.get(at)) for at, one in enumerate(lower))


def _spanning(row: Row, at: int) -> int | None:
    """The number of the cell that covers this column and others; None where none does."""
    cells = row.cells
    if not cells[at].continues_left and not (at + 1 < len(cells) and cells[at + 1].continues_left):
        return None
    return next(first for first in range(at, -1, -1) if first == 0 or not cells[first].continues_left)


def _is_parted(row: Row, at: int) -> bool:
    """Whether the heading of this column is empty, or spans others too, so that the row below may say more."""
    return _spanning(row, at) is not None or not tidy(row.cells[at].text)


def _heads_a_plan(layout: Sequence[Column]) -> bool:
    named_ones = [column for column in layout if column.name and not is_bare_year(column.name)]
    roles = [column.role for column in layout if column.name and column.role]
    levels = [role for role in roles if role in LEVELS]
    if not levels or len(roles) < 2 or 2 * len(roles) < len(named_ones):
        return False
    return bool(SAYING.intersection(roles)) or not OF_A_HEAD.issuperset(roles)


def heads_a_head(row: Row) -> tuple[Role | None, ...] | None:
    """The columns of the small table at the top of a paper that says body, day and case."""
    roles = tuple(role_of(cell.text) for cell in row.cells)
    said = {role for role in roles if role}
    return roles if len(said) > 1 and said <= OF_A_HEAD and Role.BODY in said else None


def repeats(row: Row, layout: Layout) -> bool:
    """Whether the row says the heading once more, as tables that run over pages do."""
    said = [tidy(cell.text).casefold() for cell in row.cells]
    same = [text == column.name.casefold() for text, column in zip(said, layout, strict=False) if text]
    return len(same) > 1 and 2 * sum(same) > len(same)


def is_later(name: str) -> bool:
    """Whether the heading of a status column is that of a revision: "Justert HP 2018"."""
    return any(word in listed("revisions", "words") for word in folded(name).split())


def is_proposal(name: str) -> bool:
    """Whether the heading of a status column is that of a proposal: "Forslag til endring"."""
    return folded(name).startswith(listed("revisions", "proposals"))


def is_of_what_was_adopted(name: str) -> bool:
    """Whether the heading of a status column says that it was adopted: "Vedteken 2026"."""
    return folded(name).split(" ", 1)[0] in listed("revisions", "adopted")


def is_bare_year(heading: str) -> bool:
    """Whether a heading is a year and nothing more."""
    return YEAR.fullmatch(folded(heading)) is not None


def year_in(text: str) -> int | None:
    """The last year that a heading names."""
    years = YEAR.findall(text)
    return int(years[-1]) if years else None


def _distinct(layout: Layout) -> Layout:
    """Two columns of one name would be one: the second gets a number. Of two that name items, the first does."""
    names: dict[str, int] = {}
    roles: set[Role | None] = set()
    columns = []
    for column in layout:
        names[column.name] = names.get(column.name, 0) + 1
        again = column.name and names[column.name] > 1
        name = f"{column.name} ({names[column.name]})" if again else column.name
        role = None if column.role in roles and column.role in ABOVE else column.role
        roles.add(column.role)
        columns.append(Column(name, role))
    return tuple(columns)
