"""A plain text: tables with the damage that copies have, headings, wrapped lines, letter sets."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from vrplan.importers.paper import Heading, Paragraph, Table, Unreadable
from vrplan.importers.plain_text import read_plain_text


def texts(text: str) -> list[str]:
    paper = read_plain_text(dedent(text).encode(), "plan.txt")
    return [block.text if not isinstance(block, Table) else f"table {block.number}" for block in paper.blocks]


DAMAGED = """\
Tiltak\tAktiviteter\tHP 2018\tJustert HP 2018
Rekruttere deltakere\tKontakt med rektorer\tLøpende\tOverført

Øve\tSe terminliste\tLøpende\tOverført
---\t---\t---------\t-------

Innsatsområde: Helse

- | | |
|---------------|---|
| Fokusområde 1 | Kommunehelsesamarbeidet (KHS) |
| Fokusområde 2 | Samfunn og folkehelse |
"""


def test_a_table_with_an_empty_line_and_dashes_below_its_rows(tables: Any) -> None:
    paper = read_plain_text(DAMAGED.encode(), "plan.txt")
    assert tables(paper)[0] == [
        ["Tiltak", "Aktiviteter", "HP 2018", "Justert HP 2018"],
        ["Rekruttere deltakere", "Kontakt med rektorer", "Løpende", "Overført"],
        ["Øve", "Se terminliste", "Løpende", "Overført"],
    ]
    assert paper.lost == ("line 5: a row of dashes stands below rows of the table; it was left out",)


def test_a_broken_heading_over_a_list_of_two_columns(tables: Any) -> None:
    paper = read_plain_text(DAMAGED.encode(), "plan.txt")
    assert tables(paper)[1] == [
        ["Fokusområde 1", "Kommunehelsesamarbeidet (KHS)"],
        ["Fokusområde 2", "Samfunn og folkehelse"],
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Tiltak\tHP\tNy\nA\tb\n", [["Tiltak", "HP", "Ny"], ["A", "b"]]),  # ragged
        ("Tiltak\tHP\tNy\nA\tb\tc\td\n", [["Tiltak", "HP", "Ny"], ["A", "b", "c", "d"]]),
        ("Tiltak\tHP\tNy\n\tb\t\n", [["Tiltak", "HP", "Ny"], ["", "b", ""]]),
        (
            "Tiltak\tHP\tNy\nA\tb\nog mer\tc\n",
            [["Tiltak", "HP", "Ny"], ["A", "b\nog mer", "c"]],
        ),  # a cell broken
        ("Tiltak\tHP\nA\tb\nog mer\nC\td\n", [["Tiltak", "HP"], ["A", "b\nog mer"], ["C", "d"]]),
        ("Tiltak\tHP\nA\tb\nHelse\nC\td\n", [["Tiltak", "HP"], ["A", "b"], ["Helse"], ["C", "d"]]),
        (
            "Tiltak\tHP\nA\tb\n\fTiltak\tHP\nC\td\n",
            [["Tiltak", "HP"], ["A", "b"], ["C", "d"]],
        ),  # over two pages
        ("Tiltak | HP | Ny\nA | b | c\n", [["Tiltak", "HP", "Ny"], ["A", "b", "c"]]),
        ("|Tiltak|HP|\n|A \\| B|b|\n", [["Tiltak", "HP"], ["A | B", "b"]]),
    ],
)
def test_the_cells_of_a_table(text: str, rows: list[list[str]], tables: Any) -> None:
    assert tables(read_plain_text(text.encode(), "plan.txt")) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "Møtedato:\t31.5.2018\nSaksnr:\t15/2018\n",
        "Sak 15/2018\tRevidert plan\n",
        "Vestregionen | Sak 15/2018\n",
        "\tinnrykket\n\tinnrykket\n",
    ],
)
def test_a_tab_or_a_pipe_alone_makes_no_table(text: str, tables: Any) -> None:
    assert tables(read_plain_text(text.encode(), "plan.txt")) == []


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Kultur\n======\ntekst", (1, "Kultur")),
        ("Kultur\n------\ntekst", (2, "Kultur")),
        ("1 Innledning\n\nTekst.", (1, "1 Innledning")),
        ("1. Innledning\n\nTekst.", (1, "1. Innledning")),
        ("2.3 Kultur og helse\n\nTekst.", (2, "2.3 Kultur og helse")),
        ("1. Innledning\n2. Kultur\n", None),  # a list
        ("1. Styret slutter seg til planen.\n", None),
        ("13 av kommunene er med\n", None),
        ("14.6.2018 Møte\n", None),
        ("Innsatsområde: Kultur\n", None),
        ("Kultur\n-\n", None),
    ],
)
def test_headings(text: str, heading: tuple[int, str] | None, headings: Any) -> None:
    assert headings(read_plain_text(text.encode(), "plan.txt")) == ([heading] if heading else [])


def test_a_sentence_that_goes_on_small_is_one_paragraph() -> None:
    assert texts("Vestregionen legges\nned i 2018.\nRessurs: Daglig leder\n") == [
        "Vestregionen legges ned i 2018.",
        "Ressurs: Daglig leder",
    ]


def test_a_word_split_at_a_line_end_is_whole_again_but_not_a_pair() -> None:
    assert texts("Kompe-\ntanse\n\nPlan-\nog utvikling\n") == ["Kompetanse", "Plan- og utvikling"]


def test_full_lines_of_a_wrapped_text_are_one_paragraph() -> None:
    line = "Styret i alliansen har i møtet sitt vedtatt planen for alle i"
    assert texts("\n".join([line] * 5) + "\nVestregionen.\n") == [" ".join([*[line] * 5, "Vestregionen."])]


def test_entries_of_a_list_lose_their_mark() -> None:
    assert texts("- Helse\n• Kultur\n") == ["Helse", "Kultur"]


def test_pages_are_told_with_the_line_of_the_file() -> None:
    paper = read_plain_text(b"En\n\fTo\nTre\n", "plan.txt")
    assert [
        (block.text, block.place) for block in paper.blocks if isinstance(block, Heading | Paragraph)
    ] == [
        ("En", "page 1, line 1"),
        ("To", "page 2, line 2"),
        ("Tre", "page 2, line 3"),
    ]


GUESSED = "its letters were read as Windows-1252 (Latin-1): they are not UTF-8"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("latin-1", (GUESSED,)),
        ("utf-16", ()),
        ("utf-32", ()),
        ("utf-16-le", ("its letters were read as UTF-16, which it does not say",)),
        ("utf-16-be", ("its letters were read as UTF-16, which it does not say",)),
    ],
)
def test_letter_sets(encoding: str, told: tuple[str, ...]) -> None:
    paper = read_plain_text("Fokusområde: Ørret på tur\r\n".encode(encoding), "plan.txt")
    assert [block.text for block in paper.blocks if isinstance(block, Paragraph)] == [
        "Fokusområde: Ørret på tur"
    ]
    assert paper.lost == told


def test_the_dash_of_windows_is_read() -> None:
    assert read_plain_text("2016 – 2018 på".encode("cp1252"), "plan.txt").blocks[0] == Paragraph(
        "2016 – 2018 på", "line 1"
    )


def test_a_text_with_some_damaged_letters_stays_in_its_letter_set() -> None:
    paper = read_plain_text("blåbær på ørene, s\xe5".encode().replace(b"s\xc3\xa5", b"s\xe5"), "plan.txt")
    assert paper.lost == ("letters that are damaged stand as �: 1",)


def test_blanks_and_signs_that_are_no_text() -> None:
    paper = read_plain_text("Handlings\u00adplan\u00a02018\x07\x1b[31m  ferdig".encode(), "plan.txt")
    assert paper.blocks == (Paragraph("Handlingsplan 2018[31m ferdig", "line 1"),)
    assert paper.lost == ("characters that are no text (control characters) were left out",)


def test_a_letter_in_two_parts_is_one() -> None:
    assert texts("Pa\u030a tur\n") == ["På tur"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "x.txt holds no text"),
        (b" \n\t\n", "x.txt holds no text"),
        (bytes(range(32)) * 40, "x.txt is not a text: most of its bytes are no letters"),
    ],
)
def test_what_is_no_text_is_told_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_plain_text(data, "x.txt")
    assert str(raised.value) == why
