"""The English words for states and levels, distances in days, windows and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.days import norwegian
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vrplan.phrases import Reading


STATES = {
    State.NOT_STARTED: "not started",
    State.ONGOING: "ongoing",
    State.IN_TRANSITION: "in transition",
    State.DUE: "due",
    State.OVERDUE: "overdue",
    State.POSTPONED: "postponed",
    State.TRANSFERRED: "transferred",
    State.ENDED: "ended",
    State.DONE: "done",
    State.CANCELLED: "cancelled",
    State.ORPHANED: "orphaned",
    State.UNDECIDED: "undecided",
    State.UNKNOWN: "unknown",
}


LEVELS = {
    "activity": ("activity", "activities"),
    "focus_area": ("focus area", "focus areas"),
    "obligation": ("obligation", "obligations"),
}


MOST_NAMES = 3
"""So many names are told; of the others only the number."""


def listed(*parts: str) -> str:
    """The parts that are not empty, one after the other."""
    return ", ".join(part for part in parts if part)


def number_of(number: int, what: str) -> str:
    """`1 decision`, `2 decisions`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def few(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """The first names, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def away(day: date, today: date) -> str:
    """How far a day is from the day asked about: `in 31 days`, `today`, `1 day ago`."""
    days = (day - today).days
    if days == 0:
        return "today"
    number = f"{abs(days)} day" if abs(days) == 1 else f"{abs(days)} days"
    return f"in {number}" if days > 0 else f"{number} ago"


def window(start: date | None, end: date | None) -> str:
    """A window of days, both inclusive: `1.8.2018–31.12.2018`, `from …`, `until …`."""
    if start and end:
        return norwegian(start) if start == end else f"{norwegian(start)}–{norwegian(end)}"
    if start:
        return f"from {norwegian(start)}"
    return f"until {norwegian(end)}" if end else ""


def reading(one: Reading) -> str:
    """A reading in one line: kind, window, recipient, how often, how surely."""
    parts = [str(one.kind)]
    if one.done and one.kind != "done":
        parts.append("done")
    parts.append(window(one.start, one.end))
    parts.append(f"to {visible(one.recipient)}" if one.recipient else "")
    parts.append(str(one.recurrence) if one.recurrence else "")
    parts.append(str(one.modality) if one.modality and one.modality != "decided" else "")
    return ", ".join(part for part in parts if part)


def counts(level: tuple[str, str], of: dict[State, int]) -> str:
    """`28 activities: 8 ended, 8 ongoing, …`, the most first."""
    number = sum(of.values())
    ordered = sorted(of.items(), key=lambda pair: -pair[1])
    told = ", ".join(f"{some} {STATES[state]}" for state, some in ordered)
    return f"{number} {level[0] if number == 1 else level[1]}: {told}"
