"""`vrplan agenda`: how far it looks, what it says of the shipped plan, and wrong use."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from vrplan.as_of import State
from vrplan.reports.agenda import AgendaWhat, Section, Why

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

PLAN = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
obligations:
  - {id: one, kind: duty, name: En, status: {HP 2018: Avsluttes 30.6.2018}}
"""
ENTRY = {
    "id": str,
    "level": str,
    "name": str,
    "section": str,
    "what": str,
    "day": str | None,
    "days_left": int | None,
    "start": str | None,
    "end": str | None,
    "state": str,
    "becomes": str | None,
    "who": str | None,
    "owner": str | None,
    "to": str | None,
    "decision": str | None,
    "text": str | None,
    "undecided": list,
    "meeting": dict | None,
    "file": str,
    "line": int,
}


def document(run: Run, *words: str) -> Any:
    code, out, err = run("agenda", "--data", "data", "--format", "json", *words)
    assert (code, err) == (0, "")
    return json.loads(out)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["--date", "2018-07-01"], "agenda-2018-07-01.txt"),
        (["--date", "2018-07-01", "--width", "80"], "agenda-2018-07-01-80.txt"),
        (["--date", "2018-07-01", "--width", "200"], "agenda-2018-07-01-200.txt"),
        (["--date", "2018-07-01", "--format", "json"], "agenda-2018-07-01.json"),
        (["--date", "2018-07-01", "--format", "csv"], "agenda-2018-07-01.csv"),
        (["--date", "2018-07-01", "--format", "md"], "agenda-2018-07-01.md"),
        (["--date", "2018-09-01", "--until", "2018-12-31", "--width", "120"], "agenda-2018-09-01-120.txt"),
        (["--date", "2019-01-01", "--within", "2w", "--width", "120"], "agenda-2019-01-01-120.txt"),
        (
            ["--date", "2018-06-05", "--as-known", "2018-06-05", "--width", "120"],
            "agenda-2018-06-05-as-known-120.txt",
        ),
    ],
)
def test_agenda_of_the_shipped_plan(
    run: Run, golden: Callable[..., None], words: list[str], name: str
) -> None:
    code, out, err = run("agenda", "--data", "data", *words)
    assert (code, err) == (0, "")
    golden(name, out)


def test_json_keeps_to_its_contract(run: Run, keeps_to: Callable[..., None]) -> None:
    told = document(run, "--date", "2018-06-05", "--until", "2018-12-31")
    assert list(told)[8:] == ["until", "horizon", "meetings", "entries", "summary"]
    for one in told["entries"]:
        keeps_to(ENTRY, one)
        assert one["what"] in set(AgendaWhat)
        assert one["section"] in set(Section)
        assert one["state"] in set(State)
    keeps_to(
        {
            "body": str,
            "name": str,
            "date": str,
            "days_left": int,
            "decides": bool,
            "source": str,
            "note": str,
        },
        told["meetings"][0],
    )
    assert told["summary"] == {"meetings": 2} | {
        section: sum(one["section"] == section for one in told["entries"]) for section in Section
    }


def test_what_must_be_decided_is_named_and_that_no_meeting_is_planned(run: Run) -> None:
    told = document(run, "--date", "2018-07-01")
    decide = {one["id"]: one["what"] for one in told["entries"] if one["section"] == "decide"}
    assert decide == {
        "osloregionen-arbeidsgrupper": "becomes_orphaned",
        "horingssvar": "becomes_orphaned",
        "shareon": "becomes_ownerless",
        "folkehelsekoordinator": "becomes_orphaned",
        "bpa-enkeltsaker": "undecided",
        "bpa-kommunikasjon": "undecided",
        "bpa-nettverksmoter": "undecided",
        "bpa-utviklingsarbeid": "undecided",
        "bpa-kontrakter": "undecided",
        "kunst-rett-vest": "undecided",
        "avviklingsforberedelser": "becomes_orphaned",
        "eiendeler": "property_without_recipient",
        "arkiv": "property_without_recipient",
        "politisk-samarbeid": "becomes_ownerless",
    }
    assert {one["meeting"] for one in told["entries"]} == {None}


def test_before_its_end_was_decided_the_next_meeting_is_told(run: Run) -> None:
    told = document(run, "--date", "2018-06-05", "--as-known", "2018-06-05")
    assert (told["until"], told["horizon"]) == ("2018-06-14", Why.NEXT_MEETING)
    assert {one["what"] for one in told["entries"]} == {"undecided"}
    assert [one["meeting"] for one in told["entries"]] == [{"body": "SG", "date": "2018-06-14"}] * 37


@pytest.mark.parametrize(
    ("words", "until", "why"),
    [
        ([], "2018-06-14", "next_meeting"),
        (["--until", "5.6.2018"], "2018-06-05", "until"),
        (["--until", "2018-06-30"], "2018-06-30", "until"),
        (["--meeting", "14.6.2018"], "2018-06-14", "meeting"),
        (["--within", "0d"], "2018-06-05", "within"),
        (["--within", "30d"], "2018-07-05", "within"),
        (["--within", "4W"], "2018-07-03", "within"),
        (["--within", " 2 m "], "2018-08-05", "within"),
        (["--within", "1m", "--date", "31.1.2018"], "2018-02-28", "within"),
        (["--within", "12m", "--date", "2018-12-31"], "2019-12-31", "within"),
        (["--meeting", "2018-06-14", "--date", "2018-06-14"], "2018-06-14", "meeting"),
        (["--date", "2018-06-14"], "2018-07-14", "thirty_days"),
    ],
)
def test_horizon_is_the_one_asked_for(run: Run, words: list[str], until: str, why: str) -> None:
    told = document(run, *([] if "--date" in words else ["--date", "2018-06-05"]), *words)
    assert (told["until"], told["horizon"]) == (until, why)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ([], "Until 14.6.2018, in 9 days, the next known meeting"),
        (["--meeting", "2018-06-14"], "Until 14.6.2018, in 9 days, the meeting asked for"),
        (["--until", "2018-06-05"], "Until 5.6.2018, today, the day asked for"),
        (["--within", "1d"], "Until 6.6.2018, in 1 day, the time asked for"),
        (["--date", "2018-06-14"], "Until 14.7.2018, in 30 days, because no later meeting is known"),
    ],
)
def test_heading_says_how_far_it_looks_and_why(run: Run, words: list[str], line: str) -> None:
    asked = [] if "--date" in words else ["--date", "2018-06-05"]
    assert line in run("agenda", "--data", "data", *asked, *words)[1].splitlines()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--until", "2018-07-01", "--within", "3d"],
            "--until, --meeting and --within each say how far to look; give one of them",
        ),
        (
            ["--meeting", "2018-06-14", "--until", "x"],
            "--until, --meeting and --within each say how far to look; give one of them",
        ),
        (
            ["--until", "2018-06-30"],
            "--until: 30.6.2018 lies before 1.7.2018, the day asked about (--date)",
        ),
        (["--until", "ever"], "--until: 'ever' is not a date; write it as 2018-07-01 or 1.7.2018"),
        (
            ["--meeting", "2018-06-14"],
            "--meeting: 14.6.2018 lies before 1.7.2018, the day asked about (--date)",
        ),
        (
            ["--meeting", "2018-06-15"],
            "--meeting: no meeting is known on 15.6.2018; the nearest: 24.5.2018, 31.5.2018, 14.6.2018",
        ),
        (["--within", "3y"], "--within: '3y' is no span of time; write it as 30d, 4w or 2m"),
        (["--within", ""], "--within: '' is no span of time; write it as 30d, 4w or 2m"),
        (["--within", "-3d"], "--within: '-3d' is no span of time; write it as 30d, 4w or 2m"),
        (["--within", "٣d"], "--within: '٣d' is no span of time; write it as 30d, 4w or 2m"),
        (["--within", "1\x1b[2Jd"], "--within: '1\\x1b[2Jd' is no span of time; write it as 30d, 4w or 2m"),
        (["--within", "2178m"], "--within: 2178m reaches beyond the year 2199"),
        (["--within", "999999999m"], "--within: 999999999m reaches beyond the year 2199"),
        (["--within", "999999999d"], "--within: 999999999d reaches beyond the year 2199"),
        (["--within", "999999999w"], "--within: 999999999w reaches beyond the year 2199"),
    ],
)
def test_wrong_use_is_told_in_one_line(run: Run, words: list[str], said: str) -> None:
    assert run("agenda", "--data", "data", "--date", "2018-07-01", *words) == (2, "", f"vrplan: {said}\n")


def test_where_no_meeting_is_known_none_is_near(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = str(folder_with(PLAN))
    said = "vrplan: --meeting: no meeting is known on 14.6.2018; none is known by its day\n"
    words = ("--data", folder, "--date", "2018-06-01", "--meeting", "2018-06-14")
    assert run("agenda", *words) == (2, "", said)


@pytest.mark.parametrize("words", [[], ["--width", "100"], ["--format", "md"]])
def test_nothing_due_is_said_in_one_line(
    run: Run, folder_with: Callable[[str], Path], words: list[str]
) -> None:
    folder = str(folder_with(PLAN))
    code, out, err = run("agenda", "--data", folder, "--date", "2018-07-01", *words)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "Nothing is due and nothing is to be decided until 31.7.2018."


def test_without_a_date_it_looks_from_today(run: Run, folder_with: Callable[[str], Path]) -> None:
    told = json.loads(run("agenda", "--data", str(folder_with(PLAN)), "--format", "json")[1])
    asked = date.fromisoformat(told["date"])
    assert date.fromisoformat(told["until"]) == asked + timedelta(days=30)
    assert date.today() - asked <= timedelta(days=1)  # noqa: DTZ011 - the local day is meant
