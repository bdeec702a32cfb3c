"""The made-up plans of the benchmark: sound, of the size asked for, and the same every time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vrplan.folder import read_folder
from vrplan.load import load
from vrplan.rules import findings_of

ROOT = Path(__file__).parent.parent


def write_plan(activities: int, folder: Path) -> bytes:
    """What `python -m bench.plans` writes: the benchmark is no part of the package, so it is run and not imported."""
    command = [sys.executable, "-m", "bench.plans", str(activities), str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
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
