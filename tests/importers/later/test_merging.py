"""A later paper set against a plan: every row is told once, and what is written is what the paper says."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from vrplan.folder import PlanFolder
from vrplan.importers.later.column import Unheard, Unsettled, Wanted
from vrplan.importers.later.matching import _place
from vrplan.importers.later.merging import merged
from vrplan.importers.markdown import read_markdown
from vrplan.load import load
from vrplan.render.later import merged_as_text

if TYPE_CHECKING:
    from vrplan.importers.later.merged import Merged
    from vrplan.model.plan import Plan

PLAN = """\
plan: p-2026
title: Handlingsplan 2026
organisation: Fjordrådet
period: {from: 2026-01-01, to: 2026-12-31}
columns: {HP 2026: {adopted_by: sg-2025-9}}
areas:
  - id: kultur
    name: Kultur
    focus_areas:
      - id: festival
        name: Fjordfestivalen
        measures:
          - name: Drift
            activities:
              - {id: program, name: Sette opp program for festivalen, status: {HP 2026: Løpende}}
              - {id: nettsted, name: Drive nettstedet, status: {HP 2026: Løpende}}
      - {id: kunst, name: Kunst rett vest, status: {HP 2026: Løpende}}
  - id: helse
    name: Helse
    measures:
      - name: Nettverk
        activities:
          - {id: nettverk, name: Lede nettverk for helsekoordinatorer, status: {HP 2026: Løpende}}
    obligations:
      - {id: leie, kind: contract, name: Leieavtalen for kontoret, status: {HP 2026: Løpende}}
"""
DECISIONS = """\
bodies: {SG: {name: Styringsgruppen, aliases: [Styringsgruppa]}}
sources: {gammel: {title: HP 2026}}
decisions:
  - {id: sg-2025-9, title: HP 2026, standing: adopted, evidence: full-text, body: SG, date: 2025-12-04, case: 9/2025}
  - {id: sg-2026-4, title: Revisjon, standing: adopted, evidence: full-text, body: SG, date: 2026-03-12, case: 04/2026}
"""
HEAD = """\
# Styringsgruppen 10. september 2026

Sak 12/2026 Revidert handlingsplan 2026

Vedtak:

## Innsatsområde: Kultur

### Fokusområde: Fjordfestivalen

"""
ROWS = """\
| Tiltak | Aktiviteter | HP 2026 | Revidert HP 2026 |
|---|---|---|---|
| Drift | Sette opp program for festivalen | Løpende | Q4 |
| | Drive nettstedet | Løpende | Avsluttes 31.10.26 |
"""


def plan_of(text: str = PLAN, decisions: str = DECISIONS) -> Plan:
    folder = PlanFolder(
        {"actionplan_x.yaml": text.encode()}, {"decisions.yaml": decisions.encode()}, "decisions.yaml"
    )
    plan = load(folder).plan
    assert plan is not None
    return plan


def later(
    rows: str = ROWS,
    wanted: Wanted | None = None,
    head: str = HEAD,
    plan: str = PLAN,
    decisions: str = DECISIONS,
) -> Merged:
    paper = read_markdown((head + dedent(rows)).encode(), "Sak 12-2026.md")
    return merged(paper, plan_of(plan, decisions), wanted or Wanted("Revidert HP 2026"))


def table(*rows: str) -> str:
    return "".join(ROWS.splitlines(keepends=True)[:2]) + "".join(f"| {row} |\n" for row in rows)


def told(found: Merged) -> dict[str, list[str]]:
    """What became of each row and item, by names and ids."""
    return {
        "matched": [
            f"{one.entry.id}={' + '.join(text.text for text in one.row.texts)}" for one in found.matched
        ],
        "doubtful": [
            f"{one.row.name}: {one.why}: {','.join(e.id for e, _ in one.candidates)}"
            for one in found.doubtful
        ],
        "new": [f"{one.row.name}: {one.why_not or one.entry['id']}" for one in found.new],
        "gone": [one.id for one in found.gone],
    }


def test_rows_are_found_and_what_the_paper_has_not_is_gone() -> None:
    found = later()
    assert told(found) == {
        "matched": ["program=Q4", "nettsted=Avsluttes 31.10.26"],
        "doubtful": [],
        "new": [],
        "gone": ["nettverk"],
    }
    assert [one.id for one in found.untold] == ["kunst", "leie"]
    assert (found.not_taken, found.is_there) == ((("HP 2026", True),), False)
    assert [one.row.place for one in found.matched] == ["table 1, line 13", "table 1, line 14"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Drift | Drive nettstedet | | "], {"matched": ["nettsted="], "gone": ["program", "nettverk"]}),
        (
            ["Drift | Sette opp programmet for festivalen | | Q4", " | Drive nettstedet | | Q3"],
            {"matched": ["program=Q4", "nettsted=Q3"], "gone": ["nettverk"]},
        ),
        (
            ["Drift | Sette opp program for festivalen | | Q4", " | Holde åpningstale | | Q3"],
            {
                "matched": ["program=Q4"],
                "doubtful": ["Holde åpningstale: reworded: nettsted"],
                "gone": ["nettverk"],
            },
        ),
        (
            [
                "Drift | Sette opp program for festivalen | | Q4",
                " | Drive nettstedet | | ",
                " | Selge is | | Q3",
            ],
            {"matched": ["program=Q4", "nettsted="], "new": ["Selge is: selge-is"], "gone": ["nettverk"]},
        ),
        (
            ["Frivillige | Holde kurs | | Q3", " | Selge is | | "],
            {
                "new": ["Holde kurs: holde-kurs", "Selge is: says_nothing"],
                "gone": ["program", "nettsted", "nettverk"],
            },
        ),
        (
            ["Drift | Kunst rett vest | | Q3"],
            {"matched": ["kunst=Q3"], "gone": ["program", "nettsted", "nettverk"]},
        ),
        (["Drift | Drift | | Q3"], {"matched": ["Drift=Q3"], "gone": ["nettverk"]}),
        (
            ["Drift | Drift | | Utgår", " | Drive nettstedet | | Q3"],
            {
                "matched": ["nettsted=Q3"],
                "doubtful": ["Drift: group: Drift"],
                "gone": ["program", "nettverk"],
            },
        ),
        (
            ["Drift | Fjordfestivalen | | Q3"],
            {"matched": ["festival=Q3"], "gone": ["nettverk"]},
        ),
        (
            ["Drift | Drive nettstedet | | Q3", " | Drive nettstedet | | Q4"],
            {
                "doubtful": ["Drive nettstedet: repeated: nettsted", "Drive nettstedet: repeated: nettsted"],
                "gone": ["program", "nettverk"],
            },
        ),
    ],
)
def test_row_is_told_once(rows: list[str], expected: dict[str, list[str]]) -> None:
    nothing: dict[str, list[str]] = {"matched": [], "doubtful": [], "new": [], "gone": []}
    assert told(later(table(*rows))) == nothing | expected


def test_what_is_new_is_put_below_its_measure_or_begins_one() -> None:
    rows = table(
        "Drift | Sette opp program for festivalen | | Q4",
        " | Drive nettstedet | | Q4",
        " | Selge is | | Q3",
        "Frivillige | Holde kurs | | Q3",
        " | Selge brus | | Q3",
    )
    (drift, ice), (measures, begun) = later(rows).additions
    source = {"source": "sak-12-2026", "note": "table 1, line 15"}
    assert drift == ("areas", 0, "focus_areas", 0, "measures", 0, "activities")
    assert ice == [
        {"id": "selge-is", "name": "Selge is", "status": {"Revidert HP 2026": {"text": "Q3", **source}}}
    ]
    assert measures == ("areas", 0, "focus_areas", 0, "measures")
    assert [one["name"] for one in begun] == ["Frivillige"]
    assert [one["id"] for one in begun[0]["activities"]] == ["holde-kurs", "selge-brus"]  # type: ignore[index,call-overload]


def test_new_row_of_an_unknown_focus_area_is_only_listed() -> None:
    found = later(head=HEAD.replace("Fjordfestivalen", "Idrett"), rows=table("Bane | Klippe gress | | Q3"))
    assert told(found)["new"] == ["Klippe gress: no_focus_area"]
    assert found.additions == ()


def test_new_rows_are_only_listed_when_that_is_asked() -> None:
    found = later(table("Bane | Klippe gress | | Q3"), Wanted("Revidert HP 2026", adds_new=False))
    assert (told(found)["new"], found.additions) == (["Klippe gress: not_asked"], ())


def test_paper_and_decision_are_added_under_the_names_of_the_plan() -> None:
    basis = later().basis
    when = {"body": "SG", "date": "2026-09-10", "case": "12/2026"}
    title = "Revidert handlingsplan 2026"
    assert basis.bodies == {}
    assert basis.sources == {"sak-12-2026": {"title": title, "file": "Sak 12-2026.md", **when}}
    assert basis.facts == {
        "id": "sg-2026-12",
        **when,
        "title": title,
        "standing": "adopted",
        "evidence": "full-text",
        "source": "sak-12-2026",
    }
    assert later().facts == {"adopted_by": "sg-2026-12"}


@pytest.mark.parametrize(
    ("old", "new", "decision"),
    [
        ("Sak 12/2026", "Sak 4/2026", "sg-2026-4"),  # the plan writes 04/2026, and another day
        ("10. september", "12. mars", "sg-2026-12"),  # the same meeting, another case
        ("Sak 12/2026 Revidert handlingsplan 2026", "Handlingsplan 2026", "sg-2026-09-10"),
        ("Styringsgruppen", "Styringsgruppa", "sg-2026-12"),
        ("Styringsgruppen", "Kommunestyret", "kommunestyret-2026-12"),
    ],
)
def test_decision_of_the_same_case_is_used(old: str, new: str, decision: str) -> None:
    found = later(head=HEAD.replace(old, new))
    assert found.basis.decision == decision
    assert found.facts == {"adopted_by": decision}
    assert bool(found.basis.facts) is (decision != "sg-2026-4")


def test_decision_of_the_same_meeting_is_used_where_the_paper_names_no_case() -> None:
    head = HEAD.replace("10. september", "12. mars").replace("Sak 12/2026 ", "")
    assert later(head=head).basis.decision == "sg-2026-4"


@pytest.mark.parametrize(
    ("standing", "vedtak", "facts"),
    [
        ("adopted", "Forslag til vedtak:", {"proposed_by": "sg-2026-4-2"}),
        ("noted", "Forslag til vedtak:", {"proposed_by": "sg-2026-4-2"}),
        ("proposed", "Forslag til vedtak:", {"proposed_by": "sg-2026-4"}),
        ("proposed", "Vedtak:", {"proposed_by": "sg-2026-4"}),
        ("adopted", "Vedtak:", {"adopted_by": "sg-2026-4"}),
        ("adopted", "", {"adopted_by": "sg-2026-4"}),
    ],
)
def test_decision_that_is_there_counts_as_the_plan_has_it(
    standing: str, vedtak: str, facts: dict[str, str]
) -> None:
    decisions = DECISIONS.replace("Revisjon, standing: adopted", f"Revisjon, standing: {standing}")
    found = later(head=HEAD.replace("12/2026", "4/2026").replace("Vedtak:", vedtak), decisions=decisions)
    assert found.facts == facts


REVISJON = DECISIONS.splitlines()[-1]


@pytest.mark.parametrize(
    ("others", "head", "why"),
    [
        (
            (),
            "Sak 4/2026",
            "the plan has sg-2026-4 of the same case, which only took note: name the decision that",
        ),
        (("adopted", "adopted"), "Sak 4/2026", r"the paper is that of \(a, b\): name the one that it is"),
        (("adopted", "proposed"), "Møte", r"the paper is that of \(a, b\): name the one that it is"),
    ],
)
def test_decision_that_is_not_surely_that_of_the_paper_adopts_nothing(
    others: tuple[str, ...], head: str, why: str
) -> None:
    noted = REVISJON.replace("adopted", "noted")
    more = "".join(
        REVISJON.replace("sg-2026-4", one).replace("standing: adopted", f"standing: {standing}") + "\n"
        for one, standing in zip("ab", others, strict=False)
    )
    decisions = DECISIONS.replace(REVISJON, noted) + more
    with pytest.raises(Unsettled, match=why):
        later(head=AT_THAT_MEETING.replace("Sak 12/2026", head), decisions=decisions)
    with pytest.raises(Unsettled, match="sg-2026-4 only took note, and adopts no column"):
        later(wanted=Wanted("Revidert HP 2026=sg-2026-4"), decisions=decisions)


AT_THAT_MEETING = HEAD.replace("10. september", "12. mars")


@pytest.mark.parametrize(
    ("instead_of_case", "decision"),
    [
        ("", "sg-2026-4"),
        (", source: gammel", "sg-2026-4"),
        (", source: protokoll", "sg-2026-12"),
        (", case: 2025/77", "sg-2026-12"),
    ],
)
def test_decision_without_a_case_is_that_of_the_day_unless_something_speaks_against_it(
    instead_of_case: str, decision: str
) -> None:
    decisions = DECISIONS.replace(", case: 04/2026", instead_of_case).replace(
        "HP 2026}}", "HP 2026}, protokoll: {title: P, case: 4/2026}}"
    )
    assert later(head=AT_THAT_MEETING, decisions=decisions).basis.decision == decision


def test_what_was_noted_at_that_meeting_is_not_that_of_the_paper() -> None:
    decisions = DECISIONS.replace(
        REVISJON, REVISJON.replace("adopted", "noted").replace(", case: 04/2026", "")
    )
    found = later(head=AT_THAT_MEETING, decisions=decisions)
    assert (found.facts, found.basis.is_there) == ({"adopted_by": "sg-2026-12"}, False)


def test_proposal_of_what_was_adopted_is_added_as_a_proposal() -> None:
    head = HEAD.replace("12/2026", "4/2026").replace("Vedtak:", "Forslag til vedtak:")
    basis = later(head=head).basis
    assert (basis.adopted, basis.facts["id"], basis.facts["standing"]) == (
        ("sg-2026-4",),
        "sg-2026-4-2",
        "proposed",
    )


def test_decision_that_somebody_names_adopts_what_the_paper_proposes() -> None:
    head = HEAD.replace("Vedtak:", "Forslag til vedtak:")
    found = later(head=head, wanted=Wanted("Revidert HP 2026=sg-2026-4"))
    assert found.facts == {"proposed_by": "sg-2026-12", "adopted_by": "sg-2026-4"}


def test_paper_that_is_there_is_named_and_not_added_again() -> None:
    decisions = DECISIONS.replace("gammel: {title: HP 2026}", "g: {title: HP, file: SAK 12-2026.md}")
    basis = later(decisions=decisions).basis
    assert (basis.source, basis.sources) == ("g", {})


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(), "the paper has 2 columns: HP 2026, Revidert HP 2026; name one of them with --column"),
        (Wanted("Revidert HP 2026", " "), "--as needs a name"),
    ],
)
def test_what_is_not_settled_is_told(wanted: Wanted, said: str) -> None:
    with pytest.raises(Unsettled, match=said):
        later(wanted=wanted)


def test_paper_that_decides_nothing_needs_a_decision() -> None:
    with pytest.raises(Unsettled, match='name it: --column "Revidert HP 2026=ID"'):
        later(head=HEAD.replace("Vedtak:\n", ""))


@pytest.mark.parametrize(
    ("column", "what", "name"),
    [
        ("Revidert HP 2062", "column in the paper called", "Revidert HP 2062"),
        ("Revidert HP 2062=sg-2026-4", "column in the paper called", "Revidert HP 2062"),
        ("Revidert HP 2026=sg-1", "decision", "sg-1"),
        ("", "column in the paper called", ""),
    ],
)
def test_what_is_not_there_is_told(column: str, what: str, name: str) -> None:
    with pytest.raises(Unheard) as unheard:
        later(wanted=Wanted(column))
    assert (unheard.value.what, unheard.value.name) == (what, name)


@pytest.mark.parametrize(
    ("called", "year", "facts"),
    [
        (None, None, {}),
        ("HP 2027", None, {"year": "2027"}),
        ("Status", 2027, {"year": "2027"}),
        ("Status", 2026, {}),
    ],
)
def test_column_gets_the_name_and_the_year_that_are_asked(
    called: str | None, year: int | None, facts: dict[str, str]
) -> None:
    found = later(wanted=Wanted("revidert hp 2026", called, year))
    assert found.column == (called or "Revidert HP 2026")
    assert found.facts == {"adopted_by": "sg-2026-12", **facts}


def test_only_column_needs_no_name() -> None:
    rows = ROWS.replace("| HP 2026 | Revidert HP 2026 |", "| Status | Merknad |")
    assert later(rows, Wanted()).heading == "Status"


def test_column_that_is_there_is_compared() -> None:
    rows = ROWS.replace("Løpende | Q4", "Løpende  | Q4").replace(
        "Drive nettstedet | Løpende", "Drive nettstedet | Q1"
    )
    found = later(rows, Wanted("HP 2026"))
    assert found.is_there
    assert [(one.match.entry.id, one.plan) for one in found.differences] == [("nettsted", ("Løpende",))]
    assert (found.is_agreed, found.additions, found.facts) == (False, (), {})


@pytest.mark.parametrize(
    ("said", "is_settled"),
    [
        ("{text: Q1, source: sak-12-2026, note: 'table 1, line 14'}", True),
        (
            "{text: Q2, source: sak-12-2026, note: 'table 1, line 14'}",
            True,
        ),  # then the words differ, and that is told
        ("{text: Q1, source: sak-12-2026, note: 'table 1, line 13'}", False),
        ("{text: Q1, source: gammel, note: 'table 1, line 14'}", False),
        ("Q1", False),
    ],
)
def test_doubt_is_settled_where_the_plan_has_the_words_from_that_row(said: str, is_settled: bool) -> None:
    plan = PLAN.replace(
        "Drive nettstedet, status: {HP 2026: Løpende}", f"Skrape is, status: {{HP 2026: {said}}}"
    )
    rows = ROWS.replace("Drive nettstedet | Løpende", "Drive nettstedet | Q1")
    decisions = DECISIONS.replace("sources: {", "sources: {sak-12-2026: {title: S, file: Sak 12-2026.md}, ")
    found = later(rows, Wanted("HP 2026"), plan=plan, decisions=decisions)
    assert [one.entry.id for one in found.matched] == ["program", *(["nettsted"] if is_settled else [])]
    assert len(found.doubtful) is int(not is_settled)


KUNST = "### Fokusområde: Kunst rett vest\n\nDet gjøres ingen endringer i 2. halvår 2026.\n\n"


def with_kunst(wanted: str = "Revidert HP 2026", plan: str = PLAN) -> Merged:
    head, sign, rest = HEAD.partition("### Fokus")
    return later(head=f"{head}{KUNST}{sign}{rest}", wanted=Wanted(wanted), plan=plan)


def test_what_is_said_of_a_focus_area_as_a_whole_is_matched_too() -> None:
    found = with_kunst()
    assert [(one.row.place, one.entry.id, one.row.texts[0].text) for one in found.matched][-1] == (
        "line 11",
        "kunst",
        "Det gjøres ingen endringer i 2. halvår 2026.",
    )
    assert [one.id for one in found.untold] == ["leie"]


def test_focus_area_that_the_plan_has_not_is_only_listed() -> None:
    found = with_kunst(plan=PLAN.replace("Kunst rett vest", "Museene"))
    assert told(found)["new"] == ["Kunst rett vest: no_focus_area"]


def test_what_the_paper_says_of_a_focus_area_in_another_column_is_told_as_not_used() -> None:
    found = with_kunst("HP 2026")
    assert "kunst" not in [one.entry.id for one in found.matched]
    assert [one.kind for one in found.irregularities if "ingen endringer" in one.text] == ["text_not_used"]


def test_what_the_plan_knows_is_not_asked_again() -> None:
    assert [one.kind for one in later().irregularities] == []
    assert [one.said[0][1] for one in later(head=HEAD.replace("Sak 12/2026 ", "")).irregularities] == ["case"]


def test_what_is_said_of_a_group_names_its_activities() -> None:
    [(match, below)] = later(table("Drift | Drift | | Q3")).of_groups
    assert (match.entry.id, [one.id for one in below]) == ("Drift", ["program", "nettsted"])


def test_row_of_several_called_so_is_settled_when_one_is_recorded() -> None:
    said = "{text: Q1, source: sak-12-2026, note: 'table 1, line 14'}"
    rows = table(
        "Drift | Sette opp program for festivalen | Løpende | ",
        " | Drive nettstedet | Q1 | ",
        " | Drive nettstedet | Q2 | ",
    )
    plan = PLAN.replace(
        "Drive nettstedet, status: {HP 2026: Løpende}", f"Drive nettstedet, status: {{HP 2026: {said}}}"
    ).replace("helsekoordinatorer, status: {HP 2026: Løpende}", "helsekoordinatorer, note: Ny")
    decisions = DECISIONS.replace("sources: {", "sources: {sak-12-2026: {title: S, file: Sak 12-2026.md}, ")
    found = later(rows, Wanted("HP 2026"), plan=plan, decisions=decisions)
    assert told(found)["doubtful"] == ["Drive nettstedet: settled: nettsted"]
    assert found.is_agreed


def test_doubtful_row_of_two_texts_comes_as_the_line_to_write() -> None:
    found = later(table("Drift | Sette opp program for festivalen | | Q4", " | Holde åpningstale | | Q3"))
    [one] = found.doubtful
    two = replace(found, doubtful=(replace(one, row=replace(one.row, texts=one.row.texts * 2)),))
    said = "{text: Q3, source: sak-12-2026, note: table 1, line 14}".replace(
        "table 1, line 14", '"table 1, line 14"'
    )
    line = f"if it is, write below the status of nettsted: Revidert HP 2026: [{said}, {said}]\n"
    assert line in merged_as_text(two, "plan")
    assert "if it is" not in merged_as_text(replace(two, is_written=False), "plan")


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("table 2, row 3", "table 2, row 3"),
        ("tabell 2, rad 3", "table 2, row 3"),
        ("avsnitt 4", "paragraph 4"),
        ("Se møteboka", "Se møteboka"),
        (None, None),
    ],
)
def test_place_is_known_in_whatever_language_it_was_noted(note: str | None, place: str | None) -> None:
    assert _place(note) == place
