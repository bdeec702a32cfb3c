"""The database holds what the plan holds, with references that lead somewhere, and the same every time."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest

from vrplan.as_of import State
from vrplan.as_of.stages import Stage
from vrplan.findings import Severity
from vrplan.folder import PlanFolder, read_folder
from vrplan.load import Loaded, load
from vrplan.model import values
from vrplan.model.plan import Level, Plan, Reach
from vrplan.phrases.reading import Kind, Modality, Precision, Recurrence
from vrplan.render.as_sqlite import APPLICATION_ID, as_sqlite, content_of, is_ours
from vrplan.reports.database import DatabaseReport, Role, database
from vrplan.reports.transfers import transfers
from vrplan.rules.every import findings_of

ROOT = Path(__file__).parent.parent.parent
SUMMER = date(2018, 7, 1)
DAYS = (date(2019, 1, 1), SUMMER, date(2018, 10, 1), SUMMER)
HEAD = """\
plan: sample
title: Handlingsplan 2018
organisation: Alliansen
period: {from: 2018-01-01, to: 2018-12-31}
"""
PLAN = (
    HEAD
    + """\
ceases: {date: 2019-01-01, decision: gf-2018/A}
columns:
  HP 2018: {adopted_by: sg-2017, year: 2018}
  Justert: {proposed_by: rg-2018, adopted_by: gf-2018/b}
parties:
  KHS: {name: Kommunehelsesamarbeidet, aliases: [Helsesamarbeidet, KHS Vest], source: brev}
  Skolen: {part_of: KHS}
calendar: {høsten: {from: 09-01, to: 11-30}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: BPA
        resource: Koordinator
        status: {Justert: {text: Alt avsluttes 30.6.2018, only: [moter], source: brev}}
        measures:
          - name: Beredskap
            status: {HP 2018: {text: Løpende, except: [enkeltsaker]}}
            activities:
              - id: enkeltsaker
                name: Enkeltsaker
                status: {HP 2018: Overføres til Drammen i løpet av høsten}
                events:
                  - {date: 2018-09-03, what: transferred, recipient: Helsesamarbeidet, source: Referat 3.9.}
                  - {date: 2018-10-01, what: accepted, decision: gf-2018/b}
              - {id: moter, name: Møter}
      - {id: khs, name: Selve KHS, owner: KHS, status: {HP 2018: {text: ~, note: Ordene er borte}}}
    measures:
      - name: Direkte
        activities:
          - {id: direkte, name: Direkte, status: {gf-2018/b: Avsluttes 30..9.18, HP 2018: Løpende}}
obligations:
  - {id: arkiv, kind: property, name: Arkivet, recipient: KHS}
  - {id: taus, kind: duty, name: Ingen har sagt noe, who: Noen}
"""
)
DECISIONS = """\
bodies:
  SG: {name: Styringsgruppen, role: decides, aliases: [Styret]}
sources: {brev: {title: Et brev, date: 2018-03, body: SG, url: 'https://example.org'}}
meetings: [{body: SG, date: 2017}]
decisions:
  - {id: sg-2017, body: SG, date: 2017-12, title: HP, standing: adopted, evidence: cited, case: 35/2017}
  - {id: rg-2018, date: 2018-05-31, title: Justert, standing: proposed, evidence: full-text}
  - id: gf-2018
    date: 2018-06-14
    title: Vedtak
    standing: adopted
    evidence: title-only
    replaces: [sg-2017, rg-2018]
    points: [{id: A, summary: Slutt}, {id: b, summary: Justering, note: Enstemmig}]
"""


def report_on(
    plan: str | Path = PLAN,
    decisions: str | None = DECISIONS,
    days: tuple[date, ...] = DAYS,
    as_known: date | None = None,
) -> DatabaseReport:
    loaded = load(read_folder(plan)) if isinstance(plan, Path) else loaded_from(plan, decisions)
    assert loaded.plan is not None, loaded.findings
    return database(loaded, loaded.plan, findings_of(loaded), days, as_known)


def loaded_from(plan: str, decisions: str | None) -> Loaded:
    decided = {"some/where/decisions.yaml": decisions.encode()} if decisions is not None else {}
    return load(
        PlanFolder({"some/where/actionplan_x.yaml": plan.encode()}, decided, "some/where/decisions.yaml")
    )


@pytest.fixture
def opened() -> Iterator[Callable[..., sqlite3.Connection]]:
    """The database of a report, read back from its bytes."""
    with closing(sqlite3.connect(":memory:")) as connection:

        def open_(report: DatabaseReport) -> sqlite3.Connection:
            connection.deserialize(as_sqlite(report))
            connection.execute("PRAGMA foreign_keys = ON")
            return connection

        yield open_


def rows(database: sqlite3.Connection, question: str) -> list[tuple[Any, ...]]:
    return database.execute(question).fetchall()


def tables(database: sqlite3.Connection, kind: str = "table") -> list[str]:
    return [
        name for (name,) in rows(database, f"SELECT name FROM sqlite_schema WHERE type = '{kind}' ORDER BY 1")
    ]


PLANS = {
    "a plan with something in every table": (PLAN, DECISIONS),
    "the shipped plan": (ROOT / "data", None),
    "a plan with nothing in it": (HEAD, "decisions: []\n"),
    "a plan without a file of decisions": (
        HEAD + "obligations: [{id: it, kind: property, name: Noe}]\n",
        None,
    ),
}


@pytest.mark.parametrize(("plan", "decisions"), PLANS.values(), ids=PLANS)
def test_database_is_whole_and_every_reference_leads_somewhere(
    opened: Callable[..., sqlite3.Connection], plan: str | Path, decisions: str | None
) -> None:
    found = opened(report_on(plan, decisions))
    assert rows(found, "PRAGMA integrity_check") == [("ok",)]
    assert rows(found, "PRAGMA foreign_key_check") == []
    assert rows(found, "PRAGMA user_version") == [(1,)]
    assert rows(found, "PRAGMA application_id") == [(APPLICATION_ID,)]
    for view in tables(found, "view"):
        rows(found, f"SELECT * FROM {view}")


@pytest.mark.parametrize(("plan", "decisions"), PLANS.values(), ids=PLANS)
def test_each_table_has_as_many_rows_as_the_plan_has_of_its_kind(
    opened: Callable[..., sqlite3.Connection], plan: str | Path, decisions: str | None
) -> None:
    report = report_on(plan, decisions)
    found = opened(report)
    counted = {name: rows(found, f"SELECT count(*) FROM {name}")[0][0] for name in tables(found)}
    assert counted == of_the_model(report)


def of_the_model(report: DatabaseReport) -> dict[str, int]:
    plan, findings = report.plan, report.findings
    written, decided = plan.written, plan.decided
    focus_areas = [one for area in written.areas for one in area.focus_areas]
    statements = list(plan.statements())
    return {
        "meta": 1,
        "files": len(report.files),
        "seasons": len(written.calendar),
        "parties": len(plan.parties) + len(report.unlisted_parties),
        "party_aliases": sum(len(one.aliases) for one in plan.parties.values()),
        "bodies": len(decided.bodies),
        "body_aliases": sum(len(one.aliases) for one in decided.bodies.values()),
        "sources": len(decided.sources) + len(report.unlisted_sources),
        "meetings": len(decided.meetings),
        "decisions": len(decided.decisions),
        "points": sum(len(one.points) for one in decided.decisions),
        "replacements": sum(len(one.replaces) for one in decided.decisions),
        "columns": len(written.columns),
        "areas": len(written.areas),
        "focus_areas": len(focus_areas),
        "measures": sum(len(one.measures) for one in written.areas)
        + sum(len(one.measures) for one in focus_areas),
        "items": len(plan.items),
        "events": sum(len(one.events) for one in plan.items),
        "statuses": len(statements),
        "status_limits": sum(len(one.only) + len(one.except_) for one in statements),
        "readings": len(statements),
        "remarks": sum(len(one.reading.remarks) for one in statements),
        "item_statuses": sum(len(one.statements) for one in plan.items),
        "dates": 3,
        "states": sum(len(view.items) for view in report.views),
        "history": sum(len(one.history) for one in report.views[0].items),
        "findings": len(findings),
        "related_places": sum(len(one.related) for one, _ in findings),
    }


def test_something_of_every_kind_is_in_the_sample(opened: Callable[..., sqlite3.Connection]) -> None:
    found = opened(report_on())
    assert [name for name in tables(found) if not rows(found, f"SELECT 1 FROM {name}")] == []


@pytest.mark.parametrize(("plan", "decisions"), PLANS.values(), ids=PLANS)
def test_same_plan_gives_the_same_bytes_in_whatever_order_the_days_are_asked(
    plan: str | Path, decisions: str | None
) -> None:
    asked = report_on(plan, decisions), report_on(plan, decisions, days=tuple(sorted(set(DAYS))))
    assert as_sqlite(asked[0]) == as_sqlite(asked[1])


def test_same_plan_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "actionplan_x.yaml").write_bytes(PLAN.encode())
    (tmp_path / "decisions.yaml").write_bytes(DECISIONS.encode())
    assert as_sqlite(report_on(tmp_path)) == as_sqlite(report_on())


def test_database_tells_which_files_it_was_made_of(opened: Callable[..., sqlite3.Connection]) -> None:
    found = opened(report_on())
    assert rows(found, "SELECT name, holds, sha256 FROM files") == [
        ("actionplan_x.yaml", "plan", sha256(PLAN.encode()).hexdigest()),
        ("decisions.yaml", "decisions", sha256(DECISIONS.encode()).hexdigest()),
    ]


def test_what_is_not_text_is_stored_as_the_words_say(opened: Callable[..., sqlite3.Connection]) -> None:
    found = opened(report_on())
    assert rows(found, "SELECT id, date, first_day, last_day, case_number, line FROM decisions") == [
        ("sg-2017", "2017-12", "2017-12-01", "2017-12-31", "35/2017", 6),
        ("rg-2018", "2018-05-31", "2018-05-31", "2018-05-31", None, 7),
        ("gf-2018", "2018-06-14", "2018-06-14", "2018-06-14", None, 8),
    ]
    assert rows(found, "SELECT date, first_day, last_day FROM meetings") == [
        ("2017", "2017-01-01", "2017-12-31")
    ]
    assert rows(found, "SELECT * FROM seasons") == [("høsten", "09-01", "11-30")]
    assert rows(found, "SELECT decision, replaced_decision, replaced_point FROM replacements") == [
        ("gf-2018", "sg-2017", None),
        ("gf-2018", "rg-2018", None),
    ]
    assert rows(
        found, "SELECT name, adopted_decision, adopted_point, proposed_decision, year, line FROM columns"
    ) == [("HP 2018", "sg-2017", None, None, 2018, 7), ("Justert", "gf-2018", "b", "rg-2018", 2018, 8)]
    assert rows(
        found, "SELECT ceases, ceases_decision, ceases_point, ceases_counts, column_in_force FROM meta"
    ) == [("2019-01-01", "gf-2018", "A", 1, "Justert")]


def test_each_item_stands_where_it_is_written(opened: Callable[..., sqlite3.Connection]) -> None:
    found = opened(report_on())
    question = (
        "SELECT items.id, level, items.area, items.focus_area, measures.name, resource, owner, owner_until, line"
        " FROM items LEFT JOIN measures ON measures.id = items.measure ORDER BY number"
    )
    last = "2018-12-31"
    assert rows(found, question) == [
        ("enkeltsaker", "activity", "helse", "bpa", "Beredskap", "Koordinator", "Alliansen", last, 25),
        ("moter", "activity", "helse", "bpa", "Beredskap", "Koordinator", "Alliansen", last, 31),
        ("khs", "focus_area", "helse", "khs", None, None, "KHS", None, 32),
        ("direkte", "activity", "helse", None, "Direkte", None, "Alliansen", last, 36),
        ("arkiv", "obligation", None, None, None, None, "Alliansen", last, 38),
        ("taus", "obligation", None, None, None, None, "Alliansen", last, 39),
    ]


def test_each_status_has_its_words_its_authority_and_its_place(
    opened: Callable[..., sqlite3.Connection],
) -> None:
    found = opened(report_on())
    question = (
        "SELECT text, column_name, decision, point, reach, at_item, measures.name, at_focus_area, statuses.source,"
        " line FROM statuses LEFT JOIN measures ON measures.id = at_measure ORDER BY line, text"
    )
    assert rows(found, question) == [
        ("Alt avsluttes 30.6.2018", "Justert", None, None, "focus_area", None, None, "bpa", "brev", 20),
        ("Løpende", "HP 2018", None, None, "measure", None, "Beredskap", None, None, 23),
        (
            "Overføres til Drammen i løpet av høsten",
            "HP 2018", None, None, "own", "enkeltsaker", None, None, None, 27,
        ),
        (None, "HP 2018", None, None, "own", "khs", None, None, None, 32),
        ("Avsluttes 30..9.18", None, "gf-2018", "b", "own", "direkte", None, None, None, 36),
        ("Løpende", "HP 2018", None, None, "own", "direkte", None, None, None, 36),
    ]  # fmt: skip
    limits = "SELECT text, item, rule FROM status_limits JOIN statuses ON id = status ORDER BY rule"
    assert rows(found, limits) == [
        ("Løpende", "enkeltsaker", "except"),
        ("Alt avsluttes 30.6.2018", "moter", "only"),
    ]


def test_readings_are_those_of_the_plan(opened: Callable[..., sqlite3.Connection]) -> None:
    report = report_on(ROOT / "data")
    found = opened(report)
    told = [
        (one.text, kept.kind, iso(kept.start), iso(kept.end), kept.precision, kept.recipient,
         kept.recurrence, kept.modality, int(kept.done), [(each.code, each.message) for each in kept.remarks])
        for one in report.plan.statements() for kept in [one.reading]
    ]  # fmt: skip
    stored = [
        (*row[1:], rows(found, f"SELECT code, message FROM remarks WHERE status = {row[0]} ORDER BY number"))
        for row in rows(
            found,
            "SELECT id, text, kind, start_date, end_date, precision, recipient, recurrence, modality, done"
            " FROM readings JOIN statuses ON id = status ORDER BY id",
        )
    ]
    assert stored == told
    assert any(one[-1] for one in stored)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def test_whoever_is_only_named_is_no_listed_party(opened: Callable[..., sqlite3.Connection]) -> None:
    found = opened(report_on())
    assert rows(found, "SELECT id, name, part_of, is_listed FROM parties") == [
        ("KHS", "Kommunehelsesamarbeidet", None, 1),
        ("Skolen", "Skolen", "KHS", 1),
        ("Alliansen", "Alliansen", None, 0),
        ("Drammen", "Drammen", None, 0),
    ]
    assert rows(found, "SELECT id, title, is_listed FROM sources") == [
        ("brev", "Et brev", 1),
        ("Referat 3.9.", "Referat 3.9.", 0),
    ]


def test_events_refer_to_whom_and_to_what_they_name(opened: Callable[..., sqlite3.Connection]) -> None:
    found = opened(report_on())
    assert rows(found, "SELECT item, date, what, recipient, decision, point, source, line FROM events") == [
        ("enkeltsaker", "2018-09-03", "transferred", "KHS", None, None, "Referat 3.9.", 29),
        ("enkeltsaker", "2018-10-01", "accepted", None, "gf-2018", "b", None, 30),
    ]
    question = "SELECT states.date, state, states.recipient, confirmed, what FROM states LEFT JOIN events ON id = event"
    assert rows(found, f"{question} WHERE states.item = 'enkeltsaker'") == [
        ("2018-07-01", "ongoing", "Drammen", 0, None),
        ("2018-10-01", "transferred", "KHS", 1, "accepted"),
        ("2019-01-01", "transferred", "KHS", 1, "accepted"),
    ]


def test_findings_are_those_of_check_each_at_its_item(opened: Callable[..., sqlite3.Connection]) -> None:
    report = report_on()
    found = opened(report)
    told = rows(found, "SELECT code, item, message, line FROM findings ORDER BY id")
    assert [code for code, *_ in told] == [one.code.code for one, _ in report.findings]
    repaired = "“Avsluttes 30..9.18”: 30..9.18 is read as 30.9.18."
    assert ("VR302", "direkte", repaired, 36) in told
    assert {file for (file,) in rows(found, "SELECT DISTINCT file FROM findings")} <= {
        "actionplan_x.yaml",
        "decisions.yaml",
    }


def test_finding_that_somebody_accepted_has_the_reason(opened: Callable[..., sqlite3.Connection]) -> None:
    text = PLAN.replace(
        "{gf-2018/b: Avsluttes 30..9.18",
        "{gf-2018/b: {text: Avsluttes 30..9.18, accept: {VR302: Står slik}}",
    )
    found = opened(report_on(text))
    assert rows(found, "SELECT code, accepted FROM findings WHERE accepted IS NOT NULL") == [
        ("VR302", "Står slik")
    ]


@pytest.mark.parametrize(
    ("as_known", "role", "standing", "decision"),
    [
        (date(2018, 5, 30), "not_known", None, None),
        (date(2018, 5, 31), "beside", "proposed", "rg-2018"),
        (date(2018, 6, 14), "holds", "adopted", "gf-2018"),
        (None, "holds", "adopted", "gf-2018"),
    ],
)
def test_what_a_status_is_to_an_item_depends_on_what_was_known(
    opened: Callable[..., sqlite3.Connection],
    as_known: date | None,
    role: str,
    standing: str | None,
    decision: str | None,
) -> None:
    found = opened(report_on(as_known=as_known))
    question = (
        "SELECT role, standing, item_statuses.decision FROM item_statuses JOIN statuses ON id = status"
        " WHERE item = 'moter' AND column_name = 'Justert'"
    )
    assert rows(found, question) == [(role, standing, decision)]
    assert rows(found, "SELECT DISTINCT as_known FROM states") == [(iso(as_known),)]


def test_status_that_says_the_same_as_the_one_that_holds_agrees(
    opened: Callable[..., sqlite3.Connection],
) -> None:
    text = PLAN.replace("name: Møter}", "name: Møter, status: {Justert: Avsluttes 30.6.2018}}")
    found = opened(report_on(text))
    question = "SELECT text, role FROM item_statuses JOIN statuses ON id = status WHERE item = 'moter'"
    assert sorted(rows(found, question)) == [
        ("Alt avsluttes 30.6.2018", "agrees"),
        ("Avsluttes 30.6.2018", "holds"),
        ("Løpende", "older"),
    ]


@pytest.mark.parametrize("day", [date(2018, 2, 1), SUMMER, date(2018, 9, 1), date(2019, 1, 1)])
def test_view_of_hand_overs_is_what_transfers_lists(
    opened: Callable[..., sqlite3.Connection], day: date
) -> None:
    report = report_on(ROOT / "data", days=(day,))
    listed = transfers(report.views[0]).transfers
    found = opened(report)
    assert listed
    assert rows(found, "SELECT item, recipient, state, confirmed, start_date, end_date FROM hand_overs") == [
        (one.now.item.id, one.to, one.now.state, int(one.now.confirmed), iso(one.start), iso(one.end))
        for one in listed
    ]


@pytest.mark.parametrize("what", get_args(values.Happening))
def test_view_of_hand_overs_goes_by_what_happened_as_transfers_does(
    opened: Callable[..., sqlite3.Connection], what: str
) -> None:
    text = PLAN.replace("                  - {date: 2018-10-01, what: accepted, decision: gf-2018/b}\n", "")
    report = report_on(text.replace("what: transferred", f"what: {what}"))
    found = opened(report)
    for view in report.views:
        listed = [one.now.item.id for one in transfers(view).transfers if one.stage is not Stage.OVER]
        question = f"SELECT item FROM hand_overs WHERE date = '{view.clocks.date}'"
        assert [item for (item,) in rows(found, question)] == listed
    assert rows(found, "SELECT DISTINCT item FROM hand_overs") == [("enkeltsaker",), ("arkiv",)]


GIVEN, AGAIN = "{date: 2018-03-01, what: transferred, recipient: KHS}", "{date: 2018-04-01, what: started}"


@pytest.mark.parametrize(
    ("status", "events", "as_known", "listed"),
    [
        ("HP 2018: Løpende", [GIVEN], None, [("KHS", "transferred")]),
        ("HP 2018: Løpende", [GIVEN, AGAIN], None, [(None, "ongoing")]),
        ("HP 2018: Løpende", [AGAIN.replace("04", "02"), GIVEN], None, [("KHS", "transferred")]),
        ("HP 2018: Løpende", [AGAIN], None, []),
        (
            "HP 2018: Løpende",
            ["{date: 2018-03-01, what: accepted, recipient: KHS}", AGAIN],
            None,
            [(None, "ongoing")],
        ),
        ("HP 2018: Løpende", [GIVEN.replace("2018", "2019"), AGAIN], None, []),
        ("HP 2018: Løpende", [GIVEN, AGAIN], date(2018, 2, 28), []),
        # Put off: what was reported no longer counts, but for a postponement that a later decision overtakes.
        ("HP 2018: Løpende", [GIVEN, AGAIN, "{date: 2018-05-01, what: postponed}"], None, []),
        (
            "HP 2018: Løpende",
            [GIVEN, AGAIN, "{date: 2018-07-02, what: postponed}"],
            None,
            [(None, "ongoing")],
        ),
        (
            "Justert: Løpende",
            [GIVEN, AGAIN, "{date: 2018-05-01, what: postponed}"],
            None,
            [(None, "ongoing")],
        ),
        (
            "Justert: Løpende",
            [GIVEN, AGAIN, "{date: 2018-06-13, what: postponed}"],
            None,
            [(None, "ongoing")],
        ),
        ("Justert: Løpende", [GIVEN, AGAIN, "{date: 2018-06-14, what: postponed}"], None, []),
        ("HP 2018: Løpende", [GIVEN, "{date: 2018-03-01, what: postponed}", AGAIN], None, []),
        (
            "HP 2018: Løpende",
            ["{date: 2018-03-01, what: postponed}", GIVEN, AGAIN],
            None,
            [(None, "ongoing")],
        ),
    ],
)
def test_view_of_hand_overs_lists_what_was_handed_over_and_begun_again(
    opened: Callable[..., sqlite3.Connection],
    status: str,
    events: list[str],
    as_known: date | None,
    listed: list[tuple[str | None, str]],
) -> None:
    told = f"status: {{{status}}}, events: [{', '.join(events)}]}}"
    report = report_on(PLAN.replace("who: Noen}", told), days=(SUMMER,), as_known=as_known)

    question = "SELECT recipient, state FROM hand_overs WHERE item = 'taus'"
    assert rows(opened(report), question) == listed
    ledger = [one for one in transfers(report.views[0]).transfers if one.now.item.id == "taus"]
    assert [(one.now.to, one.now.state) for one in ledger] == listed


def test_view_of_hand_overs_lists_property_with_a_receiver_that_was_begun_again(
    opened: Callable[..., sqlite3.Connection],
) -> None:
    events = "recipient: KHS, events: [{date: 2018-03-01, what: ended}, {date: 2018-04-01, what: started}]}"
    report = report_on(PLAN.replace("recipient: KHS}", events), days=(SUMMER,))

    assert ("arkiv",) in rows(opened(report), "SELECT item FROM hand_overs")
    assert "arkiv" in [one.now.item.id for one in transfers(report.views[0]).transfers]


def test_view_of_open_items_leaves_out_what_is_over_or_confirmed(
    opened: Callable[..., sqlite3.Connection],
) -> None:
    found = opened(report_on())
    question = "SELECT item, state, is_ownerless FROM open_items WHERE date = "
    assert rows(found, f"{question} '2018-07-01'") == [
        ("enkeltsaker", "ongoing", 0),
        ("khs", "unknown", 0),
        ("direkte", "ongoing", 0),
        ("arkiv", "ongoing", 0),
    ]
    assert rows(found, f"{question} '2019-01-01'") == [("khs", "unknown", 0), ("arkiv", "ongoing", 1)]


def test_view_of_words_has_every_item_once(opened: Callable[..., sqlite3.Connection]) -> None:
    found = opened(report_on())
    assert rows(found, "SELECT item, text, kind, column_name, decision, point, evidence FROM item_words") == [
        ("enkeltsaker", "Overføres til Drammen i løpet av høsten", "transfers", "HP 2018", "sg-2017", None, "cited"),
        ("moter", "Alt avsluttes 30.6.2018", "ends", "Justert", "gf-2018", None, "title-only"),
        ("khs", None, "unknown", "HP 2018", "sg-2017", None, "cited"),
        ("direkte", "Avsluttes 30..9.18", "ends", None, "gf-2018", "b", "title-only"),
        ("arkiv", *(None,) * 6),
        ("taus", *(None,) * 6),
    ]  # fmt: skip


CLOSED = {
    ("bodies", "role"): get_args(values.BodyRole),
    ("decisions", "standing"): get_args(values.Standing),
    ("decisions", "evidence"): get_args(values.Evidence),
    ("items", "level"): get_args(Level),
    ("items", "kind"): get_args(values.ObligationKind),
    ("events", "what"): get_args(values.Happening),
    ("statuses", "reach"): get_args(Reach),
    ("readings", "kind"): tuple(Kind),
    ("readings", "precision"): tuple(Precision),
    ("readings", "recurrence"): tuple(Recurrence),
    ("readings", "modality"): tuple(Modality),
    ("item_statuses", "role"): get_args(Role),
    ("item_statuses", "standing"): get_args(values.Standing),
    ("states", "state"): tuple(State),
    ("history", "state"): tuple(State),
    ("findings", "severity"): tuple(Severity),
}


@pytest.mark.parametrize(("table", "column"), CLOSED, ids=" ".join)
def test_closed_list_of_the_tables_is_that_of_the_model(
    opened: Callable[..., sqlite3.Connection], table: str, column: str
) -> None:
    found = opened(report_on())
    ((schema,),) = rows(found, f"SELECT sql FROM sqlite_schema WHERE name = '{table}'")
    listed = re.search(rf"\b{column} IN \(([^)]*)\)", schema)
    assert listed is not None
    assert re.findall(r"'([^']+)'", listed[1]) == [str(one) for one in CLOSED[table, column]]


WRONG = {
    "a day that is none": "UPDATE states SET since = '2018-02-30'",
    "a Norwegian date": "UPDATE states SET until = '1.7.2018'",
    "a state that is none": "UPDATE states SET state = 'finished'",
    "neither yes nor no": "UPDATE readings SET done = 2",
    "a party that is none": "UPDATE items SET owner = 'Ingen'",
    "a point that is none": "UPDATE statuses SET point = 'C' WHERE decision IS NOT NULL",
    "two authorities": "UPDATE statuses SET decision = 'sg-2017' WHERE column_name IS NOT NULL",
    "a decision with a status": "DELETE FROM decisions",
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_database_refuses_what_the_plan_could_not_say(
    opened: Callable[..., sqlite3.Connection], change: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        opened(report_on()).execute(change)


HOSTILE = {
    "quotes": ("Rådmannens \"plan\" og 'Ola''s'", None),
    "an order": ("'; DROP TABLE items; --", None),
    "a formula": ("=cmd()|' /C calc'!A0", None),
    "an emoji": ("🎻 og 👩‍👧", None),
    "two lines and a tab": ("En\nto\ttre", None),
    "markup": ("<script>alert(1)</script> [bold] %s ? :x", None),
    "a bell and colours": ("\x07\x1b[31mrødt", "\\x07\\x1b[31mrødt"),
    "a text turned round": ("\u202eednu", "\\u202eednu"),
    "a zero byte": ("før\x00etter", "før\\x00etter"),
}


@pytest.mark.parametrize(("text", "kept"), HOSTILE.values(), ids=HOSTILE)
def test_text_is_kept_word_for_word_and_obeyed_by_nobody(
    opened: Callable[..., sqlite3.Connection], text: str, kept: str | None
) -> None:
    quoted = '"' + "".join(one if one.isalnum() else f"\\U{ord(one):08X}" for one in text) + '"'
    plan = (
        PLAN.replace("Arkivet", quoted)
        .replace("KHS: {name: Kommunehelsesamarbeidet", f"KHS: {{name: {quoted}")
        .replace("Overføres til Drammen i løpet av høsten", f"{{text: {quoted}, note: {quoted}}}")
        .replace("Referat 3.9.", quoted)
        .replace("HP 2018:", f"{quoted}:")
        .replace("who: Noen", f"who: {quoted}")
    )
    found = opened(report_on(plan, DECISIONS.replace("Vedtak", quoted)))
    kept = kept or text
    for question in (
        "SELECT name FROM items WHERE id = 'arkiv'",
        "SELECT name FROM parties WHERE id = 'KHS'",
        "SELECT text FROM statuses WHERE at_item = 'enkeltsaker'",
        "SELECT note FROM statuses WHERE at_item = 'enkeltsaker'",
        "SELECT column_name FROM statuses WHERE at_item = 'enkeltsaker'",
        "SELECT source FROM events WHERE id = 1",
        "SELECT who FROM items WHERE id = 'taus'",
        "SELECT title FROM decisions WHERE id = 'gf-2018'",
    ):
        assert rows(found, question) == [(kept,)]
    assert rows(found, "PRAGMA foreign_key_check") == []
    assert len(tables(found)) == len(of_the_model(report_on()))


class OldConnection(sqlite3.Connection):
    """What an SQLite library without serialize gives."""

    serialize = None  # type: ignore[assignment]


def test_old_library_gives_the_same_database(tmp_path: Path) -> None:
    content = as_sqlite(report_on())
    with closing(sqlite3.connect(":memory:", factory=OldConnection)) as old:
        old.deserialize(content)
        (tmp_path / "plan.db").write_bytes(content_of(old))
    with closing(sqlite3.connect(tmp_path / "plan.db")) as found, closing(sqlite3.connect(":memory:")) as new:
        new.deserialize(content)
        assert list(found.iterdump()) == list(new.iterdump())
        assert is_ours((tmp_path / "plan.db").read_bytes()[:100])


def test_another_database_is_not_ours(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE items (id)")
        other.commit()
    assert is_ours(as_sqlite(report_on())[:100])
    assert not is_ours((tmp_path / "other.db").read_bytes()[:100])
    assert not is_ours(b"")
    assert not is_ours(b"plan: x\n" * 20)


def test_plan_is_one_and_the_same_in_the_report() -> None:
    report = report_on()
    assert isinstance(report.plan, Plan)
    assert [view.clocks.date for view in report.views] == sorted(set(DAYS))
