"""What is drawn where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vrplan.as_of import Segment, State
from vrplan.cli.plan import load_sound, view_of
from vrplan.site.chart import Scale, drawing
from vrplan.site.levels import courses

YEAR = Scale(date(2018, 1, 1), date(2018, 12, 31), left=0, right=365)


@pytest.mark.parametrize(
    ("day", "x"),
    [
        (date(2017, 1, 1), 0),
        (date(2018, 1, 1), 0),
        (date(2018, 1, 2), 1),
        (date(2018, 12, 31), 364),
        (date(2019, 1, 1), 365),
        (date(2020, 1, 1), 365),
    ],
)
def test_day_begins_where_as_many_days_have_passed(day: date, x: float) -> None:
    assert YEAR.x(day) == x


@pytest.mark.parametrize(
    ("first", "last", "drawn"),
    [
        (None, None, [(0, 365)]),
        (date(2018, 1, 1), date(2018, 1, 31), [(0, 31)]),
        (date(2018, 1, 31), date(2018, 1, 31), [(30, 1.5)]),
        (date(2018, 12, 31), None, [(364, 1.5)]),
        (None, date(2017, 12, 31), []),
        (date(2019, 1, 1), None, []),
    ],
)
def test_state_is_drawn_from_its_first_to_its_last_day(
    first: date | None, last: date | None, drawn: list[tuple[float, float]]
) -> None:
    pieces = YEAR.pieces([Segment(State.ONGOING, first, last)], 0)
    assert [(one.x, one.width) for one in pieces] == drawn


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        (date(2018, 1, 1), date(2018, 3, 31), ["2018", "1.2.", "1.3."]),
        (
            date(2018, 1, 1),
            date(2019, 12, 31),
            ["2018", "1.4.", "1.7.", "1.10.", "2019", "1.4.", "1.7.", "1.10."],
        ),
        (date(2010, 6, 1), date(2019, 6, 30), ["2012", "2014", "2016", "2018"]),
        (date(1900, 1, 1), date(2100, 12, 31), ["1900", "1950", "2000", "2050", "2100"]),
    ],
)
def test_axis_has_as_many_labels_as_there_is_room_for(first: date, last: date, ticks: list[str]) -> None:
    assert [one.told for one in Scale(first, last, left=0, right=365).axis()] == ticks


@pytest.mark.parametrize(
    ("segments", "course"),
    [
        ([(None, None)], {0: 1}),
        ([(None, None), (date(2018, 1, 11), None)], {0: 1, 10: 2}),
        ([(date(2018, 1, 11), date(2018, 1, 11))], {10: 1, 11: 0}),
        ([(None, date(2018, 1, 10)), (date(2018, 1, 11), None)], {0: 1, 10: 1}),
        ([(None, date(2018, 12, 30))], {0: 1, 364: 0}),
        ([(None, date(2018, 12, 31))], {0: 1}),
        ([(date(2018, 12, 31), None)], {364: 1}),
        ([(date(2017, 1, 1), date(2017, 12, 31))], None),
        ([(date(2019, 1, 1), None)], None),
    ],
)
def test_items_are_counted_from_their_first_day_to_their_last(
    segments: list[tuple[date | None, date | None]], course: dict[int, int] | None
) -> None:
    found = courses([Segment(State.DUE, first, last) for first, last in segments], YEAR)
    assert found == ({} if course is None else {State.DUE: course})


@pytest.mark.parametrize(
    ("day", "marked"),
    [("2018-12-31", (True, True)), ("2019-01-01", (True, False)), ("2019-01-02", (True, True))],
)
def test_end_is_marked_beside_the_day_asked_about_and_not_over_it(
    day: str, marked: tuple[bool, bool]
) -> None:
    plan, _ = load_sound(Path(__file__).parent.parent.parent / "data")
    view = view_of(plan, day, None)
    drawn = drawing(view.items[:1], view, (date(2018, 1, 1), date(2019, 12, 31)), {})
    assert (drawn.today is not None, drawn.ceases is not None) == marked
