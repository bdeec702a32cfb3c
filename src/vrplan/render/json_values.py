"""The parts of JSON documents: items, statements, readings, events and findings as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vrplan.as_of.turns import then
from vrplan.render.findings import message

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate, Said, Segment
    from vrplan.findings import Finding
    from vrplan.model.decided import Decision
    from vrplan.model.written import Event
    from vrplan.phrases import Reading
    from vrplan.reports.closeout import Open, Unsettled
    from vrplan.reports.transfers import Mentioned
    from vrplan.reports.why import Testimony

Json = dict[str, Any]


def iso(day: date | None) -> str | None:
    """An ISO date; null where there is none."""
    return day.isoformat() if day is not None else None


def item(one: ItemOnDate) -> Json:
    """An item with its state, as `status` and `why` give it."""
    holds, source = one.holds, one.item
    return {
        "id": source.id,
        "level": source.level,
        "area": source.area,
        "focus_area": source.focus_area,
        "measure": source.measure,
        "activity": source.activity,
        "name": source.name,
        "resource": source.resource,
        "owner": one.owner,
        "text": holds.statement.text if holds else None,
        "column": holds.statement.authority.column if holds else None,
        "state": one.state,
        "since": iso(one.since),
        "until": iso(one.until),
        "to": one.to,
        "confirmed": one.confirmed,
        "decision": decision_id(holds) if holds else None,
        "evidence": evidence(holds) if holds else None,
        "beside": [beside(said) for said in one.beside],
        "reading": reading(holds.reading) if holds else None,
        "file": source.file,
        "line": source.line,
        "then": _then(one),
    }


def _then(one: ItemOnDate) -> Json | None:
    """What comes after `until`, and from which day: an item that is ongoing until a day need not end with it."""
    after = then(one)
    return {"state": after.state, "from": iso(after.first), "to": after.to} if after is not None else None


def decision_id(said: Said) -> str | None:
    """The decision behind a statement, with its point when it stands in one."""
    if said.statement.authority.point is not None:
        return said.statement.authority.key
    return said.seen.decision.id if said.seen.decision else None


def evidence(said: Said) -> str | None:
    """How well the papers show the decision behind a statement."""
    return said.seen.decision.evidence if said.seen.decision else None


def beside(said: Said) -> Json:
    """A statement that stands beside the one that holds."""
    read = said.reading
    return {
        "text": said.statement.text,
        "column": said.statement.authority.column,
        "decision": decision_id(said),
        "standing": said.seen.standing,
        "modality": read.modality,
        "kind": read.kind,
        "start": iso(read.start),
        "end": iso(read.end),
        "to": read.recipient,
    }


def reading(one: Reading) -> Json:
    """A reading, as every document gives it."""
    return {
        "kind": one.kind,
        "start": iso(one.start),
        "end": iso(one.end),
        "precision": one.precision,
        "recipient": one.recipient,
        "recurrence": one.recurrence,
        "modality": one.modality,
        "done": one.done,
        "remarks": [{"code": remark.code, "message": remark.message} for remark in one.remarks],
    }


def open_item(one: Open) -> Json:
    """An item that keeps the doors open, and why."""
    now, source = one.now, one.now.item
    return {
        "id": source.id,
        "level": source.level,
        "name": source.name,
        "state": now.state,
        "reason": one.reason,
        "since": iso(now.since),
        "until": iso(now.until),
        "to": now.to,
        "kind": source.kind,
        "who": source.resource or source.who,
        "decision": decision_id(now.holds) if now.holds else None,
        "text": now.holds.statement.text if now.holds else None,
        "file": source.file,
        "line": source.line,
    }


def mentioned(one: Mentioned | Unsettled) -> Json:
    """An item and a text about it that nobody has decided."""
    source = one.now.item
    return {"id": source.id, "level": source.level, "name": source.name, "state": one.now.state} | beside(
        one.said
    )


def statement(one: Testimony) -> Json:
    """A statement, as `why` gives it."""
    said = one.said
    return {
        "text": said.statement.text,
        "column": said.statement.authority.column,
        "decision": _decision(said.seen.decision, said) if said.seen.decision else None,
        "reading": reading(said.reading),
        "holds": one.holds,
        "reach": said.statement.reach,
        "source": said.statement.source,
        "note": said.statement.note,
        "file": said.statement.file,
        "line": one.line,
    }


def _decision(decision: Decision, said: Said) -> Json:
    return {
        "id": decision_id(said),
        "body": decision.body,
        "date": decision.date.text if decision.date else None,
        "case": decision.case,
        "standing": said.seen.standing,
        "evidence": decision.evidence,
    }


def event(event: Event) -> Json:
    """A recorded event."""
    return {
        "date": iso(event.date),
        "what": event.what,
        "recipient": event.recipient,
        "who": event.who,
        "from": iso(event.from_),
        "to": iso(event.to),
        "decision": event.decision,
        "source": event.source,
        "note": event.note,
    }


def segment(one: Segment) -> Json:
    """A state and how long it lasts."""
    return {"state": one.state, "since": iso(one.first), "until": iso(one.last), "to": one.to}


def finding(one: Finding) -> Json:
    """A finding with its place and its sentences."""
    place = one.place
    told = message(one)
    return {
        "code": one.code.code,
        "name": one.code.name,
        "severity": one.code.severity,
        "message": told.sentence,
        "file": one.spot.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
        "help": told.help or None,
        "accepted": one.accepted or None,
        "related": [
            {"file": other.spot.file, "line": other.place.line if other.place else None, "message": sentence}
            for other, sentence in zip(one.related, told.related, strict=True)
        ],
    }
