from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.findings import Finding, by_place
from vrplan.folder import PlanFolder, read_folder
from vrplan.load import Loaded, load
from vrplan.model.plan import Plan
from vrplan.phrases import Kind
from vrplan.render.findings import message
from vrplan.rules.every import findings_of

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]
PlanFrom = Callable[..., Plan]

TOP_KEYS = (
    "the keys here are: plan, title, organisation, period, ceases, columns, parties, calendar, areas, "
    "obligations, note, source, accept"
)
DATA = Path(__file__).parent.parent / "data"
NO_ID = "cannot be an id, which holds only small letters, digits and single hyphens, at most 60"
PLACEHOLDER = re.compile(r"\{\w+\}")  # of a template that was not filled in


# --- the shape of what is written ---


@pytest.mark.parametrize(
    ("text", "expected", "sentence", "advice"),
    [
        ("colums: {}", ("VR101", 1, 1), "the key colums is not used here", "did you mean columns?"),
        (
            "xyz: {}",
            ("VR101", 1, 1),
            "the key xyz is not used here",
            TOP_KEYS,
        ),
        (
            "columns:\n  HP 2018: {adopted: sg-1}",
            ("VR101", 2, 13),
            "the key adopted is not used here",
            "did you mean adopted_by?",
        ),
        (
            "calendar: {høsten: {form: 08-01, from: 08-01, to: 12-31}}",
            ("VR101", 1, 21),
            "the key form is not used here",
            "did you mean from?",
        ),
        (
            "ceases: {date: 2019-01-01}",
            ("VR102", 1, 9),
            "the key decision is missing here",
            "add a line decision: …",
        ),
        (
            "areas:\n  - id: kultur",
            ("VR102", 2, 5),
            "the key name is missing here",
            "add a line name: …",
        ),
        (
            "areas: Kultur",
            ("VR103", 1, 8),
            "areas must be a list (lines that begin with a dash), and this is a text",
            "",
        ),
        (
            "areas:\n  - Kultur",
            ("VR103", 2, 5),
            "an entry of areas must be lines of the form key: value, and this is a text",
            "",
        ),
        (
            "columns: [HP 2018]",
            ("VR103", 1, 10),
            "columns must be lines of the form key: value, and this is a list",
            "",
        ),
        ("note: [a, b]", ("VR103", 1, 7), "note must be a text, and this is a list", ""),
        (
            "note: {a: b}",
            ("VR103", 1, 7),
            "note must be a text, and this is lines of the form key: value",
            "",
        ),
        (
            "parties: {KHS: {aliases: Samarbeidet}}",
            ("VR103", 1, 26),
            "aliases must be a list (lines that begin with a dash), and this is a text",
            "",
        ),
        (
            "parties: {KHS: {aliases: [[a]]}}",
            ("VR103", 1, 27),
            "an entry of aliases must be a text, and this is a list",
            "",
        ),
        (
            "ceases: {date: 1.1.2019, decision: sg-1}",
            ("VR104", 1, 16),
            "1.1.2019 is not a date that can stand here",
            "did you mean 2019-01-01? write year, month and day as 2018-06-30",
        ),
        (
            "ceases: {date: 2018-02-30, decision: sg-1}",
            ("VR104", 1, 16),
            "2018-02-30 is not a date that can stand here",
            "write a day that the calendar has",
        ),
        (
            "ceases: {date: [2019], decision: sg-1}",
            ("VR104", 1, 16),
            "a list is not a date that can stand here",
            "write year, month and day as 2018-06-30",
        ),
        (
            "calendar: {våren: {from: 1.1., to: 05-31}}",
            ("VR104", 1, 26),
            "1.1. is not a date that can stand here",
            "write month and day as 08-01",
        ),
        (
            "calendar: {vinteren: {from: 01-01, to: 02-29}}",
            ("VR104", 1, 40),
            "02-29 is not a date that can stand here",
            "write a day that the calendar has",
        ),
        (
            "obligations:\n  - {id: a, name: A, kind: dutty}",
            ("VR105", 2, 28),
            "kind cannot be dutty",
            "did you mean duty? write one of: contract, payment, position, property, duty, cooperation",
        ),
        (
            "areas:\n  - {id: Kultur og idrett, name: A}",
            ("VR106", 2, 10),
            f"Kultur og idrett {NO_ID}",
            "",
        ),
        (f"areas:\n  - {{id: {'a' * 61}, name: A}}", ("VR106", 2, 10), f"{'a' * 57}… {NO_ID}", ""),
        ("areas:\n  - {id: a--b, name: A}", ("VR106", 2, 10), f"a--b {NO_ID}", ""),
        ("note:\n  ''", ("VR107", 2, 3), "note is empty", "write its text, or remove the line"),
        (
            "areas:\n  - {id: '', name: A}",
            ("VR107", 2, 10),
            "id is empty",
            "write its text, or remove the line",
        ),
        (
            "areas:\n  - {id: ~, name: A}",
            ("VR107", 2, 10),
            "id is empty",
            "write its text, or remove the line",
        ),
        ("areas: ~", ("VR107", 1, 8), "areas is empty", "write its text, or remove the line"),
        ("areas:\n  -", ("VR107", 2, 4), "an entry of areas is empty", "write its text, or remove the line"),
        (
            "ceases:\n  decision: sg-1\n  date:",
            ("VR107", 3, 8),
            "date is empty",
            "write its text, or remove the line",
        ),
        (
            "columns:\n  HP 2018: {year: 1800}",
            ("VR108", 2, 19),
            "year cannot be 1800",
            "write a year with four digits: 2018",
        ),
        ("columns:\n  HP 2018: {year: [2018]}", ("VR108", 2, 19), "year cannot be a list", ""),
    ],
)
def test_what_does_not_fit_is_told_in_the_plan_s_own_words(
    found_in: FoundIn, text: str, expected: tuple[str, int, int], sentence: str, advice: str
) -> None:
    (finding,) = found_in(text)
    assert finding.place is not None
    assert (finding.code.code, finding.place.line, finding.place.column) == expected
    told = message(finding)
    assert told.sentence == sentence
    assert not advice or told.help == advice


def test_a_file_of_another_form_is_told_once(findings_from: FindingsFrom) -> None:
    assert findings_from("plan: x", "- a\n- b") == [("VR102", 1, 1)] * 3 + [("VR103", 1, 1)]


@pytest.mark.parametrize("accept", ["accept: {}", "accept: ~"])
def test_every_mapping_may_accept_findings(findings_from: FindingsFrom, accept: str) -> None:
    text = f"""
        {accept}
        parties: {{KHS: {{{accept}}}}}
        areas:
          - id: kultur
            name: Kultur
            {accept}
        """
    assert findings_from(text) == []


@pytest.mark.parametrize(
    ("written", "last"), [("2010", "2010-12-31"), ("2007-11", "2007-11-30"), ("2016-02", "2016-02-29")]
)
def test_date_of_a_decision_may_be_a_year_or_a_month(plan_from: PlanFrom, written: str, last: str) -> None:
    plan = plan_from(
        "", f"decisions:\n  - {{id: a, title: A, standing: noted, evidence: cited, date: {written}}}"
    )
    found = plan.decisions["a"].date
    assert found is not None
    assert (found.last, found.is_day) == (date.fromisoformat(last), False)


@pytest.mark.parametrize(
    "written", ["2018-13", "2018-00", "2018-06-00", "2018-06-31", "18", "0000", "juni 2018"]
)
def test_date_of_a_decision_is_no_less_than_a_year(findings_from: FindingsFrom, written: str) -> None:
    decisions = f"decisions:\n  - {{id: a, title: A, standing: noted, evidence: cited, date: {written}}}"
    assert findings_from("", decisions) == [("VR104", 2, 63)]


def test_digits_that_only_look_like_digits_make_no_date(findings_from: FindingsFrom) -> None:
    decisions = "decisions:\n  - {id: a, title: A, standing: noted, evidence: cited, date: 2008-0１-07}"
    assert findings_from("", decisions) == [("VR109", 2, 63)]


# --- all problems of all files in one run ---


def test_errors_of_both_files_are_found_together(findings_from: FindingsFrom) -> None:
    plan = """
        notes: x
        columns:
          HP 2018: {adopted_by: sg-1, year: neste}
        areas:
          - id: Kultur
            name: Kultur
            focus_areas:
              - id: orkester
                name: Orkesteret
                owner: Bærum
                status: {Justert: Avsluttes 30.6.18}
        """
    decisions = """
        bodies: {SG: {name: Styringsgruppen, leder: Ordfører}}
        decisions:
          - {id: sg-1, title: A, standing: vedtatt, evidence: cited, body: RG, date: 7.12.2017}
          - {id: sg-1, title: B, standing: adopted, evidence: cited}
        """
    assert findings_from(plan, decisions) == [
        ("VR101", 1, 1),
        ("VR108", 3, 37),
        ("VR106", 5, 9),
        ("VR203", 10, 16),
        ("VR202", 11, 18),
        ("VR101", 1, 38),
        ("VR105", 3, 36),
        ("VR207", 3, 68),
        ("VR104", 3, 78),
        ("VR206", 4, 10),
    ]


@pytest.mark.parametrize(
    "decisions",
    ["decisions: [", "", "- a", "decisions: {}", "desisions: []", "decisions:\n  - &a x\n", "# only\n"],
)
def test_broken_decisions_hide_nothing_and_make_no_decision_unknown(
    findings_from: FindingsFrom, decisions: str
) -> None:
    plan = """
        columns:
          HP 2018: {adopted_by: sg-1}
        areas:
          - id: kultur
            name: Kultur
            focus_areas:
              - id: orkester
                name: Orkesteret
                owner: Bærum
                status: {sg-2/1: Avsluttes 30.6.18}
        """
    found = findings_from(plan, decisions)
    assert found[0] == ("VR203", 9, 16)
    assert [code for code, *_ in found[1:] if code.startswith(("VR2", "VR3"))] == []
    assert len(found) >= 2


def test_broken_plan_hides_nothing_in_the_decisions(findings_from: FindingsFrom) -> None:
    plan = "plan: x\ntitle: [\n"
    decisions = """
        decisions:
          - {id: sg-1, title: A, standing: adopted}
          - {id: Sg 2, title: B, standing: adopted, evidence: cited, body: RG}
        """
    assert findings_from(plan, decisions) == [
        ("VR002", 2, 9),
        ("VR102", 2, 5),
        ("VR106", 3, 10),
        ("VR207", 3, 68),
    ]


# --- what stands in for a value gives no findings of its own ---

TWO_LEVELS = """
    columns:
      HP 2018: {adopted_by: sg-1}
    parties:
      KHS: {aliases: [Samarbeidet]}
    areas:
      - id: helse
        name: Helse
        focus_areas:
          - id: bpa
            name: BPA
            owner: Samarbeidet
            status:
              HP 2018: {text: Løpende, only: [nettverk]}
            measures:
              - name: Beredskap
                activities:
                  - id: nettverk
                    name: Drifte nettverket
    """


def test_sound_plan_of_two_levels_gives_nothing(findings_from: FindingsFrom) -> None:
    assert findings_from(TWO_LEVELS) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("columns:", "coloumns:", ("VR101", 1, 1)),  # or every status key would be unknown
        ("parties:", "partys:", ("VR101", 3, 1)),
        ("aliases:", "alias:", ("VR101", 4, 9)),
        ("aliases: [Samarbeidet]", "aliases: Samarbeidet", ("VR103", 4, 18)),
        ("KHS: {aliases: [Samarbeidet]}", "KHS: Samarbeidet", ("VR103", 4, 8)),
        ("activities:", "activites:", ("VR101", 16, 13)),
        ("measures:", "measure:", ("VR101", 14, 9)),
        ("id: nettverk", "id: Nettverk 1", ("VR106", 17, 21)),
        ("- id: nettverk\n                    name", "- name", ("VR102", 17, 17)),
        ("text: Løpende", "text: ''", ("VR107", 13, 27)),
        ("text: Løpende, ", "", ("VR102", 13, 20)),
        ("only: [nettverk]", "only: nettverk", ("VR103", 13, 42)),
        ("Løpende, only", "Løpende, means: {kind: endar, to: 2018-01-01}, only", ("VR105", 13, 50)),
        ("Løpende, only", "Avsluttes 30.6.18, means: {to: 30.6.18}, only", ("VR104", 13, 58)),
        ("Løpende, only", "Løpende, means: {recipient: [KHS]}, only", ("VR103", 13, 55)),
        ("owner: Samarbeidet", "owner: ''", ("VR107", 11, 16)),
        ("adopted_by: sg-1", "adopted_by: ''", ("VR107", 2, 25)),
        ("{text: Løpende, only: [nettverk]}", "~", ("VR107", 13, 20)),
        ("name: Helse", "name: *helse", ("VR005", 7, 11)),  # an alias is refused, and not called empty too
        ("name: Helse", "<<: {name: x}\n        name: Helse", ("VR005", 7, 5)),
        ("name: Helse", "~: x\n        name: Helse", ("VR008", 7, 5)),
    ],
)
def test_one_mistake_gives_one_finding(
    findings_from: FindingsFrom, old: str, new: str, expected: tuple[str, int, int]
) -> None:
    assert TWO_LEVELS.count(old) == 1
    assert findings_from(TWO_LEVELS.replace(old, new)) == [expected]


def test_key_that_is_called_like_a_form_of_status_is_a_key_like_others(findings_from: FindingsFrom) -> None:
    text = """
        columns: {text: {adopted_by: sg-1}, sentence: {adopted_by: sg-1}, status: {adopted: x}}
        parties: {status: {aliases: [[]]}}
        obligations:
          - {id: a, kind: duty, name: A, status: {text: {sentence: Q3}, sentence: [{text: ''}, '']}}
          - {id: b, kind: duty, name: B, status: {status: {sentences: [], text: Q3}, text: ''}}
        """
    assert findings_from(text) == [
        ("VR101", 1, 76),
        ("VR103", 2, 30),
        ("VR102", 4, 49),
        ("VR101", 4, 50),
        ("VR107", 4, 83),
        ("VR107", 4, 88),
        ("VR101", 5, 52),
        ("VR107", 5, 84),
    ]


@pytest.mark.parametrize("value", ["Handlingsplan 2018", "~", "", "[a]"])
def test_plan_without_a_good_id_is_judged_all_the_same(findings_from: FindingsFrom, value: str) -> None:
    rest = """
        title: A
        organisation: B
        period: {from: 2018-01-01, to: 2018-12-31}
        ceases: {date: 2019-01-01, decision: sg-9}
        """
    found = findings_from(f"plan: {value}\n{dedent(rest)}")
    assert [code for code, *_ in found][1:] == ["VR201"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("points:", "point:", ("VR101", 6, 6)),
        ("id: 1", "id: ''", ("VR107", 6, 20)),
        ("id: sg-2", "id: SG 2", ("VR106", 5, 10)),
        ("decisions:", "desisions:", ("VR101", 2, 1)),
        ("bodies:", "bodys:", ("VR101", 1, 1)),
        ("[{id: 1, summary: Avsluttes}]", "Avsluttes", ("VR103", 6, 14)),
    ],
)
def test_one_mistake_in_the_decisions_gives_one_finding(
    findings_from: FindingsFrom, old: str, new: str, expected: tuple[str, int, int]
) -> None:
    decisions = """
        bodies: {SG: {name: Styringsgruppen}}
        decisions:
          - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG,
             date: 2017-12-07}
          - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, body: SG, date: 2018,
             points: [{id: 1, summary: Avsluttes}]}
        """
    plan = TWO_LEVELS.replace("only: [nettverk]}", "only: [nettverk]}\n              sg-2/1: Q3")
    assert findings_from(plan, decisions) == []
    assert findings_from(plan, decisions.replace(old, new)) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "name: Drifte nettverket",
            "names: Drifte",
            [("VR204", 13, 43), ("VR102", 17, 17), ("VR101", 18, 17)],
        ),
        ("adopted_by: sg-1", "year: x", [("VR108", 2, 19), ("VR204", 13, 43)]),
    ],
)
def test_a_mistake_that_loses_no_name_hides_no_unknown_one(
    findings_from: FindingsFrom, old: str, new: str, expected: list[tuple[str, int, int]]
) -> None:
    assert findings_from(TWO_LEVELS.replace("[nettverk]", "[nettverket]").replace(old, new)) == expected


# --- the folder ---


def test_two_plans_are_one_too_many_and_both_are_read_as_yaml() -> None:
    plans = {"actionplan_a.yaml": b"plan: [", "actionplan_b.yaml": b"a: &x b"}
    found = findings_of(load(PlanFolder(plans, {}, "decisions.yaml")))
    assert [(one.spot.file, one.code.code) for one in found] == [
        ("actionplan_a.yaml", "VR010"),
        ("actionplan_a.yaml", "VR002"),
        ("actionplan_b.yaml", "VR005"),
    ]


# --- what is understood ---


def test_plan_knows_its_items_with_what_they_inherit(plan_from: PlanFrom) -> None:
    plan = plan_from("""
        columns:
          HP 2018: {adopted_by: sg-1}
        parties:
          KHS: {aliases: [Samarbeidet]}
        areas:
          - id: helse
            name: Helse
            focus_areas:
              - id: bpa
                name: BPA
                owner: Samarbeidet
                resource: Daglig leder
                status: {HP 2018: Løpende}
                measures:
                  - name: Beredskap
                    status: {sg-2/1: Avsluttes 30.6.18}
                    activities:
                      - id: nettverk
                        name: Drifte nettverket
                        status: {HP 2018: Kvartalsvis}
                obligations:
                  - {id: kontrakt, kind: contract, name: Kontrakten}
              - id: komut
                name: KomUt
        """)
    assert [(item.id, item.level, item.owner, item.resource, item.line) for item in plan.items] == [
        ("nettverk", "activity", "KHS", "Daglig leder", 18),
        ("kontrakt", "obligation", "Vestregionen", None, 22),
        ("komut", "focus_area", "Vestregionen", None, 23),
    ]
    network = plan.by_id["nettverk"]
    assert (network.area, network.focus_area, network.measure) == ("Helse", "BPA", "Beredskap")
    assert [(one.authority.key, one.text, one.reach, one.reading.kind) for one in network.statements] == [
        ("HP 2018", "Kvartalsvis", "own", Kind.RECURRING),
        ("sg-2/1", "Avsluttes 30.6.18", "measure", Kind.ENDS),
        ("HP 2018", "Løpende", "focus_area", Kind.ONGOING),
    ]
    assert plan.by_id["kontrakt"].statements == ()


def test_text_that_is_not_known_is_read_as_unknown_and_is_no_finding(
    plan_from: PlanFrom, findings_from: FindingsFrom
) -> None:
    text = """
        columns:
          HP 2018: {adopted_by: sg-1}
        obligations:
          - id: arkiv
            kind: property
            name: Arkivet
            status:
              HP 2018: {text: ~, note: Ordene er ikke blant papirene}
        """
    assert [one.reading.kind for one in plan_from(text).items[0].statements] == [Kind.UNKNOWN]
    assert findings_from(text) == []


def test_means_adds_what_a_text_leaves_out(plan_from: PlanFrom) -> None:
    plan = plan_from("""
        columns:
          HP 2018: {adopted_by: sg-1}
        parties: {Bærum kulturskole: {}}
        obligations:
          - id: orkester
            kind: duty
            name: Orkesteret
            status:
              HP 2018: {text: Overført til Bærum kulturskole, means: {from: 2018-02-01}}
        """)
    reading = plan.items[0].statements[0].reading
    assert (reading.kind, reading.recipient, reading.start, reading.done) == (
        Kind.TRANSFERS,
        "Bærum kulturskole",
        date(2018, 2, 1),
        True,
    )


def test_means_without_a_kind_cannot_give_a_kind_to_what_is_not_read(plan_from: PlanFrom) -> None:
    plan = plan_from("""
        columns: {HP 2018: {adopted_by: sg-1}}
        obligations:
          - {id: a, kind: duty, name: A, status: {HP 2018: {text: xyzzy, means: {to: 2018-06-30}}}}
        """)
    reading = plan.items[0].statements[0].reading
    assert (reading.kind, reading.end) == (Kind.UNKNOWN, None)


# --- anything in any place ---

WHOLE: dict[str, Any] = {
    "plan": "sample",
    "title": "Handlingsplan",
    "organisation": "Vestregionen",
    "period": {"from": "2018-01-01", "to": "2018-12-31"},
    "ceases": {"date": "2019-01-01", "decision": "sg-2/1"},
    "columns": {"HP 2018": {"adopted_by": "sg-1", "year": "2018"}},
    "parties": {"KHS": {"aliases": ["Samarbeidet"], "part_of": "Bærum"}, "Bærum": {}},
    "calendar": {"høsten": {"from": "08-01", "to": "11-30"}},
    "areas": [
        {
            "id": "helse",
            "name": "Helse",
            "focus_areas": [
                {
                    "id": "bpa",
                    "name": "BPA",
                    "status": {"HP 2018": {"text": "Løpende", "only": ["en"], "means": {"to": "2018-06-30"}}},
                    "measures": [
                        {
                            "name": "Beredskap",
                            "activities": [
                                {
                                    "id": "en",
                                    "name": "En",
                                    "status": {"HP 2018": ["Løpende", {"text": "Q3"}]},
                                    "events": [{"date": "2018-07-01", "what": "done"}],
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    ],
    "obligations": [{"id": "arkiv", "kind": "property", "name": "Arkivet", "accept": {"VR301": "Sett"}}],
}
ODD_VALUES: list[Any] = [
    None, "", "x", "2018-13-01", "1.7.2018", [], {}, [None], [[]], ["x"], [{}], [{"text": None}], {"": "x"},
    {"x": "y"}, {"text": None}, {"text": {}, "sentence": []}, {"from": None}, {"accept": {"x": {}}},
]  # fmt: skip


def nodes(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every mapping and list with each of its keys or indexes."""
    for step, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, step
        if isinstance(value, dict | list):
            yield from nodes(value)


@settings(deadline=None)
@given(st.data())
def test_anything_may_stand_anywhere_and_the_rest_is_still_read(data: st.DataObject) -> None:
    written = deepcopy(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        holder, step = data.draw(st.sampled_from(list(nodes(written))))
        value = deepcopy(data.draw(st.sampled_from(ODD_VALUES)))
        new = data.draw(st.sampled_from(["x", "text", "sentence", "status", "id", "from"]))
        if isinstance(holder, dict) and data.draw(st.booleans()):
            holder[new] = holder.pop(step) if data.draw(st.booleans()) else value
        else:
            holder[step] = value
    text = json.dumps(written, ensure_ascii=False, indent=data.draw(st.sampled_from([None, 1])))
    decisions = "decisions: [{id: sg-1, title: A, standing: noted, evidence: cited}]"
    files = {"actionplan_x.yaml": text.encode()}, {"decisions.yaml": decisions.encode()}
    loaded = load(PlanFolder(*files, "decisions.yaml"))
    assert loaded.plan is not None
    assert_placed_and_in_order(loaded, findings_of(loaded))


@settings(deadline=None)
@given(st.binary(max_size=60), st.binary(max_size=60))
def test_no_bytes_in_both_files_raise(plan: bytes, decisions: bytes) -> None:
    loaded = load(PlanFolder({"actionplan_x.yaml": plan}, {"decisions.yaml": decisions}, "decisions.yaml"))
    assert_placed_and_in_order(loaded, findings_of(loaded))


def assert_placed_and_in_order(loaded: Loaded, found: tuple[Finding, ...]) -> None:
    for finding in found:
        lines = loaded.sources[finding.spot.file].lines
        assert finding.place is not None
        assert finding.place.file == finding.spot.file
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
        assert all(one.place is not None for one in finding.related)
        assert not PLACEHOLDER.search(message(finding).sentence)
    assert all(by_place(one) <= by_place(other) for one, other in pairwise(found))


# --- the shipped plan, damaged in two hundred ways ---


def damaged(lines: list[str], random: Random) -> list[str]:
    lines = lines.copy()
    number = random.randrange(len(lines))
    line = lines[number]
    key, colon, value = line.partition(":")
    column = random.randrange(len(line) + 1)
    sign = random.choice("x:-[]{}&*!|>'\"#%@\t\x00å—, 0?~\u2028\x85")
    lines[number : number + 1] = random.choice(
        [
            [],
            [line, line],
            [line[:column] + sign + line[column + 1 :]],
            [line[:column]],
            [" " * (len(line) - len(line.lstrip())) + value.lstrip()],
            [f"{key}{colon}"],
            [f"{key}{colon} [a, b]"],
            [f"{key}x{colon}{value}"],
            ["  " + line],
            [line.removeprefix("  ")],
        ]
    )
    return lines


def damaged_data(seed: int) -> PlanFolder:
    random = Random(seed)
    folder = read_folder(DATA, Path())
    for files in (folder.plans, folder.decisions):
        for name, content in files.items():
            lines = content.decode().split("\n")
            for _ in range(random.randrange(3)):
                lines = damaged(lines, random)
            files[name] = "\n".join(lines).encode()
    return folder


@pytest.mark.parametrize("seed", range(200))
def test_damaged_plan_never_raises_and_every_finding_has_its_place(seed: int) -> None:
    loaded = load(damaged_data(seed))
    assert_placed_and_in_order(loaded, findings_of(loaded))
