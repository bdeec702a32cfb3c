"""`python -m bench.kills`: what is left of a plan when `record` is killed, and when eight record at once."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.plans import write_plan
from bench.timing import ROOT
from bench.wording import DECISIONS, HEAD

KILLS = 200
WRITERS, RECORDS = 8, 25
SEED = 2018
_WRITING = """
import sys
from pathlib import Path
from vrplan.folder.writing import locked, replace_content
plan, texts = Path(sys.argv[1]), [Path(name).read_bytes() for name in sys.argv[2:]]
print("ready", flush=True)
while True:
    for before, after in (texts, texts[::-1]):
        with locked(plan):
            replace_content(plan, before, after)
"""


def main() -> None:
    """Run the three trials and print what they leave behind."""
    with TemporaryDirectory(prefix="vrplan-kills-") as folder:
        print(_kills_of_the_command(_running(Path(folder) / "command")), flush=True)
        print(_kills_while_writing(write_plan(1000, Path(folder) / "writing")), flush=True)
        print(_many_writers(_running(Path(folder) / "many")), flush=True)


def _running(folder: Path) -> Path:
    """A plan of activities that go on, of which anything may be recorded."""
    folder.mkdir()
    (folder / "decisions.yaml").write_text(DECISIONS, encoding="utf-8")
    plan = folder / "actionplan_2018.yaml"
    items = (
        f"          - {{id: tiltak-{number}, name: Tiltak, status: {{HP 2018: Løpende}}}}\n"
        for number in range(1, 41)
    )
    head = (
        f"{HEAD}  - id: omrade\n    name: Område\n    measures:\n      - name: Tiltak\n        activities:\n"
    )
    plan.write_text(head + "".join(items), encoding="utf-8")
    return plan


def _record(plan: Path, item: int, number: int) -> list[str]:
    """The command that records one event: no two numbers have the same day."""
    day = f"{2018 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    words = ["started", f"tiltak-{item}", "--date", day, "--note", f"nr: {number}"]
    return [sys.executable, "-m", "vrplan", "record", *words, "--data", str(plan.parent)]


def _kills_of_the_command(plan: Path) -> str:
    """Kill the whole command at any moment of its run, its end more often: that is where it writes."""
    chance = random.Random(SEED)
    usual = median(_seconds(_record(plan, 1, 200 + number)) for number in range(5))
    outcomes: Counter[str] = Counter()
    for number in range(KILLS):
        before = plan.read_bytes()
        process = _start(_record(plan, 2 + number % 30, 300 + number))
        share = chance.random() if number % 2 else chance.uniform(0.75, 1.25)
        time.sleep(share * usual)
        process.send_signal(signal.SIGKILL)
        process.wait()
        outcomes[_outcome(before, plan.read_bytes(), f"nr: {300 + number}")] += 1
    left = _left_behind(plan)
    _start(_record(plan, 1, 300 + KILLS)).wait()
    then = f"; one record later the plan is {_is_sound(plan)}{_left_behind(plan)}"
    return f"{KILLS} kills of the command: {_told(outcomes)}{left}{then}"


def _kills_while_writing(plan: Path) -> str:
    """Kill a process that does nothing but lock, write and let go."""
    chance = random.Random(SEED)
    old, new = plan.with_name("old"), plan.with_name("new")
    old.write_bytes(plan.read_bytes())
    new.write_bytes(plan.read_bytes() + b"# mer\n" * 20_000)
    outcomes: Counter[str] = Counter()
    for _ in range(KILLS):
        plan.write_bytes(old.read_bytes())
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITING, str(plan), str(old), str(new)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        texts = {old.read_bytes(): "the old text", new.read_bytes(): "the new text"}
        outcomes[texts.get(plan.read_bytes(), "DAMAGED")] += 1
    return f"{KILLS} kills while writing {len(old.read_bytes()) // 1024} KiB: {_told(outcomes)}{_left_behind(plan)}"


def _many_writers(plan: Path) -> str:
    """Several at once, each one record after the other."""
    outcomes: Counter[str] = Counter()

    def write(writer: int) -> None:
        for number in range(RECORDS):
            command = _record(plan, writer + 1, 100 + writer * RECORDS + number)
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            outcomes["recorded" if done.returncode == 0 else f"refused ({done.stderr.strip()[-60:]})"] += 1

    start = time.perf_counter()
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    seconds = time.perf_counter() - start
    events = plan.read_text(encoding="utf-8").count("what: started")
    return (
        f"{WRITERS} writers x {RECORDS} records: {_told(outcomes)}; {events} events in the plan, "
        f"which is {_is_sound(plan)}; {seconds:.0f} s{_left_behind(plan)}"
    )


def _outcome(before: bytes, after: bytes, note: str) -> str:
    """What a kill left: the plan as it was, or that and the whole event, and not a byte else."""
    if after == before:
        return "not written"
    event = re.compile(
        rb"(, events: \[)?(?(1)|, )\{date: [\d-]+, what: started, note: \"%b\"\}(?(1)\])" % note.encode()
    )
    return "written whole" if event.sub(b"", after) == before else "DAMAGED"


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    _start(command).wait()
    return time.perf_counter() - start


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _is_sound(plan: Path) -> str:
    command = [sys.executable, "-m", "vrplan", "check", "--data", str(plan.parent)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "sound" if done.returncode == 0 else f"NOT SOUND: {done.stdout[-200:]}"


def _left_behind(plan: Path) -> str:
    names = [path.name for path in plan.parent.iterdir() if path.name.startswith(".")]
    return f"; left behind: {', '.join(sorted(names))}" if names else "; nothing is left behind"


def _told(outcomes: Counter[str]) -> str:
    return ", ".join(f"{number} {what}" for what, number in sorted(outcomes.items()))


if __name__ == "__main__":
    main()
