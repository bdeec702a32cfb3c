"""What a recorded event makes of the state that the words give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.as_of import ItemOnDate, PlanOnDate
from vrplan.model.plan import Plan

PlanFrom = Callable[..., Plan]
On = Callable[..., ItemOnDate]
View = Callable[..., PlanOnDate]
States = Callable[..., list[str]]

PLAN = """
areas:
  - id: a
    name: A
    measures:
      - name: M
        activities:
          - id: it
            name: It
            status: {{HP 2018: {{text: x, means: {{{means}}}}}}}
            events:
"""
ONGOING = "kind: ongoing"
AUTUMN = "kind: transfers, recipient: KHS, from: 2018-08-01, to: 2018-12-31"
Q3 = "kind: due, from: 2018-07-01, to: 2018-09-30"


def recorded(means: str, *events: str) -> str:
    """A plan of one activity, whose status text means this, and of which these events are recorded."""
    return PLAN.format(means=means) + "".join(f"              - {{{event}}}\n" for event in events)


@pytest.mark.parametrize(
    ("means", "event", "expected"),
    [
        (
            Q3,
            "date: 2018-09-15, what: done",
            ["..2018-06-30 not_started", "2018-07-01..2018-09-14 due", "2018-09-15.. done"],
        ),
        (
            Q3,
            "date: 2018-11-01, what: done",
            [
                "..2018-06-30 not_started",
                "2018-07-01..2018-09-30 due",
                "2018-10-01..2018-10-31 overdue",
                "2018-11-01.. done",
            ],
        ),
        (Q3, "date: 2018-06-01, what: done", ["..2018-05-31 not_started", "2018-06-01.. done"]),
        (ONGOING, "date: 2018-05-31, what: ended", ["..2018-05-31 ongoing", "2018-06-01.. ended"]),
        (ONGOING, "date: 2018-03-01, what: cancelled", ["..2018-02-28 ongoing", "2018-03-01.. cancelled"]),
        (ONGOING, "date: 2020-02-29, what: ended", ["..2020-02-29 ongoing", "2020-03-01.. ended"]),
        *(
            (
                "kind: ends, to: 2018-06-30",
                f"date: {day}, what: ended",
                [f"..{day} ongoing", f"{over}.. ended"],
            )
            for day, over in (("2018-06-29", "2018-06-30"), ("2018-06-30", "2018-07-01"))
        ),
        # Too late: the words say that it was over on that day. VR512 tells it.
        (
            "kind: ends, to: 2018-06-30",
            "date: 2018-07-01, what: ended",
            ["..2018-06-30 ongoing", "2018-07-01.. ended"],
        ),
        (
            AUTUMN,
            "date: 2018-10-15, what: transferred",
            ["..2018-07-31 ongoing", "2018-08-01..2018-10-14 in_transition", "2018-10-15.. transferred"],
        ),
        (
            AUTUMN,
            "date: 2018-10-15, what: accepted",
            ["..2018-07-31 ongoing", "2018-08-01..2018-10-14 in_transition", "2018-10-15.. transferred"],
        ),
        (
            "kind: starts, from: 2018-08-01",
            "date: 2018-06-04, what: started",
            ["..2018-06-03 not_started", "2018-06-04.. ongoing"],
        ),
        (
            "kind: starts, from: 2018-08-01",
            "date: 2018-09-03, what: started",
            ["..2018-07-31 not_started", "2018-08-01.. ongoing"],
        ),
        (
            "kind: ongoing, from: 2018-08-01, to: 2018-12-31",
            "date: 2018-06-01, what: started",
            ["..2018-05-31 not_started", "2018-06-01..2018-12-31 ongoing", "2019-01-01.. ended"],
        ),
        (
            Q3,
            "date: 2018-06-15, what: started",
            ["..2018-06-14 not_started", "2018-06-15..2018-09-30 due", "2018-10-01.. overdue"],
        ),
        (
            Q3,
            "date: 2018-08-20, what: postponed, from: 2018-10-01, to: 2018-12-31",
            [
                "..2018-06-30 not_started",
                "2018-07-01..2018-08-19 due",
                "2018-08-20..2018-09-30 postponed",
                "2018-10-01..2018-12-31 due",
                "2019-01-01.. overdue",
            ],
        ),
        (
            Q3,
            "date: 2018-08-20, what: postponed",
            ["..2018-06-30 not_started", "2018-07-01..2018-08-19 due", "2018-08-20.. postponed"],
        ),
        (
            "kind: ends, to: 2018-06-30",
            "date: 2018-06-20, what: postponed, to: 2018-09-30",
            ["..2018-09-30 ongoing", "2018-10-01.. ended"],
        ),
        (
            "kind: continues, to: 2018-06-30",
            "date: 2018-06-20, what: postponed, from: 2018-10-01",
            ["..2018-09-30 ongoing", "2018-10-01.. ended"],
        ),
        (
            AUTUMN,
            "date: 2018-09-01, what: postponed, from: 2018-11-01, to: 2019-01-31",
            [
                "..2018-07-31 ongoing",
                "2018-08-01..2018-08-31 in_transition",
                "2018-09-01..2018-10-31 ongoing",
                "2018-11-01..2019-01-31 in_transition",
                "2019-02-01.. transferred",
            ],
        ),
    ],
)
def test_from_its_date_on_an_event_overrides_the_statement(
    plan_from: PlanFrom, states: States, means: str, event: str, expected: list[str]
) -> None:
    assert states(plan_from(recorded(means, event))) == expected


@pytest.mark.parametrize(
    ("as_known", "state", "until"),
    [
        ("2018-09-14", "overdue", None),
        ("2018-09-15", "done", None),
        ("2018-09-16", "done", None),
        (None, "done", None),
    ],
)
def test_an_event_is_known_from_its_date(
    plan_from: PlanFrom, on: On, as_known: str | None, state: str, until: str | None
) -> None:
    one = on(plan_from(recorded(Q3, "date: 2018-09-15, what: done")), "2018-12-01", as_known)

    assert (one.state.value, one.until, one.happened is not None) == (state, until, state == "done")


def test_an_event_after_the_day_asked_about_has_not_happened_yet(plan_from: PlanFrom, on: On) -> None:
    one = on(plan_from(recorded(ONGOING, "date: 2018-09-15, what: ended")), "2018-09-14")

    assert (one.state.value, str(one.until), one.happened) == ("ongoing", "2018-09-15", None)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (
            ("date: 2018-08-01, what: ended", "date: 2018-10-01, what: started"),
            ["..2018-08-01 ongoing", "2018-08-02..2018-09-30 ended", "2018-10-01.. ongoing"],
        ),
        (
            ("date: 2018-10-01, what: started", "date: 2018-08-01, what: ended"),
            ["..2018-08-01 ongoing", "2018-08-02..2018-09-30 ended", "2018-10-01.. ongoing"],
        ),
        (
            ("date: 2018-08-01, what: transferred", "date: 2018-08-01, what: ended"),
            ["..2018-07-31 ongoing", "2018-08-01..2018-08-01 transferred", "2018-08-02.. ended"],
        ),
        (
            ("date: 2018-08-01, what: ended", "date: 2018-08-01, what: done"),
            ["..2018-07-31 ongoing", "2018-08-01.. done"],
        ),
        (
            ("date: 2018-08-01, what: ended", "date: 2018-08-02, what: done"),
            ["..2018-08-01 ongoing", "2018-08-02.. done"],
        ),
        (
            ("date: 2018-08-01, what: ended", "date: 2018-08-03, what: done"),
            ["..2018-08-01 ongoing", "2018-08-02..2018-08-02 ended", "2018-08-03.. done"],
        ),
        (
            (
                "date: 2018-03-01, what: postponed, from: 2018-05-01, to: 2018-05-31",
                "date: 2018-05-10, what: postponed, from: 2018-07-01, to: 2018-07-31",
                "date: 2018-08-02, what: done",
            ),
            [
                "..2018-02-28 ongoing",
                "2018-03-01..2018-04-30 postponed",
                "2018-05-01..2018-05-09 due",
                "2018-05-10..2018-06-30 postponed",
                "2018-07-01..2018-07-31 due",
                "2018-08-01..2018-08-01 overdue",
                "2018-08-02.. done",
            ],
        ),
    ],
)
def test_the_newest_event_counts_and_of_one_day_the_last_written(
    plan_from: PlanFrom, states: States, events: tuple[str, ...], expected: list[str]
) -> None:
    assert states(plan_from(recorded(ONGOING, *events))) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-05-31", ["..2018-06-01 ongoing", "2018-06-02.. ended"]),
        ("2018-06-01", [".. ongoing"]),
        ("2018-06-02", [".. ongoing"]),
        ("2018-06-03", ["..2018-06-01 ongoing", "2018-06-02..2018-06-02 ended", "2018-06-03.. ongoing"]),
    ],
)
def test_what_ended_begins_again_from_its_last_day_on(
    plan_from: PlanFrom, states: States, day: str, expected: list[str]
) -> None:
    events = ("date: 2018-06-01, what: ended", f"date: {day}, what: started")

    assert states(plan_from(recorded("kind: ends, to: 2018-06-30", *events))) == expected


def test_a_postponed_window_is_started_early(plan_from: PlanFrom, states: States) -> None:
    plan = plan_from(
        recorded(
            Q3,
            "date: 2018-06-01, what: postponed, from: 2018-10-01, to: 2018-12-31",
            "date: 2018-09-10, what: started",
        )
    )

    assert states(plan) == [
        "..2018-05-31 not_started",
        "2018-06-01..2018-09-09 postponed",
        "2018-09-10..2018-12-31 due",
        "2019-01-01.. overdue",
    ]


@pytest.mark.parametrize(
    ("event", "as_known", "state"),
    [
        ("what: postponed, from: 2018-11-01", "2018-06-13", "postponed"),
        ("what: postponed, from: 2018-11-01", "2018-06-14", "due"),
        ("what: cancelled", "2018-06-13", "cancelled"),
        ("what: cancelled", "2018-06-14", "cancelled"),
        ("what: done", "2018-06-14", "done"),
    ],
)
def test_a_newer_decision_overtakes_a_postponement_and_no_other_event(
    plan_from: PlanFrom, on: On, event: str, as_known: str, state: str
) -> None:
    plan = plan_from(
        f"""
        areas:
          - id: a
            name: A
            focus_areas:
              - id: it
                name: It
                status:
                  HP 2018: {{text: x, means: {{{Q3}}}}}
                  Justert: {{text: x, means: {{kind: due, from: 2018-08-01, to: 2018-12-31}}}}
                events: [{{date: 2018-04-01, {event}}}]
        """
    )

    assert on(plan, "2018-08-15", as_known).state.value == state


def test_only_an_accepted_event_confirms_a_transfer(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        recorded(AUTUMN, "date: 2018-10-15, what: transferred", "date: 2018-11-01, what: accepted")
    )

    seen = {
        day: on(plan, day) for day in ("2018-10-14", "2018-10-15", "2018-10-31", "2018-11-01", "2019-06-30")
    }

    assert {day: (one.state.value, one.confirmed) for day, one in seen.items()} == {
        "2018-10-14": ("in_transition", False),
        "2018-10-15": ("transferred", False),
        "2018-10-31": ("transferred", False),
        "2018-11-01": ("transferred", True),
        "2019-06-30": ("transferred", True),
    }


def test_what_is_done_is_no_longer_a_confirmed_transfer(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(recorded(ONGOING, "date: 2018-09-01, what: accepted", "date: 2018-10-01, what: done"))

    assert [on(plan, day).confirmed for day in ("2018-09-30", "2018-10-01")] == [True, False]


@pytest.mark.parametrize("day", ["2018-10-15", "2018-10-31", "2018-11-01", "2018-12-31"])
def test_a_transfer_lasts_from_its_first_day_whether_or_not_it_was_accepted_later(
    plan_from: PlanFrom, on: On, day: str
) -> None:
    plan = plan_from(
        recorded(AUTUMN, "date: 2018-10-15, what: transferred", "date: 2018-11-01, what: accepted")
    )

    assert (str(on(plan, day).since), on(plan, day).until) == ("2018-10-15", None)


@pytest.mark.parametrize(
    ("means", "event", "to"),
    [
        (ONGOING, "what: transferred, recipient: Bærum kulturskole", "Bærum kulturskole"),
        (ONGOING, "what: transferred, recipient: bærum", "Bærum kommune"),
        (ONGOING, "what: accepted, recipient: Kommunehelsesamarbeidet", "KHS"),
        (ONGOING, "what: transferred", None),
        (AUTUMN, "what: transferred", "KHS"),
        (AUTUMN, "what: accepted", "KHS"),
        (AUTUMN, "what: transferred, recipient: Bærum kommune", "Bærum kommune"),
        (AUTUMN, "what: cancelled", None),
        (AUTUMN, "what: postponed, from: 2018-11-01, to: 2019-01-31", "KHS"),
        (AUTUMN, "what: started", "KHS"),
    ],
)
def test_the_recipient_is_that_of_the_event_else_of_the_statement(
    plan_from: PlanFrom, on: On, means: str, event: str, to: str | None
) -> None:
    plan = plan_from(recorded(means, f"date: 2018-09-01, {event}"))

    assert on(plan, "2018-09-01").to == to


@pytest.mark.parametrize(
    ("day", "to"), [("2018-08-31", "KHS"), ("2018-09-01", "KHS"), ("2018-09-02", None), ("2018-09-03", None)]
)
def test_what_has_ended_goes_to_nobody_from_the_day_after_on(
    plan_from: PlanFrom, on: On, day: str, to: str | None
) -> None:
    assert on(plan_from(recorded(AUTUMN, "date: 2018-09-01, what: ended")), day).to == to


def test_before_an_event_the_recipient_is_that_of_the_statement(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(recorded(AUTUMN, "date: 2018-09-01, what: transferred, recipient: Bærum kommune"))

    assert on(plan, "2018-08-31").to == "KHS"


def test_an_acceptance_is_of_the_party_that_it_was_transferred_to(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        recorded(
            AUTUMN,
            "date: 2018-09-01, what: transferred, recipient: Bærum kommune",
            "date: 2018-09-10, what: accepted",
        )
    )

    assert (on(plan, "2018-09-10").to, on(plan, "2018-09-10").confirmed) == ("Bærum kommune", True)


PROPOSED = """
areas:
  - id: a
    name: A
    measures:
      - name: M
        activities:
          - id: it
            name: It
            status: {Justert: {text: x, means: {kind: due, from: 2018-07-01}}}
            events:
"""


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("date: 2018-06-10, what: done", ["..2018-06-09 undecided", "2018-06-10.. done"]),
        ("date: 2018-06-10, what: started", ["..2018-06-09 undecided", "2018-06-10.. ongoing"]),
        (
            "date: 2018-06-10, what: postponed, from: 2018-08-01, to: 2018-08-31",
            [
                "..2018-06-09 undecided",
                "2018-06-10..2018-07-31 postponed",
                "2018-08-01..2018-08-31 due",
                "2018-09-01.. overdue",
            ],
        ),
    ],
)
def test_an_event_overrides_that_nothing_is_decided(
    plan_from: PlanFrom, states: States, event: str, expected: list[str]
) -> None:
    assert states(plan_from(f"{PROPOSED}              - {{{event}}}"), "2018-06-13") == expected


def test_events_of_a_property_follow_one_another_without_overlap(plan_from: PlanFrom, states: States) -> None:
    plan = plan_from(
        """
        areas: []
        obligations:
          - id: arkiv
            kind: property
            name: Arkivet
            events:
              - {date: 2018-07-01, what: transferred, recipient: KHS}
              - {date: 2018-09-01, what: started}
        """
    )

    assert states(plan) == [
        "..2018-06-30 ongoing",
        "2018-07-01..2018-08-31 transferred",
        "2018-09-01.. ongoing",
    ]


def test_an_event_keeps_a_decided_statement_as_the_one_that_holds(plan_from: PlanFrom, on: On) -> None:
    one = on(plan_from(recorded(Q3, "date: 2018-09-15, what: done, decision: sg-2018")), "2018-10-01")

    assert one.holds is not None
    assert (one.holds.statement.text, one.happened and one.happened.decision) == ("x", "sg-2018")
