from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrplan import days


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (days.quarter(2018, 3), "2018-07-01", "2018-09-30"),
        (days.tertial(2018, 2), "2018-05-01", "2018-08-31"),
        (days.half_year(2018, 2), "2018-07-01", "2018-12-31"),
        (days.months(2020, 2), "2020-02-01", "2020-02-29"),
        (days.iso_week(2018, 26), "2018-06-25", "2018-07-01"),
        (days.iso_week(2020, 53), "2020-12-28", "2021-01-03"),
        (days.third_of_month(2018, 6, "primo"), "2018-06-01", "2018-06-10"),
        (days.third_of_month(2018, 6, "medio"), "2018-06-11", "2018-06-20"),
        (days.third_of_month(2018, 2, "ultimo"), "2018-02-21", "2018-02-28"),
        (days.half_month(2018, 6, 1), "2018-06-01", "2018-06-15"),
        (days.half_month(2018, 6, 2), "2018-06-16", "2018-06-30"),
        (days.season(2018, "høsten"), "2018-08-01", "2018-12-31"),
        (days.season(2018, "vinteren", {"vinteren": ((10, 1), (2, 31))}), "2018-10-01", "2019-02-28"),
        (days.winter(2019), "2019-12-01", "2020-02-29"),
        (days.school_year(2018), "2018-08-01", "2019-07-31"),
        (days.turn_of_year(2018), "2018-12-31", "2019-01-01"),
        (days.turn_of_month(2018, 6), "2018-06-30", "2018-07-01"),
        (days.easter_week(2018), "2018-03-29", "2018-04-02"),
        (days.whitsun(2018), "2018-05-20", "2018-05-21"),
        (days.christmas(2018), "2018-12-24", "2018-12-26"),
    ],
)
def test_span_has_its_first_and_last_day(span: days.Span, first: str, last: str) -> None:
    assert span == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("part", [days.quarter, days.tertial, days.half_year])
def test_part_of_a_year_that_does_not_exist_is_refused(part) -> None:  # type: ignore[no-untyped-def]
    for number in (0, 5):
        with pytest.raises(ValueError, match="is not between"):
            part(2018, number)


def test_week_that_the_year_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="week"):
        days.iso_week(2018, 53)


def test_public_holidays_of_2018() -> None:
    holidays = days.public_holidays(2018)
    assert len(holidays) == 12
    assert (holidays["skjærtorsdag"], holidays["2. pinsedag"]) == (date(2018, 3, 29), date(2018, 5, 21))
    assert list(holidays.values()) == sorted(holidays.values())


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_day_after_a_month_end_is_a_first(year: int, month: int) -> None:
    end = days.month_end(year, month)
    assert end.month == month
    assert (end + timedelta(days=1)).day == 1


@given(st.dates(date(1980, 1, 1), date(2079, 12, 31)))
def test_day_reads_back_from_every_way_to_write_it(day: date) -> None:
    for written in (day.isoformat(), days.norwegian(day), f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}"):
        assert days.parse_day(written) == day


@pytest.mark.parametrize("text", ["31.2.2018", "2018-02-30", "0.1.2018", "1.13.18"])
def test_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a day in the calendar"):
        days.parse_day(text)


@pytest.mark.parametrize("text", ["", "i går", "1/7-18", "2018", "1.7.218", "1.7"])
def test_what_is_no_date_is_refused_with_the_ways_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="write it as 2018-07-01 or"):
        days.parse_day(text)
