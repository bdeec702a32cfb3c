from __future__ import annotations

import pytest

from vrplan.findings import Code, Finding, Listed, Related, Severity, Spot, Told, Value
from vrplan.render.findings import message
from vrplan.render.language import Language, telling_in
from vrplan.render.values import told

SPOT = Spot("plan.yaml", ())
UNTIL = Told("until {day}", {"day": "30.6.2018"})
ENDS = Listed((Told("ends", context="kind"), UNTIL), " ")
WORDS = Told("“{text}” ({means})", {"text": "Avsluttes 30.6.18", "means": ENDS})


@pytest.mark.parametrize(
    ("value", "english", "bokmål", "nynorsk"),
    [
        ("nothing", "nothing", "nothing", "nothing"),  # what the user wrote
        (Told("nothing"), "nothing", "ingenting", "ingenting"),
        (Told("done", context="state"), "done", "utført", "utført"),
        (Told("no such words of ours"), *["no such words of ours"] * 3),
        (UNTIL, "until 30.6.2018", "til og med 30.6.2018", "til og med 30.6.2018"),
        (
            WORDS,
            "“Avsluttes 30.6.18” (ends until 30.6.2018)",
            "«Avsluttes 30.6.18» (avsluttes til og med 30.6.2018)",
            "«Avsluttes 30.6.18» (blir avslutta til og med 30.6.2018)",
        ),
        (Listed((Told("somebody"), "KHS")), "somebody, KHS", "noen, KHS", "nokon, KHS"),
        (Listed(()), "", "", ""),
    ],
)
def test_words_of_ours_are_told_in_the_language_and_the_users_stay(
    value: Value, english: str, bokmål: str, nynorsk: str
) -> None:
    languages: tuple[Language, ...] = ("en", "nb", "nn")
    shown = []
    for language in languages:
        with telling_in(language):
            shown.append(told(value))
    assert shown == [english, bokmål, nynorsk]
    assert str(value) == english


def test_what_a_file_holds_is_harmless_however_deep_it_stands() -> None:
    odd = "a\x1b[31m\n::error::{text}"
    value = Listed((Told("“{text}” ({means})", {"text": odd, "means": Told("nothing")}), odd))
    assert told(value) == "“a\\x1b[31m ::error::{text}” (nothing), a\\x1b[31m ::error::{text}"


def test_braces_of_a_message_are_told_once() -> None:
    assert told(Told("the bracket {{ is never closed, or a comma is missing")).startswith("the bracket { is")


def test_finding_with_words_of_ours_can_be_counted() -> None:
    """`record` counts what was found before and after; equal findings are equal, whatever is in them."""
    code = Code("VR999", "sample", Severity.ERROR, "{item}: {before}")
    first, second = (Finding(code, SPOT, {"item": "en", "before": WORDS}) for _ in range(2))
    assert first == second
    assert {WORDS, Told(WORDS.template, WORDS.values)} == {WORDS}
    assert first != Finding(code, SPOT, {"item": "en", "before": UNTIL})


def test_message_tells_every_part_of_a_finding() -> None:
    code = Code("VR999", "sample", Severity.ERROR, "this edit deletes {what}", "write {wanted}")
    column = Told("the column {column}", {"column": "HP 2018"})
    related = Related("“{own}” is said of {item}", SPOT, values={"own": Told("its own entry"), "item": "en"})
    finding = Finding(code, SPOT, {"what": column, "wanted": Told("a text")}, (related,))
    with telling_in("nb"):
        one = message(finding)
    assert one.sentence == "denne endringen sletter kolonnen HP 2018"
    assert one.help == "skriv en tekst"
    assert one.related == ("«sin egen oppføring» er sagt om en",)
