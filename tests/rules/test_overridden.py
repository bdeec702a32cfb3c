"""What is recorded and what was decided: a later decision of what is over, and a hand-over recorded as done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FoundIn = Callable[..., tuple[Finding, ...]]


def told(found_in: FoundIn, before: str, after: str, *events: str) -> list[tuple[str, str]]:
    lines = "\n".join(f"              - {{{event}, note: Brev}}" for event in events)
    later = f"sg-2/1: {after}" if after else ""
    findings = found_in(f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        parties: {{KHS: {{}}, Bærum: {{}}, Kulturskolen: {{part_of: Bærum}}}}
        obligations:
          - id: nettverk
            kind: duty
            name: Nettverket
            status:
              HP 2018: {before}
              {later}
            events:
{lines}
        """)
    chosen = {"VR515", "VR516"}
    return [(one.code.code, message(one).sentence) for one in findings if one.code.code in chosen]


def codes(*given: object) -> list[str]:
    return [code for code, _ in told(*given)]  # type: ignore[arg-type]


def test_later_decision_of_what_is_done_is_told(found_in: FoundIn) -> None:
    event = "date: 2018-03-20, what: done"
    sentence = (
        "nettverk is recorded as done on 20.3.2018; “Overføres til KHS 1.9.2018” was decided later "
        "(sg-2/1, 14.6.2018), and what is recorded still holds"
    )
    assert told(found_in, "Løpende", "Overføres til KHS 1.9.2018", event) == [("VR515", sentence)]


@pytest.mark.parametrize(
    ("day", "expected"), [("2018-06-13", ["VR515"]), ("2018-06-14", []), ("2018-06-15", [])]
)
def test_only_what_is_decided_after_the_event(found_in: FoundIn, day: str, expected: list[str]) -> None:
    assert codes(found_in, "Løpende", "Videreføres ut 2018", f"date: {day}, what: done") == expected


@pytest.mark.parametrize(
    ("after", "what", "expected"),
    [
        ("Løpende", "done", []),  # repeated
        ("Vurderes overført til KHS", "done", []),  # not decided
        ("Gjennomført", "done", []),
        ("Avsluttes 30.4.2018", "ended", []),  # over before it was decided
        ("Avsluttes 14.6.2018", "ended", ["VR515"]),
        ("Q4", "cancelled", ["VR515"]),
        ("Q4", "started", []),
        ("Videreføres ut 2018", "transferred, recipient: KHS", ["VR515"]),
        ("Overføres til KHS 1.9.2018", "transferred, recipient: KHS", []),
        ("Overføres til Kulturskolen 1.9.2018", "accepted, recipient: Bærum", []),
        ("Overføres til Bærum 1.9.2018", "accepted, recipient: KHS", ["VR515"]),
    ],
)
def test_only_what_is_news(found_in: FoundIn, after: str, what: str, expected: list[str]) -> None:
    assert codes(found_in, "Løpende", after, f"date: 2018-03-20, what: {what}") == expected


def test_what_began_again_is_in_order(found_in: FoundIn) -> None:
    events = ("date: 2018-03-20, what: done", "date: 2018-06-14, what: started, decision: sg-2")
    assert codes(found_in, "Løpende", "Videreføres ut 2018", *events) == []


@pytest.mark.parametrize(
    ("text", "what", "expected"),
    [
        ("Overføres til KHS i løpet av høsten", "done", ["VR516"]),
        ("Overføres til KHS i løpet av høsten", "ended", ["VR516"]),
        ("Overføres til KHS i løpet av høsten", "transferred", []),
        ("Overføres til KHS i løpet av høsten", "cancelled", []),
        ("Overføres til KHS 1.10.2018", "done", ["VR516"]),
        ("Overføres til KHS 1.9.2018", "done", []),  # it has it: VR512 tells
        ("Overføres i løpet av høsten", "done", []),
        ("Løpende", "done", []),
    ],
)
def test_what_the_words_hand_over_is_not_recorded_as_done(
    found_in: FoundIn, text: str, what: str, expected: list[str]
) -> None:
    assert codes(found_in, text, "", f"date: 2018-09-10, what: {what}") == expected


def test_what_was_handed_over_before_is_told_by_another_rule(found_in: FoundIn) -> None:
    events = ("date: 2018-09-03, what: transferred, recipient: KHS", "date: 2018-09-10, what: done")
    assert codes(found_in, "Overføres til KHS i løpet av høsten", "", *events) == []
