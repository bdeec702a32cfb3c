"""`decisions` as plain lines: one line a decision, with its points and what follows below it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.safe import visible
from vrplan.render.text.columns import Cells, columns

if TYPE_CHECKING:
    from vrplan.model.plan import Plan
    from vrplan.reports.consequences import Consequences
    from vrplan.reports.decisions import DecisionsReport, ListedDecision


def decisions(report: DecisionsReport) -> list[str]:
    """The decisions, newest first; the only one that was asked for with everything it says."""
    plan = report.view.plan
    lines = [*wording.header(report.view, wording.decisions_title(report)), ""]
    if not report.decisions:
        return [*lines, wording.no_decision(report)]
    if report.asked is not None:
        return [*lines, *(line for one in report.decisions for line in _whole(one, report))]
    rows = [_cells(one, plan) for one in report.decisions]
    for one, line in zip(report.decisions, columns(rows), strict=True):
        lines += [line, *(f"    {told}" for told in _follows(one, plan))]
    return [*lines, "", wording.decision_counts(report)]


def _cells(one: ListedDecision, plan: Plan) -> Cells:
    decision = one.decision
    return (
        wording.decided_on(decision),
        wording.body(plan, decision),
        wording.case(decision),
        wording.standing(one),
        decision.id,
        visible(decision.title),
    )


def _follows(one: ListedDecision, plan: Plan) -> list[str]:
    own = wording.own_consequences(one, plan)
    points = [
        (visible(listed.point.id), visible(listed.point.summary), told)
        for listed in one.points
        if (told := wording.consequences(listed.follows, one.decision, plan))
    ]
    return [*([own] if own else []), *columns(points)]


def _whole(one: ListedDecision, report: DecisionsReport) -> list[str]:
    plan = report.view.plan
    lines = [f"{one.decision.id}: {visible(one.decision.title)}"]
    lines += [f"  {label}: {told}" for label, told in wording.decision_facts(one, plan)]
    if said := _said(one.directly, report) if len(one.points) == len(one.decision.points) else []:
        lines += ["", *said]
    for listed in one.points:
        lines += ["", f"{visible(listed.point.id)}: {visible(listed.point.summary)}"]
        lines += [f"  {line}" for line in wording.point_facts(listed, one.decision, plan)]
        lines += _said(listed.follows, report)
    return lines


def _said(follows: Consequences, report: DecisionsReport) -> list[str]:
    """The items of which a decision speaks; below those of which it says the same, the words once."""
    lines: list[str] = []
    if report.brief:
        return lines
    for words, alike in groupby(follows.items, wording.spoken):
        lines += [
            f"  {wording.state_name(one.now.state)}  {one.now.item.id}  {visible(one.now.item.name)}"
            for one in alike
        ]
        lines += [f"    {told}" for told in words]
    return lines + [f"  {told}" for told in wording.recorded(follows)]
