from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

PHRASE = {
    "phrase": str,
    "kind": str,
    "start": str | None,
    "end": str | None,
    "precision": str | None,
    "recipient": str | None,
    "recurrence": str | None,
    "modality": str | None,
    "done": bool,
    "remarks": list,
}
TEXTS = [
    "Overføres til KHS i løpet av høsten",
    "Avsluttes 30..6.18",
    "",
    "Dette skal utredes nærmere",
    "Kvartalsvis",
]
ON = ("--data", "data", "--on", "2018-05-31")


def told(out: str) -> list[dict[str, Any]]:
    assert out == "" or out.endswith("\n")
    return [json.loads(line) for line in out.removesuffix("\n").split("\n")] if out else []


def test_each_text_is_one_object_on_one_line_in_input_order(
    run: Run, keeps_to: Callable[[dict[str, Any], Any], None]
) -> None:
    code, out, err = run("read", *ON, "--format", "json", *TEXTS)
    assert (code, err) == (0, "")
    objects = told(out)
    assert [one["phrase"] for one in objects] == TEXTS
    for one in objects:
        keeps_to(PHRASE, one)
        for remark in one["remarks"]:
            keeps_to({"code": str, "message": str}, remark)


def test_lines_of_stdin_are_read_where_the_dash_stands(run: Run) -> None:
    words = ("read", *ON, "--format", "json", "Q1", "-", "Q4")
    code, out, _ = run(*words, stdin="Q2\r\nAvsluttes 30.6.18 | Q3\nLøpende")
    assert (code, [one["phrase"] for one in told(out)]) == (
        0,
        ["Q1", "Q2", "Avsluttes 30.6.18 | Q3", "Løpende", "Q4"],
    )


def test_empty_stdin_gives_no_line(run: Run) -> None:
    assert run("read", *ON, "--format", "json", "-", stdin="") == (0, "", "")
    assert run("read", *ON, "-", stdin="") == (0, "", "")


def test_stdin_that_is_not_utf_8_is_read_with_replacements(run: Run) -> None:
    code, out, _ = run("read", *ON, "--format", "json", "-", stdin=b"L\xf8pende\n")
    assert (code, [one["phrase"] for one in told(out)]) == (0, ["L\ufffdpende"])


def test_line_break_in_a_text_stays_within_its_line_of_json(run: Run) -> None:
    _, out, _ = run("read", *ON, "--format", "json", "Avsluttes\n30.6.18", "Q3")
    assert [one["phrase"] for one in told(out)] == ["Avsluttes\n30.6.18", "Q3"]


def test_reading_holds_what_when_to_whom_and_how_surely(run: Run) -> None:
    _, out, _ = run("read", *ON, "--format", "json", "Overføres til KHS i løpet av høsten")
    (one,) = told(out)
    assert {key: value for key, value in one.items() if key != "remarks"} == {
        "phrase": "Overføres til KHS i løpet av høsten",
        "kind": "transfers",
        "start": "2018-08-01",
        "end": "2018-12-31",
        "precision": one["precision"],
        "recipient": "KHS",
        "recurrence": None,
        "modality": "decided",
        "done": False,
    }


@pytest.mark.parametrize(("on", "end"), [("2018-05-31", "2018-09-30"), ("31.5.2020", "2020-09-30")])
def test_year_comes_from_the_date_of_the_document(run: Run, on: str, end: str) -> None:
    _, out, _ = run("read", "--data", "data", "--on", on, "--format", "json", "Q3")
    assert told(out)[0]["end"] == end


def test_text_shows_the_reading_below_the_words(run: Run) -> None:
    _, out, _ = run("read", *ON, "Avsluttes 30..6.18", "Q3")
    lines = out.splitlines()
    assert lines[:2] == ["Avsluttes 30..6.18", "  ends, until 30.6.2018"]
    assert lines[-2:] == ["Q3", "  due, 1.7.2018–30.9.2018"]


def test_explain_tells_which_words_gave_what(run: Run) -> None:
    _, out, _ = run("read", *ON, "--explain", "Overføres til KHS i løpet av høsten bamsemums")
    assert "  not understood: bamsemums" in out.splitlines()
    assert any(line.endswith(": Overføres") for line in out.splitlines())


def test_a_text_that_begins_with_a_dash_follows_two_dashes(run: Run) -> None:
    code, out, _ = run("read", *ON, "--format", "json", "--", "-- Q3")
    assert (code, [one["phrase"] for one in told(out)]) == (0, ["-- Q3"])


def test_broken_plan_gives_no_parties_and_no_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "actionplan_x.yaml").write_text("plan: [x\n")
    code, out, err = run("read", "--data", str(tmp_path), "--on", "2018-05-31", "--format", "json", "Q3")
    assert (code, err, told(out)[0]["end"]) == (0, "", "2018-09-30")
