"""The turns of an item's state: what each is, which days are named, and which event makes it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Segment, State
from vrplan.as_of.stretches import stretches
from vrplan.as_of.turns import turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.as_of import ItemOnDate
    from vrplan.model.plan import Plan

    PlanFrom = Callable[..., Plan]
    On = Callable[..., ItemOnDate]

ITEM = """
obligations:
  - {{id: it, kind: duty, name: Noe, {entry}}}
"""


def told(plan_from: PlanFrom, on: On, entry: str, as_known: str | None = None, ceases: str = "") -> list[str]:
    """Each turn: what and on which day, the named days, the event that makes it, to whom it goes."""
    one = on(plan_from(ceases + ITEM.format(entry=entry)), "2018-01-01", as_known)
    return [
        f"{turn.what} {turn.day}"
        + (f" from {turn.first}" if turn.first else "")
        + (f" by {turn.last}" if turn.last else "")
        + (f" by event {turn.event.what}" if turn.event else "")
        + (f" to {turn.to}" if turn.to else "")
        + (" is done" if turn.is_said_done else "")
        for turn in turns(one)
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Avsluttes 30.6.18", ["ends 2018-07-01 by 2018-06-30"]),
        ("Avvikles fra 1.7.2018", ["ends 2018-07-01 by 2018-06-30"]),
        ("Avsluttet", ["ends 2017-12-07 is done"]),  # the day of the paper: no day is named
        ("Oppstart 1.8.2018", ["begins 2018-08-01 from 2018-08-01", "orphaned 2019-01-01"]),
        ("Oppstart innen 1.9.2018", ["begins 2018-09-02 by 2018-09-01", "orphaned 2019-01-01"]),
        ("Fra 1.3.2018 til 31.10.2018",
         ["begins 2018-03-01 from 2018-03-01", "ends 2018-11-01 by 2018-10-31"]),
        ("Q3", ["opens 2018-07-01 from 2018-07-01", "closes 2018-10-01 from 2018-07-01 by 2018-09-30"]),
        ("Innen 1.9.2018", ["opens 2017-12-07", "closes 2018-09-02 by 2018-09-01"]),
        (
            "Overføres til KHS i løpet av høsten",
            [
                "opens 2018-08-01 from 2018-08-01 to KHS",
                "handed_over 2019-01-01 from 2018-08-01 by 2018-12-31 to KHS",
            ],
        ),
        ("Overføres til KHS 1.9.2018", ["handed_over 2018-09-01 from 2018-09-01 to KHS"]),
        ("Overføres til KHS innen 1.9.2018", ["handed_over 2018-09-02 by 2018-09-01 to KHS"]),
        ("Overført til KHS 1.11.2017", ["handed_over 2017-11-01 from 2017-11-01 to KHS is done"]),
        ("Overført til KHS", ["handed_over 2017-12-07 to KHS is done"]),
        ("Gjennomført 1.12.2017", ["done 2017-12-01 is done"]),
        ("Utgår", ["cancelled 2017-12-07"]),
        ("Utsatt til 1. kvartal 2019",
         ["opens 2019-01-01 from 2019-01-01", "closes 2019-04-01 from 2019-01-01 by 2019-03-31"]),
        ("Løpende", ["orphaned 2019-01-01"]),
        ("Skal utredes nærmere", []),
    ],
)  # fmt: skip
def test_words_give_turns_and_name_days(
    plan_from: PlanFrom, on: On, status: str, expected: list[str]
) -> None:
    ceases = "ceases: {date: 2019-01-01, decision: gf-2018/1}"
    assert told(plan_from, on, f"status: {{HP 2018: {status}}}", ceases=ceases) == expected


def test_what_was_not_understood_and_then_is_done_turns(plan_from: PlanFrom, on: On) -> None:
    status = "status: {HP 2018: Skal utredes nærmere, Justert: Gjennomført}"
    assert told(plan_from, on, status) == ["done 2018-06-14 is done"]


def test_what_was_replaced_names_the_days_before(plan_from: PlanFrom, on: On) -> None:
    status = "status: {HP 2018: Overføres til KHS i 1. kvartal 2018, Justert: Overført til KHS}"
    assert told(plan_from, on, status) == [
        "opens 2018-01-01 from 2018-01-01 to KHS",
        "handed_over 2018-04-01 from 2018-01-01 by 2018-03-31 to KHS",
    ]


@pytest.mark.parametrize(
    ("status", "events", "expected"),
    [
        ("Løpende", "{date: 2018-08-15, what: done}", ["done 2018-08-15 by event done"]),
        ("Løpende", "{date: 2018-08-15, what: ended}", ["ends 2018-08-16 by 2018-08-15 by event ended"]),
        ("Avsluttes 30.6.18", "{date: 2018-06-29, what: ended}",
         ["ends 2018-06-30 by 2018-06-29 by event ended"]),
        ("Avsluttes 30.6.18", "{date: 2018-06-30, what: ended}",
         ["ends 2018-07-01 by 2018-06-30 by event ended"]),
        ("Avsluttes 30.6.18", "{date: 2018-07-01, what: ended}", ["ends 2018-07-01 by 2018-06-30"]),
        (
            "Avsluttes 30.6.18",
            "{date: 2018-06-15, what: postponed, to: 2018-09-30}",
            ["ends 2018-10-01 by 2018-09-30"],
        ),
        (
            "Overføres til KHS innen 31.3.2018",
            "{date: 2018-03-15, what: postponed, to: 2018-09-30}",
            ["handed_over 2018-10-01 by 2018-09-30 to KHS"],
        ),
        (
            "Overføres til KHS 1.9.2018",
            "{date: 2018-09-20, what: accepted, recipient: KHS}",
            ["handed_over 2018-09-01 from 2018-09-01 to KHS"],
        ),
        (
            "Overføres til KHS 1.9.2018",
            "{date: 2018-10-01, what: transferred, recipient: Bærum kommune}",
            [
                "handed_over 2018-09-01 from 2018-09-01 to KHS",
                "handed_over 2018-10-01 from 2018-10-01 by event transferred to Bærum kommune",
            ],
        ),
        (
            "Løpende",
            "{date: 2018-10-01, what: accepted}, {date: 2018-10-01, what: transferred, recipient: KHS}",
            ["handed_over 2018-10-01 from 2018-10-01 by event transferred to KHS"],
        ),
        (
            "Q2",
            "{date: 2018-06-01, what: postponed, to: 2018-08-31}",
            [
                "opens 2018-04-01 from 2018-04-01",
                "postponed 2018-06-01 from 2018-04-01 by event postponed",
                "closes 2018-09-01 by 2018-08-31",
            ],
        ),
        # It begins by the words on that day: nothing that is recorded makes it.
        ("Oppstart 1.8.2018", "{date: 2018-08-01, what: accepted, recipient: KHS}",
         ["handed_over 2018-08-01 from 2018-08-01 by event accepted to KHS"]),
        (
            "Overføres til KHS i september 2018",
            "{date: 2018-09-01, what: started}",
            [
                "opens 2018-09-01 from 2018-09-01 to KHS",
                "handed_over 2018-10-01 from 2018-09-01 by 2018-09-30 to KHS",
            ],
        ),
    ],
)  # fmt: skip
def test_events_make_turns_and_move_days(
    plan_from: PlanFrom, on: On, status: str, events: str, expected: list[str]
) -> None:
    assert told(plan_from, on, f"status: {{HP 2018: {status}}}, events: [{events}]") == expected


@pytest.mark.parametrize(
    ("as_known", "expected"),
    [
        ("2018-06-29", ["ends 2018-07-01 by 2018-06-30"]),
        ("2018-06-30", ["ends 2018-07-01 by 2018-06-30 by event ended"]),
        ("2018-07-01", ["ends 2018-07-01 by 2018-06-30 by event ended"]),
        (None, ["ends 2018-07-01 by 2018-06-30 by event ended"]),
    ],
)
def test_event_makes_a_turn_from_the_day_on_which_it_is_known(
    plan_from: PlanFrom, on: On, as_known: str | None, expected: list[str]
) -> None:
    entry = "status: {HP 2018: Avsluttes 30.6.18}, events: [{date: 2018-06-30, what: ended}]"
    assert told(plan_from, on, entry, as_known) == expected


@pytest.mark.parametrize(
    ("day", "what", "expected"),
    [
        ("2018-06-13", "postponed, from: 2018-09-01, to: 2018-09-30", "by"),
        ("2018-07-01", "done", "by event done"),
    ],
)
def test_what_a_later_decision_overtakes_makes_no_turn(
    plan_from: PlanFrom, on: On, day: str, what: str, expected: str
) -> None:
    entry = f"status: {{HP 2018: Q1, Justert: Q2}}, events: [{{date: {day}, what: {what}}}]"
    opens, closes = told(plan_from, on, entry)
    assert opens == "opens 2018-04-01 from 2018-04-01"
    assert closes.startswith(
        "closes 2018-07-01 from 2018-04-01 by 2018-06-30" if expected == "by" else "done 2018-07-01"
    )


def test_a_state_lasts_until_another_or_another_receiver() -> None:
    segments = (
        Segment(State.IN_TRANSITION, None, date(2018, 7, 31), "Bærum"),
        Segment(State.IN_TRANSITION, date(2018, 8, 1), date(2018, 8, 31), "KHS"),
        Segment(State.TRANSFERRED, date(2018, 9, 1), date(2018, 9, 19), "KHS"),
        Segment(State.TRANSFERRED, date(2018, 9, 20), date(2018, 9, 30), "KHS", confirmed=True),
        Segment(State.TRANSFERRED, date(2018, 10, 1), None, "Bærum"),
    )
    assert [(one.state, one.first, one.last, one.to) for one in stretches(segments)] == [
        ("in_transition", None, date(2018, 8, 31), "KHS"),
        ("transferred", date(2018, 9, 1), date(2018, 9, 30), "KHS"),
        ("transferred", date(2018, 10, 1), None, "Bærum"),
    ]


@pytest.mark.parametrize(("confirmed", "number"), [(True, 1), (False, 2)])
def test_a_receiver_that_nobody_named_is_the_one_that_confirms(confirmed: bool, number: int) -> None:
    segments = (
        Segment(State.TRANSFERRED, None, date(2018, 9, 19)),
        Segment(State.TRANSFERRED, date(2018, 9, 20), None, "KHS", confirmed=confirmed),
    )
    assert len(stretches(segments)) == number


def test_what_never_turns_has_no_turns(plan_from: PlanFrom, on: On) -> None:
    assert told(plan_from, on, "status: {HP 2018: Løpende}") == []
    assert stretches(()) == ()
