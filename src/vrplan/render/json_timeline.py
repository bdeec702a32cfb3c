"""What is dated, and the states through time, as plain values for JSON documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render.json_values import Json, decision_id, evidence, iso, segment

if TYPE_CHECKING:
    from vrplan.model.plan import Plan
    from vrplan.reports.dated import Dated
    from vrplan.reports.timeline import Bar, LeftOut, TimelineReport


def timeline(report: TimelineReport) -> Json:
    """The body of the document: the stretch, what is left out of it, what is dated in it, the states in it."""
    plan = report.view.plan
    return {
        "from": iso(report.first),
        "until": iso(report.last),
        "areas": sorted(report.areas),
        "earlier": _left_out(report.earlier),
        "later": _left_out(report.later),
        "entries": [entry(one, plan) for one in report.entries],
        "bars": [_bar(one) for one in report.bars],
    }


def _left_out(some: LeftOut) -> Json:
    return {"number": some.number, "farthest": iso(some.farthest)}


def _bar(one: Bar) -> Json:
    return {"id": one.now.item.id, "segments": [segment(part) for part in one.segments]}


def entry(one: Dated, plan: Plan) -> Json:
    """Something dated. `when` tells on which side of the day asked about it lies."""
    holds = one.now.holds if one.now is not None and one.event is None else None
    noted = one.event or one.decision or one.meeting
    return {
        "date": iso(one.day),
        "precision": _precision(one),
        "until": iso(one.until),
        "when": one.when,
        "what": one.what,
        "event": one.event.what if one.event else None,
        **_subject(one, plan),
        "from_state": one.turn.before.state if one.turn else None,
        "to_state": one.turn.after.state if one.turn else None,
        "to": _recipient(one),
        "body": source.body if (source := one.decision or one.meeting) else None,
        "decision": decision_id(holds) if holds else _decision(one, plan),
        "case": one.decision.case if one.decision else None,
        "standing": one.decision.standing if one.decision else None,
        "evidence": one.decision.evidence if one.decision else evidence(holds) if holds else None,
        "text": holds.statement.text if holds else None,
        "note": noted.note if noted else None,
        "file": one.file,
        "line": one.line,
        "overtaken": one.overtaken,
    }


def _precision(one: Dated) -> str | None:
    if one.day is None:
        return None
    if one.rough is None:
        return "day"
    return "month" if "-" in one.rough.text else "year"


def _subject(one: Dated, plan: Plan) -> Json:
    """What an entry is about: its id, level and name."""
    if one.now is not None:
        item = one.now.item
        return {"id": item.id, "level": item.level, "name": item.name}
    if one.decision is not None:
        return {"id": one.decision.id, "level": "decision", "name": one.decision.title}
    if one.meeting is not None:
        return {"id": None, "level": "meeting", "name": plan.decided.body_name(one.meeting.body)}
    return {"id": None, "level": "organisation", "name": plan.organisation}


def _recipient(one: Dated) -> str | None:
    if one.event is not None:
        return one.event.recipient
    return one.turn.after.to if one.turn else None


def _decision(one: Dated, plan: Plan) -> str | None:
    if one.decision is not None:
        return one.decision.id
    if one.event is not None:
        return one.event.decision
    return plan.ceases.decision if one.what == "ceases" and plan.ceases else None
