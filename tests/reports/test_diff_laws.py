"""What must be true of the differences of every plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vrplan.as_of import Clocks, as_of
from vrplan.model.plan import Plan
from vrplan.reports.diff import DiffReport, between_columns, between_dates, between_versions

PlanFrom = Callable[..., Plan]

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
columns: {{A: {{adopted_by: sg-1}}, B: {{adopted_by: sg-2}}}}
parties: {{KHS: {{}}, Bærum: {{}}}}
{ceases}
areas:
  - id: a
    name: A
    focus_areas:
      - id: f
        name: F
        status: {above}
        measures:
          - name: M
            activities:
              - {{id: one, name: One}}
{items}
"""
ITEM = "              - {{id: {id}, name: {id}, status: {status}, events: {events}}}\n"
DECISIONS = """\
decisions:
  - {id: sg-1, title: A, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: sg-2, title: B, standing: adopted, evidence: full-text, date: 2018-06-14}
  - {id: sg-3, title: Slutt, standing: adopted, evidence: full-text, date: 2018-06-14}
"""
SWAPPED = {"new": "gone", "gone": "new", "changed": "changed"}
law = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
days = st.dates(date(2017, 1, 1), date(2020, 12, 31))
texts = st.sampled_from(
    [
        "Løpende",
        "Kvartalsvis",
        "Videreføres",
        "Videreføres ut 2018",
        "Avsluttes 30.6.2018",
        "Overføres til KHS i løpet av høsten",
        "Overført til Bærum",
        "Vurderes overført til KHS",
        "Q3",
        "Gjennomført",
        "Bamsemums",
    ]
)
statuses = st.dictionaries(st.sampled_from(["A", "B", "sg-3"]), texts).map(
    lambda status: "{" + ", ".join(f"{key}: {text}" for key, text in status.items()) + "}"
)
events = st.lists(
    st.builds(
        lambda day, what: f"{{date: {day}, what: {what}, recipient: KHS}}",
        days,
        st.sampled_from(["transferred", "accepted", "done", "ended", "started"]),
    ),
    max_size=2,
).map(lambda listed: "[" + ", ".join(listed) + "]")
items = st.dictionaries(st.sampled_from(["two", "three", "four", "five"]), st.tuples(statuses, events)).map(
    lambda drawn: "".join(
        ITEM.format(id=key, status=status, events=some) for key, (status, some) in drawn.items()
    )
)
plans = st.builds(
    lambda above, listed, ceases: PLAN.format(above=above, items=listed, ceases=ceases),
    statuses,
    items,
    st.sampled_from(["", "ceases: {date: 2019-01-01, decision: sg-3}"]),
)


def mirrored(report: DiffReport, other: DiffReport) -> bool:
    """Whether one report says of the two sides what the other says of them the other way round."""
    mine = {one.item.id: (one.what, one.before, one.after, one.aspects) for one in report.changes}
    yours = {one.item.id: (SWAPPED[one.what], one.after, one.before, one.aspects) for one in other.changes}
    around = [(one.subject, one.name, one.what, one.facts) for one in report.plan_changes]
    swapped = [
        (one.subject, one.name, SWAPPED[one.what], tuple((fact, now, was) for fact, was, now in one.facts))
        for one in other.plan_changes
    ]
    return mine == yours and sorted(around, key=str) == sorted(swapped, key=str)


@law
@given(text=plans, day=days, as_known=st.none() | days)
def test_nothing_differs_from_itself(
    plan_from: PlanFrom, text: str, day: date, as_known: date | None
) -> None:
    view, again = (as_of(plan_from(text, DECISIONS), Clocks(day, as_known)) for _ in range(2))
    assert between_dates(view, view).is_empty
    assert between_versions(view, again, ("main", None)).is_empty
    for column in view.plan.columns:
        assert between_columns(view, column, column).is_empty


@law
@given(text=plans, before=days, after=days, as_known=st.none() | days)
def test_dates_the_other_way_round_are_the_mirror(
    plan_from: PlanFrom, text: str, before: date, after: date, as_known: date | None
) -> None:
    plan = plan_from(text, DECISIONS)
    one, other = (as_of(plan, Clocks(day, as_known)) for day in (before, after))
    assert mirrored(between_dates(one, other), between_dates(other, one))


@law
@given(text=plans, day=days)
def test_columns_the_other_way_round_are_the_mirror(plan_from: PlanFrom, text: str, day: date) -> None:
    view = as_of(plan_from(text, DECISIONS), Clocks(day))
    assert mirrored(between_columns(view, "A", "B"), between_columns(view, "B", "A"))


@law
@given(one=plans, other=plans, day=days, as_known=st.none() | days)
def test_versions_the_other_way_round_are_the_mirror(
    plan_from: PlanFrom, one: str, other: str, day: date, as_known: date | None
) -> None:
    before, after = (as_of(plan_from(text, DECISIONS), Clocks(day, as_known)) for text in (one, other))
    there = between_versions(before, after, ("main", None))
    back = between_versions(after, before, ("main", None))
    assert mirrored(there, back)


@law
@given(one=plans, other=plans, day=days)
def test_items_that_no_version_difference_names_have_the_same_state_on_every_day(
    plan_from: PlanFrom, one: str, other: str, day: date
) -> None:
    before, after = (as_of(plan_from(text, DECISIONS), Clocks(day)) for text in (one, other))
    named = {change.item.id for change in between_versions(before, after, ("main", None)).changes}
    was, now = ({one.item.id: one.history for one in view.items} for view in (before, after))
    assert {key for key in {*was, *now} if was.get(key) != now.get(key)} <= named
