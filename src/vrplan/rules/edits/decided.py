"""Decisions: none is given another date or standing afterwards, and none overrules what was decided after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vrplan.as_of.comparing import ends_alike
from vrplan.as_of.standing import listen
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Listed, Path, Severity, Spot, Told
from vrplan.rules.chronology import in_words
from vrplan.rules.edits.additions import is_back_dated
from vrplan.rules.edits.lawful import is_adopted, unlawful
from vrplan.rules.edits.telling import few

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vrplan.findings import Value
    from vrplan.model.authority import Authority
    from vrplan.model.decided import Decision
    from vrplan.model.written import Ceases, Column
    from vrplan.rules.edits.edit import Edit

REWRITTEN = Code(
    "VR705",
    "decision-rewritten",
    Severity.ERROR,
    "{what} was {before}, and after this edit it is {after}, which changes what holds of {items}",
    "put it back; a decision that changes another is an entry of its own. Where the papers always said this, accept "
    "the finding here with that reason",
)
BACK_DATED = Code(
    "VR706",
    "back-dated",
    Severity.ERROR,
    "{what} is of {after}, and would overrule what was decided on {before}",
    "give it the date of the meeting that decided it; where an older decision was only found now, accept the finding "
    "here with that reason",
)

_WHOLE_PLAN = Told("the whole plan")


def decision_is_not_rewritten(edit: Edit) -> Iterator[Finding]:
    """A decision keeps its date and its standing, a column its decision, and the organisation its last day, when
    states rest on them.

    Everything in the plan hangs on a few decisions. Another date, or “adopted” where it was “proposed”,
    changes the state of all that rests on it at one stroke, and not a word of the plan is touched. A later
    decision is an entry of its own. A title, a note or better evidence is free.

    Example:
        body: SG
        date: 2018-09-20  # before: date: 2018-06-14

    Instead:
        - id: sg-2018-30  # new
          title: Utsatt avslutning  # new
          standing: adopted  # new
    """
    for number, new in enumerate(edit.after.decided.decisions):
        old = edit.earlier(new)
        items = _resting(edit, new) if old is not None and _worth(old) != _worth(new) else ""
        if old is not None and items and not _is_earlier(new, old):
            key = "date" if old.date != new.date else "standing"
            values = {"what": new.id, "before": _worth(old), "after": _worth(new), "items": items}
            yield _rewritten(edit.after.decisions_file, ("decisions", number, key), values)
    yield from _columns_rewritten(edit)
    yield from _end_is_rewritten(edit)


def _columns_rewritten(edit: Edit) -> Iterator[Finding]:
    for name, old in edit.before.columns.items():
        called = edit.now_called(name)
        new = edit.after.columns.get(called)
        if new is None or _is_adopted_since(edit, old, new):
            continue
        before, after = _authority(old, edit), _authority(new)
        items = _changed(edit, partial(_is_of_column, called)) if before != after else []
        if items:
            values = {"what": called, "before": before, "after": after, "items": few(items)}
            yield _rewritten(edit.after.file, ("columns", called), values)


def nothing_is_back_dated(edit: Edit) -> Iterator[Finding]:
    """What overrules a decision is no older than it: neither a decision nor a new text is dated back.

    A decision with an earlier date would have counted at a time when nobody knew it, and every report of that
    time would be wrong (`--as-known`). Record it under the day of the meeting that made it. Where an older
    decision was only found now, accept the finding with that reason.

    Example:
        body: SG
        date: 2018-05-24  # before: date: 2018-06-14

    Instead:
        date: 2018-06-14
        note: Behandlet også i møtet 24.5.2018.  # new
    """
    for number, new in enumerate(edit.after.decided.decisions):
        old = edit.earlier(new)
        if old is not None and old.date and new.date and _is_earlier(new, old) and _resting(edit, new):
            values = {"what": new.id, "before": _day(old), "after": _day(new)}
            yield Finding(BACK_DATED, Spot(edit.after.decisions_file, ("decisions", number, "date")), values)
    for kept in edit.kept:
        for statement in unlawful(edit, kept) if kept.added else ():
            held = listen(kept.before, None).holds
            seen = statement.authority.seen_from(None)
            if held is not None and seen is not None and is_back_dated(edit, kept, statement):
                said = {"key": statement.authority.key, "item": kept.after.id}
                known = {"before": norwegian(held.day), "after": norwegian(seen.known or held.day)}
                found: dict[str, Value] = {"what": Told("what {key} says of {item}", said), **known}
                yield Finding(BACK_DATED, Spot(statement.file, statement.path), found)


def _worth(decision: Decision) -> Value:
    standing = Told(decision.standing, context="standing")
    return Listed((standing, _day(decision)), " ") if decision.date is not None else standing


def _day(decision: Decision) -> str:
    return in_words(decision.date) if decision.date is not None else ""


def _is_earlier(new: Decision, old: Decision) -> bool:
    return new.date is not None and old.date is not None and new.date.last < old.date.last


def _resting(edit: Edit, decision: Decision) -> Value:
    """The items of which a decision speaks and whose states the edit changes; empty when there are none."""
    items = _changed(edit, lambda by: decision is by.adopted or decision is by.proposed)
    return few(items) if items else _ended_by(edit, decision)


def _changed(edit: Edit, speaks: Callable[[Authority], bool]) -> list[str]:
    """The items of which such an authority speaks and whose states the edit changes."""
    return [
        kept.after.id
        for kept in edit.kept
        if any(speaks(one.authority) for one in kept.after.statements) and kept.difference is not None
    ]


def _ended_by(edit: Edit, decision: Decision) -> Value:
    ceases = edit.after.ceases
    ends = ceases is not None and edit.after.find_decision(ceases.decision)[0] is decision
    return _WHOLE_PLAN if ends and not ends_alike(edit.before, edit.after) else ""


def _is_of_column(column: str, authority: Authority) -> bool:
    return authority.column == column


def _authority(column: Column, edit: Edit | None = None) -> Value:
    def now(name: str) -> dict[str, str]:
        return {"decision": edit.now_called(name) if edit is not None else name}

    parts: list[Value] = []
    if column.adopted_by:
        parts.append(Told("adopted by {decision}", now(column.adopted_by)))
    if column.proposed_by:
        parts.append(Told("proposed by {decision}", now(column.proposed_by)))
    if column.year:
        parts.append(Told("of {year}", {"year": str(column.year)}))
    return Listed(tuple(parts)) if parts else Told("without a decision")


def _is_adopted_since(edit: Edit, old: Column, new: Column) -> bool:
    """Whether a column that was only proposed has been adopted by a decision that is no older."""
    if old.adopted_by is not None or new.adopted_by is None or new.proposed_by != old.proposed_by:
        return False
    decision, _ = edit.after.find_decision(new.adopted_by)
    proposal, _ = edit.after.find_decision(old.proposed_by or "")
    is_older = decision is not None and proposal is not None and _is_earlier(decision, proposal)
    return old.year == new.year and is_adopted(edit, new.adopted_by) and not is_older


def _end_is_rewritten(edit: Edit) -> Iterator[Finding]:
    """The end of the organisation is moved by a decision that is not the one that set it, and no older."""
    old, new = edit.before.ceases, edit.after.ceases
    if new is None or ends_alike(edit.before, edit.after) or _is_decided_anew(edit, old, new):
        return
    before = _end(old) if old is not None else Told("not decided")
    if before != _end(new):
        what = Told("the first day without the organisation")
        values = {"what": what, "before": before, "after": _end(new), "items": _WHOLE_PLAN}
        key = "date" if old is not None and old.date != new.date else "decision"
        yield _rewritten(edit.after.file, ("ceases", key), values)


def _end(ceases: Ceases) -> str:
    return f"{norwegian(ceases.date)} ({ceases.decision})"


def _is_decided_anew(edit: Edit, old: Ceases | None, new: Ceases) -> bool:
    if not is_adopted(edit, new.decision):
        return False
    if old is None:
        return True
    decision, _ = edit.after.find_decision(new.decision)
    former, _ = edit.after.find_decision(edit.now_called(old.decision))
    if decision is None or former is None or decision is former:
        return decision is not former
    is_later = _is_earlier(former, decision)
    return is_later or (edit.earlier(decision) is None and not _is_earlier(decision, former))


def _rewritten(file: str, path: Path, values: Mapping[str, Value]) -> Finding:
    return Finding(REWRITTEN, Spot(file, path), values)
