"""`vrplan export sqlite`: a file that is written whole, and nothing else that lies there is touched."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

ONE = "- {id: one, name: En, status: {HP 2018: Avsluttes 30.6.2018}}"
SMALL_DISK = """
import atexit, resource, sys
from vrplan.__main__ import main
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
atexit.register(resource.setrlimit, resource.RLIMIT_FSIZE, (soft, hard))  # whoever measures coverage writes more
sys.argv = {words}
main()
"""
posix = pytest.mark.skipif(os.name == "nt", reason="the system knows no such thing")


def rows(file: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(question).fetchall()


@pytest.fixture
def export(run: Run, tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Export the shipped plan to a file in the test's own folder."""
    return lambda *words, name="plan.db": run(
        "export", "sqlite", "--data", "data", "-o", str(tmp_path / name), *words
    )


def test_states_are_told_of_each_day_once(export: Run, tmp_path: Path) -> None:
    assert export("--date", "2019-01-01", "--date", "1.7.2018", "--date", "2018-07-01")[:2] == (0, "")
    question = "SELECT date, in_period, count(*) FROM dates JOIN states USING (date) GROUP BY date"
    assert rows(tmp_path / "plan.db", question) == [("2018-07-01", 1, 41), ("2019-01-01", 0, 41)]
    assert [path.name for path in tmp_path.iterdir()] == ["plan.db"]


def test_without_a_date_it_is_today(export: Run, tmp_path: Path) -> None:
    before = date.today()  # noqa: DTZ011 - the local day is meant
    assert export()[:2] == (0, "")
    after = date.today()  # noqa: DTZ011
    ((told,),) = rows(tmp_path / "plan.db", "SELECT date FROM dates")
    assert told in {before.isoformat(), after.isoformat()}


def test_only_what_was_known_then_counts(export: Run, tmp_path: Path) -> None:
    assert export("--date", "2018-07-01", "--as-known", "2018-05-30")[:2] == (0, "")
    question = "SELECT state, as_known FROM states WHERE item = 'transport-2-0'"
    assert rows(tmp_path / "plan.db", question) == [("ongoing", "2018-05-30")]
    assert rows(
        tmp_path / "plan.db", "SELECT ceases, ceases_counts, as_known, column_in_force FROM meta"
    ) == [("2019-01-01", 0, "2018-05-30", "HP 2018")]


def test_same_question_gives_the_same_bytes(export: Run, tmp_path: Path) -> None:
    for name in ("one.db", "other.db"):
        assert export("--date", "2018-07-01", name=name)[:2] == (0, "")
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "other.db").read_bytes()


def test_own_database_is_made_again_in_its_place(export: Run, tmp_path: Path) -> None:
    assert export("--date", "2018-07-01")[:2] == (0, "")
    assert export("--date", "2018-10-01")[:2] == (0, "")
    assert rows(tmp_path / "plan.db", "SELECT date FROM dates") == [("2018-10-01",)]


@pytest.mark.parametrize("content", [b"", b"Bilag 1", b"SQLite format 3\0" + b"\0" * 4080])
def test_file_of_another_stays_unless_forced(export: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "plan.db"
    file.write_bytes(content)
    told = (
        f"vrplan: {file} is no database that vrplan has made, and stays; name another file, or add --force\n"
    )
    assert export("--date", "2018-07-01") == (2, "", told)
    assert file.read_bytes() == content
    assert export("--date", "2018-07-01", "--force")[:2] == (0, "")
    assert rows(file, "SELECT count(*) FROM items") == [(41,)]


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_file_that_is_no_file_is_left_alone(export: Run, tmp_path: Path, force: tuple[str, ...]) -> None:
    (tmp_path / "plan.db").mkdir()
    told = f"vrplan: {tmp_path / 'plan.db'} is a folder; name the file to write in it\n"
    assert export(*force) == (2, "", told)


@posix
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_pipe_is_not_replaced_by_a_file(export: Run, tmp_path: Path, force: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "plan.db")
    told = f"vrplan: {tmp_path / 'plan.db'} is no file of its own, and nothing can be put in its place\n"
    assert export(*force) == (2, "", told)


def test_plan_is_never_written_over(run: Run, folder_with: Callable[[str], Path]) -> None:
    plan = folder_with(ONE) / "actionplan_x.yaml"
    before = plan.read_bytes()
    words = ("export", "sqlite", "--data", str(plan.parent), "--force", "-o", str(plan))
    assert run(*words) == (2, "", f"vrplan: {plan} is the plan itself, and stays; name another file\n")
    assert plan.read_bytes() == before


@pytest.mark.parametrize("journal", ["plan.db-wal", "plan.db-journal"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_database_that_another_program_changes_is_left_alone(
    export: Run, tmp_path: Path, journal: str, force: tuple[str, ...]
) -> None:
    assert export("--date", "2018-07-01")[:2] == (0, "")
    (tmp_path / journal).write_bytes(b"x")
    file = tmp_path / "plan.db"
    told = f"vrplan: another program has {file} open, or was stopped in the midst of it; see {journal}\n"
    assert export("--date", "2018-10-01", *force) == (2, "", told)
    (tmp_path / journal).unlink()
    assert rows(tmp_path / "plan.db", "SELECT date FROM dates") == [("2018-07-01",)]


def test_reader_keeps_the_database_that_it_has_opened(export: Run, tmp_path: Path) -> None:
    assert export("--date", "2018-07-01")[:2] == (0, "")
    with closing(sqlite3.connect(tmp_path / "plan.db")) as reader:
        assert reader.execute("SELECT date FROM dates").fetchall() == [("2018-07-01",)]
        assert export("--date", "2018-10-01")[:2] == (0, "")
        assert reader.execute("SELECT date FROM dates").fetchall() == [("2018-07-01",)]


@posix
def test_link_stays_and_its_target_is_made_again(export: Run, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to("plan.db")
    assert export("--date", "2018-07-01", name="link.db")[:2] == (0, "")
    assert (tmp_path / "link.db").is_symlink()
    (tmp_path / "plan.db").chmod(0o640)
    assert export("--date", "2018-10-01", name="link.db")[:2] == (0, "")
    assert rows(tmp_path / "plan.db", "SELECT date FROM dates") == [("2018-10-01",)]
    assert (tmp_path / "plan.db").stat().st_mode & 0o777 == 0o640


@posix
def test_full_disk_leaves_the_old_database(
    export: Run, process: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    assert export("--date", "2018-07-01")[:2] == (0, "")
    before, file = (tmp_path / "plan.db").read_bytes(), str(tmp_path / "plan.db")
    words = ["vrplan", "export", "sqlite", "--data", "data", "--date", "2018-10-01", "-o", file]
    code, out, err = process(python=("-c", SMALL_DISK.format(words=words)))
    assert (code, out) == (2, "")
    assert err == f"vrplan: {file} cannot be written: {os.strerror(errno.EFBIG)}; nothing was changed\n"
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.db", before)]


@posix
def test_folder_that_is_not_there_is_one_line_and_2(export: Run, tmp_path: Path) -> None:
    file = tmp_path / "no" / "plan.db"
    told = f"vrplan: {file} cannot be written: there is no folder {file.parent}; nothing was changed\n"
    assert export(name="no/plan.db") == (2, "", told)


def test_dash_sends_it_on_to_another_program(
    export: Run, tmp_path: Path, environment: dict[str, str], root: Path
) -> None:
    words = ["export", "sqlite", "--data", "data", "--date", "2018-07-01", "-o", "-"]
    done = subprocess.run(
        [sys.executable, "-m", "vrplan", *words], cwd=root, env=environment, capture_output=True, check=True
    )
    assert export("--date", "2018-07-01")[:2] == (0, "")
    assert done.stdout == (tmp_path / "plan.db").read_bytes()


@posix
def test_screen_gets_one_line_instead_of_a_database(environment: dict[str, str], root: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "vrplan", "export", "sqlite", "--data", "data", "-o", "-"],
        cwd=root,
        env=environment,
        stdout=follower,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(follower)
    os.close(leader)
    told = (
        "vrplan: this is no text for a screen; name a file with -o FILE, or send it on to another program\n"
    )
    assert (done.returncode, done.stderr.decode()) == (2, told)


def test_file_must_be_named(run: Run) -> None:
    code, out, err = run("export", "sqlite", "--data", "data")
    assert (code, out) == (2, "")
    assert "Missing option '-o' / '--output'" in err


@pytest.mark.parametrize("option", ["--date", "--as-known"])
def test_impossible_day_is_one_line_and_2(export: Run, tmp_path: Path, option: str) -> None:
    told = f"vrplan: {option}: '31.6.2018' is not a day in the calendar\n"
    assert export(option, "31.6.2018") == (2, "", told)
    assert list(tmp_path.iterdir()) == []


def test_plan_with_errors_is_refused_and_nothing_is_written(
    run: Run, folder_with: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = folder_with("- {id: one, name: En, owner: Ingen, status: {HP 2018: Løpende}}")
    where = folder.as_posix()
    told = f"vrplan: the plan in {where} has 1 error; see them with: vrplan check --data {where}\n"
    file = tmp_path / "plan.db"
    assert run("export", "sqlite", "--data", where, "-o", str(file)) == (1, "", told)
    assert not file.exists()


def test_plan_with_warnings_is_told_with_them(
    run: Run, folder_with: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = folder_with("- {id: one, name: En, status: {HP 2018: Overføres til Drammen 1.8.2018}}")
    file = tmp_path / "plan.db"
    assert run("export", "sqlite", "--data", str(folder), "-o", str(file)) == (
        0,
        "",
        f"vrplan: {file} is written\n",
    )
    assert ("VR210", "one") in rows(file, "SELECT code, item FROM findings")
    assert rows(file, "SELECT recipient, is_listed FROM readings JOIN parties ON id = recipient") == [
        ("Drammen", 0)
    ]


def test_export_tells_its_forms(run: Run) -> None:
    code, out, _ = run("export", "--help")
    assert code == 0
    assert "sqlite" in out
