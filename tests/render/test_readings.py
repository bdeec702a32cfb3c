"""Readings in each language: one sentence with its words in the order of that language."""

from __future__ import annotations

from datetime import date

import pytest

from vrplan.phrases import Kind, Modality, Reading, Recurrence
from vrplan.render.language import Language, telling_in
from vrplan.render.wording.readings import brief, reading

FIRST, LAST = date(2018, 8, 1), date(2018, 12, 31)
TO_KHS = Reading(Kind.TRANSFERS, start=FIRST, end=LAST, recipient="KHS")
HANDED_OVER = Reading(Kind.TRANSFERS, start=FIRST, recipient="KHS", done=True)


@pytest.mark.parametrize(
    ("one", "english", "bokmål", "nynorsk"),
    [
        (
            TO_KHS,
            "transfers, 1.8.2018–31.12.2018, to KHS",
            "overføres til KHS i tidsrommet 1.8.2018–31.12.2018",
            "blir overført til KHS i tidsrommet 1.8.2018–31.12.2018",
        ),
        (
            HANDED_OVER,
            "transfers, done, from 1.8.2018, to KHS",
            "er overført til KHS 1.8.2018",
            "er overført til KHS 1.8.2018",
        ),
        (
            Reading(Kind.TRANSFERS, recipient="KHS", modality=Modality.CONSIDERED),
            "transfers, to KHS, considered",
            "overføres til KHS (under vurdering)",
            "blir overført til KHS (under vurdering)",
        ),
        (
            Reading(Kind.ONGOING, recurrence=Recurrence.CONTINUOUS),
            "ongoing, continuous",
            "pågår løpende",
            "pågår løpande",
        ),
        (
            Reading(Kind.RECURRING, end=LAST, recurrence=Recurrence.QUARTERLY),
            "recurring, until 31.12.2018, quarterly",
            "gjentas hvert kvartal til og med 31.12.2018",
            "blir teke opp att kvart kvartal til og med 31.12.2018",
        ),
        (
            Reading(Kind.ENDS, end=LAST),
            "ends, until 31.12.2018",
            "avsluttes 31.12.2018",
            "blir avslutta 31.12.2018",
        ),
        (
            Reading(Kind.DUE, end=LAST),
            "due, until 31.12.2018",
            "skal utføres senest 31.12.2018",
            "skal utførast seinast 31.12.2018",
        ),
        (
            Reading(Kind.POSTPONED, start=FIRST, end=LAST),
            "postponed, 1.8.2018–31.12.2018",
            "utsatt til 1.8.2018–31.12.2018",
            "utsett til 1.8.2018–31.12.2018",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_reading_is_one_sentence(one: Reading, english: str, bokmål: str, nynorsk: str) -> None:
    languages: dict[Language, str] = {"en": english, "nb": bokmål, "nn": nynorsk}
    for language, told in languages.items():
        with telling_in(language):
            assert reading(one) == told


def test_brief_reading_tells_once_that_it_has_happened() -> None:
    assert brief(HANDED_OVER) == "transfers to KHS from 1.8.2018, has happened"
    with telling_in("nb"):
        assert brief(HANDED_OVER) == "er overført til KHS 1.8.2018"
