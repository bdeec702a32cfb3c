"""What is dated, in order, and which stretch is shown."""

from __future__ import annotations

from datetime import date, timedelta
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.reports.timeline import timeline

if TYPE_CHECKING:
    from vrplan.reports.timeline import TimelineReport

DAY = date(2018, 7, 1)
PLAN = """
plan: sample
title: Handlingsplan 2018
organisation: Alliansen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
parties: {KHS: {}}
"""
ENDS = "ceases: {date: 2019-01-01, decision: sg-2}"
DECISIONS = """
bodies: {SG: {name: Styringsgruppen}}
sources: {plan: {title: Framdriftsplan, date: 2018-01-10}}
meetings:
  - {body: SG, date: 2018-06-14, source: plan}
  - {body: SG, date: 2018-10}
  - {body: SG, date: 2017-12-07}
decisions:
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}
  - {id: sg-2, title: Avvikling, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14}
  - {id: sg-0, title: Vedtekter, standing: adopted, evidence: cited, date: 2010}
  - {id: sg-x, title: Uten dato, standing: noted, evidence: cited}
"""


def report_on(
    *items: str,
    asked: tuple[str, str] = ("", ""),
    as_known: str = "",
    decisions: str = "",
    areas: frozenset[str] = frozenset(),
    day: date = DAY,
    plan: str = PLAN + ENDS,
) -> TimelineReport:
    listed = "\n".join(f"  - {{kind: duty, {one}}}" for one in items)
    text = plan + (f"\nobligations:\n{listed}\n" if listed else "")
    decided = {"d.yaml": dedent(decisions).encode()}
    loaded = load(PlanFolder({"x.yaml": text.encode()}, decided, "d.yaml"))
    assert loaded.plan is not None, loaded.findings
    first, last = (date.fromisoformat(one) if one else None for one in asked)
    known = date.fromisoformat(as_known) if as_known else None
    return timeline(as_of(loaded.plan, Clocks(day, known)), loaded, (first, last), areas)


def told(report: TimelineReport) -> list[tuple[str, str]]:
    return [(str(one.day), str(one.what)) for one in report.entries]


SG_1 = """
decisions:
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: sg-2, title: Avvikling, standing: adopted, evidence: full-text, date: 2018-06-14}
"""
ONE = "id: one, name: En, status: {HP 2018: Q3}"


def test_everything_dated_is_told_in_order() -> None:
    events = "events: [{date: 2018-09-20, what: accepted, recipient: KHS}]"
    report = report_on(
        ONE,
        "id: two, name: To, status: {HP 2018: Avsluttes 30.6.18}",
        f"id: three, name: Tre, status: {{HP 2018: Overføres til KHS 1.9.2018}}, {events}",
        "id: four, name: Fire, status: {HP 2018: Løpende}",
        decisions=DECISIONS,
        asked=("2010-01-01", "2019-12-31"),
    )
    assert [(str(one.day), str(one.what), one.now.item.id if one.now else "") for one in report.entries] == [
        ("2010-12-31", "decision", ""),
        ("2017-12-07", "meeting", ""),
        ("2017-12-07", "decision", ""),
        ("2018-06-14", "meeting", ""),
        ("2018-06-14", "decision", ""),
        ("2018-06-30", "last_day", "two"),
        ("2018-07-01", "window_opens", "one"),
        ("2018-09-01", "handed_over", "three"),
        ("2018-09-20", "event", "three"),
        ("2018-09-30", "window_closes", "one"),
        ("2018-10-01", "overdue", "one"),
        ("2018-10-31", "meeting", ""),
        ("2019-01-01", "ceases", ""),
        ("2019-01-01", "orphaned", "four"),
    ]


def test_each_tells_on_which_line_it_is_written() -> None:
    events = "events: [{date: 2018-09-20, what: done}]"
    report = report_on(f"{ONE}, {events}", decisions=DECISIONS, asked=("2018-06-01", "2019-01-01"))
    assert [(str(one.what), one.file, one.line) for one in report.entries] == [
        ("meeting", "d.yaml", 5),
        ("decision", "d.yaml", 10),
        ("window_opens", "x.yaml", 10),
        ("event", "x.yaml", 10),
        ("meeting", "d.yaml", 6),
        ("ceases", "x.yaml", 8),
    ]


@pytest.mark.parametrize(
    ("day", "when"),
    [
        (date(2018, 6, 29), "to_come"),
        (date(2018, 6, 30), "today"),
        (date(2018, 7, 1), "past"),
    ],
)
def test_what_has_happened_is_told_apart_from_what_is_to_come(day: date, when: str) -> None:
    item = "id: two, name: To, status: {HP 2018: Avsluttes 30.6.18}"
    (entry,) = report_on(item, decisions=SG_1, asked=("2018-06-30", "2018-06-30"), day=day).entries
    assert entry.when == when


def test_month_and_year_count_as_their_last_possible_day_and_say_so() -> None:
    report = report_on(decisions=DECISIONS, asked=("2010-01-01", "2018-12-31"))
    rough = [(str(one.day), one.rough.text) for one in report.entries if one.rough]
    assert rough == [("2010-12-31", "2010"), ("2018-10-31", "2018-10")]


def test_what_has_no_date_comes_last_unless_a_stretch_was_asked_for() -> None:
    assert told(report_on(decisions=DECISIONS))[-1] == ("None", "decision")
    assert ("None", "decision") not in told(report_on(decisions=DECISIONS, asked=("2010-01-01", "")))
    assert ("None", "decision") not in told(report_on(decisions=DECISIONS, as_known="2018-12-31"))


def test_event_tells_the_turn_that_it_makes() -> None:
    report = report_on(f"{ONE}, events: [{{date: 2018-08-15, what: done}}]", decisions=SG_1)
    turns = [(str(one.day), str(one.what)) for one in report.entries if one.now]
    assert turns == [("2018-07-01", "window_opens"), ("2018-08-15", "event")]
    made = next(one.turn for one in report.entries if one.event)
    assert made is not None
    assert (made.before.state, made.after.state) == ("due", "done")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2018-06-29", ["2018-06-29 ended"]),
        ("2018-06-30", ["2018-06-30 ended"]),
        ("2018-07-01", ["2018-06-30 last_day", "2018-07-01 ended"]),
    ],
)
def test_what_is_recorded_as_ended_is_told_on_its_last_day(day: str, told: list[str]) -> None:
    item = (
        f"id: two, name: To, status: {{HP 2018: Avsluttes 30.6.18}}, events: [{{date: {day}, what: ended}}]"
    )
    assert rows(report_on(item, decisions=SG_1)) == told


def test_event_that_turns_nothing_is_told_all_the_same() -> None:
    item = "id: one, name: En, status: {HP 2018: Løpende}, events: [{date: 2018-08-15, what: started}]"
    (entry,) = [one for one in report_on(item, decisions=SG_1).entries if one.event]
    assert (str(entry.day), entry.until) == ("2018-08-15", None)


def rows(report: TimelineReport) -> list[str]:
    """What is told of items: the day, what, until when, and what is overtaken."""
    return [
        f"{one.day} {one.event.what if one.event else one.what}"
        + (f" until {one.until}" if one.until else "")
        + (" overtaken" if one.overtaken else "")
        for one in report.entries
        if one.now
    ]


OVERTAKEN = (
    "id: one, name: En, status: {HP 2018: Q1, sg-2: Q3}, events: [{date: 2018-05-01, what: postponed, %s}]"
)
"""It is put off in May, and what is decided in June puts another time."""


@pytest.mark.parametrize(
    ("window", "as_known", "expected"),
    [
        (
            "from: 2018-08-01",
            "",
            [
                "2018-05-01 postponed overtaken",
                "2018-07-01 window_opens until 2018-09-30",
                "2018-09-30 window_closes",
                "2018-10-01 overdue",
            ],
        ),
        (
            "from: 2018-08-01",
            "2018-06-13",
            [
                "2018-01-01 window_opens until 2018-03-31",
                "2018-03-31 window_closes",
                "2018-04-01 overdue until 2018-04-30",
                "2018-05-01 postponed",
                "2018-08-01 window_opens",
            ],
        ),
    ],
)
def test_event_that_a_later_decision_overtakes_makes_nothing_and_says_so(
    window: str, as_known: str, expected: list[str]
) -> None:
    assert rows(report_on(OVERTAKEN % window, decisions=SG_1, as_known=as_known)) == expected


def test_overtaken_event_does_not_hide_what_turns_on_its_day() -> None:
    events = "events: [{date: 2018-04-01, what: postponed, from: 2018-08-01, to: 2018-08-31}]"
    item = f"id: one, name: En, status: {{HP 2018: Q1, sg-2: Q2}}, {events}"
    assert rows(report_on(item, decisions=SG_1)) == [
        "2018-04-01 postponed overtaken",
        "2018-04-01 window_opens until 2018-06-30",
        "2018-06-30 window_closes",
        "2018-07-01 overdue",
    ]


@pytest.mark.parametrize(
    ("status", "events", "expected"),
    [
        ("Overføres til KHS innen 1.11.2018", "", ["2018-11-01 window_closes"]),
        ("Overføres til KHS 1.11.2018", "", ["2018-11-01 handed_over"]),
        (
            "Overføres til KHS i november 2018",
            "",
            ["2018-11-01 window_opens until 2018-11-30", "2018-11-30 window_closes"],
        ),
        ("Oppstart innen 1.9.2018", "", ["2018-09-01 begins_by", "2019-01-01 orphaned"]),
        ("Avsluttet", "", ["2017-12-07 ended"]),
        (
            "Q1",
            "{date: 2018-02-01, what: postponed, to: 2018-11-15}",
            [
                "2018-01-01 window_opens until 2018-01-31",
                "2018-02-01 postponed",
                "2018-11-15 window_closes",
                "2018-11-16 overdue",
            ],
        ),
        (
            "Overføres til KHS 1.3.2018",
            "{date: 2018-03-07, what: accepted, recipient: KHS}",
            ["2018-03-01 handed_over", "2018-03-07 accepted"],
        ),
        (
            "Løpende",
            "{date: 2018-03-07, what: accepted, recipient: KHS}, {date: 2018-03-07, what: transferred}",
            ["2018-03-07 accepted", "2018-03-07 transferred"],
        ),
    ],
)
def test_what_is_to_be_done_by_a_day_is_told_on_that_day(
    status: str, events: str, expected: list[str]
) -> None:
    item = f"id: one, name: En, status: {{HP 2018: {status}}}, events: [{events}]"
    assert rows(report_on(item, decisions=SG_1)) == expected


@pytest.mark.parametrize(
    ("status", "until"), [("Q3", "2018-09-30"), ("Oppstart 1.8.2018", "2018-12-31"), ("Avsluttes 30.6.18", "None")]
)  # fmt: skip
def test_what_opens_or_begins_tells_its_last_day(status: str, until: str) -> None:
    report = report_on(f"id: one, name: En, status: {{HP 2018: {status}}}", decisions=SG_1)
    assert str(next(one for one in report.entries if one.now).until) == until


@pytest.mark.parametrize(
    ("status", "plan", "stretch"),
    [
        ("Løpende", PLAN, ("2018-01-01", "2018-12-31")),
        ("Løpende", PLAN + ENDS, ("2018-01-01", "2019-01-01")),
        ("Videreføres ut 2019", PLAN + ENDS, ("2018-01-01", "2019-12-31")),
        ("Overført til KHS 1.11.2017", PLAN, ("2017-11-01", "2018-12-31")),
    ],
)
def test_stretch_is_the_period_and_what_is_dated_of_its_items(
    status: str, plan: str, stretch: tuple[str, str]
) -> None:
    report = report_on(f"id: one, name: En, status: {{HP 2018: {status}}}", decisions=SG_1, plan=plan)
    assert (str(report.first), str(report.last)) == stretch


@pytest.mark.parametrize(
    ("asked", "stretch"),
    [
        (("2018-03-01", ""), ("2018-03-01", "2019-01-01")),
        (("", "2018-03-01"), ("2018-01-01", "2018-03-01")),
        (("2020-03-01", ""), ("2020-03-01", "2020-12-31")),
        (("", "2016-03-01"), ("2016-01-01", "2016-03-01")),
        (("2018-03-01", "2018-03-01"), ("2018-03-01", "2018-03-01")),
    ],
)
def test_missing_bound_is_the_plan_s_or_that_of_the_year(
    asked: tuple[str, str], stretch: tuple[str, str]
) -> None:
    report = report_on(ONE, decisions=SG_1, asked=asked)
    assert (str(report.first), str(report.last)) == stretch


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("2018-07-01", "2018-07-01"), [("2018-07-01", "window_opens")]),
        (("2018-07-02", "2018-09-29"), []),
        (("2018-09-30", "2018-10-01"), [("2018-09-30", "window_closes"), ("2018-10-01", "overdue")]),
    ],
)
def test_both_bounds_are_inclusive(asked: tuple[str, str], expected: list[tuple[str, str]]) -> None:
    assert told(report_on(ONE, decisions=SG_1, asked=asked)) == expected


def test_what_is_left_out_on_either_side_is_counted() -> None:
    report = report_on(ONE, decisions=DECISIONS, asked=("2018-07-01", "2018-09-30"))
    assert (report.earlier.number, str(report.earlier.farthest)) == (5, "2010-12-31")
    assert (report.later.number, str(report.later.farthest)) == (3, "2019-01-01")
    everything = report_on(ONE, decisions=DECISIONS, asked=("2010-12-31", "2019-01-01"))
    assert (everything.earlier.number, everything.earlier.farthest) == (0, None)
    assert (everything.later.number, len(everything.entries)) == (0, 10)


@pytest.mark.parametrize(
    ("as_known", "number"), [("2018-01-09", 2), ("2018-01-10", 3), ("2018-06-13", 3), ("2018-06-14", 5)]
)
def test_what_was_not_known_is_not_told(as_known: str, number: int) -> None:
    report = report_on(decisions=DECISIONS, as_known=as_known, asked=("2017-01-01", "2019-12-31"))
    assert (
        [f"{one.day} {one.what}" for one in report.entries]
        == [
            "2017-12-07 meeting",
            "2017-12-07 decision",
            "2018-06-14 meeting",  # announced in a paper of 10.1.2018
            "2018-06-14 decision",
            "2019-01-01 ceases",
        ][:number]
    )


@pytest.mark.parametrize(
    ("as_known", "note"), [("2018-06-13", None), ("2018-06-14", "Referat"), ("", "Referat")]
)
def test_what_is_noted_of_a_meeting_is_not_told_before_it(as_known: str, note: str | None) -> None:
    decisions = DECISIONS.replace("2018-06-14, source: plan", "2018-06-14, source: plan, note: Referat")
    report = report_on(decisions=decisions, as_known=as_known, asked=("2018-06-14", "2018-06-14"))
    (meeting,) = [one.meeting for one in report.entries if one.meeting]
    assert meeting.note == note


def test_event_is_hidden_until_it_was_known() -> None:
    item = f"{ONE}, events: [{{date: 2018-08-15, what: done}}]"
    before, then = (report_on(item, decisions=SG_1, as_known=f"2018-08-{day}") for day in (14, 15))
    assert [what for _, what in told(before)] == [
        "decision",
        "window_opens",
        "window_closes",
        "overdue",
        "ceases",
    ]
    assert [what for _, what in told(then)] == ["decision", "window_opens", "event", "ceases"]


def test_bars_hold_the_states_of_the_stretch_whole() -> None:
    (bar,) = report_on(ONE, decisions=SG_1, asked=("2018-09-30", "2018-10-01")).bars
    assert [(one.state, str(one.first), str(one.last)) for one in bar.segments] == [
        ("due", "2018-07-01", "2018-09-30"),
        ("overdue", "2018-10-01", "None"),
    ]


def test_area_leaves_out_the_items_of_others() -> None:
    plan = (
        PLAN
        + "areas: [{id: helse, name: Helse, obligations: [{id: two, kind: duty, name: To, status: {HP 2018: Q4}}]}]"
    )
    report = report_on(ONE, decisions=SG_1, plan=plan, areas=frozenset({"Helse"}))
    assert [one.now.item.id for one in report.bars] == ["two"]
    assert {one.now.item.id for one in report.entries if one.now} == {"two"}
    assert "decision" in {one.what for one in report.entries}


def test_nothing_is_told_twice_and_nothing_is_lost_between_two_stretches() -> None:
    items = [
        f"id: i-{n}, name: I {n}, status: {{HP 2018: {text}}}"
        for n, text in enumerate(("Q1", "Q3", "Løpende"))
    ]
    whole = told(report_on(*items, decisions=DECISIONS, asked=("2010-01-01", "2020-12-31")))
    for cut in (date(2018, 6, 13), date(2018, 6, 14), date(2018, 6, 30), date(2018, 7, 1)):
        after = str(cut + timedelta(1))
        first = told(report_on(*items, decisions=DECISIONS, asked=("2010-01-01", str(cut))))
        second = told(report_on(*items, decisions=DECISIONS, asked=(after, "2020-12-31")))
        assert first + second == whole
