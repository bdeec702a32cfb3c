"""`decisions` at a terminal: each under its day, with its points and what follows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.terminal.layout import STYLES, header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.model.plan import Plan
    from vrplan.reports.consequences import Consequences
    from vrplan.reports.decisions import DecisionsReport, ListedDecision


def decisions(report: DecisionsReport) -> RenderableType:
    """The decisions, newest first; the only one that was asked for with everything it says."""
    plan = report.view.plan
    parts: list[RenderableType] = [header(report.view, wording.decisions_title(report)), ""]
    if not report.decisions:
        return Group(*parts, Text(wording.no_decision(report)))
    if report.asked is not None:
        return Group(*parts, *(line for one in report.decisions for line in _whole(one, report)))
    listed = Table.grid(padding=(0, 2, 0, 0))
    listed.add_column(no_wrap=True)
    above: ListedDecision | None = None
    for one in report.decisions:
        if above is not None and not (above.follows.is_nothing and one.follows.is_nothing):
            listed.add_row("")  # only those from which nothing follows stand close together
        listed.add_row(Text(wording.decided_on(one.decision)), Group(*_listed(one, plan)))
        above = one
    return Group(*parts, listed, "", Text(wording.decision_counts(report)))


def _listed(one: ListedDecision, plan: Plan) -> Iterable[RenderableType]:
    decision = one.decision
    yield Text.assemble((visible(decision.title), "bold"), (f"  {decision.id}", "cyan"))
    yield Text(wording.decided_line(one, plan))
    if own := wording.own_consequences(one, plan):
        yield _follows(own)
    if one.points:
        points = Table.grid(padding=(0, 2, 0, 0))
        points.add_column(overflow="fold")
        for listed in one.points:
            told = wording.consequences(listed.follows, decision, plan)
            summary = Text(visible(listed.point.summary))
            points.add_row(Text(visible(listed.point.id)), Group(summary, _follows(told)))
        yield Padding(points, (0, 0, 0, 2))


def _follows(told: str) -> Text:
    return Text(f"→ {told}", "dim" if told == wording.nothing_follows() else "green")


def _whole(one: ListedDecision, report: DecisionsReport) -> Iterable[RenderableType]:
    plan = report.view.plan
    facts = Table.grid(padding=(0, 2))
    facts.add_column(no_wrap=True)
    for label, told in wording.decision_facts(one, plan):
        facts.add_row(Text(label), Text(told))
    yield Text.assemble((visible(one.decision.title), "bold"), (f"  {one.decision.id}", "cyan"))
    yield Padding(facts, (0, 0, 0, 2))
    says = not report.brief and bool(one.directly.items or one.directly.events)
    if says and len(one.points) == len(one.decision.points):
        yield ""
        yield from _said(one.directly)
    for listed in one.points:
        yield ""
        heading = Table.grid(padding=(0, 2, 0, 0))
        heading.add_column(overflow="fold")
        heading.add_row(Text(visible(listed.point.id), "bold"), Text(visible(listed.point.summary), "bold"))
        yield heading
        if listed.point.note:
            comment = _("comment: {comment}").format(comment=visible(listed.point.note))
            yield Padding(Text(comment), (0, 0, 0, 2))
        yield Padding(_follows(wording.consequences(listed.follows, one.decision, plan)), (0, 0, 0, 2))
        if not report.brief:
            yield from _said(listed.follows)


def _said(follows: Consequences) -> Iterable[RenderableType]:
    """The items of which a decision speaks; below those of which it says the same, the words once."""
    for words, alike in groupby(follows.items, wording.spoken):
        for one in alike:
            state = (wording.state_name(one.now.state), STYLES[one.now.state])
            name = Text.assemble(state, f"  {visible(one.now.item.name)}  ", (one.now.item.id, "cyan"))
            yield Padding(name, (0, 0, 0, 2))
        for told in words:
            yield Padding(Text(told, "dim"), (0, 0, 0, 4))
    for told in wording.recorded(follows):
        yield Padding(Text(told), (0, 0, 0, 2))
