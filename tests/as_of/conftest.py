"""Plans for the tests of what holds on a date: a head that all share, and the part that the test shows."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, ItemOnDate, PlanOnDate, as_of, history
from vrplan.folder import PlanFolder
from vrplan.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan

HEAD = """
plan: test
title: Handlingsplan
organisation: Alliansen
period: {from: 2018-01-01, to: 2018-12-31}
parties:
  Alliansen: {aliases: [VR]}
  Sekretariatet: {part_of: VR}
  KHS: {name: Kommunehelsesamarbeidet}
  Bærum kommune: {aliases: [Bærum]}
  Bærum kulturskole: {part_of: Bærum kommune}
"""
COLUMNS = """
columns:
  HP 2018: {adopted_by: sg-2017}
  Justert: {proposed_by: rg-2018, adopted_by: sg-2018}
"""
DECISIONS = """
decisions:
  - {id: sg-2017, date: 2017-12-07, title: HP 2018, standing: adopted, evidence: full-text}
  - {id: rg-2018, date: 2018-05-31, title: Justert, standing: proposed, evidence: full-text}
  - {id: sg-2018, date: 2018-06-14, title: Justert, standing: adopted, evidence: title-only}
  - id: gf-2018
    date: 2018-06-14
    title: Vedtak
    standing: adopted
    evidence: full-text
    points: [{id: 1, summary: En}, {id: 2, summary: To}]
"""


@pytest.fixture(scope="session")
def plan_from() -> Callable[..., Plan]:
    """The plan that the text gives below the shared head; it and the decisions must be in good shape."""

    def build(text: str, decisions: str = DECISIONS) -> Plan:
        text = dedent(text)
        columns = "" if "columns:" in text else COLUMNS
        plan = (HEAD + columns + text).encode()
        folder = PlanFolder(
            {"actionplan_2018.yaml": plan}, {"decisions.yaml": dedent(decisions).encode()}, "decisions.yaml"
        )
        loaded = load(folder)
        assert [(one.place, one.code.code, one.values) for one in loaded.findings] == []
        assert loaded.plan is not None
        return loaded.plan

    return build


@pytest.fixture(scope="session")
def view() -> Callable[..., PlanOnDate]:
    """The plan on a date, and as known on another."""

    def look(plan: Plan, day: str, as_known: str | None = None) -> PlanOnDate:
        return as_of(plan, Clocks(_day(day), _day(as_known) if as_known else None))

    return look


@pytest.fixture(scope="session")
def on(view: Callable[..., PlanOnDate]) -> Callable[..., ItemOnDate]:
    """One item (the only one, or the one named) on a date."""

    def find(plan: Plan, day: str, as_known: str | None = None, item: str | None = None) -> ItemOnDate:
        (found,) = (one for one in view(plan, day, as_known).items if item in {None, one.item.id})
        assert isinstance(found, ItemOnDate)
        return found

    return find


@pytest.fixture(scope="session")
def states() -> Callable[..., list[str]]:
    """All states of an item through time, as `2018-07-01..2018-09-30 due`; an open side is left out."""

    def told(plan: Plan, as_known: str | None = None, item: str | None = None) -> list[str]:
        one = plan.by_id[item] if item else plan.items[0]
        turns = history(plan, one, _day(as_known) if as_known else None)
        return [f"{turn.first or ''}..{turn.last or ''} {turn.state}" for turn in turns]

    return told


def _day(text: str) -> date:
    return date.fromisoformat(text)
