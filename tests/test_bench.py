"""The made-up plans of the benchmark: sound, of the size asked for, and the same every time."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from vrplan.folder import read_folder
from vrplan.load import load
from vrplan.rules.every import findings_of

ROOT = Path(__file__).parent.parent

PEERS = {
    "check-jsonschema": "check_jsonschema",
    "check-jsonschema, lent libyaml": "check_jsonschema",
    "yamllint": "yamllint",
    "yamale": "yamale",
    "bean-check, no cache": "beancount",
}
"""The checkers that vrplan is measured against, each with its package; only `make bench` installs them all."""


def run_bench(module: str, *words: str) -> str:
    """What a module of the benchmark prints."""
    command = [sys.executable, "-m", f"bench.{module}", *words]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def write_plan(activities: int, folder: Path) -> bytes:
    """What `python -m bench.plans` writes: the benchmark is no part of the package, so it is run and not imported."""
    run_bench("plans", str(activities), str(folder))
    return (folder / "actionplan_2018.yaml").read_bytes()


@pytest.mark.parametrize("activities", [1, 4, 35, 81])
def test_made_up_plan_is_sound_and_has_the_activities_asked_for(tmp_path: Path, activities: int) -> None:
    write_plan(activities, tmp_path)
    loaded = load(read_folder(tmp_path))
    assert loaded.plan is not None
    assert findings_of(loaded) == ()
    assert sum(item.level == "activity" for item in loaded.plan.items) == activities


def test_made_up_plan_is_the_same_every_time(tmp_path: Path) -> None:
    assert write_plan(9, tmp_path / "one") == write_plan(9, tmp_path / "other")


def test_ledger_has_a_transaction_for_each_activity_with_its_texts(tmp_path: Path) -> None:
    plan = write_plan(35, tmp_path).decode()
    ledger = Path(run_bench("ledger", str(tmp_path / "actionplan_2018.yaml")).strip()).read_text(
        encoding="utf-8"
    )
    assert re.findall(r"^\d.* \* .*\^(tiltak-\d+)$", ledger, re.M) == re.findall(r"id: (tiltak-.*)", plan)
    assert re.findall(r'^  hp-2018: "(.*)"$', ledger, re.M) == re.findall(r"^ +HP 2018: (\w.*)$", plan, re.M)


@pytest.mark.parametrize("peer", PEERS)
def test_peer_reads_its_file_to_the_end(peer: str) -> None:
    if find_spec(PEERS[peer]) is None:
        pytest.skip(f"{PEERS[peer]} is not installed")
    assert run_bench("proof", peer) == f"{peer}: tells the planted error\n"
