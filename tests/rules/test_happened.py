"""Confirmations in the order of time: after the hand-over, and once from each receiver."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FoundIn = Callable[..., tuple[Finding, ...]]


def told(found_in: FoundIn, text: str, *events: str) -> list[tuple[str, str]]:
    lines = "\n".join(f"              - {{{event}, note: Brev}}" for event in events)
    findings = found_in(f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        parties: {{KHS: {{}}, Bærum: {{}}}}
        obligations:
          - id: nettverk
            kind: duty
            name: Nettverket
            status:
              HP 2018: {text}
            events:
{lines}
        """)
    chosen = {"VR511", "VR512", "VR513", "VR514"}
    return [(one.code.code, message(one).sentence) for one in findings if one.code.code in chosen]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Overføres til KHS 1.8.2018", "2018-07-31", "1.8.2018"),
        ("Overføres til KHS 1.8.2018", "2018-08-01", None),
        ("Overføres til KHS 1.8.2018", "2018-08-02", None),
        ("Overføres til KHS i løpet av høsten", "2018-07-31", "1.8.2018"),
        ("Overføres til KHS i løpet av høsten", "2018-08-01", None),
        ("Overføres til KHS innen 1.8.2018", "2018-07-31", None),
        ("Overføres til KHS", "2018-07-31", None),
        ("Løpende", "2018-07-31", None),
    ],
)
def test_confirmation_is_not_expected_before_the_hand_over(
    found_in: FoundIn, text: str, day: str, expected: str | None
) -> None:
    found = told(found_in, text, f"date: {day}, what: accepted, recipient: KHS")
    assert [sentence.rpartition(" ")[2] for code, sentence in found if code == "VR514"] == (
        [expected] if expected else []
    )


def test_confirmation_after_an_early_hand_over_is_in_order(found_in: FoundIn) -> None:
    handed = "date: 2018-06-20, what: transferred, recipient: KHS"
    assert told(found_in, "Overføres til KHS 1.8.2018", handed, "date: 2018-06-25, what: accepted") == []


def test_a_receiver_confirms_once(found_in: FoundIn) -> None:
    twice = ("date: 2018-08-02, what: accepted", "date: 2018-08-09, what: accepted")
    ((code, sentence),) = told(found_in, "Overføres til KHS 1.8.2018", *twice)
    assert code == "VR512"
    assert sentence.endswith("was over by then: handed over and confirmed since 2.8.2018")


def test_another_receiver_confirms_too(found_in: FoundIn) -> None:
    first, other = "date: 2018-08-02, what: accepted", "date: 2018-08-09, what: accepted, recipient: Bærum"
    assert told(found_in, "Overføres til KHS 1.8.2018", first, other) == []
