"""Laws of the reader: no date is misread, nothing undecided is read as decided, no text breaks it."""

import csv
import re
from datetime import date
from pathlib import Path
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.days import norwegian
from vrplan.phrases import UNKNOWN_READING, Context, Kind, Modality, Reading, read_status

CONTEXT = Context(2018, date(2018, 5, 31), parties={"KHS": "KHS", "Bærum kommune": "Bærum kommune"})
MONTHS = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
]
SPELLINGS = (
    norwegian,
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day:%d.%m.%y}",
    lambda day: day.isoformat(),
    lambda day: f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day}.{MONTHS[day.month - 1].capitalize()} {day.year}",
    lambda day: f"{day.day}. {MONTHS[day.month - 1][:3]}. {day.year}",
    lambda day: f"{day.day}/{day.month}-{day:%y}",
    lambda day: f"{day.day}/{day.month} {day.year}",
    lambda day: f"{day.day}. {day.month}. {day.year}",
)
days = st.dates(date(1980, 1, 1), date(2079, 12, 31))
spellings = st.sampled_from(SPELLINGS)


@given(days, spellings)
def test_date_reads_back_to_itself(day, spelling) -> None:  # type: ignore[no-untyped-def]
    ends = read_status(f"Avsluttes {spelling(day)}", CONTEXT)
    assert (ends.kind, ends.end) == (Kind.ENDS, day)
    bare = read_status(spelling(day), CONTEXT)
    assert (bare.kind, bare.start, bare.end) == (Kind.DUE, day, day)


@given(days, spellings)
def test_from_a_day_ends_on_its_eve(day, spelling) -> None:  # type: ignore[no-untyped-def]
    reading = read_status(f"avvikles fra og med {spelling(day)}", CONTEXT)
    assert reading.end == date.fromordinal(day.toordinal() - 1)


NEUTRAL = (
    "tiltaket",
    "ordningen",
    "i 2018",
    "fra 1.1.2019",
    "også",
    "formelt",
    "i kommunen",
    "samt",
    "derfor",
    "KHS",
)
VERBS = (
    "avsluttes",
    "overføres til KHS",
    "videreføres",
    "legges ned",
    "vert vidareført",
    "gjennomføres i 2019",
)
DOUBTS = ("kanskje", "muligens", "eventuelt", "trolig", "forhåpentligvis kanskje")
DENIALS = ("ikke", "ikkje", "aldri")
surroundings = st.lists(st.sampled_from(NEUTRAL), max_size=3).map(" ".join)


@given(surroundings, st.sampled_from(VERBS), st.sampled_from(DOUBTS), surroundings)
def test_doubt_is_never_read_as_decided(before: str, verb: str, doubt: str, after: str) -> None:
    for text in (f"{before} {verb} {doubt} {after}", f"{before} {doubt} {verb} {after}"):
        assert read_status(text, CONTEXT).modality != Modality.DECIDED


@given(surroundings, st.sampled_from(VERBS), st.sampled_from(DENIALS), surroundings)
def test_denial_is_never_read_as_a_status(before: str, verb: str, denial: str, after: str) -> None:
    for text in (f"{before} {verb} {denial} {after}", f"{before} {denial} {verb} {after}"):
        assert read_status(text, CONTEXT).kind == Kind.UNKNOWN


@given(
    st.sampled_from(["foreslås", "vurderes", "søkes", "planlegges", "bør", "kan", "forventes"]), surroundings
)
def test_intention_before_a_participle_is_not_decided(intention: str, between: str) -> None:
    for participle in ("avsluttet 30.6.2018", "overført til KHS", "videreført ut 2019", "avvikla"):
        reading = read_status(f"{intention} {between} {participle}", CONTEXT)
        assert reading.modality != Modality.DECIDED
        assert not reading.done


def sound(text: str, reading: Reading) -> None:
    assert all(0 <= word.start < word.stop <= len(text) for word in reading.words)
    assert all(one.stop <= other.start for one, other in zip(reading.words, reading.words[1:], strict=False))
    assert all(remark.message for remark in reading.remarks)
    assert hash(reading) == hash(read_status(text, CONTEXT))
    if reading.kind == Kind.UNKNOWN:
        assert (reading.start, reading.end, reading.precision) == (None, None, UNKNOWN_READING.precision)
        assert (reading.recipient, reading.recurrence, reading.modality, reading.done) == (
            None,
            None,
            None,
            False,
        )
    else:
        assert reading.modality is not None
    if reading.start and reading.end:
        assert reading.start <= reading.end


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    sound(text, read_status(text, CONTEXT))


with Path(__file__).with_name("statuses.tsv").open(encoding="utf-8") as table:
    WORDS = sorted({word for row in csv.DictReader(table, delimiter="\t") for word in row["phrase"].split()})
mixtures = st.lists(st.sampled_from([*WORDS, *".,;:()?–-/%\n"]), max_size=14).map(" ".join)


@settings(max_examples=400)
@given(mixtures)
def test_any_mixture_of_status_words_is_read_soundly(text: str) -> None:
    sound(text, read_status(text, CONTEXT))


@given(st.sampled_from([word for word in WORDS if re.fullmatch(r"\w+", word)]), st.integers(20_000, 50_000))
@settings(max_examples=20, deadline=None)
def test_very_long_text_takes_no_time(word: str, times: int) -> None:
    began = perf_counter()
    read_status(f"{word} " * times, CONTEXT)
    assert perf_counter() - began < 1
