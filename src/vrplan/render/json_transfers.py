"""The parts of the JSON document of `transfers`: hand-overs with their two sides, and what each party receives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render.json_values import Json, beside, decision_id, event, iso, mentioned

if TYPE_CHECKING:
    from vrplan.as_of.hand_over import HandOver
    from vrplan.model.written import Event
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.transfers import Mentioned, Receiver

EVIDENCE = ("date", "decision", "source", "who", "note")
"""What a side of a hand-over tells: the day, and how that is known."""


def transfer(one: Transfer) -> Json:
    """A hand-over, as `transfers` gives it."""
    now, source = one.now, one.now.item
    return {
        "id": source.id,
        "level": source.level,
        "activity": source.activity,
        "name": source.name,
        "focus_area": source.focus_area,
        "to": one.to,
        "start": iso(one.start),
        "end": iso(one.end),
        "state": now.state,
        "confirmed": now.confirmed,
        "decision": decision_id(now.holds) if now.holds else None,
        "text": now.holds.statement.text if now.holds else None,
        "beside": [beside(said) for said in now.beside],
        "stage": one.stage,
        "owner": one.giver,
        "window": {"start": iso(one.window.start), "end": iso(one.window.end)},
        "handed_over": _side(one.handed_over),
        "accepted": _side(one.accepted),
        "interrupted": event(one.interrupted) if one.interrupted is not None else None,
        "earlier": [_earlier(before) for before in one.earlier],
    }


def _earlier(one: HandOver) -> Json:
    sides = {"handed_over": _side(one.handed_over), "accepted": _side(one.accepted)}
    return {"owner": one.giver, "to": one.receiver} | sides


def _side(recorded: Event | None) -> Json | None:
    """What is recorded of one side of a hand-over; null where nothing is."""
    if recorded is None:
        return None
    told = event(recorded)
    return {key: told[key] for key in EVIDENCE}


def receiver(one: Receiver) -> Json:
    """How many items one party receives, stage by stage, and how many hand-overs it has confirmed."""
    total = sum(one.counts.values())
    return {"to": one.to, "counts": one.counts, "total": total, "confirmed": one.confirmed}


def not_holding(one: Mentioned) -> Json:
    """An item, and a text that does not hold and hands it over, or speaks of that."""
    return mentioned(one) | {"stage": one.stage, "owner": one.now.item.owner}
