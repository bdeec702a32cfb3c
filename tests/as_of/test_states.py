"""The table of states: what each kind of reading gives before, in and after its window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.as_of import ItemOnDate
from vrplan.model.plan import Plan

PlanFrom = Callable[..., Plan]
On = Callable[..., ItemOnDate]
States = Callable[..., list[str]]

PLAN = """
areas:
  - id: a
    name: A
    measures:
      - name: M
        activities:
          - {{id: it, name: It, status: {{{status}}}}}
"""


def plan_meaning(means: str) -> str:
    """A plan of one activity, whose status text in HP 2018 (adopted 2017-12-07) means this."""
    return PLAN.format(status=f"HP 2018: {{text: x, means: {{{means}}}}}")


@pytest.mark.parametrize("kind", ["ongoing", "recurring"])
@pytest.mark.parametrize(
    ("window", "day", "expected"),
    [
        ("from: 2018-03-01, to: 2018-06-30", "2018-02-28", ("not_started", None, "2018-02-28")),
        ("from: 2018-03-01, to: 2018-06-30", "2018-03-01", ("ongoing", "2018-03-01", "2018-06-30")),
        ("from: 2018-03-01, to: 2018-06-30", "2018-03-02", ("ongoing", "2018-03-01", "2018-06-30")),
        ("from: 2018-03-01, to: 2018-06-30", "2018-06-29", ("ongoing", "2018-03-01", "2018-06-30")),
        ("from: 2018-03-01, to: 2018-06-30", "2018-06-30", ("ongoing", "2018-03-01", "2018-06-30")),
        ("from: 2018-03-01, to: 2018-06-30", "2018-07-01", ("ended", "2018-07-01", None)),
        ("from: 2018-03-01", "2018-02-28", ("not_started", None, "2018-02-28")),
        ("from: 2018-03-01", "2018-03-01", ("ongoing", "2018-03-01", None)),
        ("from: 2018-03-01", "9999-12-31", ("ongoing", "2018-03-01", None)),
        ("to: 2018-06-30", "0001-01-01", ("ongoing", None, "2018-06-30")),
        ("to: 2018-06-30", "2018-06-30", ("ongoing", None, "2018-06-30")),
        ("to: 2018-06-30", "2018-07-01", ("ended", "2018-07-01", None)),
        ("", "0001-01-01", ("ongoing", None, None)),
        ("", "9999-12-31", ("ongoing", None, None)),
        ("from: 2018-03-01, to: 2018-03-01", "2018-03-01", ("ongoing", "2018-03-01", "2018-03-01")),
        ("from: 2018-03-01, to: 2018-03-01", "2018-03-02", ("ended", "2018-03-02", None)),
    ],
)
def test_what_is_ongoing_or_recurring_runs_within_its_window(
    plan_from: PlanFrom, on: On, kind: str, window: str, day: str, expected: tuple[str, str, str]
) -> None:
    one = on(plan_from(plan_meaning(f"kind: {kind}, {window}")), day)

    assert _told(one) == expected


@pytest.mark.parametrize("kind", ["continues", "ends"])
@pytest.mark.parametrize(
    ("window", "day", "expected"),
    [
        ("to: 2018-06-30", "2018-06-29", ("ongoing", None, "2018-06-30")),
        ("to: 2018-06-30", "2018-06-30", ("ongoing", None, "2018-06-30")),
        ("to: 2018-06-30", "2018-07-01", ("ended", "2018-07-01", None)),
        ("from: 2018-03-01, to: 2018-06-30", "2018-02-28", ("ongoing", None, "2018-06-30")),
        ("from: 2018-03-01, to: 2018-06-30", "2018-06-30", ("ongoing", None, "2018-06-30")),
        ("from: 2018-03-01, to: 2018-06-30", "2018-07-01", ("ended", "2018-07-01", None)),
        ("from: 2018-03-01", "2018-02-28", ("ongoing", None, None)),
        ("from: 2018-03-01", "9999-12-31", ("ongoing", None, None)),
        ("", "2018-06-30", ("ongoing", None, None)),
        ("to: 2020-02-29", "2020-02-29", ("ongoing", None, "2020-02-29")),
        ("to: 2020-02-29", "2020-03-01", ("ended", "2020-03-01", None)),
        ("to: 2018-02-28", "2018-03-01", ("ended", "2018-03-01", None)),
        ("to: 2018-12-31", "2019-01-01", ("ended", "2019-01-01", None)),
    ],
)
def test_what_continues_or_ends_runs_through_its_last_day_and_has_no_first(
    plan_from: PlanFrom, on: On, kind: str, window: str, day: str, expected: tuple[str, str, str]
) -> None:
    one = on(plan_from(plan_meaning(f"kind: {kind}, {window}")), day)

    assert _told(one) == expected


@pytest.mark.parametrize(
    ("window", "day", "expected"),
    [
        ("from: 2018-08-01, to: 2018-12-31", "2018-07-31", ("ongoing", None, "2018-07-31")),
        ("from: 2018-08-01, to: 2018-12-31", "2018-08-01", ("in_transition", "2018-08-01", "2018-12-31")),
        ("from: 2018-08-01, to: 2018-12-31", "2018-08-02", ("in_transition", "2018-08-01", "2018-12-31")),
        ("from: 2018-08-01, to: 2018-12-31", "2018-12-30", ("in_transition", "2018-08-01", "2018-12-31")),
        ("from: 2018-08-01, to: 2018-12-31", "2018-12-31", ("in_transition", "2018-08-01", "2018-12-31")),
        ("from: 2018-08-01, to: 2018-12-31", "2019-01-01", ("transferred", "2019-01-01", None)),
        ("from: 2018-06-30", "2018-06-29", ("ongoing", None, "2018-06-29")),
        ("from: 2018-06-30", "2018-06-30", ("transferred", "2018-06-30", None)),
        ("from: 2018-06-30", "2018-07-01", ("transferred", "2018-06-30", None)),
        ("from: 2018-06-30, to: 2018-06-30", "2018-06-29", ("ongoing", None, "2018-06-29")),
        ("from: 2018-06-30, to: 2018-06-30", "2018-06-30", ("transferred", "2018-06-30", None)),
        ("to: 2018-06-30", "2018-06-29", ("ongoing", None, "2018-06-30")),
        ("to: 2018-06-30", "2018-06-30", ("ongoing", None, "2018-06-30")),
        ("to: 2018-06-30", "2018-07-01", ("transferred", "2018-07-01", None)),
        ("", "0001-01-01", ("ongoing", None, None)),
        ("", "9999-12-31", ("ongoing", None, None)),
        ("from: 2020-02-29, to: 2020-03-31", "2020-02-28", ("ongoing", None, "2020-02-28")),
        ("from: 2020-02-29, to: 2020-03-31", "2020-02-29", ("in_transition", "2020-02-29", "2020-03-31")),
        ("from: 2020-03-01", "2020-02-29", ("ongoing", None, "2020-02-29")),
    ],
)
def test_what_is_transferred_runs_then_changes_hands_then_is_gone(
    plan_from: PlanFrom, on: On, window: str, day: str, expected: tuple[str, str, str]
) -> None:
    one = on(plan_from(plan_meaning(f"kind: transfers, recipient: KHS, {window}")), day)

    assert _told(one) == expected
    assert (one.to, one.confirmed) == ("KHS", False)


@pytest.mark.parametrize(
    ("window", "day", "expected"),
    [
        ("from: 2018-07-01, to: 2018-09-30", "2018-06-30", ("not_started", None, "2018-06-30")),
        ("from: 2018-07-01, to: 2018-09-30", "2018-07-01", ("due", "2018-07-01", "2018-09-30")),
        ("from: 2018-07-01, to: 2018-09-30", "2018-07-02", ("due", "2018-07-01", "2018-09-30")),
        ("from: 2018-07-01, to: 2018-09-30", "2018-09-29", ("due", "2018-07-01", "2018-09-30")),
        ("from: 2018-07-01, to: 2018-09-30", "2018-09-30", ("due", "2018-07-01", "2018-09-30")),
        ("from: 2018-07-01, to: 2018-09-30", "2018-10-01", ("overdue", "2018-10-01", None)),
        ("from: 2018-07-01, to: 2018-09-30", "9999-12-31", ("overdue", "2018-10-01", None)),
        ("from: 2018-07-01", "2018-06-30", ("not_started", None, "2018-06-30")),
        ("from: 2018-07-01", "2018-07-01", ("due", "2018-07-01", None)),
        ("from: 2018-07-01", "9999-12-31", ("due", "2018-07-01", None)),
    ],
)
def test_what_is_due_is_due_within_its_window_and_overdue_after(
    plan_from: PlanFrom, on: On, window: str, day: str, expected: tuple[str, str, str]
) -> None:
    one = on(plan_from(plan_meaning(f"kind: due, {window}")), day)

    assert _told(one) == expected


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (
            "to: 2018-06-30",
            ["..2017-12-06 not_started", "2017-12-07..2018-06-30 due", "2018-07-01.. overdue"],
        ),
        (
            "to: 2017-12-07",
            ["..2017-12-06 not_started", "2017-12-07..2017-12-07 due", "2017-12-08.. overdue"],
        ),
        (
            "to: 2017-11-30",
            ["..2017-11-29 not_started", "2017-11-30..2017-11-30 due", "2017-12-01.. overdue"],
        ),
        ("", ["..2017-12-06 not_started", "2017-12-07.. due"]),
    ],
)
def test_what_is_due_without_a_start_is_due_from_the_day_of_the_document(
    plan_from: PlanFrom, states: States, window: str, expected: list[str]
) -> None:
    plan = plan_from(plan_meaning(f"kind: due, {window}"))

    assert states(plan) == expected


def test_what_is_due_in_a_column_without_a_date_has_no_first_day(plan_from: PlanFrom, states: States) -> None:
    plan = plan_from(
        """
        columns:
          Udatert: {}
        areas:
          - id: a
            name: A
            measures:
              - name: M
                activities:
                  - {id: it, name: It, status: {Udatert: {text: x, means: {kind: due, to: 2018-06-30}}}}
        """
    )

    assert states(plan) == ["..2018-06-30 due", "2018-07-01.. overdue"]


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ("from: 2018-08-01", ["..2018-07-31 not_started", "2018-08-01.. ongoing"]),
        ("from: 2018-08-01, to: 2018-08-31", ["..2018-07-31 not_started", "2018-08-01.. ongoing"]),
        ("to: 2018-08-31", ["..2018-08-31 not_started", "2018-09-01.. ongoing"]),
        ("from: 2020-03-01", ["..2020-02-29 not_started", "2020-03-01.. ongoing"]),
        ("from: 2020-02-29", ["..2020-02-28 not_started", "2020-02-29.. ongoing"]),
    ],
)
def test_what_starts_runs_from_its_first_day_and_goes_on_after_its_window(
    plan_from: PlanFrom, states: States, window: str, expected: list[str]
) -> None:
    plan = plan_from(plan_meaning(f"kind: starts, {window}"))

    assert states(plan) == expected


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (
            "from: 2019-01-01, to: 2019-03-31",
            ["..2018-12-31 postponed", "2019-01-01..2019-03-31 due", "2019-04-01.. overdue"],
        ),
        ("from: 2019-01-01", ["..2018-12-31 postponed", "2019-01-01.. due"]),
        ("to: 2019-03-31", ["..2019-03-31 postponed", "2019-04-01.. overdue"]),
        ("", [".. postponed"]),
    ],
)
def test_what_is_postponed_is_so_until_its_new_window(
    plan_from: PlanFrom, states: States, window: str, expected: list[str]
) -> None:
    plan = plan_from(plan_meaning(f"kind: postponed, {window}"))

    assert states(plan) == expected


def test_a_text_that_is_not_read_is_unknown_on_every_date(plan_from: PlanFrom, states: States) -> None:
    plan = plan_from(PLAN.format(status="HP 2018: Dette skal utredes nærmere"))

    assert states(plan) == [".. unknown"]


def test_words_that_are_not_among_the_papers_are_unknown(plan_from: PlanFrom, states: States) -> None:
    plan = plan_from(PLAN.format(status="HP 2018: {text: ~, note: Ordene mangler.}"))

    assert states(plan) == [".. unknown"]


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ("kind: done, to: 2018-03-10", ["..2018-03-09 not_started", "2018-03-10.. done"]),
        ("kind: done, from: 2018-03-10", ["..2018-03-09 not_started", "2018-03-10.. done"]),
        ("kind: done", ["..2017-12-06 not_started", "2017-12-07.. done"]),
        ("kind: cancelled, from: 2018-03-10", ["..2018-03-09 ongoing", "2018-03-10.. cancelled"]),
        ("kind: cancelled", ["..2017-12-06 ongoing", "2017-12-07.. cancelled"]),
    ],
)
def test_what_is_done_or_cancelled_is_so_from_the_day_in_means_else_of_the_document(
    plan_from: PlanFrom, states: States, means: str, expected: list[str]
) -> None:
    assert states(plan_from(plan_meaning(means))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gjennomført", ["..2017-12-06 not_started", "2017-12-07.. done"]),
        ("Utgår", ["..2017-12-06 ongoing", "2017-12-07.. cancelled"]),
        ("Avsluttet", ["..2017-12-06 ongoing", "2017-12-07.. ended"]),
        ("Overført til Bærum kulturskole", ["..2017-12-06 ongoing", "2017-12-07.. transferred"]),
    ],
)
def test_what_has_happened_without_a_date_has_happened_by_the_day_of_the_document(
    plan_from: PlanFrom, states: States, text: str, expected: list[str]
) -> None:
    assert states(plan_from(PLAN.format(status=f"HP 2018: {text}"))) == expected


@pytest.mark.parametrize(
    ("text", "means", "expected"),
    [
        ("Overført til KHS", "from: 2018-02-01", ["..2018-01-31 ongoing", "2018-02-01.. transferred"]),
        ("Avsluttet", "to: 2018-02-28", ["..2018-02-28 ongoing", "2018-03-01.. ended"]),
    ],
)
def test_what_has_happened_with_a_date_in_means_has_happened_on_that_date(
    plan_from: PlanFrom, states: States, text: str, means: str, expected: list[str]
) -> None:
    plan = plan_from(PLAN.format(status=f"HP 2018: {{text: {text}, means: {{{means}}}}}"))

    assert states(plan) == expected


@pytest.mark.parametrize(
    ("replaced", "now", "expected"),
    [
        (
            "{text: x, means: {kind: due, from: 2018-02-01, to: 2018-03-31}}",
            "{text: x, means: {kind: done}}",
            [
                "..2018-01-31 not_started",
                "2018-02-01..2018-03-31 due",
                "2018-04-01..2018-06-13 overdue",
                "2018-06-14.. done",
            ],
        ),
        (
            "{text: x, means: {kind: ongoing, from: 2018-01-01}}",
            "{text: x, means: {kind: cancelled}}",
            ["..2017-12-31 not_started", "2018-01-01..2018-06-13 ongoing", "2018-06-14.. cancelled"],
        ),
        (
            "{text: x, means: {kind: transfers, from: 2018-05-01, to: 2018-08-31}}",
            "Avsluttet",
            ["..2018-04-30 ongoing", "2018-05-01..2018-06-13 in_transition", "2018-06-14.. ended"],
        ),
        (
            "{text: x, means: {kind: starts, from: 2018-03-01}}",
            "Overført til KHS",
            ["..2018-02-28 not_started", "2018-03-01..2018-06-13 ongoing", "2018-06-14.. transferred"],
        ),
        (
            "{text: x, means: {kind: done, from: 2018-03-01}}",
            "{text: x, means: {kind: cancelled}}",
            ["..2018-02-28 not_started", "2018-03-01..2018-06-13 done", "2018-06-14.. cancelled"],
        ),
        (
            "Dette skal utredes nærmere",
            "{text: x, means: {kind: done, from: 2018-07-01}}",
            ["..2018-06-30 unknown", "2018-07-01.. done"],
        ),
    ],
)
def test_before_it_happened_the_statement_that_it_replaced_counts(
    plan_from: PlanFrom, states: States, replaced: str, now: str, expected: list[str]
) -> None:
    plan = plan_from(PLAN.format(status=f"HP 2018: {replaced}, Justert: {now}"))

    assert states(plan) == expected


def test_a_statement_of_the_same_day_was_not_replaced(plan_from: PlanFrom, states: States) -> None:
    plan = plan_from(
        """
        areas:
          - id: a
            name: A
            focus_areas:
              - id: f
                name: F
                status:
                  Justert: {text: x, means: {kind: ends, to: 2018-03-31}}
                measures:
                  - name: M
                    activities:
                      - id: it
                        name: It
                        status:
                          HP 2018: {text: x, means: {kind: ongoing, from: 2018-01-01}}
                          Justert: {text: x, means: {kind: cancelled}}
        """
    )

    assert states(plan) == [
        "..2017-12-31 not_started",
        "2018-01-01..2018-06-13 ongoing",
        "2018-06-14.. cancelled",
    ]


def test_a_statement_that_holds_speaks_of_the_time_before_its_decision_too(
    plan_from: PlanFrom, on: On
) -> None:
    plan = plan_from(
        PLAN.format(
            status="HP 2018: {text: x, means: {kind: ongoing}}, "
            "Justert: {text: x, means: {kind: ends, to: 2018-03-31}}"
        )
    )

    assert _told(on(plan, "2018-05-01")) == ("ended", "2018-04-01", None)


def _told(one: ItemOnDate) -> tuple[str, str | None, str | None]:
    return (
        one.state.value,
        one.since.isoformat() if one.since else None,
        one.until.isoformat() if one.until else None,
    )
