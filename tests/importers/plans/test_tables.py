"""Damaged tables: what is read all the same, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.importers.drafting import Imported, NoPlan, Wishes, imported
from vrplan.importers.irregularities import Kind
from vrplan.importers.texts_read import activities_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

    Papers = Callable[..., Paper]


def rows(made: Imported) -> list[tuple[str, str, dict[str, list[str]]]]:
    """Measure, activity and status texts, in the order of the plan."""
    return [
        (
            measure.name,
            activity.name,
            {name: [one.text for one in texts] for name, texts in activity.status},
        )
        for area in made.draft.areas
        for measures in (*(focus.measures for focus in area.focus_areas), area.measures)
        for measure in measures
        for activity in measure.activities
    ]


def told(made: Imported, kind: Kind) -> list[tuple[str, str]]:
    return [(one.place, one.text) for one in made.irregularities if one.kind is kind]


def test_heading_may_come_late_and_be_repeated(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Side 1 | | |
        | Tiltak | Aktiviteter | HP 2018 |
        | Kurs | Holde kurs | Løpende |
        | Tiltak | Aktiviteter | HP 2018 |
        | | | |
        | | Lage bok | Q3 |
        |---|---|---|
        """),
        Wishes(),
    )
    assert rows(made) == [
        ("Kurs", "Holde kurs", {"HP 2018": ["Løpende"]}),
        ("Kurs", "Lage bok", {"HP 2018": ["Q3"]}),
    ]
    assert told(made, Kind.ROW_SKIPPED) == [
        ("table 1, line 2", "Side 1 |  | "),
        ("table 1, line 5", "Tiltak | Aktiviteter | HP 2018"),
        ("table 1, line 8", "--- | --- | ---"),
    ]


def test_empty_heading_is_read_as_what_must_stand_there(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Tiltak | | Frist |
        | Kurs | Holde kurs | Q2 |
        """),
        Wishes(),
    )
    assert rows(made) == [("Kurs", "Holde kurs", {"Frist": ["Q2"]})]
    assert told(made, Kind.HEADING_GUESSED) == [("table 1, line 2", "")]


def test_unknown_column_is_kept_as_a_note(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Tiltak | Kostnad | Frist |
        | Kurs | 20 000 | Q2 |
        """),
        Wishes(),
    )
    assert [one.note for one in activities_of(made.draft)] == ["Kostnad: 20 000"]
    assert told(made, Kind.HEADING_UNKNOWN) == [("table 1, line 2", "Kostnad")]


def test_table_goes_on_behind_a_page_without_its_heading(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Tiltak | Aktiviteter | HP 2018 |
        | Kurs | Holde kurs | Løpende |

        Side 2

        | | Lage bok | Q3 |
        | Møter | Holde møter | Q4 |
        """),
        Wishes(),
    )
    assert [row[:2] for row in rows(made)] == [
        ("Kurs", "Holde kurs"),
        ("Kurs", "Lage bok"),
        ("Møter", "Holde møter"),
    ]
    assert told(made, Kind.CONTINUED) == [("table 2, line 7", "")]
    assert told(made, Kind.TEXT_NOT_USED) == [("line 5", "Side 2")]


def test_ragged_rows_are_read_from_the_left_and_told(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Tiltak | Aktiviteter | HP 2018 |
        | Kurs | Holde kurs |
        | Kurs | Lage bok | Q3 | Ekstra |
        | | | Q4 |
        """),
        Wishes(),
    )
    assert rows(made) == [("Kurs", "Holde kurs", {}), ("Kurs", "Lage bok", {"HP 2018": ["Q3"]})]
    assert told(made, Kind.RAGGED) == [("table 1, line 3", "Kurs | Holde kurs")]
    assert told(made, Kind.CELL_NOT_USED) == [("table 1, line 4", "Ekstra")]
    assert told(made, Kind.ROW_SKIPPED) == [("table 1, line 5", " |  | Q4")]


def test_cells_merged_down_say_what_stands_above(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Tiltak | Aktiviteter | Ansvar | HP 2018 |
        | Kurs | Holde kurs | Ola | Løpende |
        | ^ | Lage bok | ^ | ^ |
        | ^ | ^ | ^ | Avsluttes 30.6.18 |
        | | Selge bok | | |
        """),
        Wishes(),
    )
    assert rows(made) == [
        ("Kurs", "Holde kurs", {"HP 2018": ["Løpende"]}),
        ("Kurs", "Lage bok", {"HP 2018": ["Løpende", "Avsluttes 30.6.18"]}),
        ("Kurs", "Selge bok", {}),
    ]
    assert [one.resource for one in activities_of(made.draft)] == ["Ola", "Ola", None]


def test_cells_merged_across_are_headings_or_say_the_same_twice(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Tiltak | Aktiviteter | Status | < |
        | ^ | ^ | HP 2018 | Justert HP 2018 |
        | Innsatsområde: Helse | < | < | < |
        | Fokusområde 1 – Kurs | < | < | < |
        | Kurs | Holde kurs | Løpende | < |
        | Fest | < | Løpende | Utgår |
        """),
        Wishes(),
    )
    (area,) = made.draft.areas
    assert (area.name, [one.name for one in area.focus_areas]) == ("Helse", ["Kurs"])
    assert rows(made) == [
        ("Kurs", "Holde kurs", {"HP 2018": ["Løpende"], "Justert HP 2018": ["Løpende"]}),
        ("Fest", "Fest", {"HP 2018": ["Løpende"], "Justert HP 2018": ["Utgår"]}),
    ]
    assert told(made, Kind.ROW_SKIPPED) == []


def test_measure_in_a_row_of_its_own_heads_the_rows_below(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Tiltak | Aktiviteter | HP 2018 |
        | Kurs | | |
        | | Holde kurs | Løpende |
        | Fest | | |
        | Møter | Holde møter | Q4 |
        """),
        Wishes(),
    )
    assert [row[:2] for row in rows(made)] == [
        ("Kurs", "Holde kurs"),
        ("Fest", "Fest"),
        ("Møter", "Holde møter"),
    ]


def test_two_tables_that_became_one_have_each_their_columns(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Tiltak | Aktiviteter | HP 2018 |
        | Kurs | Holde kurs | Løpende |
        | Oppgave | Ansvar | Frist |
        | Rydde | Ola | Q3 |
        """),
        Wishes(),
    )
    assert rows(made) == [
        ("Kurs", "Holde kurs", {"HP 2018": ["Løpende"]}),
        ("Rydde", "Rydde", {"Frist": ["Q3"]}),
    ]
    assert [column.name for column in made.draft.columns] == ["HP 2018", "Frist"]


@pytest.mark.parametrize(
    ("row", "is_sum"),
    [
        ("| Sum | | 200 000 | |", True),
        ("| SUM TILTAK: | | 400 000 kr | |", True),
        ("| Totalt | Totalt | 1,5 mill. | |", True),
        ("| | I alt | 3 | |", True),
        ("| Delsum | | | |", True),
        ("| Total gjennomgang av arkivet | | | Q3 |", False),
        ("| Totalforsvaret | | 200 000 | |", False),
        ("| Sum | Summere opp | 200 000 | |", False),
    ],
)
def test_rows_that_sum_up_the_others_are_left_out(row: str, is_sum: bool, paper_from: Papers) -> None:
    made = imported(
        paper_from(f"""
# Handlingsplan 2018
| Tiltak | Aktivitet | Kostnad | Frist |
| Drift | Holde kurs | 200 000 | Q3 |
{row}"""),
        Wishes(),
    )
    assert len(rows(made)) == (1 if is_sum else 2)
    skipped = [dict(one.said)["why"] for one in made.irregularities if one.kind is Kind.ROW_SKIPPED]
    assert skipped == (["it sums up the others"] if is_sum else [])


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ([("Løpende", "Avsluttes 30.6.19"), ("Q3", "")], ["2018", "2019"]),
        ([("Løpende", "100 000"), ("Q3", "200 000")], ["2018"]),
        ([("x", ""), ("", "x")], []),
        ([("100 000", "2019"), ("300", "")], []),
    ],
)
def test_columns_headed_by_a_year_hold_statuses_money_or_crosses(
    cells: list[tuple[str, str]], columns: list[str], paper_from: Papers
) -> None:
    lines = "\n".join(f"| Kurs {at} | Ola | {one} | {two} |" for at, (one, two) in enumerate(cells))
    made = imported(
        paper_from(f"# Handlingsplan 2018-2019\n| Tiltak | Ansvar | 2018 | 2019 |\n{lines}"), Wishes()
    )
    assert [(one.name, one.is_of_the_paper) for one in made.draft.columns] == [
        (name, True) for name in columns
    ]
    unknown = [text for _, text in told(made, Kind.HEADING_UNKNOWN)]
    assert unknown == [year for year in ("2018", "2019") if year not in columns]


def test_of_the_years_of_one_plan_the_last_stands_first(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018-2019
        | Tiltak | 2018 | 2019 |
        | Kurs | Løpende | Overføres til KHS |
        """),
        Wishes(),
    )
    (activity,) = activities_of(made.draft)
    assert [column for column, _ in activity.status] == ["2019", "2018"]
    assert [(one.name, one.year) for one in made.draft.columns] == [("2018", None), ("2019", 2019)]


def test_tables_that_are_no_plan_are_told(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2018
        | Post | Beløp |
        | Husleie | 100 |

        | Tiltak | Frist |
        | Kurs | Q2 |
        """),
        Wishes(),
    )
    assert told(made, Kind.TABLE_NOT_USED) == [("table 1, line 2", "Post | Beløp; Husleie | 100")]


@pytest.mark.parametrize("text", ["Handlingsplan 2018", "| Navn | Adresse |\n| Ola | Lia |"])
def test_paper_without_a_plan_table_is_refused_in_one_line(paper_from: Papers, text: str) -> None:
    with pytest.raises(NoPlan) as refused:
        imported(paper_from(text, lost=("page 1 is a picture",)), Wishes())
    assert str(refused.value) == (
        "plan.docx holds no plan: no table in it has the headings of an action plan, such as Tiltak, "
        "Aktivitet, Ansvar, Frist or Status; page 1 is a picture"
    )


def test_plan_table_without_a_row_is_refused(paper_from: Papers) -> None:
    with pytest.raises(NoPlan, match="its table has the headings of one, and no activity below them"):
        imported(paper_from("# Handlingsplan 2018\n| Tiltak | Frist |\n| | |"), Wishes())


def test_ten_thousand_rows_are_read(paper_from: Papers) -> None:
    lines = [
        f"| Tiltak {number // 5} | Holde kurs {number} | Avsluttes 30.6.18 |" for number in range(10_000)
    ]
    made = imported(paper_from("\n".join(["| Tiltak | Aktiviteter | HP 2018 |", *lines])), Wishes())
    assert sum(1 for _ in activities_of(made.draft)) == 10_000


def test_how_things_stood_on_a_day_is_no_part_of_the_plan_and_told(paper_from: Papers) -> None:
    made = imported(
        paper_from(
            "| Tiltak | Aktiviteter | HP 2018 | Situasjon per 1.7.2018 |\n| Kurs | Ett | Q2 | over fristen |"
        ),
        Wishes(year=2018),
    )
    (activity,) = activities_of(made.draft)
    assert activity.note is None
    assert [name for name, _ in activity.status] == ["HP 2018"]
    assert told(made, Kind.COLUMN_NOT_USED) == [("table 1, line 1", "Situasjon per 1.7.2018")]


def test_ditto_marks_say_what_stands_above_and_dashes_say_nothing(paper_from: Papers) -> None:
    text = """
    # Handlingsplan 2026
    OMRÅDE: KULTUR
    | Tiltak | Aktivitet | Ansvar | Status |
    | Sang | Kor | Kari | Q1 |
    | | Korps | ” | Q2 |
    | | Dans | – | Q3 |
    """
    draft = imported(paper_from(text), Wishes()).draft
    assert [area.name for area in draft.areas] == ["KULTUR"]
    found = [(one.name, one.resource) for one in activities_of(draft)]
    assert found == [("Kor", "Kari"), ("Korps", "Kari"), ("Dans", None)]
