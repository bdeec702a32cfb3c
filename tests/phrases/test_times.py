"""Every way to write a time, read as a bare window in a plan of 2018."""

from datetime import date

import pytest

from vrplan.phrases import Context, Kind, Precision, read_status

WINDOWS = {
    "30.6.18": ("2018-06-30", "2018-06-30", "day"),
    "30. juni": ("2018-06-30", "2018-06-30", "day"),
    "2018-06-30": ("2018-06-30", "2018-06-30", "day"),
    "30/6-18": ("2018-06-30", "2018-06-30", "day"),
    "31/7-10": ("2010-07-31", "2010-07-31", "day"),
    "20-juni": ("2018-06-20", "2018-06-20", "day"),
    "1.–3. juni 2018": ("2018-06-01", "2018-06-03", "day"),
    "10.–22.10.2018": ("2018-10-10", "2018-10-22", "day"),
    "1.8.18 - 31.12.18": ("2018-08-01", "2018-12-31", "day"),
    "primo mai": ("2018-05-01", "2018-05-10", "third"),
    "medio 2018": ("2018-05-01", "2018-08-31", "third"),
    "slutten av mars": ("2018-03-21", "2018-03-31", "third"),
    "første halvdel av juni": ("2018-06-01", "2018-06-15", "half-month"),
    "17. mai 1900": ("1900-05-17", "1900-05-17", "day"),
    "17. mai 2199": ("2199-05-17", "2199-05-17", "day"),
    "30.6.1900": ("1900-06-30", "1900-06-30", "day"),
    "30.6.2199": ("2199-06-30", "2199-06-30", "day"),
    "juni 2199": ("2199-06-01", "2199-06-30", "month"),
    "uke 26": ("2018-06-25", "2018-07-01", "week"),
    "veke 26-28": ("2018-06-25", "2018-07-15", "week"),
    "uke 26/27": ("2018-06-25", "2018-07-08", "week"),
    "juni 18": ("2018-06-01", "2018-06-30", "month"),
    "des. 2018": ("2018-12-01", "2018-12-31", "month"),
    "november – februar": ("2018-11-01", "2019-02-28", "month"),
    "november – februar 2019": ("2018-11-01", "2019-02-28", "month"),
    "3. kvartal": ("2018-07-01", "2018-09-30", "quarter"),
    "tredje kvartal 2019": ("2019-07-01", "2019-09-30", "quarter"),
    "kv. 3": ("2018-07-01", "2018-09-30", "quarter"),
    "2018 Q3": ("2018-07-01", "2018-09-30", "quarter"),
    "Q3-18": ("2018-07-01", "2018-09-30", "quarter"),
    "K3/K4 2018": ("2018-07-01", "2018-12-31", "quarter"),
    "T1": ("2018-01-01", "2018-04-30", "tertial"),
    "siste tertial": ("2018-09-01", "2018-12-31", "tertial"),
    "fyrste halvår": ("2018-01-01", "2018-06-30", "half-year"),
    "2. halvdel av 2018": ("2018-07-01", "2018-12-31", "half-year"),
    "vår 2019": ("2019-01-01", "2019-06-30", "season"),
    "sommaren": ("2018-06-01", "2018-08-31", "season"),
    "vinteren 2018/2019": ("2018-12-01", "2019-02-28", "season"),
    "høsten 2018/våren 2019": ("2018-08-01", "2019-06-30", "season"),
    "2018–20": ("2018-01-01", "2020-12-31", "year"),
    "2018, 2019 og 2020": ("2018-01-01", "2020-12-31", "year"),
    "i år": ("2018-01-01", "2018-12-31", "year"),
    "skoleåret 2018/19": ("2018-08-01", "2019-07-31", "year"),
    "månedsskiftet juni/juli": ("2018-06-30", "2018-07-01", "event"),
    "i påsken": ("2018-03-29", "2018-04-02", "event"),
    "i påskeuka": ("2018-03-26", "2018-04-01", "event"),
    "i romjula": ("2018-12-27", "2018-12-31", "event"),
    "i pinsen 2019": ("2019-06-09", "2019-06-10", "event"),
}


@pytest.mark.parametrize("text", WINDOWS)
def test_window_is_due_within_its_days(text: str) -> None:
    reading = read_status(text, Context(2018))
    start, end, precision = WINDOWS[text]
    assert (reading.kind, reading.start, reading.end, reading.precision) == (
        Kind.DUE,
        date.fromisoformat(start),
        date.fromisoformat(end),
        Precision(precision),
    )


@pytest.mark.parametrize(
    ("text", "year"), [("Innen 17.5 2019", 2019), ("Innen 17. mai 1500 kr", 2018), ("Innen 17.5", 2018)]
)
def test_number_behind_a_day_is_its_year_or_counts_something(text: str, year: int) -> None:
    assert read_status(text, Context(2018)).end == date(year, 5, 17)


@pytest.mark.parametrize(
    "text",
    [
        "24/17", "59/08", "17/6709", "2017/2525", "4,2", "13.30", "100 %", "§ 27", "906 13 953", "kr 2018", "1.5",
        "vinteren 2018", "skoleåret", "30.6. og 31.12.2018", "årsskiftet 2020", "innen sommeren", "om 3 uker",
        "sak 5/6", "uke 54", "32.1.2018", "30. februar 2018", "perioden", "i 2018 eller 2019",
    ],
)  # fmt: skip
def test_number_or_unclear_time_is_no_date(text: str) -> None:
    assert read_status(text, Context(2018)).kind == Kind.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Overføres til KHS 1.7.2018\N{HYPHEN}31.12.2018",
        "Overføres til KHS 1.7.2018\N{NON-BREAKING HYPHEN}31.12.2018",
        "Overføres til KHS 1.7.2018\N{FIGURE DASH}31.12.2018",
        "Over\N{SOFT HYPHEN}føres til KHS 1.7.2018–31.12.2018",
        "Overføres til KHS\N{NO-BREAK SPACE}1.7.2018–31.12.2018",
    ],
)
def test_signs_of_word_processors_are_read_as_what_they_look_like(text: str) -> None:
    reading = read_status(text, Context(2018, parties={"khs": "KHS"}))
    expected = ("transfers", date(2018, 7, 1), date(2018, 12, 31), "KHS")
    assert (reading.kind, reading.start, reading.end, reading.recipient) == expected


def test_letter_of_two_characters_is_one_letter() -> None:
    reading = read_status("Overføres til Va\N{COMBINING RING ABOVE}ler", Context(2018))
    assert reading.recipient == "Våler"
