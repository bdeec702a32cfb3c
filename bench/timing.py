"""Whole processes against each other: run in turn within one run, so that a drifting machine cancels out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
_IN_A_KIB = 1 if sys.platform == "linux" else 1024  # the unit of ru_maxrss differs


@dataclass(frozen=True, slots=True)
class Command:
    """A process to run from the project root, and what its environment has beside the usual."""

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a process: how long it took, and how much memory it had at most."""

    seconds: float
    peak_kib: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two commands run in turn: the medians of both, and the ratio in two ways."""

    ours: float
    theirs: float
    ratio_of_medians: float
    median_of_ratios: float


def run(command: Command) -> Run:
    """Run a command with its output thrown away.

    A child's peak is never below that of the process that starts it, so this one must stay small: it
    imports nothing of vrplan.
    """
    start = perf_counter()
    process = subprocess.Popen(
        command.words,
        cwd=ROOT,
        env=_environment() | dict(command.environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"bench: exit code {process.returncode} from {' '.join(command.words)}")
    return Run(seconds, usage.ru_maxrss / _IN_A_KIB)


def rounds(commands: Sequence[Command], number: int) -> list[list[Run]]:
    """Run the commands in turn, `number` times after one round of warm-up, every second time backwards."""
    for command in commands:
        run(command)
    result: list[list[Run]] = [[] for _ in commands]
    for turn in range(number):
        order = range(len(commands)) if turn % 2 == 0 else reversed(range(len(commands)))
        for index in order:
            result[index].append(run(commands[index]))
    return result


def compare(ours: Command, theirs: Command, number: int) -> Pairs:
    """Time two commands in alternating pairs."""
    our_runs, their_runs = rounds((ours, theirs), number)
    us, them = ([one.seconds for one in runs] for runs in (our_runs, their_runs))
    return Pairs(
        median(us),
        median(them),
        median(us) / median(them),
        median(one / other for one, other in zip(us, them, strict=True)),
    )


def output_of(command: Command) -> str:
    """What a command prints, for the clocks that run inside a process."""
    return subprocess.run(
        command.words, cwd=ROOT, env=_environment(), check=True, capture_output=True, text=True
    ).stdout


def _environment() -> dict[str, str]:
    """The environment without what changes how Python or vrplan runs."""
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VRPLAN", "COV"))
    }
