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

DOCUMENT = {
    "schema": int,
    "command": str,
    "plan": str,
    "date": str,
    "as_known": str | None,
    "column": str | None,
    "ceases": str | None,
    "in_period": bool,
    "asked": str | None,
    "unused": bool,
    "decisions": list,
    "summary": dict,
}
FOLLOWS = {
    "items": list,
    "holds": list,
    "adopts": list,
    "proposes": list,
    "ceases": str | None,
    "events": list,
}
DECISION = {
    "id": str,
    "body": str | None,
    "date": str | None,
    "case": str | None,
    "title": str,
    "standing": str,
    "evidence": str,
    "source": str | None,
    "points": list,
    **FOLLOWS,
    "replaces": list,
    "replaced_by": list,
    "note": str | None,
    "file": str,
    "line": int,
}
POINT = {"id": str, "summary": str, **FOLLOWS, "note": str | None}
SUMMARY = {
    "adopted": int,
    "proposed": int,
    "noted": int,
    "nothing_follows": int,
    "points_nothing_follows": int,
}
MID_2018 = ("decisions", "--data", "data", "--date", "2018-07-01")
BPA = ["bpa-enkeltsaker", "bpa-kommunikasjon", "bpa-nettverksmoter", "bpa-utviklingsarbeid"]


def told(run: Run, *words: str) -> dict[str, Any]:
    code, out, err = run(*MID_2018, *words, "--format", "json")
    assert (code, err) == (0, "")
    return dict(json.loads(out))


@pytest.mark.parametrize("width", [80, 120, 200])
def test_report_on_the_real_plan_at_a_terminal(run: Run, golden: Callable[..., None], width: int) -> None:
    code, out, err = run(*MID_2018, "--width", str(width))
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
    golden(f"decisions-2018-07-01-{width}.txt", out)


@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_piped_report_on_the_real_plan(run: Run, golden: Callable[..., None], form: str) -> None:
    code, out, err = run(*MID_2018, "--format", form)
    assert (code, err) == (0, "")
    golden(f"decisions-2018-07-01.{form.replace('text', 'txt')}", out)


@pytest.mark.parametrize("words", [["--width", "80"], ["--format", "text"], ["--format", "md"]])
def test_one_decision_of_the_real_plan(run: Run, golden: Callable[..., None], words: list[str]) -> None:
    code, out, err = run(*MID_2018, "gf-2018-06-14", *words)
    assert (code, err) == (0, "")
    golden(f"decisions-gf-2018-06-14-{words[-1]}.txt", out)


@pytest.mark.parametrize(
    "words", [[], ["gf-2018-06-14/7"], ["--unused"], ["--as-known", "2018-06-05"], ["sg-2018-16", "--unused"]]
)
def test_document_keeps_to_its_contract(
    run: Run, keeps_to: Callable[[dict[str, Any], Any], None], words: list[str]
) -> None:
    document = told(run, *words)
    keeps_to(DOCUMENT, document)
    keeps_to(SUMMARY, document["summary"])
    for decision in document["decisions"]:
        keeps_to(DECISION, decision)
        for point in decision["points"]:
            keeps_to(POINT, point)
    assert (document["schema"], document["command"], document["plan"]) == (
        1,
        "decisions",
        "vestregionen-2018",
    )


def test_points_of_the_assembly_tell_what_each_governs(run: Run) -> None:
    (decision,) = told(run, "gf-2018-06-14")["decisions"]
    governed = {point["id"]: (point["items"], point["holds"]) for point in decision["points"]}
    assert governed["5"] == (BPA, [])
    assert governed["6"] == (["komut"], [])
    assert governed["7"] == (["kunst-rett-vest"], ["kunst-rett-vest"])
    assert governed["9"] == ([], [])
    assert decision["points"][8]["ceases"] == decision["ceases"] == "2019-01-01"


def test_revised_plan_rests_on_a_decision_known_by_its_title(run: Run) -> None:
    (decision,) = told(run, "sg-2018-16")["decisions"]
    assert (decision["evidence"], decision["adopts"]) == ("title-only", ["Justert HP 2018"])
    assert (len(decision["items"]), len(decision["holds"])) == (37, 35)
    assert {*decision["items"]} - {*decision["holds"]} == {"khs", "kunst-rett-vest"}


def test_date_is_as_exact_as_the_paper(run: Run) -> None:
    dates = {decision["id"]: decision["date"] for decision in told(run)["decisions"]}
    assert (dates["vr-2010"], dates["vr-2007-11"], dates["sg-2018-16"]) == ("2010", "2007-11", "2018-06-14")


def test_unused_are_those_from_which_nothing_follows(run: Run) -> None:
    document = told(run, "--unused")
    assert document["summary"] == {
        "adopted": 5,
        "proposed": 1,
        "noted": 8,
        "nothing_follows": 14,
        "points_nothing_follows": 0,
    }
    assert "sg-2014-09-04" not in {
        decision["id"] for decision in document["decisions"]
    }  # it replaces another


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("gf-2018-06-14", "gf-2018-06-14"),
        (" GF-2018-06-14 ", "gf-2018-06-14"),
        ("gf-2018-06-14/7", "gf-2018-06-14/7"),
        ("16/2018", "sg-2018-16"),
        ("sak 16/2018", "sg-2018-16"),
        ("SAK 16/18", "sg-2018-16"),
        ("sak 4/2016", "rg-2016-04"),
        ("24A/2017", "sg-2017-24a"),
    ],
)
def test_decision_is_found_by_id_point_or_case(run: Run, name: str, asked: str) -> None:
    document = told(run, name)
    assert document["asked"] == asked
    assert [decision["id"] for decision in document["decisions"]] == [asked.partition("/")[0]]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "sg-2018-17",
            "there is no decision sg-2018-17; did you mean sg-2018-16, sg-2014-57, rg-2018-15?",
        ),
        ("17/2018", "there is no decision 17/2018; did you mean 16/2018, 15/2018, 57/2014?"),
        ("35/2017", "35/2017 names more than one decision: sg-2017-35, sg-2017-11-23"),
        ("gf-2018-06-14/10", "gf-2018-06-14 has no point 10; it has 1, 2, 3, 4, 5, 6, 7, 8, 9"),
        ("sg-2018-16/1", "sg-2018-16 has no point 1; it has none at all"),
    ],
)
def test_unknown_decision_is_one_line_and_2(run: Run, name: str, line: str) -> None:
    assert run(*MID_2018, name) == (2, "", f"vrplan: {line}\n")


def test_decision_like_no_other_is_told_with_what_there_is(run: Run) -> None:
    code, out, err = run(*MID_2018, "xyzzy")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("vrplan: there is no decision xyzzy; there are: gf-2018-06-14, sg-2018-16, ")


def test_decision_of_later_is_not_known(run: Run) -> None:
    code, out, _ = run(*MID_2018, "sg-2018-16", "--as-known", "2018-06-05")
    assert code == 0
    assert out.endswith("\n\nNothing of it was known on 5.6.2018.\n")
    ids = [decision["id"] for decision in told(run, "--as-known", "2018-06-05")["decisions"]]
    assert ids[:2] == ["rg-2018-15", "sg-2018-03-15"]


@pytest.mark.parametrize("words", [[], ["--width", "80"], ["--format", "md"]])
@pytest.mark.parametrize("name", ["sg-2018-16", "gf-2018-06-14"])
def test_brief_leaves_out_only_the_items(run: Run, name: str, words: list[str]) -> None:
    _, whole, _ = run(*MID_2018, name, *words)
    code, brief, err = run(*MID_2018, name, *words, "--brief")
    assert (code, err) == (0, "")
    assert [line for line in brief.splitlines() if line not in whole.splitlines()] == []
    assert ("“" in whole, "“" in brief) == (True, False)  # the words of the items
    assert ("  ongoing  " in whole or "| ongoing |" in whole, "ongoing" in brief) == (True, False)
    for told in ("rests on it", "rest on it", "comment"):
        assert brief.count(told) == whole.count(told)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_brief_takes_nothing_from_what_programs_read(run: Run, form: str) -> None:
    words = (*MID_2018, "sg-2018-16", "--format", form)
    assert run(*words, "--brief") == run(*words)


def test_list_is_as_brief_as_it_can_be(run: Run) -> None:
    assert run(*MID_2018, "--brief") == run(*MID_2018)


def test_row_of_a_point_stands_by_itself(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*MID_2018, "gf-2018-06-14/7", "--format", "csv")[1])))
    assert [(row["id"], row["point"], row["date"], row["items"]) for row in rows][1:] == [
        ("gf-2018-06-14/7", "7", "2018-06-14", "kunst-rett-vest")
    ]


def test_recorded_events_are_told_with_the_decision_behind_them(
    run: Run, folder_with: Callable[[str], Path]
) -> None:
    folder = folder_with("""
        - id: ended
          name: Nettverk
          status: {HP 2018: Løpende}
          events: [{date: 2018-03-05, what: ended, decision: sg-1}]
    """)
    words = ("decisions", "sg-1", "--data", str(folder), "--date", "2018-04-01")
    (decision,) = json.loads(run(*words, "--format", "json")[1])["decisions"]
    assert [(event["item"], event["what"]) for event in decision["events"]] == [("ended", "ended")]
    assert "  recorded: ended: 5.3.2018: ended, decision sg-1\n" in run(*words)[1]
    assert "2018-03-05 ended (ended)" in run(*words, "--format", "csv")[1]
