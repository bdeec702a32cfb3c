"""What docs/publish.md gives to copy: the services would take it, and its commands make what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from ruamel.yaml import YAML

from vrplan.folder.published import LIST

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "publish.md").read_text(encoding="utf-8")
GITHUB, GITLAB = re.findall(r"^```yaml\n(# \S+\.yml\n.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
INSTALL = "python -m pip install tools/vrplan-*.whl"
"""The only command that is not run here: the vrplan of these tests stands in for the one that it installs."""


@pytest.mark.parametrize(
    ("text", "schema", "more"),
    [
        (GITHUB, "vendor.github-workflows", ()),
        (GITLAB, "vendor.gitlab-ci", ("--data-transform", "gitlab-ci")),
    ],
)
def test_service_takes_the_file(tmp_path: Path, text: str, schema: str, more: tuple[str, ...]) -> None:
    file = tmp_path / "ci.yml"
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


def test_two_runs_never_publish_at_once() -> None:
    told: dict[str, Any] = YAML(typ="safe").load(GITHUB)
    assert {name: job.get("concurrency") for name, job in told["jobs"].items()} == {
        "pages": None,
        "publish": "pages",
    }


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The shipped plan in a repository, where the branch `work` changes a word."""

    def git(*words: str) -> None:
        named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *named, *words], cwd=tmp_path, check=True, capture_output=True)

    copytree(ROOT / "data", tmp_path / "data")
    git("init", "-q", "-b", "main")
    git("add", "data")
    git("commit", "-q", "-m", "1")
    git("update-ref", "refs/remotes/origin/main", "main")
    plan = tmp_path / "data" / "actionplan_2018.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("for møter i nettverket", "for møtene i nettverket"), encoding="utf-8")
    git("commit", "-q", "-a", "-m", "2")
    return tmp_path


def run(commands: list[str], folder: Path, **variables: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VRPLAN_")}
    environment |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **variables}
    for command in commands:
        words = command.replace("vrplan ", f"{sys.executable} -m vrplan ", 1)
        subprocess.run(
            ["bash", "-e", "-c", words], cwd=folder, env=environment, check=True, capture_output=True
        )


def test_github_makes_the_pages_and_shows_what_would_change(work: Path) -> None:
    told: dict[str, Any] = YAML(typ="safe").load(GITHUB)
    steps = told["jobs"]["pages"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert commands[0] == INSTALL
    variables = told["env"] | {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(work / "summary.md")}
    run(commands[1:], work, **variables)
    kept = {step["with"]["path"] for step in steps if step.get("uses", "").startswith("actions/upload")}
    assert kept == {"public"}
    assert (work / "public" / "index.html").is_file()
    about = (work / "public" / "about.html").read_text(encoding="utf-8")
    assert '<html lang="nb">' in about
    assert re.search("Git-revisjon</dt><dd>[0-9a-f]{7}", about)
    assert "for møtene i nettverket" in (work / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [GITHUB, GITLAB])
def test_job_fails_where_no_plan_lies_and_publishes_nothing(work: Path, text: str) -> None:
    told: dict[str, Any] = YAML(typ="safe").load(text)
    variables = told.get("env") or told[".make"]["variables"]
    (work / "data").rename(work / "plan")
    make = re.search(r"vrplan site public .*", text)
    assert make is not None
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run([make[0]], work, VRPLAN_DATA=variables["VRPLAN_DATA"])
    assert failed.value.returncode == 2
    assert b"the plan folder data does not exist" in failed.value.stderr
    assert not (work / "public").exists()
    run([make[0]], work, VRPLAN_DATA="plan")
    assert (work / "public" / "index.html").is_file()


def test_address_of_the_pages_is_shown_by_the_step_that_publishes_them() -> None:
    publish = YAML(typ="safe").load(GITHUB)["jobs"]["publish"]
    assert publish["environment"]["url"] == f"${{{{ steps.{publish['steps'][-1]['id']}.outputs.page_url }}}}"


def test_gitlab_makes_the_pages_and_the_preview(work: Path) -> None:
    told: dict[str, Any] = YAML(typ="safe").load(GITLAB)
    assert told[".make"]["before_script"] == [INSTALL]
    named = {"VRPLAN_DATA": told[".make"]["variables"]["VRPLAN_DATA"]}
    run(told["pages"]["script"], work, **named)
    run(told["preview"]["script"], work, CI_MERGE_REQUEST_DIFF_BASE_SHA="origin/main", **named)
    assert told["pages"]["artifacts"]["paths"] == ["public"]
    for path in [*told["pages"]["artifacts"]["paths"], *told["preview"]["artifacts"]["paths"]]:
        assert (work / path).exists()
    assert (work / "preview" / "index.html").is_file()
    assert "for møtene i nettverket" in (work / "changes.md").read_text(encoding="utf-8")


def test_page_names_files_that_are_made(work: Path) -> None:
    run(["vrplan site public --date 2018-07-01"], work)
    named = re.findall(r"`((?:items|decisions|dates)/[^`#]+)(?:#[^`]+)?`", PAGE)
    assert len(named) == 3
    assert [path for path in named if not (work / "public" / path).is_file()] == []
    assert 'id="point-5"' in (work / "public" / "decisions" / "gf-2018-06-14.html").read_text(
        encoding="utf-8"
    )
    assert f"`{LIST}`" in PAGE
