"""What agenda, timeline, calendar and status must tell alike of every plan on every date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.as_of import Clocks, State, as_of
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.model.values import Happening
from vrplan.reports.agenda import Horizon, Why, agenda
from vrplan.reports.calendar import calendar
from vrplan.reports.marked_days import Mark, Marked
from vrplan.reports.timeline import timeline

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.load import Loaded
    from vrplan.reports.dated import Dated

PLAN = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
{ceases}
columns: {{HP 2018: {{adopted_by: sg-1}}, Justert: {{adopted_by: sg-2}}}}
parties: {{KHS: {{}}, Bærum kommune: {{}}, Bærum kulturskole: {{part_of: Bærum kommune}}}}
obligations:
  - {{id: it, kind: {kind}, name: It, status: {{HP 2018: {first}, Justert: {second}}}, events: [{events}]}}
"""
DECISIONS = """
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, date: 2018-06-14}
"""
TEXTS = (
    "Q2", "Q3", "Innen 1.9.2018", "Avsluttes 30.6.18", "Avsluttet", "Videreføres ut 2018", "Løpende",
    "Fra 1.8.2018 til 31.10.2018", "Oppstart i august 2018", "Oppstart innen 1.9.2018", "Oppstart 1.7.2018",
    "Overføres til KHS i løpet av høsten", "Overføres til KHS 1.7.2018", "Overføres til KHS innen 1.7.2018",
    "Overført til KHS", "Overført til KHS 1.6.2018", "Utsatt til 1. kvartal 2019", "Gjennomført", "Skal utredes",
    "Vurderes overført til KHS",
)  # fmt: skip
FIRST, LAST = date(2018, 5, 25), date(2019, 1, 20)
law = settings(deadline=None, max_examples=80)
# Few days, so that windows, events and the day asked about often meet.
days = st.sampled_from(
    [date(2018, month, day) for month in (6, 7, 9, 10) for day in (1, 2, 30)]
    + [date(2018, 6, 14), date(2018, 6, 15), date(2019, 1, 1)]
)


@dataclass(frozen=True)
class Sketch:
    """A plan of one item that is made up; its events with their days."""

    first: str
    second: str
    kind: str
    ceases: str
    events: tuple[tuple[date, str], ...]

    def seen(self, clocks: Clocks, until: date = date.max) -> tuple[PlanOnDate, Loaded]:
        """The plan with what was recorded up to a day, seen with the clocks."""
        events = ", ".join(told for day, told in self.events if day <= until)
        text = PLAN.format(
            first=self.first, second=self.second, kind=self.kind, ceases=self.ceases, events=events
        )
        loaded = load(PlanFolder({"x.yaml": text.encode()}, {"d.yaml": DECISIONS.encode()}, "d.yaml"))
        assert loaded.plan is not None, loaded.findings
        return as_of(loaded.plan, clocks), loaded


@st.composite
def events(draw: st.DrawFn) -> tuple[date, str]:
    what = draw(st.sampled_from([*get_args(Happening), "postponed", "postponed", "transferred"]))
    day, to = draw(days), draw(st.sampled_from(["", ", recipient: KHS", ", recipient: Bærum kommune"]))
    bounds = sorted(
        max(day, bound) for bound in draw(st.tuples(days, days))
    )  # nothing is put off to the past
    window = f", from: {bounds[0]}" * draw(st.booleans()) + f", to: {bounds[1]}" * draw(st.booleans())
    return day, f"{{date: {day}, what: {what}{to}{window if what == 'postponed' else ''}}}"


sketches = st.builds(
    Sketch,
    first=st.sampled_from(TEXTS),
    second=st.sampled_from(TEXTS),
    kind=st.sampled_from(["duty", "property"]),
    ceases=st.sampled_from(["", "ceases: {date: 2019-01-01, decision: sg-2}"]),
    events=st.lists(events(), max_size=4).map(tuple),
)


def marks_of(view: PlanOnDate) -> list[Marked]:
    return [one for one in calendar(view).entries if isinstance(one, Marked)]


def dated_of(view: PlanOnDate, loaded: Loaded) -> list[Dated]:
    entries = timeline(view, loaded, (date(2000, 1, 1), date(2030, 1, 1))).entries
    return [one for one in entries if one.now is not None]


def told(view: PlanOnDate, loaded: Loaded) -> tuple[list[object], ...]:
    """Every date that the three reports tell of items, with what it is."""
    ahead = agenda(view, Horizon(LAST, Why.UNTIL))
    return (
        [(one.section, one.what, one.day, one.start, one.end, one.is_handed_over) for one in ahead.entries],
        [(one.what, one.day, one.until, one.overtaken) for one in dated_of(view, loaded)],
        [(one.mark, one.first, one.last, one.to, one.number, one.revision) for one in marks_of(view)],
        [(one.state, one.since, one.until, one.to) for one in view.items],
    )


@settings(law, max_examples=200)
@given(sketch=sketches, day=days, as_known=days)
def test_no_date_comes_from_what_was_recorded_later(sketch: Sketch, day: date, as_known: date) -> None:
    clocks = Clocks(day, as_known)
    assert told(*sketch.seen(clocks)) == told(*sketch.seen(clocks, until=as_known))


_LAST_DAYS = {
    Mark.DEADLINE: "window_closes",
    Mark.HAND_OVER_DEADLINE: "window_closes",
    Mark.END: "last_day",
    Mark.START_DEADLINE: "begins_by",
}
_AGENDA = {
    Mark.DEADLINE: "window_closes",
    Mark.HAND_OVER_DEADLINE: "hand_over_ends",
    Mark.END: "ends",
    Mark.START_DEADLINE: "begins_by",
    Mark.HAND_OVER: "hand_over",
}
_BY_A_DAY = {"window_closes", "hand_over_ends", "ends", "begins_by"}
"""What the agenda tells by its last day; what goes over on a day may do so on that of its decision, unnamed."""


@law
@given(sketch=sketches, as_known=st.none() | days)
def test_a_last_day_in_the_calendar_is_one_on_the_timeline_and_on_the_agenda_of_that_day(
    sketch: Sketch, as_known: date | None
) -> None:
    view, loaded = sketch.seen(Clocks(FIRST, as_known))
    on_timeline = {(one.day, str(one.what)) for one in dated_of(view, loaded)}
    for marked in marks_of(view):
        if marked.happened is None and marked.mark in _LAST_DAYS:
            assert (marked.last, _LAST_DAYS[marked.mark]) in on_timeline
        if marked.happened is None and marked.mark in _AGENDA:
            then, _ = sketch.seen(Clocks(marked.last, as_known))
            due = {(one.day, str(one.what)) for one in agenda(then, Horizon(marked.last, Why.UNTIL)).entries}
            assert (marked.last, _AGENDA[marked.mark]) in due


@law
@given(sketch=sketches, day=days, as_known=st.none() | days)
def test_a_last_day_on_the_agenda_is_one_on_the_timeline(
    sketch: Sketch, day: date, as_known: date | None
) -> None:
    view, loaded = sketch.seen(Clocks(day, as_known))
    last_days = {
        one.day
        for one in dated_of(view, loaded)
        if one.what in {"window_closes", "last_day", "begins_by"}
        or (one.event is not None and one.event.what == "ended")
    }
    for one in agenda(view, Horizon(LAST, Why.UNTIL)).entries:
        if one.what in _BY_A_DAY:
            assert one.day is None or one.day in last_days


@law
@given(sketch=sketches, day=days)
def test_a_last_day_on_the_agenda_by_the_words_alone_is_one_in_the_calendar(
    sketch: Sketch, day: date
) -> None:
    view, _ = replace(sketch, events=()).seen(Clocks(day))
    last_days = {one.last for one in marks_of(view)}
    for one in agenda(view, Horizon(LAST, Why.UNTIL)).entries:
        if one.what in _BY_A_DAY and one.now.history[-1].state is not State.DONE:
            assert one.day is None or one.day in last_days


@law
@given(sketch=sketches, as_known=st.none() | days)
def test_status_tells_the_states_between_the_turns_of_the_timeline(
    sketch: Sketch, as_known: date | None
) -> None:
    view, loaded = sketch.seen(Clocks(FIRST, as_known))
    found = {one.turn.day: one.turn for one in dated_of(view, loaded) if one.turn is not None}
    for day in (FIRST + timedelta(days=number) for number in range((LAST - FIRST).days)):
        then, _ = sketch.seen(Clocks(day, as_known)) if day in found or day.day == 1 else (None, None)
        for one in then.items if then is not None else ():
            last = max((turned for turned in found if turned <= day), default=None)
            assert one.since == last
            if last is not None:
                assert one.state is found[last].after.state
                # Where nobody was named, the receiver that confirms it later is the one.
                assert one.state is not State.TRANSFERRED or one.to in {None, found[last].to}
