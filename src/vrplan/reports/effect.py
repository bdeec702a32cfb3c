"""What an edit that only adds changes: what is newly said or recorded of which items, and their states by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.as_of import history

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import Segment
    from vrplan.model.plan import Item, Plan, Statement
    from vrplan.model.written import Event


@dataclass(frozen=True, slots=True)
class Effect:
    """An item of which something new is said or recorded, with its states through all time before and after."""

    item: Item
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]


def effects(before: Plan, after: Plan) -> Iterator[Effect]:
    """The items that an edit adds something to or gives other states, in the order of the file; none that is new."""
    for item in after.items:
        old = before.by_id.get(item.id)
        if old is None:
            continue
        known = {one.path for one in old.statements}
        statements = tuple(one for one in item.statements if one.path not in known)
        events = item.events[len(old.events) :]
        states = history(before, old, None), history(after, item, None)
        if statements or events or states[0] != states[1]:
            yield Effect(item, statements, events, *states)
