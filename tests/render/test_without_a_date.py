"""A decision whose day nobody knows is told as what it is, and that its day is not known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.render.language import telling_in
from vrplan.render.recorded import column_as_text
from vrplan.render.wording.plans import header

if TYPE_CHECKING:
    from vrplan.render.language import Language

PLAN = """\
plan: sample
title: Handlingsplan 2026
organisation: Fjordrådet
period: {from: 2026-01-01, to: 2026-12-31}
columns: {HP: {adopted_by: styret-2026-5}}
areas: [{id: a, name: Helse, measures: [{name: M, activities: [{id: one, name: En, status: {HP: Q3}}]}]}]
"""
DECISIONS = """\
bodies: {{styret: {{name: Styret}}}}
decisions: [{{id: styret-2026-5, title: HP, standing: adopted, evidence: full-text{more}}}]
"""


@pytest.mark.parametrize(
    ("more", "language", "told"),
    [
        (", case: 5/2026", "en", "Not counted: HP, adopted, date not known, sak 5/2026"),
        (
            ", case: 5/2026, body: styret",
            "en",
            "Not counted: HP, adopted, date not known, by Styret, sak 5/2026",
        ),
        ("", "en", "Not counted: HP, adopted, date not known"),
        (", case: 5/2026", "nb", "Ikke regnet med: HP, vedtatt, dato ikke kjent, sak 5/2026"),
        (", case: 5/2026", "nn", "Ikkje rekna med: HP, vedteken, dato ikkje kjend, sak 5/2026"),
        (", case: 5/2026, date: 2026-01", "en", "Plan: HP, adopted Jan 2026, sak 5/2026"),
    ],
)
def test_adopted_without_a_date_is_told_so(more: str, language: Language, told: str) -> None:
    decisions = {"decisions.yaml": DECISIONS.format(more=more).encode()}
    plan = load(PlanFolder({"actionplan_2026.yaml": PLAN.encode()}, decisions, "decisions.yaml")).plan
    assert plan is not None
    with telling_in(language):
        assert told in header(as_of(plan, Clocks(date(2026, 7, 1))), "status on")
        assert column_as_text(plan, "HP") == told.partition(": ")[2].replace("HP, ", "HP: ", 1) + "\n"
