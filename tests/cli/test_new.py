"""`vrplan new`: a folder that every command answers in at once, and nothing that was there is lost."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

KNOWN = ("--organisation", "Fjellregionen", "--year", "2026", "--adopted", "14.5.2026", "--case", "12/2026")
SMALL_DISK = """
import resource, sys, vrplan.__main__ as m
limit, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, hard))
sys.argv = {words!r}
try:
    m.main()
finally:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))  # whoever measures coverage writes more
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="the system knows no such thing")


def below(folder: Path) -> dict[str, str | None]:
    """Everything below a folder: links with where they lead, files with their text."""
    found: dict[str, str | None] = {}
    for path in sorted(folder.rglob("*")):
        text = path.read_text(encoding="utf-8") if path.is_file() else None
        found[str(path.relative_to(folder))] = str(path.readlink()) if path.is_symlink() else text
    return found


def test_folder_passes_every_check_and_answers(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "en" / "plan"
    code, out, err = run("new", str(folder), *KNOWN)
    assert code == 0
    assert out.splitlines()[:2] == [
        f"{folder.as_posix()}/actionplan_2026.yaml",
        f"{folder.as_posix()}/decisions.yaml",
    ]
    assert err == f"vrplan: now put your own plan in; look at it with: vrplan status --data {folder}\n"
    assert run("check", "--strict", "--data", str(folder))[:2] == (0, "no findings\n")
    told = run("status", "--data", str(folder), "--date", "2026-09-01")[1]
    assert told.endswith("\n3 activities: 1 not started, 1 ongoing, 1 in transition\n1 obligation: 1 ended\n")
    assert run("closeout", "--data", str(folder), "--date", "2026-12-31")[0] == 1


@pytest.mark.parametrize(
    ("place", "says_where"),
    [
        ("", False),
        ("data", False),
        ("plan", True),
        ("Min plan/øst", True),
        (".plan", True),
        ("..rar", True),
        (".a/.b", True),
    ],
)
def test_workflow_below_the_top_of_a_repository_is_told_of_and_says_where_the_plan_lies(
    run: Run, tmp_path: Path, place: str, says_where: bool
) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    folder = tmp_path / place
    code, _, err = run("new", str(folder), *KNOWN)
    told = (
        "vrplan: GitHub looks for .github/workflows/plan.yml at the top of the repository only: "
        f"move {folder / '.github' / 'workflows' / 'plan.yml'} there\n"
    )
    assert (code, told in err) == (0, place != "")
    workflow = YAML(typ="safe").load(folder / ".github" / "workflows" / "plan.yml")
    assert workflow.get("env") == ({"VRPLAN_DATA": place} if says_where else None)


@pytest.mark.parametrize(
    ("adopted", "told"),
    [
        (["--adopted", "14.5.2026"], "Since 14.5.2026: 1 ended"),
        ([], "Before: no earlier meeting is listed, so no changes are told"),
    ],
)
def test_meeting_that_adopted_the_plan_is_what_later_days_are_compared_with(
    run: Run, tmp_path: Path, adopted: list[str], told: str
) -> None:
    run("new", str(tmp_path), "--organisation", "Fjellregionen", "--year", "2026", *adopted)
    out = run("status", "--data", str(tmp_path), "--date", "2026-07-15")[1]
    assert told in out


def test_readme_names_commands_that_answer(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path), *KNOWN)
    lines = (tmp_path / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line.split("#")[0].split()[1:] for line in lines if line.startswith("    vrplan ")]
    assert [words[0] for words in commands] == ["check", "status", "why", "closeout"]
    for words in commands:
        assert run(*words, "--data", str(tmp_path))[0] == (1 if words[0] == "closeout" else 0)


def test_what_nobody_has_said_is_warned_of(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path), "--organisation", "Fjellregionen")
    year = date.today().year  # noqa: DTZ011 - what the command takes without --year
    code, out, _ = run("check", "--data", str(tmp_path), "--output-format", "concise")
    assert (code, out.count("VR402 warning")) == (0, 1)
    assert (tmp_path / f"actionplan_{year}.yaml").exists()


def test_nothing_is_written_over_unless_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mitt", encoding="utf-8")
    code, out, err = run("new", str(tmp_path), *KNOWN)
    said = f"vrplan: {tmp_path} already holds README.md; nothing was written (--force writes over them)\n"
    assert (code, out, err) == (2, "", said)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert run("new", str(tmp_path), *KNOWN, "--force")[0] == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8").startswith("# Handlingsplan 2026 – Fj")


def test_folder_has_one_plan(run: Run, tmp_path: Path) -> None:
    (tmp_path / "actionplan_2025.yaml").write_text("", encoding="utf-8")
    code, _, err = run("new", str(tmp_path), *KNOWN, "--force")
    assert code == 2
    assert "already holds the plan actionplan_2025.yaml, and a folder has one" in err


LINKS = {
    "README.md": "annet.md",
    ".github": "annet",
    ".github/workflows": "../annet",
    "decisions.yaml": "ingen",
}


@posix
@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "--force"])
def test_nothing_is_written_through_a_link(run: Run, tmp_path: Path, name: str, force: list[str]) -> None:
    (tmp_path / "annet").mkdir()
    (tmp_path / "annet.md").write_text("mitt", encoding="utf-8")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(LINKS[name])
    before = below(tmp_path)
    code, out, err = run("new", str(tmp_path), *KNOWN, *force)
    assert (code, out, below(tmp_path)) == (2, "", before)
    if force or name.startswith(".github"):
        assert err == f"vrplan: {tmp_path / name} is a link; nothing was written\n"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".github", "is a file, and a folder is needed there"),
        (".github/workflows/plan.yml/x", "is not a file"),
    ],
)
def test_what_is_in_the_way_is_seen_before_anything_is_written(
    run: Run, tmp_path: Path, name: str, why: str
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mitt", encoding="utf-8")
    before = below(tmp_path)
    code, out, err = run("new", str(tmp_path), *KNOWN, "--force")
    assert (code, out, below(tmp_path)) == (2, "", before)
    assert err == f"vrplan: {tmp_path / name.removesuffix('/x')} {why}; nothing was written\n"


@posix
@pytest.mark.parametrize("there", [{}, {"README.md": "mitt", "decisions.yaml": "vårt"}], ids=["", "--force"])
def test_full_disk_leaves_what_was_there(
    process: Callable[..., tuple[int, str, str]], tmp_path: Path, there: dict[str, str]
) -> None:
    folder = tmp_path / "en" / "plan"
    if there:
        folder.mkdir(parents=True)
    for name, text in there.items():
        (folder / name).write_text(text, encoding="utf-8")
    before = below(tmp_path)
    words = ["vrplan", "new", str(folder), *KNOWN, *(["--force"] if there else [])]
    code, out, err = process(python=("-c", SMALL_DISK.format(words=words)))
    told = f"actionplan.schema.json cannot be written: {os.strerror(errno.EFBIG)}; nothing was changed\n"
    assert (code, out, err) == (2, "", f"vrplan: {folder}/{told}")
    assert below(tmp_path) == before


@posix
def test_folder_that_cannot_be_made_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    told = f"vrplan: {tmp_path}/fil/en cannot be made: {os.strerror(errno.ENOTDIR)}; nothing was written\n"
    assert run("new", str(tmp_path / "fil" / "en" / "to"), *KNOWN) == (2, "", told)
    long = tmp_path / ("x" * 300)
    told = f"vrplan: {long} cannot be opened: {os.strerror(errno.ENAMETOOLONG)}\n"
    assert run("new", str(long), *KNOWN) == (2, "", told)
    (tmp_path / "lenke").symlink_to("ingen")
    told = f"vrplan: {tmp_path}/lenke is a link to nothing, not a folder\n"
    assert run("new", str(tmp_path / "lenke"), *KNOWN) == (2, "", told)


@posix
def test_folder_itself_may_be_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "lenke").symlink_to("plan")
    assert run("new", str(tmp_path / "lenke"), *KNOWN)[0] == 0
    assert (tmp_path / "plan" / "README.md").exists()


@posix
@pytest.mark.parametrize("end", ["", "\x1b[31m"])
def test_names_are_obeyed_by_no_terminal_and_no_page(run: Run, tmp_path: Path, end: str) -> None:
    folder = tmp_path / f"plan{end}"
    name = "Ev\x1b[31mil\x07 <script>x</script>\n# [a](b) `c` | *d*"
    code, out, err = run("new", str(folder), "--organisation", name, "--title", "T\x9b\u202e")
    assert (code, "\x1b" in out + err, out.count("\n"), err.count("\n")) == (0, False, 6, 1)
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert text.splitlines()[0] == (
        r"# T\\x9b\\u202e – Ev\\x1b\[31mil\\x07 \<script\>x\</script\> \# \[a\](b) \`c\` \| \*d\*"
    )
    for file in (one for one in folder.rglob("*") if one.is_file()):
        assert not set(file.read_text(encoding="utf-8")) & set("\x1b\x07\x9b\u202e")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no such device")
def test_what_is_written_is_told_so_where_stdout_fails(environment: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vrplan", "new", str(tmp_path), *KNOWN]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    told = f"vrplan: {tmp_path} is written, but stdout cannot be written: {os.strerror(errno.ENOSPC)}\n"
    assert (done.returncode, done.stderr) == (2, told)
    assert (tmp_path / "README.md").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--organisation", " "], "--organisation needs a name"),
        (["--organisation", "A", "--body", ""], "--body needs a name"),
        (
            ["--organisation", "A", "--adopted", "31.2.2026"],
            "--adopted: '31.2.2026' is not a day in the calendar",
        ),
    ],
)
def test_wrong_use_is_told_in_one_line(run: Run, tmp_path: Path, words: list[str], said: str) -> None:
    assert run("new", str(tmp_path / "plan"), *words) == (2, "", f"vrplan: {said}\n")
    assert not (tmp_path / "plan").exists()


def test_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    code, _, err = run("new", str(tmp_path / "fil"), *KNOWN)
    assert (code, err) == (2, f"vrplan: {tmp_path / 'fil'} is a file, not a folder\n")
