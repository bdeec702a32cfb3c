"""What is drawn where."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from vrplan.as_of import Segment, State
from vrplan.cli.plan import load_sound, view_of
from vrplan.site.chart import Drawing, Scale, Tick, drawing
from vrplan.site.levels import courses, seen

YEAR = Scale(date(2018, 1, 1), date(2018, 12, 31), width=365)


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
        (date(2018, 1, 31), date(2018, 1, 31), [(30, 1)]),
        (date(2018, 12, 31), None, [(364, 1)]),
        (None, date(2017, 12, 31), []),
        (date(2019, 1, 1), None, []),
    ],
)
def test_state_is_drawn_from_its_first_to_its_last_day(
    first: date | None, last: date | None, drawn: list[tuple[float, float]]
) -> None:
    pieces = YEAR.pieces([Segment(State.ONGOING, first, last)])
    assert [(one.x, one.width) for one in pieces] == drawn


def test_day_is_seen_where_years_are_drawn() -> None:
    century = Scale(date(2000, 1, 1), date(2099, 12, 31))
    day = date(2050, 1, 1)
    assert [one.width for one in century.pieces([Segment(State.DUE, day, day)])] == [0.4]


@pytest.mark.parametrize(
    ("first", "last", "wide", "phone"),
    [
        (date(2018, 1, 1), date(2018, 3, 31), ["2018", "1.2.", "1.3."], ["2018", "1.2.", "1.3."]),
        (
            date(2018, 1, 1),
            date(2019, 12, 31),
            ["2018", "1.4.", "1.7.", "1.10.", "2019", "1.4.", "1.7.", "1.10."],
            ["2018", "1.7.", "2019", "1.7."],
        ),
        (
            date(2010, 6, 1),
            date(2019, 6, 30),
            [str(year) for year in range(2011, 2020)],
            ["2012", "2014", "2016", "2018"],
        ),
        (
            date(1900, 1, 1),
            date(2100, 12, 31),
            ["1900", "1920", "1940", "1960", "1980", "2000", "2020", "2040", "2060", "2080"],
            ["1900", "2000"],
        ),
    ],
)
def test_axis_has_as_many_labels_as_there_is_room_for(
    first: date, last: date, wide: list[str], phone: list[str]
) -> None:
    ticks = list(Scale(first, last).axis())
    assert [one.told for one in ticks if one.told] == wide
    assert [one.told for one in ticks if one.is_main] == phone


def test_label_that_would_be_cut_is_left_out() -> None:
    ticks = list(YEAR.axis())
    assert ticks[-2:] == [Tick(304, "1.11.", False), Tick(334, "1.12.", False)]
    longer = list(Scale(date(2018, 1, 1), date(2019, 1, 7)).axis())
    assert longer[-1] == Tick(98.12, "", False)


@pytest.mark.parametrize(
    ("today", "ceases", "today_is_left", "end_is_left"),
    [
        (None, 50, False, False),
        (None, 50.01, False, True),
        (50, None, False, False),
        (50.01, None, True, False),
        (27, 54, False, False),
        (27.01, 54.01, True, True),
        (73, 46, False, False),
        (73.01, 46.01, True, True),
        (90, 54.01, True, True),
    ],
)
def test_label_stands_where_there_is_room_and_away_from_the_other_line(
    today: float | None, ceases: float | None, today_is_left: bool, end_is_left: bool
) -> None:
    drawn = Drawing(ticks=(), rows=(), today=today, ceases=ceases, has_labels=True, left_out=0)
    assert (drawn.today_is_left, drawn.end_is_left) == (today_is_left, end_is_left)


def test_no_line_goes_through_a_label_and_none_is_cut_wherever_the_days_lie() -> None:
    """Widths of the labels in percent of a phone; the lower one is met by the line of the upper one."""
    for today, ceases in permutations(range(101), 2):
        drawn = Drawing(ticks=(), rows=(), today=today, ceases=ceases, has_labels=True, left_out=0)
        day = (today - 26, today) if drawn.today_is_left else (today, today + 26)
        end = (ceases - 45, ceases) if drawn.end_is_left else (ceases, ceases + 45)
        lower, line = (day, ceases) if drawn.end_is_above else (end, today)
        assert not lower[0] < line < lower[1], (today, ceases)
        assert min(*day, *end) >= 0, (today, ceases)
        assert max(*day, *end) <= 100, (today, ceases)


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
    found = courses([Segment(State.DUE, first, last) for first, last in segments], (YEAR.first, YEAR.last))
    told = {state: {YEAR.x(day): number for day, number in one.items()} for state, one in found.items()}
    assert told == ({} if course is None else {State.DUE: course})


@pytest.mark.parametrize(
    ("course", "drawn"),
    [
        ({2: 90, 4: 0}, {0: 90, 1: 0}),
        ({0: 50, 12: 90, 14: 50, 19: 40}, {0: 50, 1: 90, 2: 40}),
        ({12: 90, 20: 0}, {1: 90, 2: 0}),
        ({12: 1, 14: 0, 22: 2}, {1: 1, 2: 2}),
        ({99: 3}, {9: 3}),
    ],
)
def test_state_that_lasts_less_than_a_unit_of_the_drawing_is_seen(
    course: dict[int, int], drawn: dict[int, int]
) -> None:
    """A unit is ten days; the days are counted from the first one."""
    units = Scale(YEAR.first, YEAR.first + timedelta(days=99), width=10)
    days = {YEAR.first + timedelta(days=day): number for day, number in course.items()}
    assert seen(days, units) == drawn


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
