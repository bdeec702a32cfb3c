from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from vrplan import days
from vrplan.phrases.times.patterns import times


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
        (days.holy_week(2018), "2018-03-26", "2018-04-01"),
        (days.christmas(2018), "2018-12-24", "2018-12-26"),
        (days.romjul(2018), "2018-12-27", "2018-12-31"),
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


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Første nyttårsdag", "2018-01-01"),
        ("Skjærtorsdag", "2018-03-29"),
        ("Langfredag", "2018-03-30"),
        ("Første påskedag", "2018-04-01"),
        ("Andre påskedag", "2018-04-02"),
        ("Arbeidernes dag", "2018-05-01"),
        ("Kristi himmelfartsdag", "2018-05-10"),
        ("Grunnlovsdag", "2018-05-17"),
        ("Første pinsedag", "2018-05-20"),
        ("Andre pinsedag", "2018-05-21"),
        ("Første juledag", "2018-12-25"),
        ("Andre juledag", "2018-12-26"),
    ],
)
def test_public_holiday_has_its_day(name: str, day: str) -> None:
    assert days.public_holiday(2018, name) == date.fromisoformat(day)
    assert days.public_holidays_on(date.fromisoformat(day)) == [name]


def test_every_holiday_that_texts_name_is_one_of_the_library() -> None:
    for name in times().holidays.values():
        assert days.public_holidays_on(days.public_holiday(2018, name)) == [name]


def test_two_holidays_may_fall_on_one_day() -> None:
    assert days.public_holidays_on(date(2008, 5, 1)) == ["Arbeidernes dag", "Kristi himmelfartsdag"]


def test_every_public_holiday_is_looked_for_where_it_falls() -> None:
    for year in range(1901, 2101):
        library = country_holidays("NO", years=year, language="no")
        assert [days.public_holidays_on(day) for day in library] == [library.get_list(day) for day in library]


@pytest.mark.parametrize(
    ("year", "name"), [(2018, "Sankthans"), (1946, "Grunnlovsdag"), (2150, "Langfredag")]
)
def test_holiday_that_the_year_lacks_is_refused(year: int, name: str) -> None:
    with pytest.raises(ValueError, match=f"{year} has no {name}"):
        days.public_holiday(year, name)


@given(st.integers(1901, 2100))
def test_feasts_are_where_the_public_holidays_are(year: int) -> None:
    assert days.easter_week(year) == (
        days.public_holiday(year, "Skjærtorsdag"),
        days.public_holiday(year, "Andre påskedag"),
    )
    assert days.whitsun(year) == (
        days.public_holiday(year, "Første pinsedag"),
        days.public_holiday(year, "Andre pinsedag"),
    )
    assert days.christmas(year)[1] == days.public_holiday(year, "Andre juledag")


@pytest.mark.parametrize(
    ("day", "is_working", "before", "after"),
    [
        ("2018-06-29", True, "2018-06-28", "2018-07-02"),
        ("2018-06-30", False, "2018-06-29", "2018-07-02"),
        ("2018-07-01", False, "2018-06-29", "2018-07-02"),
        ("2018-07-02", True, "2018-06-29", "2018-07-03"),
        ("2018-03-31", False, "2018-03-28", "2018-04-03"),
        ("2018-05-17", False, "2018-05-16", "2018-05-18"),
        ("2018-12-24", True, "2018-12-21", "2018-12-27"),
        ("2019-01-01", False, "2018-12-31", "2019-01-02"),
    ],
)
def test_working_days_stand_beside_a_day(day: str, is_working: bool, before: str, after: str) -> None:
    asked = date.fromisoformat(day)
    assert days.is_working_day(asked) is is_working
    assert days.working_days_beside(asked) == (date.fromisoformat(before), date.fromisoformat(after))


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
