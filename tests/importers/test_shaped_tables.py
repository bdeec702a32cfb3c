"""Tables that are drawn with `+`, `-` and `|`, or whose columns stand below dashes, as Pandoc and others write them."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from vrplan.importers.markdown import read_markdown
from vrplan.importers.plain_text import read_plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

READERS = (read_markdown, read_plain_text)
Rows = list[list[str]]

GRID = """
    +---------------+------------------+-----------+
    | Tiltak        | Aktiviteter      | HP 2018   |
    +===============+==================+===========+
    | Drift         | Holde kurs for   | Avsluttes |
    |               | ansatte          | 30.6.18   |
    |               +------------------+-----------+
    |               | Lage bok         | Q3        |
    +---------------+------------------+-----------+
    | Helse                            | Q4        |
    +---------------+------------------+-----------+
    | Møter         | - Leie rom       | Q4        |
    |               | - Kalle inn      |           |
    +---------------+------------------+-----------+
"""


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            GRID,
            [
                ["Tiltak", "Aktiviteter", "HP 2018"],
                ["Drift", "Holde kurs for ansatte", "Avsluttes 30.6.18"],
                ["^", "Lage bok", "Q3"],
                ["Helse", "<", "Q4"],
                ["Møter", "- Leie rom\n- Kalle inn", "Q4"],
            ],
        ),
        # a table as a database prints it: a line below the heading only, and each line a row
        (
            """
            +--------+-------+
            | Tiltak | Frist |
            +--------+-------+
            | Kurs   | Q3    |
            | Møte   | Q4    |
            +--------+-------+
            """,
            [["Tiltak", "Frist"], ["Kurs", "Q3"], ["Møte", "Q4"]],
        ),
        # reStructuredText: a line with nothing in its first column goes on with the row above
        (
            """
            =======  ============  =======
            Tiltak   Aktiviteter   HP 2018
            =======  ============  =======
            Drift    Holde kurs    Q3
                     for ansatte
            Møter    Leie rom      Q4
            =======  ============  =======
            """,
            [
                ["Tiltak", "Aktiviteter", "HP 2018"],
                ["Drift", "Holde kurs for ansatte", "Q3"],
                ["Møter", "Leie rom", "Q4"],
            ],
        ),
        # Pandoc: rows of several lines set apart by empty ones
        (
            """
            ------------------------------
            Tiltak   Aktiviteter   HP 2018
            -------- ------------- -------
            Drift    Holde kurs    Q3
                     for ansatte

            Møter    Leie rom      Q4
            ------------------------------
            """,
            [
                ["Tiltak", "Aktiviteter", "HP 2018"],
                ["Drift", "Holde kurs for ansatte", "Q3"],
                ["Møter", "Leie rom", "Q4"],
            ],
        ),
        # Pandoc: a line for each row, and an empty first cell is one
        (
            """
            Tiltak   Aktiviteter   HP 2018
            -------- ------------- -------
            Drift    Holde kurs    Q3
                     Lage bok      Q4

            Etterpå.
            """,
            [["Tiltak", "Aktiviteter", "HP 2018"], ["Drift", "Holde kurs", "Q3"], ["", "Lage bok", "Q4"]],
        ),
    ],
)
def test_cells(read: Callable[[bytes, str], Paper], text: str, rows: Rows, tables: Any) -> None:
    assert tables(read(dedent(text).encode(), "plan")) == [rows]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "Kultur\n------\ntekst",
        "----------\n\ntekst\n\n----------\n",
        "Tiltak   Frist\n------ ------\nKursene er for alle\n",  # a text runs over from one column to the next
        "Tiltak   Frist\n --- ---------\nKurs     Q3\n",  # a text begins before the first column
        "+---+---+\n|a  | b |\n+---+---+\n|en lang tekst | c |\n+---+---+\n",  # one is longer than its line
        "+---+\ntekst\n",
        "+---+---+\n| a | b |\n",
        "--- ---\ntekst\n",
    ],
)
def test_what_is_no_table(read: Callable[[bytes, str], Paper], text: str, tables: Any) -> None:
    assert tables(read(text.encode(), "plan")) == []


def test_places_are_the_lines_of_the_file() -> None:
    paper = read_markdown(dedent(GRID).encode(), "plan.md")
    (table,) = paper.blocks
    assert [row.place for row in table.rows] == ["line 3", "line 5", "line 8", "line 10", "line 12"]  # type: ignore[union-attr]
