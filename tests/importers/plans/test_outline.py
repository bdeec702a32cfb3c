"""Which area and focus area a table stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.importers.drafting import Imported, Wishes, imported
from vrplan.importers.irregularities import Kind
from vrplan.importers.texts_read import activities_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

    Papers = Callable[..., Paper]

TABLE = "| Tiltak | Frist |\n| Kurs | Q2 |\n"


def tree(made: Imported) -> list[tuple[str | None, list[tuple[str, str | None, int]], int]]:
    """Areas with their focus areas: name, resource, and how many measures stand in it."""
    return [
        (
            area.name,
            [(one.name, one.resource, len(one.measures)) for one in area.focus_areas],
            len(area.measures),
        )
        for area in made.draft.areas
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Innsatsområde: Helse\nFokusområde 2 Folkehelse\n", [("Helse", [("Folkehelse", None, 1)], 0)]),
        ("Priority area: Helse\nFocus area 2: Folkehelse\n", [("Helse", [("Folkehelse", None, 1)], 0)]),
        (
            "Innsatsområde: Helse\nFokusområde 1: Folkehelse\nTabell 12: Folkehelsa\n",
            [("Helse", [("Folkehelse", None, 1)], 0)],
        ),
        ("Innsatsområde: Helse\n**Tabell 3. Folkehelse\n", [("Helse", [], 1)]),
        ("Innsatsområde 1 – Helse\nFokusområde 2: Folkehelse\n", [("Helse", [("Folkehelse", None, 1)], 0)]),
        ("# Satsingsområde: Helse\n## Folkehelse\n", [("Helse", [("Folkehelse", None, 1)], 0)]),
        ("Innsatsområde\nHelse\nFokusområde 1\nFolkehelse\n", [("Helse", [("Folkehelse", None, 1)], 0)]),
        ("# Tiltak 2018\n## Helse\n### Folkehelse\n", [("Helse", [("Folkehelse", None, 1)], 0)]),
        ("# Helse\n", [("Helse", [], 1)]),
        ("**1. Helse\n**1.1 Folkehelse\n", [("Helse", [("Folkehelse", None, 1)], 0)]),
        ("Innsatsområde: Helse\n", [("Helse", [], 1)]),
        ("Innsatsområde: Helse\nRessurs: Ola\n", [("Helse", [], 1)]),
        (
            "Innsatsområde: Helse\nFokusområde 1: Kurs\nRessurs: Ola\n",
            [("Helse", [("Kurs", "Ola", 1)], 0)],
        ),
        ("", [(None, [], 1)]),
    ],
)
def test_headings_and_labelled_lines_name_the_parts(
    paper_from: Papers, text: str, found: list[object]
) -> None:
    assert tree(imported(paper_from(f"# Handlingsplan 2018\n{text}{TABLE}"), Wishes())) == found


def test_list_of_focus_areas_and_the_headings_below_it_are_the_same(paper_from: Papers) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
Innsatsområde: Helse
| Fokusområde 1 | Kommunesamarbeidet i Dalen (KS) |
| Fokusområde 2 | Samfunn og folkehelse |
| Fokusområde 3 | Framtidig behov for arbeidskraft |

Kommunesamarbeidet
Uten tabell.
Samfunn og Folkehelse
{TABLE}
Fremtidig behov for arbeidskraft
{TABLE}"""),
        Wishes(),
    )
    assert tree(made) == [
        (
            "Helse",
            [
                ("Kommunesamarbeidet", None, 0),
                ("Samfunn og folkehelse", None, 1),
                ("Fremtidig behov for arbeidskraft", None, 1),
            ],
            0,
        )
    ]
    assert [(one.text, dict(one.said)) for one in made.irregularities if one.kind is Kind.TWO_NAMES] == [
        ("Kommunesamarbeidet", {"before": "Kommunesamarbeidet i Dalen (KS)"}),
        ("Fremtidig behov for arbeidskraft", {"before": "Framtidig behov for arbeidskraft"}),
    ]
    assert [one.text for one in made.irregularities if one.kind is Kind.TEXT_NOT_USED] == ["Uten tabell."]


def test_plain_line_above_a_table_is_taken_for_its_heading_and_told(paper_from: Papers) -> None:
    made = imported(
        paper_from(f"Handlingsplan 2018\nHer er planen vår.\nFolkehelse\nRessurs: Ola\n{TABLE}"), Wishes()
    )
    assert tree(made) == [("Folkehelse", [], 1)]
    assert [one.text for one in made.irregularities if one.kind is Kind.TAKEN] == ["Folkehelse"]
    assert [one.text for one in made.irregularities if one.kind is Kind.TEXT_NOT_USED] == [
        "Her er planen vår."
    ]


@pytest.mark.parametrize("line", ["Tabell 1 Oversikt", "Her er planen vår.", "og slik ble det", "Se under:"])
def test_captions_and_sentences_are_no_headings(paper_from: Papers, line: str) -> None:
    made = imported(paper_from(f"Handlingsplan 2018\n{line}\n{TABLE}"), Wishes())
    assert tree(made) == [(None, [], 1)]
    assert [one.text for one in made.irregularities if one.kind is Kind.TEXT_NOT_USED] == [line]


def test_line_of_who_does_it_is_used_or_told(paper_from: Papers) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
Innsatsområde: Helse
Fokusområde 1: Uten tabell
Ressurs: Ola
Fokusområde 2: Kurs
Ressurs: Kari
{TABLE}
Ressurs: Per
{TABLE}"""),
        Wishes(),
    )
    assert tree(made) == [("Helse", [("Uten tabell", "Ola", 0), ("Kurs", "Kari", 1)], 0)]
    assert [one.resource for one in activities_of(made.draft)] == [None, "Per"]
    assert [one.text for one in made.irregularities if one.kind is Kind.TEXT_NOT_USED] == []


def test_columns_of_a_table_may_name_area_and_focus_area(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        Handlingsplan 2018
        | Innsatsområde | Fokusområde | Tiltak | Frist |
        | Helse | Folkehelse | Kurs | Q1 |
        | ^ | BPA | Råd | Q2 |
        | Kultur | | Fest | Q3 |
        """),
        Wishes(),
    )
    assert tree(made) == [
        ("Helse", [("Folkehelse", None, 1), ("BPA", None, 1)], 0),
        ("Kultur", [], 1),
    ]


def test_headings_that_name_nothing_are_told(paper_from: Papers) -> None:
    made = imported(paper_from(f"# Handlingsplan 2018\n## Innledning\n## Helse\n{TABLE}"), Wishes())
    assert [one.text for one in made.irregularities if one.kind is Kind.TEXT_NOT_USED] == ["Innledning"]


def test_numbers_that_word_or_somebody_wrote_tell_what_stands_in_what(paper_from: Papers) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
1. Helse
1.1 Folkehelse
{TABLE}
1.2 Beredskap
{TABLE}
2) Kultur
{TABLE}"""),
        Wishes(),
    )
    assert tree(made) == [
        ("Helse", [("Folkehelse", None, 1), ("Beredskap", None, 1)], 0),
        ("Kultur", [], 1),
    ]


def test_a_part_that_has_only_a_number_is_called_by_it(paper_from: Papers) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
Innsatsområde 1
{TABLE}
Innsatsområde 2
{TABLE}
Innsatsområde 3"""),
        Wishes(),
    )
    assert [area for area, _, _ in tree(made)] == ["Innsatsområde 1", "Innsatsområde 2"]
    assert [one.text for one in made.irregularities if one.kind is Kind.TEXT_NOT_USED] == ["Innsatsområde 3"]


def test_a_line_with_a_day_is_no_heading(paper_from: Papers) -> None:
    made = imported(paper_from(f"# Handlingsplan 2018\nNemnda, møte 3. mai 2018\n{TABLE}"), Wishes())
    assert [area for area, _, _ in tree(made)] == [None]


def test_what_heads_a_table_and_is_used_nowhere_is_told(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
# Handlingsplan 2018
## Helse
| Tiltak | Frist |
## Kultur
Ressurs: Daglig leder
| Tiltak | Ansvar | Frist |
| Kurs | Kari | Q2 |"""),
        Wishes(),
    )
    found = [(one.place, one.text) for one in made.irregularities if one.kind is Kind.TEXT_NOT_USED]
    assert found == [("table 1", "Helse"), ("table 2", "Daglig leder")]
