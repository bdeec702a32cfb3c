"""The job of docs/ci.md, run as GitLab runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Git = Callable[..., str]
    Ran = subprocess.CompletedProcess[str]

INSTALL = "python -m pip install tools/vrplan-*.whl"
"""The only command that is not run here: the vrplan of these tests stands in for the one that it installs."""
ERROR = "data/actionplan_2018.yaml:33:28: VR702 error: "
NOT_FETCHED = "vrplan: --against: there is no revision {} in this clone, which is shallow: fetch it first "


def test_job_is_one_that_gitlab_takes(
    shown: Callable[[str], list[str]], against_schema: Callable[..., str]
) -> None:
    (text,) = shown(".gitlab-ci.yml")
    schema = ("vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    assert against_schema(schema[0], text, *schema[1:]) == ""
    assert against_schema(schema[0], text.replace("script:", "scripts:"), *schema[1:]) != ""


@pytest.fixture
def run(
    repository: Path,
    git: Git,
    shown: Callable[[str], list[str]],
    check_out: Callable[[str, int], Path],
    shell: Callable[..., Ran],
) -> Callable[..., tuple[Ran, Path]]:
    """Run the job for the branch edit; what it says, and the report that it leaves."""

    def job(depth: str | None = None) -> tuple[Ran, Path]:
        told = YAML(typ="safe").load(shown(".gitlab-ci.yml")[0])["plan"]
        work = check_out("refs/heads/edit", int(depth or told["variables"]["GIT_DEPTH"]))
        base = git(repository, "merge-base", "main", "edit").strip()
        assert told["script"][0] == INSTALL
        ran = shell(
            "\n".join(told["script"][1:]), work, GITLAB_CI="true", CI_MERGE_REQUEST_DIFF_BASE_SHA=base
        )
        return ran, work / told["artifacts"]["reports"]["junit"]

    return job


@pytest.mark.parametrize(("edit", "code"), [("sound", 0), ("accepted", 0), ("unsound", 1)])
def test_edit_is_judged_in_the_log_and_in_the_report(
    change: Callable[[str], None], run: Callable[..., tuple[Ran, Path]], edit: str, code: int
) -> None:
    change(edit)
    ran, report = run()
    assert (ran.returncode, ERROR in ran.stdout, ran.stderr) == (code, bool(code), "")
    failures = ElementTree.parse(report).iter("failure")
    assert ["VR702" in (one.text or "") for one in failures].count(True) == code


def test_without_the_history_it_fails_and_says_what_to_fetch(
    repository: Path, git: Git, change: Callable[[str], None], run: Callable[..., tuple[Ran, Path]]
) -> None:
    base = git(repository, "rev-parse", "main").strip()
    change("sound")
    ran, report = run(depth="1")
    assert (ran.returncode, ran.stdout, report.exists()) == (2, "", False)
    assert ran.stderr.startswith(NOT_FETCHED.format(base))
