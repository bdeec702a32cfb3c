from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]

CEASES = "ceases: {date: 2019-01-01, decision: sg-2/1}"
TOP = f"""{CEASES}
columns: {{HP 2018: {{adopted_by: sg-1}}}}
parties: {{KHS: {{}}, Kontoret: {{part_of: Vestregionen}}}}
"""


def activity(text: str, more: str = "") -> str:
    return f"""{TOP}areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: BPA
        measures:
          - name: Beredskap
            activities:
              - id: nettverk
                name: Nettverket
                {more or "note: x"}
                status: {{HP 2018: {text}}}
"""


def focus_area(text: str, more: str = "") -> str:
    return f"""{TOP}areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: BPA
        {more or "note: x"}
        status: {{HP 2018: {text}}}
"""


def obligation(text: str, more: str = "", kind: str = "duty") -> str:
    status = f"status: {{HP 2018: {text}}}" if text else "source: x"
    return f"""{TOP}obligations:
  - id: bistand
    kind: {kind}
    name: Bistanden
    {more or "note: x"}
    {status}
"""


ONGOING = ["Løpende", "Kvartalsvis", "Videreføres", "Løpende fra 1.8.2018", "Oppstart 1.8.2018"]
LATER = ["Oppstart 1.3.2019", "Løpende fra 1.1.2020"]
ENDED = ["Videreføres ut 2018", "Løpende til 31.12.2018", "Avsluttes 29.6.2018", "Utgår", "Q3"]
EXPLICIT_END = ["Videreføres ut 2019", "Avsluttes 1.1.2019", "Løpende til 31.12.2019"]


def codes(findings_from: FindingsFrom, text: str) -> list[str]:
    return [code for code, *_ in findings_from(text) if code.startswith("VR5")]


@pytest.mark.parametrize(
    ("level", "endless", "ending"),
    [(activity, "VR504", "VR505"), (focus_area, "VR504", "VR505"), (obligation, "VR508", "VR508")],
)
def test_what_is_left_is_told_by_its_level_and_its_end(
    findings_from: FindingsFrom, level: Callable[[str], str], endless: str, ending: str
) -> None:
    told = {
        text: "".join(codes(findings_from, level(text))) for text in (*ONGOING, *LATER, *ENDED, *EXPLICIT_END)
    }
    assert told == (
        dict.fromkeys([*ONGOING, *LATER], endless)
        | dict.fromkeys(ENDED, "")
        | dict.fromkeys(EXPLICIT_END, ending)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avsluttes 30.12.2018", []),
        ("Avsluttes 31.12.2018", []),
        ("Avsluttes 1.1.2019", ["VR505"]),
        ("Avsluttes 2.1.2019", ["VR505"]),
    ],
)
def test_last_day_is_the_one_before_the_organisation_ceases(
    findings_from: FindingsFrom, text: str, expected: list[str]
) -> None:
    found = codes(findings_from, activity(f"{{text: {text}, means: {{to: {iso(text)}}}}}"))
    assert found == expected


def iso(text: str) -> str:
    day, month, year = text.split()[-1].split(".")
    return f"{year}-{month:0>2}-{day:0>2}"


@pytest.mark.parametrize("level", [activity, focus_area, obligation])
@pytest.mark.parametrize(
    ("owner", "left"), [("KHS", False), ("khs", False), ("Vestregionen", True), ("Kontoret", True)]
)
def test_what_others_own_is_not_left(
    findings_from: FindingsFrom, level: Callable[..., str], owner: str, left: bool
) -> None:
    for text in ("Løpende", "Videreføres ut 2019"):
        assert bool(codes(findings_from, level(text, f"owner: {owner}"))) is left


@pytest.mark.parametrize("text", ["Overføres til KHS fra 1.1.2019", "Overføres til KHS i løpet av 2019"])
@pytest.mark.parametrize("level", [activity, focus_area, obligation])
def test_what_goes_to_somebody_is_not_left(
    findings_from: FindingsFrom, level: Callable[..., str], text: str
) -> None:
    assert codes(findings_from, level(text)) == []


@pytest.mark.parametrize("kind", ["contract", "payment", "position", "property", "duty", "cooperation"])
def test_obligation_with_a_recipient_is_not_left(findings_from: FindingsFrom, kind: str) -> None:
    assert codes(findings_from, obligation("Løpende", "recipient: KHS", kind)) == []
    assert codes(findings_from, obligation("Videreføres ut 2019", "recipient: KHS", kind)) == []


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("duty", "Løpende", ["VR508"]),
        ("payment", "Videreføres ut 2019", ["VR508"]),
        ("position", "Løpende", ["VR508"]),
        ("position", "Videreføres ut 2019", ["VR508"]),
        ("position", "Stillingen avvikles", ["VR506"]),
        ("position", "Stillingen avvikles 31.8.2018", []),
        ("position", "{text: Stillingen avvikles, means: {to: 2018-08-31}}", []),
        ("duty", "Avvikles", ["VR508"]),
        ("property", "Løpende", ["VR507"]),
        ("property", "Videreføres ut 2019", ["VR508"]),
        ("property", "Avsluttes 29.6.2018", []),
        ("property", "", ["VR507"]),
    ],
)
def test_obligation_is_told_once_and_by_its_kind(
    findings_from: FindingsFrom, kind: str, text: str, expected: list[str]
) -> None:
    assert codes(findings_from, obligation(text, kind=kind)) == expected


@pytest.mark.parametrize(
    ("text", "kind", "event", "expected"),
    [
        ("Stillingen avvikles", "position", "date: 2018-09-30, what: ended", []),
        ("Løpende", "duty", "date: 2018-09-30, what: ended", []),
        ("Løpende", "duty", "date: 2018-12-31, what: transferred, recipient: KHS", []),
        ("Løpende", "duty", "date: 2019-01-01, what: transferred, recipient: KHS", []),
        ("", "property", "date: 2018-12-31, what: transferred, recipient: KHS", []),
        ("", "property", "date: 2019-02-01, what: transferred, recipient: KHS", []),
    ],
)
def test_what_is_recorded_counts(
    findings_from: FindingsFrom, text: str, kind: str, event: str, expected: list[str]
) -> None:
    assert codes(findings_from, obligation(text, f"events: [{{{event}}}]", kind)) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (activity("Løpende"), ("VR504", 16, 35)),
        (focus_area("Videreføres ut 2019"), ("VR505", 11, 27)),
        (obligation("Løpende"), ("VR508", 9, 23)),
        (obligation("", kind="property"), ("VR507", 5, 9)),
    ],
)
def test_place_is_the_own_text_that_holds_or_the_id(
    findings_from: FindingsFrom, text: str, place: tuple[str, int, int]
) -> None:
    assert findings_from(text) == [place]


def test_place_is_the_id_where_only_the_focus_area_speaks(findings_from: FindingsFrom) -> None:
    text = activity("Løpende").replace("                status: {HP 2018: Løpende}\n", "")
    text = text.replace("name: BPA\n", "name: BPA\n        status: {HP 2018: Løpende}\n")
    assert findings_from(text) == [("VR504", 14, 21)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (activity("Løpende"), "nettverk has no end and no recipient, and Vestregionen ceases on 1.1.2019"),
        (
            activity("Videreføres ut 2019"),
            "nettverk runs until 31.12.2019, and from 1.1.2019 nobody owns it",
        ),
        (
            obligation("Stillingen avvikles", kind="position"),
            "the position bistand ends, and nothing says when",
        ),
        (
            obligation("", kind="property"),
            "bistand is property of Vestregionen, and nothing says who gets it",
        ),
        (
            obligation("Løpende"),
            "the obligation bistand runs on when Vestregionen has ceased, and nobody owns it",
        ),
    ],
)
def test_what_is_left_is_told_in_words(found_in: FoundIn, text: str, sentence: str) -> None:
    assert [message(one).sentence for one in found_in(text)] == [sentence]


EVERYTHING = [
    activity("Løpende"),
    focus_area("Videreføres ut 2019"),
    obligation("Stillingen avvikles", kind="position"),
    obligation("", kind="property"),
    obligation("Løpende"),
]


@pytest.mark.parametrize("text", EVERYTHING)
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (CEASES, "", []),
        (CEASES, CEASES.replace("2019-01-01", "31.12.2018"), ["VR104"]),
        (CEASES, CEASES.replace("sg-2/1", "sg-9"), ["VR201"]),
        ("name: ", "names: ", ["VR101", "VR102"]),
        ("HP 2018: {adopted_by: sg-1}", "HP 2018: {adoptd_by: sg-1}", ["VR101"]),
        ("KHS: {}", "KHS: [", ["VR002"]),
    ],
)
def test_plan_that_is_broken_or_never_ends_is_not_carried_to_the_end(
    findings_from: FindingsFrom, text: str, old: str, new: str, expected: list[str]
) -> None:
    assert old in text
    found = findings_from(text.replace(old, new, 1) if old != CEASES else text.replace(old, new))
    assert sorted({code for code, *_ in found}) == expected


@pytest.mark.parametrize(("standing", "code"), [("proposed", "VR403"), ("noted", "VR403")])
@pytest.mark.parametrize("text", EVERYTHING)
def test_end_that_is_not_adopted_is_no_end(
    findings_from: FindingsFrom, text: str, standing: str, code: str
) -> None:
    decisions = f"""
        bodies: {{SG: {{name: Styringsgruppen}}}}
        decisions:
          - {{id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}}
          - {{id: sg-2, title: Justert, standing: {standing}, evidence: full-text, body: SG, date: 2018-06-14,
             points: [{{id: 1, summary: Avsluttes}}]}}
        """
    assert findings_from(text, decisions) == [(code, 1, 38)]
