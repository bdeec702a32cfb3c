"""Decisions and their points as plain values for JSON documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render.json_values import Json, event, iso

if TYPE_CHECKING:
    from vrplan.reports.consequences import Consequences
    from vrplan.reports.decisions import ListedDecision, ListedPoint


def decision(one: ListedDecision) -> Json:
    """A decision with the points that were asked for and what follows from it as a whole."""
    source = one.decision
    return {
        "id": source.id,
        "body": source.body,
        "date": source.date.text if source.date else None,
        "case": source.case,
        "title": source.title,
        "standing": source.standing,
        "evidence": source.evidence,
        "source": source.source,
        "points": [_point(point) for point in one.points],
        **_consequences(one.follows),
        "replaces": list(one.follows.replaces),
        "replaced_by": list(one.replaced_by),
        "note": source.note,
        "file": one.file,
        "line": one.line,
    }


def _point(one: ListedPoint) -> Json:
    source = one.point
    return {"id": source.id, "summary": source.summary} | _consequences(one.follows) | {"note": source.note}


def _consequences(follows: Consequences) -> Json:
    return {
        "items": [one.now.item.id for one in follows.items],
        "holds": [one.now.item.id for one in follows.items if one.holds],
        "adopts": list(follows.adopts),
        "proposes": [column for column, _ in follows.proposes],
        "ceases": iso(follows.ceases),
        "events": [{"item": item.id} | event(happened) for item, happened in follows.events],
    }
