"""How long each state of an item lasts, and with which receiver."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.as_of.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.as_of.states import Segment, Segments


def stretches(history: Iterable[Segment]) -> Segments:
    """The states through time, each as long as it lasts: whether it is confirmed makes no other state of it.

    What was handed over begins anew with each receiver; before, whom it will go to may change. Where nobody was
    named, the receiver that confirms it is the one.
    """
    result: list[Segment] = []
    for one in history:
        if result and _is_the_same(result[-1], one):
            result[-1] = replace(one, first=result[-1].first)
        else:
            result.append(one)
    return tuple(result)


def _is_the_same(one: Segment, following: Segment) -> bool:
    if one.state is not following.state:
        return False
    passed_on = one.to != following.to and not (one.to is None and following.confirmed)
    return one.state is not State.TRANSFERRED or not passed_on
