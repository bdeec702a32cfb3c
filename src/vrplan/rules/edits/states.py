"""What holds of an item, whatever the edit changed: it becomes another by a decision only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.as_of.comparing import difference
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Listed, Severity, Spot, Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import Segment
    from vrplan.findings import Value
    from vrplan.model.plan import Item, Plan
    from vrplan.rules.edits.edit import Edit, Kept

CHANGED = Code(
    "VR711",
    "state-changed",
    Severity.ERROR,
    "by this edit {item} is {after} {day}; it was {before}, and no decision says so",
    "write what was decided as a status, under its column or point; where the papers always said so, accept the "
    "finding here with that reason: accept: {{VR711: …}}",
)


def state_changes_by_a_decision(edit: Edit) -> Iterator[Finding]:
    """An owner, a recipient, a place in the plan or the order of texts changes no state by itself.

    The key `recipient` settles who gets a thing when the organisation is gone. Set without a decision it makes the
    last open question of a closing look answered. Write the decision's words as a status; beside it, `recipient`
    and `owner` say only what the papers always said.

    Example:
        name: Kontormøblene
        recipient: Bærum kommune  # new

    Instead:
        name: Kontormøblene
        status: {sg-2018-16/1: Overføres til Bærum kommune 31.12.2018}  # new
    """
    after = _with_the_former_end(edit)
    for kept in edit.kept:
        if not _is_as_it_was(edit, kept):
            yield from _changed(edit, kept, after)


def _changed(edit: Edit, kept: Kept, after: Plan) -> Iterator[Finding]:
    found = difference((edit.before, kept.before), (after, _with_the_former_words(kept)))
    values: dict[str, Value] = {"item": kept.after.id, "day": Told("from the beginning")}
    if found is not None:
        if found.day and found.day.year > 1:
            values["day"] = Told("on {day}", {"day": norwegian(found.day)})
        yield Finding(CHANGED, _spot(edit, kept), values | _sides(_state(found.before), _state(found.after)))
    elif _is_own(edit.before, kept.before) != _is_own(edit.after, kept.after):
        owners = _sides(_owned(kept.before), _owned(kept.after))
        yield Finding(CHANGED, _spot(edit, kept), values | owners)


def _is_as_it_was(edit: Edit, kept: Kept) -> bool:
    """Whether nothing but words can be another: most items of most edits."""
    facts = [(one.owner, one.recipient, one.kind) for one in (kept.before, kept.after)]
    whole = edit.before.organisation_with_parts == edit.after.organisation_with_parts
    order = [one for one, _ in sorted(kept.pairs, key=lambda pair: pair[1].rank)]
    in_order = order == sorted(order, key=lambda one: one.rank)
    alike = all(old.reach == new.reach for old, new in kept.pairs)
    return facts[0] == facts[1] and whole and in_order and alike and len(kept.after.events) < 2


def _with_the_former_words(kept: Kept) -> Item:
    """The item with the words and events of before, in the order of now: what was added or taken has its own rules."""
    texts = [old._replace(order=new.order, reach=new.reach) for old, new in kept.pairs]
    known = [one for one in kept.after.events if one in kept.before.events]
    events = (*known, *(one for one in kept.before.events if one not in known))
    return kept.after._replace(statements=(*texts, *kept.removed), events=events)


def _with_the_former_end(edit: Edit) -> Plan:
    """The plan of now with the end of the organisation of before: that has a rule of its own."""
    ceases = edit.before.ceases
    if ceases is not None:
        ceases = ceases.model_copy(update={"decision": edit.now_called(ceases.decision)})
    return replace(edit.after, written=edit.after.written.model_copy(update={"ceases": ceases}))


def _is_own(plan: Plan, item: Item) -> bool:
    return item.owner in plan.organisation_with_parts


def _sides(before: Value, after: Value) -> dict[str, Value]:
    return {"before": before, "after": after}


def _owned(item: Item) -> Value:
    return Told("owned by {owner}", {"owner": str(item.owner)})


def _state(one: Segment | None) -> Value:
    if one is None:
        return Told("not in the plan")
    state = Told(one.state.replace("_", " "), context="state")
    return Listed((state, Told("to {recipient}", {"recipient": one.to}))) if one.to else state


def _spot(edit: Edit, kept: Kept) -> Spot:
    """The key that was changed: a fact of the item, what a party is part of, or else its texts or events."""
    before, after = kept.before, kept.after
    for key in ("recipient", "owner", "kind"):
        if getattr(before, key) != getattr(after, key):
            return Spot(after.file, (*after.path, key))
    if edit.before.organisation_with_parts != edit.after.organisation_with_parts:
        for name, party in edit.after.parties.items():
            former = edit.before.parties.get(name)
            if former is None or former.part_of != party.part_of:
                return Spot(after.file, ("parties", name, "part_of"))
    key = "status" if before.events == after.events else "events"
    return Spot(after.file, (*after.path, key), key=True)
