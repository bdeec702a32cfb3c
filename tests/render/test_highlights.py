"""What a chief executive is told first: what changed, to whom it went, and what is next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.render.wording.status import highlights
from vrplan.reports.status import status

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan

    PlanFrom = Callable[..., Plan]

PLAN = """
columns: {HP 2018: {adopted_by: sg-1}}
parties: {KHS: {}, NAV: {}}
obligations:
"""


def told(plan_from: PlanFrom, entries: list[str], day: str, since: str) -> list[str]:
    """What changed since `since`, and what is next."""
    items = [
        f"  - {{id: item-{at}, kind: duty, name: Item {at}, {entry}}}\n" for at, entry in enumerate(entries)
    ]
    view = as_of(plan_from(PLAN + "".join(items)), Clocks(date.fromisoformat(day)))
    found = status(view, since=date.fromisoformat(since)).highlights
    return [answer for _, answer in highlights(found, None)[:2]]


def becomes(text: str, events: str = "") -> str:
    return f"status: {{HP 2018: {text}}}, events: [{events}]"


TO_KHS = becomes("Overføres til KHS 1.9.2018")
TO_NAV = becomes("Overføres til NAV 1.9.2018")
TO_NOBODY = becomes("Overføres 1.9.2018")


@pytest.mark.parametrize(
    ("entries", "to_come", "by_now"),
    [
        ([TO_KHS], "1 to be transferred to KHS", "1 transferred to KHS by the plan, not reported"),
        ([TO_NOBODY], "1 to be transferred", "1 transferred by the plan, not reported"),
        (
            [TO_KHS, TO_NOBODY, TO_NAV],
            "2 to be transferred to KHS and NAV; 1 to be transferred",
            "2 transferred to KHS and NAV by the plan, not reported; 1 transferred by the plan, not reported",
        ),
        (
            [becomes("Avsluttes 31.8.2018"), becomes("Avsluttes 31.8.2018") + ", recipient: KHS"],
            "2 ended, last day 31.8.2018",
            "2 ended",
        ),
    ],
)
def test_only_what_names_a_recipient_is_told_to_go_there(
    plan_from: PlanFrom, entries: list[str], to_come: str, by_now: str
) -> None:
    assert told(plan_from, entries, "2018-08-31", "2018-08-31") == ["nothing changed", f"1.9.2018: {to_come}"]
    assert told(plan_from, entries, "2018-09-01", "2018-08-31") == [by_now, "nothing more has a date"]


@pytest.mark.parametrize("names", ["KHS", ""])
def test_a_confirmation_is_not_told_as_a_hand_over(plan_from: PlanFrom, names: str) -> None:
    given = "{date: 2018-09-01, what: transferred}"
    confirmed = (
        f"{{date: 2019-02-16, what: accepted, recipient: {names}}}"
        if names
        else "{date: 2019-02-16, what: accepted}"
    )
    entries = (
        [becomes("Overføres til KHS 1.9.2018", f"{given}, {confirmed}"), TO_NAV]
        if names
        else [becomes("Overføres 1.9.2018", f"{given}, {confirmed}")]
    )
    by = " by KHS" if names else ""
    assert told(plan_from, entries, "2019-02-15", "2019-02-10") == [
        "nothing changed",
        f"16.2.2019: 1 to be confirmed{by}",
    ]
    assert told(plan_from, entries, "2019-02-16", "2019-02-10") == [
        f"1 confirmed{by}",
        "nothing more has a date",
    ]
    assert told(plan_from, entries, "2019-02-20", "2019-02-16") == [
        "nothing changed",
        "nothing more has a date",
    ]


def test_what_is_handed_over_and_confirmed_since_is_told_as_handed_over(plan_from: PlanFrom) -> None:
    events = "{date: 2018-09-01, what: transferred}, {date: 2018-09-10, what: accepted}"
    entries = [becomes("Overføres til KHS 1.9.2018", events)]
    assert told(plan_from, entries, "2018-09-20", "2018-08-31")[0] == "1 transferred to KHS"


def test_what_is_passed_on_and_confirmed_is_told_as_handed_over(plan_from: PlanFrom) -> None:
    events = "{date: 2018-09-01, what: transferred}, {date: 2018-10-01, what: accepted, recipient: NAV}"
    entries = [becomes("Overføres til KHS 1.9.2018", events)]
    assert told(plan_from, entries, "2018-09-30", "2018-09-30")[1] == "1.10.2018: 1 to be transferred to NAV"
    assert told(plan_from, entries, "2018-10-01", "2018-09-30")[0] == "1 transferred to NAV"
