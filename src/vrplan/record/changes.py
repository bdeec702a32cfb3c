"""What is asked, as a change of the text of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.edit import Addition, Edited, Refused, add_all
from vrplan.record.asked import (
    Asked,
    NewColumn,
    NewDecision,
    NewEntries,
    NewEvent,
    NewPoints,
    NewReference,
    NewStatus,
)
from vrplan.record.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.edit import Value
    from vrplan.model.plan import Plan

_BELOW_COLUMNS = frozenset({"parties", "calendar", "areas", "obligations"})
_BELOW_A_STATUS = frozenset({"events", "measures", "activities", "obligations"})
_BELOW_EVENTS = frozenset({"measures", "obligations"})
"""The keys that open what stands below an entry: what is said of the entry itself stands above them."""
_BELOW_ENTRIES = frozenset({"obligations"})
_BELOW_REFERENCES = frozenset({"sources", "meetings", "decisions"})
_BELOW_AN_ADOPTION = frozenset({"year", "note", "source", "accept"})


def changed(text: str, asked: Sequence[Asked], plan: Plan, file: str) -> Edited:
    """The text of a file with all that is asked. Raises Refusal, with what to do instead."""
    try:
        return add_all(text, [addition for one in asked for addition in _additions(one, plan)])
    except Refused as error:
        raise Refusal(f"{file}: {error}; add it by hand, and look at it with vrplan check") from error


def _additions(asked: Asked, plan: Plan) -> list[Addition]:
    match asked:
        case NewEvent():
            return [Addition((*asked.item.path, "events"), None, asked.facts, _BELOW_EVENTS)]
        case NewStatus():
            return [_status(asked, plan)]
        case NewColumn():
            return _column(asked)
        case NewDecision():
            return [Addition(("decisions",), None, asked.facts, first=_newest_first(plan))]
        case NewPoints():
            return [Addition(("decisions", asked.number, "points"), None, one) for one in asked.points]
        case NewEntries():
            first, *more = asked.entries
            return [Addition(asked.path, None, first, _BELOW_ENTRIES, more=more)]
        case NewReference():
            return [Addition((asked.part,), asked.name, asked.facts, _BELOW_REFERENCES)]
        case _:
            assert_never(asked)


def _status(asked: NewStatus, plan: Plan) -> Addition:
    """A text, or a sentence among others: one that speaks of some activities leaves room for one of the others."""
    place = (*asked.path, "status")
    sentence: Value = {"text": asked.text, **asked.facts} if asked.facts else asked.text
    if asked.more:
        return Addition(place, asked.key, [sentence, *asked.more], _BELOW_A_STATUS)
    if not asked.is_of_some:
        return Addition(place, asked.key, sentence, _BELOW_A_STATUS)
    if any(one.path[: len(place) + 1] == (*place, asked.key) for one in plan.statements()):
        return Addition((*place, asked.key), None, sentence)
    return Addition(place, asked.key, [sentence], _BELOW_A_STATUS)


def _column(asked: NewColumn) -> list[Addition]:
    if not asked.is_there:
        return [Addition(("columns",), asked.name, asked.facts, _BELOW_COLUMNS)]
    return [
        Addition(("columns", asked.name), key, value, _BELOW_AN_ADOPTION - {key})
        for key, value in asked.facts.items()
    ]


def _newest_first(plan: Plan) -> bool:
    """Whether the decisions stand in the file with the newest first."""
    days = [one.date.last for one in plan.decided.decisions if one.date is not None]
    return len(days) > 1 and days[0] > days[-1]
