from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]

PLAN = "columns: {Justert: {proposed_by: rg-1, adopted_by: sg-2}}"


def decisions(proposed: str, adopted: str) -> str:
    return f"""
        decisions:
          - {{id: rg-1, title: Forslag, standing: proposed, evidence: full-text{proposed}}}
          - {{id: sg-2, title: Vedtak, standing: adopted, evidence: full-text{adopted}}}
        """


@pytest.mark.parametrize(
    ("proposed", "adopted", "told"),
    [
        ("2018-06-13", "2018-06-14", False),
        ("2018-06-14", "2018-06-14", False),
        ("2018-06-15", "2018-06-14", True),
        ("2018-06", "2018-06-14", False),
        ("2018-07", "2018-06-14", True),
        ("2018-07-01", "2018-06", True),
        ("2018-06-29", "2018-06", False),
        ("2018", "2018-06-14", False),
        ("2019", "2018", True),
        ("2018-12-31", "2018", False),
    ],
)
def test_column_is_proposed_on_the_day_of_its_adoption_or_before(
    findings_from: FindingsFrom, proposed: str, adopted: str, told: bool
) -> None:
    found = findings_from(PLAN, decisions(f", date: {proposed}", f", date: {adopted}"))
    assert found == ([("VR408", 1, 34)] if told else [])


def test_decisions_without_a_date_are_not_compared(findings_from: FindingsFrom) -> None:
    for dates in (("", ", date: 2018-06-14"), (", date: 2018-06-14", ""), ("", "")):
        assert "VR408" not in [code for code, _, _ in findings_from(PLAN, decisions(*dates))]


def test_days_are_told_as_the_papers_give_them(found_in: FoundIn) -> None:
    (finding,) = found_in(PLAN, decisions(", date: 2018-07", ", date: 2018-06-14"))
    assert message(finding).sentence == (
        "Justert was adopted on 14.6.2018, and proposed only afterwards, on 2018-07"
    )


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("{proposed_by: sg-2, adopted_by: sg-2}", True),
        ("{proposed_by: sg-2, adopted_by: sg-2/1}", False),
        ("{proposed_by: sg-1, adopted_by: sg-2}", False),
        ("{adopted_by: sg-2}", False),
        ("{proposed_by: sg-1, note: Ikke vedtatt}", False),
        ("{note: Ingen vet}", False),
    ],
)
def test_column_is_not_proposed_by_what_adopts_it(
    findings_from: FindingsFrom, column: str, told: bool
) -> None:
    found = [one for one in findings_from(f"columns: {{Justert: {column}}}") if one[0] == "VR409"]
    assert found == ([("VR409", 1, 34)] if told else [])
