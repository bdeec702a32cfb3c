"""A day, a month or a year, as a paper gives it, and the days that it can mean."""

from __future__ import annotations

from datetime import date

import pytest

from vrplan.model.values import partial_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-06-14", "2018-06-14", "2018-06-14"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2018-12", "2018-12-01", "2018-12-31"),
        ("2018", "2018-01-01", "2018-12-31"),
    ],
)
def test_rough_date_lies_between_its_first_and_its_last_possible_day(
    text: str, first: str, last: str
) -> None:
    day = partial_date(text)

    assert (day.first, day.last) == (date.fromisoformat(first), date.fromisoformat(last))
