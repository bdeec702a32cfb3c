"""What the text of a paper says otherwise than its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.importers.drafting import Wishes, imported
from vrplan.importers.irregularities import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

    Papers = Callable[..., Paper]

TABLE = """
| Tiltak | Aktiviteter | HP 2018 |
| Transport | Lede nettverket for grønn mobilitet | Avsluttes 30.6.18 |
| Skole | Bidra i fagskolens undervisning | Videreføres ut 2018 |
"""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        # the words of one activity, another date or another end
        ("Nettverket for grønn mobilitet avsluttes 31.8.2018.", ["Lede nettverket for grønn mobilitet"]),
        ("Nettverket for grønn mobilitet videreføres.", ["Lede nettverket for grønn mobilitet"]),
        # the whole focus area, and what is left of it
        (
            "Alle tiltak avsluttes 31.8.2018.",
            ["Lede nettverket for grønn mobilitet", "Bidra i fagskolens undervisning"],
        ),
        (
            "Undervisning i fagskolen videreføres ut 2018. Øvrige tiltak avsluttes 31.8.2018.",
            ["Lede nettverket for grønn mobilitet"],
        ),
        # the same, or nothing that can be compared
        ("Nettverket for grønn mobilitet avsluttes 30.6.2018.", []),
        ("Nettverket for grønn mobilitet har vært viktig.", []),
        ("Kontraktperioden går formelt ut i 2018.", []),
        ("Det gjøres ingen endringer.", []),
    ],
)
def test_text_that_disagrees_is_told_with_the_rows_it_concerns(
    paper_from: Papers, line: str, told: list[str]
) -> None:
    text = f"# Handlingsplan 2018\nInnsatsområde: Klima\nFokusområde 1: Nett og skole\n{line}\n{TABLE}"
    found = imported(paper_from(text), Wishes()).irregularities
    tables = " ".join(str(dict(one.said)["table"]) for one in found if one.kind is Kind.DISAGREES)
    names = ["Lede nettverket for grønn mobilitet", "Bidra i fagskolens undervisning"]
    assert [name for name in names if name in tables] == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        # a name of one word, its definite form, a longer name by its long first word, a measure, all of it
        ("Teater avsluttes 30.4.2018.", ["Teater"]),
        ("Avvik: Etablererfondet avsluttes likevel 30.4.2018.", ["Etablererfond"]),
        ("1) Turnéordningen avsluttes 30.4.2018.", ["Turnéordning for barn"]),
        ("Merk: ROS-analysen avsluttes 30.4.2018.", ["ROS-analyse"]),
        ("Scene avsluttes 30.4.2018.", ["Teater", "Turnéordning for barn"]),
        (
            "Alle aktiviteter avsluttes 30.4.2018.",
            ["Teater", "Turnéordning for barn", "Etablererfond", "ROS-analyse"],
        ),
        # the same, something else, or only a mention
        ("Teater avsluttes 31.3.2018.", []),
        ("Teaterprisen avsluttes 30.4.2018.", []),
        ("Leirskole avsluttes 30.4.2018.", []),
        ("Turnéordning avsluttes 30.4.2018.", []),
        ("Samarbeid om teater avsluttes 30.4.2018.", []),
    ],
)
def test_sentence_that_begins_with_a_name_is_held_against_its_row(
    paper_from: Papers, line: str, told: list[str]
) -> None:
    text = f"""
# Handlingsplan 2018
| Tiltak | Aktivitet | HP 2018 |
| Scene | Teater | Avsluttes 31.3.18 |
| | Turnéordning for barn | Avsluttes juni-18 |
| Næring | Etablererfond | Avsluttes 31.3.18 |
| | ROS-analyse | Q1 |

{line}"""
    found = imported(paper_from(text), Wishes()).irregularities
    tables = " ".join(str(dict(one.said)["table"]) for one in found if one.kind is Kind.DISAGREES)
    names = ["Teater", "Turnéordning for barn", "Etablererfond", "ROS-analyse"]
    assert [name for name in names if name in tables] == told


def test_short_title_in_a_summary_says_what_the_lines_below_speak_of(paper_from: Papers) -> None:
    text = f"""
# Handlingsplan 2018
Oppsummering
Klima: Nettverk og undervisninger
Oppgavene overføres til kommunen fra 1.9.2018.
Noe annet:
Oppgavene overføres til kommunen fra 1.10.2018.
Innsatsområde: Klima
Fokusområde 1: Nettverk og undervisning
{TABLE}"""
    found = imported(paper_from(text), Wishes()).irregularities
    assert [one.text for one in found if one.kind is Kind.DISAGREES] == [
        "Oppgavene overføres til kommunen fra 1.9.2018."
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Planen ble behandlet i styret 7.12.2018, sak 35.", [(Kind.LATER_THAN_PAPER, "7.12.2018")]),
        ("Planen ble behandlet i styret 31.5.2018.", []),
        ("Planen behandles i styret 14.6.2018.", []),
        ("Planen skal opp 31.6.2018.", [(Kind.IMPOSSIBLE_DATE, "31.6.2018")]),
        ("Planen ble endret 30. februar 2018.", [(Kind.IMPOSSIBLE_DATE, "30. februar 2018")]),
    ],
)
def test_days_that_cannot_be_are_told(paper_from: Papers, line: str, told: list[tuple[Kind, str]]) -> None:
    text = f"Styret 31.5.2018\n# Handlingsplan 2018\n{line}\n{TABLE}"
    kinds = {Kind.LATER_THAN_PAPER, Kind.IMPOSSIBLE_DATE}
    found = imported(paper_from(text), Wishes()).irregularities
    assert [(one.kind, dict(one.said)["words"]) for one in found if one.kind in kinds] == told
