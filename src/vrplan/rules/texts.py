"""Every text for people in a plan folder: names, status texts, notes, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.rules.walk import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan
    from vrplan.model.written import Entry


def texts(plan: Plan) -> Iterator[str]:
    """The texts one by one, those of the plan first; ids and references are none, nor what a party says of itself."""
    return (text for text in _all(plan) if text)


def _all(plan: Plan) -> Iterator[str | None]:
    for _, entry in entries(plan):
        yield from _of_entry(entry)
    for statement in plan.statements():
        yield statement.text
        yield statement.note
    written = plan.written
    yield from (written.title, written.note)
    for area in written.areas:
        yield from (area.name, area.note)
    yield from (column.note for column in written.columns.values())
    for item in plan.items:
        yield from (event.note for event in item.events)
        yield from (event.who for event in item.events)
    yield from _decided(plan)


def _of_entry(entry: Entry) -> Iterator[str | None]:
    yield from (entry.name, entry.note)
    for key in ("resource", "who"):
        yield getattr(entry, key, None)


def _decided(plan: Plan) -> Iterator[str | None]:
    decided = plan.decided
    yield decided.note
    for body in decided.bodies.values():
        yield from (body.name, body.note)
    for source in decided.sources.values():
        yield from (source.title, source.note)
    yield from (meeting.note for meeting in decided.meetings)
    for decision in decided.decisions:
        yield from (decision.title, decision.note)
        for point in decision.points:
            yield from (point.summary, point.note)
