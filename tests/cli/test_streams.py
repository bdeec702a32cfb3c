from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from vrplan import __main__, __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

MID_2018 = ("status", "--data", "data", "--date", "2018-07-01")
ESCAPE = re.compile("\x1b\\[[0-9;]*m")
BROKEN_HOUSE = "import sys, vrplan.__main__ as m; sys.modules['vrplan.reports.status'] = None; m.main()"


@pytest.fixture
def main(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The whole way in, `vrplan.__main__`, in this process."""

    def run_main(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["vrplan", *words])
        code = 0
        try:
            __main__.main()
        except SystemExit as end:
            code = int(end.code or 0)
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_main


@pytest.mark.parametrize(
    ("words", "code", "on_stdout"),
    [
        (MID_2018, 0, True),
        (("check", "--data", "data"), 0, True),
        (("status", "--data", "tests/errors/VR010"), 1, False),
        (("check", "--data", "tests/errors/VR010"), 1, True),
        (("status", "--data", "nowhere"), 2, False),
        (("status", "--no-such-option"), 2, False),
        (("why", "nothing", "--data", "data"), 2, False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_results_go_to_stdout_and_everything_else_to_stderr(
    process: Run, words: tuple[str, ...], code: int, on_stdout: bool
) -> None:
    ended, out, err = process(*words)
    assert (ended, bool(out), bool(err)) == (code, on_stdout, not on_stdout)


def test_a_bug_of_ours_is_101_and_no_traceback(process: Run) -> None:
    code, out, err = process(*MID_2018, python=("-c", BROKEN_HOUSE))
    assert (code, out) == (101, "")
    assert err.splitlines()[0].startswith(f"vrplan {__version__} has a bug: ModuleNotFoundError in vrplan.")
    assert err.count("\n") == 2
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (ZeroDivisionError("secret"), 101, "has a bug: ZeroDivisionError in "),
        (RecursionError(), 101, "has a bug: RecursionError in "),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(32, "Broken pipe"), 1, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_what_goes_wrong_inside_is_a_code_and_a_short_message(
    main: Run, monkeypatch: pytest.MonkeyPatch, root: Path, error: BaseException, code: int, told: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.chdir(root)
    monkeypatch.setattr("vrplan.reports.status.status", fail)
    ended, out, err = main(*MID_2018)
    assert (ended, out) == (code, "")
    assert told in err
    assert bool(err) == bool(told)
    assert "secret" not in err


def test_developer_may_ask_for_the_traceback(main: Run, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setattr("vrplan.reports.status.status", lambda *_, **__: 1 / 0)
    monkeypatch.setenv("VRPLAN_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(*MID_2018)


def test_version_is_told(main: Run, run: Run) -> None:
    assert main("--version") == (0, f"vrplan {__version__}\n", "")
    assert run("--version") == (0, f"vrplan {__version__}\n", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("buffered", [True, False])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (MID_2018, 0),
        ((*MID_2018, "--format", "json"), 0),
        (("check", "--data", "data"), 0),
        (("check", "--data", "tests/errors/VR010"), 1),
        (("--version",), 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_reader_that_has_had_enough_changes_nothing(
    environment: dict[str, str], root: Path, words: tuple[str, ...], code: int, buffered: bool
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    env = environment | ({} if buffered else {"PYTHONUNBUFFERED": "1"})
    command = [sys.executable, "-m", "vrplan", *words]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=root, env=env, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (code, b"")


def test_stdout_that_cannot_encode_gets_replacements(process: Run) -> None:
    code, out, err = process(*MID_2018, env={"PYTHONIOENCODING": "ascii"})
    assert (code, err) == (0, "")
    assert "Bist? den enkelte kommune" in out


def test_stderr_that_cannot_encode_gets_replacements(process: Run) -> None:
    code, _, err = process("why", "bærum", "--data", "data", env={"PYTHONIOENCODING": "ascii"})
    assert code == 2
    assert err.startswith("vrplan: there is no item b")


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1"}])
def test_piped_text_is_plain_whatever_the_terminal(process: Run, env: dict[str, str]) -> None:
    assert "\x1b" not in process(*MID_2018, env=env)[1]


def test_piped_text_is_one_line_an_item_and_never_cut(process: Run) -> None:
    _, out, _ = process(*MID_2018, env={"COLUMNS": "40"})
    rows = [line for line in out.splitlines() if line.startswith("    ")]
    assert len(rows) == 41
    assert "…" not in out
    assert max(map(len, rows)) > 200


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_that_is_asked_for_is_given_within_the_width(process: Run, env: dict[str, str]) -> None:
    plain = process(*MID_2018, "--width", "120", "--color", "never")[1]
    _, out, _ = process(*MID_2018, "--width", "120", "--color", "always", env=env)
    assert "\x1b[32mongoing" in out
    assert _without_colour(out) == _without_colour(plain)


def _without_colour(text: str) -> list[str]:
    return [line.rstrip() for line in ESCAPE.sub("", text).splitlines()]


@pytest.mark.parametrize("other", ["--colour", "--color"])
def test_colour_has_two_spellings(run: Run, other: str) -> None:
    assert run(*MID_2018, "--width", "120", other, "always")[1].startswith("\x1b[1m")


def _on_terminal(environment: dict[str, str], root: Path, columns: int, *words: str) -> str:
    """What a command prints on a terminal of so many columns."""
    fcntl = pytest.importorskip("fcntl")
    pty = pytest.importorskip("pty")
    termios = pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "vrplan", *words]
    env = {"TERM": "xterm"} | environment
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=root, env=env) as child:
        os.close(theirs)
        shown = b""
        while block := _read(ours):
            shown += block
        os.close(ours)
    assert child.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""


@pytest.mark.parametrize("columns", [60, 100, 180])
def test_terminal_gets_colour_and_its_own_width(
    environment: dict[str, str], root: Path, run: Run, columns: int
) -> None:
    environment["TERM"] = "xterm"
    shown = _on_terminal(environment, root, columns, *MID_2018)
    assert "\x1b[32mongoing" in shown
    assert _without_colour(shown) == run(*MID_2018, "--width", str(columns))[1].splitlines()


@pytest.mark.parametrize(
    ("env", "words"), [({"NO_COLOR": "1"}, ()), ({"TERM": "dumb"}, ()), ({}, ("--color", "never"))]
)
def test_terminal_may_be_spared_colour(
    environment: dict[str, str], root: Path, run: Run, env: dict[str, str], words: tuple[str, ...]
) -> None:
    shown = _on_terminal(environment | env, root, 100, *MID_2018, *words)
    assert shown == run(*MID_2018, "--width", "100")[1]


def test_findings_are_full_on_a_terminal_and_concise_elsewhere(
    environment: dict[str, str], root: Path, run: Run
) -> None:
    words = ("check", "--data", "data")
    assert _on_terminal(environment, root, 100, *words) == run(*words, "--output-format", "full")[1]
    assert run(*words) == run(*words, "--output-format", "concise")
