"""`vrplan site`: where it writes, what it refuses, what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from vrplan.cli import app
from vrplan.cli.plan import load_sound, view_of
from vrplan.reports.check import check
from vrplan.rules.every import findings_of
from vrplan.site import SHAPE, Edition, Origin, pages, paths

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
    assert [path for path in made if not SHAPE.fullmatch(path)] == []


@pytest.mark.parametrize(
    "path", [".git/config", "foo", ".", "package.json", "../index.html", "/index.html", "items/../index.html",
             "items/a/b.html", "items/.html", "img/a.html", "index.html\n", "items/A.html"],
)  # fmt: skip
def test_nothing_else_is_taken_for_a_file_of_a_site(path: str) -> None:
    assert SHAPE.fullmatch(path) is None


def test_site_is_written_and_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "site"
    code, out, err = run("site", str(folder), "--data", "data", *DAY)
    assert (code, out) == (0, "")
    assert err == f"vrplan: 266 files in {folder}; open {folder / 'index.html'}\n"
    assert sum(path.is_file() for path in folder.rglob("*")) == 267


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
        ("parties/baerum-kommune-f069bfb683.csv", ["transfers", "--to", "Bærum kommune", "--format", "csv"]),
        ("parties/khs.md", ["transfers", "--sheet", "khs"]),
    ],
)
def test_data_beside_a_page_are_what_the_command_says(
    run: Run, site: Path, file: str, words: list[str]
) -> None:
    date = [] if "--date" in words or words[0] == "check" else DAY
    told = run(*words, "--data", "data", *date)[1]
    assert (site / file).read_text(encoding="utf-8-sig") == told.replace("\r\n", "\n")


def test_days_that_matter_have_pages(site: Path) -> None:
    days = sorted(path.stem for path in (site / "dates").glob("*.html"))
    meetings = ["2018-02-22", "2018-03-15", "2018-05-03", "2018-05-24", "2018-05-31", "2018-06-14"]
    quarters = ["2018-03-31", "2018-06-30", "2018-09-30", "2018-12-31"]
    assert days == sorted([*meetings, *quarters, "2019-01-01"])


@pytest.mark.parametrize(
    ("language", "done", "refused"),
    [
        ("nb", "266 filer i {}; åpne {}", "her ligger ingen plan: oppgi mappen med --data MAPPE"),
        ("nn", "266 filer i {}; opne {}", "her ligg ingen plan: oppgi mappa med --data MAPPE"),
    ],
)
def test_command_speaks_the_language_of_the_pages(
    process: Run, root: Path, tmp_path: Path, language: str, done: str, refused: str
) -> None:
    words = ("site", "public", "--lang", language, *DAY)
    assert process(*words, cwd=tmp_path) == (2, "", f"vrplan: {refused}\n")
    told = done.format("public", Path("public") / "index.html")
    assert process(*words, "--data", str(root / "data"), cwd=tmp_path) == (0, "", f"vrplan: {told}\n")


def test_site_is_written_again_over_its_own_files(run: Run, tmp_path: Path) -> None:
    addresses = []
    for date in ("2018-07-01", "2018-09-01"):
        assert run("site", str(tmp_path), "--data", "data", "--date", date)[0] == 0
        addresses.append(sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()))
    assert addresses[0] == addresses[1]
    assert "As of 1.9.2018" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_page_that_could_not_be_removed_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "gone.html").touch()
    (tmp_path / ".vrplan-files").write_text("# of vestregionen-2018\nitems/gone.html\n")
    unlink = Path.unlink

    def refusing(path: Path, missing_ok: bool = False) -> None:
        if path.name == "gone.html":
            raise PermissionError
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refusing)
        code, _, err = run("site", str(tmp_path), "--data", "data", *DAY)
    left = tmp_path / "items" / "gone.html"
    assert (code, err.splitlines()[0]) == (
        0,
        f"vrplan: {left} is of an earlier time and could not be removed",
    )
    assert run("site", str(tmp_path), "--data", "data", *DAY)[0] == 0
    assert not left.exists()


@pytest.mark.parametrize("name", ["index.html", "Møteinnkalling.docx"])
def test_folder_with_other_files_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    code, out, err = run("site", str(tmp_path), "--data", "data", *DAY)
    told = (
        f"vrplan: {tmp_path} holds files and no pages of vrplan's, and nothing was written; "
        "name a new folder, or put the pages among them with --force\n"
    )
    assert (code, out, err) == (2, "", told)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert run("site", str(tmp_path), "--data", "data", "--force", *DAY)[0] == 0
    assert (tmp_path / name).exists()


def test_hidden_files_are_no_reason_to_refuse(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".nojekyll").touch()
    (tmp_path / ".git").mkdir()
    assert run("site", str(tmp_path), "--data", "data", *DAY)[0] == 0


def test_page_of_somebody_else_beside_the_pages_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("site", str(tmp_path), "--data", "data", *DAY, "--as-known", "2018-06-05")[0] == 0
    (tmp_path / "closing.html").write_text("mine")
    code, out, err = run("site", str(tmp_path), "--data", "data", *DAY)
    told = "already holds closing.html; nothing was written (--force writes over them)"
    assert (code, out, err) == (2, "", f"vrplan: {tmp_path} {told}\n")


@pytest.mark.parametrize("words", [("site", "public"), ("export", "docx", "-o", "paper.docx")])
@pytest.mark.parametrize(
    ("below", "advice"),
    [
        ((), ": name its folder with --data DIR"),
        (("plan",), ", but there is one in plan: name the folder with --data plan"),
        (
            ("Min plan", "andre"),
            ', but there is one in Min plan, andre: name the folder with --data "Min plan"',
        ),
    ],
)
def test_shipped_plan_is_never_published_under_the_name_of_another(
    process: Run, tmp_path: Path, words: tuple[str, ...], below: tuple[str, ...], advice: str
) -> None:
    for name in below:
        shutil.copytree("data", tmp_path / name)
    told = f"vrplan: there is no plan here{advice}\n"
    assert process(*words, cwd=tmp_path) == (2, "", told)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(below)


def test_revision_is_that_of_the_plan_and_not_of_what_ignores_it(
    process: Run, folder_with: Callable[[str], Path], tmp_path: Path
) -> None:
    """As where a whole home folder is a repository of settings."""
    folder = tmp_path / "home" / "plan"
    shutil.copytree(folder_with("- {id: a, name: A, status: {HP 2018: Løpende}}"), folder)
    (tmp_path / "home" / ".gitignore").write_text("*\n")
    commit = ["-c", "user.name=N", "-c", "user.email=n@example.org", "commit", "-qm", "x"]
    told = []
    for added in (".gitignore", "plan"):
        for words in (["init", "-q"], ["add", "-f", added], commit):
            subprocess.run(["git", *words], cwd=tmp_path / "home", check=True)
        code, _, err = process("site", str(tmp_path / added / "public"), "--data", str(folder), *DAY)
        assert code == 0, err
        hashed = subprocess.check_output(["git", "rev-parse", "--short=12", "HEAD"], cwd=tmp_path / "home")
        told.append(hashed.strip() in (tmp_path / added / "public" / "about.html").read_bytes())
    assert told == [False, True]


@pytest.mark.parametrize(
    ("git", "shown"),
    [
        ([["init", "-q"], ["add", "."]], "papers/plan/actionplan_x.yaml"),
        ([["init", "-q"]], "plan/actionplan_x.yaml"),
        ([["init", "-q"], ["add", "papers/plan/decisions.yaml"]], "plan/actionplan_x.yaml"),
        ([], "plan/actionplan_x.yaml"),
    ],
    ids=["kept", "beside", "half", "none"],
)
def test_pages_are_the_same_from_every_folder_and_name_none_of_this_computer(
    process: Run, folder_with: Callable[[str], Path], tmp_path: Path, git: list[list[str]], shown: str
) -> None:
    folder = tmp_path / "hemmelig" / "papers" / "plan"
    shutil.copytree(folder_with("- {id: a, name: A, status: {HP 2018: Hvem vet}}"), folder)
    for words in git:
        subprocess.run(["git", *words], cwd=tmp_path / "hemmelig", check=True)
    made: list[dict[str, bytes]] = []
    for cwd, data in ((folder, "."), (folder.parent, "plan"), (tmp_path, str(folder))):
        pages_there = tmp_path / f"public-{len(made)}"
        code, _, err = process("site", str(pages_there), "--data", data, *DAY, cwd=cwd)
        assert code == 0, err
        files = [path for path in sorted(pages_there.rglob("*")) if path.is_file()]
        made.append({path.relative_to(pages_there).as_posix(): path.read_bytes() for path in files})
    assert made[0] == made[1] == made[2]
    assert [path for path, content in made[0].items() if b"hemmelig" in content] == []
    for page in (
        "about.html",
        "findings.html",
        "findings.csv",
        "findings.json",
        "items/a.html",
        "items/a.json",
    ):
        found = set(re.findall(r"[^\s\"<>,:]*actionplan_x\.yaml", made[0][page].decode("utf-8-sig")))
        assert found == {shown}, page


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


def test_killed_while_pages_are_made_it_changes_none(
    environment: dict[str, str], root: Path, site: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    command = [sys.executable, "-m", "vrplan", "site", str(folder), "--data", "data", "--date", "2018-09-01"]
    with subprocess.Popen(command, cwd=root, env=environment) as running:
        while not (folder / ".vrplan-new" / "next.html").exists():
            assert running.poll() is None
        running.send_signal(signal.SIGKILL)
    assert {path: path.read_bytes() for path in before} == before
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    assert {path.name for path in folder.glob(".*")} == {".vrplan-files"}
    assert [path for path in folder.rglob("*.html") if "As of 1.7.2018" in path.read_text("utf-8")] == []


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


KNOWN = ("--date", "2018-07-01", "--as-known", "2018-06-05")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped plan as it was known in the first days of June, in bokmål."""
    folder = tmp_path_factory.mktemp("known")
    words = ["site", str(folder), "--data", str(ROOT / "data"), *KNOWN, "--lang", "nb"]
    assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    return folder


def asked(file: str) -> list[str]:
    """The command that tells what lies in a file of data beside a page."""
    name, _, form = file.rpartition(".")
    kind, _, one = name.rpartition("/")
    listed = {"next": "agenda", "hand-overs": "transfers", "findings": "check"}
    if kind == "dates":
        return ["status", "--format", form, *KNOWN[2:], "--date", one]
    words = {
        "areas": ["status", "--area", one],
        "items": ["why", one],
        "decisions": ["decisions", one],
        "parties": ["transfers", "--to", one.replace("baerum-kulturskole-6fc10e6bb8", "Bærum kulturskole")],
    }.get(kind, [listed.get(one, one)])
    return [*words, "--output-format", form] if words == ["check"] else [*words, "--format", form, *KNOWN]


def test_all_data_are_what_the_commands_say_with_the_same_clocks_and_in_every_language(
    run: Run, known: Path
) -> None:
    files = sorted(path.relative_to(known).as_posix() for path in known.rglob("*.json"))
    assert len(files) > 60
    told = {file: run(*asked(file), "--data", "data")[1] for file in files}
    assert [file for file in files if (known / file).read_text(encoding="utf-8") != told[file]] == []


def test_findings_as_csv_are_the_same_in_every_language(site: Path, known: Path) -> None:
    assert (known / "findings.csv").read_bytes() == (site / "findings.csv").read_bytes()


@pytest.mark.parametrize("page", ["index.html", "findings.html", "items/politisk-samarbeid.html"])
def test_findings_say_that_they_count_what_was_not_known(site: Path, known: Path, page: str) -> None:
    note = "Funnene gjelder filene slik de er nå, også med det som ble vedtatt etter 5.6.2018."
    assert (known / page).read_text(encoding="utf-8").count(note) == 1
    assert "Findings are about" not in (site / page).read_text(encoding="utf-8")


def test_two_sites_made_by_turns_are_each_told_in_their_language() -> None:
    english = edition(ROOT / "data")
    norwegian = replace(english, language="nb")
    by_turns = list(zip(pages(english), pages(norwegian), strict=True))
    for number, alone in ((0, pages(english)), (1, pages(norwegian))):
        assert [pair[number] for pair in by_turns] == list(alone)


def test_sheet_of_a_receiver_is_told_in_the_language_of_the_pages() -> None:
    sheets = [
        page
        for page in pages(replace(edition(ROOT / "data"), language="nn"))
        if page.path == "parties/khs.md"
    ]
    assert [page.content.startswith("# Overføring frå ".encode()) for page in sheets] == [True]


def test_what_was_done_after_the_end_is_open_no_more(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(ROOT / "data", plan)
    for item in ("arkiv-flytting", "lisenser", "lager-flytting"):
        assert (
            run("record", "done", item, "--date", "2019-02-15", "--note", "Sett", "--data", str(plan))[0] == 0
        )
    for day, shown, open_ones in (
        ("2019-02-13", "13.2.2019", 27),
        ("2019-02-15", "15.2.2019", 24),
        ("2019-06-01", "1.6.2019", 24),
    ):
        assert run("site", str(tmp_path / "site"), "--data", str(plan), "--date", day)[0] == 0
        closing = json.loads((tmp_path / "site" / "closing.json").read_bytes())
        assert (closing["date"], len(closing["open"])) == (day, open_ones)
        front = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
        assert f"Not all is closed: {open_ones} items are still open on {shown}." in front
