"""The shipped plan: it loads without an error, and its states are those worked out by hand from the papers."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from vrplan.as_of import Clocks, ItemOnDate, PlanOnDate, as_of
from vrplan.findings import Finding, Severity
from vrplan.folder import read_folder
from vrplan.load import Loaded, load
from vrplan.model.plan import Plan
from vrplan.model.written import Written
from vrplan.reports.status import status
from vrplan.reports.transfers import transfers
from vrplan.rules.every import findings_of

ROOT = Path(__file__).parent.parent
HEADER, *ROWS = (
    line.split("\t")
    for line in (ROOT / "tests" / "states_by_hand.tsv").read_text(encoding="utf-8").splitlines()
)
DAYS = HEADER[2:]
BY_HAND = {row[1]: row for row in ROWS}

BPA = ["bpa-enkeltsaker", "bpa-kommunikasjon", "bpa-nettverksmoter", "bpa-utviklingsarbeid"]
ORCHESTRA = ["orkester-kulturskoler", "orkester-korps", "orkester-ovelser", "orkester-dextra-musica"]
DISSOLUTION = [
    "samarbeidsavtaler",
    "leverandoravtaler",
    "lisenser",
    "forsikringer",
    "lager-klargjoring",
    "lager-flytting",
    "arkiv-klargjoring",
    "arkiv-flytting",
]


@cache
def loaded() -> Loaded:
    return load(read_folder(ROOT / "data"))


@cache
def plan() -> Plan:
    found = loaded().plan
    assert found is not None
    return found


def seen(day: str, as_known: str | None = None) -> PlanOnDate:
    return as_of(plan(), Clocks(date.fromisoformat(day), date.fromisoformat(as_known) if as_known else None))


def item(name: str, day: str, as_known: str | None = None) -> ItemOnDate:
    (found,) = (one for one in seen(day, as_known).items if one.item.id == name)
    return found


def test_the_shipped_plan_has_no_error() -> None:
    errors = [one for one in findings_of(loaded()) if one.code.severity is Severity.ERROR]

    assert [(one.code.code, one.place, one.values) for one in errors] == []


FINDINGS = [
    ("VR404", 21, "columns / Justert HP 2018 / adopted_by"),
    ("VR313", 59, "arealbruk"),
    ("VR502", 59, "arealbruk"),
    ("VR504", 70, "osloregionen-arbeidsgrupper"),
    ("VR504", 75, "horingssvar"),
    ("VR304", 92, "shareon"),
    ("VR505", 92, "shareon"),
    ("VR302", 147, "vitensenteret"),
    ("VR506", 246, "folkehelsekoordinator"),
    ("VR502", 277, "bpa"),
    ("VR306", 335, "bpa-opsjon-2019"),
    ("VR503", 387, "ungdomssymfoniorkester"),
    ("VR303", 390, "ungdomssymfoniorkester"),
    ("VR405", 401, "orkester-kulturskoler"),
    ("VR508", 515, "avviklingsforberedelser"),
    ("VR507", 518, "eiendeler"),
    ("VR507", 523, "arkiv"),
    ("VR508", 542, "politisk-samarbeid"),
]


def of(finding: Finding) -> str:
    """The id of the nearest entry that a finding is about, else where it stands."""
    node: Any = plan().written
    name = ""
    for step in finding.spot.path:
        node = getattr(node, str(step)) if isinstance(node, Written) else node[step]
        name = getattr(node, "id", name)
    return name or " / ".join(str(step) for step in finding.spot.path)


def test_the_shipped_plan_is_told_what_its_readers_missed_and_nothing_else() -> None:
    found = findings_of(loaded())

    assert [(one.code.code, one.place and one.place.line, of(one)) for one in found] == FINDINGS
    assert {one.place.file for one in found if one.place} == {plan().file}
    assert [one.accepted for one in found] == [""] * len(found)


def test_its_findings_weigh_as_they_should() -> None:
    weights = {
        severity: Counter(one.code.code for one in findings_of(loaded()) if one.code.severity is severity)
        for severity in Severity
    }

    assert weights == {
        Severity.ERROR: {},
        Severity.WARNING: {
            "VR302": 1, "VR404": 1, "VR405": 1, "VR502": 2, "VR503": 1, "VR504": 2, "VR505": 1, "VR506": 1,
            "VR507": 2,
        },
        Severity.INFO: {"VR303": 1, "VR304": 1, "VR306": 1, "VR313": 1, "VR508": 2},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "number", "text", "related"),
    [
        ("VR302", 0, "Avsluttes 30..6.18", []),
        ("VR405", 0, "Overført til Bærum kulturskole", ["ungdomssymfoniorkester", *ORCHESTRA[1:]]),
        (
            "VR502",
            0,
            "Øvrige tiltak og aktiviteter avsluttes 30.6.2018.",
            ["osloregionen-arbeidsgrupper", "horingssvar"],
        ),
        (
            "VR502",
            1,
            (
                "Oppgavene overføres til Kommunehelsesamarbeidet fra 30.6.2018, med bistand fra daglig leder i "
                "Vestregionen."
            ),
            BPA,
        ),
        (
            "VR503",
            0,
            (
                "Videreføring av Ungdomssymfonikerne søkes i et samarbeid mellom kommuner som ønsker å bidra "
                "økonomisk og organisatorisk."
            ),
            ["orkester-kulturskoler"],
        ),
    ],
)
def test_contradictions_in_the_papers_are_told_with_both_texts(
    code: str, number: int, text: str, related: list[str]
) -> None:
    finding = [one for one in findings_of(loaded()) if one.code.code == code][number]

    assert finding.values["text"] == text
    assert [of(Finding(finding.code, one.spot)) for one in finding.related] == related


def test_it_has_four_areas_nine_focus_areas_and_twenty_eight_activities() -> None:
    areas = plan().written.areas

    assert [area.id for area in areas] == ["regional-utvikling", "helse", "kultur", "avvikling"]
    assert [focus_area.id for area in areas for focus_area in area.focus_areas] == [
        "arealbruk", "arbeidskraft", "folkestyre", "khs", "folkehelse", "komut", "bpa", "kunst-rett-vest",
        "ungdomssymfoniorkester",
    ]  # fmt: skip
    assert Counter(one.level for one in plan().items) == {
        "activity": 28,
        "focus_area": 3,
        "obligation": len(ROWS) - 31,
    }


def test_the_table_by_hand_has_every_item_in_the_order_of_the_activities() -> None:
    assert {one.id: one.level for one in plan().items} == {row[1]: row[0] for row in ROWS}
    assert len(BY_HAND) == len(ROWS)
    assert [one.id for one in plan().items if one.level == "activity"] == [
        row[1] for row in ROWS if row[0] == "activity"
    ]


@pytest.mark.parametrize("name", BY_HAND)
def test_the_states_are_those_worked_out_by_hand(name: str) -> None:
    expected = dict(zip(DAYS, BY_HAND[name][2:], strict=True))

    assert {day: item(name, day).state.value for day in DAYS} == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-07-01", {"ended": 8, "ongoing": 8, "transferred": 4, "due": 3, "not_started": 5}),
        (
            "2018-09-01",
            {"ended": 8, "ongoing": 4, "in_transition": 4, "transferred": 4, "due": 3, "not_started": 5},
        ),
        ("2019-01-01", {"ended": 9, "ongoing": 1, "transferred": 8, "overdue": 8, "orphaned": 2}),
    ],
)
def test_the_activities_are_counted_by_state(day: str, expected: dict[str, int]) -> None:
    assert status(seen(day)).counts["activity"] == expected


def test_no_event_is_recorded_because_the_papers_report_none() -> None:
    assert [one.id for one in plan().items if one.events] == []


def test_before_the_revision_was_proposed_transport_ran_on_and_no_dissolution_task_is_listed() -> None:
    transport = item("transport-2-0", "2018-07-01", "2018-05-30")

    assert (transport.state.value, transport.beside) == ("ongoing", ())
    assert transport.holds is not None
    assert transport.holds.statement.authority.key == "HP 2018"
    listed = {one.item.id for one in seen("2018-07-01", "2018-05-30").items}
    assert listed.isdisjoint(DISSOLUTION)


def test_once_the_revision_was_proposed_it_stands_beside_and_the_dissolution_tasks_are_undecided() -> None:
    transport = item("transport-2-0", "2018-07-01", "2018-06-05")

    assert transport.state.value == "ongoing"
    assert transport.holds is not None
    assert transport.holds.statement.authority.key == "HP 2018"
    assert [(one.statement.text, one.seen.standing) for one in transport.beside] == [
        ("Avsluttes 30.6.18", "proposed"),
        ("Øvrige tiltak og aktiviteter avsluttes 30.6.2018.", "proposed"),
    ]
    tasks = {name: item(name, "2018-07-01", "2018-06-05") for name in DISSOLUTION}
    assert {name: (one.state.value, one.holds) for name, one in tasks.items()} == dict.fromkeys(
        DISSOLUTION, ("undecided", None)
    )


def test_with_all_that_is_known_transport_has_ended() -> None:
    transport = item("transport-2-0", "2018-07-01")

    assert (transport.state.value, str(transport.since), transport.until) == ("ended", "2018-07-01", None)
    assert transport.holds is not None
    assert transport.holds.seen.decision is not None
    assert (transport.holds.seen.decision.id, transport.holds.seen.decision.evidence) == (
        "sg-2018-16",
        "title-only",
    )


def test_what_goes_to_khs_is_the_four_bpa_activities_in_the_autumn_by_the_revised_plan() -> None:
    found = transfers(seen("2018-07-01"), to="KHS").transfers

    assert [one.now.item.id for one in found] == BPA
    for one in found:
        assert (one.to, str(one.start), str(one.end)) == ("KHS", "2018-08-01", "2018-12-31")
        assert one.now.holds is not None
        assert one.now.holds.seen.decision is not None
        assert one.now.holds.seen.decision.id == "sg-2018-16"
        assert not one.now.confirmed


@pytest.mark.parametrize("name", BPA)
def test_beside_the_autumn_stand_the_date_of_the_summary_and_what_the_assembly_considers(name: str) -> None:
    beside = [
        (
            one.statement.authority.key,
            str(one.reading.kind),
            str(one.reading.modality),
            str(one.reading.start),
            one.reading.recipient,
        )
        for one in item(name, "2018-07-01").beside
    ]

    assert beside == [
        ("gf-2018-06-14/5", "transfers", "considered", "None", "KHS"),
        ("Justert HP 2018", "transfers", "decided", "2018-06-30", "KHS"),
    ]


@pytest.mark.parametrize("name", ORCHESTRA)
def test_the_orchestra_went_to_the_school_in_february_before_the_decision(name: str) -> None:
    one = item(name, "2018-07-01")

    assert (one.state.value, one.to, str(one.since), one.confirmed) == (
        "transferred",
        "Bærum kulturskole",
        "2018-02-01",
        False,
    )


def test_what_goes_to_baerum_is_what_goes_to_its_school_too() -> None:
    found = transfers(seen("2019-01-01"), to="Bærum kommune").transfers

    assert [one.now.item.id for one in found] == ["kunst-rett-vest", *ORCHESTRA]


def test_kunst_rett_vest_has_gone_to_baerum_by_point_seven_on_new_years_day() -> None:
    before, after = item("kunst-rett-vest", "2018-12-31"), item("kunst-rett-vest", "2019-01-01")

    assert (before.state.value, str(before.until)) == ("ongoing", "2018-12-31")
    assert (after.state.value, str(after.since), after.to) == ("transferred", "2019-01-01", "Bærum kommune")
    assert after.holds is not None
    assert after.holds.statement.authority.key == "gf-2018-06-14/7"


@pytest.mark.parametrize(
    ("name", "owner"),
    [("khs", "KHS"), ("komut", "Norsk Helsenett"), ("bpa-opsjon-2019", "BPA-kommunene")],
)
def test_what_others_own_runs_on_with_its_owner(name: str, owner: str) -> None:
    for day in ("2018-07-01", "2019-01-01", "2019-12-31"):
        one = item(name, day)
        assert (one.state.value, one.owner) == ("ongoing", owner)


def test_what_vestregionen_owned_has_no_owner_from_new_years_day() -> None:
    owned = [one.id for one in plan().items if one.owner == "Vestregionen"]

    last, first = seen("2018-12-31"), seen("2019-01-01")

    assert [one.item.id for one in last.items if one.owner == "Vestregionen"] == owned
    assert [one.item.id for one in first.items if one.owner is None] == owned
    assert sorted({one.owner for one in first.items if one.owner}) == [
        "BPA-kommunene",
        "KHS",
        "Norsk Helsenett",
    ]


def test_shareon_runs_on_ownerless_to_the_end_that_its_status_gives() -> None:
    one = item("shareon", "2019-01-01")

    assert (one.state.value, str(one.until), one.owner) == ("ongoing", "2019-12-31", None)


def test_the_answer_on_the_first_of_july_stands_on_the_revised_plan_known_by_title() -> None:
    view = seen("2018-07-01")

    assert view.column_in_force is not None
    column, standpoint = view.column_in_force
    assert standpoint.decision is not None
    assert (column.key, standpoint.decision.id, standpoint.decision.evidence) == (
        "Justert HP 2018",
        "sg-2018-16",
        "title-only",
    )
    assert (view.in_period, str(view.ceases)) == (True, "2019-01-01")


@pytest.mark.parametrize(
    ("name", "column", "text"),
    [
        ("vitensenteret", "Justert HP 2018", "Avsluttes 30..6.18"),
        ("transport-2-0", "Justert HP 2018", "Avsluttes 30.6.18"),
        (
            "shareon",
            "Justert HP 2018",
            "Videreføres ut 2019. VRs andel av finansieringen utbetales i 2018",
        ),
        ("horingssvar", "HP 2018", "Løpende"),
        ("bpa-utviklingsarbeid", "HP 2018", "Kvartalsvis"),
        ("bpa-enkeltsaker", "Justert HP 2018", "Overføres til KHS i løpet av høsten"),
        ("orkester-korps", "Justert HP 2018", "Overført til Bærum kulturskole"),
        ("bpa-opsjon-2019", "sg-2018-03-15", "vedtatt å uløse mulig opsjon for 2019"),
        ("khs", "HP 2018", None),
        (
            "komut",
            "gf-2018-06-14/6",
            (
                "Norsk Helsenetts prosjekt Elektronisk meldingsutveksling (KomUt) vurderes lagt til "
                "Kommunehelsesamarbeidet."
            ),
        ),
    ],
)
def test_the_words_stand_as_they_do_in_the_papers(name: str, column: str, text: str | None) -> None:
    own = [one for one in plan().by_id[name].statements if one.reach == "own"]

    assert text in [one.text for one in own if one.authority.key == column]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("horingssvar", "Utarbeide hørings svar for relevante plan- og KVVU forslag"),
        (
            "transport-2-0",
            (
                "Lede Transport 2.0 – nettverk for grønn mobilitet, i tråd nettverkets samarbeidsplattform "
                "som ble revidert i juni 2017."
            ),
        ),
        (
            "masteremnet",
            'Bidra i undervisningen og markedsføre masteremnet "Ledelse, innovasjon og demokrati" ved HSN',
        ),
        ("arkiv-klargjoring", "Klargjøre for flytting av elektronisk arkiv."),
    ],
)
def test_the_names_stand_as_they_do_in_the_papers(name: str, words: str) -> None:
    assert plan().by_id[name].name == words


def test_the_summary_that_ends_what_the_table_continues_stands_beside_it() -> None:
    for name in ("osloregionen-arbeidsgrupper", "horingssvar"):
        one = item(name, "2018-07-01")
        assert one.state.value == "ongoing"
        assert [(said.statement.text, str(said.reading.end)) for said in one.beside] == [
            ("Øvrige tiltak og aktiviteter avsluttes 30.6.2018.", "2018-06-30")
        ]
