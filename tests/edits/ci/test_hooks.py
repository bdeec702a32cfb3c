"""The hooks that docs/ci.md tells of: one for git itself, and those that .pre-commit-hooks.yaml offers."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Git = Callable[..., str]
    Ran = subprocess.CompletedProcess[str]

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in YAML(typ="safe").load(Path(__file__).parents[3] / ".pre-commit-hooks.yaml")
}
ERROR = "data/actionplan_2018.yaml:33:28: VR702 error: "


@pytest.fixture
def run_hook(repository: Path, shell: Callable[..., Ran]) -> Callable[..., Ran]:
    """Run a hook as pre-commit does: its words and the arguments of the user, without names of files."""

    def run(name: str, *arguments: str) -> Ran:
        return shell(shlex.join([*shlex.split(HOOKS[name]["entry"]), *arguments]), repository)

    return run


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_hook_is_called_once_for_the_whole_plan(hook: dict[str, Any]) -> None:
    assert (hook["pass_filenames"], hook["require_serial"], hook["language"]) == (False, True, "python")


@pytest.mark.parametrize(
    ("name", "is_called"),
    [
        ("data/actionplan_2018.yaml", True),
        ("actionplan_x.yaml", True),
        ("plan/2018/decisions.yaml", True),
        ("decisions.yaml", True),
        ("data/decisions.yml", False),
        ("data/old_decisions.yaml", False),
        ("data/decisions.yaml.orig", False),
        ("data/my_actionplan_2018.yaml", False),
        ("actionplan_2018/notes.yaml", False),
        (".pre-commit-config.yaml", False),
    ],
)
def test_plan_is_checked_when_one_of_its_files_is_in_the_commit(name: str, is_called: bool) -> None:
    hook = HOOKS["vrplan-check"]
    assert bool(re.search(hook["files"], name)) == is_called
    assert hook["types"] == ["yaml"]


def test_edit_is_judged_at_every_commit_since_pre_commit_tells_no_hook_of_a_deleted_file() -> None:
    hook = HOOKS["vrplan-check-edit"]
    assert (hook["always_run"], "files" in hook) == (True, False)


@pytest.mark.parametrize(
    ("name", "edit", "code"),
    [
        ("vrplan-check", "unsound", 0),
        ("vrplan-check-edit", "sound", 0),
        ("vrplan-check-edit", "unsound", 1),
    ],
)
def test_hook_judges_what_is_about_to_be_committed(
    repository: Path,
    git: Git,
    change: Callable[[str], None],
    run_hook: Callable[..., Ran],
    name: str,
    edit: str,
    code: int,
) -> None:
    change(edit)
    git(repository, "reset", "-q", "--soft", "HEAD~1")
    ran = run_hook(name)
    assert (ran.returncode, ERROR in ran.stdout, ran.stderr) == (code, bool(code), "")


def test_deleted_file_is_an_edit(repository: Path, git: Git, run_hook: Callable[..., Ran]) -> None:
    git(repository, "rm", "-q", "data/decisions.yaml")
    ran = run_hook("vrplan-check-edit")
    assert (ran.returncode, "VR011 error" in ran.stdout) == (1, True)
    git(repository, "rm", "-q", "-r", "data")
    assert run_hook("vrplan-check-edit").returncode == 2


def test_arguments_name_another_folder_and_another_revision(
    repository: Path, git: Git, change: Callable[[str], None], run_hook: Callable[..., Ran]
) -> None:
    change("unsound")
    git(repository, "mv", "data", "plan")
    git(repository, "commit", "-q", "-m", "Flyttet")
    assert run_hook("vrplan-check-edit", "--data", "plan").returncode == 0
    ran = run_hook("vrplan-check-edit", "--data", "plan", "--against", "main")
    assert (ran.returncode, ERROR.replace("data", "plan", 1) in ran.stdout) == (1, True)


def test_page_names_the_hooks_that_there_are(shown: Callable[[str], list[str]]) -> None:
    (text,) = shown(".pre-commit-config.yaml")
    (repository,) = YAML(typ="safe").load(text)["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == list(HOOKS)


@pytest.mark.parametrize(("edit", "code"), [("sound", 0), ("accepted", 0), ("unsound", 1)])
def test_hook_of_git_refuses_to_push_an_unsound_edit(
    repository: Path,
    git: Git,
    change: Callable[[str], None],
    shown: Callable[[str], list[str]],
    shell: Callable[..., Ran],
    edit: str,
    code: int,
) -> None:
    origin = repository.parent / "origin"
    git(repository.parent, "clone", "-q", "--bare", str(repository), str(origin))
    git(repository, "remote", "add", "origin", str(origin))
    git(repository, "fetch", "-q", "origin")
    hook = repository / ".git" / "hooks" / "pre-push"
    hook.write_text(shown("/bin/sh")[0], encoding="utf-8")
    hook.chmod(0o755)
    change(edit)
    ran = shell("git push -q origin edit", repository)
    assert (ran.returncode, ERROR in ran.stdout) == (code, bool(code))
    pushed = git(origin, "rev-parse", "edit") == git(repository, "rev-parse", "edit")
    assert pushed == (code == 0)
