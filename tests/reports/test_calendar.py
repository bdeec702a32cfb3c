"""Which days of a plan go into a calendar, and which do not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vrplan.as_of import Clocks, State, as_of
from vrplan.model.values import Happening
from vrplan.reports.calendar import LastDay, MeetingDay, Whose, calendar
from vrplan.reports.marked_days import Mark, Marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan
    from vrplan.reports.calendar import CalendarReport

    PlanFrom = Callable[..., Plan]

DAY = date(2018, 7, 1)
DECISIONS = """
bodies: {SG: {name: Styringsgruppen}, RG: {name: Rådmannsgruppen}}
sources:
  framdrift: {title: Framdriftsplan, date: 2017-09-14}
meetings:
  - {body: SG, date: 2017-12-07, source: framdrift}
  - {body: SG, date: 2018-06-14, source: framdrift}
  - {body: SG, date: 2018-06-14, note: Også i en annen liste.}
  - {body: RG, date: 2018-06-14}
  - {body: RG, date: 2018-09, source: framdrift}
decisions:
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}
  - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14,
     points: [{id: 1, summary: Avsluttes}]}
"""


def plan_of(plan_from: PlanFrom, entry: str, *decisions: str, ceases: bool = False) -> Plan:
    end = "ceases: {date: 2019-01-01, decision: sg-2/1}" if ceases else ""
    return plan_from(
        f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}, Justert: {{proposed_by: sg-2}}}}
        parties: {{KHS: {{}}, KHS-kontoret: {{part_of: KHS}}, Bærum kommune: {{}}}}
        {end}
        obligations:
          - id: it
            kind: duty
            name: Noe
            who: Daglig leder
            {entry}
        """,
        *decisions,
    )


def report_on(plan: Plan, as_known: date | None = None, **wanted: object) -> CalendarReport:
    return calendar(as_of(plan, Clocks(DAY, as_known)), **wanted)  # type: ignore[arg-type]


def marks(plan: Plan, as_known: date | None = None) -> list[str]:
    """The marks of items: what they are, the days, to whom, and an exclamation mark when it has happened."""
    return [
        f"{one.mark} {one.first}/{one.last}"
        + (f" {one.to}" if one.to else "")
        + ("!" if one.happened else "")
        for one in report_on(plan, as_known).entries
        if isinstance(one, Marked)
    ]


Q3 = ["window 2018-07-01/2018-09-30", "deadline 2018-09-30/2018-09-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q3", Q3),
        ("5.9.2018", ["window 2018-09-05/2018-09-05"]),
        ("Innen 1.9.2018", ["deadline 2018-09-01/2018-09-01"]),
        ("Avsluttes 30.6.18", ["end 2018-06-30/2018-06-30"]),
        ("Opphører fra 1.7.2018", ["end 2018-06-30/2018-06-30"]),
        ("Videreføres ut 2018", ["end 2018-12-31/2018-12-31"]),
        ("Fra 1.8.2018 til 31.10.2018", ["start 2018-08-01/2018-08-01", "end 2018-10-31/2018-10-31"]),
        (
            "Overføres til KHS i løpet av høsten",
            ["transition 2018-08-01/2018-12-31 KHS", "hand_over_deadline 2018-12-31/2018-12-31 KHS"],
        ),
        ("Overføres til KHS 1.9.2018", ["hand_over 2018-09-01/2018-09-01 KHS"]),
        ("Overføres til KHS fra 1.9.2018", ["hand_over 2018-09-01/2018-09-01 KHS"]),
        ("Overføres til KHS innen 1.9.2018", ["hand_over_deadline 2018-09-01/2018-09-01 KHS"]),
        ("Oppstart 1.8.2018", ["start 2018-08-01/2018-08-01"]),
        ("Oppstart i august 2018", ["start 2018-08-01/2018-08-31"]),
        ("Oppstart innen 1.9.2018", ["start_deadline 2018-09-01/2018-09-01"]),
        (
            "Utsatt til 1. kvartal 2019",
            ["window 2019-01-01/2019-03-31", "deadline 2019-03-31/2019-03-31"],
        ),
        ("Løpende", []),
        ("Kvartalsvis", []),
        ("Overføres til KHS", []),
        ("Avsluttet", []),  # when, nobody says: the day of the paper is not the day
        ("Overført til KHS", []),
        ("Gjennomført 1.3.2017", []),
        ("Utgår", []),
        ("Vurderes avsluttet 30.6.18", []),
        ("Skal utredes nærmere", []),
    ],
)
def test_words_give_days(plan_from: PlanFrom, text: str, expected: list[str]) -> None:
    assert marks(plan_of(plan_from, f"status: {{HP 2018: {text}}}")) == expected


@pytest.mark.parametrize(
    ("text", "events", "expected"),
    [
        ("Q3", "{date: 2018-09-20, what: done}", []),
        ("Q3", "{date: 2018-10-20, what: done}", []),
        ("Oppstart 1.8.2018", "{date: 2018-10-20, what: done}", []),
        ("Overføres til KHS 1.9.2018", "{date: 2018-10-20, what: done}", []),
        ("Q3", "{date: 2018-08-20, what: cancelled, decision: sg-2}", []),
        (
            "Q3",
            "{date: 2018-06-20, what: started}",
            ["window 2018-06-20/2018-09-30", "deadline 2018-09-30/2018-09-30"],
        ),
        (
            "Q3",
            "{date: 2018-10-20, what: transferred, recipient: KHS}",
            ["hand_over 2018-10-20/2018-10-20 KHS!"],
        ),
        (
            "Q3",
            "{date: 2018-08-20, what: postponed, from: 2018-10-01, to: 2018-11-15}",
            ["window 2018-10-01/2018-11-15", "deadline 2018-11-15/2018-11-15"],
        ),
        (
            "Q3",
            "{date: 2018-10-20, what: postponed, to: 2018-11-15}",
            ["deadline 2018-11-15/2018-11-15"],
        ),
        ("Q3", "{date: 2018-08-20, what: postponed, from: 2019-01-01}", ["start 2019-01-01/2019-01-01"]),
        ("Q3", "{date: 2018-08-20, what: postponed}", []),
        ("Avsluttes 30.6.18", "{date: 2018-06-28, what: ended}", ["end 2018-06-28/2018-06-28!"]),
        ("Avsluttes 30.6.18", "{date: 2018-06-30, what: ended}", ["end 2018-06-30/2018-06-30!"]),
        ("Avsluttes 30.6.18", "{date: 2018-07-01, what: ended}", ["end 2018-06-30/2018-06-30"]),
        (
            "Avsluttes 30.6.18",
            "{date: 2018-06-20, what: postponed, to: 2018-08-31}",
            ["end 2018-08-31/2018-08-31"],
        ),
        (
            "Avsluttes 30.6.18",
            "{date: 2018-09-01, what: started}",
            ["end 2018-06-30/2018-06-30", "start 2018-09-01/2018-09-01!"],
        ),
        (
            "Overføres til KHS i løpet av høsten",
            "{date: 2018-10-01, what: transferred}",
            ["hand_over 2018-10-01/2018-10-01 KHS!"],
        ),
        (
            "Overføres til KHS i løpet av høsten",
            "{date: 2019-01-15, what: transferred}",
            ["hand_over 2019-01-15/2019-01-15 KHS!"],
        ),
        (
            "Overføres til KHS 1.9.2018",
            "{date: 2018-09-05, what: transferred}",
            ["hand_over 2018-09-05/2018-09-05 KHS!"],
        ),
        (
            "Overføres til KHS i løpet av høsten",
            "{date: 2019-01-15, what: accepted}",
            ["transition 2018-08-01/2018-12-31 KHS", "hand_over_deadline 2018-12-31/2018-12-31 KHS"],
        ),
        (
            "Overføres til KHS i løpet av høsten",
            "{date: 2018-09-01, what: postponed, from: 2019-01-01, to: 2019-02-28}",
            ["transition 2019-01-01/2019-02-28 KHS", "hand_over_deadline 2019-02-28/2019-02-28 KHS"],
        ),
        (
            "Overføres til KHS 1.9.2018",
            "{date: 2018-08-20, what: postponed, from: 2018-11-01}",
            ["hand_over 2018-11-01/2018-11-01 KHS"],
        ),
        (
            "Overføres til KHS 1.9.2018",
            "{date: 2018-10-01, what: ended}",
            ["hand_over 2018-09-01/2018-09-01 KHS"],
        ),
        (
            "Overføres til KHS 1.9.2018",
            "{date: 2018-10-01, what: transferred, recipient: Bærum kommune}",
            ["hand_over 2018-09-01/2018-09-01 KHS", "hand_over 2018-10-01/2018-10-01 Bærum kommune!"],
        ),
    ],
)
def test_what_happened_moves_days_or_takes_them_away(
    plan_from: PlanFrom, text: str, events: str, expected: list[str]
) -> None:
    entry = f"status: {{HP 2018: {text}}}\n            events: [{events}]"
    assert marks(plan_of(plan_from, entry)) == expected


def test_window_that_an_undated_hand_over_cuts_short_is_no_day(plan_from: PlanFrom) -> None:
    plan = plan_from("""
        columns: {HP 2018: {adopted_by: sg-1}, Justert: {adopted_by: sg-2}}
        parties: {KHS: {}}
        obligations:
          - id: it
            kind: duty
            name: Noe
            status: {HP 2018: Overføres til KHS i 1. halvår 2018, Justert: Overført til KHS}
        """)
    assert marks(plan, date(2018, 6, 13)) == [
        "transition 2018-01-01/2018-06-30 KHS",
        "hand_over_deadline 2018-06-30/2018-06-30 KHS",
    ]
    assert marks(plan, date(2018, 6, 14)) == []


def test_marks_of_one_kind_are_numbered_in_order_of_time(plan_from: PlanFrom) -> None:
    events = """[{date: 2018-09-01, what: transferred, recipient: KHS},
              {date: 2018-10-01, what: transferred, recipient: Bærum kommune}]"""
    plan = plan_of(plan_from, f"status: {{HP 2018: Løpende}}\n            events: {events}")
    numbers = [(one.number, one.to) for one in report_on(plan).entries if isinstance(one, Marked)]
    assert numbers == [(0, "KHS"), (1, "Bærum kommune")]


@pytest.mark.parametrize(
    ("as_known", "expected", "revision"),
    [
        (date(2017, 12, 6), [], 0),
        (date(2017, 12, 7), Q3, 1),
        (date(2018, 8, 19), Q3, 2),
        (date(2018, 8, 20), [], 0),
    ],
)
def test_only_what_was_known_counts(
    plan_from: PlanFrom, as_known: date, expected: list[str], revision: int
) -> None:
    entry = """status: {HP 2018: Q3, Justert: Vurderes}
            events: [{date: 2018-08-20, what: done}]"""
    plan = plan_of(plan_from, entry)
    assert marks(plan, as_known) == expected
    assert {one.revision for one in report_on(plan, as_known).entries if isinstance(one, Marked)} == (
        {revision} if expected else set()
    )


def test_what_is_not_decided_or_not_read_is_counted_and_left_out(plan_from: PlanFrom) -> None:
    undecided = report_on(plan_of(plan_from, "status: {Justert: Avsluttes 30.6.18}"))
    unread = report_on(plan_of(plan_from, "status: {HP 2018: Skal utredes nærmere}"))
    assert (undecided.entries, undecided.undecided, undecided.unread) == ((), 1, 0)
    assert (unread.entries, unread.undecided, unread.unread) == ((), 0, 1)


def meetings(report: CalendarReport) -> list[tuple[str, date, int]]:
    return [
        (one.body, one.first, len(one.meetings))
        for one in report.entries
        if isinstance(one, MeetingDay) and report.wants(one)
    ]


def test_meeting_stands_once_for_each_body_and_day(plan_from: PlanFrom) -> None:
    report = report_on(plan_of(plan_from, "status: {HP 2018: Løpende}", DECISIONS))
    assert meetings(report) == [("SG", date(2018, 6, 14), 2), ("RG", date(2018, 6, 14), 1)]
    assert report.rough_meetings == 1


@pytest.mark.parametrize(
    ("as_known", "expected", "rough"),
    [
        (date(2017, 9, 13), [], 0),
        (date(2017, 9, 14), [("SG", date(2018, 6, 14), 1)], 1),
        (date(2018, 6, 13), [("SG", date(2018, 6, 14), 1)], 1),
        (date(2018, 6, 14), [("SG", date(2018, 6, 14), 2), ("RG", date(2018, 6, 14), 1)], 1),
    ],
)
def test_meeting_is_known_from_its_paper_or_from_its_day(
    plan_from: PlanFrom, as_known: date, expected: list[tuple[str, date, int]], rough: int
) -> None:
    report = report_on(plan_of(plan_from, "status: {HP 2018: Løpende}", DECISIONS), as_known)
    assert (meetings(report), report.rough_meetings) == (expected, rough)


@pytest.mark.parametrize(
    ("as_known", "decisions", "notes"),
    [
        (date(2018, 6, 13), [], [None]),
        (date(2018, 6, 14), ["sg-2"], [None, "Også i en annen liste."]),
        (None, ["sg-2"], [None, "Også i en annen liste."]),
    ],
)
def test_meeting_tells_what_was_decided_there_and_noted_when_that_was_known(
    plan_from: PlanFrom, as_known: date | None, decisions: list[str], notes: list[str | None]
) -> None:
    report = report_on(plan_of(plan_from, "status: {HP 2018: Løpende}", DECISIONS), as_known)
    found = (one for one in report.entries if isinstance(one, MeetingDay) and one.first.year == 2018)
    meeting = next(one for one in found if one.body == "SG")
    assert [one.id for one in meeting.decisions] == decisions
    assert [one.note for one in meeting.meetings] == notes


@pytest.mark.parametrize(
    ("since", "wanted"),
    [
        (date(2017, 12, 7), 5),
        (date(2017, 12, 8), 4),
        (date(2018, 6, 14), 4),
        (date(2018, 6, 15), 2),
        (date(2018, 9, 30), 2),
        (date(2018, 10, 1), 0),
        (None, 4),
    ],
)
def test_since_leaves_out_what_was_over_before(plan_from: PlanFrom, since: date | None, wanted: int) -> None:
    report = report_on(plan_of(plan_from, "status: {HP 2018: Q3}", DECISIONS), since=since)
    assert len(report.entries) == 5
    assert sum(report.wants(one) for one in report.entries) == wanted


def test_last_day_names_what_nobody_owns_afterwards(plan_from: PlanFrom) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Løpende}", DECISIONS, ceases=True)
    (last,) = (one for one in report_on(plan).entries if isinstance(one, LastDay))
    assert (last.first, last.last, last.decision) == (date(2018, 12, 31), date(2018, 12, 31), "sg-2/1")
    assert [one.item.id for one in last.orphaned] == ["it"]


@pytest.mark.parametrize(("as_known", "number"), [(date(2018, 6, 13), 0), (date(2018, 6, 14), 1)])
def test_last_day_is_known_from_its_decision(plan_from: PlanFrom, as_known: date, number: int) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Løpende}", DECISIONS, ceases=True)
    assert sum(isinstance(one, LastDay) for one in report_on(plan, as_known).entries) == number


@pytest.mark.parametrize(
    ("whose", "expected"),
    [
        (Whose(), ["MeetingDay"] * 3 + ["Marked", "LastDay"]),
        (Whose("KHS", frozenset({"KHS", "KHS-kontoret"})), ["Marked", "LastDay"]),
        (Whose("Bærum kommune", frozenset({"Bærum kommune"})), ["LastDay"]),
        (Whose(resources=("daglig",)), ["Marked", "LastDay"]),
        (Whose(resources=("prosjektleder", "LEDER")), ["Marked", "LastDay"]),
        (Whose(resources=("prosjektleder",)), ["LastDay"]),
    ],
)
def test_calendar_of_one_receiver_or_resource_holds_what_concerns_it(
    plan_from: PlanFrom, whose: Whose, expected: list[str]
) -> None:
    plan = plan_of(
        plan_from, "status: {HP 2018: Overføres til KHS-kontoret 1.9.2018}", DECISIONS, ceases=True
    )
    assert [type(one).__name__ for one in report_on(plan, whose=whose).entries] == expected


TEXTS = st.sampled_from(
    [
        "Q3",
        "Innen 1.9.2018",
        "Avsluttes 30.6.18",
        "Videreføres ut 2018",
        "Fra 1.8.2018 til 31.10.2018",
        "Overføres til KHS i løpet av høsten",
        "Overføres til KHS 1.9.2018",
        "Overført til KHS",
        "Oppstart i august 2018",
        "Oppstart innen 1.9.2018",
        "Utsatt til 1. kvartal 2019",
        "Avsluttet",
        "Gjennomført",
        "Løpende",
        "Utredes",
    ]
)
DAYS = st.dates(date(2018, 5, 1), date(2019, 3, 31))
HAPPENINGS = st.sampled_from(get_args(Happening))
EVENTS = st.lists(
    st.tuples(DAYS, HAPPENINGS, st.sampled_from(["", "KHS", "Bærum kommune"]), DAYS, DAYS), max_size=4
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=TEXTS, second=TEXTS, events=EVENTS, as_known=st.none() | DAYS)
def test_every_day_is_named_and_every_mark_is_its_own(
    plan_from: PlanFrom,
    first: str,
    second: str,
    events: list[tuple[date, str, str, date, date]],
    as_known: date | None,
) -> None:
    """Whatever is said and happens: days in order, no two marks of one name, none of what is done."""
    told = ", ".join(
        f"{{date: {day}, what: {what}"
        + (f", recipient: {to}" if to else "")
        + (f", from: {min(one, other)}, to: {max(one, other)}" if what == "postponed" else "")
        + "}"
        for day, what, to, one, other in events
    )
    plan = plan_from(f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}, Justert: {{adopted_by: sg-2}}}}
        parties: {{KHS: {{}}, Bærum kommune: {{}}}}
        obligations:
          - {{id: it, kind: duty, name: Noe, status: {{HP 2018: {first}, Justert: {second}}}, events: [{told}]}}
        """)
    (one,) = as_of(plan, Clocks(DAY, as_known)).items or (None,)
    found = [entry for entry in report_on(plan, as_known).entries if isinstance(entry, Marked)]
    assert all(marked.first <= marked.last for marked in found)
    names = [(marked.mark, marked.number) for marked in found]
    assert len(names) == len(set(names))
    assert not (found and one is not None and one.history[-1].state in {State.DONE, State.CANCELLED})
    assert sum(marked.mark is Mark.WINDOW for marked in found) <= 1


def test_empty_plan_gives_no_entry(plan_from: PlanFrom) -> None:
    assert report_on(plan_from("columns: {HP 2018: {adopted_by: sg-1}}")).entries == ()
