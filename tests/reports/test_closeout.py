"""What keeps the doors open at the end of a day, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.reports.closeout import closeout, closing, last_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan

    PlanFrom = Callable[..., Plan]

LAST = date(2018, 12, 31)


def plan_of(plan_from: PlanFrom, entry: str, kind: str = "duty", ceases: bool = True) -> Plan:
    end = "ceases: {date: 2019-01-01, decision: sg-2/1}" if ceases else ""
    return plan_from(f"""
        columns:
          HP 2018: {{adopted_by: sg-1}}
          Justert: {{proposed_by: sg-2}}
        parties: {{KHS: {{}}}}
        {end}
        obligations:
          - id: it
            kind: {kind}
            name: Noe
            {entry}
        """)


def reasons(plan: Plan, day: date = LAST) -> list[str]:
    return [str(one.reason) for one in closeout(plan, day).open]


@pytest.mark.parametrize(
    ("kind", "entry", "expected"),
    [
        ("duty", "status: {HP 2018: Avsluttes 30.6.18}", []),
        ("duty", "status: {HP 2018: Videreføres ut 2018}", []),
        ("duty", "status: {HP 2018: Utgår}", []),
        ("duty", "status: {HP 2018: Videreføres ut 2019}", ["obligation_runs_on"]),
        ("contract", "status: {HP 2018: Løpende}", ["obligation_runs_on"]),
        ("contract", "owner: KHS\n            status: {HP 2018: Løpende}", []),
        ("duty", "status: {HP 2018: Overføres til KHS 1.9.2018}", ["not_confirmed"]),
        ("duty", "status: {HP 2018: Overføres til KHS i løpet av 2019}", ["not_handed_over"]),
        ("duty", "status: {HP 2018: Q4}", ["not_reported_done"]),
        ("duty", "status: {HP 2018: Q1 2019}", ["not_reported_done"]),
        ("duty", "status: {Justert: Avsluttes 30.6.18}", ["only_proposed"]),
        ("duty", "status: {HP 2018: Vurderes avsluttet}", ["never_decided"]),
        ("duty", "status: {HP 2018: Skal utredes nærmere}", ["not_understood"]),
        ("property", "note: Kontormøbler", ["property_without_recipient"]),
        ("property", "recipient: KHS", ["not_handed_over"]),
    ],
)
def test_an_item_is_open_for_a_reason(
    plan_from: PlanFrom, kind: str, entry: str, expected: list[str]
) -> None:
    assert reasons(plan_of(plan_from, entry, kind)) == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ("{date: 2018-09-01, what: transferred, recipient: KHS}", ["not_confirmed"]),
        ("{date: 2018-12-31, what: accepted, recipient: KHS}", []),
        ("{date: 2019-01-02, what: accepted, recipient: KHS}", ["not_handed_over"]),
        ("{date: 2018-12-31, what: done}", []),
        ("{date: 2018-12-30, what: ended}", []),
        ("{date: 2018-12-31, what: ended}", []),
        ("{date: 2019-01-01, what: ended}", ["not_handed_over"]),
        ("{date: 2018-12-31, what: cancelled}", []),
    ],
)
def test_what_happened_by_the_last_day_settles_an_item(
    plan_from: PlanFrom, events: str, expected: list[str]
) -> None:
    plan = plan_of(plan_from, f"recipient: KHS\n            events: [{events}]", "property")
    assert reasons(plan) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 6, 29), ["obligation_runs_on"]),
        (date(2018, 6, 30), []),
        (date(2018, 7, 1), []),
    ],
)
def test_what_ends_with_the_day_keeps_no_door_open(
    plan_from: PlanFrom, day: date, expected: list[str]
) -> None:
    assert reasons(plan_of(plan_from, "status: {HP 2018: Avsluttes 30.6.18}"), day) == expected


def test_last_day_is_the_day_before_the_organisation_ceases(plan_from: PlanFrom) -> None:
    assert last_day(plan_of(plan_from, "status: {HP 2018: Løpende}")) == LAST
    assert last_day(plan_of(plan_from, "status: {HP 2018: Løpende}", ceases=False)) is None


@pytest.mark.parametrize(
    ("day", "asked", "expected"),
    [
        (date(2018, 7, 1), LAST, ["not_reported_done"]),
        (date(2018, 12, 31), LAST, ["not_reported_done"]),
        (date(2019, 1, 1), date(2019, 1, 1), ["not_reported_done"]),
        (date(2019, 2, 14), date(2019, 2, 14), ["not_reported_done"]),
        (date(2019, 2, 15), date(2019, 2, 15), []),
        (date(2019, 6, 1), date(2019, 6, 1), []),
    ],
)
def test_when_the_last_day_has_passed_what_was_done_since_counts(
    plan_from: PlanFrom, day: date, asked: date, expected: list[str]
) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Q4}\n            events: [{date: 2019-02-15, what: done}]")
    report = closing(as_of(plan, Clocks(day)))
    assert report is not None
    assert (report.view.clocks.date, [one.reason for one in report.open]) == (asked, expected)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2019, 2, 15), ["not_confirmed"]), (date(2019, 2, 16), []), (date(2019, 2, 17), [])],
)
def test_what_is_confirmed_tomorrow_is_open_today(
    plan_from: PlanFrom, day: date, expected: list[str]
) -> None:
    events = "events: [{date: 2019-02-16, what: accepted}]"
    plan = plan_of(plan_from, f"status: {{HP 2018: Overføres til KHS 1.9.2018}}\n            {events}")
    assert reasons(plan, day) == expected


def test_what_was_done_counts_from_the_day_on_which_it_was_known(plan_from: PlanFrom) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Q4}\n            events: [{date: 2019-02-15, what: done}]")
    found = [closing(as_of(plan, Clocks(date(2019, 6, 1), date(2019, 2, day)))) for day in (14, 15)]
    assert [one and len(one.open) for one in found] == [1, 0]


def test_nobody_asks_whether_the_doors_may_close_before_an_end_is_known(plan_from: PlanFrom) -> None:
    entry = "status: {HP 2018: Løpende}"
    assert closing(as_of(plan_of(plan_from, entry, ceases=False), Clocks(LAST))) is None
    assert closing(as_of(plan_of(plan_from, entry), Clocks(LAST, date(2017, 1, 1)))) is None


def test_what_nobody_has_decided_of_a_settled_item_is_told_apart(plan_from: PlanFrom) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Avsluttes 30.6.18, Justert: Vurderes videreført}")
    report = closeout(plan, LAST)
    assert report.ready
    assert [one.said.statement.text for one in report.unsettled] == ["Vurderes videreført"]
