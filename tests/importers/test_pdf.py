"""A PDF with a text layer: drawn tables and such without lines, tables over several pages, wrapped cells."""

from __future__ import annotations

from typing import Any

import pytest

from vrplan.importers.paper import Heading, Paragraph, Table
from vrplan.importers.pdf import read_pdf

HEADING = ["Tiltak", "Aktiviteter", "HP 2018", "Justert"]
LONG = "Videreutvikle kontakten med rektorer og kontaktlærere ved alle kulturskolene i regionen"


@pytest.mark.parametrize(
    "rows",
    [
        [HEADING, ["A", "b", "c", "d"], ["^", "e", "f", "g"]],
        [HEADING, ["Helse", "<", "<", "<"], ["A", "b", "", "d"]],
        [HEADING, ["A", LONG, "c", "d"]],
        [HEADING, ["", "b", "c", ""]],
    ],
)
def test_the_cells_of_a_drawn_table(
    rows: list[list[str]], pdf_file: Any, pdf_table: Any, tables: Any
) -> None:
    assert tables(read_pdf(pdf_file([pdf_table(rows)]), "plan.pdf")) == [rows]


def test_a_line_end_in_a_cell_stays_where_the_next_word_would_have_fitted(
    pdf_file: Any, pdf_table: Any, tables: Any
) -> None:
    paper = read_pdf(pdf_file([pdf_table([HEADING, ["A", f"Kort<br/>{LONG}", "c", "d"]])]), "plan.pdf")
    assert tables(paper)[0][1][1] == f"Kort\n{LONG}"


def test_a_table_over_three_pages_is_one_with_its_heading_once(
    pdf_file: Any, pdf_table: Any, pdf_text: Any, tables: Any
) -> None:
    rows = [[f"Tiltak {number}", "b", "Løpende", "Q3"] for number in range(90)]

    def on_page(canvas: Any, page: Any) -> None:
        canvas.drawString(50, 20, f"Side {page.page} av 3")
        canvas.drawString(50, 820, "Sak 15/2018")

    paper = read_pdf(pdf_file([pdf_text("Plan"), pdf_table([HEADING, *rows])], on_page=on_page), "plan.pdf")
    assert tables(paper) == [[HEADING, *rows]]
    table = paper.blocks[2]
    assert isinstance(table, Table)
    assert table.rows[-1].place == "page 3, table 1, row 91"
    assert paper.blocks[:2] == (Paragraph("Sak 15/2018", "page header"), Paragraph("Plan", "page 1"))
    assert len(paper.blocks) == 3


def test_what_stands_in_the_margin_of_every_page_is_given_once(pdf_file: Any, pdf_text: Any) -> None:
    from reportlab.platypus import PageBreak  # type: ignore[import-untyped]

    def on_page(canvas: Any, page: Any) -> None:
        canvas.drawString(50, 820, f"Handlingsplan 2018 – side {page.page}")

    flow = [pdf_text("Ressurs: A"), PageBreak(), pdf_text("Ressurs: B"), PageBreak(), pdf_text("Ressurs: C")]
    assert read_pdf(pdf_file(flow, on_page=on_page), "plan.pdf").blocks == (
        Paragraph("Handlingsplan 2018", "page header"),
        Paragraph("Ressurs: A", "page 1"),
        Paragraph("Ressurs: B", "page 2"),
        Paragraph("Ressurs: C", "page 3"),
    )


def test_two_tables_on_two_pages_stay_two(pdf_file: Any, pdf_table: Any, pdf_text: Any, tables: Any) -> None:
    from reportlab.platypus import PageBreak

    flow = [
        pdf_table([HEADING, ["A", "b", "c", "d"]]),
        PageBreak(),
        pdf_text("Helse"),
        pdf_table([HEADING, ["E", "f", "g", "h"]]),
    ]
    assert tables(read_pdf(pdf_file(flow), "plan.pdf")) == [
        [HEADING, ["A", "b", "c", "d"]],
        [HEADING, ["E", "f", "g", "h"]],
    ]


def test_a_table_without_lines_is_read_by_its_columns_and_told(
    pdf_file: Any, pdf_table: Any, tables: Any
) -> None:
    rows = [HEADING, ["A", LONG, "Løpende", "Q3"], ["Beredskap", "b", "Løpende", "Q4"], ["", "c", "", "Q4"]]
    paper = read_pdf(pdf_file([pdf_table(rows, drawn=False)]), "plan.pdf")
    assert tables(paper) == [rows]
    assert paper.lost == (
        "page 1, table 1: it has no lines; its columns and rows were read from where the words stand",
    )


def test_the_text_around_a_table_without_lines_stays_text(
    pdf_file: Any, pdf_table: Any, pdf_text: Any, tables: Any
) -> None:
    rows = [HEADING, ["A", "b", "c", "d"], ["E", "f", "g", "h"]]
    paper = read_pdf(pdf_file([pdf_text("Før"), pdf_table(rows, drawn=False), pdf_text("Etter")]), "plan.pdf")
    assert tables(paper) == [rows]
    assert [paper.blocks[0], paper.blocks[2]] == [Paragraph("Før", "page 1"), Paragraph("Etter", "page 1")]


def test_rows_without_space_between_them_begin_with_a_capital(pdf_file: Any, tables: Any) -> None:
    def on_page(canvas: Any, _page: object) -> None:
        lines = [("Tiltak", "Aktiviteter", "Status"), ("Lager", "Klargjøre for flytting av", "Avsluttes i")]
        for at, cells in enumerate([*lines, ("", "eiendeler", "løpet av høsten"), ("Arkiv", "Flytte", "Q4")]):
            for left, text in zip((60, 200, 370), cells, strict=True):
                canvas.drawString(left, 600 - 14 * at, text)

    from reportlab.platypus import Spacer

    assert tables(read_pdf(pdf_file([Spacer(1, 1)], on_page=on_page), "plan.pdf")) == [
        [
            ["Tiltak", "Aktiviteter", "Status"],
            ["Lager", "Klargjøre for flytting av eiendeler", "Avsluttes i løpet av høsten"],
            ["Arkiv", "Flytte", "Q4"],
        ]
    ]


def test_what_is_not_read_is_told(pdf_file: Any, pdf_text: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
    from reportlab.platypus import PageBreak

    def on_page(canvas: Any, _page: object) -> None:
        canvas.grid([100, 200, 300], [300, 320])
        canvas.drawImage(ImageReader(Image.new("RGB", (9, 9))), 300, 400)
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(300, -50, "Utkast")
        canvas.restoreState()

    monkeypatch.setattr("vrplan.importers.pdf._MOST_PAGES", 1)
    monkeypatch.setattr("vrplan.importers.pdf_tables._MOST_EDGES", 3)
    paper = read_pdf(pdf_file([pdf_text("Plan"), PageBreak(), pdf_text("To")], on_page=on_page), "plan.pdf")
    assert paper.blocks == (Paragraph("Plan", "page 1"),)
    assert paper.lost == (
        "page 1: text that does not stand upright was not read",
        "pictures were not read",
        "page 1: it holds too many lines to look for tables between them",
        "page 2: nothing was read from here on, the paper is too long",
    )


def test_a_table_without_lines_goes_on_over_the_page(pdf_file: Any, pdf_table: Any, tables: Any) -> None:
    rows = [["", f"Aktivitet {number}", "", "Avsluttes 30.6. 2018"] for number in range(40)]
    paper = read_pdf(pdf_file([pdf_table([HEADING, ["A", "b", "c", "d"], *rows], drawn=False)]), "plan.pdf")
    assert [len(table) for table in tables(paper)] == [42]
    assert tables(paper)[0][-1] == rows[-1]


def test_headings_are_bigger_than_the_text_and_bold_lines_are_strong(pdf_file: Any, pdf_text: Any) -> None:
    flow = [
        pdf_text("Handlingsplan 2018", "Heading1"),
        pdf_text("Innsatsområde: Kultur", "Heading2"),
        pdf_text("<b>Ungdomssymfoniorkester</b>"),
        pdf_text(" ".join([LONG] * 3)),
        pdf_text("Ressurs: Daglig leder"),
    ]
    assert read_pdf(pdf_file(flow), "plan.pdf").blocks == (
        Heading("Handlingsplan 2018", 1, "page 1"),
        Heading("Innsatsområde: Kultur", 2, "page 1"),
        Paragraph("Ungdomssymfoniorkester", "page 1", is_strong=True),
        Paragraph(" ".join([LONG] * 3), "page 1"),
        Paragraph("Ressurs: Daglig leder", "page 1"),
    )


def test_a_frame_around_a_text_is_no_table(pdf_file: Any, pdf_table: Any) -> None:
    paper = read_pdf(pdf_file([pdf_table([["Forslag til vedtak"]])]), "plan.pdf")
    assert paper.blocks == (Paragraph("Forslag til vedtak", "page 1"),)


def test_a_page_that_is_a_scan_is_told_and_the_others_are_read(pdf_file: Any, pdf_text: Any) -> None:
    from reportlab.platypus import PageBreak, Spacer

    paper = read_pdf(
        pdf_file([pdf_text("Plan"), PageBreak(), Spacer(1, 1), PageBreak(), pdf_text("Slutt")]), "plan.pdf"
    )
    assert [block.place for block in paper.blocks] == ["page 1", "page 3"]
    assert paper.lost == ("page 2: it has no text layer",)
