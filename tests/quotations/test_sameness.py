"""What counts as the same words, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.model.papers import Passage
from vrplan.rules.quotations.sameness import plain, stands_in
from vrplan.rules.quotations.wording import Wording


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        pytest.param("Overføres til KHS", "Overføres\n til\u00a0 KHS", id="blanks and line ends"),
        pytest.param("kompetanseformidling", "kompetanse-\nformidling", id="a word split at a line end"),
        pytest.param("kompetanseformidling", "kompetanse\u00ad\nformidling", id="by a soft hyphen"),
        pytest.param("kompetanse", "kompe\u00adtanse", id="a soft hyphen within"),
        pytest.param("helsefag-tilbudet", "helsefag-\ntilbudet", id="a hyphen that belongs to the word"),
        pytest.param("plan- og bygg", "plan-\nog bygg", id="a hyphen for a word that is left out"),
        pytest.param("masteremnet \"Ledelse\"", "masteremnet «Ledelse»", id="quotation marks"),
        pytest.param("regionens 'andel'", "regionens ‘andel’", id="single quotation marks"),
        pytest.param("Transport 2.0 - nettverk", "Transport 2.0 – nettverk", id="dashes"),
        pytest.param("2016–2018", "2016 – 2018", id="blanks around the dash of a period"),
        pytest.param("effekt", "e\ufb00ekt", id="a ligature"),
        pytest.param("Bærum å", "Bærum a\u030a", id="another form of Unicode"),
        pytest.param("Videreføres", "Videreføres1 og mer", id="the figure of a note"),
        pytest.param("til 2 år", "kan forlenges til 2 år. Så", id="a part of a sentence"),
        pytest.param("i 2018", "ferdig i 2018¹ og", id="the raised figure of a note"),
        pytest.param("29.6.18", "Avsluttes 29.6.18.¹² Se", id="one behind a full stop"),
        pytest.param("2018", "³2018", id="one in front"),
        pytest.param("1.6.–15.6.", "Innen 1.6. – 15.6.", id="blanks around the dash behind full stops"),
        pytest.param("Innen 1.6.", "Innen 1.6.\n- 3 møter", id="a list that begins behind"),
        pytest.param("Avsluttes 2018", "Avsluttes 2018 – se notat", id="a dash of a sentence"),
        pytest.param("1/7-18", "Avsluttes 1/7–18.", id="a whole date with a dash"),
    ],
)  # fmt: skip
def test_same_words(text: str, paper: str) -> None:
    assert stands_in(plain(text), plain(paper))


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        pytest.param("avsluttes", "Avsluttes", id="a small letter"),
        pytest.param("Avsluttes 30.6", "Avsluttes 29.6.18", id="a part of a date"),
        pytest.param("6.18", "29.6.18", id="the end of a date"),
        pytest.param("Avsluttes 30.6.1", "Avsluttes 29.6.18", id="a part of a number"),
        pytest.param("5", "12,5 %", id="the figures after a comma"),
        pytest.param("Q3", "Q3b", id="a letter behind a figure"),
        pytest.param("uke", "uken", id="a part of a word"),
        pytest.param("høringssvar", "hørings svar", id="a blank within a word"),
        pytest.param("1-2", "12", id="a dash between figures"),
        pytest.param("i 2018", "ikke i 2019", id="another year"),
        pytest.param("Avsluttes 1/7", "Avsluttes 1/7-18", id="a date without its year"),
        pytest.param("Innen 1.6", "Innen 1.6–15.6", id="the beginning of a period"),
        pytest.param("Innen 1.6", "Innen 1.6. – 15.6.", id="the beginning of a period with full stops"),
        pytest.param("15.6", "Innen 1.6. – 15.6.", id="the end of a period"),
        pytest.param("2018", "2018-06-30", id="the year of a date"),
        pytest.param("30", "2018-06-30", id="the day of a date"),
        pytest.param("5", "-5 %", id="a number without its sign"),
        pytest.param("fra 2018", "fra 2018-", id="a period that is open"),
        pytest.param("2018", "2018½", id="a number without its fraction"),
        pytest.param("\u00ad", "noe", id="nothing to see"),
    ],
)
def test_other_words(text: str, paper: str) -> None:
    assert not stands_in(plain(text), plain(paper))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_what_stands_between_blanks_is_found_however_it_is_set(text: str, before: str, after: str) -> None:
    sought = plain(text)
    if sought:
        assert stands_in(sought, f"{before} {sought} {after}")
        assert plain(sought) == sought or "-" in sought


def paper(*runs: list[str]) -> Wording:
    return Wording([[Passage(text, f"line {at}") for at, text in enumerate(run, 1)] for run in runs])


def test_sentence_may_run_on_from_passage_to_passage_but_not_out_of_its_cell() -> None:
    wording = paper(["Oppgavene overføres til", "KHS i høst."], ["Løpende"], ["Q3"])
    assert wording.holds("overføres til KHS i høst")
    assert wording.holds("Q3")
    assert not wording.holds("Løpende Q3")


def test_word_that_a_narrow_column_breaks_without_a_hyphen_is_found_as_a_whole_cell() -> None:
    wording = paper(["Kvartalsvi s"], ["Se hørings svar i vår"])
    assert wording.holds("Kvartalsvis")
    assert not wording.holds("høringssvar")


def test_blanks_between_figures_tell_one_number_from_two() -> None:
    wording = paper(["Avsluttes 12"], ["Q3 1 stk"], ["31.12.202 4"], ["Kvartalsvi s 2 1"])
    assert wording.holds("Kvartalsvis 2 1")
    for text in ("Avsluttes 1 2", "Q31 stk", "31.12.2024", "Kvartalsvis 21"):
        assert not wording.holds(text)


def test_full_stop_may_be_added_at_the_end_but_no_part_of_a_date_be_cut_by_one() -> None:
    wording = paper(["Avsluttes 29.6.18"])
    assert wording.holds("Avsluttes 29.6.18.")
    assert not wording.holds("Avsluttes 30.6.")
    assert not wording.holds("Avsluttes 29.6.18..")


@pytest.mark.parametrize(
    ("text", "shown", "place"),
    [
        ("Avsluttes 28.9.18", "Avsluttes 29.6.18", "line 1"),
        ("Lopende", "Løpende", "line 1"),
        ("Skal overføres til KHS fra 1.1.2019", "Oppgavene overføres til KHS fra 29.6.2018,", "line 2"),
        ("Oppgavene overføres fra 29.6.2018", "Oppgavene overføres til KHS fra 29.6.2018,", "line 2"),
        ("Lillevik tar over alt", None, None),
        ("–", None, None),
    ],
)
def test_nearest_passage(text: str, shown: str | None, place: str | None) -> None:
    wording = paper(
        ["Løpende"],
        ["Avsluttes 29.6.18"],
        ["Om KHS:", "Oppgavene overføres til KHS fra 29.6.2018, med bistand fra daglig leder."],
    )
    near = wording.nearest(text)
    assert (near.text, near.place) == (shown, place) if near else (shown, place) == (None, None)


def test_long_passage_is_shown_around_what_differs() -> None:
    words = [f"ord{number}" for number in range(100)]
    near = paper([" ".join(words)]).nearest(" ".join([*words[:50], "feil", *words[51:]]))
    assert near is not None
    assert near.text.startswith("…ord38 ")
    assert " ord50 " in near.text
    assert near.text.endswith(" ord61…")


def test_paper_of_no_words_has_no_nearest_passage() -> None:
    assert paper().nearest("Løpende") is None
    assert not paper().holds("Løpende")


def test_word_that_nobody_sees_is_none() -> None:
    wording = paper(["Avsluttes \u200b 29.6.18"], ["\u200b"])
    near = wording.nearest("\u200b Avsluttes 28.9.18")
    assert near is not None
    assert (near.text, wording.nearest("\u200b xyzzy"), wording.holds("\u200b")) == (
        "Avsluttes 29.6.18",
        None,
        False,
    )


_WORDS = st.lists(
    st.sampled_from(["", "\u200b", "\ufeff.", "-", "Løpende", "29.6.18", "Q3", "\0", " "])
    | st.text(max_size=4)
)


@settings(max_examples=100, deadline=None)
@given(_WORDS.map(" ".join), st.lists(st.lists(_WORDS.map(" ".join), max_size=3), max_size=3))
def test_any_text_may_be_held_against_any_paper(text: str, runs: list[list[str]]) -> None:
    wording = paper(*runs)
    wording.holds(text)
    near = wording.nearest(text)
    assert near is None or near.place
