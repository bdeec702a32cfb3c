from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from typer.testing import CliRunner

from vrplan.cli import app
from vrplan.findings import Finding, Severity
from vrplan.folder import PlanFolder, read_folder
from vrplan.importers.cited import papers_of
from vrplan.load import load
from vrplan.render.findings import message
from vrplan.rules import SOUNDNESS, acceptance, errors_of
from vrplan.rules.every import CODES, JUDGEMENT, RULES, RULES_AT_THE_END, findings_of
from vrplan.rules.quotations import quotations_in
from vrplan.rules.rule import Rule

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]

ERRORS = Path(__file__).parent.parent / "errors"
SEEN = "accept: {VR301: Sett av styret}"
# Two texts that are not understood, and every mapping above them.
UNREAD = """
    columns: {HP 2018: {adopted_by: sg-1}}
    areas:
      - id: helse
        name: Helse
        note: of the area
        focus_areas:
          - id: bpa
            name: BPA
            note: of the focus area
            measures:
              - name: Beredskap
                note: of the measure
                activities:
                  - id: nettverk
                    name: Nettverket
                    note: of the activity
                    status:
                      HP 2018: {text: Skal utredes nærmere, note: of the text}
                  - id: moter
                    name: Møtene
                    note: of the other activity
                    status:
                      HP 2018: Skal utredes nærmere
    note: of the file
    """


def accepted(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.code.code, one.accepted) for one in found]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("text", [("VR301", "Sett av styret"), ("VR301", "")]),
        ("activity", [("VR301", "Sett av styret"), ("VR301", "")]),
        ("other activity", [("VR301", ""), ("VR301", "Sett av styret")]),
        ("measure", [("VR301", "Sett av styret"), ("VR301", "Sett av styret")]),
        ("focus area", [("VR301", "Sett av styret"), ("VR301", "Sett av styret")]),
        ("area", [("VR301", "Sett av styret"), ("VR301", "Sett av styret")]),
        ("file", [("VR301", "Sett av styret"), ("VR301", "Sett av styret")]),
    ],
)
def test_finding_is_accepted_in_its_mapping_and_in_those_above(
    found_in: FoundIn, where: str, expected: list[tuple[str, str]]
) -> None:
    note = f"note: of the {where}"
    assert accepted(found_in(UNREAD.replace(note, SEEN))) == expected


def test_the_nearest_reason_counts_and_none_is_unused(found_in: FoundIn) -> None:
    text = UNREAD
    for where in ("text", "activity", "measure", "file"):
        text = text.replace(f"note: of the {where}", f"accept: {{VR301: ved {where}}}")
    assert accepted(found_in(text)) == [("VR301", "ved text"), ("VR301", "ved measure")]


@pytest.mark.parametrize("code", ["VR302", "vr301", "VR30", "VR3", "unread", "VR012", "VR999"])
def test_finding_is_accepted_by_its_code_only(found_in: FoundIn, code: str) -> None:
    found = found_in(UNREAD.replace("note: of the text", f"accept: {{{code}: Sett}}"))
    assert sorted(accepted(found)) == [("VR012", ""), ("VR301", ""), ("VR301", "")]


def test_acceptance_of_a_code_leaves_the_others(found_in: FoundIn) -> None:
    text = """
        ceases: {date: 2019-01-01, decision: sg-2/1}
        columns: {HP 2018: {adopted_by: sg-1}}
        obligations:
          - id: a
            kind: property
            name: A
            accept: {VR507: Styret finner noen}
            status: {HP 2018: [Løpende, Skal utredes nærmere]}
        """
    assert accepted(found_in(text)) == [("VR507", "Styret finner noen"), ("VR301", "")]


def test_finding_without_a_mapping_of_its_own_is_accepted_on_the_whole_file(found_in: FoundIn) -> None:
    text = "columns: {HP 2018: {accept: {VR401: Fra før}}, Justert: {}}\naccept: {VR401: Ingen vet}"
    assert accepted(found_in(text)) == [("VR401", "Fra før"), ("VR401", "Ingen vet")]


DECISIONS = """
    accept: {VR406: Gammel vane}
    bodies: {RG: {name: Rådmannsgruppen, role: prepares}}
    decisions:
      - {id: rg-1, title: A, standing: adopted, evidence: cited, body: RG, date: 2018-01-01}
      - {id: rg-2, title: B, standing: adopted, evidence: cited, body: RG, date: 2018-02-01, accept: {VR406: Sett}}
    """


def test_findings_in_the_decisions_are_accepted_there(found_in: FoundIn) -> None:
    assert accepted(found_in("", DECISIONS)) == [("VR406", "Gammel vane"), ("VR406", "Sett")]


def test_acceptance_in_the_plan_is_not_for_the_decisions(found_in: FoundIn) -> None:
    decisions = DECISIONS.replace("accept: {VR406: Gammel vane}", "note: x")
    found = accepted(found_in("accept: {VR406: Sett av styret}", decisions))
    assert found == [("VR012", ""), ("VR406", ""), ("VR406", "Sett")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("accept: {VR301: Sett}", [("VR012", 1, 10)]),
        ("accept: {VR301: Sett, VR504: Sett}", [("VR012", 1, 10), ("VR012", 1, 23)]),
        ("parties:\n  KHS:\n    accept:\n      VR203: Sett", [("VR012", 4, 7)]),
        ("accept: {VR012: Sett}", [("VR012", 1, 10)]),
        ("accept: {}", []),
    ],
)
def test_acceptance_of_nothing_is_told_at_its_key(
    findings_from: FindingsFrom, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert findings_from(text) == expected


def test_acceptance_of_nothing_is_told_in_words(found_in: FoundIn) -> None:
    (finding,) = found_in("accept: {VR301: Sett}")
    told = message(finding)
    assert told.sentence == "VR301 is accepted here, and there is no VR301 here that could be accepted"
    assert told.help == "remove the line; an error cannot be accepted, it has to be mended"


def test_acceptance_below_another_of_the_same_code_is_used(found_in: FoundIn) -> None:
    text = UNREAD.replace("note: of the file", SEEN).replace("note: of the measure", SEEN)
    assert {code for code, _ in accepted(found_in(text))} == {"VR301"}


def test_error_is_never_accepted(found_in: FoundIn) -> None:
    text = "accept: {VR205: Sett}\nareas:\n  - {id: a, name: A}\n  - {id: a, name: B, accept: {VR205: Sett}}"
    assert accepted(found_in(text)) == [("VR205", "")]


@pytest.mark.parametrize("broken", ["perod: {}", "areas: helse", "parties: {KHS: {names: x}}"])
def test_broken_plan_does_not_tell_what_its_acceptances_are_for(found_in: FoundIn, broken: str) -> None:
    found = found_in(f"accept: {{VR504: Sett}}\n{broken}")
    assert "VR012" not in [one.code.code for one in found]
    assert [one.code.severity for one in found] == [Severity.ERROR] * len(found)
    assert found


def sample_codes() -> list[str]:
    """The codes that can be accepted."""
    weighed = [one for one in CODES if one.severity is not Severity.ERROR and one not in acceptance.CODES]
    return [one.code for one in weighed if not one.code.startswith("VR7")]  # those are told of an edit only


@pytest.mark.parametrize("code", sample_codes())
def test_every_warning_and_info_can_be_accepted_on_the_whole_file(code: str) -> None:
    folder = folder_of(code)
    line = f"\naccept: {{{code}: Sett}}\n".encode()
    for files in (folder.plans, folder.decisions):
        for name, text in files.items():
            changed = PlanFolder(
                {key: old + line if key == name else old for key, old in folder.plans.items()},
                {key: old + line if key == name else old for key, old in folder.decisions.items()},
                folder.missing_decisions,
            )
            loaded = load(changed)
            quotations = quotations_in(loaded.judged, papers_of(loaded.judged, folder.place))
            found = accepted(findings_of(loaded, quotations=quotations))
            if f"# expect: {code}".encode() in text:
                assert found == [(code, "Sett")]
            else:
                assert ("VR012", "") in found


def folder_of(code: str) -> PlanFolder:
    sample = ERRORS / code
    if sample.is_dir():
        return read_folder(sample, Path())
    decisions = {"decisions.yaml": (ERRORS / "decisions.yaml").read_bytes()}
    return PlanFolder(
        {"actionplan_x.yaml": (ERRORS / f"{code}.yaml").read_bytes()}, decisions, "decisions.yaml"
    )


@pytest.mark.parametrize("code", [one.code for one in CODES])
def test_errors_are_all_found_by_the_rules_of_soundness(code: str) -> None:
    loaded = load(folder_of(code))
    errors = [one for one in findings_of(loaded) if one.code.severity is Severity.ERROR]
    assert [one.code.code for one in loaded.placed(errors_of(loaded))] == [one.code.code for one in errors]


def test_no_other_rule_has_the_code_of_an_error() -> None:
    others = [*(rule for rule in RULES if rule not in SOUNDNESS), *JUDGEMENT, *RULES_AT_THE_END]
    assert [rule.code.code for rule in others if rule.code.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", [*RULES, *JUDGEMENT], ids=lambda rule: rule.code.code)
def test_a_rule_finds_its_own_code_only(rule: Rule) -> None:
    for code in CODES:
        found = rule.finds(load(folder_of(code.code)).judged)
        assert {one.code for one in found} <= {rule.code}


PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
obligations:
  - id: nettverk
    kind: duty
    name: Nettverket
    status: {HP 2018: Skal utredes nærmere}
"""
SG_1 = """\
decisions:
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, date: 2017-12-07}
"""


def check(folder: Path, text: str, *words: str) -> tuple[int, str]:
    (folder / "actionplan_x.yaml").write_text(dedent(text), encoding="utf-8")
    (folder / "decisions.yaml").write_text(SG_1, encoding="utf-8")
    done = CliRunner().invoke(app, ["check", "--data", str(folder), *words], catch_exceptions=False)
    return done.exit_code, done.stdout


@pytest.mark.parametrize(
    ("more", "code", "strict_code", "last"),
    [
        ("", 0, 1, "1 warning"),
        ("accept: {VR301: Sett}", 0, 0, "no findings; 1 accepted"),
        ("accept: {VR301: Sett, VR504: Sett}", 0, 1, "1 warning; 1 accepted"),
        ("accept: {VR302: Sett}", 0, 1, "2 warnings"),
        ("accept: {VR301: Sett}\nceases: {date: 2019-01-01, decision: sg-9}", 1, 1, "1 error; 1 accepted"),
        (
            "accept: {VR301: Sett, VR201: Sett}\nceases: {date: 2019-01-01, decision: sg-9}",
            1,
            1,
            "1 error; 1 accepted",
        ),
    ],
)
def test_accepted_findings_are_counted_apart_and_weigh_nothing(
    tmp_path: Path, more: str, code: int, strict_code: int, last: str
) -> None:
    relaxed, out = check(tmp_path, PLAN + more, "--output-format", "concise")
    strict, strict_out = check(tmp_path, PLAN + more, "--output-format", "concise", "--strict")
    assert (relaxed, strict, out) == (code, strict_code, strict_out)
    assert out.splitlines()[-1] == last


def test_json_names_the_reason_and_counts_it(tmp_path: Path) -> None:
    document = json.loads(
        check(tmp_path, f"{PLAN}accept: {{VR301: Sett, VR504: Sett}}", "--output-format", "json")[1]
    )
    assert [(one["code"], one["accepted"]) for one in document["findings"]] == [
        ("VR301", "Sett"),
        ("VR012", None),
    ]
    weights = {key: document["summary"][key] for key in ("errors", "warnings", "infos", "accepted")}
    assert weights == {"errors": 0, "warnings": 1, "infos": 0, "accepted": 1}


def test_accepted_finding_is_still_listed(tmp_path: Path) -> None:
    _, out = check(tmp_path, f"{PLAN}accept: {{VR301: Sett av styret}}", "--output-format", "concise")
    assert out.splitlines()[0] == "Looked at and accepted:"
    assert out.splitlines()[1].endswith("(accepted: Sett av styret)")
