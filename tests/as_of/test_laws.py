"""What must be true of every plan on every date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.as_of import Clocks, ItemOnDate, PlanOnDate, State, as_of, history
from vrplan.model.plan import Plan
from vrplan.phrases import Kind, Reading
from vrplan.reports.status import Choice, status

PlanFrom = Callable[..., Plan]

PLAN = """
{ceases}
areas:
  - id: a
    name: A
    focus_areas:
      - id: f
        name: F
        status: {focus_area}
        measures:
          - name: M
            activities:
              - {{id: it, name: It, status: {own}, events: {events}}}
              - {{id: other, name: Other}}
    obligations:
      - {{id: archive, kind: property, name: Archive, events: {events}}}
"""
OVER = {State.DONE, State.ENDED, State.TRANSFERRED, State.CANCELLED}
ONE_DAY = timedelta(days=1)
LAST_DECISION = date(2018, 6, 14)
law = settings(deadline=None, max_examples=60)


@dataclass(frozen=True)
class Sketch:
    """The parts of a plan that are made up, as YAML."""

    own: str
    focus_area: str
    events: tuple[tuple[date, str], ...]
    ceases: str

    def text(self, until: date = date.max) -> str:
        """The plan, with what was recorded up to that day."""
        events = ", ".join(event for day, event in self.events if day <= until)
        return PLAN.format(own=self.own, focus_area=self.focus_area, events=f"[{events}]", ceases=self.ceases)


days = st.dates(date(2017, 1, 1), date(2020, 12, 31))
recipients = st.sampled_from(["", ", recipient: KHS", ", recipient: Bærum kommune"])


@st.composite
def windows(draw: st.DrawFn) -> str:
    first, last = draw(st.none() | days), draw(st.none() | days)
    return "".join(f", {key}: {day}" for key, day in (("from", first), ("to", last)) if day)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(["x", "x", "x", "Løpende", "Avsluttet", "Vurderes overført til KHS"]))
    if text != "x":
        return text
    kinds = ["ongoing", "recurring", "continues", "ends", "transfers", "due", "starts", "done", "cancelled"]
    kind = draw(st.sampled_from([*kinds, "postponed"]))
    return f"{{text: x, means: {{kind: {kind}{draw(windows())}{draw(recipients)}}}}}"


@st.composite
def events(draw: st.DrawFn) -> tuple[date, str]:
    what = draw(
        st.sampled_from(["done", "transferred", "accepted", "ended", "started", "cancelled", "postponed"])
    )
    window = draw(windows()) if what == "postponed" else ""
    day = draw(days)
    return day, f"{{date: {day}, what: {what}{window}{draw(recipients)}}}"


@st.composite
def statuses(draw: st.DrawFn) -> str:
    keys = draw(st.lists(st.sampled_from(["HP 2018", "Justert", "rg-2018", "gf-2018/1"]), unique=True))
    return "{" + ", ".join(f"{key}: {draw(sentences())}" for key in keys) + "}"


sketches = st.builds(
    Sketch,
    own=statuses(),
    focus_area=statuses(),
    events=st.lists(events(), max_size=3).map(tuple),
    ceases=st.sampled_from(["", "ceases: {date: 2019-01-01, decision: gf-2018/2}"]),
)


@law
@given(sketch=sketches, as_known=st.none() | days)
def test_the_states_of_an_item_cover_all_time_without_gap_overlap_or_repetition(
    plan_from: PlanFrom, sketch: Sketch, as_known: date | None
) -> None:
    plan = plan_from(sketch.text())

    for item in plan.items:
        segments = history(plan, item, as_known)
        if not segments:
            continue
        assert segments[0].first is None
        assert segments[-1].last is None
        for one, following in pairwise(segments):
            assert one.last is not None
            assert following.first == one.last + ONE_DAY
            assert one.first is None or one.first <= one.last
            assert (one.state, one.to, one.confirmed) != (following.state, following.to, following.confirmed)


@law
@given(sketch=sketches, day=days, as_known=st.none() | days)
def test_every_listed_item_is_in_exactly_one_state_and_the_day_lies_within_it(
    plan_from: PlanFrom, sketch: Sketch, day: date, as_known: date | None
) -> None:
    for one in as_of(plan_from(sketch.text()), Clocks(day, as_known)).items:
        assert [turn.state for turn in one.history if turn.covers(day)] == [one.state]
        assert one.since is None or one.since <= day
        assert one.until is None or day <= one.until


@law
@given(sketch=sketches, day=days)
def test_since_and_until_are_the_first_and_the_last_day_of_the_state(
    plan_from: PlanFrom, sketch: Sketch, day: date
) -> None:
    plan = plan_from(sketch.text())

    for one in as_of(plan, Clocks(day)).items:
        for inside, outside in ((one.since, -ONE_DAY), (one.until, ONE_DAY)):
            if inside is not None:
                assert _state(plan, one, inside)[0] == one.state
                state, to = _state(plan, one, inside + outside)
                assert state != one.state or (state is State.TRANSFERRED and to != one.to)


@law
@given(sketch=sketches, day=days, later=st.integers(0, 1000))
def test_looking_from_after_everything_was_known_is_looking_at_all_that_is_known(
    plan_from: PlanFrom, sketch: Sketch, day: date, later: int
) -> None:
    plan = plan_from(sketch.text())
    all_known = max([LAST_DECISION, *(known for known, _ in sketch.events)])

    seen = as_of(plan, Clocks(day, all_known + timedelta(days=later)))

    assert seen.items == as_of(plan, Clocks(day)).items


@law
@given(sketch=sketches, day=days, as_known=days)
def test_what_is_recorded_later_changes_nothing_that_was_known_before(
    plan_from: PlanFrom, sketch: Sketch, day: date, as_known: date
) -> None:
    now = as_of(plan_from(sketch.text()), Clocks(day, as_known))
    then = as_of(plan_from(sketch.text(until=as_known)), Clocks(day, as_known))

    assert _told(now) == _told(then)


@law
@given(sketch=sketches, day=days, later=st.integers(0, 2000))
def test_what_is_over_stays_over_when_nothing_more_is_recorded(
    plan_from: PlanFrom, sketch: Sketch, day: date, later: int
) -> None:
    plan = plan_from(sketch.text(until=day))

    for one in as_of(plan, Clocks(day)).items:
        state, _ = _state(plan, one, day + timedelta(days=later))
        if one.state in OVER:
            assert state in OVER
            assert state is one.state or one.holds is None or _replaced(one.holds.reading)


@law
@given(sketch=sketches, day=days, as_known=st.none() | days)
def test_the_counts_add_up_to_the_items(
    plan_from: PlanFrom, sketch: Sketch, day: date, as_known: date | None
) -> None:
    view = as_of(plan_from(sketch.text()), Clocks(day, as_known))
    report = status(view)

    assert sum(sum(count.values()) for count in report.counts.values()) == len(view.items)
    for state in State:
        chosen = status(view, Choice(states=frozenset({state})))
        assert len(chosen.items) == sum(count.get(state, 0) for count in report.counts.values())


def _replaced(reading: Reading) -> bool:
    """Whether it may have happened without a date, after the item was over by the words that it replaced."""
    return reading.done or reading.kind in {Kind.DONE, Kind.CANCELLED}


def _state(plan: Plan, one: ItemOnDate, day: date) -> tuple[State, str | None]:
    (found,) = (seen for seen in as_of(plan, Clocks(day)).items if seen.item is one.item)
    return found.state, found.to


def _told(view: PlanOnDate) -> list[tuple[object, ...]]:
    return [
        (one.item.id, one.state, one.since, one.until, one.to, one.confirmed, one.owner, one.history)
        for one in view.items
    ]
