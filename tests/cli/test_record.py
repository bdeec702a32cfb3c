"""`vrplan record` as a secretary meets it: what it shows, what it writes, and what it refuses."""

from __future__ import annotations

import errno
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from vrplan.cli.record.decided import Evidence, Standing
from vrplan.folder.writing import locked
from vrplan.model import values

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]
    Record = Callable[[str], tuple[int, str, str]]
    Files = Callable[[], dict[str, bytes]]

ACTIVITIES = """
- {id: nettverk, name: Nettverk, status: {HP 2018: Løpende}}  # et
- id: flytting
  name: Flytte arkivet
  status:
    HP 2018: Q4
- {id: drift, name: Drift, status: {HP 2018: Overføres til KHS i løpet av høsten}}
- {id: orkester, name: Orkester, status: {HP 2018: Videreføres}}
"""
NEW_DECISION = "decision sg-2 --title Sak --standing adopted --evidence full-text"


@pytest.fixture
def folder(folder_with: Callable[[str], Path]) -> Path:
    return folder_with(ACTIVITIES)


@pytest.fixture
def plan(folder: Path) -> Path:
    return folder / "actionplan_x.yaml"


@pytest.fixture
def files(folder: Path) -> Files:
    """What lies in the folder, with every byte."""
    return lambda: {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def record(run: Run, folder: Path) -> Record:
    return lambda words: run("record", *shlex.split(words), "--data", str(folder))


def test_event_is_shown_and_then_written(record: Record, plan: Path, files: Files) -> None:
    before = files()
    code, out, err = record("done flytting --date 3.12.2018 --who Arkivaren --note 'Hentet: 12 esker'")
    assert (code, out) == (0, f"written: {plan.as_posix()}:19\n")
    assert err.splitlines() == [
        "3.12.2018: done, by Arkivaren, Hentet: 12 esker",
        "  flytting was: not started; due from 1.10.2018; overdue from 1.1.2019",
        "  and becomes: not started; due from 1.10.2018; done from 3.12.2018",
    ]
    event = """\
            events:
              - date: 2018-12-03
                what: done
                who: Arkivaren
                note: "Hentet: 12 esker"
"""
    expected = before["actionplan_x.yaml"].replace(b"Q4\n", b"Q4\n" + event.encode())
    assert files() == before | {"actionplan_x.yaml": expected}


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("done --source s", "what: done, source: s"),
        ("ended --note Brev", "what: ended, note: Brev"),
        ("cancelled --decision sg-2", "what: cancelled, decision: sg-2"),
        ("started --who w --note Brev", "what: started, who: w, note: Brev"),
        ("transferred --to KHS --note Brev", "what: transferred, recipient: KHS, note: Brev"),
        ("accepted --to helsesamarbeidet --note Brev", "what: accepted, recipient: KHS, note: Brev"),
        (
            "postponed --from 1.1.2019 --until 2019-01-31 --decision sg-2",
            "what: postponed, from: 2019-01-01, to: 2019-01-31, decision: sg-2",
        ),
    ],
)
def test_each_kind_of_event(record: Record, plan: Path, words: str, event: str) -> None:
    what, _, options = words.partition(" ")
    assert record(f"{NEW_DECISION} --date 2018-11-01")[0] == 0
    assert record(f"{what} orkester --date 3.12.2018 {options}")[0] == 0
    assert f"Videreføres}}, events: [{{date: 2018-12-03, {event}}}]}}\n" in plan.read_text(encoding="utf-8")


def test_receiver_that_the_plan_names_need_not_be_repeated(record: Record) -> None:
    code, _, err = record("accepted drift --date 2018-10-01 --note Brev")
    last = "in transition to KHS from 1.8.2018; transferred to KHS, confirmed from 1.10.2018"
    assert (code, err.splitlines()[-1]) == (0, f"  and becomes: ongoing to KHS; {last}")


def test_hand_over_that_is_recorded_as_done_is_told(record: Record, plan: Path) -> None:
    code, _, err = record("done drift --date 2018-10-01 --note Brev")
    told = (
        "drift is recorded as done on 1.10.2018, and “Overføres til KHS i løpet av høsten” hands it over to KHS, "
        "who is not asked to confirm anything then"
    )
    assert (code, err.splitlines()[-2]) == (0, f"{plan.as_posix()}:19:128: VR516 warning: {told}")


def test_receiver_of_what_is_done_is_not_said_to_be_unknown(record: Record) -> None:
    record("done drift --date 2018-10-01 --note Brev")
    code, out, err = record("accepted drift --date 2018-10-02 --note Brev")
    assert (code, out) == (1, "")
    assert "drift is recorded as accepted on 2.10.2018, and was over by then: done since 1.10.2018\n" in err
    assert "nothing says who receives" not in err


def test_dry_run_shows_the_lines_and_writes_nothing(record: Record, plan: Path, files: Files) -> None:
    before = files()
    code, out, err = record("ended nettverk --date 2018-06-30 --note x --dry-run")
    old = "          - {id: nettverk, name: Nettverk, status: {HP 2018: Løpende}}  # et\n"
    new = old.replace("}}", "}, events: [{date: 2018-06-30, what: ended, note: x}]}")
    assert code == 0
    name = plan.as_posix().lstrip("/")
    assert out.startswith(f"--- a/{name}\n+++ b/{name}\n@@ -11,7 +11,7 @@\n")
    assert f"\n-{old}+{new} " in out
    assert err.splitlines()[0] == "30.6.2018: ended, x"
    assert files() == before


@pytest.mark.parametrize("end", ["\n", ""])
def test_dry_run_is_a_patch(record: Record, plan: Path, tmp_path: Path, end: str) -> None:
    text = plan.read_text(encoding="utf-8").rstrip("\n") + end
    before = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    plan.write_bytes(before)
    words = "transferred orkester --to KHS --date 2018-06-30 --note '\a %s'"
    _, patch, _ = record(f"{words} --dry-run")
    (tmp_path / "patched").mkdir()
    (tmp_path / "patched" / "x.yaml").write_bytes(before)
    patch = re.sub(r"^(--- a|\+\+\+ b)/\S+", r"\1/x.yaml", patch, flags=re.MULTILINE)
    command = ["git", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, input=patch.encode(), cwd=tmp_path / "patched", check=True)
    assert record(words)[0] == 0
    assert (tmp_path / "patched" / "x.yaml").read_bytes() == plan.read_bytes() != before


def test_status_is_read_before_it_is_written(record: Record, plan: Path) -> None:
    assert record(f"{NEW_DECISION} --date 2018-06-14 --point '1: Slutt'")[0] == 0
    code, out, err = record("status nettverk --column sg-2/1 'Avsluttes 30..9.18'")
    assert (code, out) == (0, f"written: {plan.as_posix()}:14\n")
    assert err.splitlines()[:5] == [
        "“Avsluttes 30..9.18” (sg-2/1)",
        "  is read as: ends, until 30.9.2018",
        "  note: 30..9.18 is read as 30.9.18.",
        "  nettverk was: ongoing; orphaned from 1.1.2019",
        "  and becomes: ongoing; ended from 1.10.2018",
    ]
    assert f"{plan.as_posix()}:14:79: VR302 warning" in err
    assert "{HP 2018: Løpende, sg-2/1: Avsluttes 30..9.18}}  # et\n" in plan.read_text(encoding="utf-8")


def test_status_may_have_its_source(record: Record, plan: Path) -> None:
    assert record(f"{NEW_DECISION} --date 2018-06-14")[0] == 0
    assert record("status flytting --column sg-2 'Utsatt til 2019' --source Notat --note 'Side 2'")[0] == 0
    added = plan.read_text(encoding="utf-8").partition("sg-2:\n")[2].splitlines()[:3]
    assert added == [
        f"                {line}" for line in ("text: Utsatt til 2019", "source: Notat", "note: Side 2")
    ]


def test_decision_is_written_with_its_points(record: Record, folder: Path) -> None:
    code, out, err = record(
        "decision sg-2 --title 'Sak: ny' --standing adopted --evidence full-text --date 14.6.2018 "
        "--body styringsgruppen --case 16/2018 --point '1: Arkivet: til KHS' --point 2:To --replaces sg-1 "
        "--source Protokoll"
    )
    decisions = folder / "decisions.yaml"
    assert (code, out) == (0, f"written: {decisions.as_posix()}:4\n")
    assert err.splitlines()[:3] == [
        "sg-2: Sak: ny, adopted 14.6.2018 by Styringsgruppen, sak 16/2018",
        "  sg-2/1: Arkivet: til KHS",
        "  sg-2/2: To",
    ]
    assert decisions.read_text(encoding="utf-8").splitlines()[-1] == (
        '  - {id: sg-2, body: SG, date: 2018-06-14, case: 16/2018, title: "Sak: ny", standing: adopted, '
        "evidence: full-text, replaces: [sg-1], source: Protokoll, "
        'points: [{id: 1, summary: "Arkivet: til KHS"}, {id: 2, summary: To}]}'
    )
    assert record("decision sg-2 --point '3: Tre'")[0] == 0
    end = "{id: 2, summary: To}, {id: 3, summary: Tre}]}\n"
    assert decisions.read_text(encoding="utf-8").endswith(end)


@pytest.mark.parametrize("day", ["2018-06", "2010"])
def test_decision_may_have_a_month_or_a_year(record: Record, folder: Path, day: str) -> None:
    assert record(f"{NEW_DECISION} --date {day}")[0] == 0
    assert f"{{id: sg-2, date: {day}, title" in (folder / "decisions.yaml").read_text(encoding="utf-8")


WRONG_USE = {
    "done flyting --note x": "there is no item flyting; did you mean flytting?",
    "transferred drift --to KSH --note x": "there is no party KSH; did you mean KHS?",
    "done drift --decision sg-9": "there is no decision sg-9; did you mean sg-1?",
    "status drift x --column 'HP 2019'": "there is no column or decision HP 2019; did you mean HP 2018?",
    "status drift x --column sg-1/1": "there is no column or decision sg-1/1; did you mean sg-1?",
    f"{NEW_DECISION} --body XG": "there is no body XG; there are: SG",
    "done drift --date 31.2.2018 --note x": "--date: '31.2.2018' is not a day in the calendar",
    "transferred orkester --note x": "nothing says who receives orkester: name the receiver with --to",
    "decision sg-2 --standing adopted": "a decision needs --title and --evidence",
    "decision sg-1 --title x": "sg-1 is there already, and what was decided stays; "
    "only points can be added to it (--point)",
    "decision sg-1 --point x": '--point: write its id, a colon and what it says in short, as in "1: …", and not x',
}


@pytest.mark.parametrize(("words", "told"), WRONG_USE.items(), ids=WRONG_USE)
def test_wrong_use_ends_with_2(record: Record, files: Files, words: str, told: str) -> None:
    before = files()
    assert record(words) == (2, "", f"vrplan: {told}\n")
    assert files() == before


def test_focus_area_with_activities_has_a_status_and_no_events(run: Run, tmp_path: Path, root: Path) -> None:
    for name in ("actionplan_2018.yaml", "decisions.yaml"):
        (tmp_path / name).write_bytes((root / "data" / name).read_bytes())

    def record(words: str) -> tuple[int, str, str]:
        return run("record", *shlex.split(words), "--data", str(tmp_path))

    told = "vrplan: bpa has activities, and what happens, happens to them: name one of those\n"
    assert record("ended bpa --note x") == (2, "", told)
    assert record(f"{NEW_DECISION} --date 2018-09-20 --body SG")[0] == 0
    code, _, err = record("status bpa --column sg-2 'Avsluttes 30.11.2018'")
    assert code == 0
    assert [line for line in err.splitlines() if "was:" in line] == [
        f"  {item} was: ongoing to KHS; in transition to KHS from 1.8.2018; transferred to KHS from 1.1.2019"
        for item in ("bpa-enkeltsaker", "bpa-kommunikasjon", "bpa-nettverksmoter", "bpa-utviklingsarbeid")
    ]


def test_refused_event_is_shown_with_its_finding(record: Record, plan: Path, files: Files) -> None:
    before = files()
    code, out, err = record("done flytting --date 2018-09-30 --note x")
    assert (code, out) == (1, "")
    first, line, caret, *_, last = err.splitlines()
    assert first == (
        f"{plan.as_posix()}:20:23: VR511 info: flytting is recorded as done on 30.9.2018, "
        "and does not begin before 1.10.2018"
    )
    assert (line, caret) == (
        "  20 |               - date: 2018-09-30",
        "     |                       ^^^^^^^^^^",
    )
    assert last == "vrplan: refused for what the file would say, as shown above; nothing was written"
    assert files() == before


REFUSED = {
    "done flytting": "nothing says how anybody knows: add --source, --decision or --note (VR708)",
    "postponed flytting --note x": "what is put off or given up is so by a decision: name it with --decision (VR713)",
    "done flytting --date 2190-01-01 --note x": "1.1.2190 is still to come, and only what has happened is recorded",
    "status flytting x --column 'hp 2018'": "HP 2018 speaks of flytting already: “Q4”. A text that was decided "
    "stays; what was decided since stands under the decision that decided it",
}


@pytest.mark.parametrize(("words", "told"), REFUSED.items(), ids=REFUSED)
def test_refusal_ends_with_1(record: Record, files: Files, words: str, told: str) -> None:
    before = files()
    assert record(words) == (1, "", f"vrplan: {told}; nothing was written\n")
    assert files() == before


def test_same_event_is_not_recorded_twice(record: Record, files: Files) -> None:
    words = "done flytting --date 2018-12-03 --note x"
    assert record(words)[0] == 0
    before = files()
    code, _, err = record(words)
    assert (code, "VR513" in err, files()) == (1, True, before)


def test_plan_with_errors_is_refused_with_them(record: Record, plan: Path) -> None:
    plan.write_text(plan.read_text(encoding="utf-8") + "notes: x\n", encoding="utf-8")
    code, _, err = record("done flytting --note x")
    assert code == 1
    assert "VR101 error: the key notes is not used here" in err
    assert err.endswith("vrplan: the plan has 1 error; mend them first; nothing was written\n")


def test_shipped_plan_is_never_recorded_in(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = "vrplan: there is no plan here: name its folder with --data DIR\n"
    assert run("record", "done", "shareon", "--note", "x") == (2, "", told)
    assert list(tmp_path.iterdir()) == []


def test_plan_that_is_being_recorded_in_is_left_alone(
    record: Record, folder: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = f"""
import sys
from pathlib import Path
from vrplan.folder.writing import locked
with locked(Path({str(folder / "actionplan_x.yaml")!r})):
    print("ready", flush=True)
    sys.stdin.readline()
"""
    monkeypatch.setattr("vrplan.folder.writing.PATIENCE", 0.1)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"ready"
        before = files()
        code_, out, err = record("done flytting --date 2018-12-03 --note x")
        assert (code_, out, files()) == (2, "", before)
        assert err.startswith(f"vrplan: another vrplan (process {holder.pid} on ")
        assert err.endswith(f" is recording in {folder}; nothing was written: try again\n")
        holder.communicate(b"\n")


def test_who_waits_for_another_is_told_so_once(
    record: Record, folder: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vrplan.folder.writing.SILENCE", 0)
    monkeypatch.setattr("vrplan.folder.writing.PATIENCE", 0.1)
    with locked(folder / "actionplan_x.yaml"):
        before = files()
        code, out, err = record("done flytting --date 2018-12-03 --note x")
        assert (code, out, files()) == (2, "", before)
    recording = (
        rf"vrplan: another vrplan \(process {os.getpid()} on .+\) is recording in {re.escape(str(folder))}; "
    )
    waits, gives_up = err.splitlines()
    assert re.fullmatch(recording + "waiting for it", waits)
    assert re.fullmatch(recording + "nothing was written: try again", gives_up)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no such device")
@pytest.mark.parametrize(
    ("stdout", "told"), [("/dev/full", "but stdout cannot be written: {}"), (None, "but stdout is closed")]
)
def test_what_is_written_is_told_so_where_stdout_fails(
    folder: Path, plan: Path, environment: dict[str, str], stdout: str | None, told: str
) -> None:
    words = f"record done flytting --date 2018-12-03 --note x --data {shlex.quote(str(folder))}"
    command = f"{shlex.quote(sys.executable)} -m vrplan {words} >{stdout or '&-'}"
    done = subprocess.run(
        ["sh", "-c", command], env=environment, stderr=subprocess.PIPE, text=True, check=False
    )
    last = f"vrplan: {plan}:19 is written, {told.format(os.strerror(errno.ENOSPC))}"
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, last)
    assert b"what: done" in plan.read_bytes()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_folder_that_is_closed_is_told(record: Record, plan: Path, files: Files) -> None:
    before = files()
    plan.parent.chmod(0o555)
    try:
        told = f"vrplan: {plan} cannot be written: Permission denied; nothing was changed\n"
        assert record("done flytting --date 2018-12-03 --note x") == (2, "", told)
        assert record("done flytting --date 2018-12-03 --note x --dry-run")[0] == 0
    finally:
        plan.parent.chmod(0o755)
    assert files() == before


def test_words_are_those_of_the_files() -> None:
    assert [str(one) for one in Standing] == list(get_args(values.Standing))
    assert [str(one) for one in Evidence] == list(get_args(values.Evidence))


def test_confirmation_stays_that_of_its_receiver(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with("""
        - {id: arkiv, name: Arkiv, status: {HP 2018: Overføres til Helsesamarbeidet 1.8.2018}}
        - {id: lager, name: Lager, status: {HP 2018: Overføres til IKA 1.8.2018}}
    """)
    for item in ("arkiv", "lager"):
        words = ("record", "accepted", item, "--date", "2018-08-02", "--note", "Brev", "--data", str(folder))
        assert run(*words)[0] == 0
    text = next(folder.glob("actionplan_*.yaml")).read_text(encoding="utf-8")
    assert re.findall(r"what: accepted, (?:recipient: (.*?), )?note: Brev", text) == ["KHS", ""]
