"""What the decisions report lists: who decided what, what follows from it, and from what nothing does."""

from __future__ import annotations

from datetime import date

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.reports.consequences import Consequences
from vrplan.reports.decisions import DecisionsReport, ListedDecision, decisions

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: gf/3}
columns:
  HP 2018: {adopted_by: sg-1}
  Justert: {proposed_by: rg-1, adopted_by: sg-2/1}
  Utkast: {proposed_by: rg-2}
parties: {KHS: {}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: BPA
        status: {Justert: Avsluttes 30.6.2018, gf/1: Vurderes overført til KHS}
        measures:
          - name: Beredskap
            activities:
              - {id: one, name: En, status: {HP 2018: Løpende, Justert: Videreføres}}
              - {id: two, name: To, status: {HP 2018: Løpende}}
        obligations:
          - id: three
            kind: duty
            name: Tre
            status: {gf/2: Overføres til KHS 1.9.2018, gf: Videreføres, Utkast: Avsluttes}
            events:
              - {date: 2018-09-01, what: transferred, decision: sg-3}
              - {date: 2018-10-01, what: accepted, decision: sg-3}
      - {id: four, name: Fire, status: {HP 2018: Løpende}}
"""
DECISIONS = """\
decisions:
  - {id: old, title: Vedtekter, standing: adopted, evidence: cited, date: 2010}
  - {id: undated, title: Uten dato, standing: noted, evidence: cited}
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07, replaces: [old]}
  - {id: rg-1, title: Justert, standing: proposed, evidence: full-text, date: 2018-05-31}
  - {id: rg-2, title: Utkast, standing: proposed, evidence: full-text, date: 2018-06-01}
  - id: sg-2
    title: Justert
    standing: adopted
    evidence: title-only
    date: 2018-06-14
    points: [{id: 1, summary: Vedtas}, {id: 2, summary: Takk}]
  - id: gf
    title: Vedtak
    standing: adopted
    evidence: full-text
    date: 2018-06-14
    points: [{id: 1, summary: BPA}, {id: 2, summary: Plikt}, {id: 3, summary: Slutt}]
  - {id: sg-3, title: Overføring, standing: adopted, evidence: full-text, date: 2018-08}
"""
NOTHING = Consequences()


def report(only: str | None = None, *, as_known: str | None = None, unused: bool = False) -> DecisionsReport:
    loaded = load(PlanFolder({"plan.yaml": PLAN.encode()}, {"d.yaml": DECISIONS.encode()}, "d.yaml"))
    assert loaded.findings == ()
    assert loaded.plan is not None
    view = as_of(loaded.plan, Clocks(date(2018, 7, 1), date.fromisoformat(as_known) if as_known else None))
    decision, point = loaded.plan.find_decision(only or "")
    return decisions(view, loaded, (decision, point) if decision else None, unused=unused)


def one(decision: str, as_known: str | None = None) -> ListedDecision:
    (found,) = report(decision, as_known=as_known).decisions
    return found


def items(follows: Consequences) -> dict[str, bool]:
    """The items of which something speaks, and whether their status rests on it."""
    return {spoken.now.item.id: spoken.holds for spoken in follows.items}


def test_newest_decision_stands_first_and_the_undated_last() -> None:
    listed = [found.decision.id for found in report().decisions]
    assert listed == ["sg-3", "sg-2", "gf", "rg-2", "rg-1", "sg-1", "old", "undated"]


@pytest.mark.parametrize(
    ("as_known", "expected"),
    [
        ("2010-12-30", []),
        ("2010-12-31", ["old"]),
        ("2018-06-13", ["rg-2", "rg-1", "sg-1", "old"]),
        ("2018-06-14", ["sg-2", "gf", "rg-2", "rg-1", "sg-1", "old"]),
        ("2018-08-30", ["sg-2", "gf", "rg-2", "rg-1", "sg-1", "old"]),
        ("2018-08-31", ["sg-3", "sg-2", "gf", "rg-2", "rg-1", "sg-1", "old"]),
    ],
)
def test_only_what_had_been_decided_by_then_is_listed(as_known: str, expected: list[str]) -> None:
    found = report(as_known=as_known)
    assert [listed.decision.id for listed in found.decisions] == expected
    assert found.known == len(expected)


def test_a_point_speaks_of_the_items_that_have_a_text_under_it() -> None:
    points = {listed.point.id: items(listed.follows) for listed in one("gf").points}
    assert points == {"1": {"one": False, "two": False}, "2": {"three": True}, "3": {}}


def test_what_stands_under_the_decision_itself_is_of_no_point() -> None:
    assert items(one("gf").directly) == {"three": False}
    assert items(one("gf").follows) == {"three": True, "one": False, "two": False}


def test_an_item_of_which_several_points_speak_stands_once_in_the_whole_with_all_that_is_said() -> None:
    (three, *_) = one("gf").follows.items
    assert [said.text for said in three.statements] == ["Videreføres", "Overføres til KHS 1.9.2018"]


def test_a_column_s_items_are_those_of_the_decisions_that_adopted_and_proposed_it() -> None:
    assert items(one("rg-1").directly) == {"one": False, "two": False}
    adopting, other = one("sg-2").points
    assert items(adopting.follows) == {"one": True, "two": True}
    assert other.follows == NOTHING


def test_a_proposal_holds_nothing_before_it_is_adopted() -> None:
    found = one("rg-1", as_known="2018-06-13")
    assert items(found.directly) == {"one": False, "two": False}
    assert found.directly.proposes == (("Justert", None),)


def test_a_decision_says_which_columns_it_adopts_and_proposes() -> None:
    assert one("sg-1").directly.adopts == ("HP 2018",)
    assert one("sg-2").points[0].follows.adopts == ("Justert",)
    assert one("sg-2").directly.adopts == ()
    assert one("rg-1").directly.proposes == (("Justert", "sg-2/1"),)
    assert one("rg-2").directly.proposes == (("Utkast", None),)


def test_what_was_replaced_holds_only_what_nothing_newer_speaks_of() -> None:
    assert items(one("sg-1").directly) == {"one": False, "two": False, "four": True}
    assert items(one("sg-1", as_known="2018-06-13").directly) == {"one": True, "two": True, "four": True}


def test_the_point_that_ends_the_organisation_says_when() -> None:
    assert [listed.follows.ceases for listed in one("gf").points] == [None, None, date(2019, 1, 1)]
    assert one("gf").directly.ceases is None
    assert one("gf").follows.ceases == date(2019, 1, 1)


@pytest.mark.parametrize(
    ("as_known", "expected"),
    [
        ("2018-08-31", []),
        ("2018-09-01", ["transferred"]),
        ("2018-10-01", ["transferred", "accepted"]),
        (None, ["transferred", "accepted"]),
    ],
)
def test_recorded_events_follow_from_the_decision_that_they_name(
    as_known: str | None, expected: list[str]
) -> None:
    events = one("sg-3", as_known=as_known).directly.events
    assert [(item.id, event.what) for item, event in events] == [("three", what) for what in expected]


def test_a_replaced_decision_knows_by_which() -> None:
    assert one("sg-1").follows.replaces == ("old",)
    assert one("old").replaced_by == ("sg-1",)
    assert one("old", as_known="2017-12-06").replaced_by == ()


def test_a_point_asked_for_is_told_alone_and_the_decision_stays_whole() -> None:
    found = report("gf/2")
    assert found.asked == "gf/2"
    assert [listed.point.id for listed in found.decisions[0].points] == ["2"]
    assert items(found.decisions[0].follows) == {"three": True, "one": False, "two": False}


def test_unused_are_the_decisions_and_points_from_which_nothing_follows() -> None:
    found = report(unused=True)
    listed = {each.decision.id: [point.point.id for point in each.points] for each in found.decisions}
    assert listed == {"sg-2": ["2"], "old": [], "undated": []}
    assert (found.idle, found.idle_points) == (2, 1)


def test_nothing_is_unused_of_a_decision_from_which_all_follows() -> None:
    found = report("gf", unused=True)
    assert (found.decisions, found.known) == ((), 1)


def test_decisions_are_counted_by_standing() -> None:
    found = report()
    assert found.counts == {"adopted": 5, "proposed": 2, "noted": 1}
    assert (found.idle, found.idle_points) == (2, 1)


def test_a_decision_knows_its_line() -> None:
    lines = DECISIONS.splitlines()
    for listed in report().decisions:
        assert listed.file == "d.yaml"
        assert f"id: {listed.decision.id}" in lines[listed.line - 1]
