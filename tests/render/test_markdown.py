from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from vrplan.render import report_as
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.render import Report

    Reports = Callable[..., dict[str, Report]]

BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")


@pytest.mark.parametrize("command", ["status", "transfers", "why", "decisions", "diff"])
def test_page_has_one_title_and_ends_in_one_line_break(reports_on: Reports, command: str) -> None:
    page = report_as("md", reports_on()[command])
    assert [line for line in page.splitlines() if line.startswith("# ")] == page.splitlines()[:1]
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


def test_areas_and_focus_areas_are_headings(reports_on: Reports) -> None:
    page = report_as("md", reports_on(area="Helse", focus_area="KomUt_")["status"])
    assert [line for line in page.splitlines() if line.startswith("##")] == ["## Helse", r"### KomUt\_"]


@pytest.mark.parametrize("text", ["a | b", "a || b |", r"a \| b", "a\n| b", "\\", "`|`"])
@pytest.mark.parametrize("command", ["status", "transfers", "decisions", "diff"])
def test_every_row_has_as_many_cells_as_the_heading(reports_on: Reports, command: str, text: str) -> None:
    page = report_as("md", reports_on(name=text, text=text, party=text, focus_text=text)[command])
    tables = [line for line in page.splitlines() if line.startswith("|")]
    assert len(tables) >= 3
    assert len({len(BAR.findall(line)) for line in tables}) == 1


@pytest.mark.parametrize("command", ["status", "transfers", "decisions", "diff"])
def test_table_follows_a_blank_line_and_has_its_rule(reports_on: Reports, command: str) -> None:
    lines = report_as("md", reports_on()[command]).splitlines()
    heading = next(number for number, line in enumerate(lines) if line.startswith("| "))
    assert lines[heading - 1] == ""
    assert lines[heading + 1] == "|" + " --- |" * (lines[heading].count("|") - 1)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*x* _y_", r"\*x\* \_y\_"),
        ("[a](javascript:x)", r"\[a\](javascript:x)"),
        ("![a](b)", r"\!\[a\](b)"),
        ("<script>", r"\<script\>"),
        ("&lt;", r"\&lt;"),
        ("# x", r"\# x"),
        ("a|b", r"a\|b"),
        ("`x`", r"\`x\`"),
        ("~~x~~", r"\~\~x\~\~"),
        ("a\\", "a\\\\"),
        ("one\n\n# two", r"one \# two"),
        ("30.6.2018 – 1.7.2018, Bærum", "30.6.2018 – 1.7.2018, Bærum"),
    ],
)
def test_no_character_of_a_text_is_markup(text: str, shown: str) -> None:
    assert markdown(text) == shown
