from __future__ import annotations

import pytest

from vrplan.render.alphabet import alphabetical
from vrplan.render.language import (
    N_,
    NN_,
    NNP_,
    NP_,
    _,
    language,
    ngettext,
    npgettext,
    pgettext,
    telling_in,
)


def test_english_is_told_where_nothing_else_is_asked_for() -> None:
    assert language() == "en"
    assert _("nothing changed") == "nothing changed"


def test_language_is_that_of_the_block() -> None:
    with telling_in("nb"):
        assert _("nothing changed") == "ingenting endret"
        with telling_in("nn"):
            assert _("nothing changed") == "ingenting endra"
        assert _("nothing changed") == "ingenting endret"
    assert _("nothing changed") == "nothing changed"


def test_language_ends_with_the_block_whatever_happens() -> None:
    with pytest.raises(ZeroDivisionError), telling_in("nn"):
        raise ZeroDivisionError
    assert language() == "en"


@pytest.mark.parametrize(
    ("number", "told"), [(0, "{number} dager igjen"), (1, "{number} dag igjen"), (2, "{number} dager igjen")]
)
def test_number_decides_the_form(number: int, told: str) -> None:
    with telling_in("nb"):
        assert ngettext("{number} day left", "{number} days left", number) == told


def test_context_says_what_is_meant() -> None:
    with telling_in("nb"):
        assert pgettext("state", "due") == "skal utføres"
        assert pgettext("calendar", "Meeting") == "Møte"
        orphaned = ("{number} orphaned", "{number} orphaned", 2)
        assert npgettext("states", *orphaned) == "{number} uten arvtaker"
        assert ngettext(*orphaned) == "{number} står uten arvtaker"


@pytest.mark.parametrize("told_in", ["nb", "nn"])
def test_what_has_no_translation_is_told_in_english(told_in: str) -> None:
    with telling_in("nb" if told_in == "nb" else "nn"):
        assert _("no such message") == "no such message"
        assert ngettext("one {number}", "more {number}", 2) == "more {number}"
        assert pgettext("nowhere", "due") == "due"


@pytest.mark.parametrize("told_in", ["en", "nb"])
def test_nothing_stays_nothing(told_in: str) -> None:
    with telling_in("nb" if told_in == "nb" else "en"):
        assert _("") == ""


def test_what_is_marked_stays_as_it_is() -> None:
    assert (N_("one"), NP_("number", "one"), NN_("one", "more")) == ("one", "one", ("one", "more"))
    assert NNP_("number", "one", "more") == ("one", "more")


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (["Ås", "Øvre Eiker", "Ærfugl", "Zoo", "Asker"], ["Asker", "Zoo", "Ærfugl", "Øvre Eiker", "Ås"]),
        (["bærum", "Asker", "BPA", "Bærum"], ["Asker", "BPA", "Bærum", "bærum"]),
        (["Ørland", "Öland", "Åland", "Äland"], ["Äland", "Öland", "Ørland", "Åland"]),
        (["Idé", "Idar", "Idun"], ["Idar", "Idé", "Idun"]),
        (["A\u030as", "Aas", "Øy"], ["Aas", "Øy", "A\u030as"]),  # å in two signs
        (["plan 10", "Plan 9"], ["plan 10", "Plan 9"]),
    ],
)
def test_names_stand_in_the_order_of_the_norwegian_alphabet(names: list[str], ordered: list[str]) -> None:
    assert sorted(names, key=alphabetical) == ordered
