"""What an edit is compared with: a revision, wherever the folder lay then, or another folder."""

from __future__ import annotations

import json
import os
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from vrplan.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Git = Callable[..., str]

PLAN = "actionplan_2018.yaml"
NOT_FETCHED = (
    "there is no revision origin/main in this clone, which is shallow: fetch it first "
    "(git fetch --unshallow; in a GitHub workflow fetch-depth: 0)"
)
TOO_SHALLOW = (
    "this clone is too shallow to tell where the present work left origin/main: fetch more of its history "
    "(git fetch --unshallow; in a GitHub workflow fetch-depth: 0)"
)


def check(*words: str) -> tuple[int, list[tuple[str, int]], str]:
    """The exit code, the findings about the edit, and what is said on stderr."""
    done = CliRunner().invoke(app, ["check", "--output-format", "json", *words], catch_exceptions=False)
    told = json.loads(done.stdout)["findings"] if done.stdout else []
    return done.exit_code, [(one["code"], one["line"]) for one in told if one["code"] >= "VR7"], done.stderr


def rewrite(folder: Path, old: str = "Kvartalsvis", new: str = "Utgår", name: str = PLAN) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def commit(git: Git, top: Path) -> None:
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "Endret")


@pytest.mark.parametrize("revision", ["main", "HEAD", "HEAD~0", "refs/heads/main", "v1", "number"])
def test_a_revision_is_named_as_git_names_it(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch, revision: str
) -> None:
    git(repository, "tag", "v1")
    number = git(repository, "rev-parse", "--short", "HEAD").strip()
    rewrite(repository / "data")
    monkeypatch.chdir(repository)
    assert check("--against", revision.replace("number", number)) == (1, [("VR702", 33)], "")


def test_committed_work_is_judged_too(repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(repository / "data")
    commit(git, repository)
    monkeypatch.chdir(repository)
    assert check("--against", "main")[1] == [("VR702", 33)]
    assert check("--against", "HEAD")[1] == []


def test_what_others_did_on_the_branch_since_is_no_part_of_the_edit(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "switch", "-q", "main")
    rewrite(repository / "data", "Q3", "Q4")
    commit(git, repository)
    git(repository, "switch", "-q", "edit")
    monkeypatch.chdir(repository)
    assert check("--against", "main") == (0, [], "")
    rewrite(repository / "data")
    assert check("--against", "main")[1] == [("VR702", 33)]


def test_on_a_detached_head(repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(repository / "data")
    commit(git, repository)
    git(repository, "switch", "-q", "--detach", "HEAD")
    monkeypatch.chdir(repository)
    assert check("--against", "main")[1] == [("VR702", 33)]


def test_from_a_folder_within_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(repository / "data")
    monkeypatch.chdir(repository / "data")
    assert check("--against", "main")[1] == [("VR702", 33)]


def test_from_outside_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(repository / "data")
    monkeypatch.chdir(repository.parent)
    assert check("--data", "alliansen/data", "--against", "main")[1] == [("VR702", 33)]


def test_the_variables_of_a_hook_do_not_lead_astray(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository.parent / "other"
    git(repository.parent, "init", "-q", str(other))
    rewrite(repository / "data")
    monkeypatch.chdir(repository)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    assert check("--against", "main")[1] == [("VR702", 33)]


def test_a_plan_file_with_another_name_is_the_same_plan(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "mv", f"data/{PLAN}", "data/actionplan_2018_2.yaml")
    rewrite(repository / "data", name="actionplan_2018_2.yaml")
    monkeypatch.chdir(repository)
    assert check("--against", "main")[1] == [("VR702", 33)]


def test_a_folder_that_was_moved_and_left_something_behind_is_the_same_plan(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "mv", "data", "plan")
    rewrite(repository / "plan")
    (repository / "data").mkdir()
    (repository / "data" / "actionplan_old.yaml").write_text("plan: old\n", encoding="utf-8")
    monkeypatch.chdir(repository)
    assert check("--data", "plan", "--against", "main")[1] == [("VR702", 33)]


def test_a_plan_that_was_moved_from_one_of_several_places_is_not_guessed(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(repository / "data", repository / "other")
    commit(git, repository)
    git(repository, "mv", "data", "plan")
    git(repository, "rm", "-q", "-r", "other")
    monkeypatch.chdir(repository)
    code, found, err = check("--data", "plan", "--against", "HEAD")
    assert (code, found) == (2, [])
    assert err == (
        "vrplan: --against: the plan in plan may have been moved from data, other; name one to compare with\n"
    )


def test_a_folder_that_was_moved_is_the_same_plan(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "mv", "data", "plan")
    rewrite(repository / "plan")
    monkeypatch.chdir(repository)
    assert check("--data", "plan", "--against", "main")[1] == [("VR702", 33)]


def test_a_new_plan_beside_another_is_no_edit(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copytree(repository / "data", repository / "plan")
    rewrite(repository / "plan")
    monkeypatch.chdir(repository)
    assert check("--data", "plan", "--against", "main")[1] == [("VR702", 33)]  # a copy is the same plan
    rewrite(repository / "plan", "plan: vestregionen-2018", "plan: fjordraadet-2018")
    code, found, err = check("--data", "plan", "--against", "main")
    assert (code, found) == (0, [])
    assert err == "vrplan: there was no plan at main, so there is no edit to judge\n"


def test_in_a_submodule(repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    above = repository.parent / "kommunen"
    git(repository.parent, "init", "-q", str(above))
    git(above, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository), "plan")
    rewrite(above / "plan" / "data")
    monkeypatch.chdir(above)
    assert check("--data", "plan/data", "--against", "HEAD")[1] == [("VR702", 33)]
    code, found, err = check("--data", "plan/data", "--against", "mainn")
    assert (code, found) == (2, [])
    assert err.startswith("vrplan: --against: there is no revision mainn")


def test_a_shallow_clone_says_what_to_fetch(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(repository / "data")
    commit(git, repository)
    clone = repository.parent / "clone"
    git(repository.parent, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    monkeypatch.chdir(clone)
    code, _, err = check("--against", "origin/main")
    assert (code, err) == (2, f"vrplan: --against: {NOT_FETCHED}\n")
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    code, _, err = check("--against", "origin/main")
    assert (code, err) == (2, f"vrplan: --against: {TOO_SHALLOW}\n")
    git(clone, "fetch", "-q", "--unshallow")
    assert check("--against", "origin/main")[1] == [("VR702", 33)]


def test_histories_that_share_nothing_are_compared_as_they_are(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "switch", "-q", "--orphan", "anew")
    git(repository, "checkout", "-q", "main", "--", "data")
    rewrite(repository / "data")
    commit(git, repository)
    monkeypatch.chdir(repository)
    assert check("--against", "main")[1] == [("VR702", 33)]


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("mian", "there is no revision mian; did you mean main?"),
        ("--output=x", "there is no revision --output=x"),
        ("main:data", "there is no revision main:data"),
        ("\x1b[2J", "there is no revision \\x1b[2J"),
    ],
)
def test_a_revision_that_is_not_there(
    repository: Path, monkeypatch: pytest.MonkeyPatch, revision: str, said: str
) -> None:
    monkeypatch.chdir(repository)
    code, found, err = check(f"--against={revision}")
    assert (code, found) == (2, [])
    assert err.rstrip().startswith(f"vrplan: --against: {said}".rstrip())


def test_no_revision_at_all(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    said = "vrplan: --against needs the name of a git revision, or of a folder\n"
    assert check("--against", "") == (2, [], said)


def test_a_repository_without_commits(
    repository: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(repository / "data", tmp_path / "new" / "data")
    git(tmp_path, "init", "-q", "new")
    monkeypatch.chdir(tmp_path / "new")
    said = "vrplan: --against: the repository of data has no commits yet, so there is no main\n"
    assert check("--against", "main") == (2, [], said)
    said = "vrplan: there was no plan at HEAD, so there is no edit to judge\n"
    assert check("--against", "HEAD") == (0, [], said)


def test_a_folder_that_is_not_under_git(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(repository / "data", tmp_path / "loose" / "data")
    monkeypatch.chdir(tmp_path / "loose")
    said = "vrplan: --against: data is not under git: compare it with a folder instead\n"
    assert check("--against", "main") == (2, [], said)


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", os.devnull)
    code, _, err = check("--against", "main")
    assert (code, err.split(":")[2]) == (2, " git is not installed, or cannot be started")


def test_another_folder(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copytree(repository / "data", tmp_path / "vedtatt")
    rewrite(repository / "data")
    monkeypatch.chdir(repository)
    assert check("--against", str(tmp_path / "vedtatt"))[1] == [("VR702", 33)]
    assert check("--against", "data") == (0, [], "")


def test_a_folder_without_a_plan(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(repository)
    code, found, err = check("--against", "../empty")
    assert (code, found) == (2, [])
    assert err == "vrplan: --against: no plan in ../empty: no file there is called actionplan_*.yaml\n"


def test_a_name_of_a_folder_and_of_a_branch(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "branch", "data")
    monkeypatch.chdir(repository)
    said = "vrplan: data is both a folder and a git revision; write ./data for the folder\n"
    assert check("--against", "data") == (2, [], said)
    assert check("--against", "./data") == (0, [], "")
    assert check("--against", "refs/heads/data") == (0, [], "")


def test_a_plan_with_errors_before_the_edit_is_told(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(repository / "data", "title: Handlingsplan", "titel: Handlingsplan")
    commit(git, repository)
    rewrite(repository / "data", "titel: Handlingsplan", "title: Handlingsplan")
    monkeypatch.chdir(repository)
    assert check("--against", "HEAD") == (1, [("VR701", 1)], "")
    rewrite(repository / "data", "plan:", "accept: {VR701: Rettet i mai}\nplan:")
    assert check("--against", "HEAD") == (0, [("VR701", 2)], "")


def test_a_plan_with_errors_now_tells_those_first(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(repository / "data", "title: Handlingsplan", "titel: Handlingsplan")
    monkeypatch.chdir(repository)
    assert check("--against", "main") == (1, [], "")
