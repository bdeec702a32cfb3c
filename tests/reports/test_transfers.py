"""What the transfers report lists: what goes to whom, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.model.plan import Plan
from vrplan.reports.transfers import TransfersReport, transfers

PlanFrom = Callable[..., Plan]

PLAN = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}, Justert: {proposed_by: rg-1, adopted_by: sg-2}}
parties:
  KHS: {}
  Bærum kommune: {aliases: [Bærum]}
  Bærum kulturskole: {part_of: Bærum}
  Korpset: {part_of: Bærum kulturskole}
areas:
  - id: a
    name: A
    measures:
      - name: M
        activities:
          - id: autumn
            name: Autumn
            status:
              HP 2018: {text: x, means: {kind: ongoing}}
              Justert: {text: x, means: {kind: transfers, recipient: KHS, from: 2018-08-01, to: 2018-12-31}}
          - id: school
            name: School
            status: {HP 2018: {text: x, means: {kind: transfers, recipient: Bærum kulturskole, from: 2018-02-01}}}
          - id: band
            name: Band
            status: {HP 2018: {text: x, means: {kind: transfers, recipient: Korpset, to: 2018-06-30}}}
          - {id: nobody, name: Nobody, status: {HP 2018: {text: x, means: {kind: transfers, from: 2018-07-01}}}}
          - {id: considered, name: C, status: {HP 2018: Løpende, Justert: Vurderes overført til KHS}}
          - {id: stays, name: Stays, status: {HP 2018: {text: x, means: {kind: ongoing}}}}
          - id: recorded
            name: Recorded
            status: {HP 2018: {text: x, means: {kind: ongoing}}}
            events:
              - {date: 2018-09-01, what: transferred, recipient: Bærum}
              - {date: 2018-10-01, what: accepted}
          - id: postponed
            name: Postponed
            status: {HP 2018: {text: x, means: {kind: transfers, recipient: KHS, from: 2018-03-01, to: 2018-05-31}}}
            events: [{date: 2018-04-15, what: postponed, from: 2018-10-01, to: 2018-11-30}]
obligations:
  - {id: archive, kind: property, name: Archive, recipient: KHS}
  - {id: furniture, kind: property, name: Furniture}
"""
DECISIONS = """
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: rg-1, title: Justert, standing: proposed, evidence: full-text, date: 2018-05-31}
  - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, date: 2018-06-14}
"""
Report = Callable[..., TransfersReport]


@pytest.fixture
def report(plan_from: PlanFrom) -> Report:
    def build(day: str, to: str | None = None, as_known: str | None = None) -> TransfersReport:
        clocks = Clocks(date.fromisoformat(day), date.fromisoformat(as_known) if as_known else None)
        return transfers(as_of(plan_from(PLAN, DECISIONS), clocks), to)

    return build


def test_every_hand_over_is_listed_with_its_recipient_and_its_window(report: Report) -> None:
    assert _rows(report("2018-07-01")) == [
        ("autumn", "KHS", "2018-08-01", "2018-12-31"),
        ("school", "Bærum kulturskole", "2018-02-01", None),
        ("band", "Korpset", None, "2018-06-30"),
        ("nobody", None, "2018-07-01", None),
        ("postponed", "KHS", "2018-10-01", "2018-11-30"),
        ("archive", "KHS", None, None),
    ]


@pytest.mark.parametrize(
    ("to", "parts", "expected"),
    [
        ("KHS", {"KHS"}, ["autumn", "postponed", "archive"]),
        ("Korpset", {"Korpset"}, ["band"]),
        ("Bærum kulturskole", {"Bærum kulturskole", "Korpset"}, ["school", "band"]),
        ("Bærum kommune", {"Bærum kommune", "Bærum kulturskole", "Korpset"}, ["school", "band", "recorded"]),
        ("Vestregionen", {"Vestregionen"}, []),
    ],
)
def test_of_a_party_its_own_and_those_of_its_parts_are_listed_however_deep(
    report: Report, to: str, parts: set[str], expected: list[str]
) -> None:
    found = report("2018-12-01", to)

    assert found.to == to
    assert set(found.parts) == parts
    assert [one.now.item.id for one in found.transfers] == expected


def test_without_a_party_there_are_no_parts(report: Report) -> None:
    found = report("2018-12-01")

    assert (found.to, found.parts) == (None, frozenset())


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-08-31", []),
        ("2018-09-01", [("2018-09-01", "2018-09-01", False)]),
        ("2018-09-30", [("2018-09-01", "2018-09-01", False)]),
        ("2018-10-01", [("2018-09-01", "2018-09-01", True)]),
        ("2019-06-30", [("2018-09-01", "2018-09-01", True)]),
    ],
)
def test_a_recorded_hand_over_has_its_day_and_is_confirmed_once_accepted(
    report: Report, day: str, expected: list[tuple[str, str, bool]]
) -> None:
    found = [one for one in report(day).transfers if one.now.item.id == "recorded"]

    assert [(str(one.start), str(one.end), one.now.confirmed) for one in found] == expected


@pytest.mark.parametrize(
    ("day", "window"),
    [("2018-04-14", ("2018-03-01", "2018-05-31")), ("2018-04-15", ("2018-10-01", "2018-11-30"))],
)
def test_a_postponed_hand_over_has_its_new_window_from_the_day_it_was_recorded(
    report: Report, day: str, window: tuple[str, str]
) -> None:
    (found,) = (one for one in report(day).transfers if one.now.item.id == "postponed")

    assert (str(found.start), str(found.end)) == window


def test_what_is_only_proposed_or_considered_is_not_a_hand_over(report: Report) -> None:
    before = [one.now.item.id for one in report("2018-07-01", as_known="2018-06-13").transfers]
    after = [one.now.item.id for one in report("2018-07-01").transfers]

    assert "autumn" not in before
    assert "autumn" in after
    assert "considered" not in {*before, *after}


def _rows(report: TransfersReport) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (
            one.now.item.id,
            one.to,
            one.start.isoformat() if one.start else None,
            one.end.isoformat() if one.end else None,
        )
        for one in report.transfers
    ]
