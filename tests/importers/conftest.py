"""What the tests of the readers of papers share: how a Word file or a PDF is built, tables as tests write them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from vrplan.importers.paper import Cell, Heading, Paper, Table

if TYPE_CHECKING:
    from collections.abc import Callable

_MERGED = {(True, False): "^", (False, True): "<", (True, True): "^<"}
"""How a test writes a cell that is merged with the one above, to its left, or both."""


@pytest.fixture
def tables() -> Callable[[Paper], list[list[list[str]]]]:
    return lambda paper: [_marked(block) for block in paper.blocks if isinstance(block, Table)]


@pytest.fixture
def headings() -> Callable[[Paper], list[tuple[int, str]]]:
    return lambda paper: [(block.level, block.text) for block in paper.blocks if isinstance(block, Heading)]


@pytest.fixture
def word_file() -> Callable[[Callable[[Any], object]], bytes]:
    return _word_file


@pytest.fixture
def word_table() -> Callable[[Any, list[list[str]]], Any]:
    return _word_table


@pytest.fixture
def pdf_file() -> Callable[..., bytes]:
    return _pdf_file


@pytest.fixture
def pdf_text() -> Callable[..., Any]:
    return _pdf_text


@pytest.fixture
def pdf_table() -> Callable[..., Any]:
    return _pdf_table


def _marked(table: Table) -> list[list[str]]:
    return [[_text(cell) for cell in row.cells] for row in table.rows]


def _text(cell: Cell) -> str:
    return _MERGED.get((cell.continues_above, cell.continues_left), cell.text)


def _word_file(fill: Callable[[Any], object]) -> bytes:
    """The bytes of a Word file that `fill` wrote into."""
    from docx import Document

    document = Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _word_table(document: Any, rows: list[list[str]]) -> Any:
    """A table in a Word file, its cells merged where the rows say so."""
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == "^":
                table.cell(at - 1, column).merge(table.cell(at, column))
            elif text == "<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            else:
                table.cell(at, column).text = text
    return table


def _pdf_file(flowables: list[Any], **options: Any) -> bytes:
    """The bytes of a PDF with these on its pages."""
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
    from reportlab.platypus import SimpleDocTemplate  # type: ignore[import-untyped]

    file = io.BytesIO()
    decoration = options.pop("on_page", lambda *_: None)
    SimpleDocTemplate(file, pagesize=A4, invariant=1, **options).build(
        flowables, onFirstPage=decoration, onLaterPages=decoration
    )
    return file.getvalue()


def _pdf_text(text: str, style: str = "BodyText") -> Any:
    """A paragraph for a PDF."""
    from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]
    from reportlab.platypus import Paragraph

    return Paragraph(text, getSampleStyleSheet()[style])


def _pdf_table(rows: list[list[str]], *, drawn: bool = True) -> Any:
    """A table for a PDF, its heading repeated on every page, with or without lines around its cells."""
    from reportlab.lib import colors  # type: ignore[import-untyped]
    from reportlab.platypus import Table as Grid

    spans = [
        ("SPAN", (column - (text == "<"), at - (text == "^")), (column, at))
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if text in ("^", "<")
    ]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if drawn else []
    cells = [[_pdf_text("" if text in ("^", "<") else text) for text in row] for row in rows]
    return Grid(
        cells,
        [120, 170, 70, 110][: len(rows[0])],
        repeatRows=1,
        style=[*lines, *spans, ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
