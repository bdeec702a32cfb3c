from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]


def plan(text: str, *, column: str = "adopted_by: sg-1", key: str = "HP 2018", more: str = "") -> str:
    """A plan of 2018 that was adopted on 7.12.2017; the text stands in line 8."""
    return f"""
        columns: {{HP 2018: {{{column}}}}}
        parties: {{KHS: {{}}}}
        obligations:
          - id: nettverk
            kind: duty
            name: Nettverket
            status:
              {key}: {text}
        {more}
        """


def means(kind: str, *, start: str = "", end: str = "") -> str:
    days = [f"{name}: {day}" for name, day in (("from", start), ("to", end)) if day]
    return f"{{text: Som sagt, means: {{kind: {kind}, {', '.join(days)}}}}}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Avsluttes 30.6.17", True),
        ("Avsluttes 30.6.18", False),
        ("Avsluttes 30.6.28", False),
        ("Avsluttes 31.3.2018", False),
        ("Avsluttet 30.6.17", False),
        ("Videreføres ut 2016", True),
        ("Videreføres ut 2019", False),
        ("Videreføres ut 2040", False),
        ("Videreføres fra 1.1.2016", False),
        ("Overføres til KHS 1.2.2017", True),
        ("Overføres til KHS fra 1.2.2018", False),
        ("Overført til KHS 1.2.2017", False),
        ("Q3 2017", True),
        ("Q1 2018", False),
        ("Q3 2019", False),
        ("Q3 2026", False),
        ("Q3 2028", True),
        ("innen 1. juli 2028", True),
        ("Juni – september 2017", True),
        ("Oppstart høsten 2028", True),
        ("Oppstart 1.8.2017", False),
        ("Utsatt til 2028", True),
        ("Løpende fra 2028", True),
        ("I perioden 2014–2016", True),
        ("for perioden 1.1.2016 til 31.12.2018", False),
        ("Vurderes avsluttet 30.6.2017", True),
        ("Gjennomført 15.11.2017", False),
        ("Løpende", False),
    ],
)
def test_what_is_planned_lies_in_the_time_of_the_plan(
    findings_from: FindingsFrom, text: str, told: bool
) -> None:
    found = [one for one in findings_from(plan(text)) if one[0] not in {"VR303", "VR313", "VR405"}]
    assert found == ([("VR310", 8, 16)] if told else [])


@pytest.mark.parametrize(
    ("kind", "end", "told"),
    [
        ("ends", "2017-12-06", True),
        ("ends", "2017-12-07", False),
        ("ends", "2017-12-08", False),
        ("continues", "2017-12-06", True),
        ("continues", "2017-12-07", False),
        ("due", "2017-12-06", True),
        ("due", "2017-12-07", False),
        ("due", "2026-12-31", False),
        ("due", "2027-01-01", True),
        ("ends", "2199-12-31", False),
    ],
)
def test_window_ends_on_the_day_of_its_paper_or_later(
    findings_from: FindingsFrom, kind: str, end: str, told: bool
) -> None:
    column = 16 + len(f"{{text: Som sagt, means: {{kind: {kind}, to: ")
    assert findings_from(plan(means(kind, end=end))) == ([("VR310", 8, column)] if told else [])


@pytest.mark.parametrize(
    ("kind", "start", "told"),
    [
        ("due", "2026-12-31", False),
        ("due", "2027-01-01", True),
        ("starts", "2027-01-01", True),
        ("continues", "2026-12-31", False),
        ("continues", "2027-01-01", True),
        ("transfers", "2017-12-06", True),
        ("transfers", "2017-12-07", False),
        ("starts", "2010-01-01", False),
    ],
)
def test_window_begins_no_more_than_eight_years_after_the_plan(
    findings_from: FindingsFrom, kind: str, start: str, told: bool
) -> None:
    column = 16 + len(f"{{text: Som sagt, means: {{kind: {kind}, from: ")
    found = [one for one in findings_from(plan(means(kind, start=start))) if one[0] != "VR501"]
    assert found == ([("VR310", 8, column)] if told else [])


@pytest.mark.parametrize(
    ("column", "key", "text", "told"),
    [
        ("adopted_by: sg-1, year: 2016", "HP 2018", "Avsluttes 30.6.16", False),
        ("adopted_by: sg-1, year: 2016", "HP 2018", "Avsluttes 30.6.15", True),
        ("adopted_by: sg-1, year: 2022", "HP 2018", "Q3 2028", False),
        ("note: Ingen vet", "HP 2018", "Avsluttes 30.6.17", True),
        ("note: Ingen vet", "HP 2018", "Avsluttes 1.1.18", False),
        ("adopted_by: sg-1", "sg-2/1", "Avsluttes 31.12.2017", True),
        ("adopted_by: sg-1", "sg-2/1", "Avsluttes 1.1.2018", False),
    ],
)
def test_year_of_the_column_and_day_of_the_decision_count(
    findings_from: FindingsFrom, column: str, key: str, text: str, told: bool
) -> None:
    found = findings_from(plan(text, column=column, key=key))
    place = 9 + len(key)
    assert [one for one in found if one[0] not in {"VR303", "VR313", "VR401"}] == (
        [("VR310", 8, place)] if told else []
    )


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("HP 2016", means("ends", end="2015-12-31"), True),
        ("HP 2016", means("ends", end="2016-01-01"), False),
        ("HP 2022", means("ends", end="2017-12-31"), True),
        ("HP 2022", means("ends", end="2018-01-01"), False),
        ("HP 2016", means("due", start="2026-12-31"), False),
        ("HP 2016", means("due", start="2027-01-01"), True),
        ("HP 2022", means("due", start="2030-12-31"), False),
        ("HP 2022", means("due", start="2031-01-01"), True),
    ],
)
def test_each_column_has_a_time_of_its_own(
    findings_from: FindingsFrom, column: str, text: str, told: bool
) -> None:
    plan_of_years = f"""
        columns:
          HP 2016: {{adopted_by: sg-2, year: 2016}}
          HP 2022: {{adopted_by: sg-2, year: 2022}}
        obligations: [{{id: leie, name: Leie, kind: contract, status: {{{column}: {text}}}}}]
        """
    assert [code for code, _, _ in findings_from(plan_of_years)] == (["VR310"] if told else [])


def test_later_end_of_the_organisation_stretches_the_time(findings_from: FindingsFrom) -> None:
    more = "ceases: {date: 2024-01-01, decision: sg-2/1}"
    assert "VR310" not in [code for code, _, _ in findings_from(plan("Q3 2028", more=more))]


@pytest.mark.parametrize(
    ("ceases", "told"),
    [("2017-01-01", True), ("2018-01-01", True), ("2018-01-02", False), ("2019-01-01", False)],
)
def test_organisation_does_not_end_before_its_plan_begins(
    findings_from: FindingsFrom, ceases: str, told: bool
) -> None:
    decisions = """
        decisions:
          - {id: sg-1, title: Slutt, standing: adopted, evidence: full-text, date: 2016}
        """
    found = findings_from(f"ceases: {{date: {ceases}, decision: sg-1}}", decisions)
    assert found == ([("VR310", 1, 16)] if told else [])


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("date: 2017-12-06, what: ended", [9]),
        ("date: 2017-12-07, what: ended", []),
        ("date: 2017-12-06, what: transferred, recipient: KHS", [9]),
        ("date: 2016-01-01, what: started", []),
        ("date: 2026-12-31, what: done", []),
        ("date: 2027-01-01, what: done", [9]),
        ("date: 2018-09-01, what: postponed, to: 2026-12-31", []),
        ("date: 2018-09-01, what: postponed, to: 2027-01-01", [42]),
        ("date: 2018-09-01, what: postponed, from: 2027-01-01, to: 2027-06-30", [44, 60]),
        ("date: 2026-12-31, what: postponed, to: 2027-01-01", [42]),
        ("date: 2081-09-01, what: postponed, to: 2082-01-01", [9]),
    ],
)
def test_days_of_events_lie_in_the_time_of_the_plan(
    findings_from: FindingsFrom, event: str, told: list[int]
) -> None:
    text = plan("Løpende", more=f"    events: [{{{event}}}]")
    assert findings_from(text) == [("VR310", 9, column + 12) for column in told]


def test_day_and_the_time_of_the_plan_are_told(found_in: FoundIn) -> None:
    (finding,) = found_in(plan("Avsluttes 30.6.17"))
    assert message(finding).sentence == (
        "this is of 30.6.2017, and the plan is of 1.1.2018–31.12.2018: the year is probably wrong"
    )


CEASES = "ceases: {date: 2019-01-01, decision: sg-2/1}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (means("due", start="2018-12-31", end="2019-01-31"), False),
        (means("due", start="2019-01-01", end="2019-01-31"), True),
        (means("due", start="2019-01-02", end="2019-01-31"), True),
        (means("due", end="2019-01-31"), False),
        ("Q1 2019", True),
        ("Q4 2018", False),
        ("Utsatt til 1. kvartal 2019", True),
        ("Foreslås gjennomført i 2019", False),
        ("[Q4 2018, Q1 2019]", False),
    ],
)
def test_nothing_is_due_when_nobody_is_left(findings_from: FindingsFrom, text: str, told: bool) -> None:
    found = [code for code, _, _ in findings_from(plan(text, more=CEASES)) if code != "VR303"]
    assert found == (["VR509"] if told else [])


@pytest.mark.parametrize(
    "more",
    [
        "    recipient: KHS",
        "    owner: KHS",
        "    events: [{date: 2018-11-01, what: started}, {date: 2018-12-01, what: done}]",
    ],
)
def test_somebody_may_do_it_then_or_have_done_it(findings_from: FindingsFrom, more: str) -> None:
    assert findings_from(plan("Q1 2019", more=f"{more}\n        {CEASES}")) == []


def test_organisation_that_goes_on_does_it_itself(findings_from: FindingsFrom) -> None:
    assert findings_from(plan("Q1 2019")) == []


def test_what_a_newer_decision_moves_forward_is_done_in_time(findings_from: FindingsFrom) -> None:
    text = plan("Q1 2019\n              sg-2/1: Q4 2018", more=CEASES)
    assert findings_from(text) == []


def test_text_of_the_focus_area_is_told_at_the_activity(found_in: FoundIn) -> None:
    text = f"""
        {CEASES}
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        areas:
          - id: avvikling
            name: Avvikling
            measures:
              - name: Regnskap
                status: {{HP 2018: Q1 2019}}
                activities: [{{id: regnskap, name: Avlegge regnskapet}}, {{id: revisjon, name: Revidere det}}]
        """
    found = found_in(text)
    assert [(one.code.code, one.place and one.place.line) for one in found] == [("VR509", 9), ("VR509", 9)]
    assert message(found[0]).sentence == (
        "regnskap is to be done from 1.1.2019, and Vestregionen ceases on 1.1.2019: nobody is left to do it"
    )
