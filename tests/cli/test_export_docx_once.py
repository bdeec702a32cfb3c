"""`vrplan export docx`: whose words they are, and the day of a hand-over, are told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document

    Run = Callable[..., tuple[int, str, str]]

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
parties: {KHS: {}}
areas:
  - id: helse
    name: Helse
"""


@pytest.fixture
def paper(run: Run, tmp_path: Path, folder_with: Callable[[str], Path]) -> Callable[[str], Document]:
    """The paper of 1.7.2018 about a plan whose only area holds this."""

    def written(below: str) -> Document:
        folder = folder_with(PLAN + below)
        words = ("--date", "2018-07-01", "--lang", "nb", "-o", str(tmp_path / "paper.docx"))
        assert run("export", "docx", "--data", str(folder), *words)[0] == 0
        return docx.Document(str(tmp_path / "paper.docx"))

    return written


def cells(document: Document, beginning: str) -> list[tuple[str, ...]]:
    """The rows of the tables that begin so, without their first cell."""
    rows: list[Any] = [row.cells for table in document.tables for row in table.rows]
    return [tuple(cell.text for cell in row[1:]) for row in rows if row[0].text == beginning]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Overføres til KHS 1.2.2018", ("1.2.2018", "etter datoen i planen, ikke meldt, ikke bekreftet")),
        (
            "Overføres til KHS i løpet av mars",
            ("1.3.2018–31.3.2018", "1.4.2018 etter datoen i planen, ikke meldt, ikke bekreftet"),
        ),
        ("Overføres til KHS i løpet av høsten", ("1.8.2018–31.12.2018", "ikke meldt, ikke bekreftet")),
    ],
)
def test_day_of_a_hand_over_is_told_once(
    paper: Callable[[str], Document], words: str, told: tuple[str, str]
) -> None:
    below = f"    measures: [{{name: Tiltak, activities: [{{id: en, name: En, status: {{HP 2018: {words}}}}}]}}]\n"
    assert cells(paper(below), "En")[-1] == told


FOCUS = """\
    focus_areas:
      - id: khs
        name: KHS
        status: {HP 2018: [Videreføres, Koordineres av Bærum], sg-1: Sammen med andre}
    obligations:
      - {id: to, kind: payment, name: Husleie, status: {HP 2018: [Betales i juni, Deles med KHS]}}
"""


def test_whose_words_they_are_is_told_once(paper: Callable[[str], Document]) -> None:
    document = paper(FOCUS)
    lines = [one.text for one in document.paragraphs if "«" in one.text]
    assert lines == [
        "Styringsgruppen 7.12.2017: «Sammen med andre»",
        "HP 2018: «Videreføres» «Koordineres av Bærum»",
    ]
    assert cells(document, "Husleie")[0][0] == "«Betales i juni» «Deles med KHS» (HP 2018)"
