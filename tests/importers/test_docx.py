"""A Word file: merged and nested cells, tracked changes, styles, headers, and what is not read of it."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from vrplan.importers.docx import read_docx
from vrplan.importers.paper import Heading, Paragraph, Struck, Table


def element(tag: str, **attributes: str) -> Any:
    """An element of Word's XML."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def wrapped(run: Any, tag: str) -> None:
    """Puts a run into an element such as `w:ins`."""
    holder = element(tag)
    run._r.addprevious(holder)
    holder.append(run._r)


@pytest.mark.parametrize(
    "rows",
    [
        [["A", "b"], ["^", "c"]],
        [["A", "<", "b"], ["c", "d", "e"]],
        [["A", "<", "<"], ["c", "d", "e"]],
        [["A", "b"], ["^", "c"], ["^", "d"], ["E", "f"]],
    ],
)
def test_merged_cells(rows: list[list[str]], word_file: Any, word_table: Any, tables: Any) -> None:
    assert tables(read_docx(word_file(lambda document: word_table(document, rows)), "plan.docx")) == [rows]


def test_a_cell_merged_across_and_down(word_file: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(2, 3)
        table.cell(0, 0).merge(table.cell(1, 1)).text = "A"
        table.cell(1, 2).text = "b"

    assert tables(read_docx(word_file(fill), "plan.docx")) == [[["A", "<", ""], ["^", "^<", "b"]]]


@pytest.mark.parametrize(
    ("fill", "text", "is_told"),
    [("00B050", "", True), ("00B050", "Grønn", False), ("D9D9D9", "", False), ("auto", "", False)],
)
def test_a_cell_that_only_has_a_colour_is_told(fill: str, text: str, is_told: bool, word_file: Any) -> None:
    def write(document: Any) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Kurs", text
        table.cell(0, 1)._tc.get_or_add_tcPr().append(element("w:shd", val="clear", fill=fill))

    told = "cells that hold a colour and no words were not read: a traffic light may be one"
    assert read_docx(word_file(write), "plan.docx").lost == ((told,) if is_told else ())


def test_a_row_that_begins_further_right(word_file: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(2, 3)
        row = table.rows[1]._tr
        row.remove(row.tc_lst[0])
        row.get_or_add_trPr().append(element("w:gridBefore", val="1"))
        table.cell(0, 0).text, row.tc_lst[0].p_lst[0].add_r().text = "A", "b"

    assert tables(read_docx(word_file(fill), "plan.docx")) == [[["A", "", ""], ["", "b", ""]]]


def test_line_breaks_and_paragraphs_in_a_cell(word_file: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "A\nB"
        cell.add_paragraph("")
        cell.add_paragraph("C", style="List Bullet")

    assert tables(read_docx(word_file(fill), "plan.docx")) == [[["A\nB\nC"]]]


def test_nested_tables_come_after_the_one_that_holds_them(word_file: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        outer = document.add_table(1, 2)
        outer.cell(0, 0).text = "A"
        inner = outer.cell(0, 1).add_table(1, 1)
        inner.cell(0, 0).text = "inne"
        inner.cell(0, 0).add_table(1, 1).cell(0, 0).text = "innerst"
        document.add_table(1, 1).cell(0, 0).text = "sist"

    paper = read_docx(word_file(fill), "plan.docx")
    assert tables(paper) == [[["A", ""]], [["inne"]], [["innerst"]], [["sist"]]]
    assert [block.place for block in paper.blocks if isinstance(block, Table)] == [
        "table 1",
        "table 2",
        "table 3",
        "table 4",
    ]


TRACKED = "the paper has tracked changes: insertions were read, deletions were not"


def test_insertions_count_and_deletions_do_not(word_file: Any) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Avsluttes ")
        wrapped(paragraph.add_run("31.12.18"), "w:del")
        wrapped(paragraph.add_run("30.6.18"), "w:ins")

    paper = read_docx(word_file(fill), "plan.docx")
    assert paper.blocks == (Paragraph("Avsluttes 30.6.18", "paragraph 1"),)
    assert paper.lost == (TRACKED,)


def test_a_deleted_row_is_left_out_and_told(word_file: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "A", "B"
        table.rows[0]._tr.get_or_add_trPr().append(element("w:del"))

    paper = read_docx(word_file(fill), "plan.docx")
    assert (tables(paper), paper.lost) == ([[["B"]]], (TRACKED,))


def test_text_that_a_merged_cell_hides_is_told(word_file: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(2, 1)
        for row, merge in enumerate((element("w:vMerge", val="restart"), element("w:vMerge"))):
            table.cell(row, 0).text = f"A{row}"
            table.rows[row]._tr.tc_lst[0].get_or_add_tcPr().append(merge)

    paper = read_docx(word_file(fill), "plan.docx")
    assert tables(paper) == [[["A0"], ["^"]]]
    assert paper.lost == (
        "table 1, row 2: text in a cell that is merged with the one above was left out: A1",
    )


def test_content_controls_and_links_are_read(word_file: Any) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Sak ")
        wrapped(paragraph.add_run("15/"), "w:hyperlink")
        wrapped(paragraph.add_run("2018"), "w:smartTag")
        control, content = element("w:sdt"), element("w:sdtContent")
        paragraph._p.addprevious(control)
        control.append(content)
        content.append(paragraph._p)

    assert read_docx(word_file(fill), "plan.docx").blocks == (Paragraph("Sak 15/2018", "paragraph 1"),)


def test_headings_by_style_by_outline_and_in_norwegian(word_file: Any, headings: Any) -> None:
    def fill(document: Any) -> None:
        document.add_heading("Tittel", 0)
        document.add_heading("Norsk", 2).style.name = "Overskrift 2"
        own = document.styles.add_style("Kommunens egen", 1)
        own.base_style = document.styles["Heading 3"]
        document.add_paragraph("Etter en annen", style=own)
        document.add_paragraph("Nivå fire")._p.get_or_add_pPr().append(element("w:outlineLvl", val="3"))
        body = document.add_heading("Brødtekst", 1)
        body._p.get_or_add_pPr().append(element("w:outlineLvl", val="9"))

    assert headings(read_docx(word_file(fill), "plan.docx")) == [
        (1, "Tittel"),
        (2, "Norsk"),
        (3, "Etter en annen"),
        (4, "Nivå fire"),
    ]


def test_a_paragraph_is_strong_when_all_of_it_is_bold(word_file: Any) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph().add_run("fet").bold = True
        half = document.add_paragraph()
        half.add_run("halvt ").bold = True
        half.add_run("fet")
        own = document.styles.add_style("Fet", 1)
        own.font.bold = True
        document.add_paragraph("etter stil", style=own)
        document.add_paragraph(style=own).add_run("slått av").bold = False
        document.add_paragraph().add_run("tegnstil", style="Strong")

    blocks = read_docx(word_file(fill), "plan.docx").blocks
    assert [(block.text, block.is_strong) for block in blocks if isinstance(block, Paragraph)] == [
        ("fet", True),
        ("halvt fet", False),
        ("etter stil", True),
        ("slått av", False),
        ("tegnstil", True),
    ]


def test_paragraphs_with_tabs_are_a_table_but_not_the_contents(word_file: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        contents = document.styles.add_style("toc 1", 1)
        for text in ("Innledning\t1", "Kultur\t2"):
            document.add_paragraph(text, style=contents)
        for text in ("Tiltak\tHP 2018", "A\tb", "", "\tc", "etter"):
            document.add_paragraph(text)
        document.add_table(1, 1).cell(0, 0).text = "sist"

    paper = read_docx(word_file(fill), "plan.docx")
    assert tables(paper) == [[["Tiltak", "HP 2018"], ["A", "b"], ["", "c"]], [["sist"]]]
    assert [block.number for block in paper.blocks if isinstance(block, Table)] == [1, 2]
    assert paper.blocks[0] == Paragraph("Innledning 1", "paragraph 1")


def test_headers_stand_first_and_footers_last(word_file: Any) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("tekst")
        section = document.sections[0]
        section.header.paragraphs[0].text = "Sak 15/2018"
        section.footer.paragraphs[0].text = "Unntatt nei"
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Saksframlegg"

    assert read_docx(word_file(fill), "plan.docx").blocks == (
        Paragraph("Sak 15/2018", "page header"),
        Paragraph("Saksframlegg", "page header"),
        Paragraph("tekst", "paragraph 1"),
        Paragraph("Unntatt nei", "page footer"),
    )


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("w:footnoteReference", "footnotes were not read"),
        ("w:commentReference", "comments in the margin were not read"),
        ("w:drawing", "pictures were not read"),
    ],
)
def test_what_is_not_read_is_told(tag: str, told: str, word_file: Any) -> None:
    paper = read_docx(
        word_file(lambda d: d.add_paragraph("a").add_run()._r.append(element(tag))), "plan.docx"
    )
    assert (paper.blocks, paper.lost) == ((Paragraph("a", "paragraph 1"),), (told,))


def test_a_text_box_is_told_with_its_text_once(word_file: Any) -> None:
    def fill(document: Any) -> None:
        box = element("w:txbxContent")
        box.append(copy.deepcopy(document.add_paragraph("Frist 1.6.")._p))
        run = document.paragraphs[0].add_run()._r
        for tag in ("w:drawing", "w:pict"):
            holder = element(tag)
            holder.append(copy.deepcopy(box))
            run.append(holder)

    paper = read_docx(word_file(fill), "plan.docx")
    assert paper.lost == ("paragraph 1: a text box was not read: Frist 1.6.",)


def test_hidden_and_struck_text(word_file: Any) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("synlig ")
        paragraph.add_run("skjult").font.hidden = True
        paragraph.add_run("strøket").font.strike = True

    paper = read_docx(word_file(fill), "plan.docx")
    assert paper.blocks == (Paragraph("synlig", "paragraph 1"),)
    assert paper.lost == ("hidden text was left out",)
    assert paper.struck == (Struck("strøket", "paragraph 1"),)


def test_struck_text_in_a_cell_is_told_with_its_row(word_file: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        cell = document.add_table(1, 2).cell(0, 1)
        cell.paragraphs[0].add_run("Avsluttes ").font.strike = True
        cell.paragraphs[0].add_run("1.6.18").font.double_strike = True
        cell.paragraphs[0].add_run("Videreføres")

    paper = read_docx(word_file(fill), "plan.docx")
    assert tables(paper) == [[["", "Videreføres"]]]
    assert paper.struck == (Struck("Avsluttes 1.6.18", "table 1, row 1"),)


def test_a_paper_without_a_table_is_read(word_file: Any) -> None:
    paper = read_docx(word_file(lambda document: document.add_heading("Bare tekst", 1)), "plan.docx")
    assert paper.blocks == (Heading("Bare tekst", 1, "paragraph 1"),)
