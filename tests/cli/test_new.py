"""`vrplan new`: a folder that every command answers in at once, and nothing that was there is lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

KNOWN = ("--organisation", "Fjellregionen", "--year", "2026", "--adopted", "14.5.2026", "--case", "12/2026")


def test_folder_passes_every_check_and_answers(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "en" / "plan"
    code, out, err = run("new", str(folder), *KNOWN)
    assert code == 0
    assert out.splitlines()[:2] == [
        f"{folder.as_posix()}/actionplan_2026.yaml",
        f"{folder.as_posix()}/decisions.yaml",
    ]
    assert err == f"vrplan: now put your own plan in; look at it with: vrplan status --data {folder}\n"
    assert run("check", "--strict", "--data", str(folder))[:2] == (0, "no findings\n")
    told = run("status", "--data", str(folder), "--date", "2026-09-01")[1]
    assert told.endswith("\n3 activities: 1 not started, 1 ongoing, 1 in transition\n1 obligation: 1 ended\n")
    assert run("closeout", "--data", str(folder), "--date", "2026-12-31")[0] == 1


def test_readme_names_commands_that_answer(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path), *KNOWN)
    lines = (tmp_path / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line.split("#")[0].split()[1:] for line in lines if line.startswith("    vrplan ")]
    assert [words[0] for words in commands] == ["check", "status", "why", "closeout"]
    for words in commands:
        assert run(*words, "--data", str(tmp_path))[0] == (1 if words[0] == "closeout" else 0)


def test_what_nobody_has_said_is_warned_of(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path), "--organisation", "Fjellregionen")
    year = date.today().year  # noqa: DTZ011 - what the command takes without --year
    code, out, _ = run("check", "--data", str(tmp_path), "--output-format", "concise")
    assert (code, out.count("VR402 warning")) == (0, 1)
    assert (tmp_path / f"actionplan_{year}.yaml").exists()


def test_nothing_is_written_over_unless_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mitt", encoding="utf-8")
    code, out, err = run("new", str(tmp_path), *KNOWN)
    said = f"vrplan: {tmp_path} already holds README.md; nothing was written (--force writes over them)\n"
    assert (code, out, err) == (2, "", said)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert run("new", str(tmp_path), *KNOWN, "--force")[0] == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8").startswith("# Handlingsplan 2026 – Fj")


def test_folder_has_one_plan(run: Run, tmp_path: Path) -> None:
    (tmp_path / "actionplan_2025.yaml").write_text("", encoding="utf-8")
    code, _, err = run("new", str(tmp_path), *KNOWN, "--force")
    assert code == 2
    assert "already holds the plan actionplan_2025.yaml, and a folder has one" in err


def test_link_does_not_lead_out_of_the_folder(run: Run, tmp_path: Path) -> None:
    folder, other = tmp_path / "plan", tmp_path / "annet.md"
    folder.mkdir()
    other.write_text("mitt", encoding="utf-8")
    (folder / "README.md").symlink_to(other)
    code, _, err = run("new", str(folder), *KNOWN, "--force")
    assert (code, err) == (
        2,
        f"vrplan: {folder}/README.md is a link to somewhere else; nothing was written\n",
    )
    assert other.read_text(encoding="utf-8") == "mitt"
    assert [path.name for path in folder.iterdir()] == ["README.md"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--organisation", " "], "--organisation needs a name"),
        (["--organisation", "A", "--body", ""], "--body needs a name"),
        (
            ["--organisation", "A", "--adopted", "31.2.2026"],
            "--adopted: '31.2.2026' is not a day in the calendar",
        ),
    ],
)
def test_wrong_use_is_told_in_one_line(run: Run, tmp_path: Path, words: list[str], said: str) -> None:
    assert run("new", str(tmp_path / "plan"), *words) == (2, "", f"vrplan: {said}\n")
    assert not (tmp_path / "plan").exists()


def test_place_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    code, _, err = run("new", str(tmp_path / "fil"), *KNOWN)
    assert (code, err) == (2, f"vrplan: {tmp_path / 'fil'} is a file, not a folder\n")
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / ".github").write_text("", encoding="utf-8")
    code, _, err = run("new", str(tmp_path / "plan"), *KNOWN)
    assert code == 2
    assert err.startswith(f"vrplan: {tmp_path / 'plan' / '.github'}")
