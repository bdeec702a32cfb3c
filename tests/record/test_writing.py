"""A file is written back whole or not at all, by one writer at a time."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from vrplan.folder import FolderError
from vrplan.folder.writing import LOCK, locked, replace_content

if TYPE_CHECKING:
    from collections.abc import Callable

OLD, NEW = b"plan: old\r\n", "plan: nå\r\n".encode()
posix = pytest.mark.skipif(sys.platform == "win32", reason="the system knows no such thing")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "actionplan_x.yaml"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def there(plan: Path) -> Callable[[], list[str]]:
    """What lies in the folder."""
    return lambda: sorted(path.name for path in plan.parent.iterdir())


def script(code: str, plan: Path) -> list[str]:
    """The command for another process that runs these lines."""
    head = f"import sys\nfrom pathlib import Path\nfrom vrplan.folder.writing import *\nplan = Path({str(plan)!r})\n"
    return [sys.executable, "-c", head + dedent(code)]


def holder_of(plan: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until it is let go."""
    process = subprocess.Popen(
        script(HOLDING, plan), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


HOLDING = """
    with locked(plan):
        print("ready", flush=True)
        sys.stdin.readline()
        plan.write_bytes(b"plan: first\\n")
"""


def let_go(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=30)


def test_new_text_takes_the_place_of_the_old(plan: Path, there: Callable[[], list[str]]) -> None:
    with locked(plan):
        assert there() == [LOCK, "actionplan_x.yaml"]
        replace_content(plan, OLD, NEW)
    assert (plan.read_bytes(), there()) == (NEW, ["actionplan_x.yaml"])


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_stay(plan: Path, mode: int) -> None:
    plan.chmod(mode)
    replace_content(plan, OLD, NEW)
    assert plan.stat().st_mode & 0o777 == mode


@posix
def test_day_of_the_last_change_is_not_that_of_the_old_text(plan: Path) -> None:
    os.utime(plan, (0, 0))
    replace_content(plan, OLD, NEW)
    assert plan.stat().st_mtime > 0


@posix
def test_link_stays_and_its_target_is_written(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "plan.yaml"
    plan.replace(target)
    plan.symlink_to(Path("real") / "plan.yaml")
    with locked(plan):
        assert (target.parent / LOCK).exists()
        replace_content(plan, OLD, NEW)
    assert plan.is_symlink()
    assert target.read_bytes() == NEW
    assert [path.name for path in target.parent.iterdir()] == ["plan.yaml"]


def test_text_that_has_changed_underneath_stays(plan: Path, there: Callable[[], list[str]]) -> None:
    plan.write_bytes(b"plan: theirs\n")
    with pytest.raises(
        FolderError, match=r"actionplan_x\.yaml was changed by somebody else in the meantime; nothing"
    ):
        replace_content(plan, OLD, NEW)
    assert (plan.read_bytes(), there()) == (b"plan: theirs\n", ["actionplan_x.yaml"])


def test_what_a_killed_writer_left_behind_is_in_nobody_s_way(
    plan: Path, there: Callable[[], list[str]]
) -> None:
    plan.with_name(LOCK).write_text("process 1 on nowhere")
    plan.with_name(".actionplan_x.yaml.vrplan-new").write_bytes(b"half a")
    with locked(plan):
        replace_content(plan, OLD, NEW)
    assert (plan.read_bytes(), there()) == (NEW, ["actionplan_x.yaml"])


@posix
def test_planted_link_is_not_written_through(plan: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    plan.with_name(".actionplan_x.yaml.vrplan-new").symlink_to(victim)
    replace_content(plan, OLD, NEW)
    assert (plan.read_bytes(), victim.read_bytes()) == (NEW, b"mine")
    plan.with_name(LOCK).symlink_to(victim)
    with (
        pytest.raises(FolderError, match="cannot be written: Too many levels of symbolic links"),
        locked(plan),
    ):
        pass
    assert victim.read_bytes() == b"mine"


def test_second_writer_says_who_the_first_is(plan: Path) -> None:
    first = holder_of(plan)
    try:
        told = rf"another vrplan \(process {first.pid} on .+\) is recording in .+; nothing was written: try again"
        with pytest.raises(FolderError, match=told), locked(plan, patience=0.2):
            pass
    finally:
        let_go(first)
    with locked(plan, patience=0):
        pass


def test_second_writer_waits_for_the_first(plan: Path) -> None:
    first = holder_of(plan)
    later = Timer(0.3, let_go, [first])
    later.start()
    with locked(plan, patience=30):
        assert plan.read_bytes() == b"plan: first\n"
    later.join()


def test_nobody_s_writing_is_lost(plan: Path, there: Callable[[], list[str]]) -> None:
    plan.write_bytes(b"0")
    code = """
        for _ in range(25):
            with locked(plan, patience=60):
                number = plan.read_bytes()
                replace_content(plan, number, b"%d" % (int(number) + 1))
    """
    writers = [subprocess.Popen(script(code, plan)) for _ in range(4)]
    assert [one.wait(timeout=60) for one in writers] == [0, 0, 0, 0]
    assert (plan.read_bytes(), there()) == (b"100", ["actionplan_x.yaml"])


@posix
def test_lock_of_a_killed_writer_is_gone(plan: Path, there: Callable[[], list[str]]) -> None:
    first = holder_of(plan)
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=30)
    assert LOCK in there()
    with locked(plan, patience=0):
        pass
    assert there() == ["actionplan_x.yaml"]


@posix
def test_full_disk_leaves_the_old_text(plan: Path, there: Callable[[], list[str]]) -> None:
    code = """
        import resource
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        try:
            replace_content(plan, plan.read_bytes(), b"x" * 100_000)
        except Exception as error:
            print(error)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))  # whoever measures coverage writes more
    """
    told = subprocess.run(script(code, plan), capture_output=True, text=True, check=True).stdout
    assert told == f"{plan} cannot be written: {os.strerror(errno.EFBIG)}; nothing was changed\n"
    assert (plan.read_bytes(), there()) == (OLD, ["actionplan_x.yaml"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_folder_that_is_closed_is_told(plan: Path) -> None:
    plan.parent.chmod(0o555)
    try:
        with (
            pytest.raises(FolderError, match="cannot be written: Permission denied; nothing was changed"),
            locked(plan),
        ):
            pass
        with pytest.raises(FolderError, match="cannot be written: Permission denied; nothing was changed"):
            replace_content(plan, OLD, NEW)
    finally:
        plan.parent.chmod(0o755)
    assert plan.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_file_that_is_closed_is_told(plan: Path) -> None:
    plan.chmod(0o444)
    with pytest.raises(FolderError, match="is write-protected; nothing was written"):
        replace_content(plan, OLD, NEW)


@posix
def test_what_is_in_the_way_of_the_lock_is_told(plan: Path) -> None:
    plan.with_name(LOCK).mkdir()
    with (
        pytest.raises(FolderError, match=r"\.vrplan\.lock cannot be written: .+; nothing was changed"),
        locked(plan, patience=0),
    ):
        pass
    assert plan.read_bytes() == OLD


def test_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(FolderError, match=f"cannot be written: there is no folder {tmp_path}"),
        locked(tmp_path / "a" / "b"),
    ):
        pass
