"""How many items are in which state through time, for plans of more items than a drawing has rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.days import ONE_DAY
from vrplan.site.chart import Level, Scale, drawing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    found = courses((segment for one in items for segment in one.history), stretch)
    most = {state: max(course.values()) for state, course in found.items()}
    unit = HEIGHT / max(most.values(), default=1)
    now = Counter(one.state for one in items)
    rows = tuple(
        Level(
            state=state,
            path=_outline(seen(found[state], scale), unit),
            now=now[state],
            most=most[state],
        )
        for state in State
        if state in found
    )
    return replace(frame, levels=rows)


def courses(segments: Iterable[Segment], stretch: tuple[date, date]) -> dict[State, dict[date, int]]:
    """For each state, from which day of a stretch on how many items are in it, in order of time."""
    begin, end = stretch
    changes: dict[State, Counter[date]] = {}
    for one in segments:
        first, last = max(one.first or begin, begin), min(one.last or end, end)
        if first <= last:
            change = changes.setdefault(one.state, Counter())
            change[first] += 1
            if last < end:
                change[last + ONE_DAY] -= 1
    return {state: dict(_added(change)) for state, change in changes.items()}


def _added(change: Mapping[date, int]) -> Iterator[tuple[date, int]]:
    number = 0
    for day in sorted(change):
        number += change[day]
        yield day, number


def seen(course: Mapping[date, int], scale: Scale) -> dict[int, int]:
    """From which unit of a drawing on how many are seen: in each the most, though it be for one day of many."""
    last_unit = int(scale.width) - 1
    drawn: dict[int, int] = {}
    closing: dict[int, int] = {}
    for day, number in course.items():
        x = min(int(scale.x(day)), last_unit)
        drawn[x] = max(drawn.get(x, 0), number)
        closing[x] = number
    after = {x + 1: number for x, number in closing.items() if number != drawn[x]}
    return dict(sorted((after | drawn).items()))


def _outline(course: Mapping[int, int], unit: float) -> str:
    """The outline of what lies between a row's foot and its course, as SVG draws it; nothing where they meet."""
    drawn, is_open = "", False
    for x, number in course.items():
        to = f"H{x}" if is_open else f"M{x} {HEIGHT}"
        if number or is_open:
            drawn += f"{to}V{round(HEIGHT - number * unit, 1):g}{'' if number else 'z'}"
        is_open = number > 0
    return drawn + (f"H{WIDTH}V{HEIGHT}z" if is_open else "")
