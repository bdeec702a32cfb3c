"""The end of the organisation, the plan's period and the column in force, as seen from a day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.as_of import ItemOnDate, PlanOnDate
from vrplan.model.plan import Plan

PlanFrom = Callable[..., Plan]
On = Callable[..., ItemOnDate]
View = Callable[..., PlanOnDate]
States = Callable[..., list[str]]

CEASING = """
ceases: {date: 2019-01-01, decision: gf-2018/2}
"""
ACTIVITY = """
areas:
  - id: a
    name: A
    measures:
      - name: M
        activities:
          - id: it
            name: It
            owner: {owner}
            status: {{HP 2018: {{text: x, means: {{{means}}}}}}}
            events: [{events}]
"""


def ceasing(means: str, owner: str = "Alliansen", events: str = "") -> str:
    """A plan of one activity, of an organisation that ceases on 2019-01-01."""
    return CEASING + ACTIVITY.format(means=means, owner=owner, events=events)


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ("kind: ongoing", ["..2018-12-31 ongoing", "2019-01-01.. orphaned"]),
        ("kind: recurring", ["..2018-12-31 ongoing", "2019-01-01.. orphaned"]),
        ("kind: continues", ["..2018-12-31 ongoing", "2019-01-01.. orphaned"]),
        ("kind: ends", ["..2018-12-31 ongoing", "2019-01-01.. orphaned"]),
        ("kind: transfers", ["..2018-12-31 ongoing", "2019-01-01.. orphaned"]),
        (
            "kind: starts, from: 2018-08-01, to: 2018-08-31",
            ["..2018-07-31 not_started", "2018-08-01..2018-12-31 ongoing", "2019-01-01.. orphaned"],
        ),
        ("kind: starts, from: 2019-03-01", ["..2019-02-28 not_started", "2019-03-01.. orphaned"]),
        ("kind: starts, from: 2019-01-01", ["..2018-12-31 not_started", "2019-01-01.. orphaned"]),
    ],
)
def test_what_still_runs_without_end_or_recipient_is_orphaned_from_the_first_day_without_the_organisation(
    plan_from: PlanFrom, states: States, means: str, expected: list[str]
) -> None:
    assert states(plan_from(ceasing(means))) == expected


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ("kind: continues, to: 2019-12-31", ["..2019-12-31 ongoing", "2020-01-01.. ended"]),
        ("kind: ends, to: 2018-12-31", ["..2018-12-31 ongoing", "2019-01-01.. ended"]),
        ("kind: ongoing, recipient: KHS", [".. ongoing"]),
        ("kind: transfers, recipient: KHS", [".. ongoing"]),
        ("kind: transfers, to: 2019-03-31", ["..2019-03-31 ongoing", "2019-04-01.. transferred"]),
        (
            "kind: transfers, from: 2018-08-01, to: 2019-03-31",
            ["..2018-07-31 ongoing", "2018-08-01..2019-03-31 in_transition", "2019-04-01.. transferred"],
        ),
        ("kind: due, from: 2018-10-01", ["..2018-09-30 not_started", "2018-10-01.. due"]),
        ("kind: postponed", [".. postponed"]),
    ],
)
def test_what_has_an_end_or_a_recipient_or_does_not_run_is_not_orphaned(
    plan_from: PlanFrom, states: States, means: str, expected: list[str]
) -> None:
    assert states(plan_from(ceasing(means))) == expected


def test_a_text_that_is_not_read_is_not_orphaned(plan_from: PlanFrom, states: States) -> None:
    plan = plan_from(
        CEASING
        + """
areas:
  - {id: a, name: A, focus_areas: [{id: it, name: It, status: {HP 2018: Dette skal utredes nærmere}}]}
"""
    )

    assert states(plan) == [".. unknown"]


@pytest.mark.parametrize(
    ("day", "owner"), [("2018-12-30", "Alliansen"), ("2018-12-31", "Alliansen"), ("2019-01-01", None)]
)
def test_what_the_organisation_owned_has_no_owner_from_that_day(
    plan_from: PlanFrom, on: On, day: str, owner: str | None
) -> None:
    running = plan_from(ceasing("kind: ongoing"))
    with_an_end = plan_from(ceasing("kind: continues, to: 2019-12-31"))

    assert (on(running, day).owner, on(with_an_end, day).owner) == (owner, owner)


def test_what_another_party_owns_keeps_its_owner_and_runs_on(plan_from: PlanFrom, on: On) -> None:
    one = on(plan_from(ceasing("kind: ongoing", owner="KHS")), "2019-01-01")

    assert (one.owner, one.state.value, one.since, one.until) == ("KHS", "ongoing", None, None)


def test_an_owner_may_be_called_by_any_of_its_names(plan_from: PlanFrom, on: On) -> None:
    assert on(plan_from(ceasing("kind: ongoing", owner="Bærum")), "2018-07-01").owner == "Bærum kommune"


@pytest.mark.parametrize("owner", ["Alliansen", "alliansen", "VR", "Sekretariatet"])
def test_what_a_part_of_the_organisation_owns_is_the_organisations(
    plan_from: PlanFrom, on: On, owner: str
) -> None:
    one = on(plan_from(ceasing("kind: ongoing", owner=owner)), "2019-01-01")

    assert (one.state.value, one.owner) == ("orphaned", None)


@pytest.mark.parametrize(
    ("as_known", "state", "owner"),
    [
        ("2018-06-13", "ongoing", "Alliansen"),
        ("2018-06-14", "orphaned", None),
        (None, "orphaned", None),
    ],
)
def test_the_organisation_ceases_only_once_its_decision_is_known(
    plan_from: PlanFrom, on: On, view: View, as_known: str | None, state: str, owner: str | None
) -> None:
    plan = plan_from(ceasing("kind: ongoing"))

    one = on(plan, "2019-01-01", as_known)

    assert (one.state.value, one.owner) == (state, owner)
    assert str(view(plan, "2018-07-01", as_known).ceases) == ("2019-01-01" if owner is None else "None")


@pytest.mark.parametrize("decision", ["date: 2018-06-14, standing: proposed", "standing: adopted"])
def test_an_end_that_is_only_proposed_or_has_no_date_does_not_count(
    plan_from: PlanFrom, on: On, view: View, decision: str
) -> None:
    plan = plan_from(
        "columns: {HP 2018: {}}\nceases: {date: 2019-01-01, decision: d}"
        + ACTIVITY.format(means="kind: ongoing", owner="Alliansen", events=""),
        f"decisions: [{{id: d, {decision}, title: T, evidence: cited}}]",
    )

    assert view(plan, "2019-01-01").ceases is None
    assert (on(plan, "2019-01-01").state.value, on(plan, "2019-01-01").owner) == ("ongoing", "Alliansen")


def test_without_an_end_of_the_organisation_nothing_is_orphaned(plan_from: PlanFrom, states: States) -> None:
    plan = plan_from(ACTIVITY.format(means="kind: ongoing", owner="Alliansen", events=""))

    assert states(plan) == [".. ongoing"]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            "date: 2019-02-15, what: ended",
            ["..2018-12-31 ongoing", "2019-01-01..2019-02-15 orphaned", "2019-02-16.. ended"],
        ),
        (
            "date: 2019-02-15, what: transferred, recipient: KHS",
            ["..2018-12-31 ongoing", "2019-01-01..2019-02-14 orphaned", "2019-02-15.. transferred"],
        ),
        ("date: 2018-11-01, what: transferred", ["..2018-10-31 ongoing", "2018-11-01.. transferred"]),
        ("date: 2018-12-30, what: ended", ["..2018-12-30 ongoing", "2018-12-31.. ended"]),
        ("date: 2018-12-31, what: ended", ["..2018-12-31 ongoing", "2019-01-01.. ended"]),
        (
            "date: 2019-01-01, what: ended",
            ["..2018-12-31 ongoing", "2019-01-01..2019-01-01 orphaned", "2019-01-02.. ended"],
        ),
        (
            "date: 2018-03-01, what: started",
            ["..2018-02-28 not_started", "2018-03-01..2018-12-31 ongoing", "2019-01-01.. orphaned"],
        ),
    ],
)
def test_an_orphan_is_one_until_an_event_says_otherwise(
    plan_from: PlanFrom, states: States, event: str, expected: list[str]
) -> None:
    means = "kind: starts, from: 2018-05-01" if "started" in event else "kind: ongoing"

    assert states(plan_from(ceasing(means, events=f"{{{event}}}"))) == expected


PROPERTY = """
areas: []
obligations:
  - {{id: it, kind: property, name: Arkivet{more}}}
"""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["..2018-12-31 ongoing", "2019-01-01.. orphaned"]),
        (", recipient: KHS", [".. ongoing"]),
        (", owner: KHS", [".. ongoing"]),
        (
            ", events: [{date: 2018-12-01, what: transferred, recipient: KHS}]",
            ["..2018-11-30 ongoing", "2018-12-01.. transferred"],
        ),
        (
            ", events: [{date: 2019-02-01, what: transferred, recipient: KHS}]",
            ["..2018-12-31 ongoing", "2019-01-01..2019-01-31 orphaned", "2019-02-01.. transferred"],
        ),
        (
            ", recipient: KHS, events: [{date: 2019-02-01, what: transferred}]",
            ["..2019-01-31 ongoing", "2019-02-01.. transferred"],
        ),
    ],
)
def test_a_property_without_a_status_runs_until_it_is_transferred_and_is_orphaned_without_a_recipient(
    plan_from: PlanFrom, states: States, more: str, expected: list[str]
) -> None:
    assert states(plan_from(CEASING + PROPERTY.format(more=more))) == expected


def test_a_property_goes_to_the_recipient_that_it_names(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(CEASING + PROPERTY.format(more=", recipient: Kommunehelsesamarbeidet"))

    assert (on(plan, "2018-07-01").to, on(plan, "2019-01-01").to, on(plan, "2019-01-01").owner) == (
        "KHS",
        "KHS",
        None,
    )


def test_an_obligation_that_was_started_keeps_its_recipient_and_is_not_orphaned(
    plan_from: PlanFrom, states: States, on: On
) -> None:
    plan = plan_from(
        CEASING
        + """
areas: []
obligations:
  - id: it
    kind: duty
    name: It
    recipient: KHS
    status: {HP 2018: {text: x, means: {kind: starts, from: 2018-08-01}}}
    events: [{date: 2018-08-01, what: started}]
"""
    )

    assert states(plan) == ["..2018-07-31 not_started", "2018-08-01.. ongoing"]
    assert on(plan, "2019-01-01").to == "KHS"


@pytest.mark.parametrize("kind", ["contract", "payment", "position", "duty", "cooperation"])
def test_other_obligations_without_a_status_are_not_listed(
    plan_from: PlanFrom, view: View, kind: str
) -> None:
    plan = plan_from(f"areas: []\nobligations: [{{id: it, kind: {kind}, name: It}}]")

    assert view(plan, "2018-07-01").items == ()


@pytest.mark.parametrize(
    ("day", "within"),
    [
        ("2017-12-31", False),
        ("2018-01-01", True),
        ("2018-07-01", True),
        ("2018-12-31", True),
        ("2019-01-01", False),
    ],
)
def test_the_period_has_its_first_and_its_last_day(
    plan_from: PlanFrom, view: View, day: str, within: bool
) -> None:
    assert view(plan_from("areas: []"), day).in_period is within


REVISED = """
columns:
  Ny: {proposed_by: rg-2018, adopted_by: sg-2018}
  Gammel: {adopted_by: sg-2017}
areas:
  - {id: a, name: A, focus_areas: [{id: f, name: F, status: {Gammel: x, Ny: x}}]}
"""


@pytest.mark.parametrize(
    ("as_known", "known", "in_force"),
    [
        ("2017-12-06", [], None),
        ("2017-12-07", [("Gammel", "adopted")], "Gammel"),
        ("2018-05-30", [("Gammel", "adopted")], "Gammel"),
        ("2018-05-31", [("Ny", "proposed"), ("Gammel", "adopted")], "Gammel"),
        ("2018-06-13", [("Ny", "proposed"), ("Gammel", "adopted")], "Gammel"),
        ("2018-06-14", [("Ny", "adopted"), ("Gammel", "adopted")], "Ny"),
        (None, [("Ny", "adopted"), ("Gammel", "adopted")], "Ny"),
    ],
)
def test_the_column_in_force_is_the_newest_that_was_known_to_be_adopted(
    plan_from: PlanFrom, view: View, as_known: str | None, known: list[tuple[str, str]], in_force: str | None
) -> None:
    seen = view(plan_from(REVISED), "2018-07-01", as_known)

    assert [(authority.key, standpoint.standing) for authority, standpoint in seen.columns] == known
    assert (seen.column_in_force[0].key if seen.column_in_force else None) == in_force


def test_a_column_is_in_force_even_where_no_status_stands_in_it(plan_from: PlanFrom, view: View) -> None:
    seen = view(plan_from("areas: []"), "2018-07-01")

    assert seen.column_in_force is not None
    assert seen.column_in_force[0].key == "Justert"
