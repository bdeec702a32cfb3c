"""The days on which an item's state turns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from vrplan.as_of.states import Segment


class Turn(NamedTuple):
    """A state that gives way to another."""

    day: date
    """The first day of the new state; the old one holds for the last time on the day before."""
    before: Segment
    after: Segment


def turns(history: Iterable[Segment]) -> Iterator[Turn]:
    """The turns of an item, oldest first. That a receiver confirms, or is another one, turns no state."""
    for before, after in pairwise(history):
        if before.state is not after.state and after.first is not None:
            yield Turn(after.first, before, after)
