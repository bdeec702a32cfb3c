"""What differs between two dates, two columns and two versions of a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from vrplan.as_of import Clocks, PlanOnDate, as_of
from vrplan.model.plan import Plan
from vrplan.reports.diff import DiffReport, between_columns, between_dates, between_versions
from vrplan.reports.notes import Notes

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
    "a recipient beside the words": (
        ("name: Usikker\n        owner: NHN", "name: Usikker\n        owner: NHN\n        recipient: KHS"),
        {"unsure": ["named_recipient"]},
    ),
    "an owner of what is over": (("name: Slutter,", "name: Slutter, owner: KHS,"), {"ends": ["owner"]}),
    "the kind of an obligation": (("kind: duty", "kind: position"), {"unsure": ["entry_kind"]}),
    "who does it": (("name: Taus}", "name: Taus, who: Daglig leder}"), {"silent": ["who"]}),
    "the source of an event": (
        ("what: accepted}", "what: accepted, source: Brev}"),
        {"unsure": ["events"]},
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
    "id": (("plan: sample", "plan: other"), ("plan", "", "changed", (("id", "sample", "other"),))),
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


def test_owner_of_what_nobody_owns_any_more_is_told(view: View) -> None:
    edits = (("name: Slutter,", "name: Slutter, owner: KHS,"), ("KHS: {}", "KHS: {part_of: Vestregionen}"))
    report = between_versions(view("2019-06-01", edits[1]), view("2019-06-01", *edits), ("main", None))
    assert told(report) == {"ends": ["owner"]}


PAPERS = (
    DECISIONS
    + """\
  - id: sg-3
    title: Sluttstrek
    standing: adopted
    evidence: cited
    body: SG
    date: 2018-09-20
    case: 20/2018
    source: referat
    replaces: [sg-1]
    points:
      - {id: 1, summary: Ja}
      - {id: 2, summary: Nei}
bodies:
  SG: {name: Styringsgruppen}
  RG: {name: Rådmannsgruppen, role: prepares}
sources:
  referat: {title: Referat, file: referat.pdf, date: 2018-09}
  notat: {title: Notat}
meetings:
  - {body: SG, date: 2018-09-20, source: referat}
  - {body: RG, date: 2018-10, note: Planlagt}
"""
)
DECIDED = ("decision", "sg-3", "changed")
PAPER_EDITS = {
    "the body": (("body: SG\n", "body: RG\n"), (*DECIDED, (("body", "SG", "RG"),))),
    "the case": (("case: 20/2018", "case: 21/2018"), (*DECIDED, (("case", "20/2018", "21/2018"),))),
    "the evidence": (
        ("evidence: cited", "evidence: full-text"),
        (*DECIDED, (("evidence", "cited", "full-text"),)),
    ),
    "the source of a decision": (
        ("source: referat\n    rep", "source: notat\n    rep"),
        (*DECIDED, (("source", "referat", "notat"),)),
    ),
    "what it replaces": (("    replaces: [sg-1]\n", ""), (*DECIDED, (("replaces", "sg-1", None),))),
    "a point's summary": (("summary: Nei", "summary: Jo"), (*DECIDED, (("point 2", "Nei", "Jo"),))),
    "a removed point": (("      - {id: 2, summary: Nei}\n", ""), (*DECIDED, (("point 2", "Nei", None),))),
    "a body's name": (
        ("name: Styringsgruppen", "name: Styret"),
        ("body", "SG", "changed", (("name", "Styringsgruppen", "Styret"),)),
    ),
    "a body's role": (
        ("role: prepares", "role: decides"),
        ("body", "RG", "changed", (("role", "prepares", "decides"),)),
    ),
    "a removed source": (
        ("  notat: {title: Notat}\n", ""),
        ("source", "notat", "gone", (("title", "Notat", None),)),
    ),
    "a source's file": (
        ("file: referat.pdf", "file: referat-2.pdf"),
        ("source", "referat", "changed", (("file", "referat.pdf", "referat-2.pdf"),)),
    ),
    "a source's date": (
        ("date: 2018-09}", "date: 2018-09-20}"),
        ("source", "referat", "changed", (("date", "2018-09", date(2018, 9, 20)),)),
    ),
    "a removed meeting": (
        ("  - {body: RG, date: 2018-10, note: Planlagt}\n", ""),
        ("meeting", "RG 2018-10", "gone", (("body", "RG", None), ("date", "2018-10", None))),
    ),
    "a meeting's source": (
        ("2018-09-20, source: referat}", "2018-09-20, source: notat}"),
        ("meeting", "SG 2018-09-20", "changed", (("source", "referat", "notat"),)),
    ),
}


@pytest.mark.parametrize(("edit", "expected"), PAPER_EDITS.values(), ids=PAPER_EDITS)
def test_versions_differ_in_what_the_papers_say(
    view: View, edit: tuple[str, str], expected: tuple[object, ...]
) -> None:
    assert PAPERS.count(edit[0]) == 1
    edited = PAPERS.replace(*edit)
    was, now = (view("2018-07-01", decisions=text) for text in (PAPERS, edited))
    report = between_versions(was, now, ("main", None))
    assert [(one.subject, one.name, one.what, one.facts) for one in report.plan_changes] == [expected]
    assert (report.notes, report.elsewhere) == (Notes(), False)


ENDS = "HP 2018: Løpende, Justert: Avsluttes 30.6.2018"
NOTE_EDITS = {
    "a note of an item": (("name: Taus}", "name: Taus, note: Mer}"), Notes(notes=1)),
    "a note of a text": (
        (ENDS, "HP 2018: {text: Løpende, note: Mer}, Justert: Avsluttes 30.6.2018"),
        Notes(notes=1),
    ),
    "a source of a text": (
        (ENDS, "HP 2018: {text: Løpende, source: Brev}, Justert: Avsluttes 30.6.2018"),
        Notes(sources=1),
    ),
    "an acceptance": (("name: Taus}", "name: Taus, accept: {VR301: Sett}}"), Notes(acceptances=1)),
    "a note of an event": (("what: accepted}", "what: accepted, note: Brev}"), Notes(notes=1)),
    "a note of a column": (("Justert: {adopted_by", "Justert: {note: Mer, adopted_by"), Notes(notes=1)),
    "a note of the plan": (("title: Handlingsplan", "note: Mer\ntitle: Handlingsplan"), Notes(notes=1)),
    "several": (
        ("name: Helse\n", "name: Helse\n    note: Mer\n    source: Brev\n"),
        Notes(notes=1, sources=1),
    ),
}


@pytest.mark.parametrize(("edit", "expected"), NOTE_EDITS.values(), ids=NOTE_EDITS)
def test_notes_are_counted_by_their_places(view: View, edit: tuple[str, str], expected: Notes) -> None:
    views = (view("2018-07-01"), view("2018-07-01", edit))
    for pair in (views, views[::-1]):
        report = between_versions(*pair, ("main", None))
        assert report.notes == expected
        assert (report.changes, report.plan_changes, report.elsewhere) == ((), (), False)
        assert not report.is_empty


@pytest.mark.parametrize(
    "edit",
    [
        ("summary: Ja}", "summary: Ja, note: Mer}"),
        ("evidence: cited\n", "evidence: cited\n    note: Mer\n"),
        ("title: Notat}", "title: Notat, note: Mer}"),
        ("note: Planlagt}", "note: Holdt}"),
        ("{name: Styringsgruppen}", "{name: Styringsgruppen, note: Mer}"),
    ],
)
def test_notes_of_the_papers_are_counted(view: View, edit: tuple[str, str]) -> None:
    edited = PAPERS.replace(*edit)
    was, now = (view("2018-07-01", decisions=text) for text in (PAPERS, edited))
    report = between_versions(was, now, ("main", None))
    assert (report.notes, report.plan_changes, report.elsewhere) == (Notes(notes=1), (), False)


def test_notes_of_what_is_new_are_not_counted(view: View) -> None:
    line = "              - {id: silent,"
    edit = (line, f"              - {{id: more, name: Mer, note: Nytt}}\n{line}")
    report = between_versions(view("2018-07-01"), view("2018-07-01", edit), ("main", None))
    assert (told(report), report.notes) == ({"more": ["new"]}, Notes())


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(("id: helse\n", "id: helsa\n"), id="the id of an area"),
        pytest.param(("KHS: {}, Bærum: {}", "Bærum: {}, KHS: {name: KHS}"), id="a name that is the id"),
    ],
)
def test_files_that_differ_are_never_told_to_be_the_same(view: View, edit: tuple[str, str]) -> None:
    report = between_versions(view("2018-07-01"), view("2018-07-01", edit), ("main", None))
    assert not report.is_empty


def test_what_differs_in_nothing_that_is_told_is_said_to_do_so(view: View) -> None:
    edit = ("id: helse\n", "id: helsa\n")
    report = between_versions(view("2018-07-01"), view("2018-07-01", edit), ("main", None))
    assert (report.changes, report.plan_changes, report.notes.differ) == ((), (), False)
    assert report.elsewhere
    both = between_versions(
        view("2018-07-01"), view("2018-07-01", edit, ("name: Taus", "name: Taust")), ("main", None)
    )
    assert (told(both), both.elsewhere) == ({"silent": ["name"]}, False)
