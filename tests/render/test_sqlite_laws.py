"""What the database says of any day is what the plan says of it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.as_of import Clocks, ItemOnDate, as_of
from vrplan.folder import PlanFolder, read_folder
from vrplan.load import Loaded, load
from vrplan.render import report_as
from vrplan.render.as_sqlite import as_sqlite
from vrplan.reports.database import database
from vrplan.reports.status import status

ROOT = Path(__file__).parent.parent.parent
HAPPENED = """\
plan: sample
title: Handlingsplan 2018
organisation: Alliansen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: gf-2018}
columns: {HP 2018: {adopted_by: sg-2017}, Justert: {proposed_by: rg-2018, adopted_by: gf-2018}}
parties: {KHS: {}, Skolen: {part_of: KHS}}
obligations:
  - id: gjort
    kind: duty
    name: Gjort og tatt opp igjen
    status: {HP 2018: 2. kvartal}
    events: [{date: 2018-05-01, what: done}, {date: 2018-09-01, what: started}]
  - id: utsatt
    kind: duty
    name: Utsatt
    status: {HP 2018: Q2}
    events: [{date: 2018-06-20, what: postponed, from: 2018-10-01, to: 2018-11-30, decision: gf-2018}]
  - id: bekreftet
    kind: duty
    name: Overtatt og bekreftet
    status: {HP 2018: Videreføres, Justert: Overføres til KHS i løpet av høsten}
    events: [{date: 2018-09-10, what: transferred}, {date: 2018-12-01, what: accepted},
             {date: 2019-02-01, what: transferred, recipient: Skolen}]
  - {id: omtalt, kind: duty, name: Bare omtalt, status: {Justert: Vurderes overført til Drammen}}
"""
DECIDED = """\
decisions:
  - {id: sg-2017, date: 2017-12, title: HP, standing: adopted, evidence: cited}
  - {id: rg-2018, date: 2018-05-31, title: Justert, standing: proposed, evidence: full-text}
  - {id: gf-2018, date: 2018-06-14, title: Vedtak, standing: adopted, evidence: title-only}
"""
days = st.dates(date(2017, 6, 1), date(2020, 6, 30))
law = settings(deadline=None, max_examples=25)
ON_DAY = """
SELECT item, state, history.recipient, confirmed, CASE WHEN owner_until < :day THEN NULL ELSE owner END AS owner
FROM history JOIN items ON items.id = item
WHERE ifnull(first_day, '0000') <= :day AND ifnull(last_day, '9999') >= :day
ORDER BY items.number
"""


@cache
def loaded(name: str) -> Loaded:
    if name == "shipped":
        return load(read_folder(ROOT / "data"))
    plan, decisions = {"actionplan_x.yaml": HAPPENED.encode()}, {"decisions.yaml": DECIDED.encode()}
    return load(PlanFolder(plan, decisions, "decisions.yaml"))


def rows(
    name: str, asked: list[date], as_known: date | None, question: str, day: date | None = None
) -> list[dict[str, Any]]:
    """The answer of the database that is made for these days; `:day` stands for `day`."""
    read = loaded(name)
    assert read.plan is not None
    content = as_sqlite(database(read, read.plan, (), asked, as_known))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(question, {"day": iso(day)})]


def expected(name: str, day: date, as_known: date | None) -> tuple[ItemOnDate, ...]:
    plan = loaded(name).plan
    assert plan is not None
    return as_of(plan, Clocks(day, as_known)).items


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


plans = pytest.mark.parametrize("name", ["shipped", "made up"])


@plans
@law
@given(asked=st.lists(days, min_size=1, max_size=3), as_known=st.none() | days)
def test_states_are_those_of_the_plan(name: str, asked: list[date], as_known: date | None) -> None:
    question = (
        "SELECT states.*, statuses.text, events.what FROM states JOIN items ON items.id = states.item"
        " LEFT JOIN statuses ON statuses.id = status LEFT JOIN events ON events.id = event ORDER BY states.date, number"
    )
    told = [
        {
            "date": iso(day),
            "as_known": iso(as_known),
            "item": one.item.id,
            "state": one.state,
            "since": iso(one.since),
            "until": iso(one.until),
            "recipient": one.to,
            "confirmed": one.confirmed,
            "owner": one.owner,
            "text": one.holds.statement.text if one.holds else None,
            "what": one.happened.what if one.happened else None,
        }
        for day in sorted(set(asked))
        for one in expected(name, day, as_known)
    ]
    stored = rows(name, asked, as_known, question)
    assert [{key: row[key] for key in row if key not in {"status", "event"}} for row in stored] == told


@plans
@law
@given(day=days, other=days, as_known=st.none() | days)
def test_history_tells_the_state_of_any_other_day(
    name: str, day: date, other: date, as_known: date | None
) -> None:
    told = [
        {
            "item": one.item.id,
            "state": one.state,
            "recipient": one.to,
            "confirmed": one.confirmed,
            "owner": one.owner,
        }
        for one in expected(name, other, as_known)
    ]
    assert rows(name, [day], as_known, ON_DAY, other) == told


@plans
@law
@given(day=days, as_known=st.none() | days)
def test_history_of_an_item_covers_all_time_without_gap_or_overlap(
    name: str, day: date, as_known: date | None
) -> None:
    stored = rows(name, [day], as_known, "SELECT * FROM history ORDER BY item, number")
    assert {row["item"] for row in stored} == {one.item.id for one in expected(name, day, as_known)}
    for _, parts in groupby(stored, lambda row: row["item"]):
        segments = list(parts)
        assert [one["number"] for one in segments] == list(range(1, len(segments) + 1))
        assert (segments[0]["first_day"], segments[-1]["last_day"]) == (None, None)
        for one, following in pairwise(segments):
            assert date.fromisoformat(one["last_day"]) + timedelta(days=1) == date.fromisoformat(
                following["first_day"]
            )


@plans
@law
@given(day=days, as_known=st.none() | days)
def test_one_status_at_most_holds_for_an_item_and_is_that_of_its_state(
    name: str, day: date, as_known: date | None
) -> None:
    question = (
        "SELECT states.item FROM states LEFT JOIN item_statuses AS one ON one.item = states.item AND role = 'holds'"
        " WHERE one.status IS NOT states.status"
    )
    assert rows(name, [day], as_known, question) == []
    twice = "SELECT item FROM item_statuses WHERE role = 'holds' GROUP BY item HAVING count(*) > 1"
    assert rows(name, [day], as_known, twice) == []


STATUS = """
SELECT
    items.id, items.level, areas.name AS area, focus_areas.name AS focus_area, measures.name AS measure,
    items.name, items.resource, states.owner, statuses.text, statuses.column_name AS "column", state, since, until,
    states.recipient AS "to", confirmed,
    rests_on.decision || ifnull('/' || rests_on.point, '') AS decision, evidence,
    kind_of.kind, kind_of.start_date AS start, kind_of.end_date AS "end", precision, kind_of.recipient, recurrence,
    modality, done, items.line
FROM states
JOIN items ON items.id = states.item
LEFT JOIN areas ON areas.id = items.area
LEFT JOIN focus_areas ON focus_areas.id = items.focus_area
LEFT JOIN measures ON measures.id = items.measure
LEFT JOIN statuses ON statuses.id = states.status
LEFT JOIN readings AS kind_of ON kind_of.status = statuses.id
LEFT JOIN item_statuses AS rests_on ON rests_on.item = states.item AND rests_on.status = statuses.id
LEFT JOIN decisions ON decisions.id = rests_on.decision
ORDER BY items.number
"""
BESIDE = """
SELECT item, text, column_name AS "column", one.decision || ifnull('/' || one.point, '') AS decision, one.standing,
    modality, kind, start_date AS start, end_date AS "end", readings.recipient AS "to"
FROM item_statuses AS one
JOIN statuses ON statuses.id = one.status
JOIN readings ON readings.status = one.status
WHERE role = 'beside'
"""
OF_READING = ("kind", "start", "end", "precision", "recipient", "recurrence", "modality", "done")


@pytest.mark.parametrize("as_known", [None, date(2018, 5, 30), date(2018, 6, 5), date(2018, 6, 14)])
@pytest.mark.parametrize(
    "day", [date(2018, 6, 30), date(2018, 7, 1), date(2018, 10, 1), date(2019, 1, 1), date(2020, 1, 1)]
)
def test_database_agrees_with_the_json_of_status(day: date, as_known: date | None) -> None:
    plan = loaded("shipped").plan
    assert plan is not None
    told = json.loads(report_as("json", status(as_of(plan, Clocks(day, as_known)))))["items"]
    kept = rows("shipped", [day], as_known, STATUS)
    beside = rows("shipped", [day], as_known, BESIDE)
    history = rows("shipped", [day], as_known, "SELECT item, state, first_day, recipient FROM history")
    for one in told:
        if after := one.pop("then"):
            come = {"item": one["id"], "state": after["state"], "first_day": after["from"]}
            assert come | {"recipient": after["to"]} in history
        reading = one.pop("reading") or dict.fromkeys(OF_READING)
        one |= {key: reading[key] for key in OF_READING}
        del one["activity"], one["file"]
        spoken = [
            {key: row[key] for key in row if key != "item"} for row in beside if row["item"] == one["id"]
        ]
        assert sorted(map(str, spoken)) == sorted(map(str, one.pop("beside")))
    assert kept == told
