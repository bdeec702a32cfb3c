"""The sentences of `decisions`: who decided what, how well it is known, how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.days import norwegian
from vrplan.render.language import N_, _, ngettext, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.consequences import by_id, consequences, nothing_follows
from vrplan.render.wording.names import standing_name
from vrplan.render.wording.plans import EVIDENCE, rough_day
from vrplan.render.wording.terms import listed

if TYPE_CHECKING:
    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan
    from vrplan.model.values import Standing
    from vrplan.render.wording.consequences import Naming
    from vrplan.reports.decisions import DecisionsReport, ListedDecision, ListedPoint


def decisions_title(report: DecisionsReport) -> str:
    """What `decisions` answers, for the heading: the day follows."""
    if report.asked is not None:
        told = (
            N_("what is unused of decision {id}, seen on") if report.unused else N_("decision {id}, seen on")
        )
        return _(told).format(id=visible(report.asked))
    return _("decisions from which nothing follows, seen on") if report.unused else _("decisions, seen on")


def no_decision(report: DecisionsReport) -> str:
    """Why no decision is listed."""
    as_known = report.view.clocks.as_known
    if report.known:
        return (
            _("Something follows from it.") if report.asked else _("Something follows from every decision.")
        )
    if as_known is not None and report.asked:
        return _("Nothing of it was known on {day}.").format(day=norwegian(as_known))
    return _("No decision was known.") if as_known is not None else _("The files hold no decision.")


def decided_on(decision: Decision) -> str:
    """The day, month or year of a decision."""
    return rough_day(decision) or _("no date")


def body(plan: Plan, decision: Decision) -> str:
    """The name of the body that decided; nothing when the papers do not name it."""
    return visible(plan.decided.body_name(decision.body))


def case(decision: Decision) -> str:
    """The case number; nothing when the papers do not give it."""
    return f"sak {visible(decision.case)}" if decision.case else ""


def standing(one: ListedDecision) -> str:
    """What a decision is worth, how well the papers show it, what came in its place, and whether it is idle."""
    return listed(worth(one), nothing_follows() if one.follows.is_nothing and not one.points else "")


def worth(one: ListedDecision) -> str:
    """What a decision is worth, how well the papers show it, and what came in its place."""
    known = _(_BRIEFLY[one.decision.evidence])
    return listed(f"{standing_name(one.decision.standing)} ({known})", _replaced(one))


_BRIEFLY = {"full-text": N_("full text"), "title-only": N_("title only"), "cited": N_("cited only")}


def _replaced(one: ListedDecision) -> str:
    names = visible(", ".join(one.replaced_by))
    return _("replaced by {decisions}").format(decisions=names) if names else ""


def decided_line(one: ListedDecision, plan: Plan) -> str:
    """Body, case and standing of a decision in one line."""
    return listed(body(plan, one.decision), case(one.decision), standing(one))


def own_consequences(one: ListedDecision, plan: Plan, naming: Naming = by_id) -> str:
    """What follows from a decision itself, and not from one of its points; empty where nothing does."""
    all_told = len(one.points) == len(one.decision.points)
    if not all_told or one.directly.is_nothing:
        return ""
    return consequences(one.directly, one.decision, plan, naming)


def decision_counts(report: DecisionsReport) -> str:
    """The closing line: how many decisions of each standing, and from how many nothing follows."""
    number = len(report.decisions)
    told = ngettext("{number} decision: {standings}", "{number} decisions: {standings}", number)
    standings = listed(*(_standings(which, some) for which, some in report.counts.items() if some))
    parts = [told.format(number=number, standings=standings)]
    if report.idle and not report.unused:
        idle = ngettext("nothing follows from {number}", "nothing follows from {number}", report.idle)
        parts.append(idle.format(number=report.idle))
    if points := report.idle_points:
        idle = ngettext(
            "nothing follows from {number} point of theirs",
            "nothing follows from {number} points of theirs",
            points,
        )
        parts.append(idle.format(number=points))
    return "; ".join(parts)


def _standings(standing: Standing, number: int) -> str:
    match standing:
        case "adopted":
            told = ngettext("{number} adopted", "{number} adopted", number)
        case "proposed":
            told = ngettext("{number} proposed", "{number} proposed", number)
        case "noted":
            told = ngettext("{number} noted", "{number} noted", number)
        case _:
            assert_never(standing)
    return told.format(number=number)


def decision_facts(one: ListedDecision, plan: Plan, naming: Naming = by_id) -> list[tuple[str, str]]:
    """Everything that the files say of a decision, each with its label."""
    decision = one.decision
    paper = plan.decided.sources.get(decision.source or "")
    source = listed(paper.title, paper.url or "", paper.file or "") if paper else decision.source or ""
    pairs = [
        (pgettext("label", "decided"), listed(decided_on(decision), body(plan, decision), case(decision))),
        (pgettext("label", "standing"), _standing_in_full(one)),
        (pgettext("label", "source"), visible(source)),
        (pgettext("label", "comment"), visible(decision.note or "")),
        (
            pgettext("label", "follows"),
            nothing_follows() if one.follows.is_nothing else own_consequences(one, plan, naming),
        ),
        (pgettext("label", "written at"), f"{visible(one.file)}:{one.line}"),
    ]
    return [(label, told) for label, told in pairs if told]


def point_facts(listed: ListedPoint, decision: Decision, plan: Plan) -> list[str]:
    """What is remarked on a point of a decision, and what follows from it, a line for each."""
    point = listed.point
    told = _("follows: {consequences}").format(consequences=consequences(listed.follows, decision, plan))
    return [*([_("comment: {comment}").format(comment=visible(point.note))] if point.note else []), told]


def _standing_in_full(one: ListedDecision) -> str:
    evidence = EVIDENCE[one.decision.evidence]
    known = _(evidence) if evidence else _("its full text is known")
    return listed(standing_name(one.decision.standing), known, _replaced(one))
