from __future__ import annotations

import os
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from vrplan.folder import shipped_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

REPORTS = [
    ("status",),
    ("transfers",),
    ("why", "shareon"),
    ("decisions",),
    ("diff", "2018-07-01"),
    ("timeline",),
]
ONE = "- {id: one, name: En, status: {HP 2018: Avsluttes 29.6.2018}}"
BROKEN = {
    "not YAML": b"plan: [x\n",
    "not UTF-8": b"plan: b\xe6rum\n",
    "empty": b"",
    "a list": b"- plan\n",
    "keys missing": b"plan: x\n",
}
BAD_DAYS = {
    "": "'' is not a date; write it as 2018-07-01 or 1.7.2018",
    "yesterday": "'yesterday' is not a date; write it as 2018-07-01 or 1.7.2018",
    "2018-7-1": "'2018-7-1' is not a date; write it as 2018-07-01 or 1.7.2018",
    "7/1/2018": "'7/1/2018' is not a date; write it as 2018-07-01 or 1.7.2018",
    "2018-02-29": "'2018-02-29' is not a day in the calendar",
    "31.6.2018": "'31.6.2018' is not a day in the calendar",
    "0000-01-01": "'0000-01-01' is not a day in the calendar",
}

words_of_unix = pytest.mark.skipif(os.name == "nt", reason="Windows words it otherwise")


@pytest.mark.parametrize("text", BAD_DAYS)
@pytest.mark.parametrize(
    "command",
    [
        ("status", "--date"),
        ("status", "--as-known"),
        ("status", "--since"),
        ("transfers", "--date"),
        ("transfers", "--as-known"),
        ("why", "shareon", "--date"),
        ("decisions", "--as-known"),
        ("diff", "HP 2018", "--date"),
        ("read", "Q3", "--on"),
    ],
    ids=" ".join,
)
def test_impossible_date_is_one_line_and_2(run: Run, command: tuple[str, ...], text: str) -> None:
    told = f"vrplan: {command[-1]}: {BAD_DAYS[text]}\n"
    assert run(*command, text, "--data", "data") == (2, "", told)


@pytest.mark.parametrize("command", [*REPORTS, ("check",), ("read", "Q3")], ids=" ".join)
def test_folder_that_is_not_there_is_one_line_and_2(run: Run, command: tuple[str, ...]) -> None:
    told = "vrplan: the plan folder nowhere does not exist; name the folder that holds actionplan_*.yaml\n"
    assert run(*command, "--data", "nowhere") == (2, "", told)


@pytest.mark.parametrize("command", [*REPORTS, ("check",)], ids=" ".join)
def test_folder_without_a_plan_is_one_line_and_2(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    told = f"vrplan: no plan in {tmp_path}: no file there is called actionplan_*.yaml\n"
    assert run(*command, "--data", str(tmp_path)) == (2, "", told)


def test_plan_file_instead_of_its_folder_is_told(run: Run) -> None:
    code, out, err = run("status", "--data", "data/actionplan_2018.yaml")
    assert (code, out) == (2, "")
    assert err.startswith("vrplan: the plan folder data/actionplan_2018.yaml is a file, not a folder; ")


@words_of_unix
def test_file_that_cannot_be_opened_is_one_line_and_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "actionplan_x.yaml").mkdir()
    told = f"vrplan: {tmp_path / 'actionplan_x.yaml'} cannot be opened: Is a directory\n"
    assert run("check", "--data", str(tmp_path)) == (2, "", told)
    assert run("status", "--data", str(tmp_path)) == (2, "", told)


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_report_refuses_a_broken_plan_and_says_how_to_see_why(
    run: Run, tmp_path: Path, command: tuple[str, ...], content: bytes
) -> None:
    (tmp_path / "actionplan_x.yaml").write_bytes(content)
    code, out, err = run(*command, "--data", str(tmp_path))
    assert (code, out, err.count("\n")) == (1, "", 1)
    where = tmp_path.as_posix()
    assert err.startswith(f"vrplan: the plan in {where} has ")
    assert err.endswith(f"; see them with: vrplan check --data {where}\n")


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_check_places_every_finding_of_a_broken_plan(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "actionplan_x.yaml"
    file.write_bytes(content)
    code, out, err = run("check", "--data", str(tmp_path))
    *findings, count = out.splitlines()
    assert (code, err) == (1, "")
    assert findings
    assert [line for line in findings if not line.startswith(f"{file.as_posix()}:1:")] == []
    assert "error" in count


def test_report_answers_on_a_plan_that_only_has_warnings(
    run: Run, folder_with: Callable[[str], Path]
) -> None:
    folder = folder_with("- {id: one, name: En, status: {HP 2018: Bamsemums}}")
    code, out, err = run("status", "--data", str(folder))
    assert (code, err) == (0, "")
    assert "“Bamsemums”" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stauts"], "Error: No such command 'stauts'. Did you mean 'status'?"),
        (
            ["status", "--aera", "helse"],
            "Error: No such option: --aera (Possible options: --area, --data, --date)",
        ),
        (["status", "--format", "xml"], "'xml' is not one of 'text', 'json', 'csv', 'md'."),
        (["status", "--width", "10"], "10 is not in the range 40<=x<=1000."),
        (["status", "--color", "blue"], "'blue' is not one of 'auto', 'always', 'never'."),
        (
            ["check", "--output-format", "xml"],
            "'xml' is not one of 'full', 'concise', 'json', 'github', 'junit', ",
        ),
        (["why"], "Missing argument 'item'."),
        (["diff"], "Missing argument 'A'."),
        (["read"], "Missing argument 'TEXT...'."),
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_says_what_is_right(run: Run, words: list[str], told: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert " ".join(told.split()) in " ".join(err.split())


def test_no_command_shows_the_help(run: Run) -> None:
    code, out, err = run()
    assert code == 2
    assert "Commands:" in out + err


@pytest.mark.parametrize("command", ["status", "transfers", "why", "decisions", "diff", "read", "check"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    code, out, err = run(command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: vrplan {command} [OPTIONS]")
    assert run(command, "-h") == (code, out, err)


def test_output_goes_to_the_file_as_utf_8_and_nowhere_else(run: Run, tmp_path: Path) -> None:
    _, shown, _ = run("status", "--data", "data", "--date", "2018-07-01")
    file = tmp_path / "rapport på norsk.txt"
    words = ("status", "--data", "data", "--date", "2018-07-01")
    assert run(*words, "-o", str(file)) == (0, "", "")
    assert file.read_bytes() == shown.encode()
    assert "å" in shown


@pytest.mark.parametrize("form", ["csv", "json", "md"])
def test_file_holds_what_the_screen_would_show(run: Run, tmp_path: Path, form: str) -> None:
    words = ("transfers", "--data", "data", "--date", "2018-07-01", "--format", form)
    _, shown, _ = run(*words)
    assert run(*words, "--output", str(tmp_path / "out")) == (0, "", "")
    mark = "\ufeff" if form == "csv" else ""  # spreadsheets take a file that begins with it for UTF-8
    assert (tmp_path / "out").read_bytes() == (mark + shown).encode()


def test_dash_as_file_is_the_screen(run: Run) -> None:
    words = ("transfers", "--data", "data", "--date", "2018-07-01")
    assert run(*words, "-o", "-") == run(*words)


@words_of_unix
@pytest.mark.parametrize(
    ("name", "why"),
    [("", "Is a directory"), ("no/such/file", "there is no folder {}/no/such; nothing was changed")],
)
def test_file_that_cannot_be_written_is_one_line_and_2(run: Run, tmp_path: Path, name: str, why: str) -> None:
    file = tmp_path / name
    told = f"vrplan: {file} cannot be written: {why.format(tmp_path)}\n"
    assert run("status", "--data", "data", "-o", str(file)) == (2, "", told)


def test_environment_names_the_folder(
    run: Run, folder_with: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VRPLAN_DATA", str(folder_with(ONE)))
    code, out, err = run("status", "--format", "csv")
    assert (code, out.count("\n"), err) == (0, 2, "")
    assert run("check") == (0, "no findings\n", "")


def test_option_comes_before_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VRPLAN_DATA", "nowhere")
    assert run("check", "--data", "data")[0] == 0
    assert run("check")[0] == 2


@pytest.mark.parametrize("here", ["plans", "."])
def test_plan_is_found_where_the_command_runs(
    run: Run, folder_with: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, here: str
) -> None:
    folder = folder_with(ONE)
    monkeypatch.chdir(folder if here == "." else folder.rename(folder.with_name("data")).parent)
    code, out, err = run("status", "--format", "csv")
    assert (code, out.count("\n"), err) == (0, 2, "")
    assert run("check") == (0, "no findings\n", "")


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_report_falls_back_on_the_shipped_plan_and_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command, "--format", "json")
    assert (code, '"plan": "vestregionen-2018"' in out) == (0, True)
    assert err == f"vrplan: no plan here, so this is the plan shipped with vrplan ({shipped_folder()})\n"


def test_report_on_the_shipped_plan_names_the_plan_that_lies_below(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree("data", tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    told = "there is one in plan: name the folder with --data plan"
    err = run("status", "--date", "2018-07-01")[2]
    assert err == f"vrplan: no plan here, so this is the plan shipped with vrplan; {told}\n"


def test_check_never_falls_back(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check") == (2, "", "vrplan: there is no plan here: name its folder with --data DIR\n")


@pytest.mark.parametrize("command", [*REPORTS, ("check",)], ids=" ".join)
@pytest.mark.parametrize("file", ["plan.yaml", "data/handlingsplan.yml"])
def test_yaml_that_is_no_plan_forbids_to_fall_back(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], file: str
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / file).write_text("plan: x\n")
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert (
        "YAML files lie there, but none is called actionplan_*.yaml; name the folder with --data DIR" in err
    )


@pytest.mark.parametrize("name", ["evi", "\x1b[31mevil"])
def test_names_on_stderr_are_obeyed_by_no_terminal(
    run: Run, folder_with: Callable[[str], Path], name: str
) -> None:
    folder = folder_with(r"""
        plan: sample
        title: Plan
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
        parties: {"evil\x1b[31m\a": {name: "\u202eevil"}}
    """)
    code, out, err = run("transfers", "--data", str(folder), "--to", name)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "evil" in err
    assert not {"\x1b", "\x07", "\u202e"} & set(err)
