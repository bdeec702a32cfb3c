"""How an item stands, in one sentence: its state, and what becomes of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.render.language import telling_in
from vrplan.render.wording.stands import stands

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan
    from vrplan.render.language import Language

    PlanFrom = Callable[..., Plan]


def told(plan_from: PlanFrom, entry: str, day: str, language: Language = "en") -> str:
    plan = plan_from(f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        parties: {{KHS: {{}}}}
        obligations:
          - {{id: it, kind: duty, name: Noe, {entry}}}
        """)
    view = as_of(plan, Clocks(date.fromisoformat(day)))
    with telling_in(language):
        return stands(view.items[0], view.clocks.date)


def says(text: str, *events: str) -> str:
    return f"status: {{HP 2018: {text}}}, events: [{', '.join(events)}]"


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Oppstart innen 1.9.2018", "2018-06-15", "not started, starts by 1.9.2018, 78 days left"),
        ("Oppstart innen 1.9.2018", "2018-09-01", "not started, starts by 1.9.2018, the last day"),
        ("Oppstart innen 1.9.2018", "2018-09-02", "ongoing, no end given"),
        ("Oppstart 1.9.2018", "2018-08-31", "not started, from 1.9.2018, in 1 day"),
    ],
)
def test_what_begins_by_a_day_is_told_with_that_day(
    plan_from: PlanFrom, text: str, day: str, expected: str
) -> None:
    assert told(plan_from, says(text), day) == expected


@pytest.mark.parametrize(
    ("text", "event", "english", "bokmål"),
    [
        ("Overføres til KHS 1.10.2018", "", "ongoing, to KHS from 1.10.2018, in 47 days", ""),
        (
            "Overføres til KHS 1.10.2018",
            "{date: 2018-09-01, what: cancelled}",
            "ongoing, cancelled from 1.9.2018, in 17 days",
            "pågår; bortfaller fra 1.9.2018 (om 17 dager)",
        ),
        (
            "Videreføres ut 2018",
            "{date: 2018-09-01, what: cancelled}",
            "ongoing, cancelled from 1.9.2018, in 17 days",
            "pågår; bortfaller fra 1.9.2018 (om 17 dager)",
        ),
        (
            "Overføres til KHS i løpet av høsten 2018",
            "{date: 2018-09-01, what: cancelled}",
            "in transition, cancelled from 1.9.2018, in 17 days",
            "overføres; bortfaller fra 1.9.2018 (om 17 dager)",
        ),
        (
            "Q3",
            "{date: 2018-09-01, what: cancelled}",
            "due, cancelled from 1.9.2018, in 17 days",
            "skal utføres; bortfaller fra 1.9.2018 (om 17 dager)",
        ),
        (
            "Overføres til KHS 1.10.2018",
            "{date: 2018-08-31, what: ended}",
            "ongoing, until 31.8.2018, 16 days left",
            "pågår til og med 31.8.2018 (16 dager igjen)",
        ),
        ("Videreføres ut 2018", "", "ongoing, until 31.12.2018, 138 days left", ""),
    ],
)
def test_what_will_not_happen_is_not_told_as_if_it_would(
    plan_from: PlanFrom, text: str, event: str, english: str, bokmål: str
) -> None:
    entry = says(text, *[event] * bool(event))
    assert told(plan_from, entry, "2018-08-15") == english
    assert not bokmål or told(plan_from, entry, "2018-08-15", "nb") == bokmål


def test_what_is_to_be_done_without_an_end_is_told_so_on_its_own(plan_from: PlanFrom) -> None:
    entry = "status: {HP 2018: {text: Snart, means: {kind: due, from: 2018-08-01}}}"
    assert told(plan_from, entry, "2018-08-15") == "due, no end given"
    assert told(plan_from, entry, "2018-08-15", "nb") == "skal utføres, uten oppgitt frist"
