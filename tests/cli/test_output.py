"""What `-o` writes to: another file than the plan, and the whole result or nothing."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]
    Process = Callable[..., tuple[int, str, str]]

ONE = "- {id: one, name: En, status: {HP 2018: Overføres til KHS 30.6.2018}}"
REPORTS = [
    ("status",),
    ("transfers",),
    ("transfers", "--sheet", "KHS"),
    ("why", "one"),
    ("decisions",),
    ("diff", "2018-07-01"),
    ("timeline",),
    ("agenda",),
    ("closeout",),
    ("check",),
    ("check", "--output-format", "json"),
    ("read", "Q3"),
]
NO_PLAN = [("schema",), ("rule",), ("rule", "--all", "--format", "md")]
ITSELF = "is the plan itself, and stays; name another file"
OTHER_YAML = "is YAML, and what is written now is not: it stays; name another file"
SMALL_DISK = """
import resource, sys, vrplan.__main__ as m
limit, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
sys.argv = {words!r}
try:
    m.main()
finally:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))  # whoever measures coverage writes more
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="the system knows no such thing")


@pytest.fixture
def folder(folder_with: Callable[[str], Path]) -> Path:
    return folder_with(ONE)


@pytest.fixture
def kept(folder: Path) -> Callable[[], dict[str, bytes]]:
    """What lies in the plan folder, with every byte."""
    return lambda: {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("file", ["actionplan_x.yaml", "decisions.yaml"])
@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
def test_no_report_is_written_over_the_plan(
    run: Run, folder: Path, kept: Callable[[], dict[str, bytes]], words: tuple[str, ...], file: str
) -> None:
    before, output = kept(), f"{folder}/../plans/{file}"
    told = f"vrplan: {output} {ITSELF}\n"
    assert run(*words, "--data", str(folder), "-o", output) == (2, "", told)
    assert kept() == before


@pytest.mark.parametrize("words", NO_PLAN, ids=" ".join)
def test_what_reads_no_plan_is_not_written_over_one(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "actionplan_x.yaml"
    file.write_bytes(b"plan: x\n")
    assert run(*words, "-o", str(file)) == (2, "", f"vrplan: {file} {OTHER_YAML}\n")
    assert file.read_bytes() == b"plan: x\n"


@pytest.mark.parametrize("name", ["notat.yaml", "notat.yml", "NOTAT.YAML"])
def test_no_report_is_written_over_other_yaml(run: Run, folder: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"a: b\n")
    assert run("status", "--data", str(folder), "-o", str(file)) == (2, "", f"vrplan: {file} {OTHER_YAML}\n")
    assert file.read_bytes() == b"a: b\n"


def test_yaml_that_is_not_there_is_lost_to_nobody(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("status", "--data", str(folder), "-o", str(tmp_path / "ny.yaml")) == (0, "", "")


def test_place_of_the_decisions_is_kept_for_them(run: Run, folder: Path) -> None:
    file = folder / "decisions.yaml"
    file.unlink()
    assert run("check", "--data", str(folder), "-o", str(file)) == (2, "", f"vrplan: {file} {ITSELF}\n")
    assert not file.exists()


@posix
@pytest.mark.parametrize("link", [os.symlink, os.link], ids=["link", "second name"])
@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
def test_other_name_of_the_plan_is_the_plan(
    run: Run,
    folder: Path,
    tmp_path: Path,
    kept: Callable[[], dict[str, bytes]],
    words: tuple[str, ...],
    link: Callable[[Path, Path], None],
) -> None:
    before, other = kept(), tmp_path / "rapport.txt"
    link(folder / "decisions.yaml", other)
    told = f"vrplan: {other} {ITSELF}\n"
    assert run(*words, "--data", str(folder), "-o", str(other)) == (2, "", told)
    assert kept() == before


@posix
def test_plan_that_is_a_link_is_spared_where_it_lies(run: Run, folder: Path, tmp_path: Path) -> None:
    real = (folder / "decisions.yaml").rename(tmp_path / "vedtak.txt")
    (folder / "decisions.yaml").symlink_to(real)
    before = real.read_bytes()
    for output in (real, folder / "decisions.yaml"):
        told = f"vrplan: {output} {ITSELF}\n"
        assert run("status", "--data", str(folder), "-o", str(output)) == (2, "", told)
    assert real.read_bytes() == before


@posix
@pytest.mark.parametrize("words", [("diff", "{}"), ("check", "--against", "{}")], ids=" ".join)
def test_plan_that_is_compared_with_is_spared_too(
    run: Run, folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    other, name = tmp_path / "annen", tmp_path / "rapport.txt"
    other.mkdir()
    for file in folder.iterdir():
        (other / file.name).write_bytes(file.read_bytes())
    os.link(other / "decisions.yaml", name)
    asked = [one.format(other) for one in words]
    told = f"vrplan: {name} {ITSELF}\n"
    assert run(*asked, "--data", str(folder), "-o", str(name)) == (2, "", told)


@posix
def test_plan_beside_stdin_is_spared_too(run: Run, folder: Path, tmp_path: Path) -> None:
    name, text = tmp_path / "rapport.txt", (folder / "actionplan_x.yaml").read_bytes()
    os.link(folder / "actionplan_x.yaml", name)
    told = f"vrplan: {name} {ITSELF}\n"
    assert run("check", "-", "--data", str(folder), "-o", str(name), stdin=text) == (2, "", told)


@posix
def test_full_disk_leaves_the_old_report(process: Process, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.txt"
    file.write_bytes(b"den gamle\n")
    words = ["vrplan", "status", "--data", str(folder), "-o", str(file)]
    told = f"vrplan: {file} cannot be written: {os.strerror(errno.EFBIG)}; nothing was changed\n"
    assert process(python=("-c", SMALL_DISK.format(words=words))) == (2, "", told)
    assert file.read_bytes() == b"den gamle\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plans", "rapport.txt"]


@posix
def test_report_is_put_in_the_place_of_the_old_one(run: Run, folder: Path, tmp_path: Path) -> None:
    file, link = tmp_path / "rapport.txt", tmp_path / "siste.txt"
    file.write_bytes(b"den gamle\n" * 1000)
    file.chmod(0o640)
    link.symlink_to(file)
    words = ("status", "--data", str(folder), "--date", "2018-07-01")
    with file.open("rb") as opened:
        assert run(*words, "-o", str(link)) == (0, "", "")
        assert opened.read() == b"den gamle\n" * 1000  # whoever reads it meanwhile reads the whole old one
    assert file.read_bytes().decode() == run(*words)[1]
    assert (link.is_symlink(), file.stat().st_mode & 0o777) == (True, 0o640)


@posix
def test_name_may_be_as_long_as_the_system_lets_it(run: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / ("å" * 120)
    assert run("status", "--data", str(folder), "-o", str(file)) == (0, "", "")
    assert file.read_bytes()
    file = tmp_path / ("x" * 256)
    told = f"vrplan: {file} cannot be written: {os.strerror(errno.ENAMETOOLONG)}\n"
    assert run("status", "--data", str(folder), "-o", str(file)) == (2, "", told)


@posix
@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("/", f"{os.strerror(errno.EISDIR)}"),
        ("{}", f"{os.strerror(errno.EISDIR)}"),
        ("{}/no/file", "there is no folder {}/no; nothing was changed"),
        ("{}/plans/actionplan_x.yaml/file", f"{os.strerror(errno.ENOTDIR)}; nothing was changed"),
        ("{}/loop", f"{os.strerror(errno.ELOOP)}; nothing was changed"),
    ],
)
def test_place_that_cannot_be_written_is_one_line(
    run: Run, folder: Path, tmp_path: Path, output: str, why: str
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    file = output.format(tmp_path)
    told = f"vrplan: {file} cannot be written: {why.format(tmp_path)}\n"
    assert run("status", "--data", str(folder), "-o", file) == (2, "", told)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no such device")
def test_devices_are_written_to_as_they_are(process: Process, folder: Path) -> None:
    words = ("status", "--data", str(folder), "--date", "2018-07-01")
    shown = process(*words)[1]
    assert process(*words, "-o", "/dev/null") == (0, "", "")
    assert process(*words, "-o", "/dev/stdout") == (0, shown, "")
    assert process(*words, "-o", "/dev/stderr") == (0, "", shown)
    assert process(*words, "-o", "/dev/fd/1") == (0, shown, "")
    told = f"vrplan: /dev/full cannot be written: {os.strerror(errno.ENOSPC)}\n"
    assert process(*words, "-o", "/dev/full") == (2, "", told)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="the system has no such names")
def test_file_that_the_shell_has_opened_is_added_to(run: Run, folder: Path, tmp_path: Path) -> None:
    file, words = tmp_path / "logg.yaml", ("status", "--data", str(folder), "--date", "2018-07-01")
    file.write_bytes(b"fra i dag:\n")
    with file.open("ab") as opened:
        assert run(*words, "-o", f"/dev/fd/{opened.fileno()}") == (0, "", "")
    assert file.read_bytes().decode() == "fra i dag:\n" + run(*words)[1]


@posix
def test_named_pipe_stays_one(run: Run, folder: Path, tmp_path: Path) -> None:
    pipe, read = tmp_path / "rør.yaml", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    words = ("status", "--data", str(folder), "--date", "2018-07-01")
    assert run(*words, "-o", str(pipe)) == (0, "", "")
    reader.join(timeout=30)
    assert (b"".join(read).decode(), pipe.is_fifo()) == (run(*words)[1], True)
