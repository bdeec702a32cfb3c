from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]


def duty(*statuses: str, more: str = "kind: duty") -> str:
    lines = "\n".join(f"              {status}" for status in statuses)
    return f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}, Justert: {{adopted_by: sg-2}}}}
        parties: {{KHS: {{}}, Bærum kommune: {{}}, Kulturskolen: {{part_of: Bærum kommune}}}}
        obligations:
          - id: nettverk
            {more}
            name: Nettverket
            status:
{lines}
        """


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Overføres", True),
        ("Overføres fra 1.7.2018", True),
        ("Overføres foreløpig fra 1.9.2018", True),
        ("Overføres til KHS fra 1.7.2018", False),
        ("{means: {recipient: KHS}, text: Overføres fra 1.7.2018}", False),
        ("Vurderes overført", False),
        ("Avsluttes 29.6.2018", False),
    ],
)
def test_transfer_names_a_recipient(findings_from: FindingsFrom, text: str, told: bool) -> None:
    assert findings_from(duty(f"HP 2018: {text}")) == ([("VR501", 8, 16)] if told else [])


@pytest.mark.parametrize(
    "more",
    [
        "kind: duty\n            recipient: KHS",
        "kind: duty\n            events: [{date: 2018-07-01, what: transferred, recipient: KHS}]",
    ],
)
def test_recipient_may_be_named_at_the_item(findings_from: FindingsFrom, more: str) -> None:
    assert findings_from(duty("HP 2018: Overføres fra 1.7.2018", more=more)) == []


def test_recipient_of_one_activity_is_not_that_of_the_others(findings_from: FindingsFrom) -> None:
    event = "events: [{date: 2018-07-01, what: transferred, recipient: KHS}]"
    text = whole("Alle tiltak overføres 1.7.2018", "~").replace(
        "note: x\n                      - id", f"{event}\n                      - id"
    )
    assert event in text
    assert findings_from(text) == [("VR501", 9, 27)]


def whole(above: str, own: str, *, at: str = "focus_area", own_key: str = "HP 2018") -> str:
    """A focus area with two activities: `above` is said of them all, `own` of the first."""
    entries = {"focus_area": "Ikke sagt", "measure": "Ikke sagt"} | {at: above}
    status = {
        place: f"status: {{HP 2018: {said}}}" if place == at else "note: x" for place, said in entries.items()
    }
    own_status = "note: x" if own == "~" else f"status: {{{own_key}: {own}}}"
    return f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}, Justert: {{adopted_by: sg-2}}}}
        parties: {{KHS: {{}}, Bærum kommune: {{}}, Kulturskolen: {{part_of: Bærum kommune}}}}
        areas:
          - id: helse
            name: Helse
            focus_areas:
              - id: bpa
                name: BPA
                {status["focus_area"]}
                measures:
                  - name: Beredskap
                    {status["measure"]}
                    activities:
                      - id: nettverk
                        name: Nettverket
                        {own_status}
                      - id: moter
                        name: Møtene
                        events: [{{date: 2018-07-01, what: started}}]
        """


COMPATIBLE = [
    ("Løpende", "Videreføres"),
    ("Videreføres", "Kvartalsvis"),
    ("Løpende", "Løpende til 30.9.2018"),
    ("Løpende til 30.9.2018", "Videreføres"),
    ("Løpende fra 1.8.2018", "Løpende til 30.9.2018"),
    ("Løpende fra 1.8.2018", "Løpende"),
    ("Avsluttes", "Avsluttes 29.6.2018"),
    ("Avsluttes 29.6.2018", "Avsluttes"),
    ("Avsluttes 29.6.2018", "Avsluttes pr 29.6.18"),
    ("Avsluttes 31.12.2018", "Videreføres ut 2018"),
    ("Løpende ut 2018", "Avsluttes 31.12.2018"),
    ("Overføres til KHS", "Overføres til KHS fra 1.8.2018"),
    ("Overføres til Bærum kommune 1.8.2018", "Overføres til Kulturskolen 1.8.2018"),
    ("Vurderes avsluttet 29.6.2018", "Løpende"),
    ("Foreslås avsluttet 29.6.2018", "Løpende"),
    ("Avsluttes 29.6.2018", "Vurderes videreført"),
    ("{text: ~, note: Ukjent}", "Løpende"),
    ("Avsluttes 29.6.2018", "{text: ~, note: Ukjent}"),
    ("{text: Avsluttes 29.6.2018, except: [nettverk]}", "Videreføres"),
    ("{text: Avsluttes 29.6.2018, only: [moter]}", "Videreføres"),
    ("Avsluttes 29.6.2018", "[Løpende, Avsluttes 29.6.2018]"),
    ("Avsluttes 29.6.2018", "~"),
]
CONTRARY = [
    ("Avsluttes 29.6.2018", "Videreføres"),
    ("Avsluttes 29.6.2018", "Videreføres ut 2018"),
    ("Avsluttes 29.6.2018", "Avsluttes 28.6.2018"),
    ("Avsluttes 29.6.2018", "Avsluttes 2.7.2018"),
    ("Avsluttes", "Videreføres"),
    ("Løpende til 30.9.2018", "Løpende til 31.12.2018"),
    ("Løpende fra 1.8.2018", "Løpende fra 1.9.2018"),
    ("Overføres til KHS fra 29.6.2018", "Overføres til KHS i løpet av høsten"),
    ("Overføres til KHS 1.8.2018", "Overføres til Bærum kommune 1.8.2018"),
    ("Overføres til KHS 1.8.2018", "Løpende"),
    ("Videreføres foreløpig", "Avsluttes 29.6.2018"),
    ("{text: Avsluttes 29.6.2018, except: [moter]}", "Videreføres"),
    ("{text: Avsluttes 29.6.2018, only: [nettverk]}", "Videreføres"),
]


@pytest.mark.parametrize("at", ["focus_area", "measure"])
@pytest.mark.parametrize(("above", "own"), COMPATIBLE)
def test_texts_that_can_both_be_true_agree(
    findings_from: FindingsFrom, above: str, own: str, at: str
) -> None:
    assert findings_from(whole(above, own, at=at)) == []


@pytest.mark.parametrize(("at", "line"), [("focus_area", 9), ("measure", 12)])
@pytest.mark.parametrize(("above", "own"), CONTRARY)
def test_texts_that_cannot_both_be_true_disagree(
    found_in: FoundIn, above: str, own: str, at: str, line: int
) -> None:
    found = [one for one in found_in(whole(above, own, at=at)) if one.code.code != "VR303"]
    assert [(one.code.code, one.place and one.place.line) for one in found] == [("VR502", line)]


def test_texts_of_different_columns_are_not_compared(findings_from: FindingsFrom) -> None:
    assert findings_from(whole("Avsluttes 29.6.2018", "Videreføres", own_key="Justert")) == []


def test_disagreement_is_told_once_and_shows_every_part(found_in: FoundIn) -> None:
    text = whole("Alle tiltak avsluttes 29.6.2018", "Videreføres").replace(
        "name: Møtene", "name: Møtene\n                        status: {HP 2018: Løpende}"
    )
    (finding,) = found_in(text)
    told = message(finding)
    assert told.sentence == (
        "“Alle tiltak avsluttes 29.6.2018” is also said of nettverk, moter, "
        "whose own text in HP 2018 says something else"
    )
    assert "except: [nettverk, moter]" in told.help
    assert told.related == ("“Videreføres” is said of nettverk", "“Løpende” is said of moter")
    assert [one.place and one.place.line for one in finding.related] == [16, 19]


DECISIONS = """
    bodies: {SG: {name: Styringsgruppen}}
    decisions:
      - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}
      - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14}
      - {id: sg-3, title: Senere, standing: adopted, evidence: full-text, body: SG, date: 2018-06-15}
    """
GONE = "Justert: Overført til KHS 14.6.2018"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2018-06-13", False),
        ("2018-06-14", False),
        ("2018-06-15", True),
        ("2018-06", False),
        ("2018-07", True),
        ("2018", False),
    ],
)
def test_only_a_decision_later_than_the_hand_over_disposes_anew(
    findings_from: FindingsFrom, day: str, told: bool
) -> None:
    found = findings_from(duty(GONE, "sg-3: Videreføres"), DECISIONS.replace("2018-06-15", day))
    assert found == ([("VR503", 9, 13)] if told else [])


@pytest.mark.parametrize(
    ("gone", "later", "told"),
    [
        (GONE, "sg-3: Avsluttes 31.12.2018", True),
        (GONE, "sg-3: Videreføring søkes", True),
        (GONE, "sg-3: Overføres til Bærum kommune fra 1.1.2019", True),
        (GONE, "sg-3: Overføres til KHS fra 14.6.2018", False),
        ("Justert: Overført til Bærum kommune 14.6.2018", "sg-3: Overføres til Kulturskolen 1.1.2019", False),
        (GONE, "sg-3: {text: ~, note: Ukjent}", False),
        ("Justert: Overføres til KHS 15.6.2018", "sg-3: Videreføres", False),
        ("Justert: Overføres til KHS", "sg-3: Videreføres", False),
        ("HP 2018: Overføres til KHS 1.2.2018", "sg-3: Videreføres", False),
        ("Justert: Avsluttet 14.6.2018", "sg-3: Videreføres", False),
    ],
)
def test_what_was_handed_over_is_not_disposed_of_again(
    found_in: FoundIn, gone: str, later: str, told: bool
) -> None:
    found = found_in(duty(gone, later), DECISIONS)
    assert [one.code.code for one in found] == (["VR503"] if told else [])


def test_the_later_decision_is_told_with_the_hand_over(found_in: FoundIn) -> None:
    (finding,) = found_in(duty(GONE, "sg-3: Videreføres"), DECISIONS)
    assert message(finding).sentence == (
        "“Videreføres” is of 15.6.2018, and what it speaks of had been handed over to KHS on 14.6.2018"
    )
    assert [one.place and one.place.line for one in finding.related] == [8]


def test_each_entry_of_a_decision_is_told_once(findings_from: FindingsFrom) -> None:
    text = """
        columns: {Justert: {adopted_by: sg-2}}
        parties: {KHS: {}}
        obligations:
          - id: a
            kind: duty
            name: A
            status: {Justert: Overført til KHS 14.6.2018, sg-3: [Videreføres, Videreføres ut 2018]}
          - id: b
            kind: duty
            name: B
            status: {Justert: Overført til KHS 14.6.2018, sg-3: Videreføres}
        """
    assert findings_from(text, DECISIONS) == [("VR503", 7, 58), ("VR503", 11, 57)]
