"""How many items are in which state through time, for plans of more items than a drawing has rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.days import ONE_DAY
from vrplan.site.chart import Level, Scale, drawing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate, Segment
    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.site.chart import Drawing

HEIGHT = 34
"""So high is the row of a state where most items are in one state."""
WIDTH = 660
"""As finely the course is drawn, in steps; it is stretched to the width that there is room for."""


def levels(
    items: Sequence[ItemOnDate],
    view: PlanOnDate,
    stretch: tuple[date, date],
    meetings: Mapping[date, Sequence[KnownMeeting]],
) -> Drawing:
    """Draw a row for each state, the higher the more items are in it; all rows have the same scale."""
    frame, scale = drawing((), view, stretch, meetings), Scale(*stretch, width=WIDTH)
    found = courses((segment for one in items for segment in one.history), scale)
    most = max((max(course.values()) for course in found.values()), default=0)
    now = Counter(one.state for one in items)
    rows = tuple(
        Level(
            state=state,
            path=_outline(found[state], HEIGHT / most),
            now=now[state],
            most=max(found[state].values()),
        )
        for state in State
        if state in found
    )
    return replace(frame, levels=rows)


def courses(segments: Iterable[Segment], scale: Scale) -> dict[State, dict[int, int]]:
    """For each state, from which unit of the drawing on how many items are in it, in order of time."""
    changes: dict[State, Counter[date]] = {}
    for one in segments:
        first, last = max(one.first or scale.first, scale.first), min(one.last or scale.last, scale.last)
        if first <= last:
            change = changes.setdefault(one.state, Counter())
            change[first] += 1
            if last < scale.last:
                change[last + ONE_DAY] -= 1
    return {state: _course(change, scale) for state, change in changes.items()}


def _course(change: Mapping[date, int], scale: Scale) -> dict[int, int]:
    """The changes added up, as finely as they can be seen."""
    course, number = {}, 0
    for day in sorted(change):
        number += change[day]
        course[int(scale.x(day))] = number
    return course


def _outline(course: Mapping[int, int], unit: float) -> str:
    """The outline of what lies between a row's foot and its course, as SVG draws it; nothing where they meet."""
    drawn, is_open = "", False
    for x, number in course.items():
        to = f"H{x}" if is_open else f"M{x} {HEIGHT}"
        if number or is_open:
            drawn += f"{to}V{round(HEIGHT - number * unit, 1):g}{'' if number else 'z'}"
        is_open = number > 0
    return drawn + (f"H{WIDTH}V{HEIGHT}z" if is_open else "")
