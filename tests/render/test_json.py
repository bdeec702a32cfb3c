from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from vrplan.phrases import Context
from vrplan.render import phrases_as, report_as
from vrplan.render.as_json import dump
from vrplan.reports.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.render import Report

    Reports = Callable[..., dict[str, Report]]


def document(report: Report) -> dict[str, Any]:
    text = report_as("json", report)
    assert text.endswith("}\n")
    return dict(json.loads(text))


@pytest.mark.parametrize("command", ["status", "transfers", "why", "decisions", "diff"])
def test_document_says_first_what_it_answers(reports_on: Reports, command: str) -> None:
    assert list(document(reports_on()[command]).items())[:8] == [
        ("schema", 1),
        ("command", command),
        ("plan", "sample"),
        ("date", "2018-04-01"),
        ("as_known", None),
        ("column", "the column"),
        ("ceases", "2019-01-01"),
        ("in_period", True),
    ]


def test_hand_over_is_told_with_what_stands_beside_it(reports_on: Reports) -> None:
    (transfer,) = document(reports_on()["transfers"])["transfers"]
    told = (transfer["to"], transfer["state"], transfer["confirmed"], transfer["text"])
    assert told == ("the party", "transferred", False, "the text")
    assert [one["text"] for one in transfer["beside"]] == ["the focus_text"]


def test_event_is_told_with_every_key(reports_on: Reports) -> None:
    assert document(reports_on()["why"])["events"] == [
        {
            "date": "2018-03-05",
            "what": "transferred",
            "recipient": "the party",
            "who": "the who",
            "from": None,
            "to": None,
            "decision": None,
            "source": "the source",
            "note": "the event_note",
        }
    ]


def test_statements_tell_where_they_reach_and_which_holds(reports_on: Reports) -> None:
    told = document(reports_on()["why"])["statements"]
    assert [(one["text"], one["reach"], one["holds"], one["source"], one["note"]) for one in told] == [
        ("the text", "own", True, None, None),
        ("the focus_text", "focus_area", False, "the source", "the note"),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Bærum – «kulturskole»", '"Bærum – «kulturskole»"'),
        ("\x00\x1b\x7f\x9b", r'"\u0000\u001b\u007f\u009b"'),
        ("\u2028\u2029", r'"\u2028\u2029"'),
        ("\u202e\u2066\u200f\u061c", r'"\u202e\u2066\u200f\u061c"'),
        ("\ud800", r'"\ud800"'),
        ("\\u202e", r'"\\u202e"'),
    ],
)
def test_letters_stay_and_controls_are_escaped(value: str, text: str) -> None:
    assert dump(value) == text + "\n"
    assert json.loads(text) == value


def test_reading_is_one_line() -> None:
    assert phrases_as("json", read(["Q3", "Løpende"], Context(2018)), explain=False).count("\n") == 2
    assert phrases_as("json", [], explain=False) == ""
