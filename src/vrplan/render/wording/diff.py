"""The sentences of `diff` as a whole: what is compared, how much differs, what differs besides the items."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.changes import have_one_text, spoken_where, spoken_words
from vrplan.render.wording.plans import column_told
from vrplan.render.wording.terms import listed, number_of, state_name

if TYPE_CHECKING:
    from vrplan.reports.changes import Change, What
    from vrplan.reports.diff import DiffReport
    from vrplan.reports.plan_changes import PlanChange, Value

NO_DIFFERENCES = "No differences."
BESIDES = "Besides the items"
_ONLY_NOTES = "No item differs, and no decision."
_ELSEWHERE = "The files differ in their order, in an id, or in words that speak of no item"


def side_names(report: DiffReport) -> tuple[str, str]:
    """What the two sides are called."""
    before, after = report.names
    if report.compared == "dates":
        return norwegian(report.before.clocks.date), norwegian(report.after.clocks.date)
    return visible(before), visible(after) if after is not None else "the files as they are"


def diff_title(report: DiffReport) -> str:
    """What `diff` answers, for the heading: the day follows."""
    before, after = side_names(report)
    if report.compared == "dates":
        return f"changes from {before} to"
    return f"changes from {before} to {after}, seen on"


def compared_columns(report: DiffReport) -> list[tuple[str, str]]:
    """Which decisions stand behind the columns that are compared."""
    if report.compared != "columns":
        return []
    return [
        (label, column_told(report.after, name or ""))
        for label, name in zip(("Before", "After"), report.names, strict=True)
    ]


def diff_counts(report: DiffReport) -> str:
    """How many items are changed, new and gone, and from which state to which."""
    if report.is_empty:
        return NO_DIFFERENCES
    counts = report.counts
    items = [f"{number_of(counts[what], 'item')} {what}" for what in _WHAT if counts[what]]
    besides = (
        f"{number_of(len(report.plan_changes), 'thing')} besides the items" if report.plan_changes else ""
    )
    return f"{listed(besides, *items)}{_turns(report)}" or _ONLY_NOTES


_WHAT: tuple[What, ...] = ("new", "gone", "changed")  # how the last changed is told behind it


def _turns(report: DiffReport) -> str:
    """How the changed items changed, the most first."""
    ordered = sorted(report.turns.items(), key=lambda pair: -pair[1])
    told = [f"{number} {_state(was)} → {_state(now)}" for (was, now), number in ordered]
    others = report.counts["changed"] - sum(report.turns.values())
    return f": {listed(*told, f'{others} otherwise' if others else '')}" if told else ""


def _state(name: str) -> str:
    """A state in words; where an item had none, what is told instead."""
    return state_name(State(name)) if name in set(State) else name


def quotes(change: Change, report: DiffReport) -> list[str]:
    """The words behind a change: once where they are the same, else those of both sides."""
    sides = [side for side in (change.before, change.after) if side is not None]
    if report.compared == "columns":
        pairs = zip(side_names(report), (change.before, change.after), strict=True)
        return [f"{name}: {spoken_words(side)}" for name, side in pairs if side is not None]
    if have_one_text(change):
        return [told for side in sides[-1:] if (told := spoken_where(side))]
    return [f"{label}: {spoken_where(side)}" for label, side in zip(("before", "after"), sides, strict=True)]


def besides(change: PlanChange) -> str:
    """What differs besides the items, in one line."""
    name = _SUBJECTS[change.subject].format(name=_called(change))
    if change.what == "gone":
        return f"{name} is gone"
    if change.what == "new":
        told = listed(*(f"{key} {_value(after)}" for key, _, after in change.facts if after is not None))
        return f"new {name}: {told}" if told else f"new {name}"
    return f"{name}: " + "; ".join(
        f"{key} {_value(before)} → {_value(after)}" for key, before, after in change.facts
    )


def notes_changed(report: DiffReport) -> list[str]:
    """That notes and the like differ, in one line; how they do is for whoever reads the files."""
    if report.elsewhere:
        return [_ELSEWHERE + (" or were not known then." if report.after.clocks.as_known else ".")]
    notes = report.notes
    found = {
        "notes": notes.notes,
        "sources named beside an entry": notes.sources,
        "accepted findings": notes.acceptances,
    }
    told = [f"{what} in {number_of(number, 'place')}" for what, number in found.items() if number]
    return [f"Also changed: {listed(*told)}."] if told else []


def _called(change: PlanChange) -> str:
    """A meeting has no name but its body and its day."""
    body, _, day = change.name.rpartition(" ")
    if change.subject == "meeting":
        return f"{visible(body)} on {norwegian(date.fromisoformat(day)) if len(day) == len('2018-06-14') else day}"
    return visible(change.name)


_SUBJECTS = {
    "plan": "the plan",
    "column": "column {name}",
    "decision": "decision {name}",
    "calendar": "{name} in the calendar",
    "party": "party {name}",
    "body": "body {name}",
    "meeting": "meeting of {name}",
    "source": "source {name}",
}


def _value(value: Value) -> str:
    if value is None:
        return "none"
    return norwegian(value) if isinstance(value, date) else visible(value)
