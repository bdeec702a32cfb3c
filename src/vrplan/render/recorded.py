"""What is about to be recorded, before it is written: how it is read, what it changes, and the lines themselves."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.wording.names import standing_name
from vrplan.render.wording.plans import decided
from vrplan.render.wording.readings import reading
from vrplan.render.wording.statements import event, note_told, quoted
from vrplan.render.wording.terms import listed, state_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.as_of import Segment
    from vrplan.model.plan import Plan, Statement
    from vrplan.reports.effect import Effect

_MOST_ITEMS = 12
_MOST_COURSES = 60


def effects_as_text(effects: Iterable[Effect]) -> str:
    """For each item what is new, how it is understood, and what becomes of its state."""
    lines: list[str] = []
    told: set[int] = set()
    for number, one in enumerate(effects):
        if number == _MOST_ITEMS:
            lines.append(_("and further items"))
            break
        for statement in one.statements:
            if id(statement) not in told:
                told.add(id(statement))
                lines += _said(statement)
        lines += [event(new) for new in one.events]
        lines += _states(one)
    return _text(lines)


def courses_as_text(effects: Iterable[Effect]) -> str:
    """The items whose states become others, each in one line: what they were, and what they are."""
    changed = [one for one in effects if one.before != one.after]
    lines = [
        f"  {one.item.id}: {_history(one.before)} → {_history(one.after)}" for one in changed[:_MOST_COURSES]
    ]
    if len(changed) > _MOST_COURSES:
        lines.append("  " + _("and further items"))
    title = _("what becomes of the items")
    return _text([f"{title} ({len(changed)}):", *lines] if changed else [])


def decision_as_text(plan: Plan, decision: str) -> str:
    """A decision in one line, and its points."""
    one = plan.decisions[decision]
    lines = [f"{one.id}: {visible(one.title)}, {decided(plan, one.standing, one, standing_name)}"]
    lines += [f"  {one.id}/{visible(point.id)}: {visible(point.summary)}" for point in one.points]
    return _text(lines)


def column_as_text(plan: Plan, name: str) -> str:
    """A column in one line: whether it is adopted, and by whom."""
    seen = plan.authorities[name].seen_from(None)
    if seen is None or seen.decision is None:
        return _text([listed(visible(name), _("by no decision"))])
    return _text([f"{visible(name)}: {decided(plan, seen.standing, seen.decision)}"])


def change_as_text(file: str, before: str, after: str, *, for_reading: bool) -> str:
    """The lines that change, as a unified diff. `for_reading`: on a terminal, where no character may be obeyed."""
    name = file.lstrip("/")
    lines = list(unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"))
    if for_reading:
        return _text(one[:1] + visible("." + one[1:])[1:] for one in lines)
    return "".join(one if one.endswith("\n") else one + "\n\\ No newline at end of file\n" for one in lines)


def _said(statement: Statement) -> list[str]:
    lines = [f"{quoted(statement.text or '')} ({visible(statement.authority.key)})"]
    lines.append("  " + _("is read as: {reading}").format(reading=reading(statement.reading)))
    return [*lines, *(f"  {note_told(remark)}" for remark in statement.reading.remarks)]


def _states(one: Effect) -> list[str]:
    if one.before == one.after:
        told = _("{item} stays: {states}").format(item=one.item.id, states=_history(one.after))
        return [f"  {told}"]
    was = _("{item} was: {states}").format(item=one.item.id, states=_history(one.before))
    return [f"  {was}", "  " + _("and becomes: {states}").format(states=_history(one.after))]


def _history(segments: tuple[Segment, ...]) -> str:
    """The states through all time, each with its first day."""
    return "; ".join(_state(one) for one in segments) or _("not listed")


def _state(segment: Segment) -> str:
    to = _("to {recipient}").format(recipient=visible(segment.to)) if segment.to else ""
    since = _("from {day}").format(day=norwegian(segment.first)) if segment.first else ""
    told = " ".join(part for part in (state_name(segment.state), to) if part)
    if segment.confirmed:
        return " ".join(part for part in (listed(told, _("confirmed")), since) if part)
    return " ".join(part for part in (told, since) if part)


def _lines(text: str) -> list[str]:
    """The lines as git counts them: only a line feed ends one."""
    *whole, rest = text.split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
