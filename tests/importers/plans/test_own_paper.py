"""What `vrplan export docx` writes of itself follows from the plan: told in a line for each part, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.importers.drafting import Wishes, imported
from vrplan.importers.irregularities import Kind
from vrplan.importers.own_paper import title_of_the_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

PAPER = """
# {title}
# Sammendrag
Neste: 1.10.2018: 3 skal gjøres
Rådmannsgruppen ber om mer.
# Innsatsområde: Helse
En merknad.
| Tiltak | HP 2018 | Situasjon per 1.9.2018 |
| Kurs | Løpende | pågår |
# Overføringer
| Det som overføres | Tidsrom |
| Kurs | høsten |
"""


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("Handlingsplan 2018 – status per 1.9.2018", "Handlingsplan 2018"),
        ("Handlingsplan 2018, revidert – status per 1.9.2018", "Handlingsplan 2018"),
        ("Plan – A, revised – status on 31.12.2018", "Plan – A"),
        ("Handlingsplan 2018, revidert", None),
        ("Statusrapport – status per i dag", None),
        (None, None),
    ],
)
def test_title_of_the_plan_is_that_without_the_day(title: str | None, plan: str | None) -> None:
    assert title_of_the_plan(title) == plan


def test_each_part_is_told_whole_and_once(paper_from: Callable[..., Paper]) -> None:
    made = imported(
        paper_from(PAPER.format(title="Handlingsplan 2018, revidert – status per 1.9.2018")), Wishes()
    )
    told = [(one.kind, one.text) for one in made.irregularities if one.weight == "unused"]
    assert made.draft.paper.title == "Handlingsplan 2018"
    assert told == [
        (Kind.COLUMN_NOT_USED, "Situasjon per 1.9.2018"),
        (
            Kind.ACCOUNT_NOT_USED,
            "Sammendrag; Neste: 1.10.2018: 3 skal gjøres; Rådmannsgruppen ber om mer.",
        ),
        (Kind.ACCOUNT_NOT_USED, "Overføringer; Det som overføres | Tidsrom; Kurs | høsten"),
        (Kind.TEXT_NOT_USED, "En merknad."),
    ]


def test_paper_of_somebody_else_is_read_line_by_line(paper_from: Callable[..., Paper]) -> None:
    made = imported(paper_from(PAPER.format(title="Handlingsplan 2018")), Wishes())
    assert [one for one in made.irregularities if one.kind is Kind.ACCOUNT_NOT_USED] == []
    assert "Rådmannsgruppen ber om mer." in [one.text for one in made.irregularities]
