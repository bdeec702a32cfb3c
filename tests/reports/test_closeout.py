"""What keeps the doors open at the end of a day, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.reports.closeout import closeout, last_day

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


def test_what_nobody_has_decided_of_a_settled_item_is_told_apart(plan_from: PlanFrom) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Avsluttes 30.6.18, Justert: Vurderes videreført}")
    report = closeout(plan, LAST)
    assert report.ready
    assert [one.said.statement.text for one in report.unsettled] == ["Vurderes videreført"]
