"""`vrplan import`: a paper becomes a plan folder that every command reads, and nothing that was there is lost."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from textwrap import dedent
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from vrplan.importers.paper import Cell, Heading, Paper, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

PAPER = """\
# Regionrådet 9. mars 2026

Sak 4/2026 Revidert handlingsplan 2026

Forslag til vedtak:

Regionrådet vedtar planen.

## Kultur

| Tiltak | Aktiviteter | HP 2026 | Justert HP 2026 |
|---|---|---|---|
| Festival | Sette opp program | Løpende | Avsluttes 30..6.26 |
| | Drive nettstedet | Løpende | Overføres til Lillevik i løpet av høsten |
"""
KNOWN = ("--organisation", "Fjordrådet")


def stand_in(data: bytes, name: str) -> Paper:
    """As much of Markdown as these tests write."""
    blocks: list[Heading | Paragraph | Table] = []
    rows: list[Row] = []
    for number, line in enumerate([*data.decode().splitlines(), ""], 1):
        if line.startswith("|"):
            cells = [one.strip() for one in line.strip("|").split("|")]
            rows += [] if set("".join(cells)) == {"-"} else [Row(tuple(map(Cell, cells)), f"line {number}")]
            continue
        if rows:
            blocks.append(
                Table(1 + sum(isinstance(one, Table) for one in blocks), tuple(rows), rows[0].place)
            )
            rows = []
        marks, _, words = line.partition(" ")
        if line.startswith("#"):
            blocks.append(Heading(words, len(marks), f"line {number}"))
        elif line:
            blocks.append(Paragraph(line, f"line {number}"))
    return Paper(name, tuple(blocks))


@pytest.fixture(autouse=True)
def _reader_of_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    if find_spec("vrplan.importers.markdown") is None:
        module = SimpleNamespace(read_markdown=stand_in)
        monkeypatch.setitem(sys.modules, "vrplan.importers.markdown", module)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Sak 4-2026.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_paper_becomes_a_folder_that_every_command_reads(run: Run, paper: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "plan"
    code, out, err = run("import", str(paper), "-o", str(folder), *KNOWN)
    assert code == 0
    assert out.splitlines() == [
        f"{folder.as_posix()}/{name}"
        for name in (
            "actionplan_2026.yaml",
            "decisions.yaml",
            "actionplan.schema.json",
            "decisions.schema.json",
        )
    ]
    assert err.splitlines()[0] == (
        "vrplan: Sak 4-2026.md gives 1 area, 0 focus areas, 1 measure, 2 activities, 2 columns"
    )
    assert err.splitlines()[-1] == f"vrplan: look at the draft with: vrplan check --data {folder}"
    code, out, _ = run("check", "--data", str(folder), "--output-format", "concise")
    assert (code, out.splitlines()[-2:]) == (
        0,
        ["status texts: 4 not verified", "3 warnings, 1 info"],
    )
    told = run("status", "--data", str(folder), "--date", "2026-09-01")[1]
    assert told.endswith("2 activities: 2 ongoing\n")
    told = run("why", "drive-nettstedet", "--data", str(folder), "--date", "2026-09-01")[1]
    assert "source: sak-4-2026" in told


def test_without_a_folder_both_files_are_only_shown(run: Run, paper: Path, tmp_path: Path) -> None:
    code, out, _ = run("import", str(paper), *KNOWN)
    assert code == 0
    assert out.startswith("# actionplan_2026.yaml\n# yaml-language-server: ")
    assert "\n\n# decisions.yaml\n# yaml-language-server: " in out
    assert [path.name for path in tmp_path.iterdir()] == [paper.name]


def test_what_is_irregular_is_told_in_groups(run: Run, paper: Path) -> None:
    err = run("import", str(paper), *KNOWN)[2]
    assert err.splitlines()[1:] == [
        "to settle (1):",
        "  the paper does not say which decision adopted this column: “HP 2026”",
        "done on the way, to be looked at (1):",
        "  table 1, line 13: 30..6.26 is read as 30.6.26: “Avsluttes 30..6.26”",
        "not used (1):",
        "  line 7: “Regionrådet vedtar planen.”",
    ]


def test_a_paragraph_without_end_is_cut_on_the_screen_and_whole_in_a_report(
    run: Run, paper: Path, tmp_path: Path
) -> None:
    paper.write_text(PAPER + "\n" + "ord " * 1_000 + "slutt\n", encoding="utf-8")
    err = run("import", str(paper), *KNOWN, "--report", str(tmp_path / "r.md"))[2]
    assert (
        err.splitlines()[-1]
        == f"  line 16: “{'ord ' * 149}ord… (4007 characters; --report FILE has them all)"
    )
    assert "ord slutt”" in (tmp_path / "r.md").read_text(encoding="utf-8")


def test_report_is_json_or_markdown(run: Run, paper: Path, tmp_path: Path) -> None:
    run("import", str(paper), *KNOWN, "--report", str(tmp_path / "r.json"))
    found = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert list(found) == ["schema", "command", "paper", "year", "counts", "irregularities", "summary"]
    assert found["counts"] == {"areas": 1, "focus_areas": 0, "measures": 1, "activities": 2, "columns": 2}
    assert found["summary"] == {"settle": 1, "done": 1, "unused": 1}
    assert found["irregularities"][1] == {
        "kind": "repaired",
        "weight": "done",
        "place": "table 1, line 13",
        "text": "Avsluttes 30..6.26",
        "said": {"read": "30.6.26", "words": "30..6.26"},
        "message": "30..6.26 is read as 30.6.26: “Avsluttes 30..6.26”",
    }
    run("import", str(paper), *KNOWN, "--report", str(tmp_path / "r.md"))
    assert (tmp_path / "r.md").read_text(encoding="utf-8") == dedent("""\
        # Draft made from Sak 4-2026.md

        It holds 1 area, 0 focus areas, 1 measure, 2 activities, 2 columns.

        ## To settle (1)

        - the paper does not say which decision adopted this column: “HP 2026”

        ## Done on the way, to be looked at (1)

        - table 1, line 13: 30..6.26 is read as 30.6.26: “Avsluttes 30..6.26”

        ## Not used (1)

        - line 7: “Regionrådet vedtar planen.”
        """)


def test_columns_can_be_given_their_decisions(run: Run, paper: Path, tmp_path: Path) -> None:
    named = ("--column", "HP 2026=regionrådet-2025-9", "--column", "Justert HP 2026=regionrådet-2026-5")
    assert run("import", str(paper), "-o", str(tmp_path / "plan"), *KNOWN, *named)[0] == 0
    told = run("status", "--data", str(tmp_path / "plan"), "--date", "2027-01-01")[1]
    assert "\nPlan: Justert HP 2026, adopted 2026 by Regionrådet, sak 5/2026" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--column", "HP 2026"], "--column: HP 2026 is not NAME=DECISION, such as “HP 2018=styret-2017-35”"),
        (
            ["--column", "HP 2026=SG 35"],
            "--column: SG 35 is no id: small letters, digits and single hyphens, such as styret-2017-35",
        ),
        (["--column", "HP 2025=sg-1"], "there is no column HP 2025; did you mean HP 2026?"),
        (["--organisation", " "], "--organisation needs a name"),
        (["--report", "r.txt"], "--report: r.txt must end with .json or .md"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    run: Run, paper: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    folder = tmp_path / "plan"
    assert run("import", str(paper), "-o", str(folder), *words) == (2, "", f"vrplan: {said}\n")
    assert not folder.exists()


def test_paper_without_a_plan_gives_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brev.md").write_text("# Brev\n\nHei.\n", encoding="utf-8")
    code, out, err = run("import", str(tmp_path / "brev.md"), "-o", str(tmp_path / "plan"))
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert err.startswith("vrplan: brev.md holds no plan: no table in it has the headings of an action plan")
    assert not (tmp_path / "plan").exists()


def test_file_that_cannot_be_read_gives_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tom.md").write_bytes(b"")
    assert run("import", str(tmp_path / "tom.md")) == (2, "", "vrplan: tom.md is empty\n")
    code, _, err = run("import", str(tmp_path / "nei.md"))
    assert (code, err) == (
        2,
        f"vrplan: {tmp_path / 'nei.md'} cannot be opened: No such file or directory\n",
    )


def test_folder_that_is_there_is_not_written_over_unless_asked(run: Run, paper: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "decisions.yaml").write_text("mine", encoding="utf-8")
    code, out, err = run("import", str(paper), "-o", str(folder), *KNOWN)
    said = f"vrplan: {folder} already holds decisions.yaml; nothing was written (--force writes over them)\n"
    assert (code, out, err) == (2, "", said)
    assert [path.name for path in folder.iterdir()] == ["decisions.yaml"]
    assert run("import", str(paper), "-o", str(folder), *KNOWN, "--force")[0] == 0
    assert "Regionrådet" in (folder / "decisions.yaml").read_text(encoding="utf-8")


def test_another_plan_in_the_folder_and_links_out_of_it_are_refused(
    run: Run, paper: Path, tmp_path: Path
) -> None:
    folder, other = tmp_path / "plan", tmp_path / "annet.yaml"
    folder.mkdir()
    other.write_text("mine", encoding="utf-8")
    (folder / "decisions.yaml").symlink_to(other)
    code, _, err = run("import", str(paper), "-o", str(folder), *KNOWN, "--force")
    assert (code, err) == (
        2,
        f"vrplan: {folder}/decisions.yaml is a link; nothing was written\n",
    )
    assert other.read_text(encoding="utf-8") == "mine"
    (folder / "decisions.yaml").unlink()
    (folder / "actionplan_2025.yaml").write_text("", encoding="utf-8")
    code, _, err = run("import", str(paper), "-o", str(folder), *KNOWN, "--force")
    assert code == 2
    assert "already holds the plan actionplan_2025.yaml, and a folder has one" in err


def test_hostile_words_are_kept_and_harmless(run: Run, tmp_path: Path) -> None:
    text = PAPER.replace("Drive nettstedet", "a: b # {c} 'd' \x1b[31m <script> =cmd() ##vso[x]")
    path = tmp_path / "plan.md"
    path.write_text(text, encoding="utf-8")
    code, _, err = run(
        "import", str(path), "-o", str(tmp_path / "plan"), *KNOWN, "--report", str(tmp_path / "r.md")
    )
    assert code == 0
    assert "\x1b" not in err + (tmp_path / "r.md").read_text(encoding="utf-8")
    told = run("status", "--data", str(tmp_path / "plan"), "--date", "2026-07-01", "--format", "json")[1]
    name = json.loads(told)["items"][1]["name"]
    assert name.startswith("a: b # {c} 'd' ")
    assert name.endswith(" =cmd() ##vso[x]")


@pytest.mark.parametrize(("language", "place"), [("en", "table 1, line 13"), ("nb", "tabell 1, linje 13")])
def test_notes_of_a_draft_are_in_the_language_of_the_reader(
    run: Run, paper: Path, language: str, place: str
) -> None:
    code, out, _ = run("import", str(paper), *KNOWN, "--lang", language)
    assert code == 0
    assert f'note: "{place}"' in out or f"note: {place}" in out
