from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
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
    "compared": str,
    "before": str,
    "after": str | None,
    "changes": list,
    "plan_changes": list,
    "notes": dict,
    "summary": dict,
}
CHANGE = {
    "id": str,
    "level": str,
    "area": str | None,
    "focus_area": str | None,
    "name": str,
    "what": str,
    "aspects": list,
    "parting": dict | None,
    "before": dict | None,
    "after": dict | None,
}
SIDE = {
    "name": str,
    "area": str | None,
    "focus_area": str | None,
    "measure": str | None,
    "resource": str | None,
    "who": str | None,
    "named_owner": str,
    "entry_kind": str | None,
    "named_recipient": str | None,
    "text": str | None,
    "column": str | None,
    "decision": str | None,
    "evidence": str | None,
    "reading": dict | None,
    "state": str | None,
    "since": str | None,
    "until": str | None,
    "to": str | None,
    "confirmed": bool | None,
    "owner": str | None,
    "only_said": list,
    "only_recorded": list,
}
PLAN_CHANGE = {"subject": str, "name": str | None, "what": str, "facts": list}
NOTES = {"notes": int, "sources": int, "acceptances": int, "elsewhere": bool}
SUMMARY = {"new": int, "gone": int, "changed": int, "plan": int}
COMPARED = {
    "2018-07-01": ("2018-06-30", "2018-07-01"),
    "2019-01-01": ("2018-07-01", "2019-01-01"),
    "columns": ("HP 2018", "Justert HP 2018", "--date", "2018-07-01"),
}
ENDED = [
    "transport-2-0",
    "fagrad-helse",
    "helsefag-markedsforing",
    "vitensenteret",
    "folkestyre-nettverk",
    "helsefrem",
    "folkehelsenettverk",
    "kultur-og-folkehelse",
]
ONE = "- {id: one, name: En, status: {HP 2018: Avsluttes 30.6.2018}}"
TWO = "- {id: one, name: En, status: {HP 2018: Videreføres}}\n- {id: two, name: To, status: {HP 2018: Q3}}"


def told(run: Run, *words: str) -> dict[str, Any]:
    code, out, err = run("diff", *words, "--format", "json")
    assert (code, err) == (0, "")
    return dict(json.loads(out))


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("name", COMPARED)
def test_report_on_the_real_plan_at_a_terminal(
    run: Run, golden: Callable[..., None], name: str, width: str
) -> None:
    code, out, err = run("diff", *COMPARED[name], "--data", "data", "--width", width)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= int(width)
    golden(f"diff-{name}-{width}.txt", out)


@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
@pytest.mark.parametrize("name", ["2018-07-01", "columns"])
def test_piped_report_on_the_real_plan(run: Run, golden: Callable[..., None], name: str, form: str) -> None:
    code, out, err = run("diff", *COMPARED[name], "--data", "data", "--format", form)
    assert (code, err) == (0, "")
    golden(f"diff-{name}.{form.replace('text', 'txt')}", out)


@pytest.mark.parametrize("name", COMPARED)
def test_document_keeps_to_its_contract(
    run: Run, keeps_to: Callable[[dict[str, Any], Any], None], name: str
) -> None:
    document = told(run, *COMPARED[name], "--data", "data")
    keeps_to(DOCUMENT, document)
    keeps_to(NOTES, document["notes"])
    keeps_to(SUMMARY, document["summary"])
    for change in document["changes"]:
        keeps_to(CHANGE, change)
        for side in (change["before"], change["after"]):
            if side is not None:
                keeps_to(SIDE, side)
    assert (document["schema"], document["command"], document["plan"]) == (1, "diff", "vestregionen-2018")


def test_night_to_1_july_ends_eight_activities_and_opens_three_windows(run: Run) -> None:
    document = told(run, "30.6.2018", "1.7.2018", "--data", "data")
    turns = {
        change["id"]: (change["before"]["state"], change["after"]["state"]) for change in document["changes"]
    }
    assert [key for key, turn in turns.items() if turn == ("ongoing", "ended")] == ENDED
    assert len([turn for turn in turns.values() if turn == ("not_started", "due")]) == 3
    assert len(turns) == 11
    assert (document["before"], document["after"], document["date"]) == (
        "2018-06-30",
        "2018-07-01",
        "2018-07-01",
    )


def test_revised_plan_against_the_first(run: Run) -> None:
    document = told(run, *COMPARED["columns"], "--data", "data")
    assert document["summary"] == {"new": 14, "gone": 0, "changed": 23, "plan": 0}
    change = next(one for one in document["changes"] if one["id"] == "vitensenteret")
    sides = [
        (side["text"], side["column"], side["reading"]["kind"])
        for side in (change["before"], change["after"])
    ]
    assert sides == [("Løpende", "HP 2018", "ongoing"), ("Avsluttes 30..6.18", "Justert HP 2018", "ends")]
    assert change["after"]["state"] is None


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        (["1.7.2018", "--date", "2.7.2018"], "2018-07-01", "2018-07-02"),
        (["hp 2018"], "HP 2018", "Justert HP 2018"),
        (["JUSTERT HP 2018", "hp 2018"], "Justert HP 2018", "HP 2018"),
        (["HP 2018", "--as-known", "2018-06-05"], "HP 2018", "HP 2018"),
        (["data"], "data", None),
        (["data", "data/../data"], "data", "data/../data"),
    ],
)
def test_what_is_compared_is_seen_by_its_name(
    run: Run, words: list[str], before: str, after: str | None
) -> None:
    document = told(run, *words, "--data", "data")
    assert (document["before"], document["after"]) == (before, after)


def test_without_a_second_date_it_is_today(run: Run) -> None:
    document = told(run, "2018-07-01", "--data", "data")
    assert document["after"] == document["date"] != "2018-07-01"


@pytest.mark.parametrize(
    "words",
    [["2018-07-01", "1.7.2018"], ["HP 2018", "hp 2018"], ["Justert HP 2018"], ["data"], ["data", "data"]],
)
def test_nothing_differs_from_itself(run: Run, words: list[str]) -> None:
    code, out, err = run("diff", *words, "--data", "data", "--exit-code")
    assert (code, err) == (0, "")
    assert out.endswith("\nNo differences.\n")
    document = told(run, *words, "--data", "data")
    assert (document["changes"], document["plan_changes"]) == ([], [])


@pytest.mark.parametrize(("words", "code"), [([], 0), (["--exit-code"], 1)])
def test_difference_is_an_exit_code_when_that_is_asked_for(run: Run, words: list[str], code: int) -> None:
    assert run("diff", "2018-06-30", "2018-07-01", "--data", "data", *words)[0] == code


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["31.6.2018"], "A: '31.6.2018' is not a day in the calendar"),
        (["2018-07-01", "2018-02-29"], "B: '2018-02-29' is not a day in the calendar"),
        (["2018-07-01", "HP 2018"], "2018-07-01 is a date, and HP 2018 is a column: name two of one kind"),
        (
            ["HP 2018", "HEAD"],
            "HP 2018 is a column, and HEAD is neither a date nor a column: name two of one kind",
        ),
        (["Justrt HP 2018"], "there is no column Justrt HP 2018; did you mean Justert HP 2018?"),
        (
            ["2018-07-01", "2018-07-02", "--date", "2018-07-03"],
            "--date says nothing where two dates are compared",
        ),
        (["Justert HP 2018", "--as-known", "2018-01-01"], "Justert HP 2018 was not known on 2018-01-01"),
    ],
)
def test_wrong_use_is_one_line_and_2(run: Run, words: list[str], line: str) -> None:
    assert run("diff", *words, "--data", "data") == (2, "", f"vrplan: {line}\n")


def test_plan_without_an_adopted_column_needs_two(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with("""
        plan: sample
        title: Plan
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
        columns: {Utkast: {proposed_by: sg-1}}
        obligations: [{id: one, kind: duty, name: En, status: {Utkast: Løpende}}]
    """)
    line = "vrplan: no column was adopted: name the second one too\n"
    assert run("diff", "utkast", "--data", str(folder)) == (2, "", line)
    assert run("diff", "Utkast", "Utkast", "--data", str(folder))[0] == 0


@pytest.fixture
def repository(folder_with: Callable[[str], Path]) -> Path:
    """A plan folder under git, whose text was changed after the only commit, tagged `first`."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    folder = folder_with(ONE)
    names = {
        f"GIT_{role}_{what}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "One"], ["tag", "first"]):
        subprocess.run(["git", "-C", str(folder), *words], check=True, env={**os.environ, **names})
    file = folder / "actionplan_x.yaml"
    indented = "".join(f"          {line}\n" for line in TWO.splitlines())
    file.write_text(
        file.read_text(encoding="utf-8").replace(f"          {ONE}\n", indented), encoding="utf-8"
    )
    return folder


def test_files_are_compared_with_a_revision(
    run: Run, repository: Path, keeps_to: Callable[[dict[str, Any], Any], None]
) -> None:
    document = told(run, "first", "--data", str(repository), "--date", "2018-07-01")
    changes = [(change["id"], change["what"], change["aspects"]) for change in document["changes"]]
    assert changes == [("one", "changed", ["kind", "window", "text", "state"]), ("two", "new", [])]
    for change in document["changes"]:
        keeps_to(CHANGE, change)
    assert (document["before"], document["after"]) == ("first", None)


def test_two_revisions_are_compared_with_each_other(run: Run, repository: Path) -> None:
    document = told(run, "first", "HEAD", "--data", str(repository))
    assert (document["before"], document["after"], document["changes"]) == ("first", "HEAD", [])


def test_revision_is_told_as_a_person_reads_it(run: Run, repository: Path) -> None:
    _, out, _ = run("diff", "first", "--data", str(repository), "--date", "2018-07-01")
    assert "– changes from first to the files as they are, seen on 1.7.2018\n" in out
    assert "\n1 item new, 1 item changed: 1 ended → ongoing\n" in out
    assert "ends 30.6.2018 → continues; on 1.7.2018: ended → ongoing, no end given" in out
    assert "; before: “Avsluttes 30.6.2018” – HP 2018 (sg-1); after: “Videreføres” – HP 2018 (sg-1)\n" in out


def test_plan_changes_keep_to_their_contract(
    run: Run, repository: Path, keeps_to: Callable[[dict[str, Any], Any], None]
) -> None:
    file = repository / "decisions.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2017-12-07", "2017-12-08"), encoding="utf-8")
    document = told(run, "first", "--data", str(repository))
    for change in document["plan_changes"]:
        keeps_to(PLAN_CHANGE, change)
    assert document["plan_changes"] == [
        {
            "subject": "decision",
            "name": "sg-1",
            "what": "changed",
            "facts": [{"name": "date", "before": "2017-12-07", "after": "2017-12-08"}],
        }
    ]
    rows = list(
        csv.DictReader(io.StringIO(run("diff", "first", "--data", str(repository), "--format", "csv")[1]))
    )
    assert [(row["id"], row["level"], row["before_text"], row["after_text"]) for row in rows][-1:] == [
        ("sg-1", "decision", "date: 2017-12-07", "date: 2017-12-08")
    ]


def test_unknown_revision_is_one_line_and_2(run: Run, repository: Path) -> None:
    code, out, err = run("diff", "frist", "--data", str(repository))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("vrplan: there is no revision frist; did you mean first?")


def test_folder_that_is_not_under_git_has_no_revisions(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with(ONE)
    code, out, err = run("diff", "HEAD", "--data", str(folder))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"vrplan: {folder.as_posix()} is not under git")


def test_older_plan_with_errors_is_compared_as_it_is_read(run: Run, repository: Path, tmp_path: Path) -> None:
    older = tmp_path / "older"
    shutil.copytree(repository, older, ignore=shutil.ignore_patterns(".git"))
    file = older / "actionplan_x.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("decision: sg-1", "decision: sg-9"), encoding="utf-8"
    )
    code, out, err = run("diff", str(older), "--data", str(repository), "--date", "2018-07-01")
    assert code == 0
    assert err == f"vrplan: the plan at {older} has 1 error, and is compared as far as it can be read\n"
    assert "ceases by sg-9 → sg-1" in out


def test_older_plan_that_cannot_be_read_is_one_line_and_2(run: Run, repository: Path, tmp_path: Path) -> None:
    older = tmp_path / "older"
    shutil.copytree(repository, older, ignore=shutil.ignore_patterns(".git"))
    (older / "actionplan_x.yaml").write_text("plan: [", encoding="utf-8")
    line = f"vrplan: the plan at {older} cannot be read, so it cannot be compared\n"
    assert run("diff", str(older), "--data", str(repository)) == (2, "", line)
