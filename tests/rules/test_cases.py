from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]

PLAN = "columns: {HP 2018: {adopted_by: sg-1}}"


def decisions(*entries: str, sources: str = "{}") -> str:
    """Decisions that are only noted, so that nothing has to follow from them, below the one of the plan."""
    lines = "\n".join(f"  - {{title: Sak, standing: noted, evidence: cited, {one}}}" for one in entries)
    return (
        f"sources: {sources}\nbodies: {{SG: {{name: Styringsgruppen}}, RG: {{name: Rådmannsgruppen}}}}\ndecisions:\n"
        "  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}\n"
        f"{lines}\n"
    )


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("4/2016", "04/2016", "04/2016"),
        ("16/2016", "16/16", "16/16"),
        ("16/16", "16/2016", "16/16"),
        ("24a/2016", "24 A/2016", "24 A/2016"),
        ("sak 16/2016", "16/2016", "sak 16/2016"),
        ("16", "16/2016", "16"),
        ("PS 16/2016", "PS 16/16", "PS 16/16"),
        ("16/2016", "16/2016", None),
        ("24/2016", "24a/2016", None),
        ("16/2016", "16/2015", None),
        ("PS 16/2016", "RS 16/16", None),
        ("2016/16", "16/2016", None),
        ("2016/2525", "2525/2016", None),
    ],
)
def test_case_that_is_written_two_ways_is_told(
    found_in: FoundIn, one: str, other: str, told: str | None
) -> None:
    entries = (
        f"id: sg-a, body: SG, date: 2016, case: {one}",
        f"id: sg-b, body: SG, date: 2016, case: {other}",
    )
    found = found_in(PLAN, decisions(*entries))
    spelt = [(finding.code.code, finding.values["case"]) for finding in found if finding.code.code == "VR603"]
    assert spelt == ([("VR603", told)] if told else [])


def test_same_number_is_another_case_in_another_body_or_without_one(findings_from: FindingsFrom) -> None:
    entries = (
        "id: sg-a, body: SG, date: 2016, case: 16/2016",
        "id: rg-a, body: RG, date: 2016, case: 16/16",
        "id: vr-a, date: 2016, case: 016/2016",
    )
    assert findings_from(PLAN, decisions(*entries)) == []


def test_paper_and_decision_write_it_alike(found_in: FoundIn) -> None:
    sources = (
        "{notat: {title: Notat, body: SG, case: 16/16}, vedlegg: {title: Vedlegg, body: SG, case: 16/2016}}"
    )
    entry = "id: sg-a, body: SG, date: 2016, case: 16/2016"
    (finding,) = found_in(PLAN, decisions(entry, sources=sources))
    told = message(finding)
    assert finding.place is not None
    assert (finding.code.code, finding.place.line, finding.place.column) == ("VR603", 1, 49)
    assert told.sentence == "the case 16/16 of SG is written 16/2016 elsewhere"
    assert told.related == ("it is written 16/2016 here",)
    assert [one.place and one.place.line for one in finding.related] == [5]


def test_spelling_that_is_used_most_is_the_usual_one(found_in: FoundIn) -> None:
    entries = (f"id: sg-{name}, body: SG, date: 2016, case: {case}" for name, case in CASES)
    found = found_in(PLAN, decisions(*entries))
    assert [(one.values["case"], one.values["usual"]) for one in found] == [
        ("16/2016", "16/16"),
        ("016/16", "16/16"),
    ]


CASES = [("a", "16/2016"), ("b", "16/16"), ("c", "16/16"), ("d", "016/16")]


@pytest.mark.parametrize(
    ("case", "day", "told"),
    [
        ("35/2017", "2016-12-31", True),
        ("35/2017", "2017-01-01", False),
        ("35/2017", "2017-12-31", False),
        ("35/2017", "2018-01-01", True),
        ("35/17", "2018-01-01", True),
        ("35/17", "2017-12-31", False),
        ("04/2016", "2016", False),
        ("04/2016", "2017", True),
        ("24a/2017", "2017-09", False),
        ("24a/2017", "2018-01", True),
        ("17/12", "2017-06-01", False),
        ("17/12", "2012-06-01", False),
        ("17/12", "2018-06-01", True),
        ("35", "2018-01-01", False),
        ("2017/2525", "2018-01-01", False),
        ("17/6709", "2018-01-01", False),
    ],
)
def test_case_is_of_the_year_of_its_decision(
    findings_from: FindingsFrom, case: str, day: str, told: bool
) -> None:
    found = findings_from(PLAN, decisions(f"case: {case}, id: sg-a, date: {day}"))
    assert found == ([("VR602", 5, 58)] if told else [])


def test_paper_may_be_written_the_year_before_its_case(findings_from: FindingsFrom) -> None:
    sources = "{notat: {title: Notat, body: SG, case: 1/2018, date: 2017-12-20}}"
    assert findings_from(PLAN, decisions(sources=sources)) == []


def test_case_of_another_year_is_told_in_words(found_in: FoundIn) -> None:
    (finding,) = found_in(PLAN, decisions("id: sg-a, date: 2018-12-07, case: 35/2017"))
    assert message(finding).sentence == "sg-a is of 7.12.2018, and its case number 35/2017 is of 2017"
