"""How an agenda is told: the words for each reason, the meetings, and texts that are no orders."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.render import report_as, wording
from vrplan.reports.agenda import AgendaReport, Horizon, Why, agenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan

    PlanFrom = Callable[..., Plan]

PLAN = """
plan: sample
title: "{title}"
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
{ceases}
columns: {{"{column}": {{adopted_by: sg-1}}}}
parties: {{"{party}": {{}}, Kontoret: {{part_of: Vestregionen}}, Vestregionen: {{}}}}
obligations:
  - id: it
    kind: {kind}
    name: "{name}"
    who: "{who}"
    {entry}
"""
DECISIONS = """
bodies: {{"{body}": {{name: "{body}", role: decides}}, RG: {{name: Rådmannsgruppen, role: prepares}}}}
meetings: [{meetings}]
decisions:
  - {{id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07}}
"""
PLAIN = {"title": "Plan", "column": "HP", "party": "KHS", "name": "Noe", "who": "Leder", "body": "SG"}
CEASES = "ceases: {date: 2019-01-01, decision: sg-1}"


@dataclass(frozen=True)
class Screen:
    width: int
    colour: bool = False


def report_on(
    plan_from: PlanFrom,
    entry: str,
    day: str,
    until: str,
    kind: str = "duty",
    meetings: str = "",
    ceases: str = "",
    **texts: str,
) -> AgendaReport:
    values = PLAIN | texts
    text = PLAN.format(entry=entry.format(**values), kind=kind, ceases=ceases, **values)
    plan = plan_from(text, DECISIONS.format(meetings=meetings.format(**values), **values))
    view = as_of(plan, Clocks(date.fromisoformat(day)))
    return agenda(view, Horizon(date.fromisoformat(until), Why.UNTIL))


def status(text: str) -> str:
    return f'status: {{{{"{{column}}": {text}}}}}'


@pytest.mark.parametrize(
    ("entry", "day", "until", "expected"),
    [
        ("Q3", "2018-10-02", "2018-10-02", "was to be done by 30.9.2018, 2 days ago"),
        ("Q3", "2018-09-29", "2018-09-30", "to be done by 30.9.2018, in 1 day"),
        ("Q3", "2018-06-30", "2018-07-01", "to be done 1.7.2018–30.9.2018, opens in 1 day"),
        ("Q3", "2018-07-01", "2018-07-01", "to be done 1.7.2018–30.9.2018, opens today"),
        ("Q3", "2018-06-30", "2018-09-30", "to be done 1.7.2018–30.9.2018, opens in 1 day"),
        ("Overføres til KHS i løpet av høsten", "2018-07-31", "2018-08-01",
         "to be handed over to KHS 1.8.2018–31.12.2018, opens in 1 day"),
        ("Overføres til KHS i løpet av høsten", "2018-08-02", "2018-08-02",
         "to be handed over to KHS by 31.12.2018, in 151 days"),
        ("Overføres til KHS i løpet av høsten", "2019-01-01", "2019-01-01",
         "was to be handed over to KHS by 31.12.2018, 1 day ago, not confirmed"),
        ("Overført til KHS 1.12.2017", "2018-01-01", "2018-01-01",
         "handed over to KHS 1.12.2017, 31 days ago, not confirmed"),
        ("Overføres til KHS fra 1.9.2018", "2018-08-31", "2018-09-01",
         "goes over to KHS on 1.9.2018, in 1 day"),
        ("Overføres til KHS", "2018-08-31", "2018-09-01", "to be handed over to KHS, no last day is given"),
        ("Avsluttes 30.6.18", "2018-06-30", "2018-06-30", "last day 30.6.2018, today"),
        ("f.o.m. 1.8.2018", "2018-07-31", "2018-08-01", "begins 1.8.2018, in 1 day"),
    ],
)  # fmt: skip
def test_what_is_next_is_told_with_its_day(
    plan_from: PlanFrom, entry: str, day: str, until: str, expected: str
) -> None:
    report = report_on(plan_from, status(entry), day, until)
    assert [wording.upcoming(one, report) for one in report.entries] == [expected]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("what: transferred", "handed over to KHS 1.7.2018, 61 days ago, not confirmed"),
        (
            "what: postponed, to: 2018-08-30",
            "was to be handed over to KHS by 30.8.2018, 1 day ago, not confirmed",
        ),
    ],
)
def test_only_what_is_recorded_is_told_as_handed_over(plan_from: PlanFrom, event: str, expected: str) -> None:
    entry = status("Overføres til KHS innen 15.7.2018") + f"\n    events: [{{{{date: 2018-07-01, {event}}}}}]"
    report = report_on(plan_from, entry, "2018-08-31", "2018-08-31")
    assert [wording.upcoming(one, report) for one in report.entries] == [expected]


@pytest.mark.parametrize(
    ("event", "becomes"),
    [("what: done", "done on 10.9.2018, in 1 day"), ("what: postponed", "postponed on 10.9.2018, in 1 day")],
)
def test_what_is_recorded_for_a_later_day_is_told_with_that_day(
    plan_from: PlanFrom, event: str, becomes: str
) -> None:
    entry = status("Q3") + f"\n    events: [{{{{date: 2018-09-10, {event}, note: x}}}}]"
    report = report_on(plan_from, entry, "2018-09-09", "2018-09-10")
    assert [wording.upcoming(one, report) for one in report.entries] == [becomes]


@pytest.mark.parametrize(
    ("entry", "kind", "day", "told", "by"),
    [
        (status("Løpende"), "duty", "2018-12-30", "orphaned from 1.1.2019 on",
         "Decide by 31.12.2018, in 1 day; no meeting that decides is planned before then"),
        ("note: x", "property", "2018-12-31", "goes to nobody from 1.1.2019 on",
         "Decide by 31.12.2018, today; no meeting that decides is planned before then"),
        (status("Videreføres ut 2019"), "duty", "2018-12-24",
         "ongoing until 31.12.2019, owned by nobody from 1.1.2019 on",
         "Decide by 31.12.2018, in 7 days; next meeting: SG 28.12.2018, in 4 days"),
        (status("Videreføres ut 2019"), "duty", "2019-01-02",
         "ongoing until 31.12.2019, owned by nobody since 1.1.2019, 1 day ago", ""),
        (status("Løpende"), "duty", "2019-01-01", "orphaned since 1.1.2019, today", ""),
    ],
)  # fmt: skip
def test_what_must_be_decided_is_told_with_its_last_day_and_its_meeting(
    plan_from: PlanFrom, entry: str, kind: str, day: str, told: str, by: str
) -> None:
    meetings = '{{body: "{body}", date: 2018-12-28}}'
    report = report_on(plan_from, entry, day, "2019-01-31", kind, meetings, CEASES)
    assert [(wording.upcoming(one, report), wording.decide_by(one, report)) for one in report.entries] == [
        (told, by)
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2018-12-31", "Leder"), ("2019-01-01", "Leder, until Vestregionen ceased, nobody owns it")],
)
def test_who_does_it_is_told_and_that_nobody_owns_it_any_more(
    plan_from: PlanFrom, day: str, expected: str
) -> None:
    report = report_on(plan_from, status("Q3"), day, day, ceases=CEASES)
    assert [wording.who(one, report) for one in report.entries] == [expected]


@pytest.mark.parametrize(
    ("entry", "day", "expected"),
    [
        (status("Løpende"), "2019-02-01", "Leder, until Vestregionen ceased"),
        (status("Videreføres ut 2019"), "2019-02-01", "Leder, until Vestregionen ceased"),
        (status("Q3"), "2019-02-01", "Leder, until Vestregionen ceased, nobody owns it"),
        (status("Overføres til {party} 1.1.2018"), "2019-02-01", "Leder"),
        (status("Overføres til {party} 31.12.2018"), "2019-02-01", "Leder"),
        (status("Overføres til {party} 1.1.2019"), "2019-02-01", "Leder, until Vestregionen ceased"),
        (status("Q1 2019"), "2019-02-01", "Leder; Leder, nobody owns it"),
        (status("Q1 2019"), "2018-12-31", "Leder"),
    ],
)
def test_only_who_did_it_to_the_end_is_told_to_have_done_it_until_then(
    plan_from: PlanFrom, entry: str, day: str, expected: str
) -> None:
    report = report_on(plan_from, entry, day, "2019-03-31", ceases=CEASES)
    assert "; ".join(sorted({wording.who(one, report) for one in report.entries})) == expected


@pytest.mark.parametrize(
    ("who", "expected"), [("khs", "khs"), ("kontoret", "kontoret, until Vestregionen ceased")]
)
def test_a_party_goes_on_when_the_owner_has_ceased_unless_it_is_part_of_it(
    plan_from: PlanFrom, who: str, expected: str
) -> None:
    report = report_on(plan_from, status("Løpende"), "2019-02-01", "2019-02-01", ceases=CEASES, who=who)
    assert [wording.who(one, report) for one in report.entries] == [expected]


def test_meeting_without_a_day_is_told_as_such_and_who_decides(plan_from: PlanFrom) -> None:
    meetings = (
        "{{body: RG, date: 2018-07-02}}, {{body: SG, date: 2018-07}}, {{body: SG, date: 2018}},"
        "{{body: XY, date: 2018-07-01}}"
    )
    report = report_on(plan_from, "note: x", "2018-07-01", "2018-07-31", "property", meetings)
    assert wording.meetings(report) == [
        "1.7.2018, today: XY",
        "2.7.2018, in 1 day: Rådmannsgruppen",
        "July 2018 (the day is not known): SG, which decides",
        "2018 (the day is not known): SG, which decides",
    ]
    assert [one["days_left"] for one in json.loads(report_as("json", report))["meetings"]] == [
        0,
        1,
        None,
        None,
    ]


HOSTILE = [
    r"\a\e[31mrød",
    r"to\nlinjer",
    "a|b",
    "<script>x</script>",
    "=cmd()",
    "[red]x[/red]",
    "{to}{0}",
    "##[x]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_no_order_in_any_form(plan_from: PlanFrom, text: str) -> None:
    texts = dict.fromkeys(PLAIN, text)
    means = '{{kind: transfers, recipient: "{party}", to: 2018-08-01}}'
    entry = f'status: {{{{"{{column}}": {{{{text: "{{name}}", means: {means}}}}}}}}}'
    meetings = '{{body: "{body}", date: 2018-07-20, note: "{name}"}}'
    report = report_on(plan_from, entry, "2018-07-01", "2018-12-31", "duty", meetings, **texts)
    assert len(report.entries) == 1
    for shown in (
        report_as("text", report),
        report_as("text", report, Screen(100)),
        report_as("md", report),
        report_as("csv", report),
        report_as("json", report),
    ):
        assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]|##\\[", shown)
    page = report_as("md", report)
    assert "<script>" not in page
    assert {
        line.count(" | ") for line in page.splitlines() if line.startswith("| ") and "---" not in line
    } == {4}
    rows = list(csv.reader(io.StringIO(report_as("csv", report))))
    assert [len(row) for row in rows] == [len(rows[0])] * 3
    assert not any(cell.startswith("=") for row in rows for cell in row)
    if "\\" not in text and "##" not in text:
        assert text in report_as("text", report, Screen(200))
        assert json.loads(report_as("json", report))["entries"][0]["to"] == text


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_colour_changes_no_letter(
    plan_from: PlanFrom, width: int
) -> None:
    report = report_on(
        plan_from, status("Q3"), "2018-10-02", "2018-10-03", name="Et langt navn " * 20, who="Noen " * 30
    )
    plain = report_as("text", report, Screen(width))
    assert max(map(len, plain.splitlines())) <= width
    coloured = re.sub("\x1b\\[[0-9;]*m", "", report_as("text", report, Screen(width, colour=True)))
    assert [line.rstrip() for line in coloured.splitlines()] == plain.splitlines()


def test_entries_with_the_same_story_are_told_together(plan_from: PlanFrom) -> None:
    second = status("Q3") + '\n  - {{id: other, kind: duty, name: Annet, who: "{who}", ' + status("Q3") + "}}"
    shown = report_as("text", report_on(plan_from, second, "2018-10-01", "2018-10-02"), Screen(80))
    assert shown.splitlines()[-7:] == [
        "Passed",
        "  Noe  it",
        "  Annet  other",
        "    was to be done by 30.9.2018, 1 day ago – Leder",
        "    “Q3” – HP (sg-1)",
        "",
        "2 items: 2 passed",
    ]


def test_number_of_days_is_a_number_in_a_sheet(plan_from: PlanFrom) -> None:
    report = report_on(plan_from, status("Q3"), "2018-10-03", "2018-10-03")
    (row,) = csv.DictReader(io.StringIO(report_as("csv", report)))
    assert (row["day"], row["days_left"]) == ("2018-09-30", "-3")
