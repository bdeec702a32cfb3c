"""`decisions` as a page: a table of decisions and points, or one decision as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.model.plan import Plan
    from vrplan.reports.consequences import Consequences
    from vrplan.reports.decisions import DecisionsReport, ListedDecision


def decisions(report: DecisionsReport) -> list[str]:
    """The decisions, newest first; the only one that was asked for with everything it says."""
    plan = report.view.plan
    lines = header(report.view, wording.decisions_title(report))
    if not report.decisions:
        return [*lines, markdown(wording.no_decision(report))]
    if report.asked is not None:
        return [*lines, *(line for one in report.decisions for line in _whole(one, report))]
    columns = _columns()
    lines += table(columns, (row for one in report.decisions for row in _rows(one, plan)))
    return [*lines, "", markdown(wording.decision_counts(report))]


def _columns() -> tuple[str, ...]:
    who = (_("Date"), _("Body"), _("Case"))
    return (*who, _("Decision"), _("Id"), _("Standing"), _("What follows"))


def _rows(one: ListedDecision, plan: Plan) -> Iterable[tuple[str, ...]]:
    """A row for the decision, and below it one for each point."""
    decision = one.decision
    yield (
        wording.decided_on(decision),
        wording.body(plan, decision),
        decision.case or "",
        decision.title,
        decision.id,
        wording.standing(one),
        wording.own_consequences(one, plan),
    )
    for listed in one.points:
        told = wording.consequences(listed.follows, decision, plan)
        summary = f"{listed.point.id}: {listed.point.summary}"
        yield ("", "", "", summary, f"{decision.id}/{listed.point.id}", "", told)


def _whole(one: ListedDecision, report: DecisionsReport) -> list[str]:
    plan = report.view.plan
    lines = [f"## {markdown(one.decision.title)}", ""]
    lines += [f"- {label}: {markdown(told)}" for label, told in wording.decision_facts(one, plan)]
    lines += _said(one.directly, report) if len(one.points) == len(one.decision.points) else []
    for listed in one.points:
        lines += ["", f"### {markdown(listed.point.id)}: {markdown(listed.point.summary)}", ""]
        lines += [f"- {markdown(line)}" for line in wording.point_facts(listed, one.decision, plan)]
        lines += _said(listed.follows, report)
    return lines


def _said(follows: Consequences, report: DecisionsReport) -> list[str]:
    if report.brief:
        return []
    lines = [f"- {markdown(told)}" for told in wording.recorded(follows)]
    if not follows.items:
        return lines
    rows = (
        (
            wording.state_name(one.now.state),
            one.now.item.name,
            one.now.item.id,
            "; ".join(wording.spoken(one)),
        )
        for one in follows.items
    )
    return [*lines, "", *table((_("State"), _("Item"), _("Id"), _("Words")), rows)]
