"""The job summary: what `check` appends to the file that a GitHub workflow names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.cli.workflow import LONGEST_SUMMARY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

CHECK = ("check", "--data", "data")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the workflow wants the summary."""
    file = tmp_path / "step_summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def test_summary_of_the_real_plan(run: Run, golden: Callable[..., None], file: Path) -> None:
    assert run(*CHECK)[0] == 0
    golden("check-summary.md", file.read_text("utf-8"))


@pytest.mark.parametrize(
    "words",
    [["--output-format", "json"], ["--output-format", "github"], ["-q"], ["--strict"], ["--exit-zero"]],
    ids=" ".join,
)
def test_summary_is_the_same_whatever_else_is_asked_for(run: Run, file: Path, words: list[str]) -> None:
    run(*CHECK)
    usual = file.read_text("utf-8")
    file.unlink()
    run(*CHECK, *words)
    assert file.read_text("utf-8") == usual


def test_summary_goes_below_what_stands_there(run: Run, file: Path) -> None:
    run(*CHECK)
    alone = file.read_text("utf-8")
    file.write_text("# Before\n\n| a |\n| - |", "utf-8")
    run(*CHECK)
    run(*CHECK)
    assert file.read_text("utf-8") == f"# Before\n\n| a |\n| - |\n{alone}\n{alone}"


def test_log_says_that_the_summary_has_everything(run: Run, file: Path) -> None:
    out = run(*CHECK, "--output-format", "github")[1]
    assert out.splitlines()[-2].endswith("The others stand above; the job summary has all of them.")
    assert file.exists()


def test_summary_leaves_the_step_within_its_limit(
    run: Run, folder_with: Callable[[str], Path], file: Path
) -> None:
    many = "\n".join(f"- {{id: item-{number}, name: En, statsu: Ærlig talt}}" for number in range(9000))
    before = b"x" * 100_000
    file.write_bytes(before)
    assert run("check", "--data", str(folder_with(many)))[0] == 1
    written = file.read_bytes()
    assert LONGEST_SUMMARY - 1000 < len(written) <= LONGEST_SUMMARY
    assert written.startswith(before + b"\n## Handlingsplan 2018: 9000 errors")
    rows = written.count(b"| VR101 ")
    ending = f"The summary is cut here: it may not be longer. {9000 - rows} more stand in the log.\n"
    assert written.decode().endswith(ending)


def test_full_file_is_left_as_it_is(run: Run, file: Path) -> None:
    file.write_bytes(b"x" * LONGEST_SUMMARY)
    assert run(*CHECK)[0] == 0
    assert file.stat().st_size == LONGEST_SUMMARY


@pytest.mark.parametrize(("data", "code"), [("data", 0), ("tests/errors/VR010", 1)])
def test_file_that_cannot_be_written_changes_nothing(run: Run, file: Path, data: str, code: int) -> None:
    file.mkdir()
    ended, out, err = run("check", "--data", data)
    assert (ended, err) == (code, f"vrplan: the job summary {file} cannot be written: Is a directory\n")
    assert out


@pytest.mark.parametrize("name", ["", None])
def test_without_a_file_there_is_no_summary(
    run: Run, monkeypatch: pytest.MonkeyPatch, file: Path, name: str | None
) -> None:
    if name is None:
        monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    else:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", name)
    assert run(*CHECK)[2] == ""
    assert not file.exists()


def test_plan_that_cannot_be_checked_writes_no_summary(run: Run, file: Path) -> None:
    assert run("check", "--data", "nowhere")[0] == 2
    assert not file.exists()
