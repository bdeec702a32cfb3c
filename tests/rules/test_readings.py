from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding, Severity
from vrplan.render.findings import message

FoundIn = Callable[..., tuple[Finding, ...]]


def plan(status: str) -> str:
    return f"""
        columns:
          HP 2018: {{adopted_by: sg-1}}
        parties:
          KHS: {{name: Kommunehelsesamarbeidet}}
        obligations:
          - id: nettverk
            kind: duty
            name: Nettverket
            status:
              HP 2018: {status}
        """


@pytest.mark.parametrize(
    "status",
    [
        "Løpende",
        "Avsluttes 29.6.18",
        "Overføres til KHS fra 1.7.2018",
        "{text: Dette skal utredes nærmere, means: {kind: ends, to: 2018-06-29}}",
        "{text: Løpende, means: {kind: ongoing}}",
        "{text: Overføres til KHS, means: {from: 2018-07-01, recipient: kommunehelsesamarbeidet}}",
        "{text: Avsluttes i 2018, means: {to: 2018-12-31}}",
        "{text: ~, means: {kind: ends, to: 2018-06-29}}",
        "[Løpende, {text: Løpende}]",
    ],
)
def test_text_that_is_understood_gives_nothing(found_in: FoundIn, status: str) -> None:
    assert found_in(plan(status)) == ()


@pytest.mark.parametrize(
    ("status", "expected", "sentence"),
    [
        (
            "Avsluttes 31.6.2018",
            ("VR301", 16),
            "“Avsluttes 31.6.2018” is not understood, so its state is unknown.",
        ),
        ("xyzzy", ("VR301", 16), "“xyzzy” is not understood, so its state is unknown."),
        ("{note: Uklart, text: xyzzy}", ("VR301", 37), "“xyzzy” is not understood, so its state is unknown."),
        ("[Løpende, xyzzy]", ("VR301", 26), "“xyzzy” is not understood, so its state is unknown."),
        ("Avsluttes 29..6.18", ("VR302", 16), "“Avsluttes 29..6.18”: 29..6.18 is read as 29.6.18."),
        ("Avslutes 29.6.18", ("VR306", 16), "“Avslutes 29.6.18”: avslutes is read as avsluttes."),
        ("Avsluttes i 2018", ("VR303", 16), "“Avsluttes i 2018”: "),
        ("Videreføres ut 2019. Andelen utbetales i 2018", ("VR304", 16), "“Videreføres ut 2019. Andelen"),
        (
            "{text: Avsluttes 29.6.2018, means: {to: 2018-07-31}}",
            ("VR305", 56),
            "means says to: 2018-07-31, and “Avsluttes 29.6.2018” says 2018-06-29",
        ),
        (
            "{text: Avsluttes 29.6.2018, means: {kind: transfers, recipient: KHS}}",
            ("VR305", 58),
            "means says kind: transfers, and “Avsluttes 29.6.2018” says ends",
        ),
        (
            "{text: Overføres til KHS fra 1.7.2018, means: {from: 2018-08-01}}",
            ("VR305", 69),
            "means says from: 2018-08-01, and “Overføres til KHS fra 1.7.2018” says 2018-07-01",
        ),
        (
            "{text: Overføres til KHS, means: {recipient: Vestregionen}}",
            ("VR305", 61),
            "means says recipient: Vestregionen, and “Overføres til KHS” says KHS",
        ),
    ],
)
def test_what_a_reader_must_look_at_is_told_at_its_text(
    found_in: FoundIn, status: str, expected: tuple[str, int], sentence: str
) -> None:
    (finding,) = found_in(plan(status))
    assert finding.place is not None
    assert (finding.code.code, finding.place.line, finding.place.column) == (expected[0], 10, expected[1])
    assert message(finding).sentence.startswith(sentence)


def test_only_what_changes_a_state_is_a_warning(found_in: FoundIn) -> None:
    assert found_in(plan("xyzzy"))[0].code.severity is Severity.WARNING
    assert found_in(plan("Avsluttes i 2018"))[0].code.severity is Severity.INFO


def test_text_for_many_activities_is_told_once(found_in: FoundIn) -> None:
    found = found_in("""
        columns: {HP 2018: {adopted_by: sg-1}}
        areas:
          - id: helse
            name: Helse
            measures:
              - name: Beredskap
                status: {HP 2018: xyzzy}
                activities:
                  - {id: en, name: En}
                  - {id: to, name: To}
        """)
    assert [(one.code.code, one.place and one.place.line) for one in found] == [("VR301", 7)]
