from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]


@pytest.mark.parametrize(
    ("act", "told"),
    [("2018-06-13", True), ("2018-06-14", False), ("2018-06-15", False)],
)
def test_event_follows_the_decision_that_it_rests_on(
    findings_from: FindingsFrom, act: str, told: bool
) -> None:
    text = f"""
        obligations:
          - id: leie
            name: Leie
            kind: contract
            events: [{{date: {act}, what: ended, decision: sg-2/1}}]
            status: {{sg-2/1: Avsluttes}}
        """
    assert findings_from(text) == ([("VR411", 5, 56)] if told else [])


def test_event_that_names_no_decision_follows_none(findings_from: FindingsFrom) -> None:
    text = """
        obligations:
          - id: leie
            name: Leie
            kind: contract
            events: [{date: 2018-06-13, what: ended}]
            status: {sg-2/1: Avsluttes}
        """
    assert findings_from(text) == []


@pytest.mark.parametrize(
    ("ceases", "told"), [("2018-06-13", True), ("2018-06-14", False), ("2019-01-01", False)]
)
def test_organisation_does_not_end_before_that_is_decided(
    findings_from: FindingsFrom, ceases: str, told: bool
) -> None:
    text = f"ceases: {{date: {ceases}, decision: sg-2/1}}"
    assert findings_from(text) == ([("VR411", 1, 38)] if told else [])


@pytest.mark.parametrize(
    ("decided", "told"),
    [("2018", False), ("2018-06", False), ("2018-07", True), ("2019", True), ("2018-06-14", True)],
)
def test_decision_may_be_of_the_first_day_that_its_date_allows(
    findings_from: FindingsFrom, decided: str, told: bool
) -> None:
    decisions = f"""
        decisions:
          - {{id: sg-2, title: Slutt, standing: adopted, evidence: full-text, date: {decided}}}
        """
    found = findings_from("ceases: {date: 2018-06-13, decision: sg-2}", decisions)
    assert found == ([("VR411", 1, 38)] if told else [])


def test_act_and_decision_are_told_with_their_days(found_in: FoundIn) -> None:
    (finding,) = found_in("ceases: {date: 2018-06-13, decision: sg-2/1}")
    assert message(finding).sentence == (
        "this is of 13.6.2018, and sg-2/1, which it rests on, was decided only on 14.6.2018"
    )


def cited(paper: str, decided: str, more: str = "standing: adopted, evidence: cited") -> str:
    return f"""
        sources: {{notat: {{title: Saksnotat{paper}}}}}
        decisions:
          - {{id: sg-2, title: Vedtak, source: notat, {more}{decided}}}
        """


@pytest.mark.parametrize(
    ("paper", "decided", "told"),
    [
        ("2018-05-31", "2018-05-30", False),
        ("2018-05-31", "2018-05-31", False),
        ("2018-05-31", "2018-06-01", True),
        ("2018-05-31", "2018-12-07", True),
        ("2018-05-31", "2018-05", False),
        ("2018-05-31", "2018-06", True),
        ("2018-05-31", "2018", False),
        ("2018-05", "2018-05-31", False),
        ("2018-05", "2018-06-01", True),
        ("2018", "2018-12-31", False),
        ("2018", "2019", True),
    ],
)
def test_paper_that_cites_a_decision_is_no_older(
    findings_from: FindingsFrom, paper: str, decided: str, told: bool
) -> None:
    found = findings_from("note: sg-2", cited(f", date: {paper}", f", date: {decided}"))
    assert found == ([("VR601", 3, 88)] if told else [])


@pytest.mark.parametrize(
    "more",
    [
        "standing: adopted, evidence: full-text",
        "standing: adopted, evidence: title-only",
        "standing: proposed, evidence: cited",
    ],
)
def test_paper_may_announce_or_propose_a_decision(findings_from: FindingsFrom, more: str) -> None:
    assert findings_from("note: sg-2", cited(", date: 2018-05-31", ", date: 2018-06-14", more)) == []


@pytest.mark.parametrize(("paper", "decided"), [("", ", date: 2018-06-14"), (", date: 2018-05-31", "")])
def test_what_has_no_date_is_not_compared(findings_from: FindingsFrom, paper: str, decided: str) -> None:
    assert findings_from("note: sg-2", cited(paper, decided)) == []


def test_paper_is_shown_beside_the_decision(found_in: FoundIn) -> None:
    (finding,) = found_in("note: sg-2", cited(", date: 2018-05-31", ", date: 2018-12-07"))
    told = message(finding)
    assert told.sentence == "sg-2 is of 7.12.2018, and the paper that cites it is of 31.5.2018"
    assert told.related == ("the day of the paper",)
    assert [one.place and (one.place.line, one.place.column) for one in finding.related] == [(1, 43)]
