"""What the first lines of a paper say of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.drafts.texts import texts_of
from vrplan.importers.drafting import NoPlan, Wishes, imported
from vrplan.importers.head import years_in
from vrplan.importers.irregularities import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

    Papers = Callable[..., Paper]

TABLE = "\n| Tiltak | Frist |\n| Kurs | Q2 |\n"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "Rådmannsgruppens møte 31. mai 2018\nSak 15/2018 Revidert handlingsplan 2018\nForslag til vedtak:",
            ("Revidert handlingsplan 2018", "Rådmannsgruppen", date(2018, 5, 31), "15/2018", "proposed"),
        ),
        (
            "# Handlingsplan 2021\nVedtatt av kommunestyret 17.6.2021, sak 45/21",
            ("Handlingsplan 2021", "Kommunestyret", date(2021, 6, 17), "45/21", "adopted"),
        ),
        (
            "# Handlingsplan 2021\nVedteken av fylkestinget 17. juni 2021",
            ("Handlingsplan 2021", "Fylkestinget", date(2021, 6, 17), None, "adopted"),
        ),
        (
            "Utvalg: Styret\nMøtedato: 12.03.2020\nSaksnr: 12/20\nTittel: Tiltaksplan 2020\nInnstilling:",
            ("Tiltaksplan 2020", "Styret", date(2020, 3, 12), "12/20", "proposed"),
        ),
        (
            "Fellesnemnda 14.2.2018\nSak 7/18 Prosjektplan 2018\nRådmannens innstilling:\nA.\nVedtak:\nB.",
            ("Prosjektplan 2018", "Fellesnemnda", date(2018, 2, 14), "7/18", "adopted"),
        ),
        (
            "| Utvalg | Møtedato | Saksnr |\n| Kommunestyret | 12.3.2020 | 12/20 |\n\nHandlingsplan 2020\nTilråding:",
            ("Handlingsplan 2020", "Kommunestyret", date(2020, 3, 12), "12/20", "proposed"),
        ),
        # a full stop costs nothing
        (
            "# Handlingsplan 2025\nVedtatt av styret 5.12.2024, sak 9/2024.",
            ("Handlingsplan 2025", "Styret", date(2024, 12, 5), "9/2024", "adopted"),
        ),
        # sentences that tell who adopted the plan
        (
            "# Handlingsplan 2026\nFjord regionråd vedtok planen i regionrådsmøte 3. november 2025 (sak 41/25).",
            ("Handlingsplan 2026", "Regionrådet", date(2025, 11, 3), "41/25", "adopted"),
        ),
        (
            "# Handlingsplan 2026\nStyret vedtok handlingsplanen.",
            ("Handlingsplan 2026", "Styret", None, None, "adopted"),
        ),
        (
            "# Handlingsplan 2026\nRegionrådets vedtak: Handlingsplanen godkjennes.",
            ("Handlingsplan 2026", "Regionrådet", None, None, "adopted"),
        ),
        (
            "# Handlingsplan 2026\nIndre Fjord samarbeidsråd, styremøte 20.1.2026",
            ("Handlingsplan 2026", "Styret", date(2026, 1, 20), None, None),
        ),
        # a sentence about another plan, or another day than that of the paper, adopts nothing
        (
            "# Revidert handlingsplan 2026\nStyret vedtok handlingsplanen 3.11.2025.",
            ("Revidert handlingsplan 2026", None, None, None, None),
        ),
        (
            "# Handlingsplan 2026\nStyret vedtok handlingsplan 2025 i fjor.",
            ("Handlingsplan 2026", None, None, None, None),
        ),
        (
            "# Handlingsplan 2026\nStyret 20.1.2026\nStyret vedtok handlingsplanen 3.11.2025.",
            ("Handlingsplan 2026", "Styret", date(2026, 1, 20), None, None),
        ),
        (
            "# Handlingsplan 2026\nStyret vedtok planen.\nForslag til vedtak:",
            ("Handlingsplan 2026", None, None, None, "proposed"),
        ),
        (
            "# Handlingsplan 2026\nVedtatt av styret 5.12.2024 ble planen fort glemt.",
            ("Handlingsplan 2026", None, None, None, None),
        ),
        # a decision that the text only mentions is not that of the paper
        (
            "Handlingsplan 2018\nVedtatt handlingsplan for 2018 ble behandlet i styret 7.12.2017, sak 35.",
            ("Handlingsplan 2018", None, None, None, None),
        ),
    ],
)
def test_head_tells_who_when_and_in_which_case(
    paper_from: Papers, text: str, known: tuple[object, ...]
) -> None:
    paper = imported(paper_from(text + TABLE), Wishes()).draft.paper
    assert (paper.title, paper.body, paper.date, paper.case, paper.standing) == known


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Rådmannsgruppens møte 31. mai 2018", True),
        ("Styremøte 31. mai 2018", True),
        ("Utvalg: Styret", True),
        ("Regionrådet for Fjordbyen", False),
        ("Utvalg: Styret i Fjordrådet", False),
        ("Styret 31.5.2018, møteleder Ola", False),
        ("| Utvalg | Møtedato | Saksbehandler |\n| Styret | 31.5.2018 | Kari |", False),
    ],
)
def test_what_a_line_says_beside_is_listed(line: str, is_told: bool, paper_from: Papers) -> None:
    made = imported(paper_from(f"{line}\n\n# Handlingsplan 2018\n{TABLE}"), Wishes())
    unused = [one.kind for one in made.irregularities if one.weight == "unused"]
    assert unused == ([] if is_told else [Kind.TABLE_NOT_USED if "|" in line else Kind.TEXT_NOT_USED])


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Lillevik kommune\nHandlingsplan 2018", "Lillevik kommune"),
        ("LILLEVIK KIRKELIGE FELLESRÅD\nHandlingsplan 2018", "LILLEVIK KIRKELIGE FELLESRÅD"),
        ("Handlingsplan 2018\nTil Fjordrådets styre.\nFjordrådets styre møtes ofte.", "Fjordrådet"),
        ("Handlingsplan 2018\nTil Fjordrådets styre.", None),
        ("Handlingsplan 2018 for Fjordrådet", "Fjordrådet"),
        ("Handlingsplan 2018 for Indre Fjord samarbeidsråd", "Indre Fjord samarbeidsråd"),
        ("Organ: Styret i Fjordrådet IKS\nHandlingsplan 2018", "Fjordrådet IKS"),
        ("Sak 7/18 Handlingsplan 2018 og avvikling av Fjordrådet IKS", "Fjordrådet IKS"),
        ("Handlingsplan 2018\nFjord regionråd vedtok planen i dag.", "Fjord regionråd"),
        ("Fjordalliansen\nHandlingsplan 2018", "Fjordalliansen"),
        ("Regionrådet\nHandlingsplan 2018", None),
        ("Handlingsplan 2018 for Kultur", None),
    ],
)
def test_organisation_is_the_one_whose_paper_it_is(
    paper_from: Papers, text: str, organisation: str | None
) -> None:
    made = imported(paper_from(text + TABLE), Wishes())
    assert made.draft.organisation == organisation
    kinds = {one.kind for one in made.irregularities if dict(one.said).get("what") == "organisation"}
    assert kinds == {Kind.TAKEN if organisation else Kind.NOT_KNOWN}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Handlingsplan 2018", (2018, 2018)),
        ("Handlingsplan 2021–2024", (2021, 2024)),
        ("Handlingsplan 2018/19", (2018, 2019)),
        ("Plan for 2018 og 2019", None),
        ("Sak 15/2018", None),
        ("Plan av 1.2.2018", None),
    ],
)
def test_title_names_the_years(text: str, years: tuple[int, int] | None) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("line", "first_without"),
    [
        ("Fjordrådet IKS opphører 31.12.2018.", date(2019, 1, 1)),
        ("2. Fjordrådet avvikles fra 1. januar 2019.", date(2019, 1, 1)),
        ("Fjordrådet IKS blir avviklet fra 15.6.2018.", date(2018, 6, 15)),
        ("Det er vedtatt. Samarbeidet legges ned 1.1.2019.", date(2019, 1, 1)),
        ("Fjordrådet oppløses 30. juni 2018.", date(2018, 7, 1)),
        # something of it, something else, or no day
        ("Fjordrådets kor avvikles 30.6.2018.", None),
        ("Samarbeidet om legevakt opphører 30.6.2018.", None),
        ("Kurs avvikles 30.6.2018.", None),
        ("Fjordrådet oppløses.", None),
    ],
)
def test_end_of_the_organisation_is_proposed(
    paper_from: Papers, line: str, first_without: date | None
) -> None:
    text = f"Handlingsplan 2018 for Fjordrådet IKS\nStyret 14.6.2018\nForslag til vedtak:\n{line}\n{TABLE}"
    made = imported(paper_from(text), Wishes())
    assert made.draft.ceases == first_without
    told = [one.text for one in made.irregularities if one.kind is Kind.CEASES and one.weight == "settle"]
    assert told == ([line] if first_without else [])
    written = texts_of(made.draft)["actionplan_2018.yaml"]
    assert "\n# TODO is this the organisation?\n" in written
    facts = f"{{date: {first_without}, decision: styret-2018-06-14}}\n" if first_without else "the first day"
    assert f"\n# TODO ceases: {facts}" in written


@pytest.mark.parametrize(
    ("title", "year", "told"),
    [
        ("Handlingsplan 2026", 2019, "2026"),
        ("Handlingsplan 2021-2024", 2019, "2021–2024"),
        ("Handlingsplan 2021-2024", 2024, None),
        ("Handlingsplan 2026", 2026, None),
        ("Tiltaksplan", 2019, None),
    ],
)
def test_year_that_the_title_gainsays_is_told(
    paper_from: Papers, title: str, year: int, told: str | None
) -> None:
    made = imported(paper_from(title + TABLE), Wishes(year))
    said = [dict(one.said) for one in made.irregularities if one.kind is Kind.OTHER_YEAR]
    assert said == ([{"paper": told, "wished": str(year)}] if told else [])


def test_year_is_that_of_the_title_the_columns_the_day_or_the_one_wished(paper_from: Papers) -> None:
    def years(text: str, year: int | None = None) -> tuple[int, int]:
        draft = imported(paper_from(text), Wishes(year)).draft
        return draft.first_year, draft.last_year

    columns = "Tiltaksplan\n| Tiltak | HP 2018 | Justert HP 2019 |\n| Kurs | Q2 | Q3 |\n"
    assert years("Handlingsplan 2021-2024" + TABLE) == (2021, 2024)
    assert years(columns) == (2019, 2019)
    assert years("Styret 3.2.2020" + TABLE) == (2020, 2020)
    assert years("Handlingsplan 2021-2024" + TABLE, 2022) == (2022, 2022)
    with pytest.raises(NoPlan, match="name it with --year"):
        years("Tiltaksplan" + TABLE)
