from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]


def plan(parties: str, *, activity: str = "", status: str = "Løpende", more: str = "") -> str:
    """A plan that begins with its first line, so that no note of the test's own names anything."""
    return f"""plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
columns: {{HP 2018: {{adopted_by: sg-1}}}}
parties: {parties}
areas:
  - id: helse
    name: Helse
    measures:
      - name: Beredskap
        activities:
          - id: kurs
            name: Holde kurs
            status: {{HP 2018: {status}}}
            {activity}
{more}"""


def decisions(*entries: str, note: str = "") -> str:
    lines = "\n".join(f"  - {{title: Vedtak, evidence: full-text, {one}}}" for one in entries)
    first = "  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, date: 2017-12-07}"
    return f"decisions:\n{first}\n{lines}\n{note}\n"


@pytest.mark.parametrize(
    "changes",
    [
        {"activity": "owner: KHS"},
        {"activity": "owner: kommunehelsesamarbeidet"},
        {"activity": "events: [{date: 2018-09-01, what: accepted, recipient: Helse vest}]"},
        {"activity": "resource: 50 % stilling i KHS"},
        {"activity": "who: Koordinator i Helse vest"},
        {"activity": "note: Etter avtale med Kommunehelsesamarbeidet."},
        {"status": "Overføres til KHS 1.7.2018"},
        {"status": "{text: Overføres, means: {recipient: Helse vest, from: 2018-07-01}}"},
        {"status": "Løpende i samarbeid med KHS"},
        {"status": "{text: Løpende, note: KHS er spurt.}"},
        {"more": "obligations: [{id: arkiv, name: Arkivet, kind: property, recipient: khs}]"},
        {"more": "obligations: [{id: arkiv, name: Arkivet i KHSs lokaler, kind: property}]"},
        {"more": "note: KHS har eget styre."},
    ],
)
def test_party_that_something_names_is_used(findings_from: FindingsFrom, changes: dict[str, str]) -> None:
    parties = "{KHS: {name: Kommunehelsesamarbeidet, aliases: [Helse vest]}}"
    found = findings_from(plan(parties, **changes), decisions())
    assert [one for one in found if one[0] == "VR216"] == []


@pytest.mark.parametrize(
    ("parties", "told"),
    [
        ("{KHS: {}}", [("VR216", 6, 11)]),
        ("{KHS: ~}", [("VR216", 6, 11)]),
        ("{KHS: {note: KHS har eget styre}}", [("VR216", 6, 11)]),
        ("{Vestregionen: {aliases: [VR]}}", []),
        ("{Bærum kommune: {}, Kulturskolen: {part_of: Bærum kommune}}", []),
        ("{Daglig leder: {part_of: Vestregionen}}", []),
        ("{Kurs: {}}", []),
        ("{urs: {}}", [("VR216", 6, 11)]),
        ("{KHS: {}, Beredskap: {}, Norsk Helsenett: {}}", [("VR216", 6, 11), ("VR216", 6, 35)]),
    ],
)
def test_party_that_nothing_names_is_told(
    findings_from: FindingsFrom, parties: str, told: list[tuple[str, int, int]]
) -> None:
    assert findings_from(plan(parties), decisions()) == told


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("date: 2017-12-06", False),
        ("date: 2017-12-07", True),
        ("date: 2017-12-08", True),
        ("date: 2017-11", False),
        ("date: 2017-12", True),
        ("date: 2017", True),
        ("date: 2016", False),
        ("date: 2018-06-14, points: [{id: 1, summary: En}, {id: 2, summary: To}]", True),
        ("case: 16/2018", False),
        ("date: 2018-06-14, replaces: [sg-1]", False),
    ],
)
def test_decision_as_old_as_the_plan_or_newer_has_an_effect(
    findings_from: FindingsFrom, later: str, told: bool
) -> None:
    found = findings_from(plan("{}"), decisions(f"standing: adopted, id: sg-2, {later}"))
    expected = [("VR410", 3, 65)] if told else []
    assert [one for one in found if one[0] != "VR407"] == expected


@pytest.mark.parametrize("standing", ["proposed", "noted"])
def test_only_what_was_adopted_must_have_an_effect(findings_from: FindingsFrom, standing: str) -> None:
    later = f"standing: {standing}, id: sg-2, date: 2018-06-14"
    assert findings_from(plan("{}"), decisions(later)) == []


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"activity": "events: [{date: 2018-09-01, what: ended, decision: sg-2}]"}, ""),
        ({"activity": "note: Se sg-2."}, ""),
        ({"more": "ceases: {date: 2019-01-01, decision: sg-2}"}, ""),
        (
            {
                "more": "obligations: [{id: leie, name: Leie, kind: contract, status: {sg-2: Avsluttes 31.12.2018}}]"
            },
            "",
        ),
        ({}, "note: Av sg-2 følger ingenting for planen."),
    ],
)
def test_decision_that_something_rests_on_or_a_note_names_has_an_effect(
    findings_from: FindingsFrom, changes: dict[str, str], note: str
) -> None:
    found = findings_from(
        plan("{}", **changes), decisions("standing: adopted, id: sg-2, date: 2018-06-14", note=note)
    )
    assert [one for one in found if one[0] == "VR410"] == []


def test_name_of_another_decision_is_no_mention(findings_from: FindingsFrom) -> None:
    text = plan("{}", activity="note: Se sg-22, sg-2-b og msg-2.")
    found = findings_from(text, decisions("standing: adopted, id: sg-2, date: 2018-06-14"))
    assert found == [("VR410", 3, 65)]


def test_decision_that_another_replaces_needs_no_effect(findings_from: FindingsFrom) -> None:
    entries = (
        "standing: adopted, id: sg-2, date: 2018-01-25",
        "standing: adopted, id: sg-3, date: 2018-06-14, replaces: [sg-2]",
    )
    assert findings_from(plan("{}"), decisions(*entries)) == []


POINTS = (
    "points: [{id: 1, summary: Planen revideres}, {id: 2, summary: Leien sies opp}, {id: 3, summary: Takk}]"
)
LEASE = "obligations: [{{id: leie, name: Leie, kind: contract, status: {{sg-2/{0}: Avsluttes 31.12.2018}}}}]"


def test_single_points_are_told_where_others_have_an_effect(found_in: FoundIn) -> None:
    entry = f"standing: adopted, id: sg-2, date: 2018-06-14, {POINTS}"
    found = found_in(plan("{}", more=LEASE.format(2)), decisions(entry))
    assert [(one.code.code, one.place and one.place.column) for one in found] == [
        ("VR410", 103),
        ("VR410", 173),
    ]
    assert (
        message(found[0]).sentence == "nothing in the plan follows from sg-2/1 of 14.6.2018: Planen revideres"
    )


def test_decision_that_is_used_as_a_whole_is_used_with_all_its_points(findings_from: FindingsFrom) -> None:
    text = plan("{}").replace("sg-1", "sg-2")
    assert findings_from(text, decisions(f"standing: adopted, id: sg-2, date: 2018-06-14, {POINTS}")) == []


def test_plan_that_rests_on_nothing_is_compared_with_nothing(findings_from: FindingsFrom) -> None:
    text = plan("{}").replace("{adopted_by: sg-1}", "{note: Ingen vet}")
    assert findings_from(text, decisions("standing: adopted, id: sg-2, date: 2018-06-14")) == [
        ("VR401", 5, 11)
    ]


def test_broken_file_hides_what_it_may_have_named(findings_from: FindingsFrom) -> None:
    text = plan("{KHS: {}}").replace("id: kurs", "id: Kurs")
    assert findings_from(text, decisions("standing: adopted, id: sg-2, date: 2018-06-14")) == [
        ("VR106", 13, 17)
    ]
