from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsFrom = Callable[..., list[tuple[str, int, int]]]


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("{name: Beredskap}", [("VR214", 6, 16)]),
        ("{name: Beredskap, note: Ingen vet}", [("VR214", 6, 16)]),
        ("{name: Beredskap, activities: []}", [("VR214", 6, 16)]),
        ("{name: Beredskap, activities: [{id: kurs, name: Kurs, status: {HP 2018: Løpende}}]}", []),
        ("{name: Beredskap, status: {HP 2018: Løpende}}", [("VR212", 6, 27)]),
    ],
)
def test_measure_has_activities(
    findings_from: FindingsFrom, measure: str, told: list[tuple[str, int, int]]
) -> None:
    plan = f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        areas:
          - id: helse
            name: Helse
            measures:
              - {measure}
        """
    assert findings_from(plan) == told


def test_measure_of_a_focus_area_has_activities(findings_from: FindingsFrom) -> None:
    plan = """
        areas:
          - id: helse
            name: Helse
            focus_areas:
              - id: bpa
                name: BPA
                measures: [{name: Beredskap}, {name: Opplæring}]
        """
    assert findings_from(plan) == [("VR214", 7, 27), ("VR214", 7, 46)]


@pytest.mark.parametrize(
    "area",
    [
        "{id: helse, name: Helse}",
        "{id: helse, name: Helse, focus_areas: [{id: khs, name: KHS, status: {HP 2018: Løpende}}]}",
        "{id: helse, name: Helse, measures: []}",
    ],
)
def test_area_and_focus_area_may_stand_alone(findings_from: FindingsFrom, area: str) -> None:
    assert findings_from(f"columns: {{HP 2018: {{adopted_by: sg-1}}}}\nareas: [{area}]") == []


@pytest.mark.parametrize(
    ("kurs", "above", "told"),
    [
        ("", "", True),
        ("note: Ingen vet", "", True),
        ("status: {HP 2018: Løpende}", "", False),
        ("status: {HP 2018: {text: ~, note: Ikke blant papirene}}", "", False),
        ("events: [{date: 2018-06-01, what: started}]", "", False),
        ("", "status: {HP 2018: Løpende}", False),
        ("", "status: {HP 2018: {text: Løpende, only: [nettverk]}}", True),
        ("", "status: {HP 2018: {text: Løpende, except: [kurs]}}", True),
        ("", "status: {HP 2018: {text: Løpende, except: [nettverk]}}", False),
    ],
)
def test_something_is_said_of_each_activity(
    findings_from: FindingsFrom, kurs: str, above: str, told: bool
) -> None:
    plan = f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        areas:
          - id: helse
            name: Helse
            measures:
              - name: Beredskap
                {above}
                activities:
                  - {{id: nettverk, name: Nettverket, status: {{HP 2018: Løpende}}}}
                  - id: kurs
                    name: Kurs
                    {kurs}
        """
    assert findings_from(plan) == ([("VR215", 10, 17)] if told else [])


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{id: khs, name: KHS}", True),
        ("{id: khs, name: KHS, owner: KHS}", True),
        ("{id: khs, name: KHS, status: {HP 2018: Løpende}}", False),
        ("{id: khs, name: KHS, events: [{date: 2018-06-01, what: ended}]}", False),
    ],
)
def test_something_is_said_of_a_focus_area_without_activities(
    findings_from: FindingsFrom, entry: str, told: bool
) -> None:
    columns = "columns: {HP 2018: {adopted_by: sg-1}}\nparties: {KHS: {}}\n"
    plan = f"{columns}areas: [{{id: helse, name: Helse, focus_areas: [{entry}]}}]"
    assert findings_from(plan) == ([("VR215", 3, 53)] if told else [])


@pytest.mark.parametrize(
    ("kind", "told"), [("contract", True), ("duty", True), ("position", True), ("property", False)]
)
def test_something_is_said_of_each_obligation_but_of_property(
    findings_from: FindingsFrom, kind: str, told: bool
) -> None:
    plan = f"obligations: [{{id: leie, name: Leie, kind: {kind}}}]"
    assert findings_from(plan) == ([("VR215", 1, 20)] if told else [])
