"""Events: what really happened is added with its source, and what was recorded stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of.standing import listen
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Severity, Spot
from vrplan.rules.edits.edit import events_of, same_event
from vrplan.rules.edits.words import days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.model.plan import Item
    from vrplan.model.written import Event
    from vrplan.rules.edits.edit import Edit, Kept

WITHOUT_SOURCE = Code(
    "VR708",
    "event-without-source",
    Severity.ERROR,
    "{event} is recorded of {item}, and nothing says how anybody knows",
    "add where it stands: source: …, or decision: …, or in your own words note: …",
)
REWRITTEN = Code(
    "VR712",
    "event-rewritten",
    Severity.ERROR,
    "it was recorded of {item}: {before}; after this edit: {after}",
    "put the old event back, and add a new one for what happened since; where it was recorded wrongly, accept the "
    "finding here with that reason",
)
POSTPONED = Code(
    "VR713",
    "postponed-without-decision",
    Severity.ERROR,
    "{item} was to be over by {before} and is put off to {after}, and no decision is named",
    "name the decision that put it off: decision: …",
)


def event_has_a_source(edit: Edit) -> Iterator[Finding]:
    """An event that is added says how anybody knows: by a source, a decision or a note.

    What happened overrides what was decided, so it must be possible to check it: the receiver's letter, the
    minutes, or who saw it and when. A year from now nobody remembers.

    Example:
        events:  # new
          - {date: 2018-06-30, what: ended}  # new

    Instead:
        events:  # new
          - {date: 2018-06-30, what: ended, note: Siste møte i nettverket}  # new
    """
    for item, event in _added(edit):
        if event.source is None and event.note is None and event.decision is None:
            values = {"item": item.id, "event": told(event)}
            yield Finding(WITHOUT_SOURCE, _spot(item, event), values)


def event_is_not_rewritten(edit: Edit) -> Iterator[Finding]:
    """What was recorded as having happened stays as it was recorded; its note and source may grow.

    An event is a fact that others have relied on. Where it turned out otherwise, add what happened then as
    another event. Where it was written down wrongly, accept the finding with that reason.

    Example:
        events:
          - {date: 2018-06-30, what: ended, note: Brev}  # before: - {date: 2018-09-30, what: ended, note: Brev}

    Instead:
        events:
          - {date: 2018-09-30, what: ended, note: "Brev 2.10"}  # before: - {date: 2018-09-30, what: ended, note: Brev}
    """
    for kept in edit.kept:
        for old, new in events_of(kept)[0]:
            if not same_event(old, new, edit):
                values = {"item": kept.after.id, "before": told(old), "after": told(new)}
                yield Finding(REWRITTEN, _spot(kept.after, new), values)


def postponement_is_decided(edit: Edit) -> Iterator[Finding]:
    """What is put off is put off by a decision, and the event names it.

    A postponement moves the day by which somebody waits for something. A note tells why; only a decision
    tells who allowed it.

    Example:
        events:  # new
          - {date: 2018-09-30, what: postponed, to: 2018-12-31, note: Rakk det ikke}  # new

    Instead:
        events:  # new
          - {date: 2018-09-30, what: postponed, to: 2018-12-31, decision: sg-2018-16/1}  # new
    """
    kept = {one.after.id: one for one in edit.kept}
    for item, event in _added(edit):
        if event.what == "postponed" and event.decision is None:
            before = _last_day_before(kept[item.id]) if item.id in kept else None
            values = {"item": item.id, "before": _named(before), "after": _named(event.to)}
            yield Finding(POSTPONED, _spot(item, event), values)


def told(event: Event) -> str:
    """An event in a few words: what, when, to whom, to which window."""
    to = f" to {event.recipient}" if event.recipient else ""
    window = f", {days(event.from_, event.to)}" if event.from_ or event.to else ""
    return f"{event.what} {norwegian(event.date)}{to}{window}"


def _added(edit: Edit) -> Iterator[tuple[Item, Event]]:
    """The events that are new, those of new items too."""
    kept = {one.after.id: one for one in edit.kept}
    for item in edit.after.items:
        if item.events:
            new = events_of(kept[item.id])[2] if item.id in kept else item.events
            yield from ((item, event) for event in new)


def _spot(item: Item, event: Event) -> Spot:
    number = next(number for number, one in enumerate(item.events) if one is event)
    return Spot(item.file, (*item.path, "events", number))


def _last_day_before(kept: Kept) -> date | None:
    held = listen(kept.before, None).holds
    return held.reading.end if held is not None else None


def _named(day: date | None) -> str:
    return norwegian(day) if day is not None else "a day that is not given"
