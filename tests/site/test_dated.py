"""On which side of the day asked about the timeline tells what."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from vrplan.site.dated import around

EVE, DAY, MORROW = date(2018, 6, 30), date(2018, 7, 1), date(2018, 7, 2)
WHEN = {EVE: "past", DAY: "today", MORROW: "to_come", None: None}


@pytest.mark.parametrize(
    ("days", "before", "after"),
    [
        ([EVE, EVE, DAY, MORROW, None], [(EVE, 2)], [(DAY, 1), (MORROW, 1), (None, 1)]),
        ([EVE], [(EVE, 1)], []),
        ([MORROW, MORROW, None], [], [(MORROW, 2), (None, 1)]),
        ([EVE, None, None], [(EVE, 1)], [(None, 2)]),
        ([], [], []),
    ],
)
def test_day_asked_about_lies_after_what_is_past(days: list[date | None], before: Any, after: Any) -> None:
    report: Any = SimpleNamespace(entries=[SimpleNamespace(day=day, when=WHEN[day]) for day in days])
    assert tuple([(day, len(some)) for day, some in side] for side in around(report)) == (before, after)
