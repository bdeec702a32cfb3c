"""How differences are told: in short sentences, with the words of both sides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import pytest

from vrplan.as_of import Clocks, PlanOnDate, as_of
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.model.plan import Plan
from vrplan.render import report_as
from vrplan.render.wording import besides, quotes, told
from vrplan.reports.diff import DiffReport, between_columns, between_dates, between_versions
from vrplan.reports.plan_changes import Subject

PlanFrom = Callable[..., Plan]

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
columns: {{A: {{adopted_by: sg-1}}, B: {{adopted_by: sg-2}}}}
parties: {{KHS: {{}}, Bærum: {{}}}}
areas:
  - id: a
    name: Helse
    measures:
      - name: M
        activities:
          - {{id: one, name: En, status: {status}{more}}}
"""
DECISIONS = """\
decisions:
  - {id: sg-1, title: A, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: sg-2, title: B, standing: adopted, evidence: full-text, date: 2018-06-14}
"""


class Wide:
    """A terminal on which no line breaks."""

    width, colour = 1000, False


@pytest.fixture
def view(plan_from: PlanFrom) -> Callable[..., PlanOnDate]:
    """A plan whose only item has this status, on a day."""

    def look(status: str, more: str = "", day: str = "2018-07-01") -> PlanOnDate:
        plan = plan_from(PLAN.format(status=status, more=more), DECISIONS)
        return as_of(plan, Clocks(date.fromisoformat(day)))

    return look


def sentences(report: DiffReport) -> list[str]:
    """How the only item that differs does so."""
    (change,) = report.changes
    return told(change, report)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Avsluttes 30.6.18", "Videreføres", "ends 30.6.2018 → continues"),
        ("Løpende", "Avsluttes", "ongoing → ends"),
        ("Løpende", "Opphører 15.3.2018", "ongoing → ends 15.3.2018"),
        ("Løpende", "Videreføres ut 2018", "ongoing → continues until 31.12.2018"),
        ("Kvartalsvis", "Q3", "recurring, quarterly → due 1.7.2018–30.9.2018"),
        ("Løpende", "Overføres til KHS i løpet av høsten", "ongoing → transfers to KHS 1.8.2018–31.12.2018"),
        ("Løpende", "Overført til KHS 1.2.2018", "ongoing → transfers to KHS from 1.2.2018, has happened"),
        ("Løpende", "Vurderes overført til KHS", "ongoing → transfers to KHS, considered"),
        ("Løpende", "Gjennomført", "ongoing → done"),
        ("Løpende", "Bamsemums", "ongoing → not understood"),
        ("{text: ~, note: Ukjent}", "Løpende", "words not known → ongoing"),
        ("Overføres", "Overføres til KHS", "to KHS added"),
        ("Overføres til KHS", "Overføres", "to KHS removed"),
        ("Overføres til KHS", "Overføres til Bærum", "to KHS → to Bærum"),
        ("Q3", "Q4", "window 1.7.2018–30.9.2018 → 1.10.2018–31.12.2018"),
        ("Videreføres", "Videreføres ut 2018", "window none → until 31.12.2018"),
        ("Vurderes overført til KHS", "Overføres til KHS", "considered → decided"),
        ("Kvartalsvis", "Årlig", "quarterly → yearly"),
        ("Overføres til KHS 1.2.2018", "Overført til KHS 1.2.2018", "has happened"),
        ("Avsluttes 30..6.18", "Avsluttes 30.6.18", "other words, read alike"),
    ],
)
def test_columns_are_told_in_the_plan_s_own_words(
    view: Callable[..., PlanOnDate], before: str, after: str, expected: str
) -> None:
    looked = view(f"{{A: {before}, B: {after}}}")
    assert sentences(between_columns(looked, "A", "B")) == [expected]


def test_what_only_one_column_speaks_of_is_new_or_gone(view: Callable[..., PlanOnDate]) -> None:
    assert sentences(between_columns(view("{B: Q3}"), "A", "B")) == ["new: due 1.7.2018–30.9.2018"]
    assert sentences(between_columns(view("{A: Q3}"), "A", "B")) == ["gone: was due 1.7.2018–30.9.2018"]


@pytest.mark.parametrize(
    ("status", "more", "days", "expected"),
    [
        (
            "Avsluttes 30.6.18",
            "",
            ("2018-06-30", "2018-07-01"),
            ["ongoing → ended, last day 30.6.2018, 1 day ago"],
        ),
        ("Q3", "", ("2018-06-30", "2018-07-01"), ["not started → due, until 30.9.2018, 91 days left"]),
        (
            "Overføres til KHS 1.7.2018",
            "",
            ("2018-06-30", "2018-07-01"),
            ["ongoing → transferred, to KHS, since 1.7.2018, today"],
        ),
        (
            "Overføres til KHS 1.7.2018",
            "events: [{date: 2018-08-01, what: accepted}]",
            ("2018-07-31", "2018-08-01"),
            ["confirmed by the receiver"],
        ),
        (
            "Overføres til KHS 1.7.2018",
            "events: [{date: 2018-08-01, what: accepted}]",
            ("2018-08-01", "2018-07-31"),
            ["no longer confirmed by the receiver"],
        ),
        (
            "Overføres til KHS 1.7.2018",
            "events: [{date: 2018-08-01, what: transferred, recipient: Bærum}]",
            ("2018-07-31", "2018-08-01"),
            ["to KHS → to Bærum"],
        ),
    ],
)
def test_dates_are_told_by_what_an_item_has_become(
    view: Callable[..., PlanOnDate], status: str, more: str, days: tuple[str, str], expected: list[str]
) -> None:
    views = [view(f"{{A: {status}}}", f", {more}" if more else "", day) for day in days]
    assert sentences(between_dates(*views)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            ("{A: Videreføres}", ""),
            ("{A: Avsluttes 30.6.18}", ""),
            ["continues → ends 30.6.2018", "on 1.7.2018: ongoing → ended, last day 30.6.2018, 1 day ago"],
        ),
        (("{A: Løpende}", ""), ("{B: Løpende}", ""), ["rests on B (sg-2) instead of A (sg-1)"]),
        (
            ("{A: Løpende, B: Q4}", ""),
            ("{B: Q4}", ""),
            ["no longer said: “Løpende” – A (sg-1): ongoing, continuous"],
        ),
        (
            ("{B: Q4}", ""),
            ("{A: Løpende, B: Q4}", ""),
            ["also said now: “Løpende” – A (sg-1): ongoing, continuous"],
        ),
        (
            ("{A: Løpende}", ""),
            ("{A: Løpende}", ", events: [{date: 2018-08-01, what: ended}]"),
            ["recorded: 1.8.2018: ended"],
        ),
        (
            ("{A: Løpende}", ", events: [{date: 2018-08-01, what: ended}]"),
            ("{A: Løpende}", ""),
            ["no longer recorded: 1.8.2018: ended"],
        ),
        (("{A: Løpende}", ""), ("{A: Løpende}", ", owner: KHS"), ["owner Vestregionen → KHS"]),
        (("{A: Løpende}", ""), ("{A: Løpende}", ", resource: KHS"), ["resource none → KHS"]),
        (("{A: Løpende}", ""), ("{A: Løpende}", ", who: KHS"), ["who none → KHS"]),
        (
            ("{A: Avsluttes 30.6.18}", ""),
            ("{A: Avsluttes 30.6.18}", ", owner: KHS"),
            ["owner Vestregionen → KHS"],
        ),
        (("{A: Løpende}", ""), ("{A: løpende}", ""), ["other words, read alike"]),
        (("{A: Løpende}", ""), ("{A: Løpende. Avsluttes 2019}", ""), ["ongoing → ends 31.12.2019"]),
        (
            ("{A: Avsluttes 30.6.18. Utstyret overføres til KHS}", ""),
            ("{A: Avsluttes 30.6.18. Utstyret overføres til Bærum}", ""),
            ["other words"],
        ),
        (("{A: Bamsemums}", ""), ("{A: Bamseboms}", ""), ["other words"]),
        (
            ("{}", ""),
            ("{A: Løpende}", ""),
            ["nothing decided → ongoing", "on 1.7.2018: not spoken of → ongoing, no end given"],
        ),
    ],
)
def test_versions_are_told_by_words_state_and_what_else_differs(
    view: Callable[..., PlanOnDate], before: tuple[str, str], after: tuple[str, str], expected: list[str]
) -> None:
    assert sentences(between_versions(view(*before), view(*after), ("main", None))) == expected


def test_state_of_a_later_day_is_told_with_the_day(plan_from: PlanFrom) -> None:
    text = PLAN.format(status="{A: Løpende}", more="")
    ended = text + "ceases: {date: 2018-10-01, decision: sg-2}\n"
    views = [as_of(plan_from(one, DECISIONS), Clocks(date(2018, 7, 1))) for one in (text, ended)]
    report = between_versions(views[0], views[1], ("main", None))
    assert sentences(report) == ["from 1.10.2018: ongoing → orphaned"]
    assert [besides(one) for one in report.plan_changes] == [
        "the plan: ceases none → 1.10.2018; ceases by none → sg-2"
    ]


def test_item_that_is_new_or_gone_is_told_with_its_state(plan_from: PlanFrom) -> None:
    one = PLAN.format(status="{A: Q3}", more="")
    other = one + "          - {id: two, name: To, status: {A: Q3}}\n          - {id: three, name: Tre}\n"
    before, after = (as_of(plan_from(text, DECISIONS), Clocks(date(2018, 7, 1))) for text in (one, other))
    there, back = (between_versions(*pair, ("main", None)) for pair in ((before, after), (after, before)))
    assert [told(change, there) for change in there.changes] == [
        ["new: due, until 30.9.2018, 91 days left"],
        ["new: nothing is said of it"],
    ]
    assert [told(change, back) for change in back.changes] == [
        ["gone: was due, until 30.9.2018, 91 days left"],
        ["gone: nothing was said of it"],
    ]


def test_words_are_told_once_where_they_are_the_same(view: Callable[..., PlanOnDate]) -> None:
    for status, more, expected in (
        ("{A: Løpende}", ", owner: KHS", ["“Løpende” – A (sg-1)"]),
        ("{A: Pågår}", "", ["before: “Løpende” – A (sg-1)", "after: “Pågår” – A (sg-1)"]),
    ):
        report = between_versions(view("{A: Løpende}"), view(status, more), ("main", None))
        assert quotes(report.changes[0], report) == expected


def test_words_of_columns_are_told_with_the_column(view: Callable[..., PlanOnDate]) -> None:
    report = between_columns(view("{A: Løpende, B: Q3}"), "A", "B")
    assert quotes(report.changes[0], report) == ["A: “Løpende”", "B: “Q3”"]


def test_words_said_of_the_whole_measure_are_told_so(plan_from: PlanFrom) -> None:
    text = PLAN.format(status="{A: Løpende}", more="").replace("name: M", "name: M\n        status: {B: Q3}")
    report = between_columns(as_of(plan_from(text, DECISIONS), Clocks(date(2018, 7, 1))), "A", "B")
    assert quotes(report.changes[0], report) == ["A: “Løpende”", "B: “Q3” (said of the whole measure)"]


def test_nothing_that_differs_is_one_sentence(view: Callable[..., PlanOnDate]) -> None:
    looked = view("{A: Løpende}")
    report = between_dates(looked, looked)
    assert report_as("text", report).endswith("\n\nNo differences.\n")
    assert report_as("md", report).endswith("\n\n**No differences.**\n")
    assert report_as("csv", report).count("\r\n") == 1


def obligation(kind: str, more: str = "") -> str:
    above, _, _ = PLAN.format(status="{}", more="").partition("areas:")
    return f"{above}obligations: [{{id: one, kind: {kind}, name: En, status: {{A: Løpende}}{more}}}]\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (obligation("position"), obligation("duty"), ["kind position → duty"]),
        (
            obligation("duty"),
            obligation("duty", ", recipient: KHS"),
            ["recipient named beside it none → KHS"],
        ),
        (obligation("duty", ", owner: Bærum"), obligation("duty"), ["owner Bærum → Vestregionen"]),
    ],
)
def test_facts_of_an_obligation_are_told(
    plan_from: PlanFrom, before: str, after: str, expected: list[str]
) -> None:
    was, now = (as_of(plan_from(text, DECISIONS), Clocks(date(2018, 7, 1))) for text in (before, after))
    assert sentences(between_versions(was, now, ("main", None))) == expected


PAPERS = """\
bodies: {SG: {name: Styringsgruppen}}
sources: {referat: {title: Referat}}
meetings: [{body: SG, date: 2018-06-14, source: referat}, {body: SG, date: 2018}]
"""


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        (PAPERS.replace("name: S", "role: decides, name: S"), ["body SG: role none → decides"]),
        (PAPERS.replace("title: Referat", "title: Notat"), ["source referat: title Referat → Notat"]),
        (PAPERS.replace("{referat: {title: Referat}}", "{}"), ["source referat is gone"]),
        (PAPERS.replace(", source: referat", ""), ["meeting of SG on 14.6.2018: source referat → none"]),
        (PAPERS.replace(", {body: SG, date: 2018}", ""), ["meeting of SG on 2018 is gone"]),
        (
            PAPERS.replace("2018}", "2018}, {body: SG, date: 2018-08-01}"),
            ["new meeting of SG on 1.8.2018: body SG, date 1.8.2018"],
        ),
    ],
)
def test_papers_are_told(plan_from: PlanFrom, papers: str, expected: list[str]) -> None:
    text = PLAN.format(status="{A: Løpende}", more="")
    was, now = (as_of(plan_from(text, DECISIONS + one), Clocks(date(2018, 7, 1))) for one in (PAPERS, papers))
    assert [besides(one) for one in between_versions(was, now, ("main", None)).plan_changes] == expected


@pytest.mark.parametrize(
    ("more", "told_last"),
    [
        (", note: Mer", "Also changed: notes in 1 place."),
        (
            ", note: Mer, source: Brev, accept: {VR301: Sett}",
            (
                "Also changed: notes in 1 place, sources named beside an entry in 1 place, "
                "accepted findings in 1 place."
            ),
        ),
    ],
)
def test_notes_are_told_in_one_line_at_the_end(
    view: Callable[..., PlanOnDate], more: str, told_last: str
) -> None:
    report = between_versions(view("{A: Løpende}"), view("{A: Løpende}", more), ("main", None))
    assert report_as("text", report).endswith(f"\n\nNo item differs, and no decision.\n\n{told_last}\n")
    assert report_as("md", report).endswith(f"\n\n**No item differs, and no decision.**\n\n{told_last}\n")
    assert report_as("text", report, Wide()).endswith(
        f"\n\nNo item differs, and no decision.\n\n{told_last}\n"
    )


@pytest.mark.parametrize(("as_known", "more"), [(None, "."), (date(2018, 1, 1), " or were not known then.")])
def test_files_that_differ_elsewhere_are_told_to(
    plan_from: PlanFrom, as_known: date | None, more: str
) -> None:
    text = PLAN.format(status="{A: Løpende}", more="")
    texts = (text, text.replace("id: a\n", "id: b\n"))
    was, now = (as_of(plan_from(one, DECISIONS), Clocks(date(2018, 7, 1), as_known)) for one in texts)
    report = between_versions(was, now, ("main", None))
    told_last = f"The files differ in their order, in an id, or in words that speak of no item{more}"
    assert report_as("text", report).endswith(f"\n\nNo item differs, and no decision.\n\n{told_last}\n")
    assert report_as("csv", report).splitlines()[1].startswith(",elsewhere,,,,changed,,,")


def test_page_of_versions_tells_the_words_of_both_or_that_they_are_unchanged(
    view: Callable[..., PlanOnDate],
) -> None:
    for status, more, row in (
        ("{A: Løpende}", ", owner: KHS", "| “Løpende” – A (sg-1) | unchanged |"),
        ("{A: Pågår}", "", "| “Løpende” – A (sg-1) | “Pågår” – A (sg-1) |"),
    ):
        page = report_as("md", between_versions(view("{A: Løpende}"), view(status, more), ("main", None)))
        assert "\n| Item | Id | Change | main | the files as they are |\n" in page
        assert f"{row}\n" in page


def test_page_of_what_is_new_has_an_empty_cell(view: Callable[..., PlanOnDate]) -> None:
    page = report_as("md", between_columns(view("{B: Q3}"), "A", "B"))
    assert "\n| En | one | new: due 1.7.2018–30.9.2018 |  | “Q3” |\n" in page


REAL = Path(__file__).parent.parent.parent / "data"
EDITS = (
    ("name: Arkivet, også det elektroniske\n", "name: Arkivet, også det elektroniske\n        owner: KHS\n"),
    ("HP 2018: Løpende\n", "HP 2018: {text: Løpende, note: Mer}\n"),
    ("  - {body: SG, date: 2017-06-15, source: rg-2017-24-notat, note: Står i framdriftsplanen.}\n", ""),
    ("summary: Rådmennene møtes før", "summary: Rådmennene kan møtes før"),
    ("    case: 16/2018\n", "    case: 17/2018\n"),
    ("kind: position", "kind: duty"),
)


@pytest.mark.parametrize("name", ["txt", "md", "csv", "json", "wide.txt"])
def test_versions_of_the_real_plan(golden: Callable[[str, str], None], name: str) -> None:
    was = {path.name: path.read_text(encoding="utf-8") for path in sorted(REAL.glob("*.yaml"))}
    now = dict(was)
    for old, new in EDITS:
        file = next(file for file, text in was.items() if old in text)
        now[file] = now[file].replace(old, new, 1)
    report = between_versions(_real(was), _real(now), ("main", None))
    if name == "wide.txt":
        golden("diff-versions-wide.txt", report_as("text", report, Wide()))
    else:
        golden(f"diff-versions.{name}", report_as(FORMS[name], report))


FORMS: dict[str, Literal["text", "md", "csv", "json"]] = {
    "txt": "text",
    "md": "md",
    "csv": "csv",
    "json": "json",
}


def _real(texts: dict[str, str]) -> PlanOnDate:
    decisions = {name: text.encode() for name, text in texts.items() if name == "decisions.yaml"}
    plans = {name: text.encode() for name, text in texts.items() if name not in decisions}
    plan = load(PlanFolder(plans, decisions, "decisions.yaml")).plan
    assert plan is not None
    return as_of(plan, Clocks(date(2018, 7, 1)))


EVERYTHING = """\
plan: other
title: Handlingsplan 2019
organisation: Alliansen
period: {from: 2019-01-01, to: 2019-12-31}
ceases: {date: 2019-10-01, decision: sg-3/1}
calendar: {høsten: {from: 09-01, to: 11-30}}
columns: {C: {adopted_by: sg-3, proposed_by: sg-4, year: 2019}}
parties: {NHN: {name: Norsk Helsenett, aliases: [Helsenett], part_of: Alliansen}, Alliansen: {}}
areas: []
"""
ALL_PAPERS = """\
bodies: {RG: {name: Rådmannsgruppen, aliases: [Rådmennene], role: prepares}}
sources: {notat: {title: Notat, file: notat.pdf, body: RG, date: 2018-05-31, case: 1/2018, url: "https://x.no"}}
meetings: [{body: RG, date: 2018-05-31, source: notat}]
decisions:
  - id: sg-3
    title: C
    standing: adopted
    evidence: cited
    date: 2018-12-07
    body: RG
    case: 2/2018
    replaces: [sg-4]
    source: notat
    points: [{id: 1, summary: Slutt}]
  - {id: sg-4, title: D, standing: proposed, evidence: title-only, date: 2018-05-31}
"""


def test_every_fact_of_every_subject_has_a_name(plan_from: PlanFrom) -> None:
    little = plan_from(PLAN.format(status="{A: Løpende}", more=""), DECISIONS)
    much = plan_from(EVERYTHING, ALL_PAPERS)
    was, now = (as_of(one, Clocks(date(2018, 7, 1))) for one in (little, much))
    changes = between_versions(was, now, ("main", None)).plan_changes
    named = {key for one in changes for key, _before, _after in one.facts}
    assert {one.subject for one in changes} == set(get_args(Subject))
    assert named >= {"ceases by", "adopted by", "point 1", "part of", "role", "evidence", "url", "year", "to"}
    told = [besides(one) for one in changes]
    assert (
        "new source notat: title Notat, file notat.pdf, body RG, date 31.5.2018, case 1/2018, url https://x.no"
    ) in told
