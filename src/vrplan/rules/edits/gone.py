"""What was decided and recorded stays: nothing that stood in a plan is deleted, and no id is used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of.standing import listen
from vrplan.findings import Code, Finding, Path, Severity, Spot, Told
from vrplan.rules.edits.edit import events_of, same_event
from vrplan.rules.edits.happened import told as event_told
from vrplan.rules.edits.telling import is_from_above, told
from vrplan.rules.walk import items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Value
    from vrplan.model.plan import Item, Plan, Statement
    from vrplan.rules.edits.edit import Edit

DELETED = Code(
    "VR707",
    "history-deleted",
    Severity.ERROR,
    "this edit deletes {what}",
    "put it back: what was decided or recorded stays in the file; where it never stood in the papers, accept the "
    "finding here with that reason",
)
REUSED = Code(
    "VR703",
    "id-reused",
    Severity.ERROR,
    "{item} was the id of “{before}”, and after this edit it is the id of “{after}”",
    "give the new entry an id of its own, and put the old one back: decisions and reports name items by their id",
)


def id_is_not_reused(edit: Edit) -> Iterator[Finding]:
    """An id stands for one thing for ever: no edit gives it to another.

    Minutes, letters and earlier reports name an activity by its id. When the id comes to mean something else,
    all of them say something that nobody wrote. A corrected spelling of the name is free.

    Example:
        - id: nettverk
          name: Flytte kontormøbler  # before: name: Drifte nettverk for kommunene

    Instead:
        - id: mobler  # new
          name: Flytte kontormøbler  # new
    """
    for item in edit.after.items:
        before = edit.before.by_id.get(item.id)
        if before is not None and not edit.is_same(before, item):
            values = {"item": item.id, "before": before.name, "after": item.name}
            yield Finding(REUSED, Spot(item.file, (*item.path, "id")), values)


def nothing_is_deleted(edit: Edit) -> Iterator[Finding]:
    """Nothing that was decided or recorded goes: no item, no text of a column or a decision, no event, no column,
    no decision.

    What has ended stays in the plan with its last state; an auditor who asks in three years finds it. An
    activity that is given up is cancelled by a decision, and a decision that no longer holds is replaced by
    another. What never stood in the papers and got into the file by mistake may go: accept the finding, in
    what stands around it, with that reason.

    Example:
        status:
          HP 2018: Løpende
          # before: sg-2018-16: Avsluttes 29.6.18

    Instead:
        status:
          HP 2018: Løpende
          sg-2018-16: Avsluttes 29.6.18
    """
    yield from _items(edit)
    yield from _texts(edit)
    yield from _events(edit)
    yield from _authorities(edit)


def _items(edit: Edit) -> Iterator[Finding]:
    headings = {item.id for _, item in items(edit.after)}
    for item in edit.before.items:
        if item.id not in edit.after.by_id:
            held = listen(item, None).holds
            what = _item(item, held.statement if held is not None else None)
            if item.id in headings:
                what = Told("{item}, which is a heading now", {"item": what})
            new = _new_id(edit, item)
            values: dict[str, Value] = {"what": what, "new": new}
            advice = "put the old id back in the place of {new}: an id stays what it is" if new else ""
            yield Finding(DELETED, Spot(edit.after.file, _heading(edit.after, item)), values, advice=advice)


def _item(item: Item, held: Statement | None) -> Told:
    """An item by its id and its name, and what held of it."""
    if held is None:
        return Told("{item} (“{name}”)", {"item": item.id, "name": item.name})
    return Told("{item} (“{name}”: {said})", {"item": item.id, "name": item.name, "said": told(held)})


def _new_id(edit: Edit, item: Item) -> str:
    """The id that an item of this name has now, when nothing but the id was changed."""
    fresh = (one for one in edit.after.items if one.id not in edit.before.by_id)
    return next((one.id for one in fresh if (one.name, one.level) == (item.name, item.level)), "")


def _texts(edit: Edit) -> Iterator[Finding]:
    """The texts that are gone, each once; those of a column that is gone are told by the column."""
    seen: set[int] = set()
    for kept in edit.kept:
        for statement in kept.removed:
            key = edit.now_called(statement.authority.key)
            is_column_gone = statement.authority.column is not None and key not in edit.after.columns
            if id(statement) in seen or is_column_gone:
                continue
            if is_from_above(statement) and edit.still_stands(statement):
                continue
            seen.add(id(statement))
            path = (
                _heading(edit.after, kept.after) if is_from_above(statement) else (*kept.after.path, "status")
            )
            said: dict[str, Value] = {"item": kept.after.id, "said": told(statement)}
            what = Told("what {key} says of {item}: {said}", said | {"key": statement.authority.key})
            yield Finding(DELETED, Spot(edit.after.file, path, key=True), {"what": what})


def _events(edit: Edit) -> Iterator[Finding]:
    for kept in edit.kept:
        for event in events_of(kept)[1]:
            if any(same_event(event, other, edit) for other in kept.after.events):
                continue  # it was recorded twice
            spot = Spot(kept.after.file, (*kept.after.path, "events"), key=True)
            what = Told("an event of {item}: {event}", {"item": kept.after.id, "event": event_told(event)})
            yield Finding(DELETED, spot, {"what": what})


def _authorities(edit: Edit) -> Iterator[Finding]:
    for name in edit.before.columns:
        if edit.now_called(name) not in edit.after.columns:
            spot = Spot(edit.after.file, ("columns",), key=True)
            yield Finding(DELETED, spot, {"what": Told("the column {column}", {"column": name})})
    if edit.before.ceases is not None and edit.after.ceases is None:
        by = {"decision": edit.before.ceases.decision}
        what = Told("the end of the organisation ({decision})", by)
        yield Finding(DELETED, Spot(edit.after.file, ()), {"what": what})
    yield from _decisions(edit)


def _decisions(edit: Edit) -> Iterator[Finding]:
    for name, decision in edit.before.decisions.items():
        now = edit.after.decisions.get(edit.now_called(name))
        spot = Spot(edit.after.decisions_file, ("decisions",), key=True)
        if now is None:
            what = Told("the decision {decision} (“{title}”)", {"decision": name, "title": decision.title})
            yield Finding(DELETED, spot, {"what": what})
            continue
        left = {point.id for point in now.points}
        for point in decision.points:
            if point.id not in left:
                what = Told(
                    "point {point} of {decision} (“{summary}”)",
                    {"point": point.id, "decision": name, "summary": point.summary},
                )
                number = edit.after.decided.decisions.index(now)
                place = Spot(edit.after.decisions_file, ("decisions", number, "points"), key=True)
                yield Finding(DELETED, place, {"what": what})


def _heading(plan: Plan, item: Item) -> Path:
    """Where an item stands or stood: its measure, focus area or area, whatever of these is still there."""
    path: Path = ("areas",)
    for number, area in enumerate(plan.written.areas):
        if area.name == item.area:
            path = ("areas", number)
            measures: list[tuple[Path, str]] = [
                ((*path, "measures", index), one.name) for index, one in enumerate(area.measures)
            ]
            for index, focus_area in enumerate(area.focus_areas):
                if focus_area.name == item.focus_area:
                    path = (*path, "focus_areas", index)
                    measures = [
                        ((*path, "measures", here), one.name) for here, one in enumerate(focus_area.measures)
                    ]
            path = next((here for here, name in measures if name == item.measure), path)
    return (*path, "name")
