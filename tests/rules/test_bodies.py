from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]

PLAN = "columns: {HP 2018: {adopted_by: sg-1}}"
THURSDAYS = ("2017-03-16", "2017-06-15", "2017-09-28", "2017-11-23", "2017-12-07", "2018-01-25", "2018-03-15")
FRIDAY, SATURDAY = "2018-12-07", "2018-12-08"


def decided(*, meetings: tuple[str, ...] = (), decisions: tuple[str, ...] = (), bodies: str = "") -> str:
    """Meetings from line 3 on, then decisions that are only noted; of the styringsgruppe where no body is named."""
    lines = [
        f"bodies: {bodies or '{SG: {name: Styringsgruppen}, RG: {name: Rådmannsgruppen}}'}",
        f"meetings:{'' if meetings else ' []'}",
    ]
    lines += [f"  - {{body: {_body(one)}, date: {_day(one)}}}" for one in meetings]
    lines += [
        "decisions:",
        "  - {id: sg-1, title: HP 2018, standing: adopted, evidence: cited, date: 2017-11}",
    ]
    lines += [
        f"  - {{date: {_day(one)}, body: {_body(one)}, id: sg-{number}, title: x, standing: noted, evidence: cited}}"
        for number, one in enumerate(decisions, 2)
    ]
    return "\n".join(lines) + "\n"


def _day(written: str) -> str:
    return written.split()[-1]


def _body(written: str) -> str:
    return written.split()[0] if " " in written else "SG"


@pytest.mark.parametrize(
    ("thursdays", "others", "told"),
    [
        (4, [FRIDAY], []),
        (5, [FRIDAY], [8]),
        (6, [FRIDAY], [9]),
        (7, [FRIDAY, SATURDAY], []),
        (0, [FRIDAY, SATURDAY], []),
        (5, [], []),
        (5, ["2018-12"], []),
        (5, ["2018"], []),
        (4, [FRIDAY, "2018-03"], []),
    ],
)
def test_day_on_which_a_body_never_meets_is_told(
    findings_from: FindingsFrom, thursdays: int, others: list[str], told: list[int]
) -> None:
    found = findings_from(PLAN, decided(meetings=(*THURSDAYS[:thursdays], *others)))
    assert found == [("VR311", line, 22) for line in told]


def test_two_days_in_ten_are_too_many(findings_from: FindingsFrom) -> None:
    days = (*THURSDAYS, "2018-04-12", "2018-05-24", "2018-06-14")
    assert findings_from(PLAN, decided(meetings=(*days, FRIDAY, SATURDAY))) == [
        ("VR311", 13, 22),
        ("VR311", 14, 22),
    ]
    assert findings_from(PLAN, decided(meetings=(*days[:-1], FRIDAY, SATURDAY))) == []


def test_each_body_has_a_weekday_of_its_own(findings_from: FindingsFrom) -> None:
    of_the_other = tuple(f"RG {day}" for day in ("2018-01-05", "2018-02-02", FRIDAY))
    assert findings_from(PLAN, decided(meetings=(*THURSDAYS, *of_the_other))) == []


def test_meeting_and_decision_of_one_day_are_one_day_and_told_at_the_decision(found_in: FoundIn) -> None:
    (finding,) = found_in(PLAN, decided(meetings=(*THURSDAYS[:5], FRIDAY), decisions=(FRIDAY, THURSDAYS[0])))
    told = message(finding)
    assert finding.place is not None
    assert (finding.code.code, finding.place.line, finding.place.column) == ("VR311", 11, 12)
    assert (
        told.sentence
        == "7.12.2018 is a Friday; 5 of the 6 days of Styringsgruppen in this file are Thursdays"
    )
    assert [one.place and one.place.line for one in finding.related] == [8]


@pytest.mark.parametrize(
    ("decisions", "told"),
    [
        (("2018-03-15", "2017-12-07", "2017-11-23", "2018-03-08"), [14]),
        (("2018-03-15", "2017-12-07", "2017-11-23", "2018-03-22"), [14]),
        (("2018-03-15", "2017-12-07", "2017-11-23", "2018-03"), []),
        (("2018-03-15", "2017-12-07", "2018-03-08"), []),
        (("2018-03-15", "2017-12-07", "2017-12-07", "2018-03-08"), []),
        (("2018-03-15", "2017-12-07", "2017-11-23", "2018-03-08", "2018-03-22"), []),
        (("2018-03-15", "2017-12-07", "2017-11-23", "2018-03-08", "2018-03-08"), [14]),
        (("2018-03-15", "2017-12-07", "2017-11-23", "RG 2018-03-08"), []),
    ],
)
def test_decision_without_the_meeting_that_all_others_have_is_told(
    findings_from: FindingsFrom, decisions: tuple[str, ...], told: list[int]
) -> None:
    found = findings_from(PLAN, decided(meetings=THURSDAYS, decisions=decisions))
    assert found == [("VR312", line + 1, 12) for line in told]


def test_decision_without_a_meeting_is_told_in_words(found_in: FoundIn) -> None:
    days = ("2018-03-15", "2017-12-07", "2017-11-23", "2018-03-08")
    (finding,) = found_in(PLAN, decided(meetings=THURSDAYS, decisions=days))
    assert message(finding).sentence == (
        "no meeting of Styringsgruppen is listed on 8.3.2018, and 3 other days of its decisions are"
    )


def test_bodies_of_which_no_meetings_are_listed_have_none_to_miss(findings_from: FindingsFrom) -> None:
    assert findings_from(PLAN, decided(decisions=THURSDAYS)) == []


def test_day_that_is_no_meeting_day_is_not_told_twice(findings_from: FindingsFrom) -> None:
    found = findings_from(PLAN, decided(meetings=THURSDAYS, decisions=(*THURSDAYS[:4], FRIDAY)))
    assert found == [("VR311", 16, 12)]


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ("{SG: {name: Styringsgruppen}, AU: {name: styringsgruppen}}", [("VR213", 1, 50)]),
        ("{SG: {name: Styringsgruppen}, AU: {name: Utvalget, aliases: [Au, SG]}}", [("VR213", 1, 74)]),
        ("{SG: {name: AU}, AU: {name: Utvalget}}", [("VR213", 1, 26)]),
        ("{SG: {name: Styringsgruppen, aliases: [sg, Styringsgruppen]}}", []),
        ("{SG: {name: Styringsgruppen}, AU: {name: Utvalget}}", []),
    ],
)
def test_name_of_a_body_names_one_body(
    findings_from: FindingsFrom, bodies: str, expected: list[tuple[str, int, int]]
) -> None:
    assert findings_from(PLAN, decided(bodies=bodies)) == expected
