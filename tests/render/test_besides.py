"""What differs besides the items: everything of a plan that is compared has words, in every language."""

from collections.abc import Callable
from datetime import date

import pytest

from vrplan.model.decided import Body, Decision, Meeting, SourcePaper
from vrplan.model.plan import Plan
from vrplan.model.written import Ceases, Column, Party, Period, PlanFile, Season, Written
from vrplan.render.language import LANGUAGES, Language, telling_in
from vrplan.render.wording.besides import _FACTS, besides
from vrplan.reports.plan_changes import PlanChange, plan_changes

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: sg-1}
columns: {HP 2018: {adopted_by: sg-1, proposed_by: sg-1, year: 2018}}
parties: {KHS: {name: Kommunehelsesamarbeidet, aliases: [Helsesamarbeidet], part_of: Vestregionen}}
calendar: {høsten: {from: 08-01, to: 12-31}}
areas: []
"""
DECISIONS = f"""\
bodies: {{sg: {{name: Styringsgruppen, aliases: [Styret], role: decides}}}}
sources:
  notat:
    {{title: Saksnotat, file: notat.txt, sha256: {"ab" * 32}, body: sg, date: 2017-12-07, case: 35/2017, url: "https://a.no"}}
meetings: [{{body: sg, date: 2017-12-07, source: notat}}]
decisions:
  - {{id: sg-0, title: Før, standing: adopted, evidence: cited, date: 2016}}
  - {{id: sg-1, title: HP, standing: adopted, evidence: full-text, body: sg, date: 2017-12-07, case: 35/2017,
     replaces: [sg-0], source: notat, points: [{{id: "1", summary: Vedtas}}]}}
"""
EMPTY = """\
plan: other
title: Annen
organisation: Andre
period: {from: 2019-01-01, to: 2019-12-31}
areas: []
"""
ELSEWHERE = {
    "note",
    "accept",
    "id",
    "points",
    "columns",
    "parties",
    "calendar",
    "areas",
    "obligations",
    "source",
}
"""Counted as notes, compared one by one, or what something is known by."""
TOLD_AS = {"part_of": "part of", "adopted_by": "adopted by", "proposed_by": "proposed by"}


@pytest.fixture
def changes(plan_from: Callable[..., Plan]) -> list[PlanChange]:
    plan, other = plan_from(PLAN, DECISIONS), plan_from(EMPTY)
    return [*plan_changes(other, plan), *plan_changes(plan, other)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_compared_has_words(changes: list[PlanChange], language: Language) -> None:
    with telling_in(language):
        assert all(besides(change) for change in changes)


def test_every_fact_of_the_files_is_compared(changes: list[PlanChange]) -> None:
    compared = {(change.subject, key) for change in changes for key, *_ in change.facts}
    models: dict[str, type[Written]] = {
        "column": Column,
        "party": Party,
        "body": Body,
        "meeting": Meeting,
        "source": SourcePaper,
        "decision": Decision,
    }
    for subject, model in models.items():
        facts = {TOLD_AS.get(key, key) for key in set(model.model_fields) - ELSEWHERE}
        assert facts <= {key for about, key in compared if about == subject}


def test_every_fact_of_the_plan_itself_is_compared(changes: list[PlanChange]) -> None:
    compared = {key for change in changes if change.subject == "plan" for key, *_ in change.facts}
    assert compared == {"id", "title", "organisation", "first day", "last day", "ceases", "ceases by"}
    assert set(PlanFile.model_fields) - ELSEWHERE == {"plan", "title", "organisation", "period", "ceases"}
    assert [set(one.model_fields) - ELSEWHERE for one in (Period, Season)] == [{"from_", "to"}] * 2
    assert set(Ceases.model_fields) - ELSEWHERE == {"date", "decision"}


def test_every_fact_that_is_compared_has_a_name_and_no_other(changes: list[PlanChange]) -> None:
    keys = {key for change in changes for key, *_ in change.facts if not key.startswith("point ")}
    assert keys == set(_FACTS)


def test_sha256_is_told_as_far_as_it_tells_files_apart() -> None:
    facts = (("sha256", "ab" * 32, "cd" * 32), ("date", date(2018, 1, 1), None))
    told = besides(PlanChange("source", "notat", "changed", facts))
    assert told == "source notat: sha256 abababababab… → cdcdcdcdcdcd…; date 1.1.2018 → none"
