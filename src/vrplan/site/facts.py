"""Labelled facts with the pages that they lead to: of an item, of its words, of a hand-over."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from vrplan.as_of import State
from vrplan.render import wording
from vrplan.render.language import _, pgettext
from vrplan.render.wording import sheet
from vrplan.render.wording.plans import full_name
from vrplan.render.wording.statements import remark_quoting
from vrplan.render.wording.terms import said_of_whole
from vrplan.site.addresses import outside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrplan.as_of import ItemOnDate
    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan
    from vrplan.model.written import Event
    from vrplan.reports.decisions import ListedDecision
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.sheet import Sheet
    from vrplan.reports.transfers import TransfersReport
    from vrplan.reports.why import Testimony, WhyReport
    from vrplan.site.edition import Edition


class Fact(NamedTuple):
    """A label and what stands beside it. `own` are words of the plan; `page` is where more of it is told,
    `web` an address outside of the site."""

    label: str
    told: str
    own: bool = False
    page: str | None = None
    web: str | None = None


def of_item(report: WhyReport, edition: Edition) -> Iterator[Fact]:
    """Where in the plan an item stands, who does it, who owns it and to whom it goes."""
    item, plan = report.item, report.view.plan
    if item.area:
        yield Fact(_("Area"), item.area, True, edition.areas[item.area])
    if item.focus_area and item.focus_area != item.name:
        yield Fact(_("Focus area"), item.focus_area, True)
    if item.measure:
        yield Fact(_("Measure"), item.measure, True)
    if item.resource or item.who:
        yield Fact(_("Done by"), item.resource or item.who or "", True)
    yield Fact(_("Owner"), full_name(plan, item.owner), True)
    if report.now is not None and report.now.to:
        to = report.now.to
        yield Fact(_("Goes to"), full_name(plan, to), True, edition.parties.get(to))
    if report.now is not None and report.now.state is State.TRANSFERRED and item.id in edition.hand_overs:
        one = edition.hand_overs[item.id]
        yield Fact(pgettext("fact", "Handed over"), wording.handed_over(one, plan))
        yield Fact(pgettext("fact", "Confirmed"), wording.confirmed(one, plan))
    if item.note:
        yield Fact(_("Note"), item.note, True)


def behind(one: Testimony, report: WhyReport, edition: Edition) -> Iterator[Fact]:
    """How the words of a statement are read, and the chain behind them: place, decision, paper."""
    statement, plan = one.said.statement, report.view.plan
    yield Fact(_("Read as"), wording.read_as(statement))
    for remark in one.said.reading.remarks:
        yield Fact(_("Remark"), remark_quoting(remark))
    yield Fact(_("Stands in"), sheet.decided(one.said, plan), page=_page(one.said.seen.decision, edition))
    if statement.reach != "own":
        yield Fact(_("Speaks of"), said_of_whole(statement.reach))
    if statement.source:
        paper = plan.decided.sources.get(statement.source)
        title = plan.decided.paper_title(statement.source) or statement.source
        yield Fact(_("Paper"), title, True, web=outside(paper.url) if paper else None)
    if statement.note:
        yield Fact(_("Comment"), statement.note, True)
    yield Fact(_("Written at"), f"{statement.file}:{one.line}")


def page_behind(event: Event, edition: Edition) -> str | None:
    """The page of the decision by which something happened, where that is known; a point stands on its decision's."""
    decision, _point = edition.view.plan.find_decision(event.decision or "")
    return _page(decision, edition)


def page_of_plan(edition: Edition) -> str | None:
    """The page of the decision by which the plan holds, where one is known."""
    held = edition.view.column_in_force
    return _page(held[1].decision, edition) if held is not None else None


def page_of_words(one: ItemOnDate, edition: Edition) -> str | None:
    """The page of the decision behind the words that hold of an item, where one is known."""
    return _page(one.holds.seen.decision, edition) if one.holds is not None else None


def _page(decision: Decision | None, edition: Edition) -> str | None:
    return edition.decisions.get(decision.id) if decision is not None else None


def also_told(report: TransfersReport) -> list[tuple[str, list[str]]]:
    """What else is said of handing something over, each kind under a heading: without the colon of a line."""
    return [(heading.removesuffix(":"), some) for heading, some in wording.not_holding(report)]


def plain(pairs: Iterable[tuple[str, str]]) -> list[Fact]:
    """Facts that lead nowhere."""
    own = _of_the_plan()
    return [Fact(label, told, label in own) for label, told in pairs]


def _of_the_plan() -> set[str]:
    """The labels beside which nothing stands but words of the files."""
    labels = {pgettext("fact", "Paper"), pgettext("fact", "Comment"), _("Done until now by")}
    return labels | {pgettext("label", "source"), pgettext("label", "comment")}


def of_decision(one: ListedDecision, plan: Plan) -> Iterator[Fact]:
    """What the files say of a decision; what names the address of its paper leads there."""
    paper = plan.decided.sources.get(one.decision.source or "")
    web = outside(paper.url) if paper else None
    for fact in plain(wording.decision_facts(one, plan, wording.by_name)):
        yield fact._replace(
            label=fact.label[:1].upper() + fact.label[1:], web=web if web and web in fact.told else None
        )


def on_same_terms(report: Sheet) -> list[tuple[list[Fact], list[tuple[int, Transfer]]]]:
    """The hand-overs of a sheet, numbered; those that follow each other on the same terms together."""
    numbered = enumerate(report.report.transfers, 1)
    alike = groupby(numbered, key=lambda one: sheet.facts(one[1], report))
    return [(plain(terms), list(some)) for terms, some in alike]


def sides_to_sign(report: Sheet) -> list[tuple[int, Transfer, str]]:
    """Each side of a hand-over that somebody has still to sign, with the number of the hand-over."""
    return [
        (number, one, side)
        for number, one in enumerate(report.report.transfers, 1)
        for side in sheet.to_sign(one)
    ]
