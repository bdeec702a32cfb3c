"""Receivers: who really received something is whom the decision names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Related, Severity, Spot
from vrplan.phrases import Kind, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Item, Plan, Statement

OTHER_RECIPIENT = Code(
    "VR510",
    "other-recipient",
    Severity.WARNING,
    "{item} went to {recipient}, and “{text}” hands it over to {decided}",
    "look up who received it; if it is right, name the decision in the event: decision: …",
)

_HANDED_OVER = ("transferred", "accepted")


def recipient_is_the_decided_one(plan: Plan) -> Iterator[Finding]:
    """What was decided to go to one party is recorded as received by that party, or by a part of it.

    A task that goes elsewhere than the assembly said has no ground to stand on there: the receiver has no money for
    it, and who was to have it waits. It is told of the first hand-over that is recorded; a receiver may pass things
    on. An event that names a decision of its own rests on that one.

    Example:
        status:
          HP 2018: Overføres til KHS fra 1.7.2018
        events:
          - {date: 2018-07-01, what: transferred, recipient: Bærum kommune}

    Instead:
        events:
          - {date: 2018-07-01, what: transferred, recipient: KHS}
    """
    for item in plan.items:
        gone = [event for event in item.events if event.what in _HANDED_OVER] if item.events else ()
        first = min(gone, key=lambda event: event.date, default=None)
        if first is not None and first.recipient is not None:
            yield from _gone_elsewhere(plan, item, item.events.index(first))


def is_one_party(plan: Plan, one: str | None, other: str | None) -> bool:
    """Whether both may mean one party: it is the same, part of the other, or left out."""
    if one is None or other is None or one == other:
        return True
    return one in plan.party_with_parts(other) or other in plan.party_with_parts(one)


def _gone_elsewhere(plan: Plan, item: Item, index: int) -> Iterator[Finding]:
    event, decided = item.events[index], _decided(item)
    if event.decision is not None or not decided:
        return
    meant = {item.recipient, *(one.reading.recipient for one in decided)} - {None}
    if any(is_one_party(plan, event.recipient, one) for one in meant):
        return
    said = decided[0]
    values = {"item": item.id, "recipient": event.recipient or "", "text": said.text or ""}
    values["decided"] = said.reading.recipient or ""
    related = (Related("the text stands here", Spot(said.file, said.path)),)
    yield Finding(
        OTHER_RECIPIENT, Spot(item.file, (*item.path, "events", index, "recipient")), values, related
    )


def _decided(item: Item) -> list[Statement]:
    """The statements by which it was decided to go to somebody."""
    return [
        one
        for one in item.statements
        if one.reading.kind is Kind.TRANSFERS
        and one.reading.recipient is not None
        and one.reading.modality in {Modality.DECIDED, Modality.PROVISIONAL}
        and one.authority.adopted is not None
        and one.authority.adopted.standing == "adopted"
    ]
