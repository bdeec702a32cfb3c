"""The numbers that Word sets before paragraphs: they stand in no text, and are read as they are seen."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml

from vrplan.importers.docx import read_docx
from vrplan.importers.paper import Heading, Paper, Paragraph

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def numbered(paragraph: Any, level: int, number: int = 90) -> None:
    """Makes a paragraph an entry of a list."""
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {NAMES}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def add_list(document: Any, *levels: tuple[str, str], anew: bool = False) -> None:
    """A list with the numbers 90 and 91; `anew`: 91 begins at 1 again."""
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="90">{written}</w:abstractNum>'))
    change = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if anew else ""
    for number, more in ((90, ""), (91, change)):
        numbering.append(
            parse_xml(f'<w:num {NAMES} w:numId="{number}"><w:abstractNumId w:val="90"/>{more}</w:num>')
        )


def texts(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Heading | Paragraph)]


DECIMAL = (("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))


@pytest.mark.parametrize(
    ("levels", "depths", "read"),
    [
        (DECIMAL, [0, 1, 1, 0, 1], ["1. A", "1.1 A", "1.2 A", "2. A", "2.1 A"]),
        (DECIMAL, [0, 2], ["1. A", "1.1.1 A"]),
        ((("lowerLetter", "%1)"),), [0] * 2, ["a) A", "b) A"]),
        ((("upperRoman", "%1."),), [0] * 4, ["I. A", "II. A", "III. A", "IV. A"]),
        ((("decimalZero", "%1"),), [0], ["01 A"]),
        ((("bullet", "•"),), [0], ["A"]),
        ((("none", ""),), [0], ["A"]),
        (DECIMAL, [7], ["A"]),  # a level that the list does not have
    ],
)
def test_numbers_are_counted_as_word_does(
    levels: tuple[tuple[str, str], ...], depths: list[int], read: list[str], word_file: Any
) -> None:
    def fill(document: Any) -> None:
        add_list(document, *levels)
        for depth in depths:
            numbered(document.add_paragraph("A"), depth)

    assert texts(read_docx(word_file(fill), "plan.docx")) == read


@pytest.mark.parametrize(
    ("anew", "read"), [(False, ["1. A", "2. A", "3. B", "4. B"]), (True, ["1. A", "2. A", "1. B", "2. B"])]
)
def test_a_second_list_counts_on_or_begins_anew(anew: bool, read: list[str], word_file: Any) -> None:
    def fill(document: Any) -> None:
        add_list(document, *DECIMAL, anew=anew)
        for text, number in (("A", 90), ("A", 90), ("B", 91), ("B", 91)):
            numbered(document.add_paragraph(text), 0, number)

    assert texts(read_docx(word_file(fill), "plan.docx")) == read


def test_a_style_numbers_its_paragraphs(word_file: Any) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("A", style="List Number")
        document.add_paragraph("B", style="List Number")
        document.add_paragraph("C", style="List Bullet")

    assert texts(read_docx(word_file(fill), "plan.docx")) == ["1. A", "2. B", "C"]


def test_a_heading_has_its_number_only_where_that_is_words(word_file: Any) -> None:
    def fill(document: Any) -> None:
        add_list(document, ("decimal", "Fokusområde %1:"), ("decimal", "%1.%2"))
        numbered(document.add_heading("KHS", 1), 0)
        numbered(document.add_heading("KomUt", 2), 1)

    assert texts(read_docx(word_file(fill), "plan.docx")) == ["Fokusområde 1: KHS", "KomUt"]


def test_a_cell_that_is_only_a_number_holds_it(word_file: Any, word_table: Any, tables: Any) -> None:
    def fill(document: Any) -> None:
        add_list(document, *DECIMAL)
        table = word_table(document, [["Nr", "Tiltak"], ["", "Kurs"], ["", "Møte"]])
        for row in (1, 2):
            numbered(table.cell(row, 0).paragraphs[0], 0)
        numbered(table.cell(2, 1).paragraphs[0], 1)

    assert tables(read_docx(word_file(fill), "plan.docx")) == [
        [["Nr", "Tiltak"], ["1.", "Kurs"], ["2.", "2.1 Møte"]]
    ]
