"""Papers of other shapes, made after those of municipalities, counties and projects: what becomes of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of import Clocks, as_of
from vrplan.drafts.texts import texts_of
from vrplan.folder import PlanFolder
from vrplan.importers.drafting import Imported, Wishes, imported
from vrplan.importers.irregularities import Kind
from vrplan.load import load
from vrplan.rules import errors_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper
    from vrplan.model.plan import Plan

    Papers = Callable[..., Paper]


def plan_of(made: Imported) -> Plan:
    """The plan as it is read from the files that are written; it has no errors."""
    files = {path: text.encode() for path, text in texts_of(made.draft).items()}
    decisions = {"decisions.yaml": files.pop("decisions.yaml")}
    loaded = load(PlanFolder(files, decisions, "decisions.yaml"))
    assert errors_of(loaded) == ()
    assert loaded.plan is not None
    return loaded.plan


def states(plan: Plan, day: date) -> dict[str, str]:
    return {one.item.name: one.state for one in as_of(plan, Clocks(day)).items}


def read(plan: Plan) -> list[tuple[object, ...]]:
    """Each activity: area, focus area, measure, name, resource, and how its texts are read, first what holds."""
    return [
        (
            item.area,
            item.focus_area,
            item.measure,
            item.name,
            item.resource,
            [(one.authority.key, one.text, str(one.reading.kind)) for one in item.statements],
        )
        for item in plan.items
        if item.level == "activity"
    ]


def test_follow_up_list_of_decisions(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        Lillevik kommune
        Oppfølging av vedtak 2019
        Kommunestyret 3.9.2019
        | Utvalg | Møtedato | Saksnr og tittel | Vedtak | Status | Merknad |
        | Kommunestyret | 12.3.2019 | PS 12/19 Skole | Saken sendes på høring. Rådmannen svarer. | Pågår | I mai |
        | Kommunestyret | 14.5.2019 | PS 31/19 Kulturplan | Kulturplanen vedtas. | Avsluttet 1.8.2019 | |
        | ^ | ^ | ^ | Planen evalueres. | Q4 | |
        """),
        Wishes(),
    )
    plan = plan_of(made)
    area = "Tiltak"
    assert read(plan) == [
        (
            area, None, "PS 12/19 Skole", "Saken sendes på høring. Rådmannen svarer.", None,
            [("Status", "Pågår", "ongoing")],
        ),
        (
            area, None, "PS 31/19 Kulturplan", "Kulturplanen vedtas.", None,
            [("Status", "Avsluttet 1.8.2019", "ends")],
        ),
        (area, None, "PS 31/19 Kulturplan", "Planen evalueres.", None, [("Status", "Q4", "due")]),
    ]  # fmt: skip
    assert [item.note for item in plan.items] == [
        "Utvalg: Kommunestyret; Møtedato: 12.3.2019; Merknad: I mai",
        "Utvalg: Kommunestyret; Møtedato: 14.5.2019",
        "Utvalg: Kommunestyret; Møtedato: 14.5.2019",
    ]
    assert (plan.organisation, plan.written.plan) == ("Lillevik kommune", "lillevik-kommune-2019")


def test_nynorsk_plan_with_measure_responsible_and_deadline(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan for samfunnstryggleik 2021–2024
        Vedteken av kommunestyret 17.6.2021, sak 45/21
        ## Beredskap
        | Tiltak | Ansvarleg | Frist |
        | Revidere beredskapsplanen | Rådmannen | Hausten 2021 |
        | Øve kriseleiinga | Beredskapskoordinator | Kvart år |
        ## Helse
        | Tiltak | Ansvarleg | Frist |
        | Kartleggje naudstraum | Teknisk sjef | Innan 1.7.2022 |
        """),
        Wishes(organisation="Lillevik kommune"),
    )
    plan = plan_of(made)
    assert read(plan) == [
        (
            "Beredskap", None, "Revidere beredskapsplanen", "Revidere beredskapsplanen", "Rådmannen",
            [("Frist", "Hausten 2021", "due")],
        ),
        (
            "Beredskap", None, "Øve kriseleiinga", "Øve kriseleiinga", "Beredskapskoordinator",
            [("Frist", "Kvart år", "recurring")],
        ),
        (
            "Helse", None, "Kartleggje naudstraum", "Kartleggje naudstraum", "Teknisk sjef",
            [("Frist", "Innan 1.7.2022", "due")],
        ),
    ]  # fmt: skip
    assert plan.columns["Frist"].adopted_by == "kommunestyret-2021-45"
    assert (plan.written.period.from_, plan.written.period.to) == (date(2021, 1, 1), date(2024, 12, 31))
    assert states(plan, date(2022, 1, 1)) == {
        "Revidere beredskapsplanen": "overdue",
        "Øve kriseleiinga": "ongoing",
        "Kartleggje naudstraum": "due",
    }
    assert made.irregularities == ()


def test_project_plan_of_a_merger(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        Fellesnemnda 14.2.2018
        Sak 7/18 Prosjektplan 2018
        Vedtak:
        | Delprosjekt | Oppgave | Ansvarlig | Frist | Status |
        | IKT | Felles domene | IKT-leder | 1.9.2018 | Pågår |
        | ^ | Flytte e-post | IKT-leder | 1.10.2018 | Gjennomført |
        | Arkiv | Avslutte arkivene | ^ | Q4 2018 | |
        """),
        Wishes(organisation="Nye Lillevik"),
    )
    plan = plan_of(made)
    # A report that it is done holds, one that it is under way does not put the deadline off.
    assert [(*row[2:5], row[5]) for row in read(plan)] == [
        (
            "IKT", "Felles domene", "IKT-leder",
            [("Frist", "1.9.2018", "due"), ("Status", "Pågår", "ongoing")],
        ),
        (
            "IKT", "Flytte e-post", "IKT-leder",
            [("Status", "Gjennomført", "done"), ("Frist", "1.10.2018", "due")],
        ),
        ("Arkiv", "Avslutte arkivene", "IKT-leder", [("Frist", "Q4 2018", "due")]),
    ]  # fmt: skip
    assert states(plan, date(2018, 9, 2)) == {
        "Felles domene": "overdue",
        "Flytte e-post": "done",
        "Avslutte arkivene": "not_started",
    }


def test_plan_without_areas_and_without_a_decision(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        Handlingsplan 2020
        | Tiltak | Aktiviteter | HP 2020 | Justert HP 2020 |
        | Kurs | Holde kurs | Løpende | Avsluttes 30.6.20 |
        """),
        Wishes(organisation="Laget"),
    )
    plan = plan_of(made)
    # Neither column rests on anything: the newer one stands first, so that it holds.
    assert read(plan) == [
        (
            "Tiltak", None, "Kurs", "Holde kurs", None,
            [("Justert HP 2020", "Avsluttes 30.6.20", "ends"), ("HP 2020", "Løpende", "ongoing")],
        )
    ]  # fmt: skip
    assert list(plan.columns) == ["HP 2020", "Justert HP 2020"]
    assert states(plan, date(2020, 7, 1)) == {"Holde kurs": "ended"}
    asked = [dict(one.said)["what"] for one in made.irregularities if one.kind is Kind.NOT_KNOWN]
    assert asked == ["standing", "body", "date", "case", "column"]
    text = texts_of(made.draft)["decisions.yaml"]
    assert "\ndecisions: []\n  # TODO: the paper does not say whether it was adopted." in text


def test_goals_above_measures_above_activities(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        # Handlingsplan 2022
        # Folkehelse
        | Delmål | Tiltak | Aktivitet | Tidsplan | Kommentar |
        | Flere i arbeid | Kurs | Holde kurs | Vår 2022 | Med NAV |
        | | | Lage bok / Selge bok | Høst 2022 | |
        | Færre ulykker | Lys | Sette opp lys | 2022 | |
        """),
        Wishes(organisation="Laget"),
    )
    assert [row[:4] for row in read(plan_of(made))] == [
        ("Folkehelse", "Flere i arbeid", "Kurs", "Holde kurs"),
        ("Folkehelse", "Flere i arbeid", "Kurs", "Lage bok"),
        ("Folkehelse", "Flere i arbeid", "Kurs", "Selge bok"),
        ("Folkehelse", "Færre ulykker", "Lys", "Sette opp lys"),
    ]
    assert [item.note for item in plan_of(made).items][:2] == ["Med NAV", None]


def test_revised_plan_of_a_council_that_is_wound_up(paper_from: Papers) -> None:
    made = imported(
        paper_from("""
        Regionrådet 9. mars 2026
        Sak 4/2026 Revidert handlingsplan 2026
        Forslag til vedtak:
        Innsatsområde: Kultur
        Fokusområde 1 – Fjordfestivalen
        Ressurs: Daglig leder
        Programmet avsluttes 31.12.2026.
        | HP 2025 | Tiltak | Aktiviteter | Revidert HP 2026 |
        | Løpende | Drift | Sette opp program for festivalen | Avsluttes 30..6.26 |
        | | Nett | Drive nettstedet | Overføres 31.6.2026 |
        """),
        Wishes(organisation="Fjordrådet", decisions={"HP 2025": "regionrådet-2024-9"}),
    )
    plan = plan_of(made)
    assert [row[3:] for row in read(plan)] == [
        (
            "Sette opp program for festivalen", "Daglig leder",
            [("HP 2025", "Løpende", "ongoing"), ("Revidert HP 2026", "Avsluttes 30..6.26", "ends")],
        ),
        ("Drive nettstedet", "Daglig leder", [("Revidert HP 2026", "Overføres 31.6.2026", "unknown")]),
    ]  # fmt: skip
    assert plan.columns["HP 2025"].model_dump(exclude_none=True) == {
        "adopted_by": "regionrådet-2024-9",
        "year": 2025,
    }
    assert plan.columns["Revidert HP 2026"].proposed_by == "regionrådet-2026-4"
    older = plan.decisions["regionrådet-2024-9"]
    assert (older.body, older.case, older.evidence) == ("regionrådet", "9/2024", "cited")
    assert [(one.kind, one.place, one.text) for one in made.irregularities] == [
        (Kind.DISAGREES, "line 7", "Programmet avsluttes 31.12.2026."),
        (Kind.IMPOSSIBLE_DATE, "table 1, line 10", "Overføres 31.6.2026"),
        (Kind.REPAIRED, "table 1, line 9", "Avsluttes 30..6.26"),
        (Kind.TEXT_NOT_USED, "line 7", "Programmet avsluttes 31.12.2026."),
    ]
