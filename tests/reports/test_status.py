"""What the status report counts, chooses and puts first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from vrplan.as_of import Clocks, State, as_of
from vrplan.model.plan import Plan
from vrplan.reports.status import Change, Choice, StatusReport, last_meeting, status

PlanFrom = Callable[..., Plan]

PLAN = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: gf}
columns: {HP 2018: {adopted_by: sg-1}, Justert: {adopted_by: sg-2}}
parties:
  KHS: {}
  Bærum kommune: {aliases: [Bærum]}
  Bærum kulturskole: {part_of: Bærum}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: khs
        name: KHS
        owner: KHS
        status: {HP 2018: {text: x, means: {kind: continues}}}
      - id: bpa
        name: BPA
        resource: Daglig leder
        obligations:
          - id: payment
            kind: payment
            name: Payment
            who: daglig leder
            status: {HP 2018: {text: x, means: {kind: due, from: 2018-01-01, to: 2018-09-30}}}
        measures:
          - name: Beredskap
            activities:
              - id: autumn
                name: Autumn
                status: {HP 2018: {text: x, means: {kind: transfers, recipient: KHS, from: 2018-08-01, to: 2018-12-31}}}
              - {id: orphan, name: Orphan, status: {HP 2018: {text: x, means: {kind: continues}}}}
  - id: kultur
    name: Kultur
    measures:
      - name: Orkester
        activities:
          - id: june
            name: June
            resource: Prosjektleder
            status: {HP 2018: {text: x, means: {kind: ends, to: 2018-06-30}}}
          - id: school
            name: School
            status: {HP 2018: {text: x, means: {kind: transfers, recipient: Bærum kulturskole, from: 2018-07-01}}}
          - id: shareon
            name: ShareOn
            status: {HP 2018: {text: x, means: {kind: continues, to: 2019-12-31}}}
          - {id: later, name: Later, status: {Justert: {text: x, means: {kind: due, from: 2018-10-01, to: 2018-12-31}}}}
"""
DECISIONS = """
bodies: {SG: {name: Styringsgruppen}, GF: {name: Generalforsamlingen}}
meetings:
  - {body: SG, date: 2018-06-14}
  - {body: SG, date: 2018-03-15}
  - {body: GF, date: 2018-07}
  - {body: SG, date: 2018-10-11}
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}
  - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14}
  - {id: gf, title: Slutt, standing: adopted, evidence: full-text, body: GF, date: 2018-06-14}
"""


@pytest.fixture
def report(plan_from: PlanFrom) -> Callable[..., StatusReport]:
    def build(
        day: str, choice: Choice | None = None, since: str | None = None, as_known: str | None = None
    ) -> StatusReport:
        clocks = Clocks(date.fromisoformat(day), date.fromisoformat(as_known) if as_known else None)
        compared = date.fromisoformat(since) if since else None
        return status(as_of(plan_from(PLAN, DECISIONS), clocks), choice, compared)

    return build


Report = Callable[..., StatusReport]


def test_every_item_is_listed_in_the_order_of_the_file(report: Report) -> None:
    assert _ids(report("2018-07-01")) == [
        "khs", "autumn", "orphan", "payment", "june", "school", "shareon", "later",
    ]  # fmt: skip


def test_states_are_counted_by_level_and_none_is_counted_that_does_not_occur(report: Report) -> None:
    assert report("2018-07-01").counts == {
        "activity": {
            State.NOT_STARTED: 1,
            State.ONGOING: 3,
            State.TRANSFERRED: 1,
            State.ENDED: 1,
        },
        "focus_area": {State.ONGOING: 1},
        "obligation": {State.DUE: 1},
    }


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(areas=frozenset({"Kultur"})), ["june", "school", "shareon", "later"]),
        (Choice(areas=frozenset({"Kultur", "Helse"}), states=frozenset({State.ENDED})), ["june"]),
        (Choice(states=frozenset({State.ENDED, State.DUE})), ["payment", "june"]),
        (Choice(recipients=frozenset({"KHS"})), ["autumn"]),
        (Choice(recipients=frozenset({"Bærum kommune", "Bærum kulturskole"})), ["school"]),
        (Choice(resource="leder"), ["autumn", "orphan", "payment", "june"]),
        (Choice(resource="DAGLIG LEDER"), ["autumn", "orphan", "payment"]),
        (Choice(resource="leder", areas=frozenset({"Kultur"})), ["june"]),
        (Choice(states=frozenset({State.DONE})), []),
        (Choice(), ["khs", "autumn", "orphan", "payment", "june", "school", "shareon", "later"]),
    ],
)
def test_a_choice_leaves_out_what_is_not_wanted(report: Report, choice: Choice, expected: list[str]) -> None:
    found = report("2018-07-01", choice)

    assert _ids(found) == expected
    assert sum(sum(count.values()) for count in found.counts.values()) == len(expected)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-03-15", None),
        ("2018-03-16", "2018-03-15"),
        ("2018-06-14", "2018-03-15"),
        ("2018-06-15", "2018-06-14"),
        ("2018-09-01", "2018-06-14"),
        ("2019-06-30", "2018-10-11"),
    ],
)
def test_the_last_meeting_is_the_newest_before_the_day_whose_own_day_is_known(
    report: Report, day: str, expected: str | None
) -> None:
    found = report(day)

    assert last_meeting(found.view) == (date.fromisoformat(expected) if expected else None)
    assert found.highlights.since == last_meeting(found.view)


def test_changes_are_those_since_the_last_meeting(report: Report) -> None:
    assert _changes(report("2018-07-01").highlights.changes) == [
        ("june", "ongoing", "ended"),
        ("school", "ongoing", "transferred"),
    ]


def test_without_a_meeting_before_the_day_no_change_is_told(report: Report) -> None:
    highlights = report("2018-03-01").highlights

    assert (highlights.since, highlights.changes) == (None, ())


def test_since_compares_with_the_day_asked_for_and_marks_what_changed(report: Report) -> None:
    found = report("2018-10-01", since="2018-07-01")

    assert str(found.highlights.since) == "2018-07-01"
    assert _changes(found.highlights.changes) == [
        ("autumn", "ongoing", "in_transition"),
        ("payment", "due", "overdue"),
        ("later", "not_started", "due"),
    ]
    assert set(found.marked) == {"autumn", "payment", "later"}


def test_without_since_nothing_is_marked(report: Report) -> None:
    assert report("2018-07-01").marked == {}


def test_compared_with_itself_a_day_has_no_change(report: Report) -> None:
    assert _changes(report("2018-07-01", since="2018-07-01").highlights.changes) == []


@pytest.mark.parametrize(
    ("day", "next_day", "expected"),
    [
        (
            "2018-06-30",
            "2018-07-01",
            [("june", "ongoing", "ended"), ("school", "ongoing", "transferred")],
        ),
        ("2018-07-01", "2018-08-01", [("autumn", "ongoing", "in_transition")]),
        ("2018-07-31", "2018-08-01", [("autumn", "ongoing", "in_transition")]),
        (
            "2018-08-01",
            "2018-10-01",
            [("payment", "due", "overdue"), ("later", "not_started", "due")],
        ),
        (
            "2018-12-31",
            "2019-01-01",
            [
                ("autumn", "in_transition", "transferred"),
                ("orphan", "ongoing", "orphaned"),
                ("later", "due", "overdue"),
            ],
        ),
        ("2019-01-01", "2020-01-01", [("shareon", "ongoing", "ended")]),
        ("2020-01-01", None, []),
    ],
)
def test_next_is_what_changes_first_after_the_day(
    report: Report, day: str, next_day: str | None, expected: list[tuple[str, str, str]]
) -> None:
    highlights = report(day).highlights

    assert highlights.next_day == (date.fromisoformat(next_day) if next_day else None)
    assert _changes(highlights.next_changes) == expected


@pytest.mark.parametrize(
    ("day", "ownerless", "ownerless_from", "ownerless_later"),
    [
        ("2018-12-31", [], "2019-01-01", ["orphan", "payment", "shareon", "later"]),
        ("2019-01-01", ["orphan", "payment", "shareon", "later"], None, []),
        ("2020-01-01", ["orphan", "payment", "later"], None, []),
    ],
)
def test_what_nobody_owns_is_told_for_the_day_and_before_it_for_the_day_when_all_ceases(
    report: Report, day: str, ownerless: list[str], ownerless_from: str | None, ownerless_later: list[str]
) -> None:
    highlights = report(day).highlights

    assert [one.item.id for one in highlights.ownerless] == ownerless
    assert highlights.ownerless_from == (date.fromisoformat(ownerless_from) if ownerless_from else None)
    assert [one.item.id for one in highlights.ownerless_later] == ownerless_later


def test_before_the_end_was_decided_nobody_is_told_to_be_ownerless_later(report: Report) -> None:
    highlights = report("2018-12-31", as_known="2018-06-13").highlights

    assert (highlights.ownerless_from, highlights.ownerless_later) == (None, ())


def test_the_highlights_speak_of_the_items_that_were_chosen(report: Report) -> None:
    chosen = Choice(areas=frozenset({"Kultur"}))

    assert _changes(report("2018-10-01", chosen, "2018-07-01").highlights.changes) == [
        ("later", "not_started", "due")
    ]
    assert [one.item.id for one in report("2018-12-31", chosen).highlights.ownerless_later] == [
        "shareon",
        "later",
    ]


def test_an_acceptance_is_a_change_though_the_state_is_the_same(plan_from: PlanFrom) -> None:
    plan = plan_from(
        PLAN.replace(
            "{id: orphan, name: Orphan,",
            "{id: orphan, name: Orphan, events: [{date: 2018-07-01, what: transferred, recipient: KHS}, "
            "{date: 2018-08-01, what: accepted}],",
        ),
        DECISIONS,
    )

    found = status(
        as_of(plan, Clocks(date(2018, 8, 1))), Choice(recipients=frozenset({"KHS"})), date(2018, 7, 31)
    )

    changes = {
        change.now.item.id: (change.before, change.after.state, change.after.confirmed)
        for change in found.highlights.changes
    }
    assert changes == {
        "autumn": (State.ONGOING, State.IN_TRANSITION, False),
        "orphan": (State.TRANSFERRED, State.TRANSFERRED, True),
    }


def _ids(report: StatusReport) -> list[str]:
    return [one.item.id for one in report.items]


def _changes(changes: tuple[Change, ...]) -> list[tuple[str, str | None, str]]:
    return [
        (change.now.item.id, change.before.value if change.before else None, change.after.state.value)
        for change in changes
    ]


@pytest.mark.parametrize(
    ("status", "day", "events", "stage"),
    [
        ("Overføres til KHS i løpet av høsten", "2019-01-01", "[]", "by_date"),
        ("Overføres til KHS i løpet av høsten", "2018-12-31", "[]", None),
        ("Overført til KHS", "2018-07-01", "[]", "by_words"),
        (
            "Overføres til KHS i løpet av høsten",
            "2018-10-01",
            "[{date: 2018-09-01, what: transferred}]",
            "reported",
        ),
        (
            "Overføres til KHS i løpet av høsten",
            "2018-10-01",
            "[{date: 2018-09-01, what: accepted}]",
            "accepted",
        ),
        ("Avsluttes 30.6.18", "2018-07-01", "[]", None),
    ],
)
def test_a_change_tells_how_far_the_hand_over_has_come(
    plan_from: PlanFrom, status: str, day: str, events: str, stage: str | None
) -> None:
    found = plan_from(f"""
columns: {{Justert: {{adopted_by: sg-2}}}}
parties: {{KHS: {{}}}}
areas:
  - id: helse
    name: Helse
    focus_areas: [{{id: bpa, name: BPA, status: {{Justert: {status}}}, events: {events}}}]
""")
    report = status_on(found, date.fromisoformat(day))
    assert [one.stage for one in report.highlights.changes] == [stage]


def status_on(plan: Plan, day: date) -> StatusReport:
    return status(as_of(plan, Clocks(day)), since=date(2018, 1, 1))
