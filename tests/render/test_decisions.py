"""How decisions are told: who, what and when, how well it is known, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.render import Form, report_as
from vrplan.render.safe import markdown, visible
from vrplan.render.wording import consequences, decided_on, decision_counts, decision_facts, spoken, standing
from vrplan.reports.decisions import DecisionsReport, decisions

if TYPE_CHECKING:
    from vrplan.render import Report

Told = Callable[..., DecisionsReport]

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: gf/2}
columns: {A: {adopted_by: sg-1}, B: {proposed_by: rg-1, adopted_by: sg-2}, C: {proposed_by: rg-2}}
areas:
  - id: a
    name: Helse
    measures:
      - name: M
        status: {gf/3: {text: Videreføres, except: [two]}}
        activities:
          - {id: one, name: En, status: {A: Løpende, B: Q3, gf/1: Vurderes avsluttet}}
          - {id: two, name: To, status: {A: Løpende}}
          - id: three
            name: Tre
            status: {B: Løpende}
            events: [{date: 2018-07-01, what: done, decision: sg-3}, {date: 2018-08-01, what: done, decision: sg-3}]
          - {id: four, name: Fire, status: {B: Løpende}}
          - {id: five, name: Fem, status: {B: Løpende}}
"""
DECISIONS = """\
bodies: {SG: {name: Styringsgruppen}}
sources: {paper: {title: Saksnotat, url: "https://example.org", file: notat.pdf}}
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: cited, date: 2017-12-07, replaces: [old]}
  - {id: rg-1, title: B, standing: proposed, evidence: full-text, date: 2018-05-31}
  - {id: rg-2, title: C, standing: proposed, evidence: title-only, date: 2018-06}
  - {id: sg-2, title: B, standing: adopted, evidence: full-text, date: 2018-06-14, body: SG, case: 16/2018,
     source: paper, note: Enstemmig}
  - {id: gf, title: Slutt, standing: adopted, evidence: full-text, date: 2018-06-14, body: Andre,
     points: [{id: 1, summary: En}, {id: 2, summary: To}, {id: 3, summary: Tre}, {id: 4, summary: Fire, note: Ja}]}
  - {id: sg-3, title: Gjort, standing: adopted, evidence: full-text, date: 2018-06-20}
  - {id: old, title: Gammelt, standing: adopted, evidence: full-text, date: 2010}
  - {id: lost, title: Uten dato, standing: noted, evidence: title-only, source: arkivet}
"""


@pytest.fixture
def told() -> Told:
    """The decisions of the plan, or the only one that is named, with or without its point."""

    def build(only: str = "", *, unused: bool = False, as_known: date | None = None) -> DecisionsReport:
        loaded = load(PlanFolder({"x.yaml": PLAN.encode()}, {"d.yaml": DECISIONS.encode()}, "d.yaml"))
        assert loaded.plan is not None
        view = as_of(loaded.plan, Clocks(date(2018, 9, 1), as_known))
        decision, point = loaded.plan.find_decision(only)
        return decisions(view, loaded, (decision, point) if decision else None, unused=unused)

    return build


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("sg-1", "adopts A; replaces old; two rests on it; it also speaks of one"),
        (
            "rg-1",
            (
                "proposes B, which sg-2 adopts; "
                "speaks of 4 items (one, three, four and 1 more), none of which rests on it"
            ),
        ),
        ("rg-2", "proposes C"),
        ("sg-2", "adopts B; 4 items (one, three, four and 1 more) rest on it"),
        ("gf/1", "speaks of one, which does not rest on it"),
        ("gf/2", "ends Vestregionen on 1.1.2019"),
        ("gf/4", "nothing follows"),
        ("sg-3", "2 recorded events (three)"),
        ("lost", "nothing follows"),
    ],
)
def test_what_follows_is_told_in_one_line(told: Told, decision: str, expected: str) -> None:
    report = told(decision)
    (one,) = report.decisions
    follows = one.points[0].follows if "/" in decision else one.directly
    assert consequences(follows, one.decision, report.view.plan) == expected


def test_an_end_that_is_only_proposed_is_told_so(told: Told) -> None:
    report = told("gf/2")
    proposed = report.decisions[0].decision.model_copy(update={"standing": "proposed"})
    follows = report.decisions[0].points[0].follows
    assert consequences(follows, proposed, report.view.plan) == "would end Vestregionen on 1.1.2019"


@pytest.mark.parametrize(
    ("decision", "day", "worth"),
    [
        ("sg-1", "7.12.2017", "adopted (cited only)"),
        ("rg-2", "June 2018", "proposed (title only)"),
        ("old", "2010", "adopted (full text), replaced by sg-1, nothing follows"),
        ("lost", "no date", "noted (title only), nothing follows"),
        ("gf", "14.6.2018", "adopted (full text)"),
    ],
)
def test_day_and_worth_are_told_as_the_papers_have_them(
    told: Told, decision: str, day: str, worth: str
) -> None:
    (one,) = told(decision).decisions
    assert (decided_on(one.decision), standing(one)) == (day, worth)


def test_one_decision_is_told_with_everything_that_the_files_say(told: Told) -> None:
    report = told("sg-2")
    assert decision_facts(report.decisions[0], report.view.plan) == [
        ("decided", "14.6.2018, Styringsgruppen, sak 16/2018"),
        ("standing", "adopted, its full text is known"),
        ("source", "Saksnotat, https://example.org, notat.pdf"),
        ("comment", "Enstemmig"),
        ("follows", "adopts B; 4 items (one, three, four and 1 more) rest on it"),
        ("written at", "d.yaml:7"),
    ]


def test_what_the_files_do_not_say_is_not_told(told: Told) -> None:
    report = told("lost")
    assert decision_facts(report.decisions[0], report.view.plan) == [
        ("decided", "no date"),
        ("standing", "noted, known by its title only"),
        ("source", "arkivet"),
        ("follows", "nothing follows"),
        ("written at", "d.yaml:13"),
    ]


def test_of_an_item_that_rests_on_another_decision_that_is_told(told: Told) -> None:
    (one,) = told("gf/1").decisions[0].points[0].follows.items
    assert spoken(one) == [
        "“Vurderes avsluttet”: ends, considered",
        "its status rests on B (sg-2): “Q3”",
    ]


def test_of_an_item_that_rests_on_it_its_words_are_told(told: Told) -> None:
    (one, *_) = told("sg-2").decisions[0].directly.items
    assert spoken(one) == ["“Q3”: due, 1.7.2018–30.9.2018"]


def test_items_of_which_the_same_is_said_are_told_together(told: Told) -> None:
    assert report_as("text", told("sg-2")).endswith(
        "\n\n"
        "  due  one  En\n"
        "    “Q3”: due, 1.7.2018–30.9.2018\n"
        "  done  three  Tre\n"
        "  ongoing  four  Fire\n"
        "  ongoing  five  Fem\n"
        "    “Løpende”: ongoing, continuous\n"
    )


def test_recorded_events_are_told_with_their_item(told: Told) -> None:
    assert report_as("text", told("sg-3")).endswith(
        "\n\n  recorded: three: 1.7.2018: done, decision sg-3\n  recorded: three: 1.8.2018: done, decision sg-3\n"
    )


def test_decisions_are_counted_by_what_they_are_worth(told: Told) -> None:
    assert decision_counts(told()) == (
        "8 decisions: 5 adopted, 2 proposed, 1 noted; nothing follows from 2; nothing follows from 1 point of theirs"
    )
    assert decision_counts(told(unused=True)) == (
        "3 decisions: 2 adopted, 1 noted; nothing follows from 1 point of theirs"
    )


@pytest.mark.parametrize(
    ("only", "unused", "as_known", "expected"),
    [
        ("", False, date(2009, 1, 1), "No decision was known."),
        ("sg-2", False, date(2018, 6, 13), "Nothing of it was known on 13.6.2018."),
        ("sg-2", True, None, "Something follows from it."),
        ("", True, date(2009, 1, 1), "No decision was known."),
    ],
)
def test_no_decision_is_told_with_the_reason(
    told: Told, only: str, unused: bool, as_known: date | None, expected: str
) -> None:
    report = told(only, unused=unused, as_known=as_known)
    for form in ("text", "md"):
        assert report_as(form, report).endswith(f"\n\n{expected}\n")


def test_csv_has_a_row_a_decision_and_a_row_a_point(told: Told) -> None:
    rows = report_as("csv", told("gf")).split("\r\n")
    assert [row.split(",")[0] for row in rows] == ["id", "gf", "gf/1", "gf/2", "gf/3", "gf/4", ""]


@pytest.mark.parametrize("form", get_args(Form))
@pytest.mark.parametrize(
    "hostile", ["\x1b[31mred\x07", "a | b", "one\ntwo", "[bold]x[/] :smile:", "<b>&lt;", "=1+1"]
)
def test_list_shows_user_text_as_text(
    reports_on: Callable[..., dict[str, Report]], hostile: str, form: Form
) -> None:
    fields = ("decision", "summary", "body", "case", "column", "organisation")
    report = reports_on(**{field: f"{field} {hostile}" for field in fields})["decisions"]
    assert isinstance(report, DecisionsReport)
    listed = replace(report, asked=None)
    out = report_as(form, listed).replace("\r\n", "\n")
    assert {sign for sign in out if not sign.isprintable()} == {"\n"}
    if form == "text":
        assert f"decision {visible(hostile)}\n" in out
        assert f"summary {visible(hostile)}  " in out
    if form == "md":
        assert f"| decision {markdown(hostile)} |" in out
        assert f": summary {markdown(hostile)} |" in out
