"""What is next: what the days ask for, what must be decided and by when, and how far the agenda looks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vrplan.as_of import Clocks, as_of
from vrplan.reports.agenda import AgendaReport, AgendaWhat, Horizon, Section, Why, agenda, next_horizon

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan

    PlanFrom = Callable[..., Plan]

PLAN = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
{ceases}
columns:
  HP 2018: {{adopted_by: sg-1}}
  Justert: {{proposed_by: rg-1}}
parties: {{KHS: {{}}, Bærum kommune: {{}}}}
obligations:
  - id: it
    kind: {kind}
    name: Noe
    {entry}
"""
CEASES = "ceases: {date: 2019-01-01, decision: sg-1}"
DECISIONS = """
bodies:
  SG: {{name: Styringsgruppen, role: decides}}
  RG: {{name: Rådmannsgruppen, role: prepares}}
sources:
  plan: {{title: Framdriftsplan, date: 2018-01-15}}
meetings: [{meetings}]
decisions:
  - {{id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}}
  - {{id: rg-1, title: Justert, standing: proposed, evidence: full-text, body: RG, date: 2018-05-31}}
"""
FIRST_OF_JULY = date(2018, 7, 1)


def plan_of(
    plan_from: PlanFrom, entry: str, kind: str = "duty", ceases: str = "", meetings: str = ""
) -> Plan:
    text = PLAN.format(entry=entry, kind=kind, ceases=ceases)
    return plan_from(text, DECISIONS.format(meetings=meetings))


def looked(plan: Plan, day: str, until: str | None = None, as_known: str | None = None) -> AgendaReport:
    clocks = Clocks(date.fromisoformat(day), date.fromisoformat(as_known) if as_known else None)
    return agenda(as_of(plan, clocks), Horizon(date.fromisoformat(until), Why.UNTIL) if until else None)


def told(plan: Plan, day: str, until: str) -> list[tuple[str, str, str | None, int | None]]:
    """Each entry's heading, reason, day and days left."""
    return [
        (one.section, one.what, str(one.day) if one.day else None, one.days_left(date.fromisoformat(day)))
        for one in looked(plan, day, until).entries
    ]


@pytest.mark.parametrize(
    ("day", "until", "expected"),
    [
        ("2018-06-01", "2018-06-30", []),
        ("2018-06-01", "2018-07-01", [("opening", "window_opens", "2018-07-01", 30)]),
        ("2018-07-01", "2018-07-01", [("opening", "window_opens", "2018-07-01", 0)]),
        ("2018-07-02", "2018-07-10", [("running", "window_closes", "2018-09-30", 90)]),
        ("2018-09-01", "2018-09-29", [("running", "window_closes", "2018-09-30", 29)]),
        ("2018-09-01", "2018-09-30", [("closing", "window_closes", "2018-09-30", 29)]),
        ("2018-09-01", "2018-10-01", [("closing", "window_closes", "2018-09-30", 29)]),
        ("2018-09-30", "2018-09-30", [("closing", "window_closes", "2018-09-30", 0)]),
        ("2018-10-01", "2018-10-01", [("passed", "overdue", "2018-09-30", -1)]),
        ("2018-06-30", "2018-12-31", [("closing", "window_closes", "2018-09-30", 92)]),
    ],
)
def test_a_window_opens_closes_and_passes(
    plan_from: PlanFrom, day: str, until: str, expected: list[object]
) -> None:
    assert told(plan_of(plan_from, "status: {HP 2018: Q3}"), day, until) == expected


@pytest.mark.parametrize(
    ("day", "until", "expected"),
    [
        ("2018-07-01", "2018-07-31", []),
        ("2018-07-01", "2018-08-01", [("opening", "hand_over_begins", "2018-08-01", 31)]),
        ("2018-08-01", "2018-08-01", [("opening", "hand_over_begins", "2018-08-01", 0)]),
        ("2018-08-02", "2018-12-30", [("running", "hand_over_ends", "2018-12-31", 151)]),
        ("2018-08-02", "2018-12-31", [("closing", "hand_over_ends", "2018-12-31", 151)]),
        ("2018-12-31", "2018-12-31", [("closing", "hand_over_ends", "2018-12-31", 0)]),
        ("2019-01-01", "2019-01-01", [("passed", "not_confirmed", "2018-12-31", -1)]),
    ],
)
def test_a_hand_over_runs_through_its_window_and_waits_for_its_confirmation(
    plan_from: PlanFrom, day: str, until: str, expected: list[object]
) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Overføres til KHS i løpet av høsten}")
    assert told(plan, day, until) == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("fra 1.9.2018", "2018-08-31", [("closing", "hand_over", "2018-09-01", 1)]),
        ("fra 1.9.2018", "2018-09-01", [("closing", "hand_over", "2018-09-01", 0)]),
        ("fra 1.9.2018", "2018-09-02", [("passed", "not_confirmed", "2018-09-01", -1)]),
        ("innen 1.9.2018", "2018-08-31", [("closing", "hand_over_ends", "2018-09-01", 1)]),
        ("innen 1.9.2018", "2018-09-01", [("closing", "hand_over_ends", "2018-09-01", 0)]),
        ("innen 1.9.2018", "2018-09-02", [("passed", "not_confirmed", "2018-09-01", -1)]),
    ],
)
def test_a_hand_over_on_a_day_and_by_a_day_are_late_on_the_day_after(
    plan_from: PlanFrom, text: str, day: str, expected: list[object]
) -> None:
    plan = plan_of(plan_from, f"status: {{HP 2018: Overføres til KHS {text}}}")
    assert told(plan, day, "2018-09-02") == expected


@pytest.mark.parametrize(
    ("day", "until", "expected"),
    [
        ("2018-06-01", "2018-06-29", []),
        ("2018-06-01", "2018-06-30", [("closing", "ends", "2018-06-30", 29)]),
        ("2018-06-30", "2018-07-01", [("closing", "ends", "2018-06-30", 0)]),
        ("2018-07-01", "2018-07-01", []),
    ],
)
def test_what_ends_is_told_until_its_last_day(
    plan_from: PlanFrom, day: str, until: str, expected: list[object]
) -> None:
    assert told(plan_of(plan_from, "status: {HP 2018: Avsluttes 30.6.18}"), day, until) == expected


@pytest.mark.parametrize(
    ("day", "until", "expected"),
    [
        ("2018-08-01", "2018-08-31", []),
        ("2018-08-01", "2018-09-01", [("opening", "begins_by", "2018-09-01", 31)]),
        ("2018-09-01", "2018-09-01", [("opening", "begins_by", "2018-09-01", 0)]),
        ("2018-09-02", "2018-09-30", []),
    ],
)
def test_what_is_to_begin_by_a_day_is_told_until_that_day(
    plan_from: PlanFrom, day: str, until: str, expected: list[object]
) -> None:
    assert told(plan_of(plan_from, "status: {HP 2018: Oppstart innen 1.9.2018}"), day, until) == expected


@pytest.mark.parametrize(
    ("as_known", "expected"),
    [
        ("2018-06-20", ("ends", "2018-06-30")),
        ("2018-06-24", ("ends", "2018-06-30")),
        ("2018-06-25", ("ends", "2018-06-25")),
        ("2018-06-26", ("ends", "2018-06-25")),
        (None, ("ends", "2018-06-25")),
    ],
)
def test_what_was_not_known_makes_no_day(
    plan_from: PlanFrom, as_known: str | None, expected: tuple[str, str]
) -> None:
    entry = "status: {HP 2018: Avsluttes 30.6.18}\n    events: [{date: 2018-06-25, what: ended}]"
    (found,) = looked(plan_of(plan_from, entry), "2018-06-20", "2018-07-31", as_known).entries
    assert (found.what, str(found.day)) == expected


@pytest.mark.parametrize("day", ["2018-03-01", "2018-03-14", "2018-03-15", "2018-03-16", "2018-09-30"])
def test_a_hand_over_that_was_put_off_is_to_be_done_by_its_new_day_seen_from_any_day(
    plan_from: PlanFrom, day: str
) -> None:
    events = "[{date: 2018-03-15, what: postponed, to: 2018-09-30}]"
    entry = f"status: {{HP 2018: Overføres til KHS innen 31.3.2018}}\n    events: {events}"
    (found,) = looked(plan_of(plan_from, entry), day, "2018-12-31").entries
    assert (found.section, found.what, str(found.day)) == ("closing", "hand_over_ends", "2018-09-30")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-04-01", ("2018-03-31", False)),
        ("2018-05-14", ("2018-03-31", False)),
        ("2018-05-15", ("2018-05-15", True)),
        ("2018-06-01", ("2018-05-15", True)),
    ],
)
def test_a_hand_over_is_told_as_done_on_the_day_on_which_it_was(
    plan_from: PlanFrom, day: str, expected: tuple[str, bool]
) -> None:
    events = "[{date: 2018-05-15, what: transferred, recipient: KHS}]"
    entry = f"status: {{HP 2018: Overføres til KHS i mars 2018}}\n    events: {events}"
    (found,) = looked(plan_of(plan_from, entry), day, day).entries
    assert (found.section, found.what) == ("passed", "not_confirmed")
    assert (str(found.day), found.is_handed_over) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Overført til KHS 1.11.2017", True), ("Overføres til KHS 1.11.2017", False)]
)
def test_words_may_say_that_it_was_handed_over(plan_from: PlanFrom, text: str, expected: bool) -> None:
    (found,) = looked(plan_of(plan_from, f"status: {{HP 2018: {text}}}"), "2018-07-01").entries
    assert (str(found.day), found.is_handed_over) == ("2017-11-01", expected)


def test_what_was_passed_on_waits_for_its_new_receiver_since_it_has_it(plan_from: PlanFrom) -> None:
    events = """[{date: 2018-03-01, what: transferred, recipient: KHS},
      {date: 2018-03-05, what: accepted, recipient: KHS},
      {date: 2018-05-01, what: transferred, recipient: Bærum kommune}]"""
    plan = plan_of(plan_from, f"status: {{HP 2018: Overføres til KHS 1.3.2018}}\n    events: {events}")
    assert told(plan, "2018-04-30", "2018-04-30") == []
    (found,) = looked(plan, "2018-05-02", "2018-05-02").entries
    assert (found.what, str(found.day), found.to) == ("not_confirmed", "2018-05-01", "Bærum kommune")


@pytest.mark.parametrize(
    ("day", "until", "expected"),
    [
        ("2018-07-01", "2018-07-31", []),
        ("2018-07-01", "2018-08-01", [("opening", "begins", "2018-08-01", 31)]),
        ("2018-08-01", "2018-08-01", [("opening", "begins", "2018-08-01", 0)]),
        ("2018-08-02", "2018-08-30", []),
    ],
)
def test_what_begins_is_told_until_its_first_day(
    plan_from: PlanFrom, day: str, until: str, expected: list[object]
) -> None:
    assert told(plan_of(plan_from, "status: {HP 2018: f.o.m. 1.8.2018}"), day, until) == expected


@pytest.mark.parametrize(
    ("entry", "kind", "expected"),
    [
        ("status: {HP 2018: Overføres til KHS}", "duty", [("running", "hand_over_ends", None, None)]),
        ("recipient: KHS", "property", [("running", "hand_over_ends", None, None)]),
        (
            "status: {HP 2018: Q1}\n    events: [{date: 2018-02-01, what: postponed, note: x}]",
            "duty",
            [("running", "postponed", None, None)],
        ),
        ("status: {HP 2018: Løpende}", "duty", []),
        ("status: {HP 2018: Videreføres ut 2019}", "duty", []),
        ("status: {HP 2018: Gjennomført}", "duty", []),
        ("status: {HP 2018: Skal utredes nærmere}", "duty", []),
    ],
)
def test_what_is_under_way_without_a_day_is_told_and_what_runs_is_not(
    plan_from: PlanFrom, entry: str, kind: str, expected: list[object]
) -> None:
    assert told(plan_of(plan_from, entry, kind), "2018-07-01", "2018-07-31") == expected


@pytest.mark.parametrize(
    ("events", "day", "expected"),
    [
        ("{date: 2018-10-15, what: done}", "2018-10-14", [("passed", "overdue", "2018-09-30", -14)]),
        ("{date: 2018-10-15, what: done}", "2018-10-15", []),
        ("{date: 2018-09-20, what: done}", "2018-09-19", [("closing", "changes", "2018-09-20", 1)]),
        ("{date: 2018-09-20, what: done}", "2018-09-20", []),
        ("{date: 2018-09-20, what: ended}", "2018-09-19", [("closing", "ends", "2018-09-20", 1)]),
        ("{date: 2018-09-20, what: ended}", "2018-09-20", [("closing", "ends", "2018-09-20", 0)]),
        ("{date: 2018-09-20, what: ended}", "2018-09-21", []),
        (
            "{date: 2018-09-20, what: transferred, recipient: KHS}",
            "2018-09-20",
            [("passed", "not_confirmed", "2018-09-20", 0)],
        ),
        ("{date: 2018-09-20, what: accepted, recipient: KHS}", "2018-09-20", []),
        (
            "{date: 2018-09-20, what: postponed, from: 2018-10-01, to: 2018-10-31}",
            "2018-09-20",
            [("closing", "window_closes", "2018-10-31", 41)],
        ),
        (
            "{date: 2018-10-05, what: postponed, from: 2018-10-01, to: 2018-10-31}",
            "2018-10-05",
            [("closing", "window_closes", "2018-10-31", 26)],
        ),
    ],
)
def test_what_happened_counts_from_its_day(
    plan_from: PlanFrom, events: str, day: str, expected: list[object]
) -> None:
    plan = plan_of(plan_from, f"status: {{HP 2018: Q3}}\n    events: [{events}]")
    assert told(plan, day, "2018-10-31") == expected


@pytest.mark.parametrize(
    ("kind", "entry", "expected"),
    [
        ("duty", "status: {HP 2018: Løpende}", "becomes_orphaned"),
        ("property", "note: Kontormøbler", "property_without_recipient"),
        ("duty", "status: {HP 2018: Videreføres ut 2019}", "becomes_ownerless"),
        ("duty", "status: {HP 2018: Q1 2019}", "becomes_ownerless"),
        ("duty", "status: {HP 2018: Vurderes videreført}", "undecided"),
        ("duty", "status: {Justert: Løpende}", "undecided"),
        ("duty", "status: {HP 2018: Løpende, Justert: Overføres til KHS}", "becomes_orphaned"),
    ],
)
@pytest.mark.parametrize(("day", "days"), [("2018-07-01", 183), ("2018-12-30", 1), ("2018-12-31", 0)])
def test_what_nobody_would_have_must_be_decided_by_the_last_day_of_the_organisation(
    plan_from: PlanFrom, kind: str, entry: str, expected: str, day: str, days: int
) -> None:
    plan = plan_of(plan_from, entry, kind, CEASES)
    assert told(plan, day, day) == [("decide", expected, "2018-12-31", days)]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("status: {HP 2018: Løpende}", [("nobody", "orphaned", "2019-01-01", -1)]),
        ("status: {HP 2018: Videreføres ut 2019}", [("nobody", "ownerless", "2019-01-01", -1)]),
        ("status: {HP 2018: Q4}", [("passed", "overdue", "2018-12-31", -2)]),
        ("owner: KHS\n    status: {HP 2018: Løpende}", []),
    ],
)
def test_what_nobody_owns_is_told_once(plan_from: PlanFrom, entry: str, expected: list[object]) -> None:
    assert told(plan_of(plan_from, entry, ceases=CEASES), "2019-01-02", "2019-02-01") == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("status: {HP 2018: Løpende, Justert: Avsluttes 31.8.2018}", ("decide", "2018-08-31", 61)),
        ("status: {HP 2018: Løpende, Justert: Avsluttes 15.6.2018}", ("decide", "2018-06-15", -16)),
        ("status: {HP 2018: Løpende, Justert: Overføres til KHS fra 1.9.2018}", ("decide", "2018-08-31", 61)),
        ("status: {HP 2018: Avsluttes 30.9.18, Justert: Løpende}", ("decide", "2018-09-30", 91)),
        ("status: {HP 2018: Overføres til KHS i løpet av høsten, Justert: Løpende}",
         ("decide", "2018-12-31", 183)),
        ("status: {HP 2018: Løpende, Justert: Vurderes overført til KHS}", ("undecided", None, None)),
        ("status: {HP 2018: Avsluttes 30.6.18, Justert: Løpende}", ("undecided", None, None)),
        ("status: {HP 2018: Løpende, Justert: Overført til KHS 1.2.2018}", ("undecided", None, None)),
    ],
)  # fmt: skip
def test_what_is_undecided_must_be_decided_before_it_is_too_late(
    plan_from: PlanFrom, entry: str, expected: tuple[str, str | None, int | None]
) -> None:
    report = looked(plan_of(plan_from, entry), "2018-07-01", "2018-07-02")
    (found,) = (one for one in report.entries if one.what is AgendaWhat.UNDECIDED)
    day = str(found.day) if found.day else None
    assert (found.section, day, found.days_left(FIRST_OF_JULY)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            "2018-12-31",
            [("decide", "undecided", "2018-12-31", 0), ("closing", "window_closes", "2018-12-31", 0)],
        ),
        ("2019-01-01", [("passed", "overdue", "2018-12-31", -1), ("undecided", "undecided", None, None)]),
    ],
)
def test_when_the_organisation_has_ceased_it_is_no_last_day_any_more(
    plan_from: PlanFrom, day: str, expected: list[object]
) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Q4, Justert: Vurderes videreført}", ceases=CEASES)
    assert told(plan, day, day) == expected


def test_what_is_proposed_as_it_holds_asks_for_nothing(plan_from: PlanFrom) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Avsluttes 30.9.18, Justert: Avsluttes 30.9.2018}")
    assert told(plan, "2018-07-01", "2018-07-02") == []


def test_each_thing_that_is_undecided_is_told_once_and_what_is_not_understood_always(
    plan_from: PlanFrom,
) -> None:
    texts = "[Vurderes overført til KHS, Overføres kanskje til KHS, Skal utredes, Må drøftes]"
    plan = plan_of(plan_from, f"status: {{HP 2018: Løpende, Justert: {texts}}}")
    (entry,) = looked(plan, "2018-07-01").entries
    assert [one.statement.text for one in entry.undecided] == [
        "Vurderes overført til KHS",
        "Skal utredes",
        "Må drøftes",
    ]


@pytest.mark.parametrize(
    ("meetings", "section", "next_one"),
    [
        ("", Section.DECIDE, None),
        ("{body: SG, date: 2018-07-10}", Section.DECIDE, "2018-07-10"),
        ("{body: SG, date: 2018-07-31}", Section.DECIDE, "2018-07-31"),
        ("{body: SG, date: 2018-08-01}", Section.UNDECIDED, "2018-08-01"),
        ("{body: SG, date: 2018-12-31}", Section.UNDECIDED, "2018-12-31"),
        ("{body: SG, date: 2019-01-01}", Section.DECIDE, None),
        ("{body: SG, date: 2018-06-30}", Section.DECIDE, None),
        ("{body: SG, date: 2018-07-01}", Section.DECIDE, "2018-07-01"),
        ("{body: RG, date: 2018-10-01}", Section.DECIDE, None),
        ("{body: SG, date: 2018-10}", Section.DECIDE, None),
        ("{body: SG, date: 2018-11-01}, {body: SG, date: 2018-07-20}", Section.UNDECIDED, "2018-07-20"),
    ],
)
def test_what_a_later_meeting_of_a_deciding_body_can_decide_in_time_can_wait(
    plan_from: PlanFrom, meetings: str, section: Section, next_one: str | None
) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Løpende}", ceases=CEASES, meetings=meetings)
    (entry,) = looked(plan, "2018-07-01", "2018-07-31").entries
    assert entry.section is section
    assert (entry.meeting.date.text if entry.meeting else None) == next_one


def test_what_is_late_goes_to_the_next_meeting_of_all(plan_from: PlanFrom) -> None:
    entry = "status: {HP 2018: Løpende, Justert: Avsluttes 15.6.2018}"
    plan = plan_of(plan_from, entry, meetings="{body: SG, date: 2018-09-01}")
    (found,) = looked(plan, "2018-07-01").entries
    assert (found.section, found.meeting and found.meeting.date.text) == (Section.DECIDE, "2018-09-01")


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [("2018-06-30", None), ("2018-07-01", "2018-07-01"), ("2018-07-02", None)],
)
def test_what_must_be_decided_today_is_in_time_today_only(
    plan_from: PlanFrom, meeting: str, expected: str | None
) -> None:
    entry = "status: {HP 2018: Løpende, Justert: Avsluttes 1.7.2018}"
    plan = plan_of(plan_from, entry, meetings=f"{{body: SG, date: {meeting}}}")
    (found,) = looked(plan, "2018-07-01", "2018-07-01").entries
    assert (found.section, str(found.day)) == (Section.DECIDE, "2018-07-01")
    assert (found.meeting.date.text if found.meeting else None) == expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("decides", "prepares"), ["2018-08-01"]),
        (("decides", None), ["2018-08-01"]),
        ((None, "prepares"), ["2018-08-01"]),
        ((None, None), ["2018-07-20"]),
        (("prepares", None), ["2018-07-20"]),
    ],
)
def test_where_no_body_is_said_to_decide_all_may_but_those_that_prepare(
    plan_from: PlanFrom, roles: tuple[str | None, str | None], expected: list[str]
) -> None:
    meetings = "{body: SG, date: 2018-08-01}, {body: RG, date: 2018-07-20}"
    first, second = (f", role: {role}" if role else "" for role in roles)
    decisions = DECISIONS.format(meetings=meetings).replace(", role: decides", first)
    text = PLAN.format(entry="status: {HP 2018: Løpende}", kind="duty", ceases=CEASES)
    plan = plan_from(text, decisions.replace(", role: prepares", second))
    (entry,) = looked(plan, "2018-07-01", "2018-07-31").entries
    assert [entry.meeting.date.text if entry.meeting else None] == expected


MEETINGS = (
    "{body: SG, date: 2018-09-06}, {body: RG, date: 2018-08-23}, {body: SG, date: 2018-08}, "
    "{body: RG, date: 2018-08-23}, {body: SG, date: 2018}"
)


@pytest.mark.parametrize(
    ("day", "until", "why"),
    [
        ("2018-08-22", "2018-08-23", Why.NEXT_MEETING),
        ("2018-08-23", "2018-09-06", Why.NEXT_MEETING),
        ("2018-09-05", "2018-09-06", Why.NEXT_MEETING),
        ("2018-09-06", "2018-10-06", Why.THIRTY_DAYS),
        ("2018-12-15", "2019-01-14", Why.THIRTY_DAYS),
    ],
)
def test_it_looks_to_the_next_meeting_that_has_a_day(
    plan_from: PlanFrom, day: str, until: str, why: Why
) -> None:
    plan = plan_of(plan_from, "note: x", "property", meetings=MEETINGS)
    view = as_of(plan, Clocks(date.fromisoformat(day)))
    assert next_horizon(view) == Horizon(date.fromisoformat(until), why)
    assert agenda(view).horizon == next_horizon(view)


@pytest.mark.parametrize(
    ("day", "until", "expected"),
    [
        ("2018-07-01", "2018-07-31", ["2018"]),
        ("2018-07-01", "2018-08-22", ["2018-08", "2018"]),
        ("2018-07-01", "2018-08-23", ["2018-08-23", "2018-08-23", "2018-08", "2018"]),
        ("2018-08-23", "2018-09-05", ["2018-08-23", "2018-08-23", "2018-08", "2018"]),
        ("2018-08-24", "2018-09-06", ["2018-08", "2018-09-06", "2018"]),
        ("2018-09-07", "2018-12-31", ["2018"]),
        ("2019-01-01", "2019-12-31", []),
    ],
)
def test_meetings_from_the_day_to_the_horizon_are_listed_and_those_that_may_be(
    plan_from: PlanFrom, day: str, until: str, expected: list[str]
) -> None:
    plan = plan_of(plan_from, "note: x", "property", meetings=MEETINGS)
    assert [one.date.text for one in looked(plan, day, until).meetings] == expected


@pytest.mark.parametrize(
    ("as_known", "expected"),
    [
        (None, ["2018-02-22", "2018-03-15"]),
        ("2018-01-14", []),
        ("2018-01-15", ["2018-02-22"]),
        ("2018-03-14", ["2018-02-22"]),
        ("2018-03-15", ["2018-02-22", "2018-03-15"]),
    ],
)
def test_a_planned_meeting_is_known_from_its_paper_and_another_from_its_own_day(
    plan_from: PlanFrom, as_known: str | None, expected: list[str]
) -> None:
    meetings = "{body: RG, date: 2018-02-22, source: plan}, {body: SG, date: 2018-03-15}"
    plan = plan_of(plan_from, "note: x", "property", meetings=meetings)
    found = looked(plan, "2018-01-10", "2018-12-31", as_known)
    assert [one.date.text for one in found.meetings] == expected


@pytest.mark.parametrize(
    ("as_known", "expected"),
    [("2018-02-21", None), ("2018-02-22", "Referat"), (None, "Referat")],
)
def test_what_is_noted_of_a_meeting_is_known_from_its_own_day(
    plan_from: PlanFrom, as_known: str | None, expected: str | None
) -> None:
    meetings = "{body: RG, date: 2018-02-22, source: plan, note: Referat}"
    plan = plan_of(plan_from, "note: x", "property", meetings=meetings)
    (meeting,) = looked(plan, "2018-01-10", "2018-12-31", as_known).meetings
    assert (meeting.note, meeting.decides) == (expected, False)


def test_decision_that_ends_the_organisation_counts_when_it_is_known(plan_from: PlanFrom) -> None:
    ceases = CEASES.replace("sg-1", "rg-1")
    plan = plan_of(plan_from, "status: {HP 2018: Løpende}", ceases=ceases)
    assert looked(plan, "2018-07-01").entries == ()  # it is only proposed


ORDERED = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: sg-1}
columns: {HP 2018: {adopted_by: sg-1}}
parties: {KHS: {}}
obligations:
  - {id: late, kind: duty, name: A, status: {HP 2018: Avsluttes 20.8.18}}
  - {id: heirless, kind: property, name: B}
  - {id: early, kind: duty, name: C, status: {HP 2018: Avsluttes 10.8.18}}
  - {id: same, kind: duty, name: D, status: {HP 2018: Avsluttes 20.8.18}}
  - {id: endless, kind: duty, name: E, status: {HP 2018: Løpende}}
  - {id: passed, kind: duty, name: F, status: {HP 2018: Q2}}
  - {id: opening, kind: duty, name: G, status: {HP 2018: i august}}
  - {id: someday, kind: duty, name: H, status: {HP 2018: Overføres til KHS}}
"""


def test_entries_stand_by_heading_then_by_day_then_as_in_the_file(plan_from: PlanFrom) -> None:
    report = looked(plan_from(ORDERED, DECISIONS.format(meetings="")), "2018-07-15", "2018-08-25")
    assert [(str(one.section), one.now.item.id) for one in report.entries] == [
        ("passed", "passed"),
        ("decide", "heirless"),
        ("decide", "endless"),
        ("closing", "early"),
        ("closing", "late"),
        ("closing", "same"),
        ("opening", "opening"),
        ("running", "someday"),
    ]
    assert report.counts == {
        "passed": 1, "nobody": 0, "decide": 2, "closing": 3, "opening": 1, "running": 1, "undecided": 0,
    }  # fmt: skip


TEXTS = (
    "Løpende", "Videreføres", "Avsluttes 30.6.18", "Overføres til KHS i løpet av høsten", "Q3", "innen 1. juli",
    "Overføres til KHS fra 1.9.2018", "f.o.m. 1.8.2018", "Gjennomført", "Vurderes overført til KHS", "Skal utredes",
    "Overført til KHS 1.2.2018", "Videreføres ut 2019", "Utsatt til 1. kvartal 2019",
)  # fmt: skip
OF_DECISIONS = {Section.NOBODY, Section.DECIDE, Section.UNDECIDED}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    adopted=st.sampled_from(TEXTS),
    proposed=st.sampled_from(TEXTS),
    ceases=st.sampled_from(["", CEASES]),
    day=st.dates(date(2018, 1, 1), date(2019, 3, 1)),
    ahead=st.integers(0, 200),
)
def test_an_item_stands_at_most_once_for_its_days_and_once_for_a_decision(
    plan_from: PlanFrom, adopted: str, proposed: str, ceases: str, day: date, ahead: int
) -> None:
    plan = plan_of(plan_from, f"status: {{HP 2018: {adopted}, Justert: {proposed}}}", ceases=ceases)
    report = looked(plan, str(day), str(day + timedelta(days=ahead)))
    assert len({one.section in OF_DECISIONS for one in report.entries}) == len(report.entries)
    for one in report.entries:
        left = one.days_left(day)
        if one.section is Section.PASSED:
            assert left is None or left < 0
        if one.section in {Section.CLOSING, Section.OPENING}:
            assert left is not None
            assert 0 <= left <= ahead
        if one.section is Section.RUNNING:
            assert left is None or left > ahead


@pytest.mark.parametrize(
    ("text", "next_meeting", "expected"),
    [
        ("Overføres til KHS innen 15.12.2018", "2018-12-15", []),
        ("Overføres til KHS innen 15.12.2018", "2018-12-16", ["2018-12-15"]),
        ("Avsluttes 20.12.2018", "2018-12-20", []),
        ("Avsluttes 20.12.2018", "2018-12-21", ["2018-12-20"]),
        ("Avsluttes 20.12.2018", "2019-02-01", ["2018-12-20"]),
        ("Q1 2019", "2019-02-01", []),
    ],
)
def test_what_closes_before_the_next_chance_is_told(
    plan_from: PlanFrom, text: str, next_meeting: str, expected: list[str]
) -> None:
    entry, meeting = f"status: {{HP 2018: {text}}}", f"{{body: SG, date: {next_meeting}, source: plan}}"
    entries = looked(plan_of(plan_from, entry, meetings=meeting), "2018-11-22", "2018-12-03").entries
    assert [str(one.day) for one in entries if one.section is Section.RUNNING] == expected


def test_without_another_meeting_the_end_of_the_organisation_is_the_next_chance(plan_from: PlanFrom) -> None:
    plan = plan_of(plan_from, "status: {HP 2018: Avsluttes 20.12.2018}", ceases=CEASES)
    assert told(plan, "2018-11-22", "2018-12-03") == [(Section.RUNNING, AgendaWhat.ENDS, "2018-12-20", 28)]
