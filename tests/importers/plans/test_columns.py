"""What the columns of a table are, by their headings."""

from __future__ import annotations

import pytest

from vrplan.importers.columns import Role, is_later, layout_of, role_of, year_in
from vrplan.importers.paper import Cell, Row


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Tiltak", Role.MEASURE),
        ("**Tiltak**", Role.MEASURE),
        ("TILTAK:", Role.MEASURE),
        ("Delprosjekt", Role.MEASURE),
        ("Delmål", Role.GOAL),
        ("Oppdrag", Role.MEASURE),
        ("Fokusområde 2 – Kurs", None),
        ("Aktiviteter", Role.ACTIVITY),
        ("Aktivitetar", Role.ACTIVITY),
        ("Oppgåve", Role.ACTIVITY),
        ("Tiltak/aktivitet", Role.ACTIVITY),
        ("Mål og tiltak", Role.MEASURE),
        ("Ansvarleg", Role.RESOURCE),
        ("Ansvar / ressurs", Role.RESOURCE),
        ("Ansvarlig (enhet)", Role.RESOURCE),
        ("Ressursar", Role.RESOURCE),
        ("Frist for gjennomføring", Role.DEADLINE),
        ("Tidsfrist", Role.DEADLINE),
        ("Tidsplan", Role.DEADLINE),
        ("Status", Role.STATUS),
        ("Status pr. 1.5.2018", Role.STATUS),
        ("HP 2018", Role.STATUS),
        ("Justert HP 2018", Role.STATUS),
        ("Revidert handlingsplan juni 2018", Role.STATUS),
        ("Framdrift", Role.STATUS),
        ("Fremdrift", Role.STATUS),
        ("Oppfølging", Role.STATUS),
        ("Situasjon per 1.7.2018", Role.SITUATION),
        ("Situation on 1.7.2018", Role.SITUATION),
        ("Situasjon", None),
        ("Dagens situasjon", None),
        ("Measure", Role.MEASURE),
        ("Activities", Role.ACTIVITY),
        ("Resource", Role.RESOURCE),
        ("Merknad(er)", Role.NOTE),
        ("Kommentar", Role.NOTE),
        ("Innsatsområde", Role.AREA),
        ("Satsings-område", Role.AREA),
        ("Fokusområde", Role.FOCUS_AREA),
        ("Utvalg", Role.BODY),
        ("Møtedato", Role.DAY),
        ("Saksnr og tittel", Role.CASE),
        ("Vedtak", Role.DECISION),
        ("Nr.", Role.NUMBER),
        ("", None),
        ("Kostnad", None),
        ("Bidra i nasjonale prosesser", None),
        ("Tiltak som er nevnt i planen og som skal følges opp av alle kommuner", None),
    ],
)
def test_heading_says_what_stands_below_it(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    "headings",
    [
        ["Tiltak", "Aktiviteter", "HP 2018"],
        ["HP 2018", "Aktiviteter", "Tiltak"],
        ["Oppgåve", "Frist"],
        ["Tiltak", "Kostnad", "Ansvar"],
        ["Sak", "Status"],
        ["Delmål", "Tiltak"],
    ],
)
def test_table_with_items_and_what_becomes_of_them_is_a_plan(headings: list[str]) -> None:
    layout = layout_of(Row(tuple(map(Cell, headings)), "line 1"))
    assert layout is not None
    assert [column.name for column in layout] == headings


@pytest.mark.parametrize(
    "headings",
    [
        ["Tiltak"],
        ["Tiltak", "Kostnad", "2018", "2019"],
        ["Utvalg", "Møtedato", "Saksnr"],
        ["Ansvar", "Frist"],
        ["Navn", "Adresse"],
        ["", ""],
    ],
)
def test_other_tables_are_none(headings: list[str]) -> None:
    assert layout_of(Row(tuple(map(Cell, headings)), "line 1")) is None


def test_two_columns_of_one_name_stay_two() -> None:
    layout = layout_of(Row(tuple(map(Cell, ["Tiltak", "Status", "Status"])), "line 1"))
    assert layout is not None
    assert [column.name for column in layout] == ["Tiltak", "Status", "Status (2)"]


def test_heading_tells_its_year_and_whether_it_is_a_revision() -> None:
    assert (year_in("Justert HP 2018"), year_in("Status"), year_in("Status 31.12.2019")) == (2018, None, 2019)
    assert (is_later("Justert HP 2018"), is_later("HP 2018"), is_later("Ny status")) == (True, False, True)


def test_columns_before_the_situation_are_revisions_whatever_they_are_called() -> None:
    cells = ("Tiltak", "Aktiviteter", "Ressurs", "Delingsplan", "Vedtatt", "Situasjon per 1.7.2018")
    layout = layout_of(Row(tuple(map(Cell, cells)), "line 1"))
    assert layout is not None
    assert [column.role for column in layout] == [
        Role.MEASURE, Role.ACTIVITY, Role.RESOURCE, Role.STATUS, Role.STATUS, Role.SITUATION,
    ]  # fmt: skip
    others = layout_of(Row(tuple(map(Cell, ("Tiltak", "Status", "Situasjon per 1.7.2018"))), "line 1"))
    assert others is not None
    assert [column.role for column in others] == [Role.MEASURE, Role.STATUS, Role.SITUATION]


LEFT, ABOVE = Cell("", continues_left=True), Cell("", continues_above=True)


@pytest.mark.parametrize(
    ("beside", "below", "names"),
    [
        (
            ABOVE,
            ("Vedteken 2026", "Framlegg mars 2026"),
            ["Kva", "Kven", "Vedteken 2026", "Framlegg mars 2026"],
        ),
        (Cell(""), ("I fjor", "No"), ["Kva", "Kven", "I fjor", "No"]),
        # a row of the plan, and one cell alone, part no heading
        (Cell("Kurs"), ("I fjor", "No"), ["Kva", "Kven", "Status", ""]),
        (ABOVE, ("I fjor", ""), ["Kva", "Kven", "Status", ""]),
    ],
)
def test_row_below_a_wide_heading_parts_it_by_its_shape(
    beside: Cell, below: tuple[str, str], names: list[str]
) -> None:
    first = Row((Cell("Kva"), Cell("Kven"), Cell("Status"), LEFT), "row 1")
    second = Row((beside, ABOVE, *map(Cell, below)), "row 2")
    layout = layout_of(first, second)
    assert layout is not None
    assert [column.name for column in layout] == names
    if names[3]:
        assert [column.role for column in layout[2:]] == [Role.STATUS, Role.STATUS]
