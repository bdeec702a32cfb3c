"""The words for states and levels, distances in days, windows and counts."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, assert_never

from vrplan.as_of import State
from vrplan.days import norwegian
from vrplan.render.language import NNP_, NP_, _, ngettext, npgettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from vrplan.model.plan import Item, Level, Reach


_STATES = {
    State.NOT_STARTED: NP_("state", "not started"),
    State.ONGOING: NP_("state", "ongoing"),
    State.IN_TRANSITION: NP_("state", "in transition"),
    State.DUE: NP_("state", "due"),
    State.OVERDUE: NP_("state", "overdue"),
    State.POSTPONED: NP_("state", "postponed"),
    State.TRANSFERRED: NP_("state", "transferred"),
    State.ENDED: NP_("state", "ended"),
    State.DONE: NP_("state", "done"),
    State.CANCELLED: NP_("state", "cancelled"),
    State.ORPHANED: NP_("state", "orphaned"),
    State.UNDECIDED: NP_("state", "undecided"),
    State.UNKNOWN: NP_("state", "unknown"),
}


def state_name(state: State) -> str:
    """A state in words: `in transition`."""
    return pgettext("state", _STATES[state])


_COUNTED = {
    State.NOT_STARTED: NNP_("states", "{number} not started", "{number} not started"),
    State.ONGOING: NNP_("states", "{number} ongoing", "{number} ongoing"),
    State.IN_TRANSITION: NNP_("states", "{number} in transition", "{number} in transition"),
    State.DUE: NNP_("states", "{number} due", "{number} due"),
    State.OVERDUE: NNP_("states", "{number} overdue", "{number} overdue"),
    State.POSTPONED: NNP_("states", "{number} postponed", "{number} postponed"),
    State.TRANSFERRED: NNP_("states", "{number} transferred", "{number} transferred"),
    State.ENDED: NNP_("states", "{number} ended", "{number} ended"),
    State.DONE: NNP_("states", "{number} done", "{number} done"),
    State.CANCELLED: NNP_("states", "{number} cancelled", "{number} cancelled"),
    State.ORPHANED: NNP_("states", "{number} orphaned", "{number} orphaned"),
    State.UNDECIDED: NNP_("states", "{number} undecided", "{number} undecided"),
    State.UNKNOWN: NNP_("states", "{number} unknown", "{number} unknown"),
}


def state_count(state: State, number: int) -> str:
    """How many are in a state: `4 transferred`."""
    return npgettext("states", *_COUNTED[state], number).format(number=number)


def level_name(level: Level, number: int) -> str:
    """What so many items of a level are called: `activity`, `activities`."""
    match level:
        case "activity":
            return ngettext("activity", "activities", number)
        case "focus_area":
            return ngettext("focus area", "focus areas", number)
        case "obligation":
            return ngettext("obligation", "obligations", number)
        case _:
            assert_never(level)


MOST_NAMES = 3
"""So many names are told; of the others only the number."""


def listed(*parts: str) -> str:
    """The parts that are not empty, one after the other."""
    return ", ".join(part for part in parts if part)


def either(names: Sequence[str]) -> str:
    """Names of which any may be meant: `Helse or Kultur`; empty where there is none."""
    if not names:
        return ""
    return reduce(lambda one, other: _("{one} or {other}").format(one=one, other=other), names)


def both(names: Sequence[str]) -> str:
    """Names of which all are meant: `KHS and Lillevik kommune`; empty where there is none."""
    if not names:
        return ""
    return reduce(lambda one, other: _("{one} and {other}").format(one=one, other=other), names)


def said_of_whole(reach: Reach) -> str:
    """That words are said of more than the item: of its whole measure or focus area."""
    return _("said of the whole measure") if reach == "measure" else _("said of the whole focus area")


def few(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """The first names, and how many more there are."""
    first, more = ", ".join(names[:most]), len(names) - most
    return _("{names} and {number} more").format(names=first, number=more) if more > 0 else first


def unspoken(items: Sequence[Item]) -> list[str]:
    """Of how many items nothing is said, and of which, in one line; none where there is none."""
    if not items:
        return []
    told = ngettext(
        "Nothing is said of {number} item: {ids}", "Nothing is said of {number} items: {ids}", len(items)
    )
    return [told.format(number=len(items), ids=few([one.id for one in items]))]


def away(day: date, today: date) -> str:
    """How far a day is from the day asked about: `in 31 days`, `today`, `1 day ago`."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in {number} day", "in {number} days", days).format(number=days)
    return ngettext("{number} day ago", "{number} days ago", -days).format(number=-days)


def window(start: date | None, end: date | None) -> str:
    """A window of days, both inclusive: `1.8.2018–31.12.2018`, `from …`, `until …`."""
    if start and end:
        return norwegian(start) if start == end else f"{norwegian(start)}–{norwegian(end)}"
    if start:
        return _("from {day}").format(day=norwegian(start))
    return _("until {day}").format(day=norwegian(end)) if end else ""


def state_counts(of: Mapping[State, int]) -> str:
    """`8 ended, 8 ongoing, …`: how many are in each state, the most first."""
    ordered = sorted(of.items(), key=lambda pair: -pair[1])
    return ", ".join(state_count(state, some) for state, some in ordered)


def counts(level: Level, of: dict[State, int]) -> str:
    """`28 activities: 8 ended, 8 ongoing, …`, the most first."""
    number = sum(of.values())
    return f"{number} {level_name(level, number)}: {state_counts(of)}"
