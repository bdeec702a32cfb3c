from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from vrplan.render import report_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.render import Report

    Reports = Callable[..., dict[str, Report]]

COLUMNS = {
    "status": "id level area focus_area measure name resource owner state since until to confirmed text column "
    "decision evidence beside file line then_state then_from then_to",
    "transfers": "id level name focus_area to start end state confirmed decision text beside stage owner "
    "window_start window_end handed_over_date handed_over_decision handed_over_source handed_over_who handed_over_note "
    "accepted_date accepted_decision accepted_source accepted_who accepted_note",
    "why": "text column decision date standing evidence kind start end holds file line",
    "decisions": "id body date case title point summary standing evidence source items holds adopts proposes ceases "
    "events replaces replaced_by note file line",
    "diff": "id level area focus_area name what aspects before_text before_column before_decision before_kind "
    "before_start before_end before_to before_state before_since before_until before_confirmed before_owner "
    "after_text after_column after_decision after_kind after_start after_end after_to after_state after_since "
    "after_until after_confirmed after_owner",
}


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(report_as("csv", report), newline=""), strict=True))


@pytest.mark.parametrize("command", COLUMNS)
def test_first_row_names_the_columns(reports_on: Reports, command: str) -> None:
    first = report_as("csv", reports_on()[command]).split("\r\n")[0]
    assert first.split(",") == COLUMNS[command].split()


@pytest.mark.parametrize("command", COLUMNS)
def test_lines_end_as_rfc_4180_wants(reports_on: Reports, command: str) -> None:
    text = report_as("csv", reports_on(name="one\ntwo")[command])
    assert text.endswith("\r\n")
    assert text.replace("\r\n", "").count("\n") == 0


def test_values_are_those_of_the_json_document(reports_on: Reports) -> None:
    first = rows(reports_on()["status"])[0]
    assert {
        key: first[key] for key in ("id", "level", "state", "since", "until", "to", "confirmed", "text")
    } == {
        "id": "first",
        "level": "activity",
        "state": "transferred",
        "since": "2018-03-01",
        "until": "",
        "to": "the party",
        "confirmed": "false",
        "text": "the text",
    }


def test_what_stands_beside_is_one_cell(reports_on: Reports) -> None:
    assert rows(reports_on()["transfers"])[0]["beside"] == "the focus_text (sg-1)"


def test_statement_is_told_with_its_decision(reports_on: Reports) -> None:
    told = [
        (row["text"], row["decision"], row["date"], row["standing"], row["evidence"], row["holds"])
        for row in rows(reports_on()["why"])
    ]
    assert told == [
        ("the text", "sg-1", "2017-12-07", "adopted", "full-text", "true"),
        ("the focus_text", "sg-1", "2017-12-07", "adopted", "full-text", "false"),
    ]


@pytest.mark.parametrize("name", ["a,b", 'say "x"', "semi;colon", " blank "])
def test_cell_parses_back(reports_on: Reports, name: str) -> None:
    assert rows(reports_on(name=name)["status"])[0]["name"] == name.rstrip()
