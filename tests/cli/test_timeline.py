"""`vrplan timeline`: everything dated, in order and as bars."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

DAY = ("--data", "data", "--date", "2018-07-01")
ENTRY: dict[str, Any] = {
    "date": str | None,
    "precision": str | None,
    "until": str | None,
    "when": str | None,
    "what": str,
    "event": str | None,
    "id": str | None,
    "level": str,
    "name": str,
    "from_state": str | None,
    "to_state": str | None,
    "to": str | None,
    "body": str | None,
    "decision": str | None,
    "case": str | None,
    "standing": str | None,
    "evidence": str | None,
    "text": str | None,
    "note": str | None,
    "file": str,
    "line": int,
    "overtaken": bool,
}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([], "timeline.txt"),
        (["--width", "80"], "timeline-80.txt"),
        (["--width", "120"], "timeline-120.txt"),
        (["--width", "200"], "timeline-200.txt"),
        (["--format", "json", "--area", "kultur"], "timeline.json"),
        (["--format", "csv"], "timeline.csv"),
        (["--format", "md"], "timeline.md"),
        (["--width", "80", "--area", "avvikling", "--from", "25.6.2018", "--until", "8.7.2018"], "timeline-days.txt"),
        (["--width", "80", "--area", "kultur", "--from", "2012-07-01", "--until", "2022-06-30"], "timeline-years.txt"),
        (["--width", "80", "--as-known", "2018-06-05"], "timeline-as-known-2018-06-05-80.txt"),
    ],
)  # fmt: skip
def test_timeline_of_the_shipped_plan(
    run: Run, golden: Callable[..., None], words: list[str], name: str
) -> None:
    code, out, err = run("timeline", *DAY, *words)
    assert (code, err) == (0, "")
    golden(name, out)


def test_json_keeps_to_its_contract(run: Run, keeps_to: Callable[[dict[str, Any], Any], None]) -> None:
    told = json.loads(run("timeline", *DAY, "--from", "2007-01-01", "--format", "json")[1])
    assert list(told)[8:] == ["from", "until", "areas", "earlier", "later", "entries", "bars"]
    for entry in told["entries"]:
        keeps_to(ENTRY, entry)
    assert {one["precision"] for one in told["entries"]} == {"day", "month", "year"}
    for bar in told["bars"]:
        keeps_to({"id": str, "segments": list}, bar)
        for one in bar["segments"]:
            keeps_to({"state": str, "since": str | None, "until": str | None, "to": str | None}, one)
    assert told["earlier"] == {"number": 0, "farthest": None}


def test_csv_has_the_entries_of_the_json_document(run: Run) -> None:
    told = json.loads(run("timeline", *DAY, "--format", "json")[1])["entries"]
    rows = list(csv.DictReader(io.StringIO(run("timeline", *DAY, "--format", "csv")[1], newline="")))
    assert list(rows[0]) == list(ENTRY)
    assert [(row["date"], row["what"], row["id"] or None) for row in rows] == [
        (one["date"], one["what"], one["id"]) for one in told
    ]


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (["--from", "2018-07-02", "--until", "2018-07-01"], "--from must not lie after --until"),
        (["--from", "yesterday"], "--from: 'yesterday' is not a date; write it as 2018-07-01 or 1.7.2018"),
        (["--until", "31.6.2018"], "--until: '31.6.2018' is not a day in the calendar"),
        (["--area", "kultr"], "there is no area kultr; did you mean kultur?"),
    ],
)
def test_wrong_use_is_one_line(run: Run, words: list[str], err: str) -> None:
    assert run("timeline", "--data", "data", *words) == (2, "", f"vrplan: {err}\n")


def test_one_day_may_be_asked_for(run: Run) -> None:
    code, out, _ = run("timeline", *DAY, "--from", "2018-07-01", "--until", "1.7.2018")
    assert (code, out.count("window opens"), "Shown: 1.7.2018\n" in out) == (0, 3, True)


@pytest.mark.parametrize("form", [[], ["--width", "40"], ["--width", "80"], ["--format", "md"]])
def test_nothing_dated_is_said_in_one_line(run: Run, form: list[str]) -> None:
    code, out, _ = run("timeline", *DAY, "--from", "2018-07-02", "--until", "2018-07-03", *form)
    lines = " ".join(out.split()).replace("\\", "")
    assert (code, lines.endswith("Nothing is dated in these days, 2.7.2018–3.7.2018.")) == (0, True)


def test_plan_without_items_has_a_timeline(run: Run, folder_with: Callable[[str], Path]) -> None:
    plan = """
        plan: sample
        title: Handlingsplan 2018
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
        """
    folder = str(folder_with(plan))
    for words in ([], ["--width", "80"], ["--format", "json"], ["--format", "csv"], ["--format", "md"]):
        code, out, err = run("timeline", "--data", folder, "--date", "2018-07-01", *words)
        assert (code, err) == (0, "")
        assert out


def test_areas_asked_for_are_named_in_the_order_of_the_norwegian_alphabet(
    run: Run, folder_with: Callable[[str], Path]
) -> None:
    folder = folder_with("""
        plan: sample
        title: Handlingsplan 2018
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
        columns: {HP 2018: {adopted_by: sg-1}}
        areas:
          - {id: a, name: Ås, obligations: [{id: one, kind: duty, name: En, status: {HP 2018: Q4}}]}
          - {id: b, name: Øst, obligations: [{id: two, kind: duty, name: To, status: {HP 2018: Q4}}]}
          - {id: c, name: Ærlig, obligations: [{id: three, kind: duty, name: Tre, status: {HP 2018: Q4}}]}
        """)
    areas = ("--area", "a", "--area", "b", "--area", "c")
    code, out, _ = run("timeline", "--data", str(folder), "--date", "2018-07-01", *areas)
    assert (code, [line for line in out.splitlines() if "Ærlig" in line]) == (0, ["Only: Ærlig or Øst or Ås"])
