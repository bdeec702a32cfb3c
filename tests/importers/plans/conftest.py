"""A paper from the text that a test shows."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from vrplan.importers.paper import Cell, Heading, Paper, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Block


def paper(text: str, name: str = "plan.docx", lost: tuple[str, ...] = ()) -> Paper:
    """Lines with | are rows of a table, # begins a heading, ** a paragraph in bold; a blank line ends a table.

    In a row ^ is a cell merged with the one above, < with the one to its left, and / a line break in a cell.
    """
    blocks: list[Block] = []
    rows: list[Row] = []
    tables = 0
    for number, line in enumerate([*dedent(text).strip("\n").splitlines(), ""], 1):
        place = f"line {number}"
        if "|" in line:
            rows.append(Row(tuple(_cell(one.strip()) for one in line.strip().strip("|").split("|")), place))
            continue
        if rows:
            tables += 1
            blocks.append(Table(tables, tuple(rows), rows[0].place))
            rows = []
        if line.startswith("#"):
            marks, _, words = line.partition(" ")
            blocks.append(Heading(words, len(marks), place))
        elif line.strip():
            blocks.append(Paragraph(line.removeprefix("**"), place, line.startswith("**")))
    return Paper(name, tuple(blocks), lost)


def _cell(text: str) -> Cell:
    if text in {"^", "<"}:
        return Cell("", continues_above=text == "^", continues_left=text == "<")
    return Cell(text.replace(" / ", "\n"))


@pytest.fixture
def paper_from() -> Callable[..., Paper]:
    return paper
