from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from vrplan.render import report_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.render import Report

    Reports = Callable[..., dict[str, Report]]

ESCAPE = re.compile("\x1b\\[[0-9;]*m")
WIDTHS = [40, 50, 60, 69, 70, 80, 99, 100, 120, 149, 150, 200]


@dataclass(frozen=True)
class Screen:
    width: int
    colour: bool = False


def shown(report: Report, width: int, colour: bool = False) -> list[str]:
    return report_as("text", report, Screen(width, colour)).splitlines()


@pytest.mark.parametrize("command", ["status", "transfers", "why", "decisions", "diff"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(reports_on: Reports, command: str, width: int) -> None:
    report = reports_on(name="Et langt navn " * 20, text="ord " * 60, area="A" * 230)[command]
    assert max(map(len, shown(report, width))) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_that_is_too_long_is_broken_and_never_cut(reports_on: Reports, width: int) -> None:
    out = "".join(shown(reports_on(name="ж" * 300, text="щ" * 300)["status"], width))
    assert (out.count("ж"), out.count("щ"), "…" in out) == (300, 300, False)


@pytest.mark.parametrize("command", ["status", "transfers", "why", "decisions", "diff"])
@pytest.mark.parametrize("width", WIDTHS)
def test_colour_changes_no_letter(reports_on: Reports, command: str, width: int) -> None:
    report = reports_on()[command]
    coloured = [ESCAPE.sub("", line).rstrip() for line in shown(report, width, colour=True)]
    assert coloured == shown(report, width)


def test_state_is_told_by_word_and_by_colour(reports_on: Reports) -> None:
    out = "\n".join(shown(reports_on()["status"], 120, colour=True))
    assert "\x1b[36mtransferred" in out
    assert "\x1b[32mongoing" in out


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (60, "    transferred    the name (was ongoing)"),
        (80, "    transferred    the name (was ongoing)             to the party, since"),
        (
            120,
            "    transferred    the name (was ongoing)" + " " * 39 + "to the party, since 1.3.2018, 31 days",
        ),
    ],
)
def test_narrower_terminal_gives_the_time_less_room(reports_on: Reports, width: int, row: str) -> None:
    assert row in shown(reports_on()["status"], width)


@pytest.mark.parametrize(("width", "beside"), [(149, False), (150, True)])
def test_words_stand_beside_the_item_where_there_is_room(
    reports_on: Reports, width: int, beside: bool
) -> None:
    (row,) = [line for line in shown(reports_on()["status"], width) if "the name" in line]
    assert ("“the text”" in row) is beside


@pytest.mark.parametrize(
    ("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "33"), ("FORCE_COLOR", "1")]
)
@pytest.mark.parametrize("colour", [True, False])
def test_environment_changes_nothing_here(
    reports_on: Reports, monkeypatch: pytest.MonkeyPatch, name: str, value: str, colour: bool
) -> None:
    report = reports_on()["status"]
    expected = shown(report, 120, colour)
    monkeypatch.setenv(name, value)
    assert shown(report, 120, colour) == expected
