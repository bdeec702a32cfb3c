from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]

# One of everything that can name something, soundly.
PLAN = """
    ceases: {date: 2019-01-01, decision: sg-2/1}
    columns:
      HP 2018: {adopted_by: sg-1}
      Justert: {proposed_by: sg-1, adopted_by: sg-2}
    parties:
      KHS: {name: Kommunehelsesamarbeidet, aliases: [Samarbeidet]}
      Bærum kommune: {}
      Bærum kulturskole: {part_of: Bærum kommune}
    areas:
      - id: helse
        name: Helse
        focus_areas:
          - id: bpa
            name: BPA
            owner: KHS
            status:
              HP 2018: {text: Løpende, only: [nettverk], except: [beredskap]}
            measures:
              - name: Beredskap
                status:
                  Justert: [{text: Løpende, except: [nettverk]}]
                activities:
                  - {id: nettverk, name: Nettverket}
                  - {id: beredskap, name: Beredskap}
        obligations:
          - id: arkiv
            kind: property
            name: Arkivet
            recipient: kommunehelsesamarbeidet
            events: [{date: 2018-09-01, what: transferred, recipient: SAMARBEIDET, decision: sg-2}]
            status:
              sg-2/1: {text: Løpende, means: {recipient: vestregionen}}
    """


def test_names_of_all_kinds_are_known(findings_from: FindingsFrom) -> None:
    assert findings_from(PLAN) == []


@pytest.mark.parametrize(
    ("old", "new", "expected", "sentence", "advice"),
    [
        (
            "decision: sg-2/1}",
            "decision: sg-2/9}",
            ("VR201", 1, 38),
            "there is no decision sg-2/9",
            "did you mean sg-2/1?",
        ),
        (
            "adopted_by: sg-2}",
            "adopted_by: 16/2018}",
            ("VR201", 4, 44),
            "there is no decision 16/2018",
            "add it to decisions.yaml, or write the id of one that is there",
        ),
        (
            "proposed_by: sg-1",
            "proposed_by: sg-1/",
            ("VR201", 4, 26),
            "there is no decision sg-1/",
            "did you mean sg-1?",
        ),
        (
            "decision: sg-2}",
            "decision: sg2}",
            ("VR201", 30, 90),
            "there is no decision sg2",
            "did you mean sg-2?",
        ),
        (
            "Justert: [",
            "justert: [",
            ("VR202", 21, 15),
            "justert is neither a column of this plan nor a decision",
            "did you mean Justert?",
        ),
        (
            "sg-2/1: {text",
            "gf-2018-06-14/9: {text",
            ("VR202", 32, 11),
            "gf-2018-06-14/9 is neither a column of this plan nor a decision",
            "write the name of a column (HP 2018, Justert), or a decision and its point: styret-2018-16/2",
        ),
        (
            "sg-2/1: {text",
            "sg-2/: {text",
            ("VR202", 32, 11),
            "sg-2/ is neither a column of this plan nor a decision",
            "did you mean sg-2/1?",
        ),
        ("owner: KHS", "owner: KSH", ("VR203", 15, 16), "there is no party KSH", "did you mean KHS?"),
        (
            "recipient: kommunehelsesamarbeidet",
            "recipient: Norsk Helsenett",
            ("VR203", 29, 20),
            "there is no party Norsk Helsenett",
            "add it under parties, or write the name of one that is there",
        ),
        (
            "part_of: Bærum kommune",
            "part_of: Berum kommune",
            ("VR203", 8, 32),
            "there is no party Berum kommune",
            "did you mean Bærum kommune?",
        ),
        (
            "recipient: SAMARBEIDET",
            "recipient: Samarbeidt",
            ("VR203", 30, 67),
            "there is no party Samarbeidt",
            "did you mean Samarbeidet?",
        ),
        (
            "means: {recipient: vestregionen",
            "means: {recipient: vestreg",
            ("VR203", 32, 54),
            "there is no party vestreg",
            "did you mean Vestregionen?",
        ),
        (
            "only: [nettverk]",
            "only: [nettverket]",
            ("VR204", 17, 43),
            "nettverket is not one of the activities that this status speaks of",
            "did you mean nettverk?",
        ),
        (
            "except: [beredskap]",
            "except: [arkiv]",
            ("VR204", 17, 63),
            "arkiv is not one of the activities that this status speaks of",
            "write the id of an activity below: nettverk, beredskap",
        ),
        (
            "except: [nettverk]",
            "except: [bpa]",
            ("VR204", 21, 50),
            "bpa is not one of the activities that this status speaks of",
            "write the id of an activity below: nettverk, beredskap",
        ),
        (
            "- {id: beredskap,",
            "- {id: helse,",
            ("VR205", 24, 22),
            "the id helse is used twice",
            "give one of them an id of its own; an id is never reused",
        ),
        (
            "- id: arkiv",
            "- id: bpa",
            ("VR205", 26, 13),
            "the id bpa is used twice",
            "give one of them an id of its own; an id is never reused",
        ),
        (
            "KHS: {name",
            "KHS: {part_of: KHS, name",
            ("VR209", 6, 18),
            "KHS is part of itself",
            "name the party that it belongs to",
        ),
    ],
)
def test_name_that_stands_for_nothing_or_for_two_is_told(
    found_in: FoundIn, old: str, new: str, expected: tuple[str, int, int], sentence: str, advice: str
) -> None:
    assert PLAN.count(old) == 1
    found = [one for one in found_in(PLAN.replace(old, new)) if one.code.code == expected[0]]
    assert [(one.code.code, one.place and (one.place.line, one.place.column)) for one in found] == [
        (expected[0], expected[1:])
    ]
    assert (message(found[0]).sentence, message(found[0]).help) == (sentence, advice)


def test_repeated_id_shows_where_it_was_used_first(found_in: FoundIn) -> None:
    (finding,) = found_in("""
        areas:
          - {id: kultur, name: Kultur}
          - {id: helse, name: Helse}
          - {id: kultur, name: Idrett}
        """)
    (first,) = finding.related
    assert first.place is not None
    assert (first.place.line, message(finding).related) == (2, ("kultur is used here first",))


def test_every_use_after_the_first_is_told(findings_from: FindingsFrom) -> None:
    text = "areas:\n" + "  - {id: kultur, name: Kultur}\n" * 3
    assert findings_from(text) == [("VR205", 3, 10), ("VR205", 4, 10)]


def test_every_party_of_a_circle_is_told_and_none_outside_it(findings_from: FindingsFrom) -> None:
    text = """
        parties:
          A: {part_of: B}
          B: {part_of: C}
          C: {part_of: B}
          D: {part_of: D}
        """
    assert findings_from(text) == [("VR209", 3, 16), ("VR209", 4, 16), ("VR209", 5, 16)]


def test_unknown_column_is_told_wherever_it_stands(findings_from: FindingsFrom) -> None:
    text = """
        columns: {HP 2018: {adopted_by: sg-1}}
        obligations:
          - {id: a, kind: duty, name: A, status: {HP 2017: Løpende, HP 2018: Løpende}}
          - {id: b, kind: duty, name: B, status: {HP 2017: Løpende}}
        """
    assert findings_from(text) == [("VR202", 3, 43), ("VR202", 4, 43)]


def test_only_at_an_obligation_names_no_activity(found_in: FoundIn) -> None:
    (finding,) = found_in("""
        columns: {HP 2018: {adopted_by: sg-1}}
        obligations:
          - {id: a, kind: duty, name: A, status: {HP 2018: {text: Løpende, only: [a]}}}
        """)
    assert message(finding).help == "write the id of an activity below: (none)"


ADD_BODY = "add it under bodies, or write one of: SG"
DECIDED = """
    bodies:
      SG: {name: Styringsgruppen}
    sources:
      notat: {title: Saksnotat, body: SG}
    meetings:
      - {body: SG, date: 2018-06-14, source: notat}
    decisions:
      - id: sg-1
        title: HP 2018
        standing: adopted
        evidence: full-text
        body: SG
        date: 2017-12-07
        source: notat
        points: [{id: 1, summary: En}, {id: 2, summary: To}]
    """


@pytest.mark.parametrize(
    ("old", "new", "expected", "sentence", "advice"),
    [
        (
            "title: Saksnotat, body: SG",
            "title: x, body: GS",
            ("VR207", 4, 27),
            "there is no body GS",
            ADD_BODY,
        ),
        (
            "- {body: SG",
            "- {body: Styringsgruppen",
            ("VR207", 6, 12),
            "there is no body Styringsgruppen",
            ADD_BODY,
        ),
        ("    body: SG\n", "    body: RG\n", ("VR207", 12, 11), "there is no body RG", ADD_BODY),
        (
            "source: notat}",
            "source: nota}",
            ("VR208", 6, 42),
            "there is no source nota",
            "did you mean notat?",
        ),
        (
            "    source: notat\n",
            "    source: vedlegg\n",
            ("VR208", 14, 13),
            "there is no source vedlegg",
            "add the paper under sources, so that a reader can find it, or write one of: notat",
        ),
        (
            "{id: 2,",
            "{id: 1,",
            ("VR206", 15, 41),
            "the decision sg-1/1 stands twice",
            "give one of them an id of its own, or remove it",
        ),
    ],
)
def test_names_in_the_decisions_are_held_against_each_other(
    found_in: FoundIn, old: str, new: str, expected: tuple[str, int, int], sentence: str, advice: str
) -> None:
    assert found_in("", DECIDED) == ()
    assert DECIDED.count(old) == 1
    (finding,) = found_in("", DECIDED.replace(old, new))
    assert finding.place is not None
    assert finding.place.file == "decisions.yaml"
    assert (finding.code.code, finding.place.line, finding.place.column) == expected
    assert (message(finding).sentence, message(finding).help) == (sentence, advice)


def test_sources_in_the_plan_are_those_of_the_decisions(findings_from: FindingsFrom) -> None:
    text = """
        columns: {HP 2018: {adopted_by: sg-1}}
        obligations:
          - id: arkiv
            kind: duty
            name: Arkivet
            source: notatet
            status:
              HP 2018: {text: Løpende, source: notat}
              sg-1/1: [{text: Løpende, source: vedlegg}]
        """
    assert findings_from(text, DECIDED) == [("VR208", 6, 13), ("VR208", 9, 40)]


def test_without_a_list_of_sources_every_source_may_be_named(findings_from: FindingsFrom) -> None:
    assert findings_from("obligations:\n  - {id: a, kind: property, name: A, source: Saksnotat}") == []
