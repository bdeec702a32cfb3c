"""The days on which something happens to an item."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import history
from vrplan.reports.turnings import turnings

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan

    PlanFrom = Callable[..., Plan]


def told(plan_from: PlanFrom, entry: str, ceases: bool = True) -> list[tuple[str, str]]:
    end = "ceases: {date: 2019-01-01, decision: gf-2018/1}" if ceases else ""
    plan = plan_from(f"""
        {end}
        obligations:
          - {{id: it, kind: duty, name: Noe, {entry}}}
        """)
    return [(str(turn.day), str(turn.what)) for turn in turnings(history(plan, plan.items[0], None))]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Avsluttes 30.6.18", [("2018-06-30", "last_day")]),
        ("Avvikles fra 1.7.2018", [("2018-06-30", "last_day")]),
        ("Oppstart 1.8.2018", [("2018-08-01", "begins"), ("2019-01-01", "orphaned")]),
        ("Fra 1.3.2018 til 31.10.2018", [("2018-03-01", "begins"), ("2018-10-31", "last_day")]),
        (
            "Q3",
            [("2018-07-01", "window_opens"), ("2018-09-30", "window_closes"), ("2018-10-01", "overdue")],
        ),
        (
            "Overføres til KHS i løpet av høsten",
            [("2018-08-01", "window_opens"), ("2018-12-31", "window_closes"), ("2019-01-01", "handed_over")],
        ),
        ("Overføres til KHS 1.9.2018", [("2018-09-01", "handed_over")]),
        ("Overføres til KHS innen 1.9.2018", [("2018-09-02", "handed_over")]),
        ("Gjennomført 1.12.2017", [("2017-12-01", "done")]),
        ("Utgår", [("2017-12-07", "cancelled")]),
        (
            "Utsatt til 1. kvartal 2019",
            [("2019-01-01", "window_opens"), ("2019-03-31", "window_closes"), ("2019-04-01", "overdue")],
        ),
        ("Løpende", [("2019-01-01", "orphaned")]),
        ("Skal utredes nærmere", []),
    ],
)
def test_words_give_turns(plan_from: PlanFrom, status: str, expected: list[tuple[str, str]]) -> None:
    assert told(plan_from, f"status: {{HP 2018: {status}}}") == expected


def test_what_goes_on_has_no_turn(plan_from: PlanFrom) -> None:
    assert told(plan_from, "status: {HP 2018: Løpende}", ceases=False) == []


def test_what_was_not_understood_and_then_is_done_turns(plan_from: PlanFrom) -> None:
    status = "status: {HP 2018: Skal utredes nærmere, Justert: Gjennomført}"
    assert told(plan_from, status) == [("2018-06-14", "done")]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ("{date: 2018-08-15, what: done}", [("2018-07-01", "window_opens"), ("2018-08-15", "done")]),
        (
            "{date: 2018-08-15, what: cancelled, decision: sg-2018}",
            [("2018-07-01", "window_opens"), ("2018-08-15", "cancelled")],
        ),
        ("{date: 2018-06-20, what: ended}", [("2018-06-19", "last_day")]),
    ],
)
def test_events_make_turns_too(plan_from: PlanFrom, events: str, expected: list[tuple[str, str]]) -> None:
    assert told(plan_from, f"status: {{HP 2018: Q3}}, events: [{events}]") == expected


def test_confirmation_is_no_turn(plan_from: PlanFrom) -> None:
    events = "[{date: 2018-09-20, what: accepted, recipient: KHS}]"
    status = "status: {HP 2018: Overføres til KHS 1.9.2018}"
    assert told(plan_from, f"{status}, events: {events}") == [("2018-09-01", "handed_over")]


def test_turn_names_the_states_that_meet(plan_from: PlanFrom) -> None:
    plan = plan_from("""
        obligations:
          - {id: it, kind: duty, name: Noe, status: {HP 2018: Avsluttes 30.6.18}}
        """)
    ((_, _, turn),) = turnings(history(plan, plan.items[0], None))
    assert (turn.before.state, turn.before.last) == ("ongoing", date(2018, 6, 30))
    assert (turn.after.state, turn.after.first) == ("ended", date(2018, 7, 1))
