"""`vrplan check -`: what an editor holds and has not saved, judged as if it lay in the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from vrplan.cli.stdin import read_folder_with_stdin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

SOUND = """\
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
          - {id: one, name: En, status: {HP 2018: Avsluttes 29.6.2018}}
"""
NAME_IT = "name the folder that holds actionplan_*.yaml"
NEW = b"""\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
"""


@pytest.fixture
def folder(folder_with: Callable[[str], Path], run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound plan in `plans`, seen from the folder above."""
    folder = folder_with(SOUND)
    assert run("check", "--data", str(folder)) == (0, "no findings\n", "")
    monkeypatch.chdir(folder.parent)
    return folder


def edited(path: Path, old: str, new: str) -> bytes:
    text = path.read_text("utf-8")
    assert old in text
    return text.replace(old, new).encode()


def test_plan_from_stdin_stands_for_the_plan_of_the_folder(run: Run, folder: Path) -> None:
    typed = edited(folder / "actionplan_x.yaml", "status", "statsu")
    name = "plans/actionplan_x.yaml"
    code, out, err = run("check", "-", "--stdin-filename", name, stdin=typed)
    assert (code, err) == (1, "")
    assert [line.partition(" error: ")[0] for line in out.splitlines()] == [f"{name}:12:33: VR101", "1 error"]
    assert run("check", "--data", "plans") == (0, "no findings\n", "")


def test_decisions_from_stdin_stand_for_those_of_the_folder(run: Run, folder: Path) -> None:
    typed = edited(folder / "decisions.yaml", "decisions:", "decisions: []\nnote: |")
    code, out, _ = run("check", "-", "--stdin-filename", "plans/decisions.yaml", stdin=typed)
    assert code == 1
    assert [line.partition(" error: ")[0] for line in out.splitlines()] == [
        "plans/actionplan_x.yaml:5:33: VR201",
        "1 error",
    ]


def test_finding_in_decisions_from_stdin_stands_at_its_place_in_them(run: Run, folder: Path) -> None:
    typed = edited(folder / "decisions.yaml", "body: SG", "body: RG")
    words = ("check", "-", "--data", "plans", "--stdin-filename", "/else/decisions.yaml")
    code, out, _ = run(*words, stdin=typed)
    assert (code, out.splitlines()[0].partition(" error: ")[0]) == (1, "/else/decisions.yaml:3:78: VR207")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "<stdin>:12:33: VR101"),
        (["--stdin-filename", "actionplan_x.yaml"], "actionplan_x.yaml:12:33: VR101"),
        (["--stdin-filename", "/else/where.yaml"], "/else/where.yaml:12:33: VR101"),
    ],
)
def test_messages_use_the_name_as_it_is_given(run: Run, folder: Path, words: list[str], told: str) -> None:
    typed = edited(folder / "actionplan_x.yaml", "status", "statsu")
    code, out, _ = run("check", "-", "--data", "plans", *words, stdin=typed)
    assert (code, out.splitlines()[0].partition(" error: ")[0]) == (1, told)
    assert out.splitlines()[1:] == ["1 error"]


@pytest.mark.parametrize("words", [[], ["--stdin-filename", "actionplan_x.yaml"]])
def test_folder_is_found_where_the_name_has_none(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(folder)
    sound = (folder / "actionplan_x.yaml").read_bytes()
    assert run("check", "-", *words, stdin=sound) == (0, "no findings\n", "")


def test_name_with_a_folder_goes_before_a_plan_that_is_found(run: Run, folder: Path) -> None:
    data = folder.parent / "data"
    data.mkdir()
    (data / "actionplan_a.yaml").write_bytes(NEW)
    name = "./plans/actionplan_x.yaml"
    sound = (folder / "actionplan_x.yaml").read_bytes()
    assert run("check", "-", "--stdin-filename", name, stdin=sound) == (0, "no findings\n", "")
    assert run("check", "-", stdin=sound)[0] == 1  # data has no decisions


def test_folder_need_not_hold_a_plan_yet(run: Run, folder: Path) -> None:
    (folder / "actionplan_x.yaml").unlink()
    name = "plans/actionplan_2018.yaml"
    assert run("check", "-", "--stdin-filename", name, stdin=NEW) == (0, "no findings\n", "")
    assert run("check", "-", "--data", "plans", stdin=NEW) == (0, "no findings\n", "")
    code, out, err = run("check", "-", "--stdin-filename", "plans/decisions.yaml", stdin=b"decisions: []")
    assert (code, out) == (2, "")
    assert err == "vrplan: no plan in plans: no file there is called actionplan_*.yaml\n"


def test_plan_typed_where_nothing_lies_is_judged(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "actionplan_x.yaml").unlink()
    empty = folder / "empty"
    empty.mkdir()
    for here in (folder, empty):
        monkeypatch.chdir(here)
        assert run("check", "-", "--stdin-filename", "actionplan_2018.yaml", stdin=NEW) == (
            0,
            "no findings\n",
            "",
        )


def test_second_plan_is_told_before_it_is_saved(run: Run, folder: Path) -> None:
    name = "plans/actionplan_2019.yaml"
    code, out, _ = run("check", "-", "--stdin-filename", name, stdin=NEW)
    assert (code, out.splitlines()[0].partition(" error: ")[0]) == (1, f"{name}:1:1: VR010")
    assert folder.is_dir()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (b"", "1:1: VR003"),
        (b"# bare\n", "1:1: VR003"),
        (b"plan: B\xe6rum\n", "1:8: VR001"),
        (NEW.decode().encode("utf-16"), "1:1: VR001"),
        (b"plan: [\n", "1:8: VR002"),
        (b"plan: a\x00b\n", "1:8: VR002"),
    ],
)
@pytest.mark.parametrize("name", ["plans/actionplan_x.yaml", "plans/decisions.yaml"])
def test_what_is_wrong_with_stdin_is_a_finding(
    run: Run, folder: Path, typed: bytes, told: str, name: str
) -> None:
    code, out, err = run("check", "-", "--stdin-filename", name, stdin=typed)
    assert (code, err) == (1, "")
    assert f"{name}:{told} error: " in out
    assert folder.is_dir()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["plans"], "only - may stand here, for stdin; to check the plan in plans, write: --data plans"),
        (
            ["--stdin-filename", "x"],
            "--stdin-filename goes with -, for stdin: vrplan check - --stdin-filename x",
        ),
        (
            ["-", "--stdin-filename", "plans/"],
            "--stdin-filename takes the name of a file: decisions.yaml, or plans/actionplan_2018.yaml",
        ),
        (
            ["-", "--stdin-filename", ""],
            "--stdin-filename takes the name of a file: decisions.yaml, or plans/actionplan_2018.yaml",
        ),
        (
            ["-", "--stdin-filename", "nowhere/x.yaml"],
            f"the plan folder nowhere does not exist; {NAME_IT}",
        ),
        (
            ["-", "--data", "nowhere"],
            f"the plan folder nowhere does not exist; {NAME_IT}",
        ),
        (
            ["-", "--data", "plans/decisions.yaml"],
            f"the plan folder plans/decisions.yaml is a file, not a folder; {NAME_IT}",
        ),
    ],
)
def test_wrong_use_is_one_clear_line(run: Run, folder: Path, words: list[str], told: str) -> None:
    assert folder.is_dir()
    assert run("check", *words, stdin=NEW) == (2, "", f"vrplan: {told}\n")


def test_folder_with_a_name_that_is_too_long_is_wrong_use(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    code, out, err = run("check", "-", "--stdin-filename", f"{'a' * 5000}/x.yaml", stdin=NEW)
    assert (code, out) == (2, "")
    assert err.endswith("does not exist; name the folder that holds actionplan_*.yaml\n")


def test_closed_stdin_is_wrong_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(typer.Exit) as ended:
        read_folder_with_stdin(folder, None)
    assert (ended.value.exit_code, capsys.readouterr().err) == (
        2,
        "vrplan: there is nothing to read: stdin is closed\n",
    )


def test_stdin_of_a_process_is_read_as_bytes(process: Run, folder: Path) -> None:
    code, out, err = process("check", "-", "--data", "plans", cwd=folder.parent)
    assert (code, err) == (1, "")
    assert out == "<stdin>:1:1: VR003 error: this file is empty\n1 error\n"
