"""A Markdown file: its own forms; tables share their reader with plain text."""

from __future__ import annotations

from typing import Any

import pytest

from vrplan.importers.markdown import read_markdown
from vrplan.importers.paper import Paragraph, Struck


def paragraphs(text: str) -> list[tuple[str, bool]]:
    blocks = read_markdown(text.encode(), "plan.md").blocks
    return [(block.text, block.is_strong) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("|Tiltak|HP|\n|:--|--:|\n|A|b|\n", [["Tiltak", "HP"], ["A", "b"]]),
        ("Tiltak|HP\n--|--\nA|b\n", [["Tiltak", "HP"], ["A", "b"]]),
        ("|Tiltak|HP|\n|--|--|\n|A \\| B|`x`|\n", [["Tiltak", "HP"], ["A | B", "x"]]),
        ("|Tiltak|HP|\n|--|--|\n|A|\n|A|b|c|\n", [["Tiltak", "HP"], ["A"], ["A", "b", "c"]]),
        ("|Tiltak|HP|\n|--|--|\n|A|b|\n\n|C|d|\n", [["Tiltak", "HP"], ["A", "b"], ["C", "d"]]),
        ("|Tiltak|HP|\n|--|--|\n|**A**<br>B|[d](http://x.no)|\n", [["Tiltak", "HP"], ["A\nB", "d"]]),
        ("|Tiltak|HP|\n|-|-|\n|A|-|\n", [["Tiltak", "HP"], ["A", "-"]]),
    ],
)
def test_the_cells_of_a_table(text: str, rows: list[list[str]], tables: Any) -> None:
    assert tables(read_markdown(text.encode(), "plan.md")) == [rows]


def test_dashes_below_the_rows_are_told(tables: Any) -> None:
    paper = read_markdown(b"|Tiltak|HP|\n|A|b|\n|---|---|\n|C|d|\n", "plan.md")
    assert tables(paper) == [[["Tiltak", "HP"], ["A", "b"], ["C", "d"]]]
    assert paper.lost == ("line 3: a row of dashes stands below rows of the table; it was left out",)


def test_after_an_empty_line_a_heading_with_dashes_begins_another_table(tables: Any) -> None:
    text = b"|Tiltak|HP|\n|---|---|\n|A|b|\n\n|Navn|Tid|\n|---|---|\n|C|d|\n"
    assert tables(read_markdown(text, "plan.md")) == [
        [["Tiltak", "HP"], ["A", "b"]],
        [["Navn", "Tid"], ["C", "d"]],
    ]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# Plan", (1, "Plan")),
        ("### *Helse* og **omsorg** ###", (3, "Helse og omsorg")),
        ("# C#", (1, "C#")),
        ("Plan\n===", (1, "Plan")),
        ("Plan\n---", (2, "Plan")),
        ("#tag", None),
        ("tekst\n\n---\n", None),
    ],
)
def test_headings(text: str, heading: tuple[int, str] | None, headings: Any) -> None:
    assert headings(read_markdown(text.encode(), "plan.md")) == ([heading] if heading else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Helse**\n", [("Helse", True)]),
        ("**Ressurs:** Daglig leder\n", [("Ressurs: Daglig leder", False)]),
        ("**Helse**\nTekst\n", [("Helse", True), ("Tekst", False)]),
        ("en\nto\n\ntre\n", [("en to", False), ("tre", False)]),
        ("en  \nto\\\ntre\n", [("en\nto\ntre", False)]),
        ("- en\n  to\n* tre\n", [("en to", False), ("tre", False)]),
        ("1. en\n2. to\n", [("1. en", False), ("2. to", False)]),
        ("> sitat\n", [("sitat", False)]),
        ("a <!-- b\n--> c\n", [("a c", False)]),
        ("2 * 3 * 4 og snake_case_navn\n", [("2 * 3 * 4 og snake_case_navn", False)]),
        ("\\*ikke\\* skrå &amp; <b>fet</b>\n", [("*ikke* skrå & fet", False)]),
        # what is no mark is text, and stays
        ("Regn {{ 7*7 }} og ${7*7}\n", [("Regn {{ 7*7 }} og ${7*7}", False)]),
        ("2**3 og 2**4\n", [("2**3 og 2**4", False)]),
        ("En <script>alert(1)</script>\n", [("En <script>alert(1)</script>", False)]),
        ("Ansvar: <navn>, <SPAN class='x'>leder</SPAN>\n", [("Ansvar: <navn>, leder", False)]),
        ("```\n# kode\n```\n", [("# kode", False)]),
        ("---\ntitle: Plan\n---\ntekst\n", [("title: Plan", False), ("tekst", False)]),
    ],
)
def test_paragraphs(text: str, expected: list[tuple[str, bool]]) -> None:
    assert paragraphs(text) == expected


def test_a_table_written_as_html_is_told() -> None:
    paper = read_markdown(b"<table><tr><td>A</td></tr></table>\n", "plan.md")
    assert paper.lost == ("tables written as HTML inside the Markdown were not read as tables",)


def test_struck_text_is_left_out_and_told_with_its_place(tables: Any) -> None:
    text = (
        "~~Gammel~~ plan\n\n| Tiltak | Frist |\n|---|---|\n| ~~**Felles** eksamen~~ Kurs | <s>Q2</s> Q3 |\n"
    )
    paper = read_markdown(text.encode(), "plan.md")
    assert paper.blocks[0] == Paragraph("plan", "line 1")
    assert tables(paper) == [[["Tiltak", "Frist"], ["Kurs", "Q3"]]]
    assert paper.struck == (
        Struck("Gammel", "line 1"),
        Struck("Felles eksamen", "table 1, line 5"),
        Struck("Q2", "table 1, line 5"),
    )
