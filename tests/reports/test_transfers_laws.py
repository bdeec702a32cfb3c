"""What must be true of the ledger of every plan on every date."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vrplan.as_of import Clocks, PlanOnDate, Segment, State, as_of, history
from vrplan.as_of.events import after_each, is_overtaken
from vrplan.as_of.stages import Stage
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.model.plan import Plan
from vrplan.phrases import Kind
from vrplan.render.as_sqlite import as_sqlite
from vrplan.reports.database import database
from vrplan.reports.hand_overs import Transfer
from vrplan.reports.transfers import Mentioned, transfers

PlanFrom = Callable[..., Plan]

PLAN = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
{ceases}
columns: {{HP 2018: {{adopted_by: sg-1}}, Justert: {{proposed_by: rg-1, adopted_by: sg-2}}}}
parties: {{KHS: {{}}, Bærum kommune: {{}}, Bærum kulturskole: {{part_of: Bærum kommune}}}}
areas:
  - id: a
    name: A
    focus_areas:
      - id: f
        name: F
        status: {whole}
        measures:
          - name: M
            activities:
              - {{id: one, name: One, status: {first}, events: {events}}}
              - {{id: two, name: Two, status: {second}}}
obligations:
  - {{id: archive, kind: property, name: Archive, recipient: KHS, status: {second}, events: {events}}}
  - {{id: things, kind: property, name: Things, events: {events}}}
"""
DECISIONS = """
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: rg-1, title: Justert, standing: proposed, evidence: full-text, date: 2018-05-31}
  - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, date: 2018-06-14}
"""
PARTIES = ["KHS", "Bærum kommune", "Bærum kulturskole"]
law = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
# Few days, so that windows, events and the day asked about often meet.
days = st.dates(date(2018, 1, 1), date(2018, 3, 1)) | st.dates(date(2018, 12, 25), date(2019, 1, 10))
recipients = st.sampled_from(["", *(f", recipient: {party}" for party in PARTIES)])
WORDS = [
    "Løpende",
    "Avsluttes 31.1.18",
    "Vurderes overført til KHS",
    "Overført til Bærum kulturskole",
    "Overføres til Bærum kommune",
    "Skal utredes nærmere",
]


@st.composite
def windows(draw: st.DrawFn) -> str:
    first, last = draw(st.none() | days), draw(st.none() | days)
    return "".join(f", {key}: {day}" for key, day in (("from", first), ("to", last)) if day)


@st.composite
def statuses(draw: st.DrawFn) -> str:
    told = {}
    for key in draw(st.lists(st.sampled_from(["HP 2018", "Justert"]), unique=True)):
        kind = draw(st.sampled_from([*WORDS, "transfers", "transfers", "due", "postponed"]))
        means = f"{{text: x, means: {{kind: {kind}{draw(windows())}{draw(recipients)}}}}}"
        told[key] = kind if kind in WORDS else means
    return "{" + ", ".join(f"{key}: {text}" for key, text in told.items()) + "}"


@st.composite
def events(draw: st.DrawFn) -> str:
    often = ["transferred", "accepted"] * 3
    what = draw(st.sampled_from([*often, "done", "ended", "started", "cancelled", "postponed"]))
    window = draw(windows()) if what == "postponed" else ""
    return f"{{date: {draw(days)}, what: {what}{window}{draw(recipients)}}}"


@st.composite
def texts(draw: st.DrawFn) -> str:
    recorded = ", ".join(draw(st.lists(events(), max_size=4)))
    ceases = draw(st.sampled_from(["", "ceases: {date: 2019-01-01, decision: sg-2}"]))
    values = {name: draw(statuses()) for name in ("whole", "first", "second")}
    return PLAN.format(**values, events=f"[{recorded}]", ceases=ceases)


@st.composite
def clocks(draw: st.DrawFn) -> Clocks:
    known = draw(st.none() | st.sampled_from([date(2018, 6, 1), date(2018, 7, 1), date(2019, 6, 1)]))
    return Clocks(draw(days), known)


def seen(plan_from: PlanFrom, text: str, when: Clocks) -> PlanOnDate:
    return as_of(plan_from(text, DECISIONS), when)


@law
@given(text=texts(), when=clocks())
def test_every_listed_item_is_at_one_stage_and_the_counts_add_up_to_all(
    plan_from: PlanFrom, text: str, when: Clocks
) -> None:
    report = transfers(seen(plan_from, text, when))

    stages = {one.now.item.id: one.stage for one in report.transfers}
    set_aside = {one.now.item.id for one in report.set_aside} - set(stages)
    spoken_of = {one.now.item.id for one in report.undecided} - set(stages) - set_aside
    assert len(stages) == len(report.transfers)
    counted = Counter(stages.values())
    counted += {Stage.SET_ASIDE: len(set_aside), Stage.SPOKEN_OF: len(spoken_of)}  # keeps no zeros
    assert report.counts == counted
    assert {Stage.SPOKEN_OF, Stage.SET_ASIDE} & set(stages.values()) <= {Stage.SPOKEN_OF}


@law
@given(text=texts(), when=clocks())
def test_whatever_goes_to_somebody_is_listed(plan_from: PlanFrom, text: str, when: Clocks) -> None:
    view = seen(plan_from, text, when)

    listed = {one.now.item.id for one in transfers(view).transfers}
    for one in view.items:
        by_word = one.holds is not None and one.holds.reading.kind is Kind.TRANSFERS
        if by_word or one.state is State.TRANSFERRED:
            assert one.item.id in listed


@law
@given(text=texts(), when=clocks())
def test_both_sides_say_what_is_recorded_and_no_more(plan_from: PlanFrom, text: str, when: Clocks) -> None:
    for one in transfers(seen(plan_from, text, when)).transfers:
        for event, what in ((one.handed_over, "transferred"), (one.accepted, "accepted")):
            if event is not None:
                assert event in one.now.item.events
                assert event.what == what
                assert event.date <= when.date
                assert when.knows(event.date)
        if one.now.state is State.TRANSFERRED:
            assert one.now.confirmed == (one.stage is Stage.ACCEPTED)
        if one.stage is Stage.ACCEPTED:
            assert one.accepted is not None
        elif one.stage is Stage.REPORTED:
            assert (one.handed_over is not None, one.accepted) == (True, None)
        elif one.stage in {Stage.BY_WORDS, Stage.BY_DATE}:
            assert (one.handed_over, one.accepted) == (None, None)
        if one.accepted is not None:
            assert one.stage in {Stage.ACCEPTED, Stage.OVER}
        if one.stage in {Stage.ACCEPTED, Stage.REPORTED}:
            first = min(event.date for event in (one.handed_over, one.accepted) if event is not None)
            assert one.start == one.end == one.given == first


@law
@given(text=texts(), when=clocks())
def test_a_hand_over_goes_to_the_receiver_of_the_state_from_its_owner_or_the_receiver_before(
    plan_from: PlanFrom, text: str, when: Clocks
) -> None:
    for one in transfers(seen(plan_from, text, when)).transfers:
        if one.now.state is State.TRANSFERRED:
            assert one.to == one.now.to
            assert one.known.last is None or one.known.last.receiver == one.to
        before = {one.now.item.owner, *(earlier.receiver for earlier in one.earlier)}
        by_words = one.now.holds.reading.recipient if one.now.holds else None
        assert one.giver in before | {by_words}
        assert one.giver != one.to


@law
@given(text=texts(), when=clocks())
def test_the_receivers_share_the_hand_overs_among_them(plan_from: PlanFrom, text: str, when: Clocks) -> None:
    view = seen(plan_from, text, when)
    report = transfers(view)

    for receiver in report.receivers:
        mine = [one for one in report.transfers if one.to == receiver.to]
        stages = Counter(one.stage for one in mine)
        besides = {Stage.SPOKEN_OF: 0, Stage.SET_ASIDE: 0}
        assert receiver.counts | besides == stages | besides
        assert receiver.hand_overs == len(mine)
        assert receiver.confirmed == sum(one.accepted is not None for one in mine)
    assert sum(receiver.confirmed for receiver in report.receivers) == report.confirmed
    assert {one.to for one in report.transfers} <= {receiver.to for receiver in report.receivers}
    whole = transfers(view, "Bærum kommune").transfers
    assert [one.to for one in whole] == [one.to for one in report.transfers if one.to in PARTIES[1:]]


@law
@given(text=texts(), when=clocks())
def test_what_the_receivers_are_told_one_by_one_is_the_whole_report(
    plan_from: PlanFrom, text: str, when: Clocks
) -> None:
    view = seen(plan_from, text, when)
    whole, parts = transfers(view), {to: transfers(view, to) for to in PARTIES}

    for some in ("transfers", "set_aside", "undecided"):
        told = {_told(one) for report in parts.values() for one in getattr(report, some)}
        assert told == {_told(one) for one in getattr(whole, some) if one.to is not None}
    for receiver in whole.receivers:
        if receiver.to in {"KHS", "Bærum kulturskole"}:  # they have no parts
            assert parts[receiver.to].counts == receiver.counts
            assert parts[receiver.to].confirmed == receiver.confirmed


def _told(one: Transfer | Mentioned) -> tuple[str, str | None, Stage, str | None]:
    said = one.said if isinstance(one, Mentioned) else one.now.holds
    return one.now.item.id, one.to, one.stage, said.statement.text if said else None


@law
@given(text=texts(), when=clocks())
def test_what_is_beside_is_decided_for_another_receiver_or_not_decided(
    plan_from: PlanFrom, text: str, when: Clocks
) -> None:
    report = transfers(seen(plan_from, text, when))

    goes = {(one.now.item.id, one.to) for one in report.transfers}
    for one in (*report.set_aside, *report.undecided):
        assert one.said in one.now.beside
        assert (one.now.item.id, one.to) not in goes
    assert all(
        one.said.is_decided and one.said.day == one.now.holds.day for one in report.set_aside if one.now.holds
    )
    assert not any(one.said.is_decided for one in report.undecided)


@law
@given(text=texts(), when=clocks())
def test_states_after_each_event_are_those_of_an_item_with_the_events_so_far(
    plan_from: PlanFrom, text: str, when: Clocks
) -> None:
    view = seen(plan_from, text, when)

    for one in view.items:
        item = one.item
        known = [
            event for event in item.events if when.knows(event.date) and not is_overtaken(event, one.holds)
        ]
        events = sorted(known, key=lambda event: event.date)
        first = history(view.plan, item._replace(events=()), when.as_known) or (Segment(State.UNKNOWN),)
        steps = [after for after, _ in after_each(first, events, one.holds, item.recipient, view.ceases)]
        assert steps == [
            history(view.plan, item._replace(events=tuple(events[:number])), when.as_known)
            for number in range(1, len(events) + 1)
        ]


@law
@given(text=texts(), when=clocks())
def test_view_of_the_database_lists_the_hand_overs_that_are_not_over(text: str, when: Clocks) -> None:
    folder = PlanFolder(
        {"plan.yaml": text.encode()}, {"decisions.yaml": DECISIONS.encode()}, "decisions.yaml"
    )
    loaded = load(folder)
    assert loaded.plan is not None
    listed = [
        (one.now.item.id, one.now.to, one.now.state)
        for one in transfers(as_of(loaded.plan, when)).transfers
        if one.stage is not Stage.OVER
    ]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(as_sqlite(database(loaded, loaded.plan, (), [when.date], when.as_known)))
        assert connection.execute("SELECT item, recipient, state FROM hand_overs").fetchall() == listed
