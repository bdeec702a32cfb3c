from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Process = Callable[..., tuple[int, str, str]]

HEAVY = ("pydantic", "rich", "ruamel.yaml", "dateutil", "holidays", "icalendar", "jinja2", "markupsafe")
LOOK = f"""
import atexit, json, sys
from vrplan.__main__ import main
atexit.register(lambda: sys.stderr.write(json.dumps([name for name in {HEAVY} if name in sys.modules])))
main()
"""


@pytest.fixture
def loaded_by(process: Process) -> Callable[..., list[str]]:
    """Which of the heavy libraries a command has loaded when it ends."""

    def loaded(*words: str) -> list[str]:
        code, out, err = process(*words, python=("-c", LOOK))
        assert code == 0
        assert out
        return list(json.loads(err))

    return loaded


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["-h"],
        ["status", "--help"],
        ["read", "--help"],
        ["check", "--help"],
        ["decisions", "--help"],
        ["diff", "-h"],
        ["timeline", "--help"],
        ["import", "--help"],
        ["site", "--help"],
        ["record", "--help"],
        ["record", "decision", "--help"],
        ["export", "--help"],
        ["export", "ics", "--help"],
        ["export", "sqlite", "--help"],
    ],
)
def test_help_and_version_load_nothing_heavy(loaded_by: Callable[..., list[str]], words: list[str]) -> None:
    assert loaded_by(*words) == []


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["status", "--format", "json"],
        ["transfers", "--format", "csv"],
        ["why", "shareon", "--format", "md"],
        ["decisions"],
        ["export", "ics"],
        ["diff", "2018-06-30", "2018-07-01", "--format", "md"],
        ["timeline"],
        ["check"],
        ["read", "Q3"],
    ],
)
def test_what_is_piped_does_not_load_rich(loaded_by: Callable[..., list[str]], words: list[str]) -> None:
    assert "rich" not in loaded_by(*words, "--data", "data")


def test_a_layout_for_a_terminal_loads_rich(loaded_by: Callable[..., list[str]]) -> None:
    assert "rich" in loaded_by("status", "--data", "data", "--width", "100")


@pytest.mark.parametrize(
    ("words", "loads"),
    [
        (["status", "--data", "data"], False),
        (["status", "--data", "data", "--width", "100"], False),
        (["agenda", "--data", "data"], False),
        (["timeline", "--data", "data"], False),
        (["read", "Avsluttes 30.6.18"], False),
        (["read", "Før påske"], False),
        (["read", "Innen skjærtorsdag"], True),
        (["check", "--data", "data"], False),
    ],
)
def test_public_holidays_are_loaded_where_one_is_asked_for(
    loaded_by: Callable[..., list[str]], words: list[str], loads: bool
) -> None:
    assert ("holidays" in loaded_by(*words)) is loads
