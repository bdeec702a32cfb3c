"""What a reading adds in remarks: why it is unknown, what was repaired, which window was used."""

from datetime import date

import pytest

from vrplan.findings import Listed, Told
from vrplan.phrases import UNKNOWN_READING, Context, Kind, Precision, Reading, read_status
from vrplan.phrases.remarks import Ways

CONTEXT = Context(2018, date(2018, 5, 31), parties={"KHS": "KHS"})


def read(text: str) -> Reading:
    return read_status(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Overføres ikke til KHS", "negated"),
        ("Avsluttes ikke før 31.12.2018", "negated"),
        ("Avsluttes dersom det ikke gis midler", "conditional"),
        ("Videreføres. Forutsetter finansiering.", "conditional"),
        ("Avsluttes 30.6.18?", "question"),
        ("Avsluttes eller overføres til KHS", "alternatives"),
        ("Skulle vært avsluttet 1.3.2018", "reported"),
        ("Delvis gjennomført", "partial"),
        ("Flere tiltak er gjennomført", "partial"),
        ("Avklare om tiltaket skal videreføres", "open_question"),
        ("Vedtak om avvikling opphevet", "reported"),
        ("Møtet ble avsluttet kl. 15.00", "unread_time"),
        ("Avsluttes 31.2.2018", "impossible_date"),
        ("Avsluttes 31.3.222", "impossible_date"),
        ("Uke 60", "impossible_date"),
        ("Innen 17. mai 1899", "unread_year"),
        ("Innen 17. mai 2200", "unread_year"),
        ("Innen 17. mai 222", "unread_year"),
        ("Innen 17. mai 0000", "unread_year"),
        ("Innen 17. mai 20188", "unread_year"),
        ("Innen 30.6.1899", "unread_year"),
        ("Innen 30.6.2200", "unread_year"),
        ("Innen 30.6 2200", "unread_year"),
        ("Innen 2200-06-30", "unread_year"),
        ("Innen 30/6-2200", "unread_year"),
        ("Innen 1.–3. juni 2200", "unread_year"),
        ("Innen juni 2200", "unread_year"),
        ("Innen Q3-2200", "unread_year"),
        ("Innen uke 26 2200", "unread_year"),
        ("Innen utgangen av juni 2200", "unread_year"),
        ("Juni 2017 – mai 2200", "unread_year"),
        ("Innen årsskiftet 2200/2201", "ambiguous_window"),
        ("Innen skjærtorsdag 1900", "unread_year"),
        ("Innen skjærtorsdag 2150", "unread_year"),
        ("Avsluttes i løpet av kort tid", "unread_time"),
        ("Årsskiftet 2020", "ambiguous_window"),
        ("Ferieavvikling i uke 28", "unknown_words"),
        ("Behandles", "no_date"),
        ("Overføres til KHS eller Asker", "alternatives"),
        ("Er stengt", "ambiguous_window"),
        ("Behandles over sommeren", "unread_time"),
        ("Har varslet tilsyn i september", "ambiguous_window"),
        ("Avsluttet, overføres til KHS 1.9.2018", "contradicted"),
        ("Gjennomført, pågår fortsatt", "contradicted"),
        ("Pågår, ferdigstilles 31.2.2019", "impossible_date"),
        ("Under arbeid, ferdig innen sommeren", "ambiguous_window"),
        ("Avtalen ble sagt opp", "notice_given"),
        ("Opprettes fra ny skole", "unread_time"),
    ],
)
def test_text_that_is_not_read_says_why(text: str, code: str) -> None:
    reading = read(text)
    assert (reading.kind, [remark.code for remark in reading.remarks]) == (Kind.UNKNOWN, [code])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Avsluttes 30..6.18", "repaired"),
        ("forsetter ut hele året", "repaired"),
        ("Vidreføres ut 2018", "repaired"),
        ("Opphører 1.1.2019", "first_of_month"),
        ("Videreføres til 1.8.2019", "first_of_month"),
        ("Innen 1.7.2018", "inclusive_date"),
        ("Avsluttes høsten 2018", "window_used"),
        ("Kontraktperioden går ut i 2018", "window_not_day"),
        ("Q3 Q4", "ambiguous_window"),
        ("2015 2018", "lost_dash"),
        ("Avsluttes 30.6.18. Overføres deretter til KHS", "second_statement"),
        ("Årlig i mai", "window_of_recurrence"),
        ("Avsluttes setpember 2018. Overføres deretter til KHS", "second_statement"),
        ("Høsten2018", "repaired"),
        ("Oppstart setpember 2018", "repaired"),
        ("Behandles rundt 1. september", "approximate"),
        ("Pågår, ferdigstillelse er satt til mai 2019", "second_statement"),
        ("Avsluttes, og nettsiden tas ned i mai", "unread_time"),
        ("Forsinket", "delayed"),
        ("Videreføres i to år", "unread_time"),
        ("Ferdigstilles ultimo 2018", "ambiguous_window"),
        ("Avventer vedtak 20. juni 2018 i fylkestinget 1. mars 2019", "unread_time"),
        ("Løpende, avsluttes 31.12.2018", "second_statement"),
        ("Pågår, avsluttes etter sommeren", "unread_time"),
        ("Oppsagt", "notice_given"),
        ("Overlevert 1.4.2018", "no_recipient"),
    ],
)
def test_reading_with_a_reservation_says_so(text: str, code: str) -> None:
    reading = read(text)
    assert reading.kind != Kind.UNKNOWN
    assert code in [remark.code for remark in reading.remarks]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Drives frem til sommeren 2019",
            ["sommeren 2019 (1.6.2019–31.8.2019) is where it stops; the last day is read as 31.5.2019."],
        ),
        (
            "Videreføres til høsten 2018",
            ["høsten 2018 (1.8.2018–31.12.2018) is where it stops; the last day is read as 31.7.2018."],
        ),
        ("Pågår høsten 2018", ["høsten 2018 has no fixed dates; read as 1.8.2018–31.12.2018."]),
    ],
)
def test_season_is_told_once(text: str, told: list[str]) -> None:
    """What stops before a season is not read as its days: two remarks would say two things of the same words."""
    assert [remark.message for remark in read(text).remarks] == told


def test_remark_makes_a_sentence_of_its_values() -> None:
    (remark,) = read("Avsluttes 30..6.18").remarks
    assert remark.message == "30..6.18 is read as 30.6.18."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Løpende, avsluttes 31.12.2018", "this reading is of the later one, which says what becomes of it"),
        ("Videreføres ut 2019. Andelen utbetales i 2018", "this reading is of the first"),
        ("Ikke påbegynt", "Write beside it what is planned (means)."),
        ("Ferdig innen sommeren", "in more than one way: by 31.5.2018 or by 31.8.2018."),
        ("Er stengt", "in more than one way: for a while or for good."),
        ("Gjennomført 12. september", "in more than one way: the last one or the next."),
        ("Årsskiftet 2020", "in more than one way: the turn 2019/2020 or 2020/2021."),
    ],
)
def test_remark_tells_what_to_do_or_which_ways_there_are(text: str, told: str) -> None:
    assert told in " ".join(remark.message for remark in read(text).remarks)


def test_what_is_told_of_a_text_is_apart_from_its_words() -> None:
    (remark,) = read("Årsskiftet 2020").remarks
    words = {"after": "2021", "before": "2019", "words": "årsskiftet 2020", "year": "2020"}
    ways = Told("the turn {before}/{year} or {year}/{after}", words | {"ways": Ways.TURN_OF_WHICH_YEAR})
    told = Told("{words} can be understood in more than one way: {ways}.", words | {"ways": ways})
    assert remark.told == told
    sentence = "årsskiftet 2020 can be understood in more than one way: the turn 2019/2020 or 2020/2021."
    assert remark.message == sentence


def test_what_else_a_text_says_is_told_by_its_kinds() -> None:
    (remark,) = read("Videreføres ut 2019. Andelen utbetales i 2018").remarks
    assert remark.told.values == {
        "words": Listed((Told("due", context="kind"),), "; "),
        "read": Told("the first"),
    }


def test_the_year_in_a_column_is_its_plans_whatever_the_papers_date() -> None:
    context = Context(2018, date(2017, 12, 7))
    reading = read_status("Løpende gjennom hele året", context)
    assert (reading.start, reading.end) == (date(2018, 1, 1), date(2018, 12, 31))
    (remark,) = read_status("Pågår i år", context).remarks
    assert remark.message == "i år can be understood in more than one way: counted from 2018 or from 2017."


def test_body_is_the_recipient_of_what_goes_into_its_own_work() -> None:
    assert read("Går inn i Kystkommunen si drift").recipient == "Kystkommunen"


def test_empty_text_is_the_unknown_reading() -> None:
    assert read("") == UNKNOWN_READING


def test_long_text_is_read_in_part_and_says_so() -> None:
    reading = read("Avsluttes 30.6.18. " + "Videre prosa. " * 10_000)
    assert (reading.kind, reading.end) == (Kind.ENDS, date(2018, 6, 30))
    assert "shortened" in [remark.code for remark in reading.remarks]


def test_plans_calendar_says_what_a_season_is() -> None:
    context = Context(2018, calendar={"høsten": ((9, 1), (11, 30))})
    reading = read_status("Overføres til KHS i løpet av hausten", context)
    assert (reading.start, reading.end) == (date(2018, 9, 1), date(2018, 11, 30))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Avsluttes før fellesferien", date(2018, 7, 8)),
        ("Avsluttast før fellesferien 2019", date(2019, 7, 8)),
        ("Avsluttes før sommarferien", None),
    ],
)
def test_plans_calendar_says_when_a_vacation_is(text: str, end: date | None) -> None:
    reading = read_status(text, Context(2018, calendar={"Fellesferie": ((7, 9), (7, 29))}))
    assert (reading.kind, reading.end) == (Kind.ENDS if end else Kind.UNKNOWN, end)


def test_vacation_without_days_in_the_calendar_is_told() -> None:
    assert [remark.code for remark in read("Ferdig før fellesferien").remarks] == ["unread_time"]


def test_holiday_in_a_year_beyond_the_list_of_holidays_is_not_guessed() -> None:
    assert read_status("Innen skjærtorsdag", Context(2150)).kind == Kind.UNKNOWN


def test_understood_characters_are_told_with_their_role() -> None:
    text = "Oppgavene overføres til KHS fra 30.6.2018"
    words = {text[word.start : word.stop]: word.role for word in read(text).words}
    assert words == {
        "Oppgavene": "other",
        "overføres": "what",
        "til": "other",
        "KHS": "recipient",
        "fra 30.6.2018": "when",
    }


def test_period_without_dates_of_its_own_is_an_event() -> None:
    reading = read("Videreføres ut prosjektperioden")
    assert (reading.kind, reading.end, reading.precision) == (Kind.CONTINUES, None, Precision.EVENT)


def test_years_word_is_unclear_in_a_paper_of_another_year() -> None:
    assert read_status("Neste år", Context(2018, date(2017, 12, 7))).kind == Kind.UNKNOWN


def test_characters_of_a_mended_text_are_told_where_they_stand_as_written() -> None:
    text = "Ferdigstilles innen1.9.18 av KHS"
    assert [text[word.start : word.stop] for word in read(text).words] == [
        "Ferdigstilles",
        "innen1.9.18",
        "av",
    ]
