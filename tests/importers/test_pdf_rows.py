"""A row of a table that a page break has parted."""

from __future__ import annotations

from typing import Any

import pytest

from vrplan.importers.paper import Cell
from vrplan.importers.pdf import read_pdf
from vrplan.importers.pdf_rows import DOUBTFUL, JOINED, over_the_page


@pytest.mark.parametrize(
    ("above", "below", "joined", "told"),
    [
        # sure: it goes on in a small letter, or after a word that awaits another
        (["A", "Flytte møbler", "Q3"], ["", "til lageret", ""], ["A", "Flytte møbler til lageret", "Q3"], JOINED),
        (["A", "Samarbeid med", "Q3"], ["", "Bærum", ""], ["A", "Samarbeid med Bærum", "Q3"], JOINED),
        (["A", "Kompe-", "Q3"], ["", "tanse", ""], ["A", "Kompetanse", "Q3"], JOINED),
        (["A", "Rom og", "Slutt"], ["", "bil", "30.6.18"], ["A", "Rom og bil", "Slutt 30.6.18"], JOINED),
        # it may: little stands in the row, or only one of its cells goes on
        (["A", "Flytte møbler.", "Q3"], ["", "Møblene selges", ""], None, DOUBTFUL),
        (["A", "Flytte møbler", "Q3"], ["", "til lageret", "Q4"], None, DOUBTFUL),
        # a row of its own
        (["A", "Flytte møbler", "Q3"], ["", "Selge møbler", "Q4"], None, ""),
        (["A", "Flytte møbler", "Q3"], ["B", "Selge møbler", "Q4"], None, ""),
        (["A", "Flytte møbler.", "Q3"], ["B", "til lageret", "Q4"], None, ""),
        (["A", "b", "Q3"], ["", "", ""], None, ""),
        (["A", "b", "Q3"], ["c", "d"], None, ""),
    ],
)  # fmt: skip
def test_first_row_of_a_page(above: list[str], below: list[str], joined: list[str] | None, told: str) -> None:
    found, said = over_the_page(tuple(map(Cell, above)), tuple(map(Cell, below)))
    assert (None if found is None else [cell.text for cell in found], said) == (joined, told)


@pytest.mark.parametrize("heading_is_repeated", [True, False])
def test_a_row_over_two_pages(heading_is_repeated: bool, pdf_file: Any, pdf_table: Any, tables: Any) -> None:
    from reportlab.platypus import PageBreak  # type: ignore[import-untyped]

    heading = ["Tiltak", "Aktiviteter", "HP"]
    first = [heading, ["Lager", "Flytte møbler og", "Q3"]]
    second = [
        *([heading] if heading_is_repeated else []),
        ["", "utstyr", ""],
        ["Arkiv", "Flytte arkiv", "Q4"],
    ]
    paper = read_pdf(pdf_file([pdf_table(first), PageBreak(), pdf_table(second)]), "plan.pdf")
    assert tables(paper) == [
        [heading, ["Lager", "Flytte møbler og utstyr", "Q3"], ["Arkiv", "Flytte arkiv", "Q4"]]
    ]
    assert paper.lost == (f"page 1, table 1, row 2: {JOINED}",)
