"""Which decision may change what stood: an adopted one that did not stand behind it, and that is no older."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of.comparing import difference
from vrplan.as_of.standing import listen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.model.plan import Plan, Statement
    from vrplan.rules.edits.edit import Edit, Kept


def is_lawful(edit: Edit, kept: Kept, name: str | None) -> bool:
    """Whether the decision or point of this name may change what stood of an item."""
    return is_new_authority(edit, kept, name) and not is_older(edit, kept, name)


def is_new_authority(edit: Edit, kept: Kept, name: str | None) -> bool:
    """Whether it is adopted, has a date, and did not stand behind what was said of the item."""
    stood = {
        edit.now_called(authority)
        for one in kept.before.statements
        if (authority := named_by(one, edit.before)) is not None
    }
    return name is not None and is_adopted(edit, name) and not _is_among(name, stood)


def is_older(edit: Edit, kept: Kept, name: str | None) -> bool:
    """Whether it was decided before what held of the item."""
    decision, _ = edit.after.find_decision(name or "")
    held = listen(kept.before, None).holds
    known = decision.date.last if decision is not None and decision.date is not None else date.min
    return held is not None and known < held.day


def is_adopted(edit: Edit, name: str) -> bool:
    """Whether a decision, or its point, is adopted on a known day. A point added to an old decision never was."""
    decision, point = edit.after.find_decision(name)
    if decision is None or decision.standing != "adopted" or decision.date is None:
        return False
    former = edit.earlier(decision)
    known = {one.id for one in former.points} if former is not None else set()
    return point is None or not known or point.id in known


def named_by(statement: Statement, plan: Plan) -> str | None:
    """The decision or point by which a statement is adopted, as the plan names it; None when nothing adopts it."""
    authority = statement.authority
    if authority.column is None:
        return authority.key
    column = plan.columns.get(authority.column)
    return column.adopted_by if column is not None else None


def unlawful(edit: Edit, kept: Kept) -> list[Statement]:
    """The statements that were added on no new authority, when the states would be others without them."""
    found = [
        one
        for one in kept.added
        if not edit.stood_before(one)
        and (one.authority.key in edit.spoke_before or not is_lawful(edit, kept, named_by(one, edit.after)))
    ]
    if not found or not _make_a_difference(edit, kept, found):
        return []
    return [one for one in found if _is_decided(one)] or found


def _make_a_difference(edit: Edit, kept: Kept, statements: Iterable[Statement]) -> bool:
    left_out = {id(one) for one in statements}
    others = tuple(one for one in kept.after.statements if id(one) not in left_out)
    without = kept.after._replace(statements=others)
    return difference((edit.after, without), (edit.after, kept.after)) is not None


def _is_decided(statement: Statement) -> bool:
    seen = statement.authority.seen_from(None)
    return seen is not None and seen.standing == "adopted"


def _is_among(name: str, names: set[str]) -> bool:
    """Whether a decision or point is one of these, or a part of one, or the whole of one."""
    decision, _, point = name.partition("/")
    wholes = {one.partition("/")[0] for one in names}
    return name in names or decision in names or (not point and decision in wholes)
