"""`vrplan site`: where it writes, what it refuses, what it says."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from vrplan.cli import app
from vrplan.cli.plan import load_sound, view_of
from vrplan.reports.check import check
from vrplan.rules.every import findings_of
from vrplan.site import Edition, Origin, pages, paths

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parent.parent.parent
DAY = ("--date", "2018-07-01")


def edition(folder: Path) -> Edition:
    plan, loaded = load_sound(folder)
    checked = check(loaded, findings_of(loaded))
    return Edition(loaded, view_of(plan, "2018-07-01", None), checked, Origin({}, "", "1"), "en")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped plan."""
    folder = tmp_path_factory.mktemp("site")
    words = ["site", str(folder), "--data", str(ROOT / "data"), *DAY]
    assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    return folder


@pytest.mark.parametrize("plan", ["data", "examples/delt-fylke"])
def test_where_every_file_will_lie_is_known_before(root: Path, plan: str) -> None:
    made = [page.path for page in pages(edition(root / plan))]
    assert len(made) == len(set(made))
    assert sorted(paths(edition(root / plan))) == sorted(made)


def test_site_is_written_and_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "site"
    code, out, err = run("site", str(folder), "--data", "data", *DAY)
    assert (code, out) == (0, "")
    assert err == f"vrplan: 269 files in {folder}; open {folder / 'index.html'}\n"
    assert sum(path.is_file() for path in folder.rglob("*")) == 270


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("status.json", ["status", "--format", "json"]),
        ("timeline.json", ["timeline", "--format", "json"]),
        ("next.csv", ["agenda", "--format", "csv"]),
        ("hand-overs.json", ["transfers", "--format", "json"]),
        ("closing.json", ["closeout", "--date", "2018-12-31", "--format", "json"]),
        ("findings.json", ["check", "--output-format", "json"]),
        ("areas/helse.json", ["status", "--area", "helse", "--format", "json"]),
        ("dates/2018-12-31.csv", ["status", "--date", "2018-12-31", "--format", "csv"]),
        ("items/bpa-enkeltsaker.json", ["why", "bpa-enkeltsaker", "--format", "json"]),
        ("decisions/gf-2018-06-14.json", ["decisions", "gf-2018-06-14", "--format", "json"]),
        ("parties/khs.json", ["transfers", "--to", "khs", "--format", "json"]),
        ("parties/baerum-kommune.csv", ["transfers", "--to", "Bærum kommune", "--format", "csv"]),
        ("parties/khs.md", ["transfers", "--sheet", "khs"]),
    ],
)
def test_data_beside_a_page_are_what_the_command_says(
    run: Run, site: Path, file: str, words: list[str]
) -> None:
    date = [] if "--date" in words or words[0] == "check" else DAY
    told = run(*words, "--data", str(ROOT / "data"), *date)[1]
    assert (site / file).read_text(encoding="utf-8-sig") == told.replace("\r\n", "\n")


def test_days_that_matter_have_pages(site: Path) -> None:
    days = sorted(path.stem for path in (site / "dates").glob("*.html"))
    meetings = ["2018-02-22", "2018-03-15", "2018-05-03", "2018-05-24", "2018-05-31", "2018-06-14"]
    quarters = ["2018-03-31", "2018-06-30", "2018-09-30", "2018-12-31"]
    assert days == sorted([*meetings, *quarters, "2018-07-01", "2019-01-01"])


def test_site_is_written_again_over_its_own_files(run: Run, tmp_path: Path) -> None:
    for date in ("2018-07-01", "2018-09-01"):
        assert run("site", str(tmp_path), "--data", "data", "--date", date)[0] == 0
    assert not (tmp_path / "dates" / "2018-07-01.html").exists()
    assert "As of 1.9.2018" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_page_of_somebody_else_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    code, out, err = run("site", str(tmp_path), "--data", "data", *DAY)
    told = f"vrplan: {tmp_path} already holds index.html; nothing was written (--force writes over them)\n"
    assert (code, out, err) == (2, "", told)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert run("site", str(tmp_path), "--data", "data", "--force", *DAY)[0] == 0


def test_file_in_the_place_of_the_folder_is_wrong_use(run: Run, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    code, _, err = run("site", str(tmp_path / "site"), "--data", "data", *DAY)
    assert (code, err) == (2, f"vrplan: {tmp_path / 'site'} is a file, not a folder\n")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_folder_that_nobody_may_write_in_is_wrong_use(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    code, _, err = run("site", str(tmp_path / "site"), "--data", "data", *DAY)
    assert (code, err) == (2, f"vrplan: {tmp_path / 'site'} cannot be written: Permission denied\n")


def test_folder_that_cannot_be_made_is_wrong_use(run: Run) -> None:
    code, _, err = run("site", "/proc/site", "--data", "data", *DAY)
    assert (code, err) == (2, "vrplan: /proc/site cannot be written: No such file or directory\n")


def test_broken_plan_gets_no_site(run: Run, folder_with: Callable[[str], Path], tmp_path: Path) -> None:
    folder = folder_with("- {id: a, name: A, status: {HP: Løpende}}")
    assert run("site", str(tmp_path / "site"), "--data", str(folder), *DAY)[0] == 1
    assert not (tmp_path / "site").exists()


def test_killed_in_the_midst_it_leaves_whole_pages_and_its_own_list(
    environment: dict[str, str], root: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "vrplan", "site", str(tmp_path / "site"), "--data", "data", *DAY]
    with subprocess.Popen(command, cwd=root, env=environment) as running:
        while not (tmp_path / "site" / "next.html").exists():
            assert running.poll() is None
        running.send_signal(signal.SIGKILL)
    pages_there = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert pages_there
    assert all(page.endswith("</html>\n") for page in pages_there)
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_bar_is_seen_on_a_terminal_only(environment: dict[str, str], root: Path, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="Windows has no such terminals")
    activities = "\n".join(f"          - {{id: a-{n}, name: A, status: {{HP: Løpende}}}}" for n in range(100))
    (tmp_path / "actionplan_x.yaml").write_text(
        "plan: x\ntitle: T\norganisation: O\nperiod: {from: 2018-01-01, to: 2018-12-31}\n"
        "columns: {HP: {adopted_by: d}}\n"
        f"areas:\n  - id: o\n    name: N\n    measures:\n      - name: M\n        activities:\n{activities}\n",
        encoding="utf-8",
    )
    (tmp_path / "decisions.yaml").write_text(
        "decisions: [{id: d, title: T, standing: adopted, evidence: full-text, date: 2017-12-07}]\n"
    )
    command = [sys.executable, "-m", "vrplan", "site", str(tmp_path / "s"), "--data", str(tmp_path), *DAY]
    piped = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    assert piped.stderr.count(b"\n") == 1
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=root, env=environment | {"TERM": "xterm"}, stderr=theirs):
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 1 << 16):
                seen += part
        except OSError:  # the end, as Linux tells it
            pass
    os.close(ours)
    assert b"vrplan: pages" in seen
    assert b"100%" in seen


def test_pages_are_not_put_among_the_files_of_the_plan(run: Run, tmp_path: Path) -> None:
    shutil.copytree("data", tmp_path / "plan")
    code, out, err = run("site", str(tmp_path / "plan"), "--data", str(tmp_path / "plan"))
    told = f"vrplan: {tmp_path / 'plan'} is the folder of the plan itself; name another for its pages\n"
    assert (code, out, err) == (2, "", told)
    assert not list((tmp_path / "plan").glob("*.html"))
