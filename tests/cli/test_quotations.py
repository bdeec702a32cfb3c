"""What the commands say of the texts and their papers: `check` counts them, the others judge alike."""

from __future__ import annotations

import json
import sqlite3
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
areas:
  - id: helse
    name: Helse
    measures:
      - name: Nettverk
        activities:
          - {id: moter, name: Møter, status: {HP 2018: Løpende}}
          - {id: drift, name: Drift, status: {HP 2018: Avsluttes 28.9.18}}
          - {id: brev, name: Brev, status: {HP 2018: {text: Q3, source: brev}}}
"""
DECISIONS = """\
bodies: {SG: {name: Styringsgruppen}}
sources:
  notat: {title: Saksnotat, file: notat.md}
  brev: {title: Brev}
decisions:
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07, source: notat}
"""
PAPER = """\
| Tiltak | Aktivitet | HP 2018 |
|---|---|---|
| Nettverk | Møter | Løpende |
| | Drift | Avsluttes 29.6.18 <script>alert()</script> [bold] |
"""
WRONG = (
    "actionplan_x.yaml:13:56: VR604 warning: “Avsluttes 28.9.18” does not stand in notat.md; "
    "nearest there: “Avsluttes 29.6.18” (table 1, line 4)"
)
COUNTED = "status texts: 1 found word for word in their papers, 1 not found, 1 not verified"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "actionplan_x.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "decisions.yaml").write_text(DECISIONS, encoding="utf-8")
    (tmp_path / "notat.md").write_text(PAPER, encoding="utf-8")
    return tmp_path


def test_check_tells_what_does_not_stand_there_and_counts_the_texts(run: Run, folder: Path) -> None:
    code, out, err = run("check", "--data", str(folder), "--output-format", "concise")
    assert (code, err) == (0, "")
    assert out.splitlines() == [f"{folder.as_posix()}/{WRONG}", COUNTED, "1 warning"]
    assert run("check", "--data", str(folder), "--strict")[0] == 1
    assert COUNTED not in run("check", "--data", str(folder), "--quiet")[1]


@pytest.mark.parametrize("form", ["full", "github"])
def test_every_form_for_people_counts_the_texts(run: Run, folder: Path, form: str) -> None:
    out = run("check", "--data", str(folder), "--output-format", form)[1]
    assert out.endswith(f"\n{COUNTED}\n1 warning\n")


def test_json_counts_the_texts(run: Run, folder: Path) -> None:
    told = json.loads(run("check", "--data", str(folder), "--output-format", "json")[1])
    assert told["summary"] == {
        "errors": 0,
        "warnings": 1,
        "infos": 0,
        "accepted": 0,
        "quotations": {"verified": 1, "not_found": 1, "unverified": 1, "suspect": 0},
    }
    assert [(one["code"], one["line"]) for one in told["findings"]] == [("VR604", 13)]


def test_what_is_accepted_is_still_counted_as_not_found(run: Run, folder: Path) -> None:
    plan = PLAN.replace("28.9.18}}", "28.9.18}, accept: {VR604: Rettet i møtet}}")
    (folder / "actionplan_x.yaml").write_text(plan, encoding="utf-8")
    out = run("check", "--data", str(folder), "--output-format", "concise", "--strict")[1]
    assert out.splitlines()[-2:] == [COUNTED, "no findings; 1 accepted"]


def test_plan_that_names_papers_and_no_file_is_said_to_be_unverified(run: Run, folder: Path) -> None:
    (folder / "decisions.yaml").write_text(DECISIONS.replace(", file: notat.md", ""), encoding="utf-8")
    out = run("check", "--data", str(folder), "--output-format", "concise")[1]
    assert out == ("status texts: 3 not verified, since no source names the file of its paper\nno findings\n")


def test_file_from_stdin_and_an_edit_are_judged_alike(run: Run, folder: Path) -> None:
    for name in ("actionplan_x.yaml", "decisions.yaml"):
        typed = (folder / name).read_bytes()
        words = ("check", "-", "--data", str(folder), "--stdin-filename", name, "--output-format", "concise")
        out = run(*words, stdin=typed)[1]
        assert ("VR604 warning: “Avsluttes 28.9.18”" in out, COUNTED in out) == (True, True)
    out = run("check", "--data", str(folder), "--against", str(folder), "--output-format", "concise")[1]
    assert out.splitlines()[-2:] == [COUNTED, "1 warning"]


def test_record_says_that_the_words_do_not_stand_in_their_paper(run: Run, folder: Path) -> None:
    words = ("record", "status", "moter", "--column", "sg-1", "--source", "notat", "--data", str(folder))
    err = run(*words, "Avsluttes 31.12.18", "--dry-run")[2]
    assert "VR604 warning: “Avsluttes 31.12.18” does not stand in notat.md" in err


def test_database_holds_the_findings(run: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.db"
    assert run("export", "sqlite", "-o", str(file), "--data", str(folder), "--date", "2018-07-01")[0] == 0
    with sqlite3.connect(file) as database:
        assert database.execute("SELECT count(*) FROM findings WHERE code = 'VR604'").fetchone() == (1,)
    database.close()


def test_import_records_the_paper_and_keeps_it_when_asked(run: Run, folder: Path, tmp_path: Path) -> None:
    made = tmp_path / "ny"
    words = ("import", str(folder / "notat.md"), "-o", str(made), "--year", "2018")
    code, out, _ = run(*words, "--keep-paper")
    assert (code, out.splitlines()[-1]) == (0, f"{made.as_posix()}/notat.md")
    assert (made / "notat.md").read_bytes() == (folder / "notat.md").read_bytes()
    fingerprint = sha256((folder / "notat.md").read_bytes()).hexdigest()
    assert f"    sha256: {fingerprint}\n" in (made / "decisions.yaml").read_text(encoding="utf-8")
    told = run("check", "--data", str(made), "--output-format", "concise")[1]
    assert "status texts: 2 found word for word in their papers\n" in told


def test_paper_that_lies_in_the_folder_is_left_there(run: Run, folder: Path, tmp_path: Path) -> None:
    made = tmp_path / "ny"
    made.mkdir()
    paper = (folder / "notat.md").rename(made / "notat.md")
    code, out, _ = run("import", str(paper), "-o", str(made), "--year", "2018", "--keep-paper")
    assert (code, "notat.md" in out) == (0, False)


def test_paper_is_not_kept_under_a_name_of_the_plan_nor_without_a_folder(run: Run, folder: Path) -> None:
    paper = (folder / "notat.md").rename(folder / "decisions.yaml")
    words = ("import", str(paper), "--year", "2018", "--keep-paper")
    assert run(*words, "-o", str(folder / "ny"))[0] == 2
    assert not (folder / "ny").exists()
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.endswith("--keep-paper needs -o DIR, the folder to put the paper into\n")
