"""Days on cells: each in one, in order, and never more than there is room for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.as_of import Segment, State
from vrplan.render.terminal.axis import Axis, Label, axis

FEW = settings(max_examples=60, deadline=None)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
STRETCHES = st.one_of(
    st.tuples(DAYS, st.integers(0, 4000)).map(
        lambda pair: (pair[0], min(pair[0] + timedelta(pair[1]), date(2199, 12, 31)))
    ),
    st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))),
)
ROOMS = st.integers(2, 190)
AXES = st.builds(lambda stretch, room: axis(stretch[0], stretch[1], room), STRETCHES, ROOMS)


def row(labels: list[Label], size: int) -> str:
    cells = [" "] * size
    for at, told in labels:
        cells[at : at + len(told)] = told
    return "".join(cells).rstrip()


@pytest.mark.parametrize(
    ("first", "last", "room", "unit", "per_unit", "size"),
    [
        pytest.param("2018-07-01", "2018-07-01", 50, 0, 12, 12, id="a day"),
        pytest.param("2018-07-02", "2018-07-08", 50, 0, 7, 49, id="a week"),
        pytest.param("2018-07-01", "2018-07-31", 31, 0, 1, 31, id="as many days as cells"),
        pytest.param("2018-07-01", "2018-08-01", 31, 1, 29 - 1, 29, id="a day more"),
        pytest.param("2018-01-01", "2018-12-31", 50, 1, 4, 48, id="a year"),
        pytest.param("2018-01-01", "2018-12-31", 100, 1, 8, 96, id="a year, wider"),
        pytest.param("2018-01-01", "2019-01-01", 50, 1, 4, 49, id="a year and a day"),
        pytest.param("2018-01-01", "2020-12-31", 50, 3, 4, 48, id="three years in quarters"),
        pytest.param("2018-01-01", "2020-12-31", 75, 1, 2, 72, id="three years in months"),
        pytest.param("2018-01-01", "2027-12-31", 50, 3, 1, 40, id="ten years in quarters"),
        pytest.param("2018-01-01", "2037-12-31", 50, 12, 2, 40, id="twenty years"),
        pytest.param("1900-01-01", "2199-12-31", 50, 120, 1, 30, id="all the years that files may name"),
    ],
)
def test_finest_axis_that_fits_is_taken(
    first: str, last: str, room: int, unit: int, per_unit: int, size: int
) -> None:
    found = axis(date.fromisoformat(first), date.fromisoformat(last), room)
    assert (found.unit, found.per_unit, found.size) == (unit, per_unit, size)


@pytest.mark.parametrize(
    ("day", "cell"),
    [
        ("2018-01-01", 0),
        ("2018-01-08", 0),
        ("2018-01-09", 1),
        ("2018-01-31", 3),
        ("2018-02-01", 4),
        ("2018-06-30", 23),
        ("2018-07-01", 24),
        ("2018-12-31", 47),
    ],
)
def test_month_begins_at_the_edge_of_a_cell(day: str, cell: int) -> None:
    assert Axis(date(2018, 1, 1), date(2018, 12, 31), 1, 4).cell(date.fromisoformat(day)) == cell


@pytest.mark.parametrize(
    ("first", "last", "room", "above", "below"),
    [
        ("2018-01-01", "2018-12-31", 50, "2018", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        ("2018-06-15", "2018-12-31", 15, "2018", "J J A S O N D"),
        ("2017-07-01", "2018-12-31", 24, "2017    2018", "Q3  Q4  Q1  Q2  Q3  Q4"),
        ("2018-07-02", "2018-07-08", 30, "Jul 2018", "2   3   4   5   6   7   8"),
        ("2018-06-28", "2018-07-18", 21, "   Jul 2018", "    2      9      16"),
        ("2018-01-01", "2027-12-31", 50, "2018    2020    2022    2024    2026", ""),
        ("2018-01-01", "2027-12-31", 100, "    ".join(map(str, range(2018, 2028))), ""),
        ("2018-05-01", "2027-12-31", 50, "2018   2020    2022    2024    2026", ""),
    ],
)
def test_labels_thin_out(first: str, last: str, room: int, above: str, below: str) -> None:
    found = axis(date.fromisoformat(first), date.fromisoformat(last), room)
    assert [row(labels, found.size) for labels in found.labels()] == [above, below]


@FEW
@given(AXES)
def test_labels_never_meet_and_never_leave_the_axis(found: Axis) -> None:
    for labels in found.labels():
        ends = [at + len(told) for at, told in labels]
        starts = [at for at, _ in labels]
        assert all(end < start for end, start in zip(ends, starts[1:], strict=False))
        assert all(end <= found.size for end in ends)


@FEW
@given(STRETCHES, ROOMS)
def test_room_is_kept(stretch: tuple[date, date], room: int) -> None:
    assert axis(*stretch, room).size <= room


@FEW
@given(AXES, st.data())
def test_every_day_falls_in_exactly_one_cell_and_cells_are_in_order(found: Axis, data: st.DataObject) -> None:
    length = (found.last - found.first).days
    offset = data.draw(st.integers(0, length))
    day = found.first + timedelta(offset)
    cell = found.cell(day)
    assert 0 <= cell < found.size
    assert found.cell(found.first) == 0
    assert found.edge(day) in range(cell, cell + 2)
    if offset < length:
        following = day + timedelta(1)
        assert found.cell(following) - cell in ({found.per_unit} if found.unit == 0 else {0, 1})
        assert found.edge(following) >= found.edge(day)


@st.composite
def _histories(draw: st.DrawFn) -> tuple[Axis, list[Segment]]:
    found = draw(AXES)
    length = (found.last - found.first).days
    turns = sorted(draw(st.sets(st.integers(1, length), max_size=6))) if length else []
    firsts = [None, *(found.first + timedelta(turn) for turn in turns)]
    states = [State.ONGOING, State.ENDED] * 4
    ends = [*(one - timedelta(1) for one in firsts[1:] if one), None]
    return found, [
        Segment(state, first, last) for state, first, last in zip(states, firsts, ends, strict=False)
    ]


@FEW
@given(_histories())
def test_states_fill_all_cells_in_order_and_each_is_seen(drawn: tuple[Axis, list[Segment]]) -> None:
    found, segments = drawn
    spans = found.spans(segments)
    assert [spans[0][0], *(stop for _, stop, _ in spans)] == [*(start for start, _, _ in spans), found.size]
    if len(segments) <= found.size:
        assert [one for _, _, one in spans] == segments


def test_state_of_a_single_day_has_the_cell_of_its_day() -> None:
    year = Axis(date(2018, 1, 1), date(2018, 12, 31), 1, 4)
    for day in (date(2018, 5, 9), date(2018, 5, 11), date(2018, 5, 14), date(2018, 5, 31), date(2018, 6, 1)):
        segments = [
            Segment(State.ONGOING, None, day - timedelta(1)),
            Segment(State.DUE, day, day),
            Segment(State.OVERDUE, day + timedelta(1), None),
        ]
        (_, start, _), (due, stop, _), _ = year.spans(segments)
        assert (start, due, stop) == (year.cell(day), year.cell(day), year.cell(day) + 1)


@pytest.mark.parametrize(
    ("turn", "first_cell"), [("2018-05-01", 16), ("2018-05-04", 16), ("2018-05-06", 17), ("2018-05-08", 17)]
)
def test_states_part_at_the_nearer_edge(turn: str, first_cell: int) -> None:
    year = Axis(date(2018, 1, 1), date(2018, 12, 31), 1, 4)
    day = date.fromisoformat(turn)
    segments = [Segment(State.ONGOING, None, day - timedelta(1)), Segment(State.ENDED, day, None)]
    assert [(start, stop) for start, stop, _ in year.spans(segments)] == [(0, first_cell), (first_cell, 48)]
