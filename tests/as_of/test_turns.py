"""The days on which a state turns."""

from __future__ import annotations

from datetime import date

from vrplan.as_of import Segment, State
from vrplan.as_of.turns import turns

EVE, DAY = date(2018, 8, 31), date(2018, 9, 1)


def test_a_turn_has_the_first_day_of_the_new_state() -> None:
    before, after = Segment(State.ONGOING, None, EVE), Segment(State.ENDED, DAY)
    assert list(turns((before, after))) == [(DAY, before, after)]


def test_what_is_confirmed_or_goes_to_another_turns_no_state() -> None:
    given = Segment(State.TRANSFERRED, None, EVE, "KHS")
    confirmed = Segment(State.TRANSFERRED, DAY, date(2018, 9, 30), "KHS", confirmed=True)
    passed_on = Segment(State.TRANSFERRED, date(2018, 10, 1), None, "Bærum")
    assert list(turns((given, confirmed, passed_on))) == []


def test_what_never_turns_has_no_turns() -> None:
    assert list(turns((Segment(State.UNKNOWN),))) == []
    assert list(turns(())) == []
