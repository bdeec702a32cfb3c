"""What is measured against what, and the goal of each; a further comparison is one line here."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.peers import BEAN_CHECK, CHECK_JSONSCHEMA, CHECK_JSONSCHEMA_WITH_LIBYAML, YAMALE, YAMLLINT
from bench.timing import ROOT, Command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bench.peers import Peer

PYTHON = sys.executable
PASS = Command((PYTHON, "-c", "pass"))
_PAIRS = {35: 15, 10_000: 7, 100_000: 3}


@dataclass(frozen=True, slots=True)
class Row:
    """Two commands whose times are compared."""

    what: str
    ours: Command
    against: str
    theirs: Command
    goal: float | None
    pairs: int = 15


def vrplan(*words: str, **environment: str) -> Command:
    """The installed program."""
    program = Path(PYTHON).with_name("vrplan")
    return Command((str(program), *words), environment)


def completion(line: str) -> Command:
    """What bash runs after a tab at the end of the line."""
    number = str(len(line.split()) - 1)
    return vrplan(_VRPLAN_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=number)


def check(plan: Path) -> Command:
    """`vrplan check` on a plan's folder."""
    return vrplan("check", "--data", str(plan.parent))


def events(plan: Path) -> Command:
    """The floor: bare libyaml events of the same file."""
    return Command((PYTHON, str(ROOT / "bench" / "libyaml_events.py"), str(plan)))


def start_up() -> list[Row]:
    """The commands against a Python that does nothing."""
    nothing = "python -c pass"
    status = vrplan("status", "--date", "2018-07-01", "--data", "data")
    return [
        Row("--version", vrplan("--version"), nothing, PASS, 1.3),
        Row("--help", vrplan("--help"), nothing, PASS, 7),
        Row("completion of a command", completion("vrplan st"), nothing, PASS, 7),
        Row("completion of an item", completion("vrplan why bpa"), nothing, PASS, None),
        Row("status, shipped plan", status, nothing, PASS, 15),
    ]


def loading(plans: Mapping[int, Path]) -> list[Row]:
    """`check` against other readers of the same file."""
    goals = {10_000: 7, 100_000: 8}
    return [
        Row(f"check, {size:,}", check(plan), "libyaml events", events(plan), goals.get(size), _PAIRS[size])
        for size, plan in plans.items()
    ]


def checking(plans: Mapping[int, Path]) -> list[Row]:
    """`check` against other checkers on comparable work; where one takes long there are fewer pairs, or no row."""
    goals: dict[tuple[Peer, int], float | None] = {
        (CHECK_JSONSCHEMA, 35): 0.65,
        (CHECK_JSONSCHEMA_WITH_LIBYAML, 35): 0.65,
        (YAMLLINT, 35): None,
        (YAMALE, 35): None,
        (BEAN_CHECK, 35): None,
        (CHECK_JSONSCHEMA, 10_000): 0.1,
        (CHECK_JSONSCHEMA_WITH_LIBYAML, 10_000): 0.1,
        (YAMLLINT, 10_000): None,
        (YAMALE, 10_000): 0.5,
        (BEAN_CHECK, 10_000): 0.5,
        (YAMALE, 100_000): None,
        (BEAN_CHECK, 100_000): None,
    }
    slow = {CHECK_JSONSCHEMA, CHECK_JSONSCHEMA_WITH_LIBYAML, YAMLLINT}
    return [
        Row(
            f"check, {size:,}",
            check(plans[size]),
            peer.name,
            peer.command(plans[size]),
            goal,
            3 if peer in slow and size > 35 else _PAIRS[size],
        )
        for (peer, size), goal in goals.items()
        if size in plans and peer.is_installed
    ]
