"""What nothing is said of has no state and stands in no list: `status` and `closeout` tell how many there are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

ONE = "- {id: kurs, name: Kurs, status: {HP 2018: Avsluttes 30.6.2018}}"
SILENT = "- {id: taus, name: Taus, resource: Leder}"
LINE = "Nothing is said of 1 item: taus"


@pytest.mark.parametrize("form", ["text", "md"])
def test_status_ends_with_what_nothing_is_said_of(
    run: Run, folder_with: Callable[[str], Path], form: str
) -> None:
    folder = folder_with(f"{ONE}\n{SILENT}\n")
    for words, told in (
        ([], True),
        (["--resource", "leder"], True),
        (["--resource", "styret"], False),
        (["--state", "ended"], False),
    ):
        code, out, _ = run(
            "status", "--date", "2018-07-01", "--data", str(folder), "--format", form, "--lang", "en", *words
        )
        assert (code, out.splitlines()[-1].strip() == LINE) == (0, told)


@pytest.mark.parametrize("form", ["text", "md"])
def test_closeout_does_not_say_that_everything_is_over(
    run: Run, folder_with: Callable[[str], Path], form: str
) -> None:
    folder = folder_with(f"{ONE}\n{SILENT}\n{SILENT.replace('taus', 'stille')}\n")
    code, out, _ = run(
        "closeout", "--date", "2018-12-31", "--data", str(folder), "--format", form, "--lang", "en"
    )
    assert code == 0
    assert "The doors may close" not in out
    assert "All that is spoken of has ended, is done, or was handed over and confirmed." in out
    assert out.splitlines()[-1] == "Nothing is said of 2 items: taus, stille"


@pytest.mark.parametrize("command", ["status", "closeout"])
def test_programs_are_told_which(run: Run, folder_with: Callable[[str], Path], command: str) -> None:
    words = (command, "--date", "2018-12-31", "--format", "json", "--data")
    assert json.loads(run(*words, str(folder_with(f"{ONE}\n{SILENT}\n")))[1])["unspoken"] == ["taus"]


@pytest.mark.parametrize("command", ["status", "closeout"])
def test_nothing_is_told_where_all_is_spoken_of(
    run: Run, folder_with: Callable[[str], Path], command: str
) -> None:
    folder = folder_with(f"{ONE}\n")
    assert (
        "Nothing is said"
        not in run(command, "--date", "2018-12-31", "--data", str(folder), "--lang", "en")[1]
    )
