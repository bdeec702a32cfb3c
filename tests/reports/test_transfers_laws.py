"""What must be true of the ledger of every plan on every date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vrplan.as_of import Clocks, PlanOnDate, State, as_of
from vrplan.as_of.stages import Stage
from vrplan.model.plan import Plan
from vrplan.phrases import Kind
from vrplan.reports.transfers import transfers

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

    given_over = Counter(one.now.item.id for one in report.transfers)
    spoken_of = {one.now.item.id for one in report.undecided}
    assert set(given_over.values()) <= {1}
    assert not spoken_of & set(given_over)
    assert sum(report.counts.values()) == len(given_over) + len(spoken_of)
    assert all(one.stage in Stage for one in report.transfers)


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
        mine = [one.stage for one in report.transfers if one.to == receiver.to]
        assert {stage: receiver.counts.get(stage, 0) for stage in Stage if stage is not Stage.SPOKEN_OF} == {
            stage: mine.count(stage) for stage in Stage if stage is not Stage.SPOKEN_OF
        }
    assert {one.to for one in report.transfers} <= {receiver.to for receiver in report.receivers}
    whole = transfers(view, "Bærum kommune").transfers
    assert [one.to for one in whole] == [one.to for one in report.transfers if one.to in PARTIES[1:]]
