"""The workflows of docs/ci.md, run as GitHub runs them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Git = Callable[..., str]
    Ran = subprocess.CompletedProcess[str]

SMALLEST, WHOLE = 0, 1
ERROR = "::error file=data/actionplan_2018.yaml,line=33,col=28,endLine=33,endColumn=33,title=VR702 "
NOT_FETCHED = (
    "vrplan: --against: there is no revision origin/main in this clone, which is shallow: fetch it first "
    "(git fetch --unshallow; in a GitHub workflow fetch-depth: 0)\n"
)
INSTALL = "python -m pip install tools/vrplan-*.whl"
"""The only command that is not run here: the vrplan of these tests stands in for the one that it installs."""
ACTIONS = {"actions/checkout@v6", "actions/setup-python@v6", "github/codeql-action/upload-sarif@v4"}
"""The actions that are not run here: the clone, the Python and the SARIF file that they work on are."""
CONDITIONS = {
    "": {"pull_request", "push"},
    "github.event_name == 'pull_request'": {"pull_request"},
    "github.event_name == 'push'": {"push"},
    "${{ !cancelled() && github.event_name == 'pull_request' }}": {"pull_request"},
}
"""Each condition, and the events that it lets through."""
BEFORE = {"BEFORE": "${{ github.event.created && 'HEAD' || github.event.before }}"}
"""What GitHub fills in: the number of the commit before a push, if there was one."""


def ran_steps(steps: list[dict[str, Any]], event: str, run: Callable[[str], Ran]) -> Iterator[Ran]:
    """The steps that run: after one that failed, only those that ask for it."""
    failed = False
    for step in steps:
        condition = step.get("if", "")
        assert step.get("uses", "") in {"", *ACTIONS}
        assert step.get("env", BEFORE) == BEFORE
        wanted = event in CONDITIONS[condition] and (not failed or "cancelled()" in condition)
        if wanted and step.get("run", INSTALL) != INSTALL:
            ran = run(step["run"])
            failed = failed or ran.returncode != 0
            yield ran


@pytest.fixture
def run(
    check_out: Callable[[str, int], Path], shell: Callable[..., Ran], tmp_path: Path
) -> Callable[..., list[Ran]]:
    """Run the jobs of a workflow, each in a clone of its own."""

    def workflow(text: str, event: str = "pull_request", **variables: str) -> list[Ran]:
        ref, base = ("refs/pull/1/merge", "main") if event == "pull_request" else ("refs/heads/main", "")
        ran: list[Ran] = []
        for job in YAML(typ="safe").load(text)["jobs"].values():
            if event in CONDITIONS[job.get("if", "")]:
                work = check_out(ref, job["steps"][0]["with"].get("fetch-depth", 1))
                github = {
                    "GITHUB_ACTIONS": "true",
                    "GITHUB_BASE_REF": base,
                    "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
                    "GITHUB_WORKSPACE": str(work),
                    **variables,
                }
                ran += ran_steps(job["steps"], event, partial(shell, folder=work, **github))
        return ran

    return workflow


@pytest.fixture
def offer(repository: Path, git: Git, change: Callable[[str], None]) -> Callable[[str], None]:
    """Make an edit a pull request to main, which has moved on since: GitHub checks out what merging them gives."""

    def pull_request(edit: str) -> None:
        change(edit)
        git(repository, "switch", "-q", "main")
        change("other")
        git(repository, "switch", "-q", "--detach")
        git(repository, "merge", "-q", "-m", "Merge", "edit")
        git(repository, "update-ref", "refs/pull/1/merge", "HEAD")

    return pull_request


@pytest.fixture(params=[SMALLEST, WHOLE], ids=["smallest", "whole"])
def workflow(request: pytest.FixtureRequest, shown: Callable[[str], list[str]]) -> str:
    text: str = shown(".github/workflows/plan.yml")[request.param]
    return text


def test_workflow_is_one_that_github_takes(workflow: str, against_schema: Callable[[str, str], str]) -> None:
    assert against_schema("vendor.github-workflows", workflow) == ""
    assert against_schema("vendor.github-workflows", workflow.replace("runs-on", "run-on")) != ""


def test_no_command_holds_a_name_that_others_choose(workflow: str) -> None:
    jobs = YAML(typ="safe").load(workflow)["jobs"].values()
    assert [step for job in jobs for step in job["steps"] if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("edit", ["sound", "accepted"])
def test_edit_passes(
    offer: Callable[[str], None], run: Callable[..., list[Ran]], workflow: str, edit: str
) -> None:
    offer(edit)
    judged, *more = run(workflow)
    assert [(one.returncode, one.stderr) for one in (judged, *more)] == [(0, "")] * (1 + len(more))
    assert "::error" not in judged.stdout
    assert ("1 accepted" in judged.stdout) == (edit == "accepted")


def test_unsound_edit_fails_at_its_line(
    offer: Callable[[str], None], run: Callable[..., list[Ran]], workflow: str
) -> None:
    offer("unsound")
    judged, *_ = run(workflow)
    errors = [line for line in judged.stdout.splitlines() if line.startswith("::error")]
    assert (judged.returncode, [line[: len(ERROR)] for line in errors]) == (1, [ERROR])


def test_without_the_history_it_fails_and_says_what_to_fetch(
    offer: Callable[[str], None], run: Callable[..., list[Ran]], workflow: str
) -> None:
    offer("sound")
    judged, *_ = run(workflow.replace("fetch-depth: 0", "fetch-depth: 1"))
    assert (judged.returncode, judged.stdout, judged.stderr) == (2, "", NOT_FETCHED)


def test_plan_in_another_folder(
    repository: Path, git: Git, offer: Callable[[str], None], run: Callable[..., list[Ran]], workflow: str
) -> None:
    offer("unsound")
    git(repository, "mv", "data", "plan")
    git(repository, "commit", "-q", "-m", "Flyttet")
    git(repository, "update-ref", "refs/pull/1/merge", "HEAD")
    judged, *_ = run(workflow, VRPLAN_DATA="plan")
    assert (judged.returncode, ERROR.replace("data/", "plan/") in judged.stdout) == (1, True)


def test_summary_tells_the_findings_and_then_what_the_edit_changes(
    offer: Callable[[str], None],
    run: Callable[..., list[Ran]],
    shown: Callable[[str], list[str]],
    tmp_path: Path,
) -> None:
    offer("unsound")
    assert [one.returncode for one in run(shown(".github/workflows/plan.yml")[WHOLE])] == [1, 0]
    told = (tmp_path / "summary.md").read_text(encoding="utf-8")
    titles = re.findall(r"^##? (.*?)(?: –.*)?(?::.*)?$", told, re.MULTILINE)
    assert titles == ["Handlingsplan 2018", "Handlingsplan 2018", "Helse"]
    assert 0 < told.index("VR702") < told.index("no longer said: “Kvartalsvis”")


@pytest.mark.parametrize(
    ("edit", "is_new_branch", "code"), [("sound", False, 0), ("unsound", False, 1), ("unsound", True, 0)]
)
def test_what_is_pushed_to_main_is_judged_and_listed(
    repository: Path,
    git: Git,
    change: Callable[[str], None],
    run: Callable[..., list[Ran]],
    shown: Callable[[str], list[str]],
    tmp_path: Path,
    edit: str,
    is_new_branch: bool,
    code: int,
) -> None:
    git(repository, "switch", "-q", "main")
    before = "HEAD" if is_new_branch else git(repository, "rev-parse", "HEAD").strip()
    change(edit)
    text = shown(".github/workflows/plan.yml")[WHOLE]
    judged, listed = run(text, "push", BEFORE=before)
    assert (judged.returncode, ERROR in judged.stdout) == (code, bool(code))
    assert (listed.returncode, listed.stdout, listed.stderr) == (0, "", "")
    upload = YAML(typ="safe").load(text)["jobs"]["code-scanning"]["steps"][-1]
    (sarif,) = tmp_path.glob(f"runner/*/{upload['with']['sarif_file']}")
    assert '"ruleId": "VR507"' in sarif.read_text(encoding="utf-8")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").count("## Handlingsplan") == 1
