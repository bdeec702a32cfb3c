"""Events: what really happened is added with its source, and what was recorded stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of import history
from vrplan.as_of.events import comes_upon
from vrplan.as_of.states import OVER
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Listed, Severity, Spot, Told
from vrplan.rules.edits.edit import events_of, same_event
from vrplan.rules.edits.lawful import is_new_authority, is_older
from vrplan.rules.edits.telling import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Value
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
UNDECIDED = Code(
    "VR713",
    "event-without-decision",
    Severity.ERROR,
    "{event} is recorded of {item}, and {why}",
    "name the decision behind it, beside the date: decision: …; an adopted one that did not set what it changes, "
    "and that is no older",
)


def event_has_a_source(edit: Edit) -> Iterator[Finding]:
    """An event that is added says how anybody knows: by a source, a decision or a note.

    What happened overrides what was decided, so it must be possible to check it: the receiver's letter, the
    minutes, or who saw it and when. A year from now nobody remembers.

    Example:
        events:  # new
          - {date: 2018-06-29, what: ended}  # new

    Instead:
        events:  # new
          - {date: 2018-06-29, what: ended, note: Siste møte i nettverket}  # new
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
          - {date: 2018-06-29, what: ended, note: Brev}  # before: - {date: 2018-09-30, what: ended, note: Brev}

    Instead:
        events:
          - {date: 2018-09-30, what: ended, note: "Brev 2.10"}  # before: - {date: 2018-09-30, what: ended, note: Brev}
    """
    for kept in edit.kept:
        for old, new in events_of(kept)[0]:
            if not same_event(old, new, edit):
                values = {"item": kept.after.id, "before": told(old), "after": told(new)}
                yield Finding(REWRITTEN, _spot(kept.after, new), values)


def what_needs_a_decision_has_one(edit: Edit) -> Iterator[Finding]:
    """What is put off, given up or begun again is so by a decision: an adopted one, no older than what it changes.

    A postponement moves the day by which somebody waits for something, and a task that is given up is not done by
    anybody. A note tells why; only a decision tells who allowed it. The decision that set the old day does not
    allow another.

    Example:
        events:  # new
          - {date: 2018-09-30, what: postponed, to: 2018-12-31, note: Rakk det ikke}  # new

    Instead:
        events:  # new
          - {date: 2018-09-30, what: postponed, to: 2018-12-31, decision: sg-2018-16/1}  # new
    """
    kept = {one.after.id: one for one in edit.kept}
    for item, event in _added(edit):
        before = kept.get(item.id)
        if before is not None and _needs_a_decision(edit, before, event):
            if event.decision is None:
                why = Told("no decision is named")
            elif not is_new_authority(edit, before, event.decision):
                why = Told(
                    "{decision} is not adopted, or stood behind it before", {"decision": event.decision}
                )
            elif is_older(edit, before, event.decision):
                why = Told("{decision} is older than what it changes", {"decision": event.decision})
            else:
                continue
            values = {"item": item.id, "event": told(event), "why": why}
            yield Finding(UNDECIDED, _spot(item, event), values)


def _needs_a_decision(edit: Edit, kept: Kept, event: Event) -> bool:
    """Whether an event is no mere fact: it puts off, gives up, or begins what was over."""
    if event.what == "started":
        states = history(edit.before, kept.before, None)
        upon = comes_upon(event, (one for one in kept.before.events if one.date <= event.date))
        return any(one.covers(upon) and one.state in OVER for one in states)
    return event.what in {"postponed", "cancelled"}


def told(event: Event) -> Value:
    """An event in a few words: what, when, to whom, to which window."""
    parts: list[Value] = [Told(event.what, context="event"), norwegian(event.date)]
    if event.recipient:
        parts.append(Told("to {recipient}", {"recipient": event.recipient}))
    happened = Listed(tuple(parts), " ")
    return Listed((happened, days(event.from_, event.to))) if event.from_ or event.to else happened


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
