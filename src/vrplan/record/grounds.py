"""What is asked of a record before any file is looked at: that it has happened, is grounded, and is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.record.asked import Asked, NewColumn, NewDecision, NewEvent, NewStatus
from vrplan.record.refusal import Refusal

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from vrplan.findings import Path
    from vrplan.model.plan import Plan, Statement

_BY_DECISION = frozenset({"postponed", "cancelled"})
_STAYS = "A text that was decided stays; what was decided since stands under the decision that decided it"


def insist_on_the_past(asked: Asked, today: datetime.date) -> None:
    """Only what has happened is recorded; a decision that is still to be made can be proposed."""
    match asked:
        case NewEvent(day=day):
            if day > today:
                raise Refusal(f"{norwegian(day)} is still to come, and only what has happened is recorded")
        case NewDecision(day=day, facts=facts):
            if day is not None and day > today and facts.get("standing") != "proposed":
                raise Refusal(
                    f"{norwegian(day)} is still to come: until then nothing is decided, only proposed"
                )


def insist_on_grounds(asked: Asked) -> None:
    """What `check` asks of an edit and an option of the command line mends."""
    match asked:
        case NewEvent(facts=facts):
            if facts["what"] in _BY_DECISION and "decision" not in facts:
                raise Refusal(
                    "what is put off or given up is so by a decision: name it with --decision (VR713)"
                )
            if not facts.keys() & {"source", "note", "decision"}:
                raise Refusal("nothing says how anybody knows: add --source, --decision or --note (VR708)")
        case NewColumn(is_there=False, facts=facts):
            if not facts.keys() & {"proposed_by", "adopted_by"}:
                raise Refusal("nothing says whose column it is: add --proposed-by or --adopted-by (VR401)")


def insist_on_news(asked: Sequence[Asked], plan: Plan) -> None:
    """A text that was decided stays; this is the only way in which an edit could touch one.

    Under one column each of several sentences may speak of activities of its own (`only`, `except`).
    """
    said: dict[Path, list[Statement]] = {}
    new = [one for one in asked if isinstance(one, NewStatus)]
    for statement in plan.statements() if new else ():
        at = statement.path.index("status")
        said.setdefault(statement.path[: at + 2], []).append(statement)
    for one in new:
        _insist_on_new_words(one, plan, said.get((*one.path, "status", one.key), []))


def _insist_on_new_words(asked: NewStatus, plan: Plan, said: Sequence[Statement]) -> None:
    if not said or (asked.is_of_some and not (said := _overlapping(asked, plan, said))):
        return
    words = f": “{said[0].text}”" if said[0].text else ""
    raise Refusal(f"{asked.key} speaks of {asked.entry} already{words}. {_STAYS}")


def _overlapping(asked: NewStatus, plan: Plan, said: Sequence[Statement]) -> list[Statement]:
    """Those of the sentences that speak of an activity that the new one speaks of too."""
    below = [one.id for one in plan.items if one.path[: len(asked.path)] == asked.path]
    meant = [one for one in below if asked.speaks_of(one)]
    return [one for one in said if any(one.speaks_of(item) for item in meant)]
