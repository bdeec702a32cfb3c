from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]

DECISIONS = """
    bodies: {SG: {name: Styringsgruppen, role: decides}, RG: {name: Rådmannsgruppen, role: prepares}}
    decisions:
      - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}
      - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14,
         points: [{id: 1, summary: En}, {id: 2, summary: To}]}
    """
SG_2 = "standing: adopted, evidence: full-text, body: SG, date: 2018-06-14"


def plan(*statuses: str, columns: str = "HP 2018: {adopted_by: sg-1}, Justert: {adopted_by: sg-2}") -> str:
    lines = "\n".join(f"              {status}" for status in statuses)
    return f"""
        columns: {{{columns}}}
        parties: {{KHS: {{}}, Bærum kommune: {{}}}}
        obligations:
          - id: nettverk
            kind: duty
            name: Nettverket
            status:
{lines}
        """


def decided(old: str, new: str) -> str:
    assert DECISIONS.count(old) == 1
    return DECISIONS.replace(old, new)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("{}", [("VR401", 1, 11)]),
        ("{note: Ingen vet}", [("VR401", 1, 11)]),
        ("{proposed_by: sg-1, adopted_by: sg-2}", []),
        ("{proposed_by: sg-2}", [("VR403", 1, 11)]),
        ("{adopted_by: sg-9}", [("VR201", 1, 33)]),
        ("{proposed_by: sg-1, adopted_by: sg-9}", [("VR201", 1, 52)]),
    ],
)
def test_column_is_adopted_or_proposed_by_a_decision(
    findings_from: FindingsFrom, column: str, expected: list[tuple[str, int, int]]
) -> None:
    assert findings_from(plan("Justert: Løpende", columns=f"Justert: {column}"), DECISIONS) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("", [("VR402", 1, 40), ("VR402", 9, 7)]),
        (", date: 2018", []),
        (", date: 2018-06", []),
        (", date: 2018-06-14", []),
    ],
)
def test_decision_that_something_rests_on_has_a_date_if_only_a_year(
    findings_from: FindingsFrom, day: str, expected: list[tuple[str, int, int]]
) -> None:
    text = plan("Justert: Løpende", "sg-2/1: Videreføres")
    assert findings_from(text, decided(", date: 2018-06-14", day)) == expected


def test_undated_decision_that_nothing_rests_on_is_not_told(findings_from: FindingsFrom) -> None:
    text = plan("HP 2018: Løpende", columns="HP 2018: {adopted_by: sg-1}")
    assert findings_from(text, decided(", date: 2018-06-14", "")) == []


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        ("adopted", []),
        ("proposed", [("VR403", 1, 40), ("VR403", 9, 7)]),
        ("noted", [("VR403", 1, 40), ("VR403", 9, 7)]),
    ],
)
def test_what_a_plan_rests_on_was_adopted(
    findings_from: FindingsFrom, standing: str, expected: list[tuple[str, int, int]]
) -> None:
    text = plan("Justert: Løpende", "sg-2/1: Videreføres")
    assert (
        findings_from(text, decided(SG_2, SG_2.replace("standing: adopted", f"standing: {standing}")))
        == expected
    )


def test_key_is_told_where_it_is_used_first_and_only_there(findings_from: FindingsFrom) -> None:
    text = """
        obligations:
          - {id: a, kind: duty, name: A, status: {sg-2/1: Løpende}}
          - {id: b, kind: duty, name: B, status: {sg-2/1: Løpende, sg-2/2: Løpende}}
        """
    proposed = decided(SG_2, SG_2.replace("standing: adopted", "standing: proposed"))
    assert findings_from(text, proposed) == [("VR403", 2, 43), ("VR403", 3, 60)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("date: 2018-06-14,", "case: 16/2018,", "VR402"),
        (SG_2, SG_2.replace("standing: adopted", "standing: proposed"), "VR403"),
        ("date: 2018-06-14,", "date: 2018-06-14,", None),
    ],
)
def test_end_of_the_organisation_rests_on_an_adopted_and_dated_decision(
    findings_from: FindingsFrom, old: str, new: str, code: str | None
) -> None:
    text = "ceases: {date: 2019-01-01, decision: sg-2/1}"
    assert findings_from(text, decided(old, new)) == ([(code, 1, 38)] if code else [])


@pytest.mark.parametrize(
    ("standing", "evidence", "expected"),
    [
        ("adopted", "title-only", [("VR404", 1, 62)]),
        ("adopted", "cited", []),
        ("adopted", "full-text", []),
        ("proposed", "title-only", [("VR403", 1, 40)]),
    ],
)
def test_text_of_an_adopted_column_has_been_seen(
    findings_from: FindingsFrom, standing: str, evidence: str, expected: list[tuple[str, int, int]]
) -> None:
    said = f"standing: {standing}, evidence: {evidence}"
    assert (
        findings_from(
            plan("Justert: Løpende"),
            decided(SG_2, SG_2.replace("standing: adopted, evidence: full-text", said)),
        )
        == expected
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Overført til KHS 13.6.2018", True),
        ("Overført til KHS 14.6.2018", False),
        ("Overført til KHS 15.6.2018", False),
        ("Avsluttet 13.6.2018", True),
        ("Avsluttet 14.6.2018", False),
        ("Gjennomført 13.6.2018", True),
        ("Gjennomført 14.6.2018", False),
        ("{text: Overført til KHS, means: {from: 2018-06-13}}", True),
        ("{text: Overført til KHS, means: {from: 2018-06-14}}", False),
        ("{text: Overført til KHS, means: {from: 2018-06-15}}", False),
        ("Overført til KHS", False),
        ("Overføres til KHS 13.6.2018", False),
        ("Avsluttes 13.6.2018", False),
        ("Løpende fra 1.2.2018", False),
    ],
)
def test_what_has_happened_was_decided_before(findings_from: FindingsFrom, text: str, told: bool) -> None:
    found = findings_from(plan(f"Justert: {text}"), DECISIONS)
    assert found == ([("VR405", 8, 23 if text.startswith("{") else 16)] if told else [])


@pytest.mark.parametrize(
    ("day", "told", "decided_on"),
    [
        ("2018-06-14", True, "14.6.2018"),
        ("2018-06", True, "2018-06"),
        ("2018-05", False, ""),
        ("2018", False, ""),
        ("2019", True, "2019"),
    ],
)
def test_decision_of_a_month_or_a_year_may_be_of_its_first_day(
    found_in: FoundIn, day: str, told: bool, decided_on: str
) -> None:
    found = found_in(plan("Justert: Overført til KHS 31.5.2018"), decided("date: 2018-06-14", f"date: {day}"))
    expected = (
        f"“Overført til KHS 31.5.2018” happened on 31.5.2018, before it was decided: sg-2 is of {decided_on}"
    )
    assert [message(one).sentence for one in found] == ([expected] if told else [])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Overføres til KHS fra 1.2.2018", "Overført til KHS 1.2.2018", False),
        ("Overføres i løpet av våren", "Overført til KHS 1.2.2018", False),
        ("Overføres til Bærum kommune fra 1.2.2018", "Overført til KHS 1.2.2018", True),
        ("Løpende", "Overført til KHS 1.2.2018", True),
        ("Vurderes overført til KHS", "Overført til KHS 1.2.2018", True),
        ("Avsluttes 30.4.2018", "Avsluttet 30.4.2018", False),
        ("Løpende", "Avsluttet 30.4.2018", True),
        ("Q1", "Gjennomført 15.3.2018", False),
        ("Foreslås gjennomført i mars", "Gjennomført 15.3.2018", True),
    ],
)
def test_later_text_may_tell_that_what_was_decided_before_is_done(
    found_in: FoundIn, before: str, after: str, told: bool
) -> None:
    found = found_in(plan(f"HP 2018: {before}", f"Justert: {after}"), DECISIONS)
    assert [one.code.code for one in found if one.code.code not in {"VR501"}] == (["VR405"] if told else [])


@pytest.mark.parametrize(
    ("adopted", "told"), [("2018-01-31", False), ("2018-02-01", False), ("2018-02-02", True), ("2018", True)]
)
def test_decision_that_foresees_the_act_is_no_later_than_it(
    findings_from: FindingsFrom, adopted: str, told: bool
) -> None:
    text = plan("HP 2018: Overføres til KHS fra 1.2.2018", "Justert: Overført til KHS 1.2.2018")
    found = findings_from(text, decided("date: 2017-12-07", f"date: {adopted}"))
    assert [code for code, *_ in found] == (["VR405"] if told else [])


def test_act_is_told_once_with_every_text_that_tells_it(found_in: FoundIn) -> None:
    (finding,) = found_in(
        """
        columns: {Justert: {adopted_by: sg-2}}
        parties: {KHS: {}}
        obligations:
          - {id: a, kind: duty, name: A, status: {Justert: Overført til KHS 1.2.2018}}
          - {id: b, kind: duty, name: B, status: {Justert: Overført til KHS med virkning fra 1.2.2018}}
        """,
        DECISIONS,
    )
    assert finding.place is not None
    assert (finding.code.code, finding.place.line) == ("VR405", 4)
    assert [one.place and one.place.line for one in finding.related] == [5]


@pytest.mark.parametrize(
    ("body", "standing", "told"),
    [
        ("RG", "adopted", True),
        ("RG", "proposed", False),
        ("RG", "noted", False),
        ("SG", "adopted", False),
    ],
)
def test_body_that_only_prepares_adopts_nothing(
    findings_from: FindingsFrom, body: str, standing: str, told: bool
) -> None:
    said = f"standing: {standing}, evidence: full-text, body: {body}, date: 2018-06-14"
    assert findings_from("", decided(SG_2, said)) == ([("VR406", 4, 78)] if told else [])


def test_body_without_a_role_is_believed(findings_from: FindingsFrom) -> None:
    text = decided("role: decides", "aliases: [Gruppen]")
    assert findings_from("", text) == []


def replaced(old: str, more: str = "date: 2018-06-14", standing: str = "adopted") -> str:
    said = f"standing: {standing}, evidence: cited, body: SG, {more}, replaces: [{old}]"
    return f"{DECISIONS.rstrip()}\n      - {{id: sg-3, title: Ny, {said}}}\n"


@pytest.mark.parametrize(
    ("statuses", "decisions", "expected"),
    [
        (["HP 2018: Løpende"], replaced("sg-1"), [("VR407", 1, 11)]),
        (["HP 2018: Løpende", "Justert: Videreføres"], replaced("sg-1"), []),
        (["sg-2/1: Løpende"], replaced("sg-2"), [("VR407", 8, 7)]),
        (["sg-2/1: Løpende"], replaced("sg-2/1"), [("VR407", 8, 7)]),
        (["sg-2/1: Løpende"], replaced("sg-2/2"), []),
        (["HP 2018: Løpende"], replaced("sg-1", standing="proposed"), []),
        (["HP 2018: Løpende"], replaced("sg-1", "case: 3/2018"), []),
    ],
)
def test_nothing_that_holds_rests_on_a_replaced_decision(
    findings_from: FindingsFrom, statuses: list[str], decisions: str, expected: list[tuple[str, int, int]]
) -> None:
    assert findings_from(plan(*statuses), decisions) == expected


def test_what_still_holds_by_a_replaced_decision_is_shown(found_in: FoundIn) -> None:
    (finding,) = found_in(plan("HP 2018: Løpende"), replaced("sg-1"))
    assert message(finding).sentence == "HP 2018 rests on sg-1, which sg-3 of 14.6.2018 replaces"
    assert [one.place and one.place.line for one in finding.related] == [8]


def test_end_of_the_organisation_rests_on_no_replaced_decision(found_in: FoundIn) -> None:
    (finding,) = found_in("ceases: {date: 2019-01-01, decision: sg-2/1}", replaced("sg-2", "date: 2018"))
    expected = "the end of Vestregionen rests on sg-2, which sg-3 of 2018 replaces"
    assert (finding.code.code, message(finding).sentence) == ("VR407", expected)


def test_broken_plan_is_not_judged_by_what_it_lacks(findings_from: FindingsFrom) -> None:
    text = plan("HP 2018: Overføres", columns="HP 2018: {adoptd_by: sg-1}")
    assert findings_from(text, DECISIONS) == [("VR101", 1, 21)]
