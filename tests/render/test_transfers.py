"""The ledger as it is read: who has confirmed what, and what is decided or spoken of besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.render import report_as
from vrplan.render import sheet as page
from vrplan.reports.sheet import sheet
from vrplan.reports.transfers import transfers

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan
    from vrplan.render import Form

    PlanFrom = Callable[..., Plan]

PLAN = """
columns: {HP 2018: {adopted_by: sg-1}, Justert: {adopted_by: sg-2}}
parties: {Bærum: {}, Skolen: {part_of: Bærum}, KHS: {name: Kommunehelsesamarbeidet}}
areas:
  - id: a
    name: A
    focus_areas:
      - id: f
        name: F
        status: {HP 2018: {text: Bærum overtar, only: [stays]}}
        measures:
          - name: M
            activities:
              - {id: stays, name: Bli, status: {HP 2018: Løpende}}
              - id: goes
                name: Gå
                status: {HP 2018: Overføres til KHS 1.9.2018, Justert: Vurderes overført til Bærum}
              - {id: school, name: Lære, status: {HP 2018: Overføres til Skolen 1.9.2018}}
              - id: over
                name: Slutte
                status: {HP 2018: Overføres til KHS 1.3.2018}
                events: [{date: 2018-03-02, what: accepted, note: n}, {date: 2018-04-02, what: ended, note: n}]
              - id: given-up
                name: Gi opp
                status: {HP 2018: Overføres til KHS 1.3.2018}
                events: [{date: 2018-02-02, what: cancelled, note: n}]
"""
FORMS = ["text", "md", "terminal"]


@dataclass(frozen=True)
class Screen:
    width: int = 300
    colour: bool = False


def told(plan_from: PlanFrom, form: Form | str, to: str | None = None, text: str = PLAN) -> list[str]:
    """The lines of the ledger below its header, without what marks them as a heading or a list."""
    report = transfers(as_of(plan_from(text), Clocks(date(2018, 7, 1))), to)
    shown = report_as("md" if form == "md" else "text", report, Screen() if form == "terminal" else None)
    lines = [line.strip().removeprefix("## ").removeprefix("- ") for line in shown.splitlines()]
    return [line.replace("\\", "") for line in lines if line][3:]


def below(lines: list[str], heading: str) -> list[str]:
    return lines[lines.index(heading) + 1 :]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_decided_as_well_is_told_with_what_holds_and_apart_from_what_is_not_decided(
    plan_from: PlanFrom, form: str
) -> None:
    assert below(told(plan_from, form), "4 hand-overs, 1 confirmed by the receiver") == [
        "Decided as well, but other words hold:",
        "Bli (stays): “Bærum overtar” – HP 2018 (sg-1): transfers, to Bærum; what holds: “Løpende” – HP 2018 (sg-1)",
        "Spoken of, not decided:",
        "Gå (goes): “Vurderes overført til Bærum” – Justert (sg-2): transfers, to Bærum, considered",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_who_has_confirmed_what_is_counted_though_it_is_over(plan_from: PlanFrom, form: str) -> None:
    lines = told(plan_from, form)
    at = lines.index(
        "5 items: 2 to come; 1 decided, but other words hold; 2 over (1 of them confirmed before)"
    )
    assert lines[at + 1].endswith(" 1 of 3 confirmed; 1 to come; 2 over (1 of them confirmed before)")


@pytest.mark.parametrize("form", FORMS)
def test_of_one_receiver_the_counts_are_told_once(plan_from: PlanFrom, form: str) -> None:
    lines = told(plan_from, form, "KHS")
    assert lines[:2] == [
        "To KHS (Kommunehelsesamarbeidet)",
        "3 items: 1 to come; 2 over (1 of them confirmed before)",
    ]
    assert not any(line.startswith("KHS") for line in lines)
    assert told(plan_from, form, "Skolen")[1] == "1 item: 1 to come"


def test_over_and_confirmed_before_is_told_in_so_many_words(plan_from: PlanFrom) -> None:
    text = PLAN.replace("what: cancelled", "what: accepted")
    assert (
        told(plan_from, "text", "KHS", text)[1]
        == "3 items: 1 confirmed; 1 to come; 1 over (confirmed before)"
    )
    assert told(plan_from, "text", "KHS", text)[-1] == "3 hand-overs, 2 confirmed by the receiver"


@pytest.mark.parametrize(
    ("to", "headings"),
    [
        (None, ["To KHS (Kommunehelsesamarbeidet)", "To Skolen"]),
        ("KHS", ["To KHS (Kommunehelsesamarbeidet)"]),
        ("Skolen", ["To Skolen"]),
        ("Bærum", ["To Bærum, with Skolen", "To Skolen"]),
    ],
)
def test_every_group_at_a_terminal_has_a_heading(
    plan_from: PlanFrom, to: str | None, headings: list[str]
) -> None:
    assert [line for line in told(plan_from, "terminal", to) if line.startswith("To ")] == headings


def test_party_with_its_parts_has_a_heading_for_each_of_them(plan_from: PlanFrom) -> None:
    text = PLAN.replace("Overføres til KHS 1.9.2018", "Overføres til Bærum 1.9.2018")
    lines = told(plan_from, "terminal", "Bærum", text)
    assert [line for line in lines if line.startswith("To ")] == [
        "To Bærum, with Skolen",
        "To Bærum",
        "To Skolen",
    ]


SMALL = """
columns: {HP 2018: {adopted_by: sg-1}}
parties: {KHS: {}}
areas:
  - id: a
    name: A
    focus_areas:
      - id: f
        name: F
        status: {HP 2018: WHOLE}
        measures: [{name: M, activities: [{id: it, name: Det, status: {HP 2018: OWN}}]}]
"""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("whole", "own", "said"),
    [
        ("Løpende", "Overføres til KHS 1.9.2018", "1 hand-over, 0 confirmed by the receiver"),
        ("Overføres til KHS 1.9.2018", "Løpende", "No hand-over that is decided holds."),
        ("Vurderes overført til KHS", "Løpende", "No hand-over is decided."),
        ("Løpende", "Løpende", "No hand-over is decided."),
    ],
)
def test_that_no_hand_over_holds_is_not_told_as_if_none_were_decided(
    plan_from: PlanFrom, form: str, whole: str, own: str, said: str
) -> None:
    assert said in told(plan_from, form, text=SMALL.replace("WHOLE", whole).replace("OWN", own))


def test_sheet_tells_what_is_decided_as_well(plan_from: PlanFrom) -> None:
    report = sheet(transfers(as_of(plan_from(PLAN), Clocks(date(2018, 7, 1))), "Bærum"))
    lines = page(report).splitlines()

    assert below(lines, "## Decided as well, but other words hold")[1].startswith(
        "- Bli (stays): “Bærum overtar"
    )
    assert below(lines, "## Spoken of, and not decided")[1].startswith(
        "- Gå (goes): “Vurderes overført til Bærum"
    )
    assert [one.item.id for one in report.beside] == ["over", "given-up"]


def test_sheet_of_what_is_only_decided_as_well_is_a_sheet(plan_from: PlanFrom) -> None:
    text = PLAN.replace("Overføres til Skolen 1.9.2018", "Løpende").replace(
        ", Justert: Vurderes overført til Bærum", ""
    )
    lines = page(sheet(transfers(as_of(plan_from(text), Clocks(date(2018, 7, 1))), "Bærum"))).splitlines()

    assert "**No hand-over to Bærum, with Skolen that is decided holds.**" in lines
    assert "## Decided as well, but other words hold" in lines
