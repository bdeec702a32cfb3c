from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from vrplan.as_of import State
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

HEAD = {"schema": int, "command": str, "plan": str, "date": str, "as_known": str | None}
MORE = {"column": str | None, "ceases": str | None, "in_period": bool}
DOCUMENT = HEAD | MORE | {"summary": dict, "items": list, "counts": dict, "unspoken": list}
SUMMARY = {
    "since": str | None,
    "changed": list,
    "next": str | None,
    "next_changes": list,
    "ownerless": list,
    "ownerless_from": str | None,
    "ownerless_later": list,
}
CHANGE = {"id": str, "from": str | None, "to": str}
ITEM = {
    "id": str,
    "level": str,
    "area": str | None,
    "focus_area": str | None,
    "measure": str | None,
    "activity": str | None,
    "name": str,
    "resource": str | None,
    "owner": str | None,
    "text": str | None,
    "column": str | None,
    "state": str,
    "since": str | None,
    "until": str | None,
    "to": str | None,
    "confirmed": bool,
    "decision": str | None,
    "evidence": str | None,
    "beside": list,
    "reading": dict | None,
    "file": str,
    "line": int,
    "then": dict | None,
}
BESIDE = {
    "text": str | None,
    "column": str | None,
    "decision": str | None,
    "standing": str,
    "modality": str | None,
    "kind": str,
    "start": str | None,
    "end": str | None,
    "to": str | None,
}
READING = {
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
REMARK = {"code": str, "message": str}
DATES = {"date", "as_known", "ceases", "since", "until", "start", "end", "next", "ownerless_from"}
ISO = re.compile(r"\d{4}-\d\d-\d\d")
MID_2018 = ("status", "--data", "data", "--date", "2018-07-01")
CLOCKS = [
    ("2018-07-01", None),
    ("2018-07-01", "2018-06-05"),
    ("2018-01-01", "2017-12-06"),
    ("2019-01-01", None),
]
THREE = """
- {id: first, name: Første, resource: Daglig leder, status: {HP 2018: Løpende}}
- {id: second, name: Andre, who: Rådgiver, status: {HP 2018: Overføres til KHS-kontoret 1.3.2018}}
- {id: third, name: Tredje, status: {HP 2018: Avsluttes 31.3.2018}}
"""


@pytest.fixture
def document(run: Run) -> Callable[..., dict[str, Any]]:
    def read(*words: str) -> dict[str, Any]:
        code, out, err = run("status", *words, "--format", "json")
        assert (code, err) == (0, "")
        return dict(json.loads(out))

    return read


@pytest.fixture
def ids(run: Run, folder_with: Callable[[str], Path]) -> Callable[..., list[str]]:
    """The ids of the three items of the small plan that a command line of `status` lists on 1.3.2018."""
    folder = folder_with(THREE)

    def listed(*words: str) -> list[str]:
        code, out, err = run("status", "--data", str(folder), "--date", "1.3.2018", *words, "--format", "csv")
        assert (code, err) == (0, "")
        return [row["id"] for row in csv.DictReader(io.StringIO(out))]

    return listed


@pytest.mark.parametrize("width", [80, 120, 200])
def test_report_on_the_real_plan_at_a_terminal(run: Run, golden: Callable[..., None], width: int) -> None:
    code, out, err = run(*MID_2018, "--width", str(width))
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
    golden(f"status-2018-07-01-{width}.txt", out)


@pytest.mark.parametrize("form", ["md", "csv", "json"])
def test_report_on_the_real_plan_for_other_programs(run: Run, golden: Callable[..., None], form: str) -> None:
    code, out, err = run(*MID_2018, "--format", form)
    assert (code, err) == (0, "")
    golden(f"status-2018-07-01.{form}", out)


@pytest.mark.parametrize(
    ("clocks", "name"),
    [
        (["--date", "2018-07-01"], "2018-07-01"),
        (["--date", "2019-01-01"], "2019-01-01"),
        (["--date", "2018-07-01", "--as-known", "2018-06-05"], "2018-07-01-as-known-2018-06-05"),
    ],
)
def test_piped_report_on_the_real_plan(
    run: Run, golden: Callable[..., None], clocks: list[str], name: str
) -> None:
    code, out, err = run("status", "--data", "data", *clocks)
    assert (code, err) == (0, "")
    golden(f"status-{name}.txt", out)


@pytest.mark.parametrize(("date", "as_known"), CLOCKS)
def test_document_keeps_to_its_contract(
    document: Callable[..., dict[str, Any]],
    keeps_to: Callable[[dict[str, Any], Any], None],
    date: str,
    as_known: str | None,
) -> None:
    told = document("--data", "data", "--date", date, *(["--as-known", as_known] if as_known else []))
    keeps_to(DOCUMENT, told)
    keeps_to(SUMMARY, told["summary"])
    for change in told["summary"]["changed"] + told["summary"]["next_changes"]:
        keeps_to(CHANGE, change)
    for item in told["items"]:
        keeps_to(ITEM, item)
        for beside in item["beside"]:
            keeps_to(BESIDE, beside)
        if item["reading"] is not None:
            keeps_to(READING, item["reading"])
            for remark in item["reading"]["remarks"]:
                keeps_to(REMARK, remark)


def test_document_says_first_what_it_answers(document: Callable[..., dict[str, Any]]) -> None:
    told = document("--data", "data", "--date", "1.7.2018", "--as-known", "5.6.2018")
    assert list(told.items())[:5] == [
        ("schema", 1),
        ("command", "status"),
        ("plan", "vestregionen-2018"),
        ("date", "2018-07-01"),
        ("as_known", "2018-06-05"),
    ]


@pytest.mark.parametrize(("date", "as_known"), CLOCKS)
def test_every_date_of_the_document_is_iso(
    document: Callable[..., dict[str, Any]], date: str, as_known: str | None
) -> None:
    told = document("--data", "data", "--date", date, *(["--as-known", as_known] if as_known else []))
    found = [value for key, value in _pairs(told) if key in DATES and value is not None]
    assert found
    assert [value for value in found if not ISO.fullmatch(value)] == []


def _pairs(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, list):
        return [pair for one in value for pair in _pairs(one)]
    if not isinstance(value, dict):
        return []
    return [pair for key, one in value.items() for pair in ((key, one), *_pairs(one))]


def test_document_uses_the_words_of_the_code(document: Callable[..., dict[str, Any]]) -> None:
    items = document("--data", "data", "--date", "2018-09-01")["items"]
    assert {item["state"] for item in items} <= {state.value for state in State}
    assert {item["level"] for item in items} == {"activity", "focus_area", "obligation"}
    assert {item["reading"]["kind"] for item in items if item["reading"]} <= {kind.value for kind in Kind}
    assert {item["evidence"] for item in items} <= {"full-text", "title-only", "cited", None}
    standings = {beside["standing"] for item in items for beside in item["beside"]}
    assert standings <= {"adopted", "proposed", "noted"}


def test_counts_are_of_the_items_that_are_listed(document: Callable[..., dict[str, Any]]) -> None:
    told = document("--data", "data", "--date", "2018-07-01")
    assert told["counts"]["activity"] == {
        "not_started": 5,
        "ongoing": 8,
        "due": 3,
        "transferred": 4,
        "ended": 8,
    }
    for level, counts in told["counts"].items():
        of_level = [item["state"] for item in told["items"] if item["level"] == level]
        assert counts == {state: of_level.count(state) for state in counts}
        assert sum(counts.values()) == len(of_level)


def test_a_level_without_items_is_counted_as_empty(document: Callable[..., dict[str, Any]]) -> None:
    told = document("--data", "data", "--date", "2018-07-01", "--state", "ended")
    assert told["counts"] == {"activity": {"ended": 8}, "focus_area": {}, "obligation": {}}


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ([], ["first", "second", "third"]),
        (["--area", "helse"], ["first", "second", "third"]),
        (["--area", "HELSE OG OMSORG"], ["first", "second", "third"]),
        (["--state", "ongoing"], ["first", "third"]),
        (["--state", "Transferred"], ["second"]),
        (["--state", "transferred", "--state", "ONGOING"], ["first", "second", "third"]),
        (["--state", "in transition"], []),
        (["--to", "khs"], ["second"]),
        (["--to", "helsesamarbeidet"], ["second"]),
        (["--to", "KHS-Kontoret"], ["second"]),
        (["--to", "Vestregionen"], []),
        (["--resource", "LEDER"], ["first"]),
        (["--resource", "rådg"], ["second"]),
        (["--state", "ongoing", "--resource", "leder"], ["first"]),
        (["--level", "activity"], ["first", "second", "third"]),
        (["--level", "focus_area", "--level", "obligation"], []),
    ],
)
def test_filters_choose_items(ids: Callable[..., list[str]], words: list[str], listed: list[str]) -> None:
    assert ids(*words) == listed


@pytest.mark.parametrize(
    ("levels", "counts"),
    [
        (["focus_area"], "3 focus areas: 3 ongoing"),
        (["obligation"], "10 obligations: 6 ongoing, 2 not started, 2 due"),
        (
            ["focus_area", "activity"],
            "28 activities: 8 ongoing, 8 ended, 5 not started, 4 transferred, 3 due\n3 focus areas: 3 ongoing",
        ),
    ],
)
def test_level_chooses_what_is_listed_and_counted(run: Run, levels: list[str], counts: str) -> None:
    words = [word for level in levels for word in ("--level", level)]
    code, out, err = run(*MID_2018, *words)
    assert (code, err) == (0, "")
    assert out.endswith(f"\n\n{counts}\n")
    rows = list(csv.DictReader(io.StringIO(run(*MID_2018, *words, "--format", "csv")[1])))
    assert {row["level"] for row in rows} == {*levels}


def test_level_is_said_with_what_else_was_asked_for(run: Run) -> None:
    _, out, _ = run(*MID_2018, "--level", "obligation", "--level", "activity", "--state", "due")
    assert "\nOnly: activities or obligations, due\n" in out


@pytest.mark.parametrize("words", [[], ["--width", "80"], ["--format", "md"]])
def test_brief_is_the_whole_report_without_its_items(run: Run, words: list[str]) -> None:
    _, whole, _ = run(*MID_2018, "--area", "kultur", *words)
    code, brief, err = run(*MID_2018, "--area", "kultur", *words, "--brief")
    assert (code, err) == (0, "")
    assert "kunst-rett-vest" in whole
    assert "kunst-rett-vest" not in brief
    opening, closing = brief.rsplit("\n\n", 1)
    assert whole.startswith(f"{opening}\n\n")
    assert whole.endswith(f"\n\n{closing}")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_brief_takes_nothing_from_what_programs_read(run: Run, form: str) -> None:
    assert run(*MID_2018, "--format", form, "--brief") == run(*MID_2018, "--format", form)


def test_several_areas_may_be_named(document: Callable[..., dict[str, Any]]) -> None:
    told = document("--data", "data", "--date", "2018-07-01", "--area", "Kultur", "--area", "avvikling")
    assert {item["area"] for item in told["items"]} == {"Kultur", "Avvikling"}


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--area", "hels"], "there is no area hels; did you mean helse?"),
        (["--area", "xyz"], "there is no area xyz; there are: regional-utvikling, helse, kultur, avvikling"),
        (["--state", "orphan"], "there is no state orphan; did you mean orphaned?"),
        (["--to", "KSH"], "there is no party KSH; did you mean KHS?"),
    ],
)
def test_unknown_name_is_told_with_the_nearest(run: Run, words: list[str], line: str) -> None:
    assert run(*MID_2018, *words) == (2, "", f"vrplan: {line}\n")


def test_nothing_that_matches_is_said(run: Run) -> None:
    code, out, _ = run(*MID_2018, "--state", "done")
    assert code == 0
    assert out.endswith("\nNo item matches.\n")


def test_what_changed_since_a_day_is_marked(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = str(folder_with(THREE))
    _, out, _ = run(
        "status", "--data", folder, "--date", "2018-04-01", "--since", "28.2.2018", "--format", "md"
    )
    assert "Since 28.2.2018:** 1 transferred to KHS-kontoret by the plan, not reported; 1 ended" in out
    rows = [line.split(" | ")[:2] for line in out.splitlines() if line.startswith("| ")]
    assert rows[2:] == [
        ["| ongoing", "Første"],
        ["| transferred", r"Andre (was ongoing)"],
        ["| ended", r"Tredje (was ongoing)"],
    ]


def test_without_since_nothing_is_marked(run: Run) -> None:
    _, out, _ = run(*MID_2018)
    assert "Since 14.6.2018: 8 ended; 3 became due\n" in out
    assert "(was " not in out


def test_norwegian_and_iso_dates_ask_the_same(run: Run) -> None:
    assert run(
        "status", "--data", "data", "--date", "1.7.18", "--as-known", "05.06.2018", "--since", "1.5.2018"
    ) == (
        run(
            "status",
            "--data",
            "data",
            "--date",
            "2018-07-01",
            "--as-known",
            "2018-06-05",
            "--since",
            "2018-05-01",
        )
    )


def test_text_tells_norwegian_dates_only(run: Run) -> None:
    _, out, _ = run(*MID_2018)
    assert re.findall(r"\b\d{4}-\d\d-\d\d\b(?!/)", out) == []


EVERY_STATE = """
plan: states
title: Alle tilstander
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2018-06-01, decision: sg-1}
columns: {HP 2018: {adopted_by: sg-1}, Forslag: {proposed_by: sg-1}}
parties: {KHS: {name: Kommunehelsesamarbeidet}}
areas:
  - id: helse
    name: Helse
    measures:
      - name: Tiltak
        activities:
          - {id: a-not-started, name: Ikke begynt, status: {HP 2018: Q4}}
          - {id: b-ongoing, name: Løper, owner: KHS, status: {HP 2018: Løpende}}
          - {id: c-last-day, name: Siste dag, owner: KHS, status: {HP 2018: Avsluttes 1.7.2018}}
          - {id: d-day-left, name: En dag igjen, owner: KHS, status: {HP 2018: Avsluttes 2.7.2018}}
          - {id: e-in-transition, name: På vei, status: {HP 2018: Overføres til KHS i løpet av Q3}}
          - {id: f-due, name: Skal gjøres, status: {HP 2018: Q3}}
          - {id: g-overdue, name: Skulle vært gjort, status: {HP 2018: Q2}}
          - {id: h-postponed, name: Utsatt, status: {HP 2018: Q2}, events: [{date: 2018-05-01, what: postponed}]}
          - {id: i-later, name: Utsatt til høsten, status: {HP 2018: Q2},
             events: [{date: 2018-05-01, what: postponed, from: 2018-08-01, to: 2018-12-31}]}
          - {id: j-transferred, name: Overført, status: {HP 2018: Overføres til KHS 1.3.2018}}
          - {id: k-confirmed, name: Tatt imot, status: {HP 2018: Overføres til KHS 1.3.2018},
             events: [{date: 2018-03-05, what: accepted, recipient: KHS}]}
          - {id: l-ended, name: Avsluttet, status: {HP 2018: Avsluttes 31.3.2018}}
          - {id: m-done, name: Gjort, status: {HP 2018: Q2}, events: [{date: 2018-05-02, what: done}]}
          - {id: n-cancelled, name: Utgår, status: {HP 2018: Q2}, events: [{date: 2018-05-02, what: cancelled}]}
          - {id: o-orphaned, name: Foreldreløs, status: {HP 2018: Løpende}}
          - {id: p-undecided, name: Foreslått, status: {Forslag: Avsluttes 30.6.2018}}
          - {id: q-unknown, name: Ukjent, status: {HP 2018: Dette skal utredes nærmere}}
"""


@pytest.mark.parametrize("width", [None, 80, 160])
def test_every_state_has_its_words(
    run: Run, folder_with: Callable[[str], Path], golden: Callable[..., None], width: int | None
) -> None:
    words = ("status", "--data", str(folder_with(EVERY_STATE)), "--date", "2018-07-01")
    code, out, err = run(*words, *(["--width", str(width)] if width else []))
    assert (code, err) == (0, "")
    golden(f"status-every-state{f'-{width}' if width else ''}.txt", out)


def test_sample_of_every_state_is_one(run: Run, folder_with: Callable[[str], Path]) -> None:
    words = ("status", "--data", str(folder_with(EVERY_STATE)), "--date", "2018-07-01", "--format", "json")
    assert {item["state"] for item in json.loads(run(*words)[1])["items"]} == {state.value for state in State}


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.DOCX", "plan.pdf"])
def test_name_of_another_form_is_not_given_to_plain_text(run: Run, tmp_path: Path, name: str) -> None:
    code, _, err = run("status", "-o", str(tmp_path / name))
    assert (code, list(tmp_path.iterdir())) == (2, [])
    assert err.endswith("a report is text, JSON, CSV or Markdown; name the file so, or say --format\n")
    assert run("status", "--format", "text", "-o", str(tmp_path / name))[0] == 0


def test_receiver_that_only_the_words_name_is_told_from_a_misspelt_one(
    run: Run, folder_with: Callable[[str], Path]
) -> None:
    folder = folder_with("""
        - {id: arkiv, name: Arkiv, status: {HP 2018: Overføres til IKA innen 15.12.2018}}
    """)
    said = "vrplan: ika stands in the words of the plan, and not among its parties: add it under parties\n"
    assert run("status", "--to", "ika", "--data", str(folder)) == (2, "", said)


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("Overføres til KHS innen 1.11.2018", "2018-10-31", "to KHS by 1.11.2018, 1 day left"),
        ("Overføres til KHS innen 1.11.2018", "2018-11-01", "to KHS by 1.11.2018, the last day"),
        ("Overføres til KHS innen 1.11.2018", "2018-11-02", "to KHS, since 2.11.2018, today"),
        ("Overføres til KHS 1.11.2018", "2018-10-31", "to KHS from 1.11.2018, in 1 day"),
    ],
)
def test_hand_over_by_a_day_is_told_by_its_last_day(
    run: Run, folder_with: Callable[[str], Path], text: str, day: str, told: str
) -> None:
    folder = folder_with(f"- {{id: arkiv, name: Arkiv, status: {{HP 2018: {text}}}}}")
    assert f"  {told}  " in run("status", "--data", str(folder), "--date", day)[1]
