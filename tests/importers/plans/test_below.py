"""What a line below a focus area without a table says: taken where it is sure, else listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.importers.below import quoted_under, status_in
from vrplan.importers.drafting import Imported, Wishes, imported
from vrplan.importers.irregularities import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

    Papers = Callable[..., Paper]

TABLE = "| Tiltak | HP 2018 | Justert HP 2018 |\n| Kurs | Løpende | Q2 |\n"


def statuses(made: Imported) -> list[tuple[str | None, str, list[tuple[str, str, str]]]]:
    """Area, focus area, and each text of it with its column and its place."""
    return [
        (
            area.name,
            focus.name,
            [(column, one.text, one.place) for column, texts in focus.status for one in texts],
        )
        for area in made.draft.areas
        for focus in area.focus_areas
    ]


def told(made: Imported, kind: Kind) -> list[str]:
    return [one.text for one in made.irregularities if one.kind is kind]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Videreføres", "Videreføres"),
        ("Videreføres med eget styre.", "Videreføres med eget styre."),
        ("Status: Avsluttes 30.6.2018", "Avsluttes 30.6.2018"),
        ("Status – Q3", "Q3"),
        ("Oppgavene overføres til KHS fra 30.6.2018.", "Oppgavene overføres til KHS fra 30.6.2018."),
        ("Det foretas ingen endringer i 2. halvår 2018.", "Det foretas ingen endringer i 2. halvår 2018."),
        ("Løpende", "Løpende"),
        # not surely of the whole, or not surely a status
        ("Status: se vedlegg", None),
        ("Løpende arbeid med opplæring av alle ansatte i kommunene", None),
        ("Daglig leder bistår styret høsten 2018.", None),
        ("Prosjektet er viktig. Videreføres.", None),
        ("31.5.2018", None),
        ("KomUt driftes av Norsk Helsenett.", None),
        ("Videreføres ikke", None),
    ],
)
def test_words_that_surely_say_what_becomes_of_it(line: str, status: str | None) -> None:
    assert status_in(line) == status


def test_a_focus_area_that_is_named_takes_the_lines_below_it(paper_from: Papers) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
Innsatsområde: Helse
Fokusområde 1 – KHS
Videreføres
KHS er et samarbeid.
Fokusområde 2 – Folkehelse
Avsluttes 30.6.2018
{TABLE}"""),
        Wishes(),
    )
    assert statuses(made) == [
        ("Helse", "KHS", [("Justert HP 2018", "Videreføres", "line 4")]),
        ("Helse", "Folkehelse", []),
    ]
    assert told(made, Kind.STATUS_TAKEN) == ["Videreføres"]
    assert told(made, Kind.TEXT_NOT_USED) == ["KHS er et samarbeid.", "Avsluttes 30.6.2018"]


def test_a_heading_like_those_of_tables_is_a_focus_area_when_a_status_stands_below(
    paper_from: Papers,
) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
## Helse
### KHS
Status: Videreføres
### KomUt
KomUt er viktig.
### Folkehelse
{TABLE}
Videreføres
## Kultur
### Kunst
Videreføres"""),
        Wishes(),
    )
    assert statuses(made) == [
        ("Helse", "Folkehelse", []),
        ("Helse", "KHS", [("Justert HP 2018", "Videreføres", "line 4")]),
    ]
    # Of an area without any table nobody can tell what its headings are.
    assert told(made, Kind.TEXT_NOT_USED) == [
        *("KomUt", "KomUt er viktig.", "Videreføres", "Kultur", "Kunst", "Videreføres")
    ]


def test_without_a_column_of_statuses_the_line_is_only_listed(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
# Handlingsplan 2018
Innsatsområde: Helse
Fokusområde 1 – KHS
Videreføres
Fokusområde 2 – Folkehelse
| Tiltak | Frist |
| Kurs | Q2 |"""),
        Wishes(),
    )
    assert told(made, Kind.TEXT_NOT_USED) == ["Videreføres"]
    assert [texts for _, _, texts in statuses(made)] == [[], []]


def test_text_about_a_focus_area_that_is_called_otherwise_further_on(paper_from: Papers) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
Innsatsområde: Helse
Fokusområde 1 – Framtidig behov for arbeidskraft
Oppgavene avsluttes 30.6.2018.
Fokusområde 1 – Fremtidig behov for arbeidskraft
{TABLE}"""),
        Wishes(),
    )
    assert [name for _, name, _ in statuses(made)] == ["Fremtidig behov for arbeidskraft"]
    assert told(made, Kind.DISAGREES) == ["Oppgavene avsluttes 30.6.2018."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Justert HP 2018: «Videreføres ut 2018.»", ("Justert HP 2018", ["Videreføres ut 2018."])),
        ("HP 2018: “Løpende”", ("HP 2018", ["Løpende"])),
        ("HP 2018: «Løpende» «Q3» «Avsluttes»", ("HP 2018", ["Løpende", "Q3", "Avsluttes"])),
        ("HP 2018: “Løpende” “Q3”", ("HP 2018", ["Løpende", "Q3"])),
        ("HP 2017: «Løpende»", None),
        ("HP 2018: Løpende", None),
        ("HP 2018: «Løpende» og mer", None),
        ("HP 2018: «Løpende”", None),
    ],
)
def test_words_quoted_from_a_column(line: str, expected: tuple[str, list[str]] | None) -> None:
    assert quoted_under(line, ["HP 2018", "Justert HP 2018"]) == expected


def test_quoted_words_stand_in_the_column_that_they_are_quoted_from(paper_from: Papers) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
Innsatsområde: Helse
Fokusområde 1 – KHS
Ressurs: Ola
HP 2018: «Noe ingen leser»
Fokusområde 2 – Folkehelse
HP 2018: «Avsluttes 30.6.2018»
{TABLE}"""),
        Wishes(),
    )
    assert statuses(made) == [
        ("Helse", "KHS", [("HP 2018", "Noe ingen leser", "line 5")]),
        ("Helse", "Folkehelse", []),
    ]
    assert made.draft.areas[0].focus_areas[0].resource == "Ola"
    assert told(made, Kind.TEXT_NOT_USED) == ["HP 2018: «Avsluttes 30.6.2018»"]
