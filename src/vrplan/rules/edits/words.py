"""Words that were decided: they stay, and what was decided since stands in a column or point of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Severity, Spot, Told
from vrplan.phrases import Kind, read_status
from vrplan.rules.edits.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Value
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
    "put the old words back, and below them one line with the new decision and its words: DECISION/1: …; where "
    "the papers always said this, accept the finding here with that reason",
)


def text_is_not_rewritten(edit: Edit) -> Iterator[Finding]:
    """What a column or a decision says stays as it was decided: an edit that makes its words mean something else
    is an error.

    A status that is changed in place looks as if it had always stood there, and nobody can see any more what
    was decided first. What has been decided since stands beside it, under the column or the point that
    decided it; the older words then simply no longer hold. Corrections that leave the meaning as it is
    (29.6.18 to 29.6.2018) are free, and a note is. Where the papers always said what you write now, accept
    the finding with that reason.

    Example:
        status:
          HP 2018: Videreføres ut 2018  # before: HP 2018: Avsluttes 29.6.18

    Instead:
        status:
          HP 2018: Avsluttes 29.6.18
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
          HP 2018: Avsluttes 31.8.18  # before: HP 2018: Avsluttes 29.6.18

    Instead:
        status:
          HP 2018: Avsluttes 29.6.18
          sg-2018-16/1: Avsluttes 31.8.18  # new
    """
    for item, old, new in _changed_words(edit):
        if _is_window_moved(old.reading, new.reading):
            values = {"item": item.id, "before": _last_day(old.reading), "after": _last_day(new.reading)}
            yield Finding(MOVED, _spot_of_change(old, new), values)


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
            if id(new) in seen or (edit.same_reading(old.reading, new.reading) and _is_free(old, new, kept)):
                continue
            seen.add(id(new))
            if old.text != new.text or means_the_same_alone(edit, old, new):
                yield kept.after, old, new


def _is_free(old: Statement, new: Statement, kept: Kept) -> bool:
    """Whether words that are understood alike may be written so: not where only a part of them is understood."""
    if old.text == new.text or old.text is None or new.text is None:
        return True
    partly = any(note.code == "second_statement" for one in (old, new) for note in one.reading.remarks)
    if old.reading.kind is not Kind.UNKNOWN and not partly:
        return True
    key, reach = new.authority.key, new.reach
    whole = "".join(
        _letters(one.text or "")
        for one in kept.after.statements
        if (one.authority.key, one.reach) == (key, reach)
    )
    return _letters(old.text) == whole  # the same words, spaced otherwise or written as a list


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _said_of_others(edit: Edit) -> Iterator[Finding]:
    """What stands above items and is said of others than before (`only`, `except`), when that changes a state."""
    seen: set[int] = set()
    for kept in edit.kept:
        gone = [(now, False) for one in kept.removed if (now := edit.still_stands(one)) is not None]
        come = [(one, True) for one in kept.added if edit.stood_before(one) is not None]
        moved = [*gone, *come]
        for now, is_said in moved if moved and kept.difference is not None else ():
            if id(now) not in seen:
                seen.add(id(now))
                nothing = Told("nothing")
                before, after = (nothing, told(now)) if is_said else (told(now), nothing)
                values = {"key": now.authority.key, "item": kept.after.id, "before": before, "after": after}
                yield Finding(REWRITTEN, _choice_spot(now), values)


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
    alike = old._replace(start=None, end=None, remarks=(), words=(), precision=new.precision)
    other = new._replace(start=None, end=None, remarks=(), words=())
    return alike == other and old.end is not None and (new.end is None or new.end > old.end)


def _last_day(reading: Reading) -> Value:
    return norwegian(reading.end) if reading.end else Told("no day")
