"""What `vrplan export docx` writes of itself follows from the plan: told in a line for each part, and never lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest

from vrplan.drafts.texts import texts_of
from vrplan.importers import read_paper
from vrplan.importers.drafting import Wishes, imported
from vrplan.importers.irregularities import Kind
from vrplan.importers.own_paper import title_of_the_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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

TITLE = "Handlingsplan 2018, revidert – status per 1.9.2018"
CONTRADICTED = """
# {title}
# Sammendrag
Øve på felles krisestab avsluttes 30.6.2018.
# Innsatsområde: Beredskap
| Tiltak | Aktivitet | HP 2018 |
| Øvelser | Øve på felles krisestab | Videreføres |
# Overføringer til kommunene
| Tiltak | Aktivitet | HP 2018 |
| Arkiv | Flytte arkivet | Overføres til kommunene 1.9.2018 |
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
    made = imported(replace(paper_from(PAPER.format(title=TITLE)), is_own=True), Wishes())
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


@pytest.mark.parametrize("title", [TITLE, "Handlingsplan 2018"])
def test_paper_of_somebody_else_is_read_line_by_line(paper_from: Callable[..., Paper], title: str) -> None:
    made = imported(paper_from(PAPER.format(title=title)), Wishes())
    assert made.draft.paper.title == title
    assert [one for one in made.irregularities if one.kind is Kind.ACCOUNT_NOT_USED] == []
    assert "Rådmannsgruppen ber om mer." in [one.text for one in made.irregularities]


@pytest.mark.parametrize("is_own", [True, False])
def test_what_people_write_against_the_table_is_told_in_every_paper(
    paper_from: Callable[..., Paper], is_own: bool
) -> None:
    made = imported(replace(paper_from(CONTRADICTED.format(title=TITLE)), is_own=is_own), Wishes())
    told = [
        (one.text, str(dict(one.said)["table"])) for one in made.irregularities if one.kind is Kind.DISAGREES
    ]
    assert told == [
        ("Øve på felles krisestab avsluttes 30.6.2018.", "“Videreføres” (Øve på felles krisestab)")
    ]


def test_table_that_is_read_is_never_told_as_not_used(paper_from: Callable[..., Paper]) -> None:
    for heading in ("Overføringer til kommunene", "Overføringer"):
        text = CONTRADICTED.format(title=TITLE).replace("Overføringer til kommunene", heading)
        made = imported(replace(paper_from(text), is_own=True), Wishes())
        assert "name: Flytte arkivet" in texts_of(made.draft)["actionplan_2018.yaml"]
        assert [one.text for one in made.irregularities if "Flytte arkivet" in one.text] == []


@pytest.mark.parametrize(
    ("identifier", "is_own"),
    [
        ("vrplan:1234", True),
        ("vrplan:unsealed", True),
        ("", False),
        ("ISBN 82", False),
        ("x vrplan:1", False),
    ],
)
def test_paper_is_our_own_by_the_identifier_that_word_keeps(
    tmp_path: Path, identifier: str, is_own: bool
) -> None:
    document = docx.Document()
    document.add_paragraph("Handlingsplan 2018 – status per 1.9.2018")
    document.core_properties.identifier = identifier
    document.save(str(tmp_path / "a.docx"))
    assert read_paper("a.docx", (tmp_path / "a.docx").read_bytes()).is_own is is_own
