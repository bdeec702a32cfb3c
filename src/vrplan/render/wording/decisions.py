"""The sentences of `decisions`: who decided what, how well it is known, what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.plans import EVIDENCE, rough_day
from vrplan.render.wording.statements import authority, event, quoted
from vrplan.render.wording.terms import few, listed, number_of, reading

if TYPE_CHECKING:
    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan, Statement
    from vrplan.reports.consequences import Consequences, Spoken
    from vrplan.reports.decisions import DecisionsReport, ListedDecision

NOTHING_FOLLOWS = "nothing follows"


def decisions_title(report: DecisionsReport) -> str:
    """What `decisions` answers, for the heading: the day follows."""
    if report.asked is not None:
        return f"{'what is unused of ' if report.unused else ''}decision {visible(report.asked)}, seen on"
    return "decisions from which nothing follows, seen on" if report.unused else "decisions, seen on"


def no_decision(report: DecisionsReport) -> str:
    """Why no decision is listed."""
    as_known = report.view.clocks.as_known
    if report.known:
        return "Something follows from it." if report.asked else "Something follows from every decision."
    if as_known is not None:
        return (
            f"Nothing of it was known on {norwegian(as_known)}." if report.asked else "No decision was known."
        )
    return "The files hold no decision."


def decided_on(decision: Decision) -> str:
    """The day, month or year of a decision."""
    return rough_day(decision) or "no date"


def body(plan: Plan, decision: Decision) -> str:
    """The name of the body that decided; nothing when the papers do not name it."""
    return visible(plan.decided.body_name(decision.body))


def case(decision: Decision) -> str:
    """The case number; nothing when the papers do not give it."""
    return f"sak {visible(decision.case)}" if decision.case else ""


def standing(one: ListedDecision) -> str:
    """What a decision is worth, how well the papers show it, what came in its place, and whether it is idle."""
    return listed(
        f"{one.decision.standing} ({_BRIEFLY[one.decision.evidence]})",
        f"replaced by {visible(', '.join(one.replaced_by))}" if one.replaced_by else "",
        NOTHING_FOLLOWS if one.follows.is_nothing and not one.points else "",
    )


_BRIEFLY = {"full-text": "full text", "title-only": "title only", "cited": "cited only"}


def decided_line(one: ListedDecision, plan: Plan) -> str:
    """Body, case and standing of a decision in one line."""
    return listed(body(plan, one.decision), case(one.decision), standing(one))


def own_consequences(one: ListedDecision, plan: Plan) -> str:
    """What follows from a decision itself, and not from one of its points; empty where nothing does."""
    all_told = len(one.points) == len(one.decision.points)
    return consequences(one.directly, one.decision, plan) if all_told and not one.directly.is_nothing else ""


def consequences(follows: Consequences, decision: Decision, plan: Plan) -> str:
    """What follows from a decision or a point of it, in one line."""
    if follows.is_nothing:
        return NOTHING_FOLLOWS
    ends = "ends" if decision.standing == "adopted" else "would end"
    parts = [
        f"{ends} {visible(plan.organisation)} on {norwegian(follows.ceases)}" if follows.ceases else "",
        *(f"{_ADOPTS[decision.standing]} {visible(name)}" for name in follows.adopts),
        *(_proposes(name, adoption) for name, adoption in follows.proposes),
        f"replaces {visible(', '.join(follows.replaces))}" if follows.replaces else "",
        _speaks_of(follows.items),
        _recorded(follows),
    ]
    return "; ".join(part for part in parts if part)


def _proposes(column: str, adoption: str | None) -> str:
    return f"proposes {visible(column)}" + (f", which {visible(adoption)} adopts" if adoption else "")


_ADOPTS = {"adopted": "adopts", "proposed": "proposes", "noted": "takes note of"}


def _speaks_of(items: tuple[Spoken, ...]) -> str:
    resting = [one.now.item.id for one in items if one.holds]
    others = [one.now.item.id for one in items if not one.holds]
    if resting:
        also = f"it also speaks of {_ids(others)}" if others else ""
        return f"{_ids(resting)} {'rests' if len(resting) == 1 else 'rest'} on it" + (
            f"; {also}" if also else ""
        )
    if not others:
        return ""
    none = "which does not rest on it" if len(others) == 1 else "none of which rests on it"
    return f"speaks of {_ids(others)}, {none}"


def _ids(ids: list[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{len(ids)} items ({few(ids)})"


def _recorded(follows: Consequences) -> str:
    ids = list(dict.fromkeys(item.id for item, _ in follows.events))
    return f"{number_of(len(follows.events), 'recorded event')} ({few(ids)})" if ids else ""


def decision_counts(report: DecisionsReport) -> str:
    """The closing line: how many decisions of each standing, and from how many nothing follows."""
    counts = report.counts
    told = listed(*(f"{number} {standing}" for standing, number in counts.items() if number))
    idle = report.idle
    line = f"{number_of(len(report.decisions), 'decision')}: {told}"
    line += f"; nothing follows from {idle}" if idle and not report.unused else ""
    points = number_of(report.idle_points, "point")
    return f"{line}; nothing follows from {points} of theirs" if report.idle_points else line


def decision_facts(one: ListedDecision, plan: Plan) -> list[tuple[str, str]]:
    """Everything that the files say of a decision, each with its label."""
    decision = one.decision
    paper = plan.decided.sources.get(decision.source or "")
    source = listed(paper.title, paper.url or "", paper.file or "") if paper else decision.source or ""
    pairs = [
        ("decided", listed(decided_on(decision), body(plan, decision), case(decision))),
        ("standing", _standing_in_full(one)),
        ("source", visible(source)),
        ("comment", visible(decision.note or "")),
        ("follows", NOTHING_FOLLOWS if one.follows.is_nothing else own_consequences(one, plan)),
        ("written at", f"{visible(one.file)}:{one.line}"),
    ]
    return [(label, told) for label, told in pairs if told]


def _standing_in_full(one: ListedDecision) -> str:
    evidence = EVIDENCE[one.decision.evidence] or "its full text is known"
    replaced = f"replaced by {visible(', '.join(one.replaced_by))}" if one.replaced_by else ""
    return listed(one.decision.standing, evidence, replaced)


def spoken(one: Spoken) -> list[str]:
    """What a decision says of an item, that which holds first; or what its status rests on instead."""
    held = one.now.holds.statement if one.now.holds else None
    first = [said for said in one.statements if one.holds and said is held]
    also = [said for said in one.statements if said not in first]
    lines = [_said(said) for said in first]
    lines += [f"also said: {_said(said)}" if first else _said(said) for said in also]
    return lines if one.holds else [*lines, _what_holds(one)]


def _said(statement: Statement) -> str:
    return f"{quoted(statement.text)}: {reading(statement.reading)}"


def _what_holds(one: Spoken) -> str:
    held = one.now.holds
    if held is None:
        return "nothing is decided of it"
    return f"its status rests on {authority(held)}: {quoted(held.statement.text)}"


def recorded(follows: Consequences) -> list[str]:
    """What is recorded to have happened because of a decision, each with its item."""
    return [f"{item.id}: {event(happened)}" for item, happened in follows.events]
