"""One small plan in five formats, and the same headings and cells from each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from vrplan.importers.docx import read_docx
from vrplan.importers.html import read_html
from vrplan.importers.markdown import read_markdown
from vrplan.importers.paper import Paper, Paragraph, Table
from vrplan.importers.pdf import read_pdf
from vrplan.importers.plain_text import read_plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

HEADING = ["Tiltak", "Aktiviteter", "HP 2018", "Justert HP 2018"]
CULTURE = [
    HEADING,
    [
        "Rekruttere nye deltakere",
        "Videreutvikle kontakten med rektorene",
        "Løpende",
        "Overført til kulturskolen",
    ],
    ["^", "Videreføre kontakten med korps", "Løpende", "Overført til kulturskolen"],
    ["Øve på sørøst-norsk", "Se terminliste", "Løpende", "Avsluttes 30.6.18"],
]
CLOSING = [
    HEADING,
    ["Lager", "Klargjøre for flytting", "", "Q3"],
    ["Arkiv – elektronisk", "Flytte arkiv", "", "Q4"],
]


READERS: dict[str, Callable[[bytes, str], Paper]] = {
    "docx": read_docx,
    "html": read_html,
    "markdown": read_markdown,
    "plain_text": read_plain_text,
    "pdf": read_pdf,
}
MERGING = ("docx", "html", "pdf")


@pytest.fixture
def plan_as_docx(word_file: Any, word_table: Any) -> bytes:
    def fill(document: Any) -> None:
        document.add_heading("Handlingsplan 2018", 1)
        document.add_heading("Innsatsområde: Kultur", 2)
        document.add_paragraph("Ressurs: Daglig leder")
        word_table(document, CULTURE)
        document.add_heading("Innsatsområde: Avvikling", 2)
        word_table(document, CLOSING)

    return bytes(word_file(fill))


@pytest.fixture
def plan_as_html() -> bytes:
    return """<!doctype html><meta charset="utf-8"><style>h1 {color: red}</style>
<h1>Handlingsplan 2018</h1><h2>Innsatsområde:&nbsp;Kultur</h2><p>Ressurs: Daglig leder</p>
<table>
<tr><th>Tiltak</th><th>Aktiviteter</th><th>HP 2018</th><th>Justert HP 2018</th></tr>
<tr><td rowspan="2">Rekruttere nye deltakere</td><td>Videreutvikle kontakten med rektorene</td>
<td>Løpende</td><td>Overført til kulturskolen</td></tr>
<tr><td>Videreføre kontakten med korps</td><td>Løpende</td><td>Overført til kulturskolen</td></tr>
<tr><td>&Oslash;ve på sør&shy;øst-norsk</td><td>Se terminliste</td><td>Løpende</td><td>Avsluttes 30.6.18</td></tr>
</table>
<h2>Innsatsområde: Avvikling</h2>
<table><tr><td>Tiltak<td>Aktiviteter<td>HP 2018<td>Justert HP 2018
<tr><td>Lager<td>Klargjøre for flytting<td><td>Q3
<tr><td>Arkiv – elektronisk<td>Flytte arkiv<td><td>Q4</table>
""".encode()


@pytest.fixture
def plan_as_markdown() -> bytes:
    return """# Handlingsplan 2018

Innsatsområde: Kultur
---------------------

**Ressurs:** Daglig leder

| Tiltak | Aktiviteter | HP 2018 | Justert HP 2018 |
|:-------|-------------|:-------:|----------------:|
| Rekruttere nye deltakere | Videreutvikle kontakten med rektorene | Løpende | Overført til kulturskolen |
| | Videreføre kontakten med korps | Løpende | Overført til kulturskolen |

| *Øve* på sørøst-norsk | Se terminliste | Løpende | Avsluttes 30.6.18 |

## Innsatsområde: Avvikling ##

Tiltak | Aktiviteter | HP 2018 | Justert HP 2018
--- | --- | --- | ---
Lager | Klargjøre for flytting | | Q3
Arkiv – elektronisk | Flytte arkiv | | Q4
""".encode()


@pytest.fixture
def plan_as_plain_text() -> bytes:
    return """Handlingsplan 2018
==================

Innsatsområde: Kultur
---------------------
Ressurs: Daglig leder

Tiltak\tAktiviteter\tHP 2018\tJustert HP 2018
Rekruttere nye deltakere\tVidereutvikle kontakten med rektorene\tLøpende\tOverført til kulturskolen
\tVidereføre kontakten med korps\tLøpende\tOverført til kulturskolen

Øve på sørøst-norsk\tSe terminliste\tLøpende\tAvsluttes 30.6.18
---\t---\t---------\t-----

Innsatsområde: Avvikling
------------------------

| Tiltak | Aktiviteter | HP 2018 | Justert HP 2018 |
| Lager | Klargjøre for flytting | | Q3 |
| Arkiv – elektronisk | Flytte arkiv | | Q4 |
""".encode()


@pytest.fixture
def plan_as_pdf(pdf_file: Any, pdf_text: Any, pdf_table: Any) -> bytes:
    return bytes(
        pdf_file(
            [
                pdf_text("Handlingsplan 2018", "Heading1"),
                pdf_text("Innsatsområde: Kultur", "Heading2"),
                pdf_text("Ressurs: Daglig leder"),
                pdf_table(CULTURE),
                pdf_text("Innsatsområde: Avvikling", "Heading2"),
                pdf_table(CLOSING),
            ]
        )
    )


@pytest.fixture(params=READERS)
def read(request: pytest.FixtureRequest) -> tuple[str, Paper]:
    data = request.getfixturevalue(f"plan_as_{request.param}")
    return request.param, READERS[request.param](data, f"plan.{request.param}")


def test_every_format_gives_the_same_cells(read: tuple[str, Paper], tables: Any) -> None:
    kind, paper = read
    empty = "^" if kind in MERGING else ""
    assert tables(paper) == [[[empty if cell == "^" else cell for cell in row] for row in CULTURE], CLOSING]


def test_every_format_gives_the_same_headings(read: tuple[str, Paper], headings: Any) -> None:
    assert headings(read[1]) == [
        (1, "Handlingsplan 2018"),
        (2, "Innsatsområde: Kultur"),
        (2, "Innsatsområde: Avvikling"),
    ]


def test_every_format_keeps_the_order_of_what_stands_in_it(read: tuple[str, Paper]) -> None:
    kinds = [type(block).__name__ for block in read[1].blocks]
    assert kinds == ["Heading", "Heading", "Paragraph", "Table", "Heading", "Table"]
    assert [block.text for block in read[1].blocks if isinstance(block, Paragraph)] == [
        "Ressurs: Daglig leder"
    ]


def test_every_row_says_where_it_stands(read: tuple[str, Paper]) -> None:
    kind, paper = read
    first = next(block for block in paper.blocks if isinstance(block, Table))
    assert [first.rows[0].place, first.rows[3].place] == {
        "docx": ["table 1, row 1", "table 1, row 4"],
        "html": ["table 1, row 1", "table 1, row 4"],
        "markdown": ["line 8", "line 13"],
        "plain_text": ["line 8", "line 12"],
        "pdf": ["page 1, table 1, row 1", "page 1, table 1, row 4"],
    }[kind]


def test_nothing_is_lost_but_the_dashes_that_stand_wrong(read: tuple[str, Paper]) -> None:
    kind, paper = read
    told = ("line 13: a row of dashes stands below rows of the table; it was left out",)
    assert paper.lost == (told if kind == "plain_text" else ())
