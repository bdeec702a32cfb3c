"""`vrplan export ics`: a calendar on stdout, or a file that is updated and never taken from anybody else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from vrplan.folder import FolderError
from vrplan.folder.writing import replace_content

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

ACTIVITIES = """
- {id: nettverk, name: Nettverk, status: {HP 2018: Avsluttes 30.6.18}}
- id: flytting
  name: Flytte arkivet
  resource: Daglig leder
  status: {HP 2018: Q4}
- {id: drift, name: Drift, status: {HP 2018: Overføres til KHS-kontoret i løpet av høsten}}
- {id: orkester, name: Orkester, status: {HP 2018: Vurderes videreført}}
"""
LEFT_OUT = "vrplan: not in the calendar: 1 item that nobody has decided\n"
EMPTY = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
"""


@pytest.fixture
def folder(folder_with: Callable[[str], Path]) -> Path:
    return folder_with(ACTIVITIES)


@pytest.fixture
def export(run: Run, folder: Path) -> Run:
    return lambda *words: run("export", "ics", "--data", str(folder), *words)


def lines(content: str | bytes) -> list[str]:
    """Each event by its number, its status when it is no longer sure, and its line."""
    found = Calendar.from_ical(content)
    return [
        " ".join(
            word
            for word in (
                str(event["SEQUENCE"]),
                str(event["STATUS"]).replace("CONFIRMED", ""),
                str(event["SUMMARY"]),
            )
            if word
        )
        for event in found.walk("VEVENT")
    ]


WHOLE = [
    "1 Last day: Nettverk",
    "1 Hand-over to KHS-kontoret: Drift",
    "1 To do: Flytte arkivet",
    "1 Last day of the hand-over to KHS-kontoret: Drift",
    "1 Deadline: Flytte arkivet",
    "0 Last day of Vestregionen",
]


def test_calendar_goes_to_stdout(export: Run) -> None:
    code, out, err = export()
    assert (code, err) == (0, LEFT_OUT)
    assert sorted(lines(out)) == sorted(WHOLE)
    assert out.count("\n") == out.count("\r\n")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["--date", "2018-06-30"], 6),
        (["--date", "1.7.2018"], 5),
        (["--date", "2018-12-31"], 5),
        (["--date", "2019-01-01"], 0),
        (["--as-known", "2017-12-06"], 0),
        (["--as-known", "7.12.2017"], 6),
        (["--to", "khs"], 3),
        (["--to", "KHS-kontoret"], 3),
        (["--resource", "daglig"], 3),
        (["--resource", "ingen", "--resource", "leder"], 3),
        (["--resource", "daglig", "--to", "khs"], 1),
    ],
)
def test_calendar_of_what_was_asked(export: Run, words: list[str], number: int) -> None:
    code, out, _ = export(*words)
    assert (code, len(lines(out))) == (0, number)


def test_file_is_updated_and_nothing_is_told_twice(
    export: Run, run: Run, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "plan.ics"
    assert export("-o", str(file)) == (0, "", LEFT_OUT)
    first = file.read_bytes()
    assert export("-o", str(file)) == (0, "", LEFT_OUT)
    assert file.read_bytes() == first
    for event in ("done flytting --date 2018-12-10", "transferred drift --date 2018-10-01"):
        told = run("record", *event.split(), "--note", "OPPDIKTET", "--data", str(folder))
        assert told[0] == 0
    assert export("-o", str(file), "--date", "2018-12-31")[0] == 0
    second = file.read_bytes()
    assert sorted(lines(second)) == [
        "0 Last day of Vestregionen",
        "1 Last day: Nettverk",
        "2 CANCELLED Cancelled: Deadline: Flytte arkivet",
        "2 CANCELLED Cancelled: Hand-over to KHS-kontoret: Drift",
        "2 CANCELLED Cancelled: Last day of the hand-over to KHS-kontoret: Drift",
        "2 CANCELLED Cancelled: To do: Flytte arkivet",
    ]
    assert export("-o", str(file))[0] == 0
    new = set(lines(file.read_bytes())) - set(lines(second))
    assert new == {"2 Handed over to KHS-kontoret: Drift"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.ics", "plans"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"Dette er et brev.\n", "is no calendar, or a damaged one"),
        (b"", "is no calendar, or a damaged one"),
        (
            b"BEGIN:VCALENDAR\r\nPRODID:-//X//EN\r\nEND:VCALENDAR\r\n",
            "is a calendar that vrplan has not written",
        ),
    ],
)
def test_file_of_somebody_else_stays(export: Run, tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "plan.ics"
    file.write_bytes(content)
    said = f"vrplan: {file} {told}; nothing was written: name another file\n"
    assert export("-o", str(file)) == (2, "", said)
    assert file.read_bytes() == content


def test_calendar_of_another_receiver_stays(export: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    assert export("-o", str(file), "--to", "KHS")[0] == 0
    before = file.read_bytes()
    code, _, err = export("-o", str(file))
    assert (code, "the calendar of another plan, receiver or resource" in err) == (2, True)
    assert file.read_bytes() == before


def test_plan_without_a_day_says_so(run: Run, folder_with: Callable[[str], Path]) -> None:
    code, out, err = run("export", "ics", "--data", str(folder_with(EMPTY)))
    assert (code, lines(out)) == (0, [])
    assert err == "vrplan: nothing that was asked about has a day: there is no event to import\n"


def test_shipped_plan_leaves_nothing_out(run: Run) -> None:
    code, out, err = run("export", "ics", "--data", "data")
    assert (code, err, len(lines(out))) == (0, "", 57)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--to", "KHSS"], "there is no party KHSS; did you mean KHS"),
        (["--date", "31.2.2018"], "--date: "),
        (["-o", "there/is/no/folder/plan.ics"], "cannot be written: "),
    ],
)
def test_wrong_use_is_told(export: Run, words: list[str], said: str) -> None:
    code, out, err = export(*words)
    assert (code, out, said in err) == (2, "", True)


def test_folder_in_the_place_of_the_file_is_told(export: Run, tmp_path: Path) -> None:
    assert export("-o", str(tmp_path)) == (2, "", f"vrplan: {tmp_path} cannot be written: Is a directory\n")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_link_stays_and_its_target_is_written(export: Run, tmp_path: Path) -> None:
    link, target = tmp_path / "plan.ics", tmp_path / "elsewhere.ics"
    link.symlink_to(target)
    assert export("-o", str(link))[0] == export("-o", str(link))[0] == 0
    assert link.is_symlink()
    assert len(lines(target.read_bytes())) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_new_file_has_the_permissions_that_new_files_have(export: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    before = os.umask(0o027)
    try:
        assert export("-o", str(file))[0] == 0
    finally:
        os.umask(before)
    assert file.stat().st_mode & 0o777 == 0o640


def test_file_that_somebody_made_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    file.write_bytes(b"brev")
    with pytest.raises(FolderError, match="was made by somebody else in the meantime"):
        replace_content(file, None, b"kalender")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.ics", b"brev")]


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no such device")  # noqa: PTH110 - read at import
def test_device_is_written_and_not_read(export: Run) -> None:
    assert export("-o", "/dev/null") == (0, "", LEFT_OUT)
