"""Files that somebody might send to break a reader: each ends in ordinary findings, soon, and with exit code 1."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vrplan.__main__ import main

Check = Callable[[bytes], list[str]]

PLAN = b"""\
plan: sample
title: Handlingsplan
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
"""
LAUGHS = "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["vrplan", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """The findings that the command line tells of one plan file beside sound decisions."""

    def check(content: bytes) -> list[str]:
        (tmp_path / "actionplan_x.yaml").write_bytes(content)
        (tmp_path / "decisions.yaml").write_bytes(b"decisions: []\n")
        assert run(monkeypatch, "check", "--data", str(tmp_path), "--output-format", "concise") == 1
        out, err = capsys.readouterr()
        assert err == ""
        return [
            line.removeprefix(f"{tmp_path.as_posix()}/actionplan_x.yaml:") for line in out.splitlines()[:-1]
        ]

    return check


@pytest.mark.parametrize(
    ("content", "first", "number"),
    [
        pytest.param(PLAN + b"a: " + b"[" * 200_000, "5:35: VR004", 1, id="200,000 open brackets"),
        pytest.param(PLAN + b"a: " + b"{a: " * 200_000, "5:128: VR004", 1, id="200,000 open braces"),
        pytest.param(b"- " * 200_000, "1:65: VR004", 1, id="200,000 dashes"),
        pytest.param(PLAN + b"note: " + b"[" * 32 + b"]" * 32, "5:38: VR004", 1, id="one level too many"),
        pytest.param(f"a: &a [x]\n{LAUGHS}".encode(), "1:1: VR101", 94, id="a billion laughs"),
        pytest.param(PLAN + b"title: x\n" * 100_000, "5:1: VR006", 100_000, id="100,000 equal keys"),
        pytest.param(PLAN + b"~: x\n" * 1000, "5:1: VR008", 1000, id="1,000 keys without a name"),
        pytest.param(
            PLAN + b"note\xc3\xa6: " + b"x" * 3_000_000, "5:1: VR101", 1, id="a line of three megabytes"
        ),
        pytest.param(PLAN + b"x" * 3_000_000 + b": y", "5:1: VR002", 1, id="a key of three megabytes"),
        pytest.param(
            PLAN.replace(b"2018-01-01", b"1" * 3_000_000), "4:16: VR104", 1, id="a date of three megabytes"
        ),
        pytest.param(PLAN + b"note: a\x00b", "5:8: VR002", 1, id="a zero byte"),
        pytest.param(b"\x00" * 100_000, "1:1: VR002", 1, id="nothing but zero bytes"),
        pytest.param(PLAN + "note: Bærum".encode("cp1252"), "5:8: VR001", 1, id="cp1252"),
        pytest.param(PLAN.decode().encode("utf-16"), "1:1: VR001", 1, id="UTF-16"),
        pytest.param(PLAN.decode().encode("utf-16-be"), "1:1: VR002", 1, id="UTF-16 without its mark"),
        pytest.param(PLAN + b"\xed\xa0\x80", "5:1: VR001", 1, id="half a character"),
        pytest.param(PLAN + b'note: "\\ud800"', "5:10: VR002", 1, id="half a character as an escape"),
        pytest.param(PLAN + b"columns:\n\tHP: {}", "6:1: VR002", 1, id="a tab"),
        pytest.param(PLAN + b"---\n" + PLAN, "5:1: VR007", 1, id="a second document"),
        pytest.param(b"%TAG ! tag:x,2018:\n---\n" + PLAN, "1:1: VR002", 1, id="a directive"),
        pytest.param(
            PLAN + b"note: !!python/object/apply:os.system [x]", "5:7: VR005", 2, id="a tag that calls"
        ),
        pytest.param(b"", "1:1: VR003", 1, id="empty"),
        pytest.param(b"# bare\n# kommentarer\n", "1:1: VR003", 1, id="only comments"),
        pytest.param(b"- a\n- b\n", "1:1: VR103", 1, id="a list at the top"),
        pytest.param(b"bare tekst\n", "1:1: VR103", 1, id="a text at the top"),
        pytest.param(b"%PDF-1.4\n%\xe2\xe3", "2:2: VR001", 1, id="a PDF"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 30, "1:3: VR002", 1, id="a Word file"),
        pytest.param(
            b"\xef\xbb\xbf" + PLAN.replace(b"\n", b"\r\n") + b"notes: x", "5:1: VR101", 1, id="BOM and CRLF"
        ),
        pytest.param(
            PLAN + b"areas:\n" + b"  - {id: A B, name: x}\n" * 20_000,
            "6:10: VR106",
            20_000,
            id="20,000 bad ids",
        ),
        pytest.param(PLAN + b"note: \x1b[31m", "5:7: VR002", 1, id="a control sequence"),
    ],
)
def test_hostile_file_ends_in_findings(check: Check, content: bytes, first: str, number: int) -> None:
    lines = check(content)
    assert lines[0].startswith(first)
    assert len(lines) == number


def test_bell_written_as_an_escape_does_not_ring(check: Check) -> None:
    (line,) = check(PLAN + b'"\\a\\e[31mnote": x')
    assert line == r"5:1: VR101 error: the key \x07\x1b[31mnote is not used here"


@pytest.mark.parametrize("name", ["actionplan_x.yaml", "decisions.yaml"])
def test_folder_in_the_place_of_a_file_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "actionplan_a.yaml").write_bytes(PLAN)
    (tmp_path / name).mkdir()
    assert run(monkeypatch, "check", "--data", str(tmp_path)) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"vrplan: {tmp_path / name} cannot be opened: Is a directory\n")


def test_file_that_cannot_be_opened_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "actionplan_x.yaml").symlink_to(tmp_path / "gone")
    assert run(monkeypatch, "check", "--data", str(tmp_path)) == 2
    assert capsys.readouterr().err.endswith("actionplan_x.yaml cannot be opened: No such file or directory\n")


def test_both_files_may_be_broken_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "actionplan_x.yaml").write_bytes(b"[" * 1000)
    (tmp_path / "decisions.yaml").write_bytes(b"\xff")
    assert run(monkeypatch, "check", "--data", str(tmp_path), "--output-format", "concise") == 1
    out, err = capsys.readouterr()
    assert ([line.split(": ")[1][:5] for line in out.splitlines()[:-1]], err) == (["VR004", "VR001"], "")


def test_report_on_a_broken_plan_says_how_to_see_its_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "actionplan_x.yaml").write_bytes(PLAN + b"notes: x")
    (tmp_path / "decisions.yaml").write_bytes(b"decisions: []\n")
    assert run(monkeypatch, "status", "--data", str(tmp_path)) == 1
    out, err = capsys.readouterr()
    where = tmp_path.as_posix()
    assert (out, err) == (
        "",
        f"vrplan: the plan in {where} has 1 error; see them with: vrplan check --data {where}\n",
    )
