"""`vrplan import --into`: a later paper goes into a plan that exists, whole or not at all, and every row is told."""

from __future__ import annotations

import json
import os
import shlex
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

PLAN = """\
plan: p-2026
title: Handlingsplan 2026
organisation: Fjordrådet
period: {from: 2026-01-01, to: 2026-12-31}
columns:
  HP 2026: {adopted_by: sg-2025-9}   # vedtatt
areas:
  - id: kultur
    name: Kultur
    measures:
      - name: Drift
        activities:
          - id: program
            name: Sette opp program for festivalen
            status: {HP 2026: Løpende}
          - id: nettsted
            name: Drive nettstedet
            status:
              HP 2026: Løpende  # fortsatt
          - {id: kurs, name: Holde kurs for frivillige vakter, status: {HP 2026: Q2}}
"""
DECISIONS = """\
bodies: {SG: {name: Styringsgruppen}}
decisions:
  - {id: sg-2025-9, title: HP 2026, standing: adopted, evidence: full-text, body: SG, date: 2025-12-04, case: 9/2025}
"""
PAPER = """\
# Styringsgruppen 10. september 2026

Sak 12/2026 Revidert handlingsplan 2026

Vedtak:

## Innsatsområde: Kultur

| Tiltak | Aktiviteter | HP 2026 | Revidert HP 2026 |
|---|---|---|---|
| Drift | Sette opp programmet for festivalen | Løpende | Avsluttes 30.10.26 |
| | Vedlikeholde nettsidene | Løpende | Q4 |
| Lager | Flytte telt | | Q4 |
"""
AFTER = (
    PLAN.replace("# vedtatt\n", "# vedtatt\n  Revidert HP 2026: {adopted_by: sg-2026-12}\n").replace(
        "{HP 2026: Løpende}",
        "{HP 2026: Løpende, Revidert HP 2026: {text: Avsluttes 30.10.26, source: sak-12-2026, note: "
        '"table 1, line 11"}}',
    )
    + """\
      - name: Lager
        activities:
          - id: flytte-telt
            name: Flytte telt
            status:
              Revidert HP 2026:
                text: Q4
                source: sak-12-2026
                note: table 1, line 13
"""
)
DECISIONS_AFTER = DECISIONS.replace(
    "decisions:",
    f"""\
sources:
  sak-12-2026:
    title: Revidert handlingsplan 2026
    file: Sak 12-2026.md
    sha256: {sha256(PAPER.encode()).hexdigest()}
    body: SG
    date: 2026-09-10
    case: 12/2026
decisions:""",
) + (
    "  - {id: sg-2026-12, body: SG, date: 2026-09-10, case: 12/2026, title: Revidert handlingsplan 2026, "
    "standing: adopted, evidence: full-text, source: sak-12-2026}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "plan"
    path.mkdir()
    (path / "actionplan_x.yaml").write_bytes(PLAN.replace("\n", "\r\n").encode())
    (path / "decisions.yaml").write_bytes(DECISIONS.encode())
    return path


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Sak 12-2026.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


@pytest.fixture
def into(run: Run, paper: Path, folder: Path) -> Run:
    """Import the paper into the folder, its column unless the words name another."""

    def imported(*words: str, column: str | None = "Revidert HP 2026") -> tuple[int, str, str]:
        named = ("--column", column) if column is not None else ()
        return run("import", str(paper), "--into", str(folder), *named, *words)

    return imported


def texts(folder: Path) -> tuple[str, str]:
    return (folder / "actionplan_x.yaml").read_bytes().decode(), (
        folder / "decisions.yaml"
    ).read_bytes().decode()


UNTOUCHED = PLAN.replace("\n", "\r\n"), DECISIONS


def test_column_is_written_and_every_other_byte_stays(into: Run, folder: Path) -> None:
    code, out, _ = into()
    assert (code, texts(folder)) == (0, (AFTER.replace("\n", "\r\n"), DECISIONS_AFTER))
    assert out == f"written: {folder}/decisions.yaml:2\nwritten: {folder}/actionplan_x.yaml:7\n"
    assert sorted(path.name for path in folder.iterdir()) == ["actionplan_x.yaml", "decisions.yaml"]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_notes_that_are_written_are_in_the_language_of_the_reader(
    into: Run, folder: Path, tmp_path: Path, language: str
) -> None:
    reports = [tmp_path / f"{name}.json" for name in ("ours", "theirs")]
    for name, file in zip(("en", language), reports, strict=True):
        assert into("--dry-run", "--lang", name, "--report", str(file))[0] == 0
    assert reports[0].read_bytes() == reports[1].read_bytes()
    code, _, err = into("--lang", language)
    plan = AFTER.replace("table 1, line", "tabell 1, linje")
    assert (code, texts(folder)) == (0, (plan.replace("\n", "\r\n"), DECISIONS_AFTER))
    assert "--note 'tabell 1, linje 12'" in err
    # And what is there is known, in whatever language it is compared.
    codes = [into("--lang", name)[0] for name in ("en", language)]
    assert codes[0] == codes[1]


@pytest.mark.parametrize("language", ["en", "nb"])
def test_row_that_is_only_listed_is_shown_with_its_place_in_the_language(into: Run, language: str) -> None:
    place = {"en": "table 1, line 13", "nb": "tabell 1, linje 13"}[language]
    err = into("--no-add-new", "--dry-run", "--lang", language)[2]
    assert f'note: "{place}"' in err


SHORT = "1 row matched, 0 of them word for word, 1 doubtful, 1 new, 0 gone"
UNVERIFIED = "not verified: 2 texts from sak-12-2026, because Sak 12-2026.md is not in the plan folder"
IN_DOUBT = "stands where the plan has, and the paper has not, nettsted, kurs"
COMMAND = "vrplan record status nettsted --column 'Revidert HP 2026' Q4 --source sak-12-2026 --note 'table 1, line 12'"


def test_every_row_is_told(into: Run, folder: Path) -> None:
    assert into()[2].splitlines() == [
        f"vrplan: Sak 12-2026.md, column Revidert HP 2026, goes into {folder}: {SHORT}",
        "the paper is added as the decision sg-2026-12",
        "doubtful, not written (1):",
        f"  table 1, line 12: “Vedlikeholde nettsidene” {IN_DOUBT}; if it is: {COMMAND} --data {folder}",
        "matched, though the words are not the same (1):",
        "  table 1, line 11: program (96 %): “program” → “programmet”",
        "new, added to the plan (1):",
        "  table 1, line 13: “Flytte telt” is flytte-telt",
        "columns of the paper that were not taken (1):",
        "  HP 2026 (the plan has it)",
        "Revidert HP 2026: adopted 10.9.2026 by Styringsgruppen, sak 12/2026",
        "what becomes of the items (1):",
        "  program: ongoing → ongoing; ended from 31.10.2026",
        f"{folder}/decisions.yaml:5:11: VR605 info: {UNVERIFIED}",
        "1 info",
    ]


def test_no_item_is_offered_to_two_rows(into: Run, paper: Path, tmp_path: Path) -> None:
    row = "| | Vedlikeholde nettsidene | Løpende | Q4 |\n"
    others = "| | Male huset | | Q3 |\n| | Rydde loftet | | Q2 |\n"
    paper.write_text(PAPER.replace(row, row + others), encoding="utf-8")
    err = into("--report", str(tmp_path / "r.json"))[2]
    doubtful = [line for line in err.splitlines() if "stands where" in line]
    assert [line.partition("vrplan record status ")[2].partition(" ")[0] for line in doubtful] == [
        "nettsted",
        "kurs",
        "",
    ]
    told = (
        "  table 1, line 14: “Rydde loftet” stands where the plan has, and the paper has not, nettsted, kurs"
    )
    assert doubtful[2] == f"{told}; more like it is table 1, line 12"
    document = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [len(one["commands"]) for one in document["doubtful"]] == [1, 1, 0]


def test_doubtful_row_is_recorded_by_the_command_that_is_shown(into: Run, run: Run, folder: Path) -> None:
    into()
    words = [
        "nettsted",
        "--column",
        "Revidert HP 2026",
        "Q4",
        "--source",
        "sak-12-2026",
        "--note",
        "table 1, line 12",
    ]
    assert run("record", "status", *words, "--data", str(folder))[0] == 0
    code, out, err = into()
    assert (code, out) == (0, "")
    assert "3 rows matched, 1 of them word for word, 0 doubtful, 0 new, 0 gone, 0 differences\n" in err


def test_dry_run_shows_the_lines_of_both_files(into: Run, folder: Path) -> None:
    code, out, _ = into("--dry-run")
    assert (code, texts(folder)) == (0, UNTOUCHED)
    assert [line for line in out.splitlines() if line.startswith(("---", "+++"))] == [
        f"{sign} {side}{folder}/{name}"
        for name in ("decisions.yaml", "actionplan_x.yaml")
        for sign, side in (("---", "a"), ("+++", "b"))
    ]
    assert "\n+  Revidert HP 2026: {adopted_by: sg-2026-12}\r\n" in out


def test_new_rows_are_only_listed_when_that_is_asked(into: Run, folder: Path) -> None:
    err = into("--no-add-new")[2]
    assert "flytte-telt" not in texts(folder)[0]
    assert (
        "new, not written (1):\n  table 1, line 13: “Flytte telt” (Kultur / Lager): new rows are only listed; where it "
        "belongs: - {id: flytte-telt, name: Flytte telt, status: {Revidert HP 2026: {text: Q4, source: sak-12-2026, "
        'note: "table 1, line 13"}}}\n'
    ) in err


def test_column_that_is_there_is_compared_and_nothing_is_written(into: Run, folder: Path) -> None:
    into()
    before = texts(folder)
    (folder / "actionplan_x.yaml").write_bytes(before[0].replace("30.10.26", "31.12.26").encode())
    changed = texts(folder)
    code, out, err = into("--report", str(folder / "r.json"))
    assert (code, out, texts(folder)) == (1, "", changed)
    assert (
        "the plan says otherwise, nothing is changed (1):\n  table 1, line 11: program: the plan says “Avsluttes "
        "31.12.26”, the paper “Avsluttes 30.10.26”\n"
    ) in err
    found = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    assert found["compared"] is True
    assert [one["differs_from"] for one in found["matched"]] == [["Avsluttes 31.12.26"], None]


LACKING = PLAN.replace("status: {HP 2026: Løpende}", "note: Ny")
KNOWN = DECISIONS.replace("decisions:", "sources: {s: {title: S, file: Sak 12-2026.md}}\ndecisions:")
SILENT = "  table 1, line 11: program: the plan says nothing, the paper "


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Løpende", "program --column 'HP 2026' 'Løpende' {source}"),
        ("-5 møter", "--column 'HP 2026' {source} -- program '-5 møter'"),
    ],
)
def test_what_the_plan_lacks_under_the_column_comes_with_its_command(
    into: Run, run: Run, paper: Path, folder: Path, cell: str, words: str
) -> None:
    (folder / "actionplan_x.yaml").write_text(LACKING, encoding="utf-8")
    (folder / "decisions.yaml").write_text(KNOWN, encoding="utf-8")
    paper.write_text(PAPER.replace("festivalen | Løpende", f"festivalen | {cell}"), encoding="utf-8")
    code, _, err = into(column="HP 2026")
    command = words.format(source=f"--source s --note 'table 1, line 11' --data {folder}")
    line = f"{SILENT}“{cell}”; write it with: vrplan record status {command}"
    assert (code, line in err.splitlines()) == (1, True)
    assert run("record", "status", *shlex.split(command))[0] == 0


def test_no_command_is_shown_that_would_be_refused(into: Run, folder: Path) -> None:
    (folder / "actionplan_x.yaml").write_text(LACKING, encoding="utf-8")
    code, _, err = into(column="HP 2026")  # the plan does not have the paper
    assert (code, f"{SILENT}“Løpende”" in err.splitlines()) == (1, True)
    assert "vrplan record" not in err
    assert "vrplan record" not in into("--dry-run")[2]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have a name")
def test_paper_is_not_kept_where_a_pipe_or_folder_lies(
    into: Run, paper: Path, folder: Path, tmp_path: Path
) -> None:
    there = folder / paper.name
    for make in (os.mkfifo, os.mkdir, lambda path: path.symlink_to(paper)):
        make(there)
        code, out, err = into("--keep-paper", "--report", str(tmp_path / "r.json"))
        assert (code, out, texts(folder)) == (2, "", UNTOUCHED)
        assert err.splitlines()[-1] == (
            f"vrplan: the paper cannot be kept: {there} is no file; nothing was written"
        )
        assert (tmp_path / "r.json").exists()
        there.rmdir() if there.is_dir() and not there.is_symlink() else there.unlink()


def test_dry_run_names_the_paper_that_would_be_kept(into: Run, paper: Path, folder: Path) -> None:
    _, out, err = into("--keep-paper", "--dry-run")
    assert f"would be written: {folder}/{paper.name}" in err.splitlines()
    assert "would be written" not in out
    assert not (folder / paper.name).exists()


def test_name_of_a_kept_paper_is_obeyed_by_no_screen(run: Run, tmp_path: Path, folder: Path) -> None:
    paper = tmp_path / "x\x1b[31m.md"
    paper.write_text(PAPER, encoding="utf-8")
    for more in (["--dry-run"], []):
        words = ["--into", str(folder), "--column", "Revidert HP 2026", "--keep-paper", *more]
        code, out, err = run("import", str(paper), *words)
        assert (code, "\x1b" in out + err) == (0, False)


def test_report_is_json(into: Run, tmp_path: Path) -> None:
    into("--report", str(tmp_path / "r.json"))
    found = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert list(found) == [
        "schema",
        "command",
        "paper",
        "column",
        "heading",
        "compared",
        "source",
        "decision",
        "proposal",
        "matched",
        "doubtful",
        "new",
        "gone",
        "untold",
        "columns_not_taken",
        "irregularities",
        "summary",
    ]
    row = {"measure": "Drift", "focus_area": None, "area": "Kultur"}
    assert found["matched"] == [
        {
            "place": "table 1, line 11",
            "name": "Sette opp programmet for festivalen",
            **row,
            "texts": ["Avsluttes 30.10.26"],
            "id": "program",
            "level": "activity",
            "words": "changed",
            "likeness": 0.9623,
            "changes": [{"plan": "program", "paper": "programmet"}],
            "differs_from": None,
        }
    ]
    (doubtful,) = found["doubtful"]
    assert doubtful["why"] == "reworded"
    assert [one["id"] for one in doubtful["candidates"]] == ["nettsted", "kurs"]
    assert [one.split()[3] for one in doubtful["commands"]] == ["nettsted", "kurs"]
    assert doubtful["to_write"].startswith(
        "- {id: vedlikeholde-nettsidene, name: Vedlikeholde nettsidene, status: "
    )
    assert [(one["added_as"], one["why_not"]) for one in found["new"]] == [("flytte-telt", None)]
    assert (found["decision"], found["proposal"], found["source"]) == ("sg-2026-12", None, "sak-12-2026")
    assert found["columns_not_taken"] == [{"name": "HP 2026", "in_plan": True}]


def test_report_is_markdown(into: Run, tmp_path: Path) -> None:
    into("--report", str(tmp_path / "r.md"))
    lines = (tmp_path / "r.md").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Sak 12-2026.md, imported into ")
    assert "## Matched, though the words are not the same (1)" in lines
    assert "- table 1, line 11: program (96 %): “program” → “programmet”" in lines


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "x"], "--into writes into a plan that exists, and -o makes a new one: use one of them"),
        (["--force"], "--force goes with -o: with --into nothing is written over"),
        (["--organisation", "X"], "--organisation goes with -o: with --into the plan says whose it is"),
        (["--column", "HP 2026"], "--into takes one column at a time: name one with --column"),
        (["--as", " "], "--as needs a name"),
        (["--as", "x\udcff"], "--as: the name holds half a character, which no file can hold"),
        (["--report", "r.txt"], "--report: r.txt must end with .json or .md"),
    ],
)
def test_wrong_use_is_told_in_one_line(into: Run, folder: Path, words: list[str], said: str) -> None:
    assert into(*words) == (2, "", f"vrplan: {said}\n")
    assert texts(folder) == UNTOUCHED


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (None, "the paper has 2 columns: HP 2026, Revidert HP 2026; name one of them with --column"),
        (
            "Revidert HP 2062",
            "there is no column in the paper called Revidert HP 2062; did you mean Revidert HP 2026?",
        ),
        (
            "\x1b[31m",
            "there is no column in the paper called \\x1b[31m; there are: HP 2026, Revidert HP 2026",
        ),
        ("Revidert HP 2026=sg-2025-8", "there is no decision sg-2025-8; did you mean sg-2025-9?"),
    ],
)
def test_column_that_is_not_there_is_told(into: Run, folder: Path, column: str | None, said: str) -> None:
    assert into(column=column) == (2, "", f"vrplan: {said}\n")
    assert texts(folder) == UNTOUCHED


@pytest.mark.parametrize(
    ("called", "key"),
    [
        ("a: {b} # 'c' \"d\" | <script>", "'a: {b} # ''c'' \"d\" | <script>'"),
        ("=cmd() [red]", "=cmd() [red]"),
        ("x\x1b[31m\x07", '"x\\x1b[31m\\a"'),
    ],
)
def test_hostile_name_of_a_column_is_written_as_it_is_and_obeyed_by_nobody(
    into: Run, folder: Path, called: str, key: str
) -> None:
    code, out, err = into("--as", called)
    assert code == 0
    assert f"  {key}: {{adopted_by: sg-2026-12}}" in texts(folder)[0]
    assert not {"\x1b", "\x07"} & {*out, *err}


def test_column_that_would_be_wrong_is_refused_and_nothing_is_written(
    into: Run, folder: Path, tmp_path: Path
) -> None:
    code, out, err = into("--as", "sg-2025-9", "--report", str(tmp_path / "r.json"))
    assert (code, out, texts(folder)) == (1, "", UNTOUCHED)
    assert err.splitlines()[-1].endswith("; nothing was written")
    assert "vrplan record" not in err
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["doubtful"][0]["commands"] == []


def test_paper_is_kept_with_the_plan_when_that_is_asked(into: Run, paper: Path, folder: Path) -> None:
    code, out, _ = into("--keep-paper")
    assert (code, out.splitlines()[0]) == (0, f"written: {folder}/{paper.name}")
    assert (folder / paper.name).read_bytes() == paper.read_bytes()


def test_texts_are_held_against_the_paper_that_is_put_there(into: Run, run: Run, folder: Path) -> None:
    dry = into("--keep-paper", "--dry-run")[2]
    err = into("--keep-paper")[2]
    assert err.splitlines()[-1] == "  program: ongoing → ongoing; ended from 31.10.2026"
    assert ("VR605" in dry, "VR605" in err) == (False, False)
    assert "status texts: 2 found word for word" in run("check", "--data", str(folder))[1]


def test_another_paper_of_that_name_is_not_written_over(into: Run, paper: Path, folder: Path) -> None:
    (folder / paper.name).write_bytes(b"another")
    code, out, err = into("--keep-paper")
    assert (code, out, texts(folder)) == (2, "", UNTOUCHED)
    assert err.splitlines()[-1] == f"vrplan: {folder} holds another {paper.name}; nothing was written"
    assert (folder / paper.name).read_bytes() == b"another"


OTHER = f"sources: {{gammel: {{title: Før, file: sak 12-2026.md, sha256: {'1' * 64}}}}}\ndecisions:"


def test_revised_paper_of_the_same_name_is_another_source(into: Run, paper: Path, folder: Path) -> None:
    (folder / "decisions.yaml").write_text(DECISIONS.replace("decisions:", OTHER), encoding="utf-8")
    (folder / "sak 12-2026.md").write_bytes(b"another")
    code, out, err = into("--keep-paper")
    assert (code, out.splitlines()[0]) == (0, f"written: {folder}/Sak 12-2026-2.md")
    assert (folder / "Sak 12-2026-2.md").read_bytes() == paper.read_bytes()
    assert (folder / "sak 12-2026.md").read_bytes() == b"another"
    assert "file: Sak 12-2026-2.md, sha256: " in texts(folder)[1]
    assert err.splitlines()[1] == (
        "the plan has another paper called Sak 12-2026.md: this one is added as sak-12-2026, file Sak 12-2026-2.md"
    )


def test_paper_that_is_there_under_another_name_is_the_same(into: Run, folder: Path) -> None:
    same = OTHER.replace("sak 12", "SAK 12").replace("1" * 64, sha256(PAPER.encode()).hexdigest())
    (folder / "decisions.yaml").write_text(DECISIONS.replace("decisions:", same), encoding="utf-8")
    code, out, _ = into("--keep-paper")
    assert (code, out.splitlines()[0]) == (0, f"written: {folder}/SAK 12-2026.md")
    assert "source: gammel" in texts(folder)[0]


def test_proposal_of_what_the_plan_has_as_adopted_stays_a_proposal(
    into: Run, paper: Path, folder: Path
) -> None:
    paper.write_text(PAPER.replace("Vedtak:", "Forslag til vedtak:"), encoding="utf-8")
    adopted = DECISIONS.splitlines()[-1].replace("9", "12").replace("2025-12-04", "2026-09-10")
    (folder / "decisions.yaml").write_text(
        f"{DECISIONS}{adopted.replace('2025', '2026')}\n", encoding="utf-8"
    )
    code, _, err = into()
    assert (code, "{proposed_by: sg-2026-12-2}" in texts(folder)[0]) == (0, True)
    assert err.splitlines()[1:3] == [
        "the paper is added as the decision sg-2026-12-2",
        (
            "sg-2026-12 is recorded as adopted, and this paper is only its proposal: if it was adopted unchanged, "
            "say --column 'Revidert HP 2026=sg-2026-12'"
        ),
    ]


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_paper_of_another_form_gives_the_same(run: Run, tmp_path: Path, folder: Path, suffix: str) -> None:
    paper = tmp_path / f"Sak 12-2026.{suffix}"
    lines = PAPER.replace("|---|---|---|---|\n", "").splitlines()
    if suffix == "html":
        rows = [
            f"<tr><td>{line.strip('| ').replace(' | ', '</td><td>')}</td></tr>"
            for line in lines
            if "|" in line
        ]
        rows[2] = rows[2].replace("<tr>", "<tr><td></td>")
        marks = {"# ": "h1", "## ": "h2", "": "p"}
        heads = [
            f"<{tag}>{line.lstrip('# ')}</{tag}>"
            for line in lines
            if line and "|" not in line
            for tag in (marks[line[: len(line) - len(line.lstrip("# "))]],)
        ]
        paper.write_text("".join(["<!DOCTYPE html>", *heads, "<table>", *rows, "</table>"]), encoding="utf-8")
    else:
        told = [
            line.lstrip("# ") if "|" not in line else line.strip("|").replace("|", "\t") for line in lines
        ]
        paper.write_text("\n".join(told), encoding="utf-8")
    code, _, err = run(
        "import", str(paper), "--into", str(folder), "--column", "Revidert HP 2026", "--no-add-new"
    )
    assert code == 0
    assert f"{SHORT}\n" in err
    assert "Revidert HP 2026: {text: Avsluttes 30.10.26, source: sak-12-2026, note: " in texts(folder)[0]


def test_hostile_words_of_a_paper_are_kept_and_harmless(
    into: Run, paper: Path, folder: Path, tmp_path: Path
) -> None:
    hostile = "=cmd() [red] `x` <script> ##vso[x] $(touch x) a: b # {c} 'd' \x1b[31m\x07"
    paper.write_text(PAPER.replace("Flytte telt", hostile).replace("Vedlikeholde", hostile), encoding="utf-8")
    code, out, err = into("--report", str(tmp_path / "r.md"))
    page = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert code == 0
    assert not {"\x1b", "\x07"} & {*out, *err, *page, *texts(folder)[0]}
    assert "##vso[" not in err
    assert "<script>" not in page
    assert "name: \"=cmd() [red] x <script> ##vso[x] $(touch x) a: b # {c} 'd' " in texts(folder)[0]


def test_plan_with_errors_is_refused(into: Run, folder: Path) -> None:
    (folder / "decisions.yaml").write_text(DECISIONS + "hm: 1\n", encoding="utf-8")
    code, out, err = into()
    assert (code, out) == (1, "")
    assert err.splitlines()[-1] == "vrplan: the plan has 1 error; mend them first; nothing was written"


def test_folder_without_a_plan_and_paper_without_a_table(
    run: Run, into: Run, paper: Path, tmp_path: Path, folder: Path
) -> None:
    empty = tmp_path / "tom"
    empty.mkdir()
    for where in (empty, tmp_path / "nei", paper):
        code, out, err = run("import", str(paper), "--into", str(where), "--column", "Revidert HP 2026")
        assert (code, out, len(err.splitlines())) == (2, "", 1)
    paper.write_text("# Brev\n\nHei.\n", encoding="utf-8")
    code, out, err = into()
    assert (code, out, texts(folder)) == (2, "", UNTOUCHED)
    assert err.startswith("vrplan: Sak 12-2026.md holds no plan: no table in it")


def test_paper_of_another_plan_is_refused(into: Run, paper: Path, folder: Path) -> None:
    paper.write_text(
        PAPER[: PAPER.index("| Drift")] + "| Veg | Asfaltere fylkesvegen | | Q4 |\n", encoding="utf-8"
    )
    code, out, err = into()
    assert (code, out, texts(folder)) == (1, "", UNTOUCHED)
    assert err.splitlines()[-1] == (
        "vrplan: no row with a text in this column is surely an item of this plan; nothing was written"
    )


def test_options_of_a_later_paper_go_with_into(run: Run, paper: Path) -> None:
    for words in (["--as", "X"], ["--dry-run"], ["--no-add-new"]):
        code, out, err = run("import", str(paper), *words)
        assert (code, out) == (2, "")
        assert err.startswith("vrplan: --as, --dry-run and --no-add-new go with --into")
