"""Words that were decided: they stay, and what was decided since stands in a column or point of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrplan.as_of.comparing import difference
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Severity, Spot
from vrplan.phrases import read_status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.model.plan import Item, Statement
    from vrplan.phrases import Reading
    from vrplan.rules.edits.edit import Edit, Kept

REWRITTEN = Code(
    "VR702",
    "rewritten-in-place",
    Severity.ERROR,
    "{key} said of {item}: {before}; after this edit it says: {after}",
    "put the old words back, and write what was decided since under the column or the point that decided it; "
    "where the papers always said this, accept the finding here with that reason",
)
MOVED = Code(
    "VR704",
    "window-moved",
    Severity.ERROR,
    "{item} was to be over by {before}, and after this edit by {after}, without a decision",
    "put the old words back, and write under its column or point what the decision says that moved it",
)
ADDED = Code(
    "VR710",
    "added-afterwards",
    Severity.ERROR,
    "{key} stood in the plan before this edit, and did not say of {item}: {after}",
    "write it under the column or the point that decided it; where the papers always said this, accept the finding "
    "here with that reason",
)


def text_is_not_rewritten(edit: Edit) -> Iterator[Finding]:
    """What a column or a decision says stays as it was decided: an edit that makes its words mean something else
    is an error.

    A status that is changed in place looks as if it had always stood there, and nobody can see any more what
    was decided first. What has been decided since stands beside it, under the column or the point that
    decided it; the older words then simply no longer hold. Corrections that leave the meaning as it is
    (30.6.18 to 30.6.2018) are free, and a note is. Where the papers always said what you write now, accept
    the finding with that reason.

    Example:
        status:
          HP 2018: Videreføres ut 2018  # before: HP 2018: Avsluttes 30.6.18

    Instead:
        status:
          HP 2018: Avsluttes 30.6.18
          Justert HP 2018: Videreføres ut 2018  # new
    """
    for item, old, new in _changed_words(edit):
        if not _is_window_moved(old.reading, new.reading):
            values = {"key": new.authority.key, "item": item.id, "before": told(old), "after": told(new)}
            yield Finding(REWRITTEN, _spot_of_change(old, new), values)
    yield from _said_of_others(edit)


def window_is_not_moved(edit: Edit) -> Iterator[Finding]:
    """What is to be over by a day is put off by a decision only: a later day in the old words is an error.

    This is how a plan is made to look kept: the day has passed, and the file gets a later one. Whoever reads
    the plan sees nothing overdue, and whoever waits for the task hears nothing. Let the old day stand, and
    write the new one under what decided it.

    Example:
        status:
          HP 2018: Avsluttes 31.8.18  # before: HP 2018: Avsluttes 30.6.18

    Instead:
        status:
          HP 2018: Avsluttes 30.6.18
          sg-2018-16/1: Avsluttes 31.8.18  # new
    """
    for item, old, new in _changed_words(edit):
        if _is_window_moved(old.reading, new.reading):
            values = {"item": item.id, "before": _last_day(old.reading), "after": _last_day(new.reading)}
            yield Finding(MOVED, _spot_of_change(old, new), values)


def nothing_is_added_to_what_was_decided(edit: Edit) -> Iterator[Finding]:
    """A column or a decision that already stood in the plan says nothing new that changes what holds of an item.

    A decision was made once. When the column it adopted gets another text months later, it seems to have
    decided what it never did. A new decision has a column or a point of its own, and that may say anything.
    Where the words did stand in the papers and were only forgotten here, accept the finding with that reason.

    Example:
        status:
          HP 2018: Løpende
          Justert HP 2018: Avsluttes 30.6.18  # new

    Instead:
        columns:
          HP 2018: {adopted_by: sg-2017-35}
          Justert HP 2018: {adopted_by: sg-2018-16}  # new
    """
    seen: set[int] = set()
    for kept in edit.kept:
        for statement in kept.added:
            if id(statement) in seen or is_new_authority(edit, kept, statement):
                continue
            if is_from_above(statement) and edit.stood_before(statement):
                continue
            if makes_a_difference(edit, kept, statement):
                seen.add(id(statement))
                values = {"key": statement.authority.key, "item": kept.after.id, "after": told(statement)}
                yield Finding(ADDED, Spot(statement.file, statement.path), values)


def is_new_authority(edit: Edit, kept: Kept, statement: Statement) -> bool:
    """Whether a statement rests on what did not authorise what stood before: a new column, or a new point."""
    if statement.authority.key in edit.spoke_before:
        return False
    stood = {_named_by(one, edit) for one in kept.before.statements if one.authority.adopted is not None}
    return _named_by(statement, edit, now=True) not in stood


def makes_a_difference(edit: Edit, kept: Kept, statement: Statement) -> bool:
    """Whether the states of the item would be others without the statement."""
    others = tuple(one for one in kept.after.statements if one is not statement)
    without = replace(kept.after, statements=others)
    return difference((edit.after, without), (edit.after, kept.after)) is not None


def told(statement: Statement) -> str:
    """The words of a statement, and what they mean where something beside them says so."""
    words = f"“{statement.text}”" if statement.text is not None else "(words not among the papers)"
    return f"{words} ({in_short(statement.reading)})"


def days(first: date | None, last: date | None) -> str:
    """A window in words; nothing when it has no day."""
    if first is None or last is None:
        return f"from {norwegian(first)}" if first else f"until {norwegian(last)}" if last else ""
    return norwegian(first) if first == last else f"{norwegian(first)}–{norwegian(last)}"


def in_short(reading: Reading) -> str:
    """A reading in a few words: its kind, its days, its recipient, and how surely."""
    to = f"to {reading.recipient}" if reading.recipient else ""
    surely = reading.modality.value if reading.modality and reading.modality != "decided" else ""
    return ", ".join(
        part for part in (f"{reading.kind} {days(reading.start, reading.end)}".strip(), to, surely) if part
    )


def is_from_above(statement: Statement) -> bool:
    """Whether it stands at the measure or the focus area of its items."""
    return statement.reach != "own"


def means_the_same_alone(edit: Edit, old: Statement, new: Statement) -> bool:
    """Whether the words themselves are understood as before, whatever `means` adds to them."""
    if old.text is None or new.text is None:
        return True
    was = read_status(old.text, edit.before.context_of(old.authority))
    return edit.same_reading(was, read_status(new.text, edit.after.context_of(new.authority)))


def _changed_words(edit: Edit) -> Iterator[tuple[Item, Statement, Statement]]:
    """The statements that were rewritten so that they are understood otherwise, each once."""
    seen: set[int] = set()
    for kept in edit.kept:
        for old, new in kept.pairs:
            if id(new) in seen or edit.same_reading(old.reading, new.reading):
                continue
            seen.add(id(new))
            if old.text != new.text or means_the_same_alone(edit, old, new):
                yield kept.after, old, new


def _said_of_others(edit: Edit) -> Iterator[Finding]:
    """What stands above items and is said of others than before (`only`, `except`), when that changes a state."""
    seen: set[int] = set()
    for kept in edit.kept:
        gone = [(one, False) for one in kept.removed if is_from_above(one) and edit.still_stands(one)]
        come = [(one, True) for one in kept.added if is_from_above(one) and edit.stood_before(one)]
        moved = [*gone, *come]
        for statement, is_said in moved if moved and kept.difference is not None else ():
            now = _as_it_stands(edit, statement)
            if now is not None and id(now) not in seen:
                seen.add(id(now))
                before, after = ("nothing", told(now)) if is_said else (told(now), "nothing")
                values = {"key": now.authority.key, "item": kept.after.id, "before": before, "after": after}
                yield Finding(REWRITTEN, _choice_spot(now), values)


def _as_it_stands(edit: Edit, statement: Statement) -> Statement | None:
    keys = {statement.authority.key, edit.now_called(statement.authority.key)}
    return next(
        (
            one
            for one in edit.after.statements()
            if is_from_above(one) and one.text == statement.text and one.authority.key in keys
        ),
        None,
    )


def _choice_spot(statement: Statement) -> Spot:
    key = "except" if statement.except_ else "only" if statement.only else "text"
    path = statement.path[:-1] if statement.path[-1] == "text" else statement.path
    return Spot(statement.file, (*path, key))


def _spot_of_change(old: Statement, new: Statement) -> Spot:
    """The words, or `means` when the words are the same."""
    if old.text == new.text and new.path[-1] == "text":
        return Spot(new.file, (*new.path[:-1], "means"))
    return Spot(new.file, new.path)


def _is_window_moved(old: Reading, new: Reading) -> bool:
    """Whether nothing but the days is another, and the last day is later or gone."""
    alike = replace(old, start=None, end=None, remarks=(), words=(), precision=new.precision)
    other = replace(new, start=None, end=None, remarks=(), words=())
    return alike == other and old.end is not None and (new.end is None or new.end > old.end)


def _last_day(reading: Reading) -> str:
    return norwegian(reading.end) if reading.end else "no day"


def _named_by(statement: Statement, edit: Edit, *, now: bool = False) -> str:
    """The decision or point that a statement rests on, as it is called now."""
    key = statement.authority.key
    column = (edit.after if now else edit.before).columns.get(key)
    name = (column.adopted_by or column.proposed_by or key) if column is not None else key
    return name if now else edit.now_called(name)
