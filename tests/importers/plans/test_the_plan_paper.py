"""The shipped plan as the paper that it was typed from, damage and all: importing it gives the same plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vrplan.drafts.texts import texts_of
from vrplan.folder import PlanFolder, read_folder
from vrplan.importers.drafting import Imported, Wishes, imported
from vrplan.importers.irregularities import Kind
from vrplan.load import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.importers.paper import Paper
    from vrplan.model.plan import Plan
    from vrplan.model.written import Area, FocusArea

COLUMNS = ("HP 2018", "Justert HP 2018")
HEAD = """\
Rådmannsgruppens møte 31. mai 2018
Sak 15/2018 Revidert handlingsplan 2018
Forslag til vedtak:
Rådmannsgruppen slutter seg til forslaget.
Vedtatt handlingsplan ble behandlet i Vestregionens styringsgruppe 7.12.2018, sak 35.
Vestregionens styringsgruppe vil fremme forslag til generalforsamlingen 14.6.2018.
Oppsummering endringer
Regional utvikling: *Areal, transport og knutepunktsutvikling*
Forskningsprosjektet ShareOn videreføres ut prosjektperioden (31.12.2019).
Øvrige tiltak og aktiviteter avsluttes 30.6.2018.
Brukerstyrt personlig assistanse
Oppgavene overføres til Kommunehelsesamarbeidet fra 30.6.2018, med bistand fra daglig leder i Vestregionen."""
JOINED = ("bpa-utviklingsarbeid", "lager-flytting", "arkiv-flytting")
"""The activities that stand in the cell of the one before them, without the line break."""


TWO_IN_ONE = (
    "Tilrettelegge for møter i nettverket der alle kommuner deltar Bistå og fasilitere utviklingsarbeid "
    "fastsatt av nettverket"
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    loaded = load(read_folder(Path(__file__).parents[3] / "data"))
    assert loaded.plan is not None
    return loaded.plan


@pytest.fixture
def made(plan: Plan, paper_from: Callable[..., Paper]) -> Imported:
    lines = [HEAD]
    for area in plan.written.areas:
        lines += _area_lines(plan, area)
    return imported(paper_from("\n".join(lines), "sak-15-2018.txt"), Wishes())


def _area_lines(plan: Plan, area: Area) -> Iterator[str]:
    """An area as the paper has it: the list of its focus areas, half of them as a broken table, then each table."""
    yield f"Innsatsområde: {area.name}"
    names = [one.name for one in area.focus_areas]
    if area.id == "helse":
        yield "- | | |"
        yield from (f"| Fokusområde {at} | {name} |" for at, name in enumerate(names, 1))
        yield ""
    else:
        yield from (f"Fokusområde {at} – {name}" for at, name in enumerate(names, 1))
    for focus in area.focus_areas:
        yield focus.name
        if focus.measures and focus.resource:
            yield f"Ressurs: {focus.resource}"
        yield from _table(plan, focus)
    yield from _table(plan, area)


def _table(plan: Plan, part: Area | FocusArea) -> Iterator[str]:
    """A table with empty measure cells, joined activities, a blank row and a row of dashes at its end."""
    if not part.measures:
        return
    yield f"| Tiltak | Aktiviteter | {' | '.join(COLUMNS)} |"
    for measure in part.measures:
        written: list[tuple[str, list[str]]] = []
        for activity in measure.activities:
            texts = [_text(plan, activity.id, column) for column in COLUMNS]
            if activity.id in JOINED:
                name, before = written.pop()
                both = [
                    one if one == other else f"{one} {other}"
                    for one, other in zip(before, texts, strict=True)
                ]
                written.append((f"{name} {activity.name}", both))
            else:
                written.append((activity.name, texts))
        for at, (name, texts) in enumerate(written):
            yield f"| {'' if at else measure.name} | {name} | {' | '.join(texts)} |"
        yield "| | | | |"
    yield "| --- | --- | --------- | --- |"
    yield ""


def _text(plan: Plan, item: str, column: str) -> str:
    own = [
        one for one in plan.by_id[item].statements if one.reach == "own" and one.authority.column == column
    ]
    return own[0].text or "" if own else ""


def _rows(plan: Plan) -> list[tuple[object, ...]]:
    """Each activity with where it stands, who does it, and how the words of each column are read."""
    return [
        (
            *(item.area, item.focus_area, item.measure, item.name, item.resource),
            {
                one.authority.column: (one.text, one.reading.kind, one.reading.end, one.reading.recipient)
                for one in item.statements
                if one.reach == "own" and one.authority.column
            },
        )
        for item in plan.items
        if item.level == "activity"
    ]


def _written(made: Imported) -> Plan:
    files = {path: text.encode() for path, text in texts_of(made.draft).items()}
    decisions = {"decisions.yaml": files.pop("decisions.yaml")}
    loaded = load(PlanFolder(files, decisions, "decisions.yaml"))
    assert loaded.plan is not None
    return loaded.plan


def test_same_28_activities_columns_resources_and_readings(plan: Plan, made: Imported) -> None:
    rows = _rows(_written(made))
    assert len(rows) == 28
    assert rows == _rows(plan)


def test_same_focus_areas_those_without_a_table_too(plan: Plan, made: Imported) -> None:
    def named(one: Plan) -> list[tuple[str, list[str]]]:
        return [(area.name, [focus.name for focus in area.focus_areas]) for area in one.written.areas]

    assert named(_written(made)) == named(plan)


def test_paper_is_a_proposal_and_the_older_column_waits_for_its_decision(made: Imported) -> None:
    paper = made.draft.paper
    assert (paper.body, str(paper.date), paper.case, paper.standing) == (
        "Rådmannsgruppen",
        "2018-05-31",
        "15/2018",
        "proposed",
    )
    text = texts_of(made.draft)["actionplan_2018.yaml"]
    assert "\n  HP 2018: {}  # TODO adopted_by: " in text
    assert "\n  Justert HP 2018: {proposed_by: rådmannsgruppen-2018-15}  # TODO adopted_by: " in text
    assert made.draft.organisation == "Vestregionen"


def test_what_is_irregular_is_told(made: Imported) -> None:
    told = [
        (one.kind, one.text)
        for one in made.irregularities
        if one.weight != "unused" and one.kind != Kind.TAKEN
    ]
    assert told == [
        (Kind.NOT_KNOWN, "HP 2018"),
        (Kind.DISAGREES, "Øvrige tiltak og aktiviteter avsluttes 30.6.2018."),
        (
            Kind.DISAGREES,
            HEAD.splitlines()[-1],
        ),
        (
            Kind.LATER_THAN_PAPER,
            "Vedtatt handlingsplan ble behandlet i Vestregionens styringsgruppe 7.12.2018, sak 35.",
        ),
        (Kind.SECOND_STATEMENT, "Videreføres ut 2019. VRs andel av finansieringen utbetales i 2018"),
        (Kind.REPAIRED, "Avsluttes 30..6.18"),
        (
            Kind.SPLIT,
            TWO_IN_ONE,
        ),
        (Kind.SPLIT, "Klargjøre for flytting av fysiske eiendeler Flytte kontormøbler"),
        (Kind.SPLIT, "Klargjøre for flytting av elektronisk arkiv. Flytte arkiv"),
    ]


def test_nothing_is_left_out_silently(made: Imported) -> None:
    unused = [one.text for one in made.irregularities if one.kind is Kind.TEXT_NOT_USED]
    assert unused == [
        line.replace("*", "")
        for line in HEAD.splitlines()
        if not line.startswith(("Rådmannsgruppens", "Sak 15", "Forslag til vedtak"))
    ]
    skipped = [one.text for one in made.irregularities if one.kind is Kind.ROW_SKIPPED]
    assert skipped == ["--- | --- | --------- | ---"] * 7
