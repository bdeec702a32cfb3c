from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]


def plan(text: str, *events: str, more: str = "", column: str = "adopted_by: sg-1") -> str:
    lines = "\n".join(f"              - {{{event}}}" for event in events)
    return f"""
        columns: {{HP 2018: {{{column}}}}}
        parties: {{KHS: {{aliases: [Helse vest]}}, Bærum kommune: {{}}, Kulturskolen: {{part_of: Bærum kommune}}}}
        obligations:
          - id: nettverk
            kind: duty
            name: Nettverket
            {more}
            status:
              HP 2018: {text}
            events:
{lines}
        """


TO_KHS = "Overføres til KHS 1.7.2018"
TO_BAERUM = "date: 2018-07-01, what: transferred, recipient: Bærum kommune"


@pytest.mark.parametrize(
    ("text", "recipient", "told"),
    [
        (TO_KHS, "KHS", False),
        (TO_KHS, "helse vest", False),
        (TO_KHS, "Bærum kommune", True),
        (TO_KHS, "Kulturskolen", True),
        ("Overføres til Bærum kommune", "Kulturskolen", False),
        ("Overføres til Kulturskolen", "Bærum kommune", False),
        ("Overføres til Kulturskolen", "KHS", True),
        ("Overføres foreløpig til KHS", "Bærum kommune", True),
        ("Vurderes overført til KHS", "Bærum kommune", False),
        ("Overføres 1.7.2018", "Bærum kommune", False),
        ("Løpende", "Bærum kommune", False),
        ("{text: Flyttes, means: {kind: transfers, recipient: KHS}}", "Bærum kommune", True),
    ],
)
@pytest.mark.parametrize("what", ["transferred", "accepted"])
def test_who_received_it_is_who_was_to_have_it(
    findings_from: FindingsFrom, text: str, recipient: str, told: bool, what: str
) -> None:
    found = findings_from(plan(text, f"recipient: {recipient}, date: 2018-07-01, what: {what}"))
    assert [one for one in found if one[0] not in {"VR301", "VR501"}] == ([("VR510", 11, 21)] if told else [])


@pytest.mark.parametrize(
    ("events", "lines"),
    [
        (["date: 2018-07-01, what: transferred, recipient: KHS", f"{TO_BAERUM}"], []),
        (["date: 2018-07-02, what: transferred, recipient: KHS", f"{TO_BAERUM}"], [12]),
        ([f"{TO_BAERUM}", "date: 2018-07-02, what: transferred, recipient: KHS"], [11]),
        ([f"{TO_BAERUM}, decision: sg-2"], []),
        (["date: 2018-07-01, what: transferred"], []),
        (["date: 2018-07-01, what: postponed, recipient: Bærum kommune, to: 2018-09-01"], []),
    ],
)
def test_only_the_first_hand_over_without_a_decision_of_its_own_is_compared(
    findings_from: FindingsFrom, events: list[str], lines: list[int]
) -> None:
    found = findings_from(plan(TO_KHS, *events))
    assert [(code, line) for code, line, _ in found if code != "VR411"] == [("VR510", line) for line in lines]


def test_what_is_only_proposed_binds_nobody(findings_from: FindingsFrom) -> None:
    found = findings_from(plan(TO_KHS, TO_BAERUM, column="proposed_by: sg-1"))
    assert found == [("VR403", 1, 11)]


def test_recipient_of_the_obligation_itself_may_receive_it(findings_from: FindingsFrom) -> None:
    assert findings_from(plan(TO_KHS, TO_BAERUM, more="recipient: Bærum kommune")) == []


def test_both_parties_are_told_with_the_text(found_in: FoundIn) -> None:
    (finding,) = found_in(plan(TO_KHS, TO_BAERUM))
    told = message(finding)
    assert told.sentence == f"nettverk went to Bærum kommune, and “{TO_KHS}” hands it over to KHS"
    assert told.related == ("the text stands here",)
    assert [one.place and one.place.line for one in finding.related] == [9]


def test_what_was_received_as_decided_may_be_passed_on(findings_from: FindingsFrom) -> None:
    received, passed_on = (
        "date: 2018-07-01, what: transferred",
        "date: 2018-09-01, what: transferred, recipient: Bærum kommune",
    )
    assert findings_from(plan(TO_KHS, received, passed_on)) == []
