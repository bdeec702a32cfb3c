"""What is asked, as a change of the text of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.edit import Edited, Refused, add_entry, add_pair
from vrplan.record.asked import Asked, NewColumn, NewDecision, NewEvent, NewPoints, NewStatus
from vrplan.record.refusal import Refusal

if TYPE_CHECKING:
    from vrplan.edit import Value
    from vrplan.model.plan import Plan

_BELOW_COLUMNS = frozenset({"parties", "calendar", "areas", "obligations"})
_BELOW_A_STATUS = frozenset({"events", "measures", "activities", "obligations"})
_BELOW_EVENTS = frozenset({"measures", "obligations"})
"""The keys that open what stands below an entry: what is said of the entry itself stands above them."""
_BELOW_AN_ADOPTION = frozenset({"year", "note", "source", "accept"})


def changed(text: str, asked: Asked, plan: Plan, file: str) -> Edited:
    """The text of a file with what is asked. Raises Refusal, with what to do instead."""
    try:
        match asked:
            case NewEvent():
                return add_entry(text, (*asked.item.path, "events"), asked.facts, ahead_of=_BELOW_EVENTS)
            case NewStatus():
                return _with_status(text, asked, plan)
            case NewColumn():
                return _with_column(text, asked)
            case NewDecision():
                return add_entry(text, ("decisions",), asked.facts, first=_newest_first(plan))
            case NewPoints():
                return _with_points(text, asked)
            case _:
                assert_never(asked)
    except Refused as error:
        raise Refusal(f"{file}: {error}; add it by hand, and look at it with vrplan check") from error


def _with_status(text: str, asked: NewStatus, plan: Plan) -> Edited:
    """A text, or a sentence among others: one that speaks of some activities leaves room for one of the others."""
    place = (*asked.path, "status")
    sentence: Value = {"text": asked.text, **asked.facts} if asked.facts else asked.text
    if not asked.is_of_some:
        return add_pair(text, place, asked.key, sentence, ahead_of=_BELOW_A_STATUS)
    if any(one.path[: len(place) + 1] == (*place, asked.key) for one in plan.statements()):
        return add_entry(text, (*place, asked.key), sentence)
    return add_pair(text, place, asked.key, [sentence], ahead_of=_BELOW_A_STATUS)


def _with_column(text: str, asked: NewColumn) -> Edited:
    if not asked.is_there:
        return add_pair(text, ("columns",), asked.name, asked.facts, ahead_of=_BELOW_COLUMNS)
    edited = Edited(text, 0)
    for key, value in asked.facts.items():
        ahead_of = _BELOW_AN_ADOPTION - {key}
        added = add_pair(edited.text, ("columns", asked.name), key, value, ahead_of=ahead_of)
        edited = Edited(added.text, edited.line or added.line)
    return edited


def _with_points(text: str, asked: NewPoints) -> Edited:
    line = 0
    for point in asked.points:
        edited = add_entry(text, ("decisions", asked.number, "points"), point)
        text, line = edited.text, line or edited.line
    return Edited(text, line)


def _newest_first(plan: Plan) -> bool:
    """Whether the decisions stand in the file with the newest first."""
    days = [one.date.last for one in plan.decided.decisions if one.date is not None]
    return len(days) > 1 and days[0] > days[-1]
