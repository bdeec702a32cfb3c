"""The sentences of `status`: what was asked for, what changed, what is next, what nobody owns, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from vrplan.as_of import State
from vrplan.days import ONE_DAY, norwegian
from vrplan.model.plan import Level
from vrplan.render.safe import visible
from vrplan.render.wording.terms import away, counts, few, level_name, listed, state_name

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate
    from vrplan.reports.status import Change, Highlights, StatusReport


def opening(report: StatusReport) -> list[tuple[str, str]]:
    """What was asked for, and the three answers for a chief executive; no answers where nothing matches."""
    asked = choice(report)
    only = [("Only", asked)] if asked else []
    return [*only, *(highlights(report.highlights, report.view.clocks.date) if report.items else [])]


def count_lines(report: StatusReport) -> list[str]:
    """The closing lines: how many of each state, level by level."""
    lines = [counts(level, counted) for level, counted in report.counts.items() if counted]
    if lines:
        return lines
    return ["No item matches." if report.view.items else "Nothing was known of any item."]


def changed(one: ItemOnDate, report: StatusReport) -> str:
    """The mark of an item that changed since the day asked for: what it was."""
    before = report.marked.get(one.item.id)
    return f" (was {state_name(before)})" if before else ""


def highlights(found: Highlights, today: date) -> list[tuple[str, str]]:
    """The three answers for a chief executive, each with its label."""
    since = f"Since {norwegian(found.since)}" if found.since else "Before"
    changed = _changes(found.changes, _BECAME) or "nothing changed"
    upcoming = "nothing more has a date"
    if found.next_day:
        changes = _changes(found.next_changes, _BECOMES, norwegian(found.next_day - ONE_DAY))
        upcoming = f"{norwegian(found.next_day)}, {away(found.next_day, today)}: {changes}"
    return [
        (since, changed if found.since else "no meeting is known"),
        ("Next", upcoming),
        ("Nobody owns", _ownerless(found)),
    ]


_BECAME = {
    State.NOT_STARTED: "not started",
    State.ONGOING: "began",
    State.IN_TRANSITION: "in transition",
    State.DUE: "became due",
    State.OVERDUE: "became overdue",
    State.POSTPONED: "postponed",
    State.TRANSFERRED: "transferred",
    State.ENDED: "ended",
    State.DONE: "done",
    State.CANCELLED: "cancelled",
    State.ORPHANED: "orphaned",
    State.UNDECIDED: "undecided",
    State.UNKNOWN: "unknown",
}
_BECOMES = _BECAME | {
    State.ONGOING: "to begin",
    State.IN_TRANSITION: "to go into transition",
    State.DUE: "to become due",
    State.OVERDUE: "to become overdue unless done",
    State.TRANSFERRED: "to be transferred",
    State.ENDED: "ended, last day {last}",
    State.ORPHANED: "to be orphaned",
}


def _changes(changes: tuple[Change, ...], verbs: dict[State, str], last: str = "") -> str:
    by_state: dict[State, list[Change]] = {}
    for change in changes:
        by_state.setdefault(change.after.state, []).append(change)
    return "; ".join(
        f"{len(some)} {verbs[state].format(last=last)}{_recipients(state, some)}"
        for state, some in by_state.items()
    )


def _recipients(state: State, changes: list[Change]) -> str:
    recipients = sorted({visible(change.after.to) for change in changes if change.after.to})
    named = recipients and state in {State.TRANSFERRED, State.IN_TRANSITION}
    return f" to {' and '.join(recipients)}" if named else ""


def _ownerless(found: Highlights) -> str:
    now = _names(found.ownerless) if found.ownerless else "nothing on this day"
    if found.ownerless_from is None:
        return now
    later = _names(found.ownerless_later) if found.ownerless_later else "nothing"
    return f"{now}; from {norwegian(found.ownerless_from)}: {later}"


def _names(items: tuple[ItemOnDate, ...]) -> str:
    by_state: dict[State, list[str]] = {}
    for one in items:
        by_state.setdefault(one.state, []).append(one.item.id)
    # The gravest first: what has neither an end nor an heir.
    ordered = sorted(by_state.items(), key=lambda pair: pair[0] is not State.ORPHANED)
    return "; ".join(f"{len(ids)} {state_name(state)} ({few(ids)})" for state, ids in ordered)


def choice(report: StatusReport) -> str:
    """What the report was asked to leave out, in words; nothing when it lists all."""
    chosen = report.choice
    return listed(
        " or ".join(sorted(visible(area) for area in chosen.areas)),
        " or ".join(level_name(level, 2) for level in get_args(Level) if level in chosen.levels),
        " or ".join(state_name(state) for state in State if state in chosen.states),
        f"to {' or '.join(sorted(visible(one) for one in chosen.recipients))}" if chosen.recipients else "",
        f"resource {visible(chosen.resource)}" if chosen.resource else "",
        "what nobody owns" if chosen.ownerless else "",
    )
