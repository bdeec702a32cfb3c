"""Edits of a plan under git, sound and unsound, each with exactly the findings that it must have."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from vrplan.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent / "plan"
PLAN, DECISIONS = "actionplan_2018.yaml", "decisions.yaml"
PLAN_TEXT, DECISIONS_TEXT = ((HERE / name).read_text(encoding="utf-8") for name in (PLAN, DECISIONS))
BROUGHT = "Overføres til Helsesamarbeidet i løpet av høsten"
LATER = (
    "decisions:\n",
    """\
decisions:
  - id: sg-30
    body: SG
    date: 2018-10-04
    case: 30/2018
    title: Revidert plan, høst
    standing: adopted
    evidence: full-text
    points:
      - {id: 1, summary: Nettverket går ut året}
""",
)


def below(line: str, *more: str) -> tuple[str, str]:
    """The change that writes more lines below one of the plan, as deep as that."""
    text = next(one for one in f"{PLAN_TEXT}{DECISIONS_TEXT}".splitlines() if one.strip() == line)
    depth = text[: len(text) - len(text.lstrip())]
    return f"{text}\n", "".join(f"{one}\n" for one in (text, *(depth + one for one in more)))


def without(*lines: str) -> tuple[str, str]:
    """The change that takes lines that follow each other out of the plan or the decisions."""
    found = re.search("\n".join(f" *{re.escape(one)}" for one in lines) + "\n", PLAN_TEXT + DECISIONS_TEXT)
    assert found
    return found[0], ""


Change = tuple[str, str]
ON_POINT = below("HP 2018: Kvartalsvis", "sg-30/1: Videreføres ut 2018")
SOUND: dict[str, list[Change]] = {
    "nothing": [],
    "a date is spelt out": [("avsluttes 30.6.2018.", "avsluttes 30. juni 2018.")],
    "a note": [("{text: Øvrige", "{note: Oppsummeringen, text: Øvrige")],
    "a name is spelt right": [("for møter i nettverket", "for møtene i nettverket")],
    "a new decision says it on a point": [LATER, ON_POINT],
    "a new column": [
        LATER,
        ("columns:\n", "columns:\n  Høst 2018: {adopted_by: sg-30}\n"),
        below("HP 2018: Kvartalsvis", "Høst 2018: Videreføres ut 2018"),
    ],
    "a point that had no words": [below("HP 2018: Kvartalsvis", "gf-9/2: Videreføres ut 2018")],
    "the end is decided anew": [
        LATER,
        ("2019-01-01, decision: gf-9/1", "2019-02-01, decision: sg-30/1"),
    ],
    "an event with a note": [
        below(
            "- {date: 2018-09-10, what: started, note: Første møte}",
            "- {date: 2018-12-01, what: transferred, note: Brev}",
        )
    ],
    "a postponement with its decision": [
        LATER,
        below(
            "name: Avslutte formelle avtaler",
            "events: [{date: 2018-10-04, what: postponed, to: 2018-12-31, decision: sg-30}]",
        ),
    ],
    "a column has another name": [
        ("  Justert HP 2018:", "  Revidert HP 2018:"),
        *[("Justert HP 2018:", "Revidert HP 2018:")] * 3,
    ],
    "a party has another id": [("  KHS: {name", "  Helse: {name")],
    "the same words as a list": [("HP 2018: Kvartalsvis", "HP 2018: [Kvartalsvis]")],
    "a text is written at its measure": [
        without("HP 2018: Løpende"),
        below("- name: Beredskap", "  status: {HP 2018: {text: Løpende, only: [brukere]}}"),
    ],
    "a new activity": [
        below("activities:", "  - {id: lager, name: Flytte lageret, status: {Justert HP 2018: Q4}}")
    ],
}
UNSOUND: dict[str, tuple[list[Change], list[tuple[str, str, int]]]] = {
    "a status is rewritten": ([("HP 2018: Kvartalsvis", "HP 2018: Utgår")], [("VR702", PLAN, 33)]),
    "a recipient is exchanged": (
        [("Overføres til Helsesamarbeidet", "Overføres til Bærum kommune")],
        [("VR702", PLAN, 27)],
    ),
    "means says otherwise": (
        [(f"2018: {BROUGHT}", f"2018: {{text: {BROUGHT}, means: {{from: 2018-09-01}}}}")],
        [("VR702", PLAN, 27), ("VR305", PLAN, 27)],
    ),
    "a window is moved": ([("HP 2018: Q3", "HP 2018: Q4")], [("VR704", PLAN, 37)]),
    "a whole is said of fewer": (
        [("except: [brukere]", "except: [brukere, moter]")],
        [("VR702", PLAN, 19), ("VR504", PLAN, 33)],
    ),
    "høsten means something else": (
        [("areas:\n", "calendar: {høsten: {from: 09-01, to: 11-30}}\nareas:\n")],
        [("VR709", PLAN, 12)],
    ),
    "an alias names another party": (
        [
            (", aliases: [Helsesamarbeidet]", ""),
            ("Bærum kommune: {}", "Bærum kommune: {aliases: [Helsesamarbeidet]}"),
        ],
        [("VR709", PLAN, 11)],
    ),
    "a decision gets a later date": (
        [("date: 2018-06-14\n    case", "date: 2018-07-05\n    case")],
        [("VR705", DECISIONS, 22)],
    ),
    "a decision is dated back": (
        [("date: 2018-06-14\n    case", "date: 2018-06-07\n    case")],
        [("VR706", DECISIONS, 22)],
    ),
    "a decision was only noted": (
        [("plan\n    standing: adopted", "plan\n    standing: noted")],
        [("VR403", PLAN, 8), ("VR504", PLAN, 26), ("VR504", PLAN, 33), ("VR705", DECISIONS, 25)],
    ),
    "a new decision is older": (
        [(LATER[0], LATER[1].replace("2018-10-04", "2018-03-01")), ON_POINT],
        [("VR706", PLAN, 34)],
    ),
    "the end is moved": ([("date: 2019-01-01", "date: 2019-02-01")], [("VR705", PLAN, 5)]),
    "an activity is deleted": (
        [
            without(
                "- id: moter",
                "name: Tilrettelegge for møter i nettverket",
                "status:",
                "HP 2018: Kvartalsvis",
            )
        ],
        [("VR707", PLAN, 21)],
    ),
    "a text is deleted": ([without("HP 2018: Løpende")], [("VR707", PLAN, 25)]),
    "a decision is deleted": ([without("- {id: 2, summary: Nettverket}")], [("VR707", DECISIONS, 33)]),
    "an event is deleted": (
        [without("events:", "- {date: 2018-09-10, what: started, note: Første møte}")],
        [("VR707", PLAN, 23)],
    ),
    "an event is rewritten": (
        [("2018-09-10, what: started", "2018-08-10, what: started")],
        [("VR712", PLAN, 29)],
    ),
    "an event without a source": (
        [below("name: Avslutte formelle avtaler", "events: [{date: 2018-09-20, what: done}]")],
        [("VR708", PLAN, 36)],
    ),
    "a postponement without a decision": (
        [
            below(
                "name: Avslutte formelle avtaler",
                "events: [{date: 2018-09-20, what: postponed, to: 2018-12-31, note: Rakk det ikke}]",
            )
        ],
        [("VR713", PLAN, 36)],
    ),
    "a postponement by the decision that set the day": (
        [
            below(
                "name: Avslutte formelle avtaler",
                "events: [{date: 2018-09-20, what: postponed, to: 2018-12-31, decision: sg-16}]",
            )
        ],
        [("VR713", PLAN, 36)],
    ),
    "a postponement by a proposal": (
        [
            below(
                "name: Avslutte formelle avtaler",
                "events: [{date: 2018-09-20, what: postponed, to: 2018-12-31, decision: rg-15}]",
            )
        ],
        [("VR713", PLAN, 36)],
    ),
    "a postponement by an older decision": (
        [
            (LATER[0], LATER[1].replace("2018-10-04", "2018-03-01")),
            below(
                "name: Avslutte formelle avtaler",
                "events: [{date: 2018-09-20, what: postponed, to: 2018-12-31, decision: sg-30}]",
            ),
        ],
        [("VR713", PLAN, 36)],
    ),
    "a task is given up without a decision": (
        [
            below(
                "name: Avslutte formelle avtaler", "events: [{date: 2018-09-20, what: cancelled, note: Nei}]"
            )
        ],
        [("VR713", PLAN, 36)],
    ),
    "somebody else owns it": (
        [below("name: Tilrettelegge for møter i nettverket", "owner: KHS")],
        [("VR711", PLAN, 32)],
    ),
    "a point is added to an old decision": (
        [
            below("- {id: 2, summary: Nettverket}", "- {id: 3, summary: Enda et punkt}"),
            below("HP 2018: Kvartalsvis", "gf-9/3: Videreføres ut 2018"),
        ],
        [("VR710", PLAN, 34)],
    ),
    "a column without a decision": (
        [
            ("columns:\n", "columns:\n  Nytt: {}\n"),
            below("kind: property", "status: {Nytt: Overføres til KHS 31.12.2018}"),
        ],
        [("VR401", PLAN, 7), ("VR710", PLAN, 42)],
    ),
    "a column says it twice": (
        [
            below(
                "kind: property",
                "status: {Justert HP 2018: [Overføres til KHS 1.9.2018, Overføres til KHS 1.9.18]}",
            )
        ],
        [("VR710", PLAN, 41), ("VR710", PLAN, 41)],
    ),
    "the end by another point of its decision": (
        [("2019-01-01, decision: gf-9/1", "2019-02-01, decision: gf-9/2")],
        [("VR705", PLAN, 5)],
    ),
    "the end by a proposal": (
        [("2019-01-01, decision: gf-9/1", "2019-02-01, decision: rg-15")],
        [("VR705", PLAN, 5), ("VR403", PLAN, 5)],
    ),
    "two items exchange their ids": (
        [("- id: moter", "- id: x"), ("- id: avtaler", "- id: moter"), ("- id: x", "- id: avtaler")],
        [("VR703", PLAN, 30), ("VR703", PLAN, 34)],
    ),
    "an id is used again": (
        [("name: Avslutte formelle avtaler", "name: Flytte kontormøbler")],
        [("VR703", PLAN, 34)],
    ),
    "an old column says more": (
        [below("HP 2018: Kvartalsvis", "Justert HP 2018: Videreføres ut 2018")],
        [("VR710", PLAN, 34)],
    ),
    "property goes to somebody": (
        [below("kind: property", "recipient: KHS")],
        [("VR711", PLAN, 41)],
    ),
}


@pytest.fixture
def judge(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[str, str, int]]]:
    """The findings that an edit adds to those of the plan before it, as `check --against main` tells them."""
    monkeypatch.chdir(repository)

    def findings(*words: str) -> list[tuple[str, str, int]]:
        done = CliRunner().invoke(app, ["check", "--output-format", "json", *words], catch_exceptions=False)
        assert done.exit_code in {0, 1}, done.output
        told = json.loads(done.stdout)["findings"]
        return [
            (one["code"], one["file"].removeprefix("data/"), one["line"])
            for one in told
            if not one["accepted"]
        ]

    before = {code for code, *_ in findings("--against", "main")}

    def added(changes: list[Change]) -> list[tuple[str, str, int]]:
        for old, new in changes:
            (file,) = [
                one for one in (repository / "data").iterdir() if old in one.read_text(encoding="utf-8")
            ][:1]
            file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        return [one for one in findings("--against", "main") if one[0] not in before]

    return added


@pytest.mark.parametrize("changes", SOUND.values(), ids=SOUND)
def test_sound_edit_passes(
    judge: Callable[[list[Change]], list[tuple[str, str, int]]], changes: list[Change]
) -> None:
    assert judge(changes) == []


@pytest.mark.parametrize(("changes", "expected"), UNSOUND.values(), ids=UNSOUND)
def test_unsound_edit_has_exactly_its_findings(
    judge: Callable[[list[Change]], list[tuple[str, str, int]]],
    changes: list[Change],
    expected: list[tuple[str, str, int]],
) -> None:
    assert judge(changes) == expected


def test_a_point_that_stands_behind_an_event_has_spoken(tmp_path: Path) -> None:
    recorded = "{date: 2018-09-10, what: started, note: Første møte}"
    before = PLAN_TEXT.replace(recorded, recorded.replace("note:", "decision: gf-9/2, note:"))
    after = before.replace(*below("HP 2018: Kvartalsvis", "gf-9/2: Videreføres ut 2018"))
    assert len({PLAN_TEXT, before, after}) == 3
    for name, text in (("before", before), ("after", after)):
        (tmp_path / name).mkdir()
        (tmp_path / name / PLAN).write_text(text, encoding="utf-8")
        (tmp_path / name / DECISIONS).write_text(DECISIONS_TEXT, encoding="utf-8")
    words = ["check", "--data", str(tmp_path / "after"), "--against", str(tmp_path / "before")]
    done = CliRunner().invoke(app, [*words, "--output-format", "json"])
    assert "VR710" in [one["code"] for one in json.loads(done.stdout)["findings"]]


@pytest.mark.parametrize(
    ("day", "needs_one"), [("2018-09-19", False), ("2018-09-20", True), ("2018-09-21", True)]
)
def test_what_ended_begins_again_by_a_decision_even_on_its_last_day(
    tmp_path: Path, day: str, needs_one: bool
) -> None:
    line = "- {date: 2018-09-10, what: started, note: Første møte}"
    ended = below(line, "- {date: 2018-09-20, what: ended, note: Referat}")[1]
    again = f"{ended}{ended.splitlines()[-1].replace('2018-09-20, what: ended', f'{day}, what: started')}\n"
    for name, lines in (("before", ended), ("after", again)):
        (tmp_path / name).mkdir()
        text = PLAN_TEXT.replace(below(line)[0], lines)
        assert text != PLAN_TEXT
        (tmp_path / name / PLAN).write_text(text, encoding="utf-8")
        (tmp_path / name / DECISIONS).write_text(DECISIONS_TEXT, encoding="utf-8")
    words = ["check", "--data", str(tmp_path / "after"), "--against", str(tmp_path / "before")]
    done = CliRunner().invoke(app, [*words, "--output-format", "json"])
    assert ("VR713" in [one["code"] for one in json.loads(done.stdout)["findings"]]) is needs_one
