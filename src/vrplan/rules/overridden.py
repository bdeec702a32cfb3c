"""What is recorded and what was decided: the event holds, and the words that it overrides are told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of import history
from vrplan.as_of.standing import listen
from vrplan.as_of.states import OVER
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Related, Severity, Spot, Told
from vrplan.phrases import Kind
from vrplan.rules.recipients import is_one_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import Said
    from vrplan.findings import Value
    from vrplan.model.plan import Item, Plan
    from vrplan.model.written import Event

DECIDED_SINCE = Code(
    "VR515",
    "decided-after-the-event",
    Severity.WARNING,
    "{item} is recorded as {what} on {day}; “{text}” was decided later ({key}, {decided}), and what is recorded "
    "still holds",
    "if it goes on, record that it began again, with that decision: what: started; if nothing of it is left, accept "
    "the finding with that reason",
)
NOT_HANDED_OVER = Code(
    "VR516",
    "recorded-as-over-not-handed-over",
    Severity.WARNING,
    "{item} is recorded as {what} on {day}, and “{text}” hands it over to {recipient}, who is not asked to confirm "
    "anything then",
    "if {recipient} has it, record that instead: what: transferred; if it was over before, accept the finding with "
    "that reason",
)

_OVER = frozenset({"done", "ended", "cancelled", "transferred", "accepted"})
_NOT_HANDED_OVER = frozenset({"done", "ended"})
_HANDED_OVER = frozenset({"transferred", "accepted"})


def event_is_not_decided_anew(plan: Plan) -> Iterator[Finding]:
    """Nothing else is decided later of what is recorded as over.

    What happened overrides what was decided, before it or after it: a course that is recorded as done stays done,
    also when next year's plan lists it again, and no report asks for it. Either it goes on, and then it began again
    by that decision; or the newer paper only carries an old row along. Words that repeat what was decided before the
    event are not told, nor a hand-over to the party that has it already.

    Example:
        status:
          HP 2018: Q1
          Justert HP 2018: Løpende
        events:
          - {date: 2018-03-20, what: done, note: Melding}

    Instead:
        events:
          - {date: 2018-03-20, what: done, note: Melding}
          - {date: 2018-06-14, what: started, decision: sg-2018-16}
    """
    for item in plan.items:
        index = _last(item)
        if index is None or item.events[index].what not in _OVER:
            continue
        event, voices = item.events[index], listen(item, None)
        said = voices.holds
        if said is None or said.day <= event.date or _hands_over_the_same(plan, event, said):
            continue
        before = [one for one in voices.decided if one.day <= event.date]
        is_news = before and not any(one.says_the_same_as(said) for one in before)
        if is_news and not _is_over(plan, item, said.day):
            related = (Related("it is recorded here", Spot(item.file, (*item.path, "events", index))),)
            values = _values(item, event, said)
            values |= {"key": said.statement.authority.key, "decided": norwegian(said.day)}
            yield Finding(DECIDED_SINCE, Spot(said.statement.file, said.statement.path), values, related)


def hand_over_is_recorded_as_one(plan: Plan) -> Iterator[Finding]:
    """What the words hand over is recorded as handed over, not as done or ended.

    A task that is done needs nobody any more. A task that is handed over needs a receiver who says that it has it;
    recorded as done it drops out of the list of hand-overs, and nobody asks.

    Example:
        status:
          HP 2018: Overføres til KHS i løpet av høsten
        events:
          - {date: 2018-09-03, what: done, note: Melding}

    Instead:
        events:
          - {date: 2018-09-03, what: transferred, note: Melding}
    """
    for item in plan.items:
        gone = min((one.date for one in item.events if one.what in _HANDED_OVER), default=date.max)
        for index, event in enumerate(item.events):
            if event.what in _NOT_HANDED_OVER and event.date < gone:
                yield from _not_handed_over(plan, item, index)


def _last(item: Item) -> int | None:
    """The number of the newest event; of one day, that of the last written."""
    events = item.events
    return max(range(len(events)), key=lambda number: (events[number].date, number), default=None)


def _not_handed_over(plan: Plan, item: Item, index: int) -> Iterator[Finding]:
    """Told where the words that held on the day name a receiver who had not got it by then."""
    event = item.events[index]
    said = next((one for one in listen(item, None).decided if one.day <= event.date), None)
    if said is None or said.reading.kind is not Kind.TRANSFERS or said.reading.recipient is None:
        return
    if not _is_over(plan, item, event.date, event.date):
        related = (Related("it is said here", Spot(said.statement.file, said.statement.path)),)
        spot = Spot(item.file, (*item.path, "events", index, "what"))
        values = _values(item, event, said) | {"recipient": said.reading.recipient}
        yield Finding(NOT_HANDED_OVER, spot, values, related)


def _hands_over_the_same(plan: Plan, event: Event, said: Said) -> bool:
    """Whether the words hand over to whom it went."""
    is_given = event.what in _HANDED_OVER and said.reading.kind is Kind.TRANSFERS
    return is_given and is_one_party(plan, event.recipient, said.reading.recipient)


def _is_over(plan: Plan, item: Item, first: date, last: date = date.max) -> bool:
    """Whether it is over by its words alone on each of these days, both inclusive."""
    states = history(plan, item._replace(events=()), None)
    there = [one for one in states if (one.first or first) <= last and (one.last or last) >= first]
    return all(one.state in OVER for one in there)


def _values(item: Item, event: Event, said: Said) -> dict[str, Value]:
    text = said.statement.text or ""
    return {
        "item": item.id,
        "what": Told(event.what, context="event"),
        "day": norwegian(event.date),
        "text": text,
    }
