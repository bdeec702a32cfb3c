"""What differs between two dates, two columns and two versions of a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from vrplan.as_of import Clocks, PlanOnDate, as_of
from vrplan.model.plan import Plan
from vrplan.reports.diff import DiffReport, between_columns, between_dates, between_versions

PlanFrom = Callable[..., Plan]
View = Callable[..., PlanOnDate]

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: sg-2}
columns:
  HP 2018: {adopted_by: sg-1}
  Justert: {adopted_by: sg-2}
parties: {KHS: {}, Bærum: {}, NHN: {}}
calendar: {høsten: {from: 08-01, to: 12-31}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: BPA
        resource: Daglig leder
        status: {Justert: [{text: Avsluttes 31.8.2018, only: [above]}]}
        measures:
          - name: Beredskap
            activities:
              - {id: ends, name: Slutter, status: {HP 2018: Løpende, Justert: Avsluttes 30.6.2018}}
              - {id: goes, name: Går, status: {HP 2018: Løpende, Justert: Overføres til KHS i løpet av høsten}}
              - {id: new, name: Ny, status: {Justert: Q3}}
              - {id: gone, name: Borte, status: {HP 2018: Kvartalsvis}}
              - {id: same, name: Lik, status: {HP 2018: Løpende, Justert: Løpende}}
              - {id: above, name: Over, status: {HP 2018: Løpende}}
              - {id: silent, name: Taus}
    obligations:
      - id: unsure
        kind: duty
        name: Usikker
        owner: NHN
        status: {HP 2018: Løpende, Justert: [Vurderes overført til KHS, Videreføres ut 2019]}
        events: [{date: 2018-09-01, what: transferred, recipient: KHS}, {date: 2018-10-01, what: accepted}]
"""
DECISIONS = """\
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, date: 2018-06-14}
"""


@pytest.fixture
def view(plan_from: PlanFrom) -> View:
    """The plan on a day, with every pair of texts replaced in its file."""

    def look(
        day: str, *edits: tuple[str, str], as_known: str | None = None, decisions: str = DECISIONS
    ) -> PlanOnDate:
        text = PLAN
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        known = date.fromisoformat(as_known) if as_known else None
        return as_of(plan_from(text, decisions), Clocks(date.fromisoformat(day), known))

    return look


def told(report: DiffReport) -> dict[str, list[str]]:
    """What is new or gone, and in which respects the others differ."""
    return {one.item.id: [*one.aspects] or [one.what] for one in report.changes}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2018-06-29", "2018-06-30", {}),
        ("2018-06-30", "2018-07-01", {"ends": ["state"], "new": ["state"]}),
        ("2018-07-01", "2018-07-02", {}),
        ("2018-07-31", "2018-08-01", {"goes": ["state"]}),
        ("2018-08-31", "2018-09-01", {"above": ["state"], "unsure": ["state", "recipient"]}),
        ("2018-09-30", "2018-10-01", {"new": ["state"], "unsure": ["confirmed"]}),
        (
            "2018-12-31",
            "2019-01-01",
            {"goes": ["state"], "new": ["owner"], "gone": ["state", "owner"], "same": ["state", "owner"]},
        ),
    ],
)
def test_dates_differ_in_state_recipient_confirmation_and_owner(
    view: View, before: str, after: str, expected: dict[str, list[str]]
) -> None:
    assert told(between_dates(view(before), view(after))) == expected


def test_owner_of_what_is_over_is_no_difference(view: View) -> None:
    changes = {one.item.id for one in between_dates(view("2018-07-01"), view("2019-06-01")).changes}
    assert "ends" not in changes


def test_dates_are_counted_by_the_states_between_which_items_went(view: View) -> None:
    report = between_dates(view("2018-06-30"), view("2018-07-01"))
    assert report.turns == {("ongoing", "ended"): 1, ("not_started", "due"): 1}
    assert report.counts == {"new": 0, "gone": 0, "changed": 2}
    assert report.names == ("2018-06-30", "2018-07-01")


def test_dates_are_seen_with_what_was_known(view: View) -> None:
    views = (view(day, as_known="2018-06-13") for day in ("2018-06-30", "2018-07-01"))
    assert told(between_dates(*views)) == {}


def test_columns_differ_in_what_they_say_of_each_item(view: View) -> None:
    report = between_columns(view("2018-07-01"), "HP 2018", "Justert")
    assert told(report) == {
        "ends": ["kind", "window", "recurrence", "text"],
        "goes": ["kind", "window", "recipient", "recurrence", "text"],
        "new": ["new"],
        "gone": ["gone"],
        "above": ["kind", "window", "recurrence", "text"],
        "unsure": ["kind", "window", "recurrence", "text"],
    }
    assert report.counts == {"new": 1, "gone": 1, "changed": 4}
    assert report.turns == {("ongoing", "ends"): 2, ("ongoing", "transfers"): 1, ("ongoing", "continues"): 1}


def test_of_what_a_column_says_the_nearest_that_decides_something_counts(view: View) -> None:
    report = between_columns(view("2018-07-01"), "HP 2018", "Justert")
    spoken = {one.item.id: one.after.said.statement for one in report.changes if one.after and one.after.said}
    assert (spoken["above"].text, spoken["above"].reach) == ("Avsluttes 31.8.2018", "focus_area")
    assert spoken["unsure"].text == "Videreføres ut 2019"


def test_of_a_column_that_decides_nothing_the_first_text_counts(view: View) -> None:
    looked = view("2018-07-01", (", Videreføres ut 2019]", "]"))
    (change,) = (
        one for one in between_columns(looked, "HP 2018", "Justert").changes if one.item.id == "unsure"
    )
    assert [*change.aspects] == ["kind", "recipient", "modality", "recurrence", "text"]


def test_columns_hold_no_states(view: View) -> None:
    for change in between_columns(view("2018-07-01"), "HP 2018", "Justert").changes:
        assert [side.now for side in (change.before, change.after) if side] in ([None], [None, None])


OF_THE_MEASURE = ("ends", "goes", "new", "gone", "same", "above", "silent")
EDITS = {
    "the text": (("Avsluttes 30.6.2018", "Videreføres"), {"ends": ["kind", "window", "text", "state"]}),
    "the day": (("Avsluttes 30.6.2018", "Avsluttes 31.8.2018"), {"ends": ["window", "text", "state"]}),
    "the spelling": (("Avsluttes 30.6.2018", "Avsluttes 30.6.18"), {"ends": ["text"]}),
    "the recipient": (("til KHS i løpet", "til Bærum i løpet"), {"goes": ["recipient", "text"]}),
    "the name": (("name: Taus", "name: Tausere"), {"silent": ["name"]}),
    "the id": (("id: same", "id: other"), {"other": ["new"], "same": ["gone"]}),
    "a new item": (
        (
            "              - {id: silent,",
            "              - {id: more, name: Mer}\n              - {id: silent,",
        ),
        {"more": ["new"]},
    ),
    "a gone item": (
        ("              - {id: gone, name: Borte, status: {HP 2018: Kvartalsvis}}\n", ""),
        {"gone": ["gone"]},
    ),
    "the owner": (("owner: NHN", "owner: Bærum"), {"unsure": ["owner"]}),
    "the resource": (
        ("resource: Daglig leder", "resource: Styret"),
        {key: ["resource"] for key in OF_THE_MEASURE},
    ),
    "the measure": (
        ("name: Beredskap", "name: Vakt"),
        {key: ["place"] for key in OF_THE_MEASURE},
    ),
    "a text that does not hold": (
        ("HP 2018: Løpende, Justert: Løpende", "HP 2018: Kvartalsvis, Justert: Løpende"),
        {"same": ["beside"]},
    ),
    "what such a text means": (
        (
            "HP 2018: Løpende, Justert: Løpende",
            "HP 2018: {text: Løpende, means: {to: 2018-12-31}}, Justert: Løpende",
        ),
        {"same": ["beside"]},
    ),
    "the column": (
        ("HP 2018: Løpende, Justert: Løpende", "HP 2018: Løpende, sg-2: Løpende"),
        {"same": ["authority"]},
    ),
    "an event": (
        ("name: Taus}", "name: Taus, events: [{date: 2018-06-01, what: done}]}"),
        {"silent": ["state", "events"]},
    ),
    "an event to come": (
        ("name: Lik,", "name: Lik, events: [{date: 2018-08-01, what: ended}],"),
        {"same": ["events"]},
    ),
    "a note": (("name: Taus}", "name: Taus, note: Mer}"), {}),
    "an heir": (
        ("name: Usikker\n        owner: NHN", "name: Usikker\n        owner: NHN\n        recipient: KHS"),
        {},
    ),
}


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_versions_differ_item_by_item(
    view: View, edit: tuple[str, str], expected: dict[str, list[str]]
) -> None:
    report = between_versions(view("2018-07-01"), view("2018-07-01", edit), ("main", None))
    assert told(report) == expected
    assert report.plan_changes == ()


def test_word_of_the_calendar_changes_what_rests_on_it(view: View) -> None:
    edit = ("from: 08-01, to: 12-31", "from: 09-01, to: 11-30")
    report = between_versions(view("2018-07-01"), view("2018-07-01", edit), ("main", None))
    assert told(report) == {"goes": ["window"]}
    assert [(one.subject, one.name, one.what, one.facts) for one in report.plan_changes] == [
        ("calendar", "høsten", "changed", (("from", "1.8.", "1.9."), ("to", "31.12.", "30.11.")))
    ]


def test_state_that_differs_on_other_days_only_is_told_with_its_first_day(view: View) -> None:
    edit = ("ceases: {date: 2019-01-01", "ceases: {date: 2018-10-01")
    report = between_versions(view("2018-07-01"), view("2018-07-01", edit), ("main", None))
    assert told(report) == {"gone": ["history"], "same": ["history"]}
    for change in report.changes:
        assert change.parting is not None
        parting = (change.parting.day, change.parting.before, change.parting.after)
        assert parting == (date(2018, 10, 1), "ongoing", "orphaned")


def test_what_is_only_on_one_side_is_told_of_that_side(view: View) -> None:
    edits = (
        ("HP 2018: Løpende, Justert: Løpende", "HP 2018: Kvartalsvis, Justert: Løpende"),
        ("{date: 2018-10-01, what: accepted}", "{date: 2018-10-02, what: accepted}"),
    )
    report = between_versions(view("2018-07-01"), view("2018-07-01", *edits), ("main", None))
    same, unsure = report.changes
    said = [[one.statement.text for one in side.only_said] for side in (same.before, same.after) if side]
    recorded = [[one.date for one in side.only_recorded] for side in (unsure.before, unsure.after) if side]
    assert said == [["Løpende"], ["Kvartalsvis"]]
    assert recorded == [[date(2018, 10, 1)], [date(2018, 10, 2)]]


def test_what_was_not_known_yet_is_no_difference(view: View) -> None:
    edits = (
        ("Avsluttes 30.6.2018", "Videreføres"),
        ("{date: 2018-10-01, what: accepted}", "{date: 2018-10-02, what: ended}"),
    )
    before, after = (view("2018-07-01", *some, as_known="2018-06-13") for some in ((), edits))
    assert told(between_versions(before, after, ("main", None))) == {}


def test_what_is_gone_stands_where_it_stood(view: View) -> None:
    edits = (("id: new,", "id: newer,"), ("name: Slutter", "name: Slutt"), ("name: Lik", "name: Like"))
    report = between_versions(view("2018-07-01"), view("2018-07-01", *edits), ("main", None))
    assert [one.item.id for one in report.changes] == ["ends", "new", "newer", "same"]
    first = (
        (
            "              - {id: ends, name: Slutter, status: {HP 2018: Løpende, Justert: Avsluttes 30.6.2018}}\n",
            "",
        ),
    )
    report = between_versions(view("2018-07-01"), view("2018-07-01", *first), ("main", None))
    assert [one.item.id for one in report.changes] == ["ends"]


PLAN_EDITS = {
    "title": (
        ("title: Handlingsplan 2018", "title: HP"),
        ("plan", "", "changed", (("title", "Handlingsplan 2018", "HP"),)),
    ),
    "period": (
        ("to: 2018-12-31}\nceases", "to: 2019-12-31}\nceases"),
        ("plan", "", "changed", (("last day", date(2018, 12, 31), date(2019, 12, 31)),)),
    ),
    "a new column": (
        (
            "  Justert: {adopted_by: sg-2}",
            "  Justert: {adopted_by: sg-2}\n  Ny: {proposed_by: sg-1, year: 2019}",
        ),
        ("column", "Ny", "new", (("proposed by", None, "sg-1"), ("year", None, "2019"))),
    ),
    "a column's adoption": (
        ("Justert: {adopted_by: sg-2}", "Justert: {adopted_by: sg-2, proposed_by: sg-1}"),
        ("column", "Justert", "changed", (("proposed by", None, "sg-1"),)),
    ),
    "a gone party": (("Bærum: {}, ", ""), ("party", "Bærum", "gone", ())),
    "an alias": (
        ("Bærum: {}", "Bærum: {aliases: [BK, Kommunen]}"),
        ("party", "Bærum", "changed", (("aliases", None, "BK, Kommunen"),)),
    ),
}


@pytest.mark.parametrize(("edit", "expected"), PLAN_EDITS.values(), ids=PLAN_EDITS)
def test_versions_differ_in_more_than_items(
    view: View, edit: tuple[str, str], expected: tuple[object, ...]
) -> None:
    report = between_versions(view("2018-07-01"), view("2018-07-01", edit), ("main", None))
    assert [(one.subject, one.name, one.what, one.facts) for one in report.plan_changes] == [expected]
    assert not report.is_empty


@pytest.mark.parametrize(
    ("edit", "fact"),
    [
        (("date: 2018-06-14", "date: 2018-06"), ("date", date(2018, 6, 14), "2018-06")),
        (
            ("title: Justert, standing: adopted", "title: Justert, standing: noted"),
            ("standing", "adopted", "noted"),
        ),
        (("title: Justert", "case: 16/2018, title: Justert"), ("case", None, "16/2018")),
        (("06-14}", "06-14, points: [{id: 1, summary: Ja}]}"), ("point 1", None, "Ja")),
        (("06-14}", "06-14, replaces: [sg-1]}"), ("replaces", None, "sg-1")),
    ],
)
def test_versions_differ_in_decisions(view: View, edit: tuple[str, str], fact: tuple[object, ...]) -> None:
    assert edit[0] in DECISIONS
    edited = DECISIONS.replace(*edit)
    report = between_versions(view("2018-07-01"), view("2018-07-01", decisions=edited), ("main", None))
    assert [(one.subject, one.name, one.what, one.facts) for one in report.plan_changes] == [
        ("decision", "sg-2", "changed", (fact,))
    ]


def test_new_and_gone_decisions_are_told(view: View) -> None:
    edited = DECISIONS + "  - {id: sg-3, title: Mer, standing: noted, evidence: cited}\n"
    before, after = view("2018-07-01"), view("2018-07-01", decisions=edited)
    for one, other, what in ((before, after, "new"), (after, before, "gone")):
        (change,) = between_versions(one, other, ("main", None)).plan_changes
        assert (change.subject, change.name, change.what) == ("decision", "sg-3", what)
