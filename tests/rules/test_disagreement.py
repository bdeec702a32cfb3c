from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]


def plan(one: str, other: str, *, key: str = "HP 2018", above: str = "") -> str:
    return f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        parties: {{KHS: {{}}, Bærum kommune: {{}}, Kulturskolen: {{part_of: Bærum kommune}}}}
        areas:
          - id: helse
            name: Helse
            measures:
              - name: Beredskap
                {above}
                activities:
                  - id: nettverk
                    name: Nettverket
                    status:
                      {key}:
                        - {one}
                        - {other}
                  - id: kurs
                    name: Kurs
                    status: {{HP 2018: Løpende}}
        """


CLASHES = [
    ("Avsluttes 29.6.18", "Videreføres ut 2018"),
    ("Avsluttes 29.6.18", "Videreføres"),
    ("Avsluttes", "Videreføres"),
    ("Avvikles 29.6.2018", "Løpende til 31.12.2018"),
    ("Avsluttes 29.6.2018", "Videreføres fra 1.8.2018"),
    ("Avsluttes 29.6.2018", "Avsluttes 31.12.2018"),
    ("Avsluttes pr 29.6.18", "Opphører fra 1.1.2019"),
    ("Videreføres ut 2018", "Videreføres ut 2019"),
    ("Overføres til KHS", "Overføres til Bærum kommune"),
    ("Overføres til KHS 1.7.2018", "Overføres til KHS i løpet av høsten"),
    ("Overføres til KHS 1.7.2018", "Overføres til KHS 1.9.2018"),
    ("Utgår", "Videreføres ut 2018"),
    ("Utgår", "Løpende"),
    ("Utgår", "Q3"),
    ("Avsluttes 29.6.2018", "Løpende fra 1.8.2018"),
    ("Avsluttes 29.6.2018", "{text: Som før, means: {kind: continues, to: 2018-12-31}}"),
    ("Videreføres foreløpig ut 2019", "Avsluttes 29.6.2018"),
]


@pytest.mark.parametrize(("one", "other"), [*CLASHES, *((other, one) for one, other in CLASHES)])
def test_texts_of_one_column_that_cannot_both_be_true_are_told(
    found_in: FoundIn, one: str, other: str
) -> None:
    (finding,) = (found for found in found_in(plan(one, other)) if found.code.code not in {"VR301", "VR303"})
    assert finding.place is not None
    assert (finding.code.code, finding.place.line) == ("VR308", 15)
    assert [related.place and related.place.line for related in finding.related] == [14]


BOTH_TRUE = [
    ("Avsluttes 29.6.18", "Avsluttes 29.6.2018"),
    ("Avsluttes", "Avsluttes 29.6.18"),
    ("Avvikles", "Videreføres ut 2018"),
    ("Løpende", "Avsluttes 29.6.18"),
    ("Kvartalsvis", "Avsluttes 29.6.18"),
    ("Avsluttes 31.12.2018", "Videreføres ut 2018"),
    ("Løpende", "Videreføres ut 2018"),
    ("Løpende", "Kvartalsvis"),
    ("Q3", "Q4"),
    ("Avsluttes 29.6.18", "Q4"),
    ("Videreføres", "Overføres til KHS i løpet av høsten"),
    ("Avsluttes 29.6.18", "Overføres til KHS 1.7.2018"),
    ("Overføres til KHS", "Overføres til KHS 1.7.2018"),
    ("Overføres 1.7.2018", "Overføres til KHS 1.7.2018"),
    ("Overføres til KHS 1.10.2018", "Overføres til KHS i løpet av høsten"),
    ("Overføres til Bærum kommune", "Overføres til Kulturskolen"),
    ("Gjennomført", "Videreføres ut 2018"),
    ("Utsatt til 2019", "Q3"),
    ("Avsluttes 29.6.18", "Foreslås videreført ut 2018"),
    ("Avsluttes 29.6.18", "Vurderes videreført"),
    ("Avsluttes 29.6.18", "Kan forlenges ut 2018"),
    ("Avsluttes 29.6.18", "Stillingen avvikles 31.12.2018"),
    ("Avsluttes 29.6.18", "Leieavtalen videreføres ut 2018"),
    ("Kontraktperioden går formelt ut i 2018", "Videreføres ut 2019"),
    ("{text: ~, note: Ukjent}", "Avsluttes 29.6.18"),
]


@pytest.mark.parametrize(("one", "other"), [*BOTH_TRUE, *((other, one) for one, other in BOTH_TRUE)])
def test_texts_that_can_both_be_true_give_nothing(found_in: FoundIn, one: str, other: str) -> None:
    found = [finding.code.code for finding in found_in(plan(one, other))]
    assert [code for code in found if code not in {"VR301", "VR303", "VR501"}] == []


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2018-06-28", "2018-06-29", True),
        ("2018-06-29", "2018-06-29", False),
        ("2018-07-01", "2018-06-29", True),
    ],
)
def test_last_days_are_the_same_to_the_day(
    findings_from: FindingsFrom, first: str, last: str, told: bool
) -> None:
    one, other = (f"{{text: Avsluttes, means: {{to: {day}}}}}" for day in (first, last))
    assert findings_from(plan(one, other)) == ([("VR308", 15, 26)] if told else [])


def test_texts_of_a_decision_are_compared_too(findings_from: FindingsFrom) -> None:
    assert findings_from(plan("Avsluttes 29.6.18", "Videreføres ut 2018", key="sg-2/1")) == [
        ("VR308", 15, 19)
    ]


def test_texts_of_two_columns_are_not_compared(findings_from: FindingsFrom) -> None:
    text = """
        columns: {HP 2018: {adopted_by: sg-1}, Justert: {adopted_by: sg-2}}
        obligations:
          - {id: leie, name: Leie, kind: contract, status: {HP 2018: Videreføres ut 2018, Justert: Avsluttes 29.6.18}}
        """
    assert findings_from(text) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("only: [nettverk]", "only: [kurs]", False),
        ("only: [nettverk]", "except: [nettverk]", False),
        ("only: [nettverk]", "only: [nettverk]", True),
        ("only: [nettverk]", "note: Uten unntak", True),
        ("except: [kurs]", "except: [nettverk]", True),
        ("except: [kurs]", "note: Uten unntak", True),
    ],
)
def test_texts_for_different_activities_are_not_compared(
    found_in: FoundIn, one: str, other: str, told: bool
) -> None:
    above = (
        f"status: {{sg-2/1: [{{text: Avsluttes 29.6.18, {one}}}, {{text: Avsluttes 31.12.2018, {other}}}]}}"
    )
    found = [finding.code.code for finding in found_in(plan("Løpende", "Løpende", above=above))]
    assert found.count("VR308") == told


def test_each_pair_is_told_once_with_both_texts(found_in: FoundIn) -> None:
    text = plan("Avsluttes 29.6.18", "Videreføres ut 2018\n                        - Løpende")
    (finding,) = found_in(text)
    told = message(finding)
    assert told.sentence == (
        "“Videreføres ut 2018” and “Avsluttes 29.6.18” stand in HP 2018 for the same, and cannot both be true"
    )
    assert told.related == ("“Avsluttes 29.6.18” stands here",)
