"""Why an item has its state: who says what, which of it holds, what follows, and where it is written."""

from __future__ import annotations

from datetime import date

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.reports.why import WhyReport, why

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: gf/2}
columns:
  HP 2018: {adopted_by: sg-1}
  Justert: {proposed_by: rg-1, adopted_by: sg-2}
parties: {KHS: {}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: BPA
        status:
          Justert: {text: oppsummering, means: {kind: transfers, recipient: KHS, from: 2018-06-30}}
          gf/1: Vurderes overført til KHS
        measures:
          - name: Beredskap
            activities:
              - id: enkeltsaker
                name: Enkeltsaker
                status:
                  HP 2018: Løpende
                  Justert:
                    - {text: tabell, means: {kind: transfers, recipient: KHS, from: 2018-08-01, to: 2018-10-31}}
                    - text: mer om det samme
                      means: {kind: ongoing}
              - id: nettverk
                name: Nettverk
                status: {gf/1: Vurderes avsluttet 30.6.2018}
              - id: orphan
                name: Orphan
                status: {HP 2018: Løpende}
        obligations:
          - {id: payment, kind: payment, name: Payment, status: {Justert: Q3}}
"""
DECISIONS = """\
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: rg-1, title: Justert, standing: proposed, evidence: full-text, date: 2018-05-31}
  - {id: sg-2, title: Justert, standing: adopted, evidence: title-only, date: 2018-06-14}
  - id: gf
    title: Vedtak
    standing: adopted
    evidence: full-text
    date: 2018-06-14
    points: [{id: 1, summary: BPA}, {id: 2, summary: Slutt}]
"""


def why_of(item_id: str, day: str, as_known: str | None = None, plan: str = PLAN) -> WhyReport:
    loaded = load(PlanFolder({"plan.yaml": plan.encode()}, {"d.yaml": DECISIONS.encode()}, "d.yaml"))
    assert loaded.findings == ()
    assert loaded.plan is not None
    clocks = Clocks(date.fromisoformat(day), date.fromisoformat(as_known) if as_known else None)
    return why(as_of(loaded.plan, clocks), loaded.plan.by_id[item_id], loaded)


def test_every_known_statement_is_told_newest_and_nearest_first_and_one_holds() -> None:
    assert _statements(why_of("enkeltsaker", "2018-07-01")) == [
        ("tabell", "Justert", "adopted", True, 27),
        ("mer om det samme", "Justert", "adopted", False, 28),
        ("Vurderes overført til KHS", "gf/1", "adopted", False, 18),
        ("oppsummering", "Justert", "adopted", False, 17),
        ("Løpende", "HP 2018", "adopted", False, 25),
    ]


@pytest.mark.parametrize(
    ("as_known", "expected"),
    [
        ("2018-05-30", [("Løpende", "HP 2018", "adopted", True, 25)]),
        (
            "2018-06-13",
            [
                ("tabell", "Justert", "proposed", False, 27),
                ("mer om det samme", "Justert", "proposed", False, 28),
                ("oppsummering", "Justert", "proposed", False, 17),
                ("Løpende", "HP 2018", "adopted", True, 25),
            ],
        ),
    ],
)
def test_what_was_not_known_yet_is_not_told(
    as_known: str, expected: list[tuple[str | None, str, str, bool, int]]
) -> None:
    assert _statements(why_of("enkeltsaker", "2018-07-01", as_known)) == expected


def test_each_statement_tells_the_decision_behind_it_as_it_was_known() -> None:
    decisions = [
        (one.said.seen.decision.id, one.said.seen.decision.evidence)
        for one in why_of("enkeltsaker", "2018-07-01").statements
        if one.said.seen.decision is not None
    ]

    assert decisions == [
        ("sg-2", "title-only"),
        ("sg-2", "title-only"),
        ("gf", "full-text"),
        ("sg-2", "title-only"),
        ("sg-1", "full-text"),
    ]


def test_of_what_is_undecided_no_statement_holds() -> None:
    report = why_of("nettverk", "2018-07-01", "2018-06-13")

    assert report.now is not None
    assert report.now.state.value == "undecided"
    assert _statements(report) == [("oppsummering", "Justert", "proposed", False, 17)]
    assert report.follows == ()


def test_of_what_nothing_known_speaks_nothing_is_told() -> None:
    report = why_of("payment", "2018-07-01", "2018-05-30")

    assert (report.now, report.statements, report.follows) == (None, (), ())
    assert report.item.id == "payment"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-07-31", ["2018-08-01..2018-10-31 in_transition", "2018-11-01.. transferred"]),
        ("2018-08-01", ["2018-11-01.. transferred"]),
        ("2018-10-31", ["2018-11-01.. transferred"]),
        ("2018-11-01", []),
    ],
)
def test_what_follows_are_the_states_after_the_present_one(day: str, expected: list[str]) -> None:
    assert _follows(why_of("enkeltsaker", day)) == expected


def test_what_follows_tells_of_the_end_of_the_organisation() -> None:
    without_summary = PLAN.replace("{text: oppsummering,", "{text: oppsummering, except: [orphan],").replace(
        "gf/1: Vurderes overført til KHS", "gf/1: {text: Vurderes overført til KHS, except: [orphan]}"
    )

    assert _follows(why_of("orphan", "2018-07-01", plan=without_summary)) == ["2019-01-01.. orphaned"]


def test_an_item_knows_the_line_on_which_it_is_written() -> None:
    assert [why_of(name, "2018-07-01").item.line for name in ("enkeltsaker", "nettverk", "payment")] == [
        22,
        30,
        37,
    ]


def _statements(report: WhyReport) -> list[tuple[str | None, str, str, bool, int]]:
    return [
        (
            one.said.statement.text,
            one.said.statement.authority.key,
            one.said.seen.standing,
            one.holds,
            one.line,
        )
        for one in report.statements
    ]


def _follows(report: WhyReport) -> list[str]:
    return [f"{turn.first or ''}..{turn.last or ''} {turn.state}" for turn in report.follows]
