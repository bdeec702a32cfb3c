from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.phrases import Context
from vrplan.render import phrases_as, report_as
from vrplan.reports.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.render import Report

    Reports = Callable[..., dict[str, Report]]


def lines(report: Report) -> list[str]:
    text = report_as("text", report)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    return text.removesuffix("\n").split("\n")


def test_report_begins_with_plan_clocks_column_and_end(reports_on: Reports) -> None:
    titles = {
        "status": "status on",
        "transfers": "hand-overs on",
        "why": "why",
        "decisions": "decision sg-1, seen on",
        "diff": "changes from main to the files as they are, seen on",
    }
    for command, what in titles.items():
        head = " ".join(lines(reports_on()[command])[:4])
        assert head.startswith(f"the title – the organisation – {what}")
        for told in (
            "1.4.2018",
            "the column, adopted 7.12.2017 by the body, sak the case",
            "1.1.2019",
            "275 days",
        ):
            assert told in head


def test_item_is_one_line_under_its_area_and_focus_area(reports_on: Reports) -> None:
    told = lines(reports_on()["status"])
    area = told.index("the area")
    assert told[area + 1] == "  the focus_area"
    first, second = told[area + 2 : area + 4]
    assert first.startswith("    transferred  first   ")
    assert second.startswith("    ongoing      second  ")
    assert told[area + 4] == ""


def test_columns_stand_one_below_the_other(reports_on: Reports) -> None:
    rows = [line for line in lines(reports_on(name="x" * 300)["status"]) if line.startswith("    ")]
    assert len({row.index("“") for row in rows}) == 1
    assert {row.index("first") if "first" in row else row.index("second") for row in rows} == {17}


def test_no_line_ends_in_blanks(reports_on: Reports) -> None:
    for report in reports_on().values():
        assert [line for line in lines(report) if line != line.rstrip()] == []


def test_what_changed_is_marked_with_what_it_was(reports_on: Reports) -> None:
    (first,) = [line for line in lines(reports_on()["status"]) if " first " in line]
    assert "the name (was ongoing)" in first


def test_why_tells_everything_that_the_plan_says_of_an_item(reports_on: Reports) -> None:
    text = report_as("text", reports_on()["why"])
    for told in (
        "first: the name",
        "the area / the focus_area / the measure",
        "the resource",
        "the organisation",
        "the item_note",
        "“the text”",
        "“the focus_text”",
        "the source",
        "the note",
        "5.3.2018: transferred, to the party, by the who, the event_note",
    ):
        assert told in text


def test_hand_over_names_its_recipient(reports_on: Reports) -> None:
    text = report_as("text", reports_on()["transfers"])
    assert "to the party" in text
    assert text.endswith("\n1 hand-over, 0 confirmed by the receiver\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Løpende", ["Løpende", "  ongoing, continuous"]),
        ("Avsluttes 30.6.18", ["Avsluttes 30.6.18", "  ends, until 30.6.2018"]),
        ("Q3", ["Q3", "  due, 1.7.2018–30.9.2018"]),
        ("Oppstart 1.8.2018", ["Oppstart 1.8.2018", "  starts, from 1.8.2018"]),
    ],
)
def test_reading_stands_below_its_text(text: str, shown: list[str]) -> None:
    assert phrases_as("text", read([text], Context(2018)), explain=False).splitlines() == shown
