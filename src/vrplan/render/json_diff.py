"""Differences as plain values for JSON documents."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from vrplan.render.json_values import Json, beside, decision_id, event, evidence, iso, reading

if TYPE_CHECKING:
    from vrplan.reports.changes import Change, Parting, Side
    from vrplan.reports.diff import DiffReport
    from vrplan.reports.plan_changes import PlanChange, Value


def change(one: Change) -> Json:
    """An item that is new, gone or changed, with both its sides."""
    item = one.item
    return {
        "id": item.id,
        "level": item.level,
        "area": item.area,
        "focus_area": item.focus_area,
        "name": item.name,
        "what": one.what,
        "aspects": list(one.aspects),
        "parting": _parting(one.parting) if one.parting else None,
        "before": _side(one.before),
        "after": _side(one.after),
    }


def _parting(one: Parting) -> Json:
    """The first day on which the states differ, where they do not on the day asked about."""
    return {"date": iso(one.day), "before": one.before, "after": one.after}


def _side(one: Side | None) -> Json | None:
    if one is None:
        return None
    said, now = one.said, one.now
    return {
        "name": one.item.name,
        "area": one.item.area,
        "focus_area": one.item.focus_area,
        "measure": one.item.measure,
        "resource": one.item.resource or one.item.who,
        "who": one.item.who,
        "named_owner": one.item.owner,
        "entry_kind": one.item.kind,
        "named_recipient": one.item.recipient,
        "text": said.statement.text if said else None,
        "column": said.statement.authority.column if said else None,
        "decision": decision_id(said) if said else None,
        "evidence": evidence(said) if said else None,
        "reading": reading(said.reading) if said else None,
        "state": now.state if now else None,
        "since": iso(now.since) if now else None,
        "until": iso(now.until) if now else None,
        "to": now.to if now else said.reading.recipient if said else None,
        "confirmed": now.confirmed if now else None,
        "owner": now.owner if now else None,
        "only_said": [beside(other) for other in one.only_said],
        "only_recorded": [event(happened) for happened in one.only_recorded],
    }


def plan_change(one: PlanChange) -> Json:
    """Something besides the items that is new, gone or changed, with each fact that differs."""
    facts = [
        {"name": name, "before": _value(before), "after": _value(after)} for name, before, after in one.facts
    ]
    return {"subject": one.subject, "name": one.name or None, "what": one.what, "facts": facts}


def notes(report: DiffReport) -> Json:
    """In how many places notes and the like differ, and whether the files do in nothing that is told."""
    found = report.notes
    return {
        "notes": found.notes,
        "sources": found.sources,
        "acceptances": found.acceptances,
        "elsewhere": report.elsewhere,
    }


def _value(value: Value) -> Any:
    return iso(value) if isinstance(value, date) else value
